"""The tables of a release: which there are, what a row is, what its key is, and how rows come from an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from sahelcorpus.records.articles import Article, ArticleId, Language, Published, SourceId
from sahelcorpus.records.base import Record, about
from sahelcorpus.records.quotes import AnnotatorId, Confidence, Guideline, JudgedAt, Quote
from sahelcorpus.records.registry import Actor, Annotator, Source
from sahelcorpus.records.spans import Span
from sahelcorpus.records.stances import Intensity, Stance
from sahelcorpus.records.vocabulary import JudgedKind, Origin, QuoteDecision, StanceLabel

ArticleOrigin = Annotated[Origin, about("Published by an outlet, or invented by this project.", examples=["published"])]


class QuoteRow(Quote):
    """One row of the `quotes` table: a quotation and where it was printed."""

    article_id: ArticleId
    source_id: SourceId
    language: Language
    published: Published = None
    origin: ArticleOrigin


class StanceRow(Stance):
    """One row of the `stances` table: a stance, where it was printed, and the quotation that carries it."""

    article_id: ArticleId
    source_id: SourceId
    language: Language
    published: Published = None
    origin: ArticleOrigin
    quote_text: Annotated[
        str | None,
        about("Text of the quotation that carries the evaluation; null for the article's voice.", examples=[None]),
    ] = None


class AnnotationRow(Record):
    """One row of the `annotations` table: one judgement of one annotator."""

    judgement_id: Annotated[
        str,
        about(
            "The judged record's id, a slash, and its position there.",
            examples=["bamada-milonov-minusma-2022.s1/0"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[qs][0-9]+/[0-9]+$",
        ),
    ]
    article_id: ArticleId
    judged_kind: Annotated[JudgedKind, about("Whether a quotation or a stance was judged.", examples=["stance"])]
    judged_id: Annotated[
        str,
        about(
            "Id of the quotation or stance.",
            examples=["bamada-milonov-minusma-2022.s1"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[qs][0-9]+$",
        ),
    ]
    annotator_id: AnnotatorId
    judged_at: JudgedAt
    guideline: Guideline
    confidence: Confidence = None
    decision: Annotated[
        QuoteDecision | None, about("For a quotation: what the annotator did with it.", examples=["marked"])
    ] = None
    segments: Annotated[
        list[Span], about("For a quotation: the annotator's own segments, if they differ.", examples=[[]])
    ] = []
    label: Annotated[StanceLabel | None, about("For a stance: the annotator's label.", examples=["against"])] = None
    intensity: Intensity = None
    rationale: Annotated[str | None, about("Why, in the annotator's words.", examples=[None])] = None


Row = dict[str, Any]
"""A record as pydantic dumps it for Python: labels as strings, days and instants as dates and times."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a release.

    Attributes:
        name: Name of the table, of its config and of its folder.
        row: The record type of a row.
        key: The field that names a row, unique in the table.
        from_article: Yields the rows that one dumped article gives; None for tables that come from the registry.
    """

    name: str
    row: type[Record]
    key: str
    from_article: Callable[[Row], Iterator[Row]] | None


def _articles(article: Row) -> Iterator[Row]:
    yield article


def _printed(article: Row) -> Row:
    return {key: article[key] for key in ("article_id", "source_id", "language", "published", "origin")}


def _quotes(article: Row) -> Iterator[Row]:
    printed = _printed(article)
    for quote in article["quotes"]:
        yield {**quote, **printed}


def _stances(article: Row) -> Iterator[Row]:
    printed = _printed(article)
    texts = {quote["quote_id"]: quote["text"] for quote in article["quotes"]}
    for stance in article["stances"]:
        yield {**stance, **printed, "quote_text": texts.get(stance["quote_id"])}


def _annotations(article: Row) -> Iterator[Row]:
    for kind, records in ((JudgedKind.QUOTE, article["quotes"]), (JudgedKind.STANCE, article["stances"])):
        for record in records:
            judged_id = record[f"{kind.value}_id"]
            for position, judgement in enumerate(record["annotations"]):
                yield {
                    "judgement_id": f"{judged_id}/{position}",
                    "article_id": article["article_id"],
                    "judged_kind": kind,
                    "judged_id": judged_id,
                    "annotator_id": judgement["annotator_id"],
                    "judged_at": judgement["judged_at"],
                    "guideline": judgement["guideline"],
                    "confidence": judgement["confidence"],
                    "decision": judgement.get("decision"),
                    "segments": judgement.get("segments", []),
                    "label": judgement.get("label"),
                    "intensity": judgement.get("intensity"),
                    "rationale": judgement.get("rationale", judgement.get("note")),
                }


TABLES: tuple[Table, ...] = (
    Table("articles", Article, "article_id", _articles),
    Table("quotes", QuoteRow, "quote_id", _quotes),
    Table("stances", StanceRow, "stance_id", _stances),
    Table("annotations", AnnotationRow, "judgement_id", _annotations),
    Table("sources", Source, "source_id", None),
    Table("actors", Actor, "actor_id", None),
    Table("annotators", Annotator, "annotator_id", None),
)
ARTICLE_TABLES: tuple[Table, ...] = tuple(table for table in TABLES if table.from_article is not None)
REGISTRY_TABLES: tuple[Table, ...] = tuple(table for table in TABLES if table.from_article is None)
DEFAULT_TABLE = "articles"


def table_named(name: str) -> Table:
    """Return the table of that name.

    Raises:
        KeyError: naming the tables there are.
    """
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(f"no table {name!r}; there are {', '.join(table.name for table in TABLES)}")
