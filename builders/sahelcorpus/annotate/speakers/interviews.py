"""Interviews: which quotations answer a question of the paragraph before, and whom the questions are put to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sahelcorpus.annotate.quotes.found import FoundQuote
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.proper_names import Person
from sahelcorpus.annotate.speakers.referents import Referent, Spoken
from sahelcorpus.annotate.speakers.scenes import Scenes

OPENING = frozenset("«“\"‘'—–-•<")
"""What a paragraph begins with that quotes or answers."""

_LEAST_ANSWERS = 3
_MOST_MARKS = 20
_LETTER = re.compile(r"[^\W\d_]")


class Interview:
    """What a text has of an interview."""

    def __init__(self, cast: Cast, scenes: Scenes, quotes: Sequence[FoundQuote], spoken: Sequence[Spoken]) -> None:
        self._cast = cast
        self._scenes = scenes
        self._quotes = quotes
        self._spoken = spoken
        self._answer_starts: frozenset[int] | None = None
        self._interviewed: Referent | None = None
        self._is_interviewed_known = False

    @property
    def is_one(self) -> bool:
        """Whether so many questions are answered that the text is an interview."""
        return len(self._answers()) >= _LEAST_ANSWERS

    def is_answer(self, quote: FoundQuote) -> bool:
        """Say whether a quotation opens its paragraph, and the one before asks; in an interview, or says something."""
        answers = self._answers()
        return bool(answers) and self._cast.names.line(quote.segments[0][0])[0] in answers

    def _answers(self) -> frozenset[int]:
        """Where the paragraphs start that a quotation opens after a question: in an interview all the answers."""
        if self._answer_starts is None:
            self._answer_starts = self._find_answers()
        return self._answer_starts

    def _find_answers(self) -> frozenset[int]:
        asked, told = [], []
        plain = self._cast.plain
        for quote in self._quotes:
            at = quote.segments[0][0]
            start, _ = self._cast.names.line(at)
            if start == 0 or at - start > _MOST_MARKS or _LETTER.search(plain, start, at):
                continue
            end = self._cast.names.text_end(start)
            if plain[end - 1 : end] in ("?", "…") or plain[max(0, end - 3) : end] == "...":
                asked.append(start)
            elif plain[self._cast.names.line(max(0, end - 1))[0]] not in OPENING:
                told.append(start)
        return frozenset(asked + told) if len(set(asked)) >= _LEAST_ANSWERS else frozenset(asked)

    @property
    def asked(self) -> Referent | None:
        """Who is interviewed: whom the text before the first answer names most, of several who spoke last."""
        if not self._is_interviewed_known:
            self._is_interviewed_known, self._interviewed = True, self._most_named()
        return self._interviewed

    def _most_named(self) -> Referent | None:
        first = min(self._answers(), default=len(self._cast.plain))
        counts: dict[int, tuple[int, int, Person]] = {}
        for name in self._cast.names.found:
            if name.start >= first:
                break
            if name.person is not None and not self._scenes.is_quoted(name.start):
                count, at, _ = counts.get(id(name.person), (0, -name.start, name.person))
                counts[id(name.person)] = (count + 1, at, name.person)
        if not counts:
            return None
        last = self._spoken[-1].referent if self._spoken else None

        def likelihood(entry: tuple[int, int, Person]) -> tuple[int, bool, int]:
            count, at, person = entry
            return count, last is not None and last.place == person.place, at

        return self._cast.person(max(counts.values(), key=likelihood)[2])
