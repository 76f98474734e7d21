"""Spans found again in a copy of their text that has changed here and there, or not at all where there is doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sahelcorpus.release.standoff.borders import Borders, WordsOf, end_by_borders, start_by_borders
from sahelcorpus.text.shapes import Alignment

_WORD = re.compile(r"\w+")
_REACH = 60
"""Code points around a stretch in which the words beside a border may stand."""

_SLACK = 20
"""By how many code points a span may grow or shrink, or by a third of its length: beyond that its place is in doubt."""

_SHORT = 6
_NEAR = 40
"""A word as short as a pronoun is looked for only in a stretch as narrow as this, in code points."""


@dataclass(frozen=True, slots=True)
class OldSpan:
    """What is told of a span of the old text.

    Attributes:
        start: Its first code point.
        end: One past its last code point.
        words: What it covered; empty if that was withheld.
        borders: Numbers of the words beside its borders.
    """

    start: int
    end: int
    words: str
    borders: Borders


def reanchored(old: OldSpan, alignment: Alignment, text: str, pairs: WordsOf) -> tuple[int, int] | None:
    """Return where a span stands in a changed copy of its text; None where that is in doubt.

    Args:
        old: What is told of the span.
        alignment: Of the old text's shape with the new one's.
        text: The new text.
        pairs: The pairs of words of the new text.
    """
    low, high = alignment.stretch(old.start, old.end)
    if old.words and (whole := _only_place(old.words, text, low, high)):
        return whole
    around = (max(0, low - _REACH), high + _REACH)
    starts = (alignment.start_at(old.start, word) for word in start_by_borders(old.borders, pairs, *around))
    ends = (alignment.end_at(old.end, word) for word in end_by_borders(old.borders, pairs, *around))
    first = _told(alignment.start(old.start), [at for at in starts if at is not None and low <= at <= high])
    last = _told(alignment.end(old.end), [at for at in ends if at is not None and low <= at <= high])
    if first is None or last is None or last <= first:
        return None
    length = old.end - old.start
    if abs(last - first - length) > max(_SLACK, length // 3):
        return None  # « n'a jamais A et il n'a jamais B », of which one « n » is gone: the words stand twice
    if old.words and not _same_ends(old.words, text[first:last], text[low:high]):
        return None
    return first, last


def _told(by_shape: int | None, by_borders: list[int]) -> int | None:
    """Return the place that the shape gives, unless the borders tell others; else the only one that they tell."""
    if by_shape is not None:
        return by_shape if not by_borders or by_shape in by_borders else None
    return by_borders[0] if len(by_borders) == 1 else None


def _same_ends(words: str, found: str, stretch: str) -> bool:
    """Say whether a changed span starts and ends as it did, or the words it started and ended with are gone."""
    old, new, around = _WORD.findall(words), _WORD.findall(found), set(_WORD.findall(stretch))
    if not old or not new:
        return False
    return all(one == other or one not in around for one, other in ((old[0], new[0]), (old[-1], new[-1])))


def _only_place(words: str, text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the one place in a stretch where words stand as whole words; None if there is none or another."""
    if len(words) <= _SHORT and high - low > len(words) + _NEAR:
        return None
    places: list[tuple[int, int]] = []
    at = text.find(words, low, high)
    while at >= 0 and len(places) < 2:  # noqa: PLR2004 - two are one too many
        until = at + len(words)
        opens = at == 0 or not (_is_word(text[at - 1]) and _is_word(words[0]))
        closes = until == len(text) or not (_is_word(text[until]) and _is_word(words[-1]))
        if opens and closes:
            places.append((at, until))
        at = text.find(words, at + 1, high)
    return places[0] if len(places) == 1 else None


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
