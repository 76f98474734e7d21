"""What flows out of every reader: a document as the file gives it, or a rejection that says why there is none.

A document says what the file says, in the file's own words; which outlet of the collection it is, which article id it
gets, and whether the checks accept it is decided later, in `sahelcorpus.intake`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import BinaryIO

from sahelcorpus.readers.dates import PrintedDate
from sahelcorpus.records import Article, Provenance, Rights

EXCERPT_CHARACTERS = 120
"""How much of a rejected document its rejection shows, in code points."""


class SignalKind(StrEnum):
    """How a document shows that its text, or a part of it, comes from or went to somebody else."""

    CREDIT_IN_BYLINE = "credit_in_byline"
    CREDIT_IN_TEXT = "credit_in_text"
    SOURCE_LINE = "source_line"
    PROVIDER = "provider"
    OTHER_OUTLET = "other_outlet"
    BASED_ON = "based_on"


@dataclass(frozen=True, slots=True)
class SyndicationSignal:
    """One trace of syndication.

    Attributes:
        kind: Where it was seen.
        printed: The words as printed: « avec AFP », "(AFP)", "Source : Xinhua".
        agency: The agency or outlet that the words name, as printed there: "AFP".
    """

    kind: SignalKind
    printed: str
    agency: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places of one document that say different things of one field; both are kept.

    Attributes:
        field: Field of the document: `published`, `language`, `charset`.
        place: Where the value stands that the document carries.
        said: That value, as printed or as a date.
        other_place: Where the other value stands.
        other_said: The other value.
    """

    field: str
    place: str
    said: str
    other_place: str
    other_said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of a file: its canonical text, how it came here, and what the file says of it.

    Attributes:
        text: Canonical text: NFC, line feeds, paragraphs as published, without headline, byline or captions.
        provenance: Reader, file name and digests.
        place: Where in the file: `document 3`, `line 12`, `row 4`; empty for the whole file.
        title: Headline as published.
        subtitle: Line above or below the headline, as published.
        byline: Author line as published, agency credit included.
        outlet: Outlet as printed.
        outlet_code: The archive's code for the outlet (`PO`, `LEMOND`).
        published: Date as printed and as understood.
        modified: Date of the last change, where the file says one.
        language: BCP 47 tag, as declared by the file.
        section: Section of the paper, as printed.
        page: Page, as printed, without "p.".
        edition: Edition, as printed.
        url: Where it was published.
        archive_url: Where a web archive keeps it.
        retrieved: Day on which it was fetched.
        document_id: The archive's id for the document.
        rights_line: Copyright line as printed.
        keywords: Subjects that the archive or the outlet gives.
        syndication: Traces of syndication, in the order seen.
        truncation: Marks that the text was cut ("[…] lire la suite"), as printed.
        paywall: Mark that only a part is free to read, as printed; None if there is none.
        disagreements: Fields for which the document says two things.
        genre: Journalistic genre, a slug.
        countries: ISO 3166-1 codes, where the file itself gives them.
        relevance: Relevance to the Sahel, 0 to 1; None where it was not computed.
        article_id: Article id, where the file itself gives one.
        source_id: Id in `sources.yaml`, where the file itself gives one.
        rights: Rights, where the file itself states them.
        invented: Whether the file itself says that the article is invented.
        record: The article's own record with its annotations, where the file is a dataset of ours.
    """

    text: str
    provenance: Provenance
    place: str = ""
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    outlet: str | None = None
    outlet_code: str | None = None
    published: PrintedDate | None = None
    modified: PrintedDate | None = None
    language: str | None = None
    section: str | None = None
    page: str | None = None
    edition: str | None = None
    url: str | None = None
    archive_url: str | None = None
    retrieved: date | None = None
    document_id: str | None = None
    rights_line: str | None = None
    keywords: tuple[str, ...] = ()
    syndication: tuple[SyndicationSignal, ...] = ()
    truncation: tuple[str, ...] = ()
    paywall: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    genre: str | None = None
    countries: tuple[str, ...] = ()
    relevance: float | None = None
    article_id: str | None = None
    source_id: str | None = None
    rights: Rights | None = None
    invented: bool = False
    record: Article | None = field(default=None, repr=False)


class RejectionReason(StrEnum):
    """Why a document of a file became no article. Append only: ledgers are kept."""

    NO_TEXT = "no_text"
    ERROR_PAGE = "error_page"
    TWICE_IN_FILE = "twice_in_file"
    REMOVED = "removed"
    REVISION = "revision"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    BROKEN = "broken"
    TRUNCATED_FILE = "truncated_file"
    EXPANDS_TOO_FAR = "expands_too_far"
    ENTITIES = "entities"
    UNSAFE_NAME = "unsafe_name"
    ENCRYPTED = "encrypted"
    UNKNOWN_FORMAT = "unknown_format"
    MISSING_FIELD = "missing_field"
    BAD_FIELD = "bad_field"
    UNKNOWN_OUTLET = "unknown_outlet"
    UNKNOWN_LANGUAGE = "unknown_language"
    NOT_AN_ARTICLE = "not_an_article"
    NOT_RELEVANT = "not_relevant"
    PAYWALL = "paywall"
    CHECKS = "checks"


REASONS_IN_WORDS: dict[RejectionReason, str] = {
    RejectionReason.NO_TEXT: "no text of an article",
    RejectionReason.ERROR_PAGE: "an error message of the archive or the site in the article's place",
    RejectionReason.TWICE_IN_FILE: "the same document a second time in the file",
    RejectionReason.REMOVED: "removed for good: removals.yaml lists it",
    RejectionReason.REVISION: "another text of an article that is there already; --revise takes it",
    RejectionReason.NOT_TEXT: "bytes or characters that are no text",
    RejectionReason.TOO_LARGE: "larger than an article can be",
    RejectionReason.TOO_DEEP: "nested deeper than an article can be",
    RejectionReason.BROKEN: "broken off, or not built as its format says",
    RejectionReason.TRUNCATED_FILE: "the file ends in the middle of it",
    RejectionReason.EXPANDS_TOO_FAR: "packed data that expands beyond all measure",
    RejectionReason.ENTITIES: "declares XML entities, which no export needs",
    RejectionReason.UNSAFE_NAME: "a name that leads out of the archive's own folder",
    RejectionReason.ENCRYPTED: "encrypted",
    RejectionReason.UNKNOWN_FORMAT: "a format that no reader knows",
    RejectionReason.MISSING_FIELD: "a field is missing that an article needs",
    RejectionReason.BAD_FIELD: "a field that does not fit",
    RejectionReason.UNKNOWN_OUTLET: "an outlet that sources.yaml does not list",
    RejectionReason.UNKNOWN_LANGUAGE: "no language is declared, and none could be detected",
    RejectionReason.NOT_AN_ARTICLE: "something else than an article",
    RejectionReason.NOT_RELEVANT: "not about the Sahel",
    RejectionReason.PAYWALL: "only a teaser: the rest is for subscribers",
    RejectionReason.CHECKS: "breaks a rule of the collection",
}
"""Each reason as the ledger prints it."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document, or a part of a file, that became no article.

    Attributes:
        reason: Why.
        place: Where in the file, as for a document.
        excerpt: What stands there, at most `EXCERPT_CHARACTERS` code points.
        detail: What exactly was found, in words; empty where the reason says it all.
        document_id: The archive's id for the document, if it was read.
    """

    reason: RejectionReason
    place: str
    excerpt: str
    detail: str = ""
    document_id: str | None = None


def excerpt(text: str) -> str:
    """Return the start of a text on one line, fit for a rejection: printable, at most `EXCERPT_CHARACTERS` long."""
    words = " ".join(text[: 8 * EXCERPT_CHARACTERS].split())
    shown = "".join(character if character.isprintable() else "\ufffd" for character in words)
    return shown if len(shown) <= EXCERPT_CHARACTERS else shown[: EXCERPT_CHARACTERS - 1] + "…"


class Fit(IntEnum):
    """How well a file fits a reader, by its content."""

    NO = 0
    FALLBACK = 1
    """Could be, as any text could be a plain text."""
    LIKELY = 2
    """Has the form of the format: HTML, JSON lines."""
    CERTAIN = 3
    """Has marks that only this format has."""


Source = Path | BinaryIO
Outcome = Document | Rejection


def no_folder(_: Path) -> Fit:
    """Say that a reader takes no folders."""
    return Fit.NO


@dataclass(frozen=True, slots=True)
class Reader:
    """A format in.

    Attributes:
        name: Name of the format, a slug with underscores; `provenance.reader` is this, a hyphen and the version.
        version: Raised whenever the same file gives another text.
        title: What people call the format.
        recognises: Takes the first bytes of a file (`detection.HEAD_BYTES`) and its name, and says how well it fits.
            The content decides; the name may only tell apart what the content leaves open.
        read: Takes a path or an open binary stream and yields a `Document` or a `Rejection` for each document in it,
            lazily, in the file's order. It raises CorpusError only where the file cannot be opened at all.
        recognises_folder: The same for a folder.
        header: Takes a path and returns the names of a table's columns; None for what is no table.
    """

    name: str
    version: int
    title: str
    recognises: Callable[[bytes, str], Fit]
    read: Callable[[Source], Iterator[Outcome]]
    recognises_folder: Callable[[Path], Fit] = no_folder
    header: Callable[[Path], list[str]] | None = None

    @property
    def label(self) -> str:
        """Name and version, as `provenance.reader` keeps them."""
        return f"{self.name}-{self.version}"
