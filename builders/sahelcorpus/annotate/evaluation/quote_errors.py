"""Errors of a quotation extractor, to read: missed, spurious, wrong extent, wrong speaker, each in its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelcorpus.annotate.evaluation.matching import PlainQuote, characters, matched, overlap
from sahelcorpus.annotate.evaluation.quote_scores import speaker_is_right

_CONTEXT = 80
_SAME = 0.3
_EXACT = 0.8


@dataclass(frozen=True, slots=True)
class QuoteError:
    """One error.

    Attributes:
        kind: `missed`, `spurious`, `wrong extent` or `wrong speaker`.
        document: The document's id.
        gold: The gold quotation, or None.
        predicted: The predicted one, or None.
    """

    kind: str
    document: str
    gold: PlainQuote | None
    predicted: PlainQuote | None

    def in_words(self, text: str) -> str:
        """Return the error with the text in context, over a few lines."""
        lines = [f"{self.kind}: {self.document}"]
        for title, quote in (("gold", self.gold), ("found", self.predicted)):
            if quote is not None:
                name = quote.get("construction")
                lines.append(f"  {title + ':':<7}{_in_context(text, quote)}{f'  [{name}]' if name else ''}")
        return "\n".join(lines)


def _in_context(text: str, quote: PlainQuote) -> str:
    start, end = quote["segments"][0][0], quote["segments"][-1][1]
    content = " … ".join(text[first:last] for first, last in quote["segments"])
    speaker = text[slice(*quote["speaker"])] if quote.get("speaker") else "nobody"
    around = f"{text[max(0, start - _CONTEXT) : start]}⟦{content}⟧{text[end : end + _CONTEXT]}"
    return f"{quote['type']}, by {speaker}: {around}".replace("\n", "⏎")


def errors(document: str, gold: Sequence[PlainQuote], predicted: Sequence[PlainQuote]) -> Iterator[QuoteError]:
    """Yield a document's errors: what matched nothing first, then what matched badly."""
    pairs = matched(gold, predicted, _SAME)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    yield from (QuoteError("missed", document, quote, None) for row, quote in enumerate(gold) if row not in rows)
    for column, quote in enumerate(predicted):
        if column not in columns:
            yield QuoteError("spurious", document, None, quote)
    for row, column in pairs:
        one, other = gold[row], predicted[column]
        if overlap(characters(one["segments"]), characters(other["segments"])) < _EXACT:
            yield QuoteError("wrong extent", document, one, other)
        elif one.get("speaker") and not speaker_is_right(one, other):
            yield QuoteError("wrong speaker", document, one, other)
