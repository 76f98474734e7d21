"""What the extractor finds: quotations as plain values, in code points of the text that it was given."""

from __future__ import annotations

from typing import NamedTuple

from sahelcorpus.records.vocabulary import CueKind, QuoteType

Place = tuple[int, int]
"""A half-open stretch of a text, in Unicode code points."""


class FoundCue(NamedTuple):
    """The word that announces a quotation."""

    place: Place
    lemma: str
    kind: CueKind


class FoundQuote(NamedTuple):
    """One quotation, and how it was found.

    Attributes:
        type: Direct, mixed or indirect, as the guidelines define them.
        segments: The content, in text order and without overlap; at least one, none empty.
        cue: The announcing word, or None where there is only a colon, or nothing.
        speaker: The mention that the cue takes in the same sentence, or None.
        confidence: How often a quotation of this construction is right, as a probability.
        construction: The name of the construction that found it, to trace errors by.
    """

    type: QuoteType
    segments: tuple[Place, ...]
    cue: FoundCue | None
    speaker: Place | None
    confidence: float
    construction: str
