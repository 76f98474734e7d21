"""Rows of a table, objects of JSON lines and YAML beside a text: which column is which field, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from sahelcorpus.readers.dates import PrintedDate, read_date, with_clock
from sahelcorpus.readers.document import Document, Outcome, Rejection, RejectionReason, excerpt
from sahelcorpus.readers.languages import language_tag
from sahelcorpus.readers.opening import canonical
from sahelcorpus.readers.syndication import mark_of_paywall, marks_of_cut, syndication
from sahelcorpus.records import Provenance, Rights
from sahelcorpus.records.base import COUNTRY_PATTERN, SLUG_PATTERN
from sahelcorpus.records.vocabulary import DatePrecision
from sahelcorpus.text.canonical import NotTextError

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "full_text", "fulltext", "article_text", "texte", "contenu", "article"),
    "title": ("title", "headline", "titre", "heading"),
    "subtitle": ("subtitle", "sous_titre", "alternative_headline"),
    "byline": ("byline", "author", "authors", "auteur", "auteurs", "creator"),
    "outlet": ("outlet", "publication", "newspaper", "journal", "media", "publisher", "source_name", "source"),
    "outlet_code": ("outlet_code", "source_code"),
    "published": ("published", "date", "publication_date", "pub_date", "pubdate", "date_published", "published_at"),
    "published_precision": ("published_precision",),
    "time": ("time", "heure", "publication_time"),
    "language": ("language", "lang", "langue"),
    "section": ("section", "rubrique"),
    "page": ("page", "pages"),
    "edition": ("edition",),
    "url": ("url", "link", "lien", "permalink"),
    "archive_url": ("archive_url", "wayback_url"),
    "retrieved": ("retrieved", "download_date", "date_download", "scraped_at", "fetched"),
    "document_id": ("document_id", "doc_id", "guid", "id"),
    "rights_line": ("rights_line", "copyright", "notice"),
    "keywords": ("keywords", "tags", "subjects", "mots_cles"),
    "genre": ("genre",),
    "countries": ("countries", "country", "pays"),
    "article_id": ("article_id",),
    "source_id": ("source_id",),
    "rights": ("rights",),
    "origin": ("origin",),
}
"""The fields that a column can fill, each with the names it is known by where no mapping says otherwise."""

_SLUG, _COUNTRY = re.compile(SLUG_PATTERN), re.compile(COUNTRY_PATTERN)
_URL = re.compile(r"https?://[^\s]+")
_GENRE = re.compile(r"[a-z]+(_[a-z]+)*")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table fills which field.

    Attributes:
        named: The column of each field that was given one; the others are found by their usual names.
        day_first: Whether `03/04/2006` is the third of April; None if nobody said.
    """

    named: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None

    def of(self, header: Iterable[str]) -> dict[str, str]:
        """Return the column of each field that the table has a column for.

        Args:
            header: The names of the table's columns.
        """
        present = list(header)
        by_name: dict[str, str] = {}
        for column in present:
            by_name.setdefault(_plain(column), column)
        taken = set(self.named.values())
        found = {field_: column for field_, column in self.named.items() if column in present}
        for field_, names in FIELDS.items():
            if field_ not in found:
                match = next((by_name[name] for name in names if by_name.get(name) not in {None, *taken}), None)
                if match is not None:
                    found[field_] = match
                    taken.add(match)
        return found


def _plain(column: str) -> str:
    return re.sub(r"[\s.-]+", "_", column.strip().lower())


class _BadFieldError(ValueError):
    """Raised for a value that its field cannot hold; says which, what was found, and what was allowed."""

    def __init__(self, name: str, found: object, allowed: str) -> None:
        super().__init__(f"{name}: found {str(found)[:80]!r}; allowed: {allowed}")


def document_of_row(row: Row, columns: Columns, place: str, provenance: Callable[[str], Provenance]) -> Outcome:
    """Return the document that a row holds, or a rejection that names the field.

    Args:
        row: The values by column.
        columns: Which column is which field.
        place: Where the row stands.
        provenance: Makes the provenance of a canonical text.
    """
    of = columns.of(row)
    found = {
        name: row[column] for name, column in of.items() if row[column] is not None and row[column] not in ("", [])
    }
    text = found.get("text")
    if "text" not in of:
        detail = "no column holds the text: name it with --column text=NAME"
        return Rejection(RejectionReason.MISSING_FIELD, place, excerpt(", ".join(map(str, row))), detail)
    if not isinstance(text, str) or not text.strip():
        return Rejection(RejectionReason.NO_TEXT, place, excerpt(str(found.get("title") or text or "")))
    try:
        whole = canonical(text)
        return _document(found, whole, columns, place, provenance(whole))
    except NotTextError as error:
        reason = RejectionReason.TOO_LARGE if error.code == "SC103" else RejectionReason.NOT_TEXT
        return Rejection(reason, place, excerpt(text), f"text, {error.place}: {error.found}")
    except _BadFieldError as error:
        return Rejection(RejectionReason.BAD_FIELD, place, excerpt(text), str(error))


def _document(found: Row, text: str, columns: Columns, place: str, provenance: Provenance) -> Document:
    byline = _line(found, "byline")
    return Document(
        text=text,
        provenance=provenance,
        place=place,
        title=_line(found, "title"),
        subtitle=_line(found, "subtitle"),
        byline=byline,
        outlet=_line(found, "outlet"),
        outlet_code=_line(found, "outlet_code"),
        published=_date(found, columns.day_first),
        language=_language(found),
        section=_line(found, "section"),
        page=_line(found, "page"),
        edition=_line(found, "edition"),
        url=_matching(found, "url", _URL, "an address that begins with http"),
        archive_url=_matching(found, "archive_url", _URL, "an address that begins with http"),
        retrieved=_day(found, "retrieved", columns.day_first),
        document_id=_line(found, "document_id"),
        rights_line=_line(found, "rights_line"),
        keywords=tuple(_several(found, "keywords")),
        syndication=syndication(byline, text),
        truncation=marks_of_cut(text),
        paywall=mark_of_paywall(text),
        genre=_matching(found, "genre", _GENRE, "lower-case words joined by underscores"),
        countries=tuple(_countries(found)),
        article_id=_matching(found, "article_id", _SLUG, "lower-case words and digits joined by hyphens"),
        source_id=_matching(found, "source_id", _SLUG, "an id of sources.yaml"),
        rights=_rights(found),
        invented=str(found.get("origin", "")) == "invented",
    )


def _line(found: Row, name: str) -> str | None:
    value = found.get(name)
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if isinstance(value, (dict, bytes)):
        raise _BadFieldError(name, value, "words")
    words = " ".join(re.split(r"[ \t\r\n]+", str(value))).strip(" ") if value is not None else ""
    try:
        return canonical(words) or None
    except NotTextError as error:
        raise _BadFieldError(name, words.encode("utf-8", "replace").decode(), error.allowed) from None


def _matching(found: Row, name: str, pattern: re.Pattern[str], allowed: str) -> str | None:
    words = _line(found, name)
    if words is not None and not pattern.fullmatch(words):
        raise _BadFieldError(name, words, allowed)
    return words


def _several(found: Row, name: str) -> list[str]:
    value = found.get(name)
    items = value if isinstance(value, list) else re.split(r"[;,|]", _line(found, name) or "")
    return [str(item).strip() for item in items if str(item).strip()]


def _countries(found: Row) -> list[str]:
    codes = _several(found, "countries")
    for code in codes:
        if not _COUNTRY.match(code):
            raise _BadFieldError("countries", code, "ISO 3166-1 codes of two letters")
    return codes


def _language(found: Row) -> str | None:
    declared = _line(found, "language")
    tag = language_tag(declared)
    if declared is not None and tag is None:
        raise _BadFieldError("language", declared, "a language's name or BCP 47 tag")
    return tag


def _rights(found: Row) -> Rights | None:
    if "rights" not in found:
        return None
    try:
        return Rights.from_plain(found["rights"])
    except (ValidationError, TypeError) as error:
        said = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise _BadFieldError("rights", found["rights"], said) from None


def _date(found: Row, day_first: bool | None) -> PrintedDate | None:
    value = found.get("published")
    if value is None:
        return None
    printed = _printed(value)
    read = read_date(printed, day_first=day_first) or PrintedDate(printed, None, DatePrecision.UNKNOWN)
    precision = found.get("published_precision")
    if precision is not None:
        try:
            given = DatePrecision(str(precision))
        except ValueError:
            raise _BadFieldError("published_precision", precision, "day, month, year or unknown") from None
        read = replace(read, precision=given, day=None if given is DatePrecision.UNKNOWN else read.day)
    clock = _line(found, "time")
    return with_clock(read, clock) if clock else read


def _day(found: Row, name: str, day_first: bool | None) -> date | None:
    value = found.get(name)
    read = read_date(_printed(value), day_first=day_first) if value is not None else None
    if value is not None and (read is None or read.precision is not DatePrecision.DAY):
        raise _BadFieldError(name, value, "a day")
    return read.day if read else None


def _printed(value: Any) -> str:
    """Return a date as a string, whatever a table holds it as; one without a zone is given none."""
    if isinstance(value, datetime):
        # a table that stores days as instants stores midnights
        is_day = not (value.hour or value.minute or value.second or value.microsecond)
        return value.date().isoformat() if is_day else value.isoformat(timespec="seconds")
    return str(value)
