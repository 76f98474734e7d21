"""Errors of a quotation extractor, to read: missed, spurious, wrong extent, wrong speaker, each in its context."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sahelcorpus.annotate.evaluation.marked_text import around
from sahelcorpus.annotate.evaluation.matching import PlainQuote, closeness, matched
from sahelcorpus.annotate.evaluation.quote_scores import speaker_is_right
from sahelcorpus.annotate.evaluation.scored import Scored, Verdict

_CONTEXT = 80
_SAME = 0.3
_EXACT = 0.8


class ErrorKind(StrEnum):
    """What is wrong with a quotation; `OPEN` is none yet: gold that is not exhaustive does not say."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG_EXTENT = "wrong extent"
    WRONG_SPEAKER = "wrong speaker"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class QuoteError:
    """One error.

    Attributes:
        kind: What is wrong.
        document: The gold document.
        gold: The gold quotation, or None.
        predicted: The predicted one, or None.
    """

    kind: ErrorKind
    document: Mapping[str, Any]
    gold: PlainQuote | None
    predicted: PlainQuote | None

    def in_words(self, width: int = 100) -> str:
        """Return the error with the text in context, in lines of at most `width` columns where words allow it."""
        about = ", ".join(str(self.document[key]) for key in ("lang", "style", "outlet") if self.document.get(key))
        lines = wrapped_lines(f"{self.kind}: {self.document['id']}{f' ({about})' if about else ''}", width, "", " " * 2)
        for title, quote in (("gold", self.gold), ("found", self.predicted)):
            if quote is not None:
                lines += wrapped_lines(in_context(self.document["text"], quote), width, f"  {title + ':':<7}", " " * 9)
        return "\n".join(lines)

    def as_plain(self) -> dict[str, Any]:
        """Return the error as plain data: `kind`, `document` (its id), `gold` and `predicted`."""
        named = {"kind": str(self.kind), "document": self.document["id"]}
        return named | {"gold": self.gold, "predicted": self.predicted}


def wrapped_lines(words: str, width: int, first: str, others: str) -> list[str]:
    """Return words in lines that begin with `first` and `others`; a word that is longer than a line stays whole."""
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def in_context(text: str, quote: PlainQuote) -> str:
    """Return a quotation in brackets with the words around it, and before it what is known of it."""
    start, end = quote["segments"][0][0], quote["segments"][-1][1]
    content = " … ".join(text[first:last] for first, last in quote["segments"])
    speaker = text[slice(*quote["speaker"])] if quote.get("speaker") else "nobody"
    begin, stop = around(text, start, end, _CONTEXT)
    words = re.sub(r"\s*\n\s*", " ⏎ ", f"{text[begin:start]}⟦{content}⟧{text[end:stop]}")
    name = quote.get("construction")
    how = f" [{name}, {quote['confidence']}]" if quote.get("confidence") is not None else f" [{name}]" if name else ""
    return f"{quote.get('type')}, by {speaker}{how}: {words}"


def errors(one: Scored, *, exhaustive: bool = True) -> Iterator[QuoteError]:
    """Yield a document's errors: what matched nothing first, then what matched badly.

    Args:
        one: The document with its predictions.
        exhaustive: Whether gold holds every quotation of its texts. If not, a prediction that meets none is spurious
            only if it is proven wrong; one on which gold does not judge is left out, any other is open.
    """
    gold, predicted, document = one.gold, one.predicted, one.document
    pairs = matched(gold, predicted, _SAME)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, quote in enumerate(gold):
        if row not in rows:
            yield QuoteError(ErrorKind.MISSED, document, quote, None)
    for column, (quote, verdict) in enumerate(zip(predicted, one.verdicts(), strict=True)):
        if column in columns or (not exhaustive and verdict is Verdict.NEITHER):
            continue
        is_error = exhaustive or verdict is Verdict.PROVEN_WRONG
        yield QuoteError(ErrorKind.SPURIOUS if is_error else ErrorKind.OPEN, document, None, quote)
    for row, column in pairs:
        wanted, found = gold[row], predicted[column]
        if closeness(wanted, found) < _EXACT:
            yield QuoteError(ErrorKind.WRONG_EXTENT, document, wanted, found)
        elif wanted.get("speaker") and not speaker_is_right(wanted, found):
            yield QuoteError(ErrorKind.WRONG_SPEAKER, document, wanted, found)
