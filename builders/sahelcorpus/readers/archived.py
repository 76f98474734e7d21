"""What the readers of archive exports share: a document half read, and how it becomes one or a rejection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from sahelcorpus.readers.dates import PrintedDate
from sahelcorpus.readers.document import (
    Disagreement,
    Document,
    Outcome,
    Rejection,
    RejectionReason,
    SyndicationSignal,
    excerpt,
)
from sahelcorpus.readers.languages import language_tag
from sahelcorpus.readers.markup import joined
from sahelcorpus.readers.opening import Received, canonical
from sahelcorpus.readers.syndication import mark_of_paywall, marks_of_cut, syndication
from sahelcorpus.text.canonical import NotTextError

_ERROR_PAGE = "We are sorry but there is an error"
_URL_STARTS = ("http://", "https://")


@dataclass(slots=True)
class ArchivedText:
    """A document of an archive while it is read. The fields are those of `Document`, as printed.

    Attributes:
        published_place: Where the date stands that was taken.
        signals: Traces of syndication that the archive itself gives.
    """

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    outlet: str | None = None
    outlet_code: str | None = None
    published: PrintedDate | None = None
    published_place: str = ""
    language: str | None = None
    section: str | None = None
    page: str | None = None
    edition: str | None = None
    url: str | None = None
    document_id: str | None = None
    rights_line: str | None = None
    keywords: list[str] = field(default_factory=list)
    signals: list[SyndicationSignal] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)


def document_of(
    found: ArchivedText, place: str, label: str, file: Received, disagreements: tuple[Disagreement, ...] = ()
) -> Outcome:
    """Return the document that was read, or a rejection: no text, an error message in its place, or no text at all.

    Args:
        found: What was read.
        place: Where it stands in the file.
        label: The reader and its version.
        file: The file.
        disagreements: What the file says of itself and does not hold.
    """
    raw = joined(found.paragraphs)
    shown = excerpt(raw or found.title or found.outlet or "")
    if raw.startswith(_ERROR_PAGE) or (found.title or "").startswith(_ERROR_PAGE):
        return Rejection(RejectionReason.ERROR_PAGE, place, shown, "", found.document_id)
    if not raw.strip():
        return Rejection(RejectionReason.NO_TEXT, place, shown, "", found.document_id)
    try:
        text = canonical(raw)
        said = {name: _canonical_line(getattr(found, name)) for name in _LINES}
    except NotTextError as error:
        reason = RejectionReason.TOO_LARGE if error.code == "SC103" else RejectionReason.NOT_TEXT
        return Rejection(reason, place, shown, f"{error.place}: {error.found}", found.document_id)
    url = (
        found.url if found.url and found.url.startswith(_URL_STARTS) and not any(map(str.isspace, found.url)) else None
    )
    return Document(
        text=text,
        provenance=file.provenance(label, text),
        place=place,
        title=said["title"],
        subtitle=said["subtitle"],
        byline=said["byline"],
        outlet=said["outlet"],
        outlet_code=said["outlet_code"],
        published=found.published,
        language=language_tag(found.language),
        section=said["section"],
        page=said["page"],
        edition=said["edition"],
        url=url,
        document_id=said["document_id"],
        rights_line=said["rights_line"],
        keywords=tuple(found.keywords),
        syndication=(*found.signals, *syndication(said["byline"], text)),
        truncation=marks_of_cut(text),
        paywall=mark_of_paywall(text),
        disagreements=(*found.disagreements, *disagreements),
    )


_LINES = (
    "title", "subtitle", "byline", "outlet", "outlet_code", "section", "page", "edition", "document_id", "rights_line",
)  # fmt: skip


def _canonical_line(words: str | None) -> str | None:
    return canonical(words.strip(" \t\r\n")) or None if words else None


def seen_before() -> Callable[[Outcome], Outcome]:
    """Return a function that hands outcomes through, and rejects a document that stood earlier in the same file.

    Two documents are one if the archive gives them one id, or, without ids, if outlet, headline, date and text are one.
    """
    seen: set[bytes] = set()

    def look(outcome: Outcome) -> Outcome:
        if isinstance(outcome, Rejection):
            return outcome
        day = outcome.published.printed if outcome.published else ""
        parts = (outcome.outlet or "", outcome.title or "", day, outcome.provenance.text_sha256)
        key = blake2b((outcome.document_id or "\0".join(parts)).encode(), digest_size=12).digest()
        if key in seen:
            shown = excerpt(outcome.text)
            return Rejection(RejectionReason.TWICE_IN_FILE, outcome.place, shown, "", outcome.document_id)
        seen.add(key)
        return outcome

    return look
