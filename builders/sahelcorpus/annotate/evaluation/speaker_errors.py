"""Errors about speakers, to read: wrong and missed names, wrong and missed actors, each in its context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sahelcorpus.annotate.evaluation.matching import PlainQuote
from sahelcorpus.annotate.evaluation.quote_errors import in_context, wrapped_lines
from sahelcorpus.annotate.evaluation.speakers_scored import Pair, ScoredSpeakers


class SpeakerErrorKind(StrEnum):
    """What is wrong with the speaker of a quotation that was found."""

    WRONG_NAME = "wrong name"
    MISSED_NAME = "missed name"
    WRONG_ACTOR = "wrong actor"
    MISSED_ACTOR = "missed actor"


@dataclass(frozen=True, slots=True)
class SpeakerError:
    """One error.

    Attributes:
        kind: What is wrong.
        document: The gold document.
        gold: The gold quotation.
        predicted: The prediction that was matched with it.
    """

    kind: SpeakerErrorKind
    document: Mapping[str, Any]
    gold: PlainQuote
    predicted: PlainQuote

    def in_words(self, width: int = 100) -> str:
        """Return the error with the text in context, in lines of at most `width` columns where words allow it."""
        about = ", ".join(str(self.document[key]) for key in ("lang", "style", "outlet") if self.document.get(key))
        lines = wrapped_lines(f"{self.kind}: {self.document['id']}{f' ({about})' if about else ''}", width, "", " " * 2)
        for title, quote in (("gold", self.gold), ("found", self.predicted)):
            lines += wrapped_lines(_whom(quote), width, f"  {title + ':':<7}", " " * 9)
        lines += wrapped_lines(in_context(self.document["text"], self.gold), width, "  text:  ", " " * 9)
        return "\n".join(lines)

    def as_plain(self) -> dict[str, Any]:
        """Return the error as plain data: `kind`, `document` (its id), `gold` and `predicted`."""
        named = {"kind": str(self.kind), "document": self.document["id"]}
        return named | {"gold": self.gold, "predicted": self.predicted}


def _whom(quote: PlainQuote) -> str:
    """Return whom a quotation is given to: name, actor, kind of mention, and how the name was found."""
    parts = [str(quote.get("speaker_name") or "nobody")]
    if quote.get("actor_id"):
        parts.append(f"actor {quote['actor_id']}")
    parts += [str(quote[key]) for key in ("speaker_kind",) if quote.get(key)]
    if quote.get("speaker_how"):
        parts.append(f"found by {quote['speaker_how']}, {quote['speaker_confidence']}")
    return "; ".join(parts)


def speaker_errors(one: ScoredSpeakers) -> Iterator[SpeakerError]:
    """Yield what is wrong with the speakers of a document's quotations that were found, in the order of gold.

    A quotation that was not found is an error about quotations, which `quote_errors` yields.
    """
    for pair in one.pairs:
        if pair.predicted is not None:
            for kind in _kinds(pair, pair.predicted):
                yield SpeakerError(kind, one.document, pair.gold, pair.predicted)


def _kinds(pair: Pair, found: PlainQuote) -> Iterator[SpeakerErrorKind]:
    if pair.names and not pair.name_is_right:
        yield SpeakerErrorKind.WRONG_NAME if found.get("speaker_name") else SpeakerErrorKind.MISSED_NAME
    wanted, given = pair.gold.get("actor_id"), found.get("actor_id")
    if given is not None and given != wanted:
        yield SpeakerErrorKind.WRONG_ACTOR
    elif given is None and wanted is not None and "actor_id" in found:
        yield SpeakerErrorKind.MISSED_ACTOR
