"""From what a document says of itself, and what whoever adds it says of all of them, to the record of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sahelcorpus.intake.outlets import slug
from sahelcorpus.readers.dates import Calendar, PrintedDate
from sahelcorpus.readers.document import Document, SignalKind
from sahelcorpus.records import ArticleMetadata, Disagreement, Provenance, Rights, Waiver
from sahelcorpus.records.vocabulary import DatePrecision, Origin, Redistribution, TextFlag
from sahelcorpus.text.flags import observed_flags

_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class Defaults:
    """What whoever adds the documents says of all of them; what a document itself says goes before it, rights excepted.

    Attributes:
        source_id: The outlet, for documents that name none.
        language: The language, for documents that declare none.
        rights: The rights, for documents that do not state them as a record of ours.
        countries: The countries they are about, for documents that do not say.
        genre: Their genre, for documents that do not say.
        retrieved: The day they were fetched, for documents that do not say.
        invented: Whether they are invented.
        waivers: Findings that are accepted for all of them.
    """

    source_id: str | None = None
    language: str | None = None
    rights: Rights | None = None
    countries: tuple[str, ...] = ()
    genre: str | None = None
    retrieved: date | None = None
    invented: bool = False
    waivers: tuple[Waiver, ...] = field(default=())


def metadata_of(
    document: Document, article_id: str, source_id: str, language: str, defaults: Defaults, title: str
) -> tuple[ArticleMetadata, tuple[str, ...]]:
    """Return the record of an article, and what is unusual in its text, in words.

    Args:
        document: What was read.
        article_id: Its id.
        source_id: Its outlet.
        language: Its language.
        defaults: What holds for all documents.
        title: What people call the format, for the rights' basis.
    """
    flags, shown = flags_of(document)
    day = document.published
    metadata = ArticleMetadata(
        article_id=article_id,
        title=document.title,
        language=language,
        published=day.day if day else None,
        published_precision=day.precision if day else DatePrecision.UNKNOWN,
        published_note=_note_of(day),
        source_id=source_id,
        url=document.url,
        archive_url=document.archive_url,
        retrieved=document.retrieved or defaults.retrieved,
        byline=document.byline,
        genre=document.genre or defaults.genre,
        countries=list(document.countries or defaults.countries),
        rights=_rights(document, defaults, title),
        provenance=provenance_of(document),
        text_flags=flags,
        origin=Origin.INVENTED if document.invented or defaults.invented else Origin.PUBLISHED,
        waivers=list(defaults.waivers),
        subtitle=document.subtitle,
        section=document.section,
        page=document.page,
        edition=document.edition,
        published_time=day.time_and_zone() if day else None,
        agency_credits=_credits(document),
    )
    return metadata, shown


def flags_of(document: Document) -> tuple[list[TextFlag], tuple[str, ...]]:
    """Return what is unusual in a document's text, and the same in words, each with the place that shows it."""
    observed = observed_flags(document.text)
    # a near-empty text is refused by the checks, or waived; the other flags are printed, for a person to look at
    flags: list[TextFlag] = [flag for flag in observed if flag is not TextFlag.NEAR_EMPTY]
    shown = [f"{flag.value}: {observed[flag][0][1]!r} at code point {observed[flag][0][0]}" for flag in flags]
    if document.truncation or document.paywall:
        flags.append(TextFlag.TRUNCATED)
        shown.append(f"truncated: {(*document.truncation, document.paywall)[0]!r}")
    return flags, tuple(shown)


def _note_of(day: PrintedDate | None) -> str | None:
    """Return what a person must know of a date that was not understood whole."""
    if day is None:
        return None
    if day.calendar is Calendar.HIJRI:
        return f"Printed in the Islamic calendar, for a person to convert: {day.printed}"
    if day.day_or_month_first:
        return f"Printed as {day.printed}: day and month cannot be told apart."
    return f"Printed as {day.printed}" if day.precision is DatePrecision.UNKNOWN else None


def _rights(document: Document, defaults: Defaults, title: str) -> Rights:
    rights = document.rights or defaults.rights
    if rights is None:
        basis = f"Taken from {title}; no licence is stated there."
        rights = Rights(redistribution=Redistribution.STANDOFF, basis=basis)
    return rights.model_copy(update={"notice": document.rights_line}) if document.rights_line else rights


def provenance_of(document: Document) -> Provenance:
    """Return how a document came, with what its record has no field for."""
    others = [signal.printed for signal in document.syndication if signal.kind is SignalKind.OTHER_OUTLET]
    based_on = [signal.printed for signal in document.syndication if signal.kind is SignalKind.BASED_ON]
    notes = [
        *([document.provenance.note] if document.provenance.note else []),
        *([f"Marks of a cut: {'; '.join(document.truncation)}"] if document.truncation else []),
        *([f"Mark of a paywall: {document.paywall}"] if document.paywall else []),
        *([f"Other outlets of the same document, by the archive: {'; '.join(others)}"] if others else []),
        *([f"Based on: {'; '.join(based_on)}"] if based_on else []),
        *([f"Last changed: {document.modified.printed}"] if document.modified else []),
    ]
    said = [
        Disagreement(
            field=other.field,
            place=other.place,
            said=other.said,
            other_place=other.other_place,
            other_said=other.other_said,
        )
        for other in document.disagreements
    ]
    return document.provenance.model_copy(
        update={"document_id": document.document_id, "disagreements": said, "note": ". ".join(notes) or None}
    )


def _credits(document: Document) -> list[str]:
    kinds = {SignalKind.CREDIT_IN_BYLINE, SignalKind.CREDIT_IN_TEXT, SignalKind.SOURCE_LINE, SignalKind.PROVIDER}
    return list(dict.fromkeys(signal.printed for signal in document.syndication if signal.kind in kinds))


def new_id(document: Document, source_id: str, taken: set[str]) -> str:
    """Return an id for an article: outlet, day and headline, or the file's name; numbered if it is taken."""
    day = document.published.day.isoformat() if document.published and document.published.day else ""
    named = document.title or (document.provenance.file_name or "").rpartition(".")[0]
    base = slug(f"{source_id} {day} {slug(named)}" if document.title or day else named, _LONGEST_ID - 5) or source_id
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found
