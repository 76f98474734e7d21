"""Rules over `article.yaml`: identity, dates, rights."""

from __future__ import annotations

from datetime import date, timedelta

from sahelcorpus.check.rule import METADATA, Breaches, Known
from sahelcorpus.records.vocabulary import DatePrecision
from sahelcorpus.store.collection import StoredArticle


def check_identity(article: StoredArticle, known: Known) -> Breaches:
    """Yield what is wrong with the ids an article goes by."""
    article_id = article.metadata.article_id
    folder = article.folder.rpartition("/")[2]
    if article_id != folder:
        yield "SC202", METADATA, ("article_id",), repr(article_id), repr(folder)
    if article.metadata.source_id not in known.sources:
        yield "SC205", METADATA, ("source_id",), repr(article.metadata.source_id), "an id of sources.yaml"


def check_dates(article: StoredArticle, known: Known) -> Breaches:
    """Yield dates that claim more than is known, or cannot be."""
    metadata = article.metadata
    day, precision = metadata.published, metadata.published_precision
    if (day is None) != (precision is DatePrecision.UNKNOWN):
        yield (
            "SC203",
            METADATA,
            ("published_precision",),
            f"{precision} with published {day}",
            "null with unknown, and only then",
        )
    elif day is not None:
        first = {DatePrecision.YEAR: day.replace(month=1, day=1), DatePrecision.MONTH: day.replace(day=1)}
        if day != first.get(precision, day):
            yield "SC203", METADATA, ("published",), f"{day} with precision {precision}", str(first[precision])
        last = _last_day(day, precision)
        if metadata.published_not_before and last < metadata.published_not_before:
            yield (
                "SC204",
                METADATA,
                ("published",),
                f"{day}, before published_not_before",
                f"{metadata.published_not_before} or later",
            )
        if metadata.retrieved and day > metadata.retrieved:
            yield "SC204", METADATA, ("retrieved",), f"{metadata.retrieved}, before published", f"{day} or later"
    # a day of grace: it is tomorrow already in Auckland
    for name, value in (("published", day), ("retrieved", metadata.retrieved)):
        if value is not None and value > known.today + timedelta(days=1):
            yield "SC204", METADATA, (name,), f"{value}, in the future", f"{known.today} or earlier"


def _last_day(first: date, precision: DatePrecision) -> date:
    if precision is DatePrecision.YEAR:
        return first.replace(month=12, day=31)
    if precision is DatePrecision.MONTH:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first


def check_rights(article: StoredArticle, _: Known) -> Breaches:
    """Yield rights without a basis."""
    if not article.metadata.rights.basis.strip():
        yield "SC206", METADATA, ("rights", "basis"), "an empty basis", "a sentence that says how the rights are known"
