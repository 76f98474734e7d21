"""Direct speech with its announcing clause after or within it: `« A », a dit X, « B »`, `“A,” said X, “B”`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.incises import (
    announces,
    english_incise,
    english_mixed_front,
    goes_on_after,
    named_after,
)
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.incises import incise_at, mixed_front, rest_of_clause, split_by_incise
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_LEAST_SPLIT = 18
"""Quotations longer than this, in code points, can hold their announcing clause."""


def read_incises(sentence: Sentence, plain: str) -> None:
    """Propose every quotation that an announcing clause follows or interrupts.

    Args:
        sentence: The sentence.
        plain: The text with plain apostrophes and blanks, quotations not filled in.
    """
    tokens, english = sentence.tokens, sentence.lexicon.language == "en"
    used = -1
    for index in sentence.quotations:
        stretch = sentence.stretch(index)
        if stretch is None or index == used:
            continue
        if not english and stretch.end - stretch.start > _LEAST_SPLIT:
            split = split_by_incise(sentence, stretch, plain)
            if split is not None:
                places, cue, speaker = split
                spoken = [place for place in (_spoken(sentence, *place) for place in places) if place]
                if spoken:
                    sentence.propose_spoken("incise within marks", 0.96, spoken, cue=cue, speaker=speaker)
                    continue
        after = index + 1
        if tokens.word(after) in (",", "-", "–", "—"):
            after += 1
        if english and not announces(sentence, index):
            continue
        found = None
        if after < len(tokens.words):
            found = english_incise(sentence, after) if english else incise_at(sentence, after)
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
        low = english_mixed_front(sentence, index) if english else mixed_front(sentence, index)
        if low is not None:
            places[0] = (low, stretch.end)
            name = "mixed before incise"
            rest = None if english else rest_of_clause(sentence, low, index, found.end)
            places += [rest] if rest and following is None else []
        sentence.propose(name, 0.97 if found.sure else 0.9, places, cue=found.cue, speaker=found.speaker)
        sentence.speakers += [(found.at, found.speaker)] if found.speaker else []
        used = following if following is not None else used


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
    for place in range(index, min(len(tokens.words), index + 12)):
        word = tokens.words[place]
        if word == QUOTATION:
            return place if tokens.words[place - 1] in (",", "–", "—", "-") or place == index else None
        if word in (";", ":", ".") or word in ("que", "qu'", "qui", "et", "mais", "and", "but", "that"):
            return None
    return None
