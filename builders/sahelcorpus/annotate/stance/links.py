"""Which evaluating words of a sentence are about a target, and what they say of it once their clause is read.

A quality evaluates what stands near it, a deed whoever does it, a regard its object or the subject of its passive;
negation turns them round, and what stands behind a word of concession counts more than what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahelcorpus.annotate.stance.evaluations import Construction, Evaluation
from sahelcorpus.annotate.stance.passages import Hit, Sentence

Mention = tuple[int, int]
"""The tokens of a sentence that name a target, half-open."""

NEAR, FAR = 5, 10
"""Distances in tokens, within which a word of the same clause speaks of a target surely, and probably."""

_NOT_GOOD, _NOT_BAD = 0.8, 0.3  # what is not good is nearly bad; what is not bad is far from good
_CONCEDED = 0.6
_LOOK_BACK = 4


class Link(NamedTuple):
    """An evaluating word that is about a target.

    Attributes:
        sentence: Where it stands.
        hit: The word.
        effect: How it evaluates the target: negative or positive, 1 for an ordinary word that is surely linked.
        construction: How it evaluates.
        negated: Whether a negation turned it round.
    """

    sentence: Sentence
    hit: Hit
    effect: float
    construction: Construction
    negated: bool


def links(sentence: Sentence, mentions: Sequence[Mention], others: Sequence[Mention] = ()) -> Iterator[Link]:
    """Yield what a sentence says of a target.

    Args:
        sentence: The sentence.
        mentions: Where it names the target; none where it speaks of it without a name, as a quotation often does.
        others: Where it names somebody else.
    """
    for hit in sentence.hits:
        if _overlaps(hit, mentions) or _overlaps(hit, others):
            continue
        best = (0.0, hit.entries[0])
        for entry in hit.entries:
            for mention in mentions or (None,):
                weight = _implied(entry) if mention is None else _weight(sentence, hit, entry, mention)
                if mention is not None and _parted(hit, mention, others):
                    weight *= 0.4
                if weight > best[0]:
                    best = (weight, entry)
        weight, entry = best
        if not weight:
            continue
        effect = weight * entry.polarity * _strength(sentence, hit)
        negated = entry.construction is not Construction.PHRASE and is_negated(sentence, hit)
        if negated:
            effect *= -(_NOT_GOOD if effect > 0 else _NOT_BAD)
        if mentions and _is_standard(sentence, hit, mentions):
            effect = -effect
        if _is_conceded(sentence, hit):
            effect *= _CONCEDED
        yield Link(sentence, hit, effect, entry.construction, negated)


def _overlaps(hit: Hit, mentions: Sequence[Mention]) -> bool:
    first, last = hit.start, hit.end
    for start, end in mentions:  # noqa: SIM110 - a generator costs as much as the work
        if start < last and first < end:
            return True
    return False


_IMPLIED = {
    Construction.QUALITY: 0.7,
    Construction.DEED: 0.6,
    Construction.REGARD: 0.6,
    Construction.ATTITUDE: 0.5,
    Construction.PHRASE: 0.9,
}


def _implied(entry: Evaluation) -> float:
    return _IMPLIED.get(entry.construction, 0.0)


def _weight(sentence: Sentence, hit: Hit, entry: Evaluation, mention: Mention) -> float:
    """Return how surely an entry is about a mention, from 0 to 1."""
    before = hit.end <= mention[0]
    distance = mention[0] - hit.end if before else hit.start - mention[1]
    in_clause = sentence.clauses[hit.start] == sentence.clauses[mention[0]]
    near = (1.0 if distance <= NEAR else 0.8 if distance <= FAR else 0.5) if in_clause else 0.4
    construction = entry.construction
    if construction is Construction.QUALITY:
        return near
    if construction is Construction.PHRASE:
        return 1.0 if in_clause else 0.7
    if construction is Construction.ATTITUDE:
        return near if before else near * 0.4
    is_agent = before and _is_agent(sentence, mention)
    is_passive = not before and _is_passive(sentence, hit)
    does = is_agent or not (before or is_passive)
    if construction is Construction.DEED:
        return near if does else 0.0
    if construction is Construction.REGARD:
        return 0.0 if does or _is_reported(sentence, hit) else near
    return 0.0


def _is_reported(sentence: Sentence, hit: Hit) -> bool:
    """Say whether the article only reports a regard: in its own voice that is somebody else's, unless it says we."""
    if not sentence.reports:
        return False
    first = sentence.known.of("first-person")
    return first.isdisjoint(sentence.words[max(0, hit.start - 3) : hit.start])


def _is_agent(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a mention is the agent of a passive: `by the mission`."""
    by = sentence.known.of("by")
    return not by.isdisjoint(sentence.words[max(0, mention[0] - 3) : mention[0]])


def _is_passive(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a verb is a participle behind a passive's auxiliary."""
    if not any(entry.participle for entry in hit.entries):
        return False
    auxiliaries = sentence.known.of("passive")
    return not auxiliaries.isdisjoint(sentence.words[max(0, hit.start - 3) : hit.start])


def _parted(hit: Hit, mention: Mention, others: Sequence[Mention]) -> bool:
    """Say whether somebody else is named between a word and a mention."""
    first, last = (hit.end, mention[0]) if hit.end <= mention[0] else (mention[1], hit.start)
    return any(first <= start and end <= last for start, end in others)


def is_negated(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a word stands under a negation of its clause; `not only` and `ne … que` are none."""
    words, known = sentence.words, sentence.known
    clause = sentence.clauses[hit.start]
    first = max(0, hit.start - _LOOK_BACK)
    before = [words[i] for i in range(first, hit.start) if sentence.clauses[i] == clause]
    negation = known.of("negation")
    if known.language == "en":
        found = [i for i, word in enumerate(before) if word in negation or word.endswith("n't")]
        return bool(found) and before[found[-1] + 1 : found[-1] + 2] != ["only"]
    after = words[hit.end : hit.end + 2]
    if not negation.isdisjoint(before):
        return "seulement" not in before
    return not _NE.isdisjoint(before) and not (_BEHIND.isdisjoint(before) and _BEHIND.isdisjoint(after))


_NE = frozenset(("n'", "ne"))
_BEHIND = frozenset(("pas", "plus", "jamais", "rien", "guère", "point"))


def _strength(sentence: Sentence, hit: Hit) -> float:
    near = sentence.words[max(0, hit.start - 2) : hit.start]
    known = sentence.known
    if not known.of("intensifiers").isdisjoint(near):
        return 1.3
    return 1.0 if known.of("weakeners").isdisjoint(near) else 0.6


def _is_standard(sentence: Sentence, hit: Hit, mentions: Sequence[Mention]) -> bool:
    """Say whether the target is what something is compared with: `better than the mission`."""
    than = sentence.known.of("comparison")
    for start, _ in mentions:
        if hit.end <= start <= hit.end + FAR and sentence.known.language == "en":
            return not than.isdisjoint(sentence.words[hit.end : start])
    return False


def _is_conceded(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a word of concession follows in the sentence: what stands before it counts less."""
    concession = sentence.known.of("concession")
    return not concession.isdisjoint(sentence.words[hit.end + 1 :])
