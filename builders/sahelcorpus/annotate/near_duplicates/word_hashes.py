"""Words and runs of words as 64-bit numbers, many texts at a time.

Tokenising in Python is what a search for near-duplicates spends its time on. Here a text is an array of code points,
and one table says of each code point whether it belongs to a word and what it counts for: letters count as their base
letter in lower case (`É` as `e`), so that capitals and lost accents hide no copy; marks, signs and spaces only
separate. A word's number is a polynomial over its letters, taken from running sums, so that no loop runs over words.

Equal words have equal numbers on every machine and in every process. Two different runs of words share a number by
chance once in 2⁶⁴.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_CODE_POINTS = 0x20000
"""Code points that the table covers: the planes that letters of living scripts stand in; others separate words."""

_UNSEEN = "\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, tatweel, joiners and marks of no width
_DROPPED = np.uint64(1)  # stands in the table for what is left out of words: the unseen, and marks over letters
_BASE = np.uint64(0x9E3779B97F4A7C2B)  # 3 modulo 4, so that no transposition of letters is lost
_CODE_POINTS_AT_ONCE = 200_000  # as many as stay in a core's cache with what is computed from them


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts.

    Attributes:
        numbers: The words' numbers, text after text.
        ends: For each text, how many words it and the texts before it have.
    """

    numbers: Numbers
    ends: Places

    def runs(self, length: int) -> tuple[Numbers, Places]:
        """Return the numbers of all runs of so many consecutive words within a text, and where each text's end.

        A text with fewer words has no runs. A run that stands twice is given twice.
        """
        count = len(self.numbers) - length + 1
        if count <= 0:
            return np.zeros(0, np.uint64), np.zeros(len(self.ends), np.int64)
        run = np.zeros(count, np.uint64)
        for place in range(length):
            run *= _BASE
            run += self.numbers[place : place + count]
        word_counts = np.diff(self.ends, prepend=0)
        starts = self.ends - word_counts
        lengths = np.maximum(word_counts - (length - 1), 0)
        within = np.zeros(count + 1, np.int8)
        open_ = lengths > 0
        within[starts[open_]] += 1
        within[starts[open_] + lengths[open_]] -= 1
        return mixed(run[np.cumsum(within[:-1], dtype=np.int8) > 0]), np.cumsum(lengths)

    def whole(self) -> Numbers:
        """Return one number for each text: equal for texts of the same words in the same order."""
        word_counts = np.diff(self.ends, prepend=0)
        starts = self.ends - word_counts
        powers = _powers(int(word_counts.max(initial=0)) + 1)
        place = np.arange(len(self.numbers)) - np.repeat(starts, word_counts)
        sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(self.numbers * powers[place], dtype=np.uint64)])
        return mixed(sums[self.ends] - sums[starts] + word_counts.astype(np.uint64))


def words_of(texts: Sequence[str]) -> Words:
    """Return the words of some texts as numbers."""
    numbers, ends = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    before = 0
    for batch in _batches(texts):
        part = _batch_words(batch)
        numbers.append(part.numbers)
        ends.append(part.ends + before)
        before += len(part.numbers)
    return Words(np.concatenate(numbers), np.concatenate(ends))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _CODE_POINTS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _batch_words(texts: Sequence[str]) -> Words:
    joined = "\n".join(texts) + "\n"
    code_points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = _letters()[np.minimum(code_points, _CODE_POINTS - 1)]
    text_ends = np.cumsum(np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts)))
    kept = letters != _DROPPED
    if not kept.all():
        text_ends = np.cumsum(kept)[text_ends - 1]
        letters = letters[kept]
    is_letter = letters != 0
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1]) + 1
    if is_letter[0]:
        edges = np.concatenate([np.zeros(1, np.int64), edges])
    starts, ends = edges[0::2], edges[1::2]  # every text ends in a line end, so every word that starts ends
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * _powers(len(letters)), dtype=np.uint64)])
    numbers = mixed((sums[ends] - sums[starts]) * _inverse_powers(len(letters))[starts])
    return Words(numbers, np.searchsorted(starts, text_ends).astype(np.int64))


def mixed(numbers: Numbers) -> Numbers:
    """Return numbers with every bit spread over all 64 (the finisher of SplitMix64: G. Steele and others, 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@cache
def _letters() -> Numbers:
    """Return what each code point counts for: 0 separates words."""
    table = np.zeros(_CODE_POINTS, np.uint64)
    base = np.zeros(_CODE_POINTS, np.uint64)
    for code_point in range(_CODE_POINTS - 1):
        character = chr(code_point)
        category = unicodedata.category(character)
        if category == "Mn" or character in _UNSEEN:
            table[code_point] = _DROPPED
        elif category[0] in "LNM":
            base[code_point] = ord(unicodedata.normalize("NFKD", character.casefold())[0].casefold()[0])
    found = base != 0
    table[found] = mixed(base[found] * _BASE) | np.uint64(2)  # neither 0 nor `_DROPPED`
    return table


@cache
def _all_powers(base: int, size: int) -> Numbers:
    powers = np.full(size, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)


def _powers(count: int) -> Numbers:
    """Return the base's powers, at least so many."""
    return _all_powers(int(_BASE), 1 << max(count - 1, 1).bit_length())[:count]


def _inverse_powers(count: int) -> Numbers:
    return _all_powers(pow(int(_BASE), -1, 2**64), 1 << max(count - 1, 1).bit_length())[:count]
