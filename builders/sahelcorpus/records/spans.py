"""Places in a text: half-open, counted in Unicode code points, and always carrying the text that they cover."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.base import Record, about
from sahelcorpus.records.vocabulary import CueKind

Start = Annotated[
    int, about("First code point of the span in the canonical text.", unit="code points", examples=[2258], ge=0)
]
End = Annotated[int, about("One past the last code point of the span.", unit="code points", examples=[2267], ge=1)]
Covered = Annotated[
    str,
    about(
        "The text the span covers: `text[start:end]`; empty only where a stand-off dataset withholds it.",
        examples=["« fuite »"],
    ),
]


class Span(Record):
    """A half-open stretch of the canonical text."""

    start: Start
    end: End
    text: Covered

    def lies_in(self, text: str) -> bool:
        """Say whether `text[start:end]` is exactly the stored text."""
        return text[self.start : self.end] == self.text


class Cue(Span):
    """The word that announces a quotation."""

    lemma: Annotated[str, about("Dictionary form of the cue.", examples=["expliquer"], min_length=1)]
    kind: Annotated[CueKind, about("Part of speech of the cue.", examples=["verb"])]
