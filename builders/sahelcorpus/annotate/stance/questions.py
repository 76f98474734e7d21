"""What has to be answered about an article: each holder with each target, and the sentences in which to look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahelcorpus.annotate.stance.article import StanceArticle, Target
from sahelcorpus.annotate.stance.links import Mention
from sahelcorpus.annotate.stance.passages import VOICE, Sentence, sentences

_BACK = 2
"""How many sentences before a quotation may name whom it speaks of by a pronoun."""


class Passage:
    """A holder's words in a sentence, and whom they name.

    Attributes:
        sentence: The words.
        mentions: Where they name the target.
    """

    __slots__ = ("_named", "_number", "mentions", "sentence")

    def __init__(self, sentence: Sentence, named: dict[int, list[Mention]], number: int) -> None:
        """Take the words, where they name which targets, and the target's number."""
        self.sentence = sentence
        self.mentions = named.get(number, [])
        self._named, self._number = named, number

    @property
    def others(self) -> list[Mention]:
        """Where the words name other targets; most passages evaluate nobody, and are never asked."""
        others = [one for number, mentions in self._named.items() if number != self._number for one in mentions]
        return [one for one in others if not any(one[0] < end and start < one[1] for start, end in self.mentions)]


class Question(NamedTuple):
    """One holder and one target.

    Attributes:
        quote: The index of the quotation whose speaker is the holder; None for the article's voice.
        target: Whom the evaluation would be of.
        passages: Where to look: the sentences that name the target, or all of a quotation that names it nowhere.
        implied: Whether the target is spoken of without being named there.
        asked: Whether a row is asked for, whatever is found.
        own_side: Whether the speaker is the target, or holds an office of it.
    """

    quote: int | None
    target: Target
    passages: list[Passage]
    implied: bool
    asked: bool
    own_side: bool


def questions(article: StanceArticle) -> list[Question]:
    """Return the questions of an article: of the article's voice in the order of the targets, then of each quotation.

    The article's voice is asked about every target that it names, and about every given one; a quotation about those
    that it names, about who is named around it where it names nobody, and about those that were asked for.
    """
    known = sentences(article)
    named = _named(known, article)
    by_owner: dict[int, list[int]] = {}
    said: dict[int, list[int]] = {}  # of each sentence of the text, the parts in the article's voice that name somebody
    naming: dict[tuple[int, int], list[int]] = {}
    for index, sentence in enumerate(known):
        by_owner.setdefault(sentence.owner, []).append(index)
        if sentence.owner == VOICE and named[index]:
            said.setdefault(sentence.number, []).append(index)
        for number in named[index]:
            naming.setdefault((sentence.owner, number), []).append(index)

    def passages(owner: int, number: int) -> list[Passage]:
        return [Passage(known[index], named[index], number) for index in naming.get((owner, number), ())]

    found = []
    for number, target in enumerate(article.targets):
        if article.targets_given or (VOICE, number) in naming:
            own_words = passages(VOICE, number)
            if not article.targets_given:
                # nobody asked, and what may be somebody else's words is not laid at the article's door
                own_words = [passage for passage in own_words if not passage.sentence.is_doubtful]
            found.append(Question(None, target, own_words, False, article.targets_given, False))
    asked = {(quote, article.targets.index(target)) for quote, target in article.asked}
    for quote in range(len(article.quotes)):
        own = by_owner.get(quote, [])
        wanted = {number for index in own for number in named[index]}
        if not wanted and own:
            wanted = set(_around(article, known[own[0]], named, said))
        wanted |= {number for other, number in asked if other == quote}
        for number in sorted(wanted):
            here = passages(quote, number)
            implied = not here
            if implied:
                here = [Passage(known[index], named[index], number) for index in own]
            target = article.targets[number]
            own_side = _own_side(article, quote, target)
            found.append(Question(quote, target, here, implied, (quote, number) in asked, own_side))
    return found


def _own_side(article: StanceArticle, quote: int, target: Target) -> bool:
    speech = article.quotes[quote]
    if target.actor_id is not None and (target.actor_id == speech.actor_id or target.actor_id in speech.affiliations):
        return True
    return speech.speaker_name is not None and speech.speaker_name == target.name


def _named(known: Sequence[Sentence], article: StanceArticle) -> list[dict[int, list[Mention]]]:
    """Return for each sentence where it names which targets, by the target's number."""
    found: list[dict[int, list[Mention]]] = [{} for _ in known]
    firsts: list[int] = []  # of each sentence of the text, whoever owns parts of it
    parts: list[list[int]] = []
    for index, sentence in enumerate(known):
        if index == 0 or known[index - 1].number != sentence.number:
            firsts.append(sentence.places[0][0])
            parts.append([])
        firsts[-1] = min(firsts[-1], sentence.places[0][0])
        parts[-1].append(index)
    for number, target in enumerate(article.targets):
        for place in target.mentions:
            at = bisect_right(firsts, place[0]) - 1
            for index in parts[at] if at >= 0 else ():
                tokens = known[index].covered(place)
                if tokens is not None:
                    found[index].setdefault(number, []).append(tokens)
    return found


def _around(
    article: StanceArticle, first: Sentence, named: list[dict[int, list[Mention]]], said: dict[int, list[int]]
) -> Iterator[int]:
    """Yield whom the article names in the sentence of a quotation, but for its speaker, or else right before it.

    Args:
        article: The article.
        first: The quotation's first part of a sentence.
        named: For each part of a sentence whom it names.
        said: Of each sentence of the text, the parts in the article's voice that name somebody.
    """
    speaker = article.quotes[first.owner].speaker
    for back in range(_BACK + 1):
        found = [
            other
            for index in said.get(first.number - back, ())
            for other in named[index]
            if not (speaker and any(speaker[0] <= at < speaker[1] for at, _ in article.targets[other].mentions))
        ]
        if found:
            yield from found if len(found) == 1 or back == 0 else ()
            return
