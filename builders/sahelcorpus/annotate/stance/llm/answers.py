"""What of an answer is taken: rows that fit the schema and whose evidence stands in the article; no other."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.found import EVIDENCED, SIGNS, FoundStance
from sahelcorpus.annotate.stance.llm.prompt import holders, targets
from sahelcorpus.annotate.wording import places_of
from sahelcorpus.records import Span
from sahelcorpus.records.vocabulary import Endorsement, HolderKind, QuoteType, StanceLabel

_NOT_PRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST = 300


class UnreadableAnswerError(ValueError):
    """An answer that is not of the schema's form, as a whole."""


class _Row(BaseModel):
    """One row of an answer, as the schema asks for it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    holder: str
    target: str
    label: Literal["favor", "against", "neutral", "mixed", "unclear"]
    intensity: Literal[-2, -1, 0, 1, 2]
    endorsement: Literal["endorsed", "distanced", "neutral_report", "unclear"]
    evidence: list[str]
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
    reason: str


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer, read.

    Attributes:
        found: The rows that hold, those of the article's voice first, as `annotate_stance` promises.
        refused: Why each other row was refused.
    """

    found: list[FoundStance]
    refused: list[str]


class _RefusedRowError(Exception):
    """A row that does not hold, in words."""


def rows_of(content: str) -> list[Any]:
    """Return the rows of an answer, not yet looked at.

    Raises:
        UnreadableAnswerError: if it is not a JSON object with a list of `stances`.
    """
    try:
        plain = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableAnswerError(f"found an answer that is not JSON: {error}") from None
    if not isinstance(plain, dict) or plain.keys() != {"stances"} or not isinstance(plain["stances"], list):
        raise UnreadableAnswerError("found JSON of another form; allowed: an object with the list `stances` alone")
    return plain["stances"]


def read_answer(article: StanceArticle, rows: list[Any]) -> ReadAnswer:
    """Return what of an answer holds; with targets given, each of them has its row, `unclear` where the answer fails.

    Args:
        article: The article that was asked about.
        rows: What `rows_of` gave.
    """
    by_pair: dict[tuple[int | None, int], FoundStance] = {}
    refused = []
    for number, plain in enumerate(rows, start=1):
        try:
            pair, stance = _stance(article, plain)
            if pair in by_pair:
                raise _RefusedRowError("found a second row for this holder and target")  # noqa: TRY301 - one way out
            by_pair[pair] = stance
        except _RefusedRowError as error:
            refused.append(f"row {number}: {error}")
    voiced = [by_pair.pop((None, target), None) for target in range(len(article.targets))]
    if article.targets_given:
        why = refused[0] if refused else "it has no row for this target"
        voiced = [
            stance or no_answer(article, target, f"The answer cannot be used: {why}.")
            for target, stance in enumerate(voiced)
        ]
    quoted = sorted(by_pair.items(), key=lambda item: (item[0][0] or 0, item[0][1]))
    return ReadAnswer([*filter(None, voiced), *(stance for _, stance in quoted)], refused)


def no_answer(article: StanceArticle, target: int, why: str) -> FoundStance:
    """Return the row for a target about which there is no usable answer: unclear, and sure of nothing."""
    return FoundStance(
        holder_kind=HolderKind.ARTICLE_VOICE,
        target=article.targets[target],
        label=StanceLabel.UNCLEAR,
        evidence=(),
        confidence=0.0,
        explanation=_one_line(why),
        endorsement=Endorsement.ENDORSED,
    )


def _stance(article: StanceArticle, plain: Any) -> tuple[tuple[int | None, int], FoundStance]:
    try:
        row = _Row.model_validate(plain)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(step) for step in fault["loc"]) or "the row"
        raise _RefusedRowError(f"{place}: {fault['msg'][0].lower()}{fault['msg'][1:]}") from None
    holder, target = holders(article), targets(article)
    if row.holder not in holder:
        raise _RefusedRowError(f"found the holder {row.holder[:40]!r}; allowed: {', '.join(holder)}")
    if row.target not in target:
        raise _RefusedRowError(f"found the target {row.target[:40]!r}; allowed: {', '.join(target)}")
    quote, label = holder[row.holder], StanceLabel(row.label)
    allowed = SIGNS.get(label, frozenset((0,)))
    if row.intensity not in allowed:
        steps = " or ".join(str(step) for step in sorted(allowed))
        raise _RefusedRowError(f"found the intensity {row.intensity} with {label}; allowed: {steps}")
    spans = tuple(_evidence(article, quote, words) for words in row.evidence)
    if label in EVIDENCED and not spans:
        raise _RefusedRowError(f"found no evidence for {label}; allowed: at least one piece")
    speech = None if quote is None else article.quotes[quote]
    stance = FoundStance(
        holder_kind=HolderKind.ARTICLE_VOICE if speech is None else HolderKind.QUOTED_SPEAKER,
        target=article.targets[target[row.target]],
        label=label,
        evidence=tuple(sorted(set(spans), key=lambda span: (span.start, span.end))),
        confidence=row.confidence,
        explanation=_one_line(row.reason) or "The model gave no reason.",
        holder_name=None if speech is None else speech.speaker_name,
        holder_actor_id=None if speech is None else speech.actor_id,
        quote=quote,
        intensity=row.intensity if label in SIGNS else None,
        endorsement=Endorsement.ENDORSED if speech is None else Endorsement(row.endorsement),
    )
    return (quote, target[row.target]), stance


def _evidence(article: StanceArticle, quote: int | None, words: str) -> Span:
    """Return the place of a piece of evidence: in the quotation, or outside direct quotations."""
    places = places_of(article.text, words)
    if quote is None:
        direct = [place for speech in article.quotes if speech.type is QuoteType.DIRECT for place in speech.segments]
        kept = [one for one in places if not any(start < one.end and one.start < end for start, end in direct)]
        where = "outside direct quotations"
    else:
        segments = article.quotes[quote].segments
        kept = [one for one in places if any(start <= one.start and one.end <= end for start, end in segments)]
        where = f"in q{quote + 1}"
    if not kept:
        there = f", but not {where}" if places else ""
        standing = "that stands in the text" if places else "that does not stand in the text"
        raise _RefusedRowError(f"found the evidence {words[:60]!r}, {standing}{there}; allowed: its very words")
    return kept[0]


def _one_line(words: str) -> str:
    line = " ".join(_NOT_PRINTED.sub(" ", words).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
