"""Direct speech with its announcing clause after or within it: `« A », a dit X, « B »`, `« A, dit-il, B »`."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.constructions.english_incises import (
    announces,
    continues_front,
    english_incise,
    goes_on_after,
    named_after,
)
from sahelcorpus.annotate.quotes.extent import has_finite_verb
from sahelcorpus.annotate.quotes.found import FoundCue, FoundQuote, Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.mentions import mention_after, pronoun_place
from sahelcorpus.annotate.quotes.sentence import Candidate, Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION, Tokens
from sahelcorpus.annotate.quotes.verb_groups import verb_group
from sahelcorpus.records.vocabulary import QuoteType

_REACH = 14
_SIGNS = frozenset(",!?…–—")


@dataclass(frozen=True, slots=True)
class Incise:
    """An announcing clause.

    Attributes:
        cue: The cue.
        speaker: The speaker's mention.
        end: Index after its last known token.
        at: The cue's token index.
        sure: Whether the cue is in the lexicon.
    """

    cue: FoundCue
    speaker: Place | None
    end: int
    at: int
    sure: bool


def incise_at(sentence: Sentence, start: int, *, inside: bool = False) -> Incise | None:
    """Return the announcing clause that starts at a token, or None.

    Args:
        sentence: The sentence.
        start: The first token of the clause.
        inside: Whether the clause stands within the marks, where only an inverted subject proves it.
    """
    if sentence.lexicon.language == "en":
        found = None if inside else english_incise(sentence, start)
        return None if found is None else Incise(*found)
    return _inverted(sentence, start, inside=inside)


def _inverted(sentence: Sentence, start: int, *, inside: bool) -> Incise | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    auxiliaries = lexicon.words("auxiliaries")
    skipped = lexicon.words("clitics auxiliaries adverbs negation =ainsi =s'")
    index = start
    while index < min(len(tokens), start + _REACH):
        word = tokens.words[index]
        form = lexicon.verbs.get(word)
        if form is not None and not (
            word in auxiliaries and index + 1 < len(tokens) and tokens.words[index + 1].startswith("-")
        ):
            group = verb_group(sentence, index, form)
            if group is None or group.mood != "f" or group.passive or not set(form.frames) & set("dmqw"):
                return None
            if group.first < start or group.at - start > _REACH:
                return None
            if group.reflexive and group.pronoun is None and "s" not in form.frames and "d" not in form.frames:
                return None
            if (
                group.reflexive
                and tokens.word(start - 1) == QUOTATION
                and "s" not in form.frames
                and group.pronoun is None
            ):
                return None
            cue = sentence.cue(index, form.lemma)
            if group.pronoun is not None:
                return Incise(cue, _speaker(sentence, group.pronoun), group.end, index, sure=True)
            phrase = mention_after(sentence, group.end)
            if phrase is None:
                return None
            if inside and not _ends_incise(sentence, phrase[1]):
                return None
            return Incise(cue, sentence.place(*phrase), phrase[1], index, sure=True)
        if word in skipped or (word[0] == "-" and len(word) > 1):
            index += 1
            continue
        if word == "," and index > start:
            # a parenthesis between the auxiliary and its participle
            close = next(
                (place for place in range(index + 1, min(len(tokens), index + 10)) if tokens.words[place] == ","), None
            )
            if close is None or tokens.words[index - 1] not in auxiliaries | skipped:
                return None
            index = close + 1
            continue
        return _unknown_verb(sentence, index, start)
    return None


def _unknown_verb(sentence: Sentence, index: int, start: int) -> Incise | None:
    """Take a verb outside the lexicon where its inverted pronoun proves the incise: `corrige-t-elle`."""
    tokens = sentence.tokens
    word = tokens.words[index]
    if not word.isalpha():
        return None
    after = tokens.word(index + 1)
    pronoun = None
    if after[:1] == "-" and len(after) > 1 and after.rsplit("-", 1)[1] in ("il", "elle", "ils", "elles", "on"):
        pronoun = index + 1
    elif word.endswith(("é", "i", "u", "it", "is")):
        pronoun = next(
            (place for place in range(start, index) if tokens.words[place][0] == "-" and len(tokens.words[place]) > 1),
            None,
        )
    if pronoun is None:
        return None
    return Incise(sentence.cue(index, word), _speaker(sentence, pronoun), max(index, pronoun) + 1, index, sure=False)


def _speaker(sentence: Sentence, pronoun: int) -> Place | None:
    return None if sentence.tokens.words[pronoun].endswith("on") else pronoun_place(sentence, pronoun)


def _ends_incise(sentence: Sentence, index: int) -> bool:
    """Say whether an announcing clause inside the marks can end at a token: at a sign, or before an adverbial."""
    word = sentence.tokens.word(index)
    return (
        word in ("", ",", ".", "!", "?", "…", "–", "—", ";", ":")
        or word in sentence.lexicon.words("stops")
        or word in ("en", "à")
    )


def split_by_incise(
    sentence: Sentence, stretch: Marked, plain: str
) -> tuple[list[Place], FoundCue, Place | None] | None:
    """Return content, cue and speaker of a quotation that holds its announcing clause between its marks.

    Args:
        sentence: The sentence that the quotation stands in.
        stretch: The quotation.
        plain: The text with plain apostrophes and blanks, quotations not filled in.
    """
    if sentence.lexicon.language != "fr":
        return None
    inner = Tokens(plain, (stretch.inner_start, stretch.inner_end))
    within = Sentence(sentence.text, sentence.lexicon, inner, {})
    verbs, auxiliaries = sentence.lexicon.verbs, sentence.lexicon.words("auxiliaries")
    size = len(inner)
    for index in range(1, size):
        if inner.words[index - 1] not in _SIGNS:
            continue
        near = inner.words[index : index + 4]
        if not any(
            (word in verbs and "f" in verbs[word].moods) or (word[0] == "-" and len(word) > 1) or word in auxiliaries
            for word in near
        ):
            continue
        found = incise_at(within, index, inside=True)
        if found is None:
            continue
        last = found.end
        while last < size and inner.words[last] not in (",", ".", ";", ":", "!", "?", "…", "–", "—"):
            last += 1
        before = (
            stretch.inner_start,
            inner.ends[index - 1] if inner.words[index - 1] in "!?…" else inner.starts[index - 1],
        )
        places = [before]
        if last < size:
            rest = (inner.ends[last], stretch.inner_end)
            if plain[rest[0] : rest[1]].strip() and (stretch.closed or inner.words[last] == ","):
                places.append(rest)
        return places, found.cue, found.speaker
    return None


def read_incises(sentence: Sentence, plain: str) -> None:
    """Propose every quotation that an announcing clause follows or interrupts.

    Args:
        sentence: The sentence.
        plain: The text with plain apostrophes and blanks, quotations not filled in.
    """
    tokens = sentence.tokens
    used = -1
    for index in sentence.quotations:
        stretch = sentence.stretch(index)
        if stretch is None or index == used:
            continue
        if stretch.end - stretch.start > 18:
            split = split_by_incise(sentence, stretch, plain)
            if split is not None:
                places, cue, speaker = split
                spoken = [place for place in (_spoken(sentence, *place) for place in places) if place]
                if spoken:
                    _propose_direct(sentence, "incise within marks", 0.96, spoken, cue, speaker)
                    continue
        after = index + 1
        if tokens.word(after) in (",", "-", "–", "—"):
            after += 1
        english = sentence.lexicon.language == "en"
        if english and not announces(sentence, index):
            continue
        found = incise_at(sentence, after) if after < len(tokens) else None
        if found is None:
            signed = named_after(sentence, index) if english else None
            if signed is not None:
                sentence.propose("signed", 0.9, [(stretch.start, stretch.end)], cue=None, speaker=signed)
            continue
        places = [(stretch.start, stretch.end)]
        following = _continuation(sentence, goes_on_after(sentence, found.end) if english else found.end)
        name = "incise"
        if following is not None:
            places.append((tokens.starts[following], tokens.ends[following]))
            name = "interrupted by incise"
        low = _mixed_front(sentence, index)
        if low is not None:
            places[0] = (low, stretch.end)
            name = "mixed before incise"
        sentence.propose(name, 0.97 if found.sure else 0.9, places, cue=found.cue, speaker=found.speaker)
        sentence.speakers += [(found.at, found.speaker)] if found.speaker else []
        used = following if following is not None else used


def _mixed_front(sentence: Sentence, index: int) -> int | None:
    """Return where a content begins that only ends in marks: `Paris est « préoccupé », a dit X`."""
    tokens = sentence.tokens
    if index == 0 or tokens.words[index - 1] in (":", ",", ";", ".", "!", "?", "…", "-", "–", "—", "|", QUOTATION, ")"):
        return None
    low = index
    while low > 0 and tokens.words[low - 1] not in (":", ";", "–", "—", "|", "(", ")", QUOTATION):
        low -= 1
    if sentence.lexicon.language == "en":
        return tokens.starts[low] if continues_front(sentence, low, index) else None
    if index - low < 2 or not has_finite_verb(sentence, low, index):
        return None
    if any(tokens.words[place] in sentence.lexicon.verbs for place in range(low, index)):
        return None
    return tokens.starts[low]


def _propose_direct(
    sentence: Sentence, name: str, score: float, places: list[Place], cue: FoundCue, speaker: Place | None
) -> None:
    quote = FoundQuote(QuoteType.DIRECT, tuple(places), cue, speaker, score, name)
    sentence.candidates.append(Candidate(quote, score))


def _spoken(sentence: Sentence, start: int, end: int) -> Place | None:
    text = sentence.text
    while start < end and text[start] in " \u00a0\u202f,–—\n":
        start += 1
    while end > start and text[end - 1] in " \u00a0\u202f,–—\n":
        end -= 1
    return (start, end) if start < end else None


def _continuation(sentence: Sentence, index: int) -> int | None:
    """Return the index of the second part of an interrupted quotation, or None."""
    tokens = sentence.tokens
    for place in range(index, min(len(tokens), index + 12)):
        word = tokens.words[place]
        if word == QUOTATION:
            return place if tokens.words[place - 1] in (",", "–", "—", "-") or place == index else None
        if word in (";", ":", ".") or word in ("que", "qu'", "qui", "et", "mais", "and", "but", "that"):
            return None
    return None
