"""The shape of a text: how long its words and the gaps between them are, and nothing of what they say.

A stand-off dataset carries the shape of each text that it must not carry. By it a copy of the text is recognised among
a user's own files, and places are found again in a copy that has changed here and there. A shape gives about two to
three bits a word, far less than it takes to tell a text by; other apostrophes, quotation marks and no-break spaces do
not change it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Self

_WORD = re.compile(r"\w+")
_SHINGLE = 8
"""Words of a shingle: about 25 bits, so that two texts seldom share one by chance."""

_CORES = (10, 7)
"""Words in a row that must be alike, and nowhere else alike within the stretch compared, to be taken for the same."""

_CHANCE = 2
"""Words beside a change of which nothing else tells that they are the same: lengths agree by chance once in six."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a text.

    Attributes:
        words: Length of each word, in code points.
        gaps: Length of what stands before each word and after the last one: one more than there are words.
    """

    words: tuple[int, ...]
    gaps: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the shape of a text."""
        words, gaps, end = [], [], 0
        for match in _WORD.finditer(text):
            gaps.append(match.start() - end)
            words.append(len(match[0]))
            end = match.end()
        return cls(tuple(words), (*gaps, len(text) - end))

    def numbers(self) -> list[int]:
        """Return the shape as one list: gap, word, gap, word, …, gap."""
        return [*chain.from_iterable(zip(self.gaps, self.words, strict=False)), self.gaps[-1]]

    @classmethod
    def from_numbers(cls, numbers: Sequence[int]) -> Self:
        """Return the shape that `numbers` gave.

        Raises:
            ValueError: if that is no shape.
        """
        if len(numbers) % 2 == 0 or any(number < 0 for number in numbers) or 0 in numbers[1::2]:
            raise ValueError("the shape of a text is gap, word, …, gap: an odd number of lengths")
        return cls(tuple(numbers[1::2]), tuple(numbers[::2]))

    def starts(self) -> list[int]:
        """Return where each word starts, in code points."""
        lengths = (gap + word for gap, word in zip(self.gaps[1:], self.words, strict=True))
        return list(accumulate(lengths, initial=self.gaps[0]))[: len(self.words)]

    def shingles(self) -> Iterator[tuple[int, ...]]:
        """Yield every run of words of a fixed number, by their lengths."""
        yield from zip(*(self.words[offset:] for offset in range(_SHINGLE)), strict=False)


class ShapesAtHand:
    """Shapes by which texts are recognised."""

    def __init__(self, shapes: Iterable[tuple[str, Shape]]) -> None:
        """Take in shapes, each with the id of its text."""
        self._shingles: dict[tuple[int, ...], list[str]] = defaultdict(list)
        self._counts: dict[str, int] = {}
        for identity, shape in shapes:
            distinct = set(shape.shingles())
            self._counts[identity] = len(distinct)
            for shingle in distinct:
                self._shingles[shingle].append(identity)

    def likeness(self, shape: Shape) -> dict[str, float]:
        """Return, for every text that shares a shingle with this shape, what part of its own shingles that is."""
        shared: dict[str, int] = defaultdict(int)
        for shingle in set(shape.shingles()):
            for identity in self._shingles.get(shingle, ()):
                shared[identity] += 1
        return {identity: count / self._counts[identity] for identity, count in shared.items()}


class Alignment:
    """Which places of one text are which of another, as far as their shapes leave no doubt.

    Words are matched where a run of them is alike and occurs but once in either stretch (the anchors of a patience
    diff), then outward from there while the lengths agree. Where a word was left out beside another of its length,
    either may be the one that went: those count as unmatched.
    """

    def __init__(self, old: Shape, new: Shape) -> None:
        """Align two shapes."""
        self._old, self._new = old, new
        self._old_starts, self._new_starts = old.starts(), new.starts()
        self._length = sum(new.words) + sum(new.gaps)
        self._to: dict[int, int] = {}
        self._match((0, len(old.words)), (0, len(new.words)))
        self._drop_doubtful()

    def start(self, offset: int) -> int | None:
        """Return where a span that starts at `offset` of the old text starts in the new one; None if in doubt."""
        return self._placed(offset, is_start=True)

    def end(self, offset: int) -> int | None:
        """Return where a span that ends at `offset` of the old text ends in the new one; None if in doubt."""
        return self._placed(offset, is_start=False)

    def start_at(self, offset: int, word: int) -> int | None:
        """Return where a span that starts at `offset` of the old text starts if its first word is now that word."""
        return self._at_word(offset, word, is_start=True)

    def end_at(self, offset: int, word: int) -> int | None:
        """Return where a span that ends at `offset` of the old text ends if its last word is now that word."""
        return self._at_word(offset, word, is_start=False)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the new text in which a span of the old one must lie, whatever became of it.

        It reaches from the nearest sure word before the span to the nearest one after it, or to the text's end.
        """
        before = self._inner_word(start, is_start=True)
        before = len(self._old.words) - 1 if before is None else before - 1
        while before >= 0 and before not in self._to:
            before -= 1
        after = self._inner_word(end, is_start=False)
        after = 0 if after is None else after + 1
        while after < len(self._old.words) and after not in self._to:
            after += 1
        low = self._new_starts[self._to[before]] + self._new.words[self._to[before]] if before >= 0 else 0
        return low, self._new_starts[self._to[after]] if after < len(self._old.words) else self._length

    def _match(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Match the words of two stretches, each from and up to a number of a word."""
        # the last two say whether an anchor stands before the stretches, and after them
        stack = [(old, new, False, False)]
        while stack:
            (a, a_end), (b, b_end), is_held_before, is_held_after = stack.pop()
            prefix, suffix = self._like_ends((a, a_end), (b, b_end), is_held_before, is_held_after)
            self._to.update((a + n, b + n) for n in range(prefix))
            self._to.update((a_end - 1 - n, b_end - 1 - n) for n in range(suffix))
            a, b, a_end, b_end = a + prefix, b + prefix, a_end - suffix, b_end - suffix
            anchors = self._anchors((a, a_end), (b, b_end))
            if not anchors:
                continue
            at_a, at_b, is_held = a, b, is_held_before
            for start, place, size in anchors:
                self._to.update((start + n, place + n) for n in range(size))
                stack.append(((at_a, start), (at_b, place), is_held, True))
                at_a, at_b, is_held = start + size, place + size, True
            stack.append(((at_a, a_end), (at_b, b_end), True, is_held_after))

    def _like_ends(
        self, old: tuple[int, int], new: tuple[int, int], is_held_before: bool, is_held_after: bool
    ) -> tuple[int, int]:
        """Return how many words are alike at the start and at the end of two stretches, beside anchors only."""
        ours, others = self._old.words[slice(*old)], self._new.words[slice(*new)]
        least = min(len(ours), len(others))
        prefix = suffix = 0
        if is_held_before or ours == others:
            prefix = next((n for n in range(least) if ours[n] != others[n]), least)
        if is_held_after:
            suffix = next((n for n in range(least - prefix) if ours[-1 - n] != others[-1 - n]), least - prefix)
        return prefix, suffix

    def _drop_doubtful(self) -> None:
        """Unmatch the words at the ends of runs that are matched by chance as likely as not."""
        runs: list[tuple[int, int, int]] = []
        for word, place in sorted(self._to.items()):
            if runs and word - runs[-1][0] == place - runs[-1][1] == runs[-1][2]:
                runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
            else:
                runs.append((word, place, 1))
        words, others = self._old.words, self._new.words
        for (a, b, size), (next_a, next_b, next_size) in pairwise(runs):
            end_a, end_b = a + size, b + size
            left_a, left_b = next_a - end_a, next_b - end_b
            least = min(left_a, left_b)
            if left_a == left_b and least <= 1:
                continue  # one word put for another, or nothing between them
            back = 0
            while back < least + size and words[next_a - 1 - back] == others[next_b - 1 - back]:
                back += 1
            on = 0
            while on < least + next_size and words[end_a + on] == others[end_b + on]:
                on += 1
            chance = _CHANCE if least else 0
            for n in range(max(chance, back - least)):
                self._to.pop(end_a - 1 - n, None)
            for n in range(max(chance, on - least)):
                self._to.pop(next_a + n, None)

    def _anchors(self, old: tuple[int, int], new: tuple[int, int]) -> list[tuple[int, int, int]]:
        """Return runs that are alike and unique in both stretches, in order: start in the old, in the new, words."""
        for size in _CORES:
            ours, others = self._once(self._old.words, old, size), self._once(self._new.words, new, size)
            pairs = sorted((place, others[run]) for run, place in ours.items() if run in others)
            chain_ = _longest_rising(pairs)
            if chain_:
                return _joined(chain_, size)
        return []

    @staticmethod
    def _once(words: Sequence[int], stretch: tuple[int, int], size: int) -> dict[tuple[int, ...], int]:
        found: dict[tuple[int, ...], int] = {}
        twice = set()
        for place in range(stretch[0], stretch[1] - size + 1):
            run = tuple(words[place : place + size])
            if run in found:
                twice.add(run)
            found[run] = place
        return {run: place for run, place in found.items() if run not in twice}

    def _placed(self, offset: int, *, is_start: bool) -> int | None:
        """Place a border of a span: by the word on its inner side, else by the one on its outer side.

        A gap at the border must have kept its length: where it has not, a word or a mark came or went there.
        """
        inner = self._inner_word(offset, is_start=is_start)
        if inner is None:
            return None
        distance = offset - self._old_starts[inner] - (0 if is_start else self._old.words[inner])
        is_inside_word = distance > 0 if is_start else distance < 0
        step = -1 if is_start else 1
        new_inner, new_outer = self._to.get(inner), self._to.get(inner + step)
        if new_inner is None and new_outer is not None and not is_inside_word:
            new_inner = new_outer - step
        if new_inner is None or not 0 <= new_inner < len(self._new.words):
            return None
        if not is_inside_word:
            old_gap = self._old.gaps[inner + (0 if is_start else 1)]
            new_gap = self._new.gaps[new_inner + (0 if is_start else 1)]
            is_at_end_of_text = not 0 <= inner + step < len(self._old.words)
            if new_gap != old_gap and not (is_at_end_of_text and abs(distance) <= new_gap):
                return None
            if new_outer is not None and new_outer != new_inner + step:
                return None
        return self._new_starts[new_inner] + (0 if is_start else self._new.words[new_inner]) + distance

    def _at_word(self, offset: int, word: int, *, is_start: bool) -> int | None:
        inner = self._inner_word(offset, is_start=is_start)
        if inner is None or not 0 <= word < len(self._new.words):
            return None
        distance = offset - self._old_starts[inner] - (0 if is_start else self._old.words[inner])
        if distance > 0 if is_start else distance < 0:
            return None  # inside a word, which may be another one of the same length
        if distance and self._old.gaps[inner + (not is_start)] != self._new.gaps[word + (not is_start)]:
            return None
        return self._new_starts[word] + (0 if is_start else self._new.words[word]) + distance

    def _inner_word(self, offset: int, *, is_start: bool) -> int | None:
        """Return the number of the first word of a span that starts here, or of the last one of one that ends here."""
        if is_start:
            number = bisect_right(self._old_starts, offset) - 1
            if number >= 0 and self._old_starts[number] + self._old.words[number] > offset:
                return number
            return number + 1 if number + 1 < len(self._old.words) else None
        number = bisect_left(self._old_starts, offset) - 1
        return number if number >= 0 else None


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs, sorted by their first number, whose second numbers rise too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    chosen: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        chosen.append(pairs[last])
        last = before[last]
    return chosen[::-1]


def _joined(pairs: Iterable[tuple[int, int]], size: int) -> list[tuple[int, int, int]]:
    """Return runs of one size as few and long ones: those that overlap alike in both texts are one.

    A run that overlaps its neighbour in one text only is in doubt and left out.
    """
    joined: list[tuple[int, int, int]] = []
    for start, place in pairs:
        if joined:
            last_start, last_place, length = joined[-1]
            if start - last_start == place - last_place and start <= last_start + length:
                joined[-1] = (last_start, last_place, start - last_start + size)
                continue
            if start < last_start + length or place < last_place + length:
                continue
        joined.append((start, place, size))
    return joined
