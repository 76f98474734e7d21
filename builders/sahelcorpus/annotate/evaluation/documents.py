"""Gold and predictions as files of one JSON object a line, read and proven before anything is scored.

Gold has `id`, `text` and `quotes`, predictions `id` and `quotes`; the classes below name what else they may have. Other
keys are passed over.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, Field, ValidationError, model_validator

from sahelcorpus.records.vocabulary import SpeakerKind

_LONGEST = 60


def _ordered(place: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= place[0] < place[1]:
        raise ValueError("[start, end] with 0 ≤ start < end")
    return place


_Place = Annotated[tuple[int, int], AfterValidator(_ordered)]
_Places = Annotated[list[_Place], Field(min_length=1)]


class _Predicted(BaseModel):
    """A predicted quotation."""

    type: str | None = None
    segments: _Places
    cue: _Place | None = None
    speaker: _Place | None = None
    speaker_name: str | None = None
    speaker_kind: SpeakerKind | None = None
    actor_id: str | None = None
    construction: str | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class _Gold(_Predicted):
    """A gold quotation; `alt_…` and `speaker_names` are second readings, of which the better counts."""

    type: str
    alt_segments: list[_Place] | None = None
    alt_speaker: _Place | None = None
    speaker_names: list[str | None] | None = None


class _PredictedDocument(BaseModel):
    """What was predicted for a document."""

    id: str
    quotes: list[_Predicted]


class _GoldDocument(BaseModel):
    """A document with its gold quotations.

    Attributes:
        style: What kind of outlet it is from, to score by; as are `lang` and `outlet`.
        optional: Quotations on which annotators disagreed: a prediction that fits one alone does not count.
        exhaustive: Whether all quotations of the text are listed.
        not_quote_cues: Words that announce no quotation here.
        other_spans: Places on which gold does not judge.
    """

    id: str
    text: str
    quotes: list[_Gold]
    lang: str | None = None
    style: str | None = None
    outlet: str | None = None
    optional: list[_Gold] = []
    exhaustive: bool = True
    not_quote_cues: list[_Place] = []
    other_spans: list[_Place] = []

    @model_validator(mode="after")
    def _within_text(self) -> Self:
        last = max((end for quote in (*self.quotes, *self.optional) for _, end in quote.segments), default=0)
        if last > len(self.text):
            raise ValueError(f"places within the text's {len(self.text)} code points, not up to {last}")
        return self


class UnreadableDocumentsError(ValueError):
    """A file of documents that cannot be scored, in words: the file, the line, what was found, what is allowed."""


def read_documents(path: Path, *, gold: bool) -> list[dict[str, Any]]:
    """Return the documents of a file, in its order.

    Args:
        path: A file of one JSON object a line; blank lines are passed over.
        gold: Whether they are gold documents, with their texts, or what was predicted for them.

    Raises:
        UnreadableDocumentsError: at the first line that does not fit, or whose id stood before.
    """
    form: type[_GoldDocument | _PredictedDocument] = _GoldDocument if gold else _PredictedDocument
    documents = []
    lines: dict[str, int] = {}
    try:
        whole = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocumentsError(f"{path}: found {error.reason} at byte {error.start}; allowed: UTF-8") from error
    for number, line in enumerate(whole.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            read = form.model_validate_json(line, strict=True)
        except ValidationError as error:
            raise UnreadableDocumentsError(f"{path}:{number}: {_in_words(error)}") from error
        if read.id in lines:
            words = f"found the id {read.id!r} again, first on line {lines[read.id]}; allowed: each id once"
            raise UnreadableDocumentsError(f"{path}:{number}: {words}")
        lines[read.id] = number
        documents.append(json.loads(line))
    return documents


def _in_words(error: ValidationError) -> str:
    """Return the first of a line's errors: where, what was found, what is allowed."""
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    found = "nothing" if first["type"] == "missing" else repr(first["input"])
    found = found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"
    allowed = first["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    return f"found {found}{f' as {where}' if where else ''}; allowed: {allowed}"
