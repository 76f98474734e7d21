"""Where withheld spans begin and end, told by a few bits of the words beside the borders, never by the words.

A border is two numbers of 16 bits: one of the two words inside it, one of the two outside. Among the few places where
a border can lie in a changed copy that tells it; among all pairs of words of a language thousands share a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_NOT_THERE = -1
"""In place of a number where the text ends before two words are told."""


@dataclass(frozen=True, slots=True)
class Borders:
    """The borders of one span: numbers of the two words inside and of the two outside, at the start and at the end."""

    start_inside: int
    start_outside: int
    end_inside: int
    end_outside: int


class WordsOf:
    """The words of a text, and the numbers of their pairs."""

    def __init__(self, text: str, key: str) -> None:
        """Take a text; the same pair of words has another number under another key."""
        self._key = _key_of(key)
        found = list(_WORD.finditer(text))
        self._words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def borders(self, start: int, end: int) -> Borders:
        """Return the borders of a span, by its offsets in code points."""
        first = bisect_left(self.ends, start + 1)  # the first word that ends inside
        last = bisect_left(self.starts, end) - 1  # the last word that starts inside
        return Borders(self._pair(first), self._pair(first - 2), self._pair(last - 1), self._pair(last + 1))

    def after(self, number: int, low: int, high: int) -> list[int]:
        """Return which words in a stretch start a pair of that number."""
        if number == _NOT_THERE:
            return []
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        return [word for word in range(first, last) if self._pair(word) == number]

    def _pair(self, word: int) -> int:
        if not 0 <= word < len(self._words) - 1:
            return _NOT_THERE
        pair = f"{self._words[word]} {self._words[word + 1]}".encode()
        return int.from_bytes(blake2b(pair, digest_size=2, key=self._key).digest())


def _key_of(key: str) -> bytes:
    """Return a key of any length as one that BLAKE2 takes."""
    return blake2b(key.encode(), digest_size=16).digest()


def start_by_borders(borders: Borders, words: WordsOf, low: int, high: int) -> Sequence[int]:
    """Return the words at which the span can start in a stretch of a changed copy."""
    inside = words.after(borders.start_inside, low, high)
    outside = [word + 2 for word in words.after(borders.start_outside, low, high)]
    return _both(inside, outside)


def end_by_borders(borders: Borders, words: WordsOf, low: int, high: int) -> Sequence[int]:
    """Return the words with which the span can end in a stretch of a changed copy."""
    inside = [word + 1 for word in words.after(borders.end_inside, low, high)]
    outside = [word - 1 for word in words.after(borders.end_outside, low, high)]
    return _both(inside, outside)


def _both(inside: Sequence[int], outside: Sequence[int]) -> Sequence[int]:
    """Return the words that both sides of a border tell, else those that one of them tells."""
    return sorted(set(inside) & set(outside)) or sorted(set(inside) | set(outside))
