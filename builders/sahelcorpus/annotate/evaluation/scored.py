"""A document beside what was predicted for it: which gold quotations were found, which predictions are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sahelcorpus.annotate.evaluation.matching import PlainQuote, characters, matched, overlap
from sahelcorpus.annotate.evaluation.quote_scores import document_counts, without_optional

RIGHT_FROM = 0.5
"""Least intersection over union at which a prediction is right."""

_ON = 0.3
_STRICT = 0.8


class Verdict(StrEnum):
    """What gold says of a prediction; where gold is not exhaustive, it leaves some open."""

    RIGHT = "right"
    PROVEN_WRONG = "proven wrong"
    NEITHER = "neither"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Scored:
    """A document with its predictions, matched.

    Attributes:
        document: The gold document: `id`, `text`, `quotes`, and what else it has, as `documents` describes it.
        predicted: The predictions that count: those that fit an optional quotation alone are left out.
        counts: What the document adds to the scores.
        found: At 0.5 and 0.8, which gold quotations were found, by their number.
        right: At 0.5 and 0.8, which predictions are right, by their number.
    """

    document: Mapping[str, Any]
    predicted: Sequence[PlainQuote]
    counts: Counter[str]
    found: Mapping[float, frozenset[int]]
    right: Mapping[float, frozenset[int]]

    @property
    def gold(self) -> Sequence[PlainQuote]:
        """The gold quotations."""
        quotes: Sequence[PlainQuote] = self.document["quotes"]
        return quotes

    def verdicts(self) -> list[Verdict]:
        """Return what gold says of each prediction.

        One that meets a gold quotation is right. Otherwise, one whose cue is among the document's `not_quote_cues` is
        proven wrong, one that lies on one of its `other_spans` is neither right nor wrong, and any other is open.
        """
        cues = self.document.get("not_quote_cues") or ()
        others = [characters([place]) for place in self.document.get("other_spans") or ()]
        said = []
        for number, quote in enumerate(self.predicted):
            cue = quote.get("cue")
            if number in self.right[RIGHT_FROM]:
                said.append(Verdict.RIGHT)
            elif cue and any(max(start, cue[0]) < min(end, cue[1]) for start, end in cues):
                said.append(Verdict.PROVEN_WRONG)
            elif any(overlap(characters(quote["segments"]), other) >= _ON for other in others):
                said.append(Verdict.NEITHER)
            else:
                said.append(Verdict.OPEN)
        return said


def scored(document: Mapping[str, Any], predicted: Sequence[PlainQuote]) -> Scored:
    """Match a document's gold quotations with what was predicted for it."""
    gold, optional = document["quotes"], document.get("optional") or ()
    kept = without_optional(gold, predicted, optional)
    pairs = {threshold: matched(gold, kept, threshold) for threshold in (RIGHT_FROM, _STRICT)}
    return Scored(
        document,
        kept,
        document_counts(gold, kept),
        {threshold: frozenset(row for row, _ in found) for threshold, found in pairs.items()},
        {threshold: frozenset(column for _, column in found) for threshold, found in pairs.items()},
    )
