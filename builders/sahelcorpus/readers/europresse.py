"""Europresse HTML, in the three forms its exports have had: tables (about 2012–14), articles (about 2015), and now.

An export is cut at the start of each document, so that one broken document costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sahelcorpus.readers.archived import ArchivedText, document_of, seen_before
from sahelcorpus.readers.charsets import declared_charset, decoded
from sahelcorpus.readers.dates import PrintedDate, read_date
from sahelcorpus.readers.document import (
    Disagreement,
    Fit,
    Outcome,
    Reader,
    Rejection,
    RejectionReason,
    SignalKind,
    Source,
    SyndicationSignal,
    excerpt,
)
from sahelcorpus.readers.markup import TooDeepError, every, first, line, paragraphs, parsed
from sahelcorpus.readers.opening import Received, received
from sahelcorpus.readers.segments import Segment, segments

_LABEL = "europresse-1"
_ARTICLE = re.compile(rb"<article\b", re.IGNORECASE)
_NAME_SPAN = re.compile(rb"<span[^<>]{0,200}\bDocPublicationName\b", re.IGNORECASE)
_MARKS = re.compile(rb"DocPublicationName|titreArticleVisu|publiC[-_]lblNodoc", re.IGNORECASE)
_HEAD_BYTES = 65_536

_DOCUMENT_ID = re.compile(r"(?:news|web|report|social|bio)[·.:]\d{8}[·.:][A-Za-z0-9_-]+[·.:][\w-]+")
_ID_LINE = re.compile(r"^(?:Numéro de document|Document number)\s*:", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:©|\(c\)|Copyright\b|Tous droits réservés)", re.IGNORECASE)
_PAGE = re.compile(r"^(?:pp?\.|pages?)[ \u00a0]*(?P<page>\S.*)$", re.IGNORECASE)
_EDITION = re.compile(r"^(?:[ée]d(?:ition)?\b|no\.|n[°º])", re.IGNORECASE)
_WORDS = re.compile(r"\s*(?:[-–]\s*)?(?<!\d)\d{1,3}(?:[ \u00a0\u202f]?\d{3})?\s+(?:mots?|words?)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^(?:Illustrations?(?:\(s\))?|Notes?(?:\(s\))?|Graphiques?|Encadrés?)\s*:", re.IGNORECASE)


def read(source: Source) -> Iterator[Outcome]:
    """Yield every document of an export."""
    with received(source) as file:
        head = file.stream.read(_HEAD_BYTES)
        file.stream.seek(0)
        declared = declared_charset(head)
        by_article = _ARTICLE.search(head) is not None
        is_repeated = seen_before()
        for segment in segments(file.stream, _ARTICLE if by_article else _NAME_SPAN):
            outcome = segment if isinstance(segment, Rejection) else _outcome(segment, declared, file)
            yield is_repeated(outcome)


def _outcome(segment: Segment, declared: str | None, file: Received) -> Outcome:
    place = f"document {segment.number}"
    markup, disagreements = decoded(segment.content, declared)
    try:
        root = parsed(markup)
    except TooDeepError:
        return Rejection(RejectionReason.TOO_DEEP, place, excerpt(_untagged(markup)), "more than 256 elements deep")
    if root is None:
        return Rejection(RejectionReason.BROKEN, place, excerpt(_untagged(markup)), "no markup that can be read")
    document = next((node for node in root.iter("article")), None)
    if document is None:
        found = _of_table(root)
    elif first(document, "rdp__DocPublicationName", "rdp__articletitle", "publiC-lblNodoc") is not None:
        found = _of_current(document)
    else:
        found = _of_article(document)
    _date_from_id(found)
    return document_of(found, place, _LABEL, file, disagreements)


def _untagged(markup: str) -> str:
    return re.sub(r"<[^<>]*>", " ", markup[:5_000])


def _is_aside(node: Any) -> bool:
    return node.tag in {"aside", "figure", "figcaption"}


def _of_table(root: Any) -> ArchivedText:
    """Read a document of the first form: spans, then the text bare, then the rights and the id."""
    found = ArchivedText()
    _outlet(found, line(first(root, "DocPublicationName")))
    _header(found, [words for span in every(root, "DocHeader") if (words := line(span))])
    title = first(root, "TitreArticleVisu")
    found.title = line(title)
    cell = next((node for node in title.iterancestors("td")), root) if title is not None else root
    ahead = {"docpublicationname", "docheader", "titrearticlevisu"}

    def is_ahead(node: Any) -> bool:
        return bool(ahead & set((node.get("class") or "").lower().split()))

    for paragraph in paragraphs(cell, is_ahead):
        if match := _DOCUMENT_ID.search(paragraph) if _ID_LINE.match(paragraph) else None:
            found.document_id = match[0]
            break
        if _RIGHTS.match(paragraph):
            found.rights_line = paragraph.partition("\n")[0]
            if match := _DOCUMENT_ID.search(paragraph):
                found.document_id = match[0]
                break
        elif found.rights_line is None and not _ASIDE.match(paragraph):
            found.paragraphs.append(paragraph)
    return found


def _of_article(document: Any) -> ArchivedText:
    """Read a document of the second form."""
    found = ArchivedText()
    image = next((node for node in document.iter("img") if node.get("sourcecode")), None)
    found.outlet_code = image.get("sourcecode").strip() if image is not None else None
    _outlet(found, line(first(document, "DocPublicationName")))
    _header(found, [words for header in every(document, "DocHeader") if (words := line(header))])
    box = first(document, "titreArticle")
    found.title = line(first(document if box is None else box, "titreArticleVisu"))
    if box is not None:
        found.subtitle = line(first(box, "sm-margin-bottom"))
    found.byline = line(first(document, "docAuthors")) or (_next_div(box) if box is not None else None)
    text = first(document, "DocText")
    if text is not None:
        found.paragraphs = paragraphs(text, _is_aside)
    found.rights_line = next((words for small in document.iter("small") if (words := line(small))), None)
    found.document_id = _id_in(line(next(iter(document.xpath(".//*[@id='PubliC_lblNodoc']")), None)))
    return found


def _next_div(box: Any) -> str | None:
    """Return what stands in the division after the headline: the author, where there is one."""
    following = box.getnext()
    if following is None or following.tag != "div" or first(following, "DocText", "DocHeader") is not None:
        return None
    return line(following)


def _of_current(document: Any) -> ArchivedText:
    """Read a document of the third form."""
    found = ArchivedText()
    coded = next((node for node in document.iter("span") if node.get("sourcecode")), None)
    found.outlet_code = coded.get("sourcecode").strip() if coded is not None else None
    name = first(document, "DocPublicationName")
    if name is not None:
        # the first string alone: the name of the edition and buttons may follow
        _outlet(found, next((" ".join(words.split()) for words in name.itertext() if words.strip()), None))
    box = first(document, "rdp__DocHeader")
    header = first(document if box is None else box, "DocHeader")
    _header(found, [line(header) or ""] if header is not None else [])
    found.title = line(first(document, "rdp__articletitle"))
    found.subtitle = line(first(document, "rdp__subtitle"))
    below = every(document, "sm-margin-bottomNews")
    found.byline = line(first(document, "docAuthors")) or (line(below[-1]) if below else None)
    text = first(document, "DocText")
    if text is not None:
        found.paragraphs = paragraphs(text, _is_aside)
    link = next(
        (node for node in document.iter("a") if (line(node) or "").startswith("Cet article est paru dans")), None
    )
    found.url = link.get("href", "").strip() or None if link is not None else None
    legal = first(document, "Doc-LegalInfo")
    if legal is not None:
        found.rights_line = next((words for small in legal.iter("small") if (words := line(small))), None)
    found.document_id = _id_in(line(first(document, "publiC-lblNodoc")))
    names = [words for node in every(document, "source-name-APD") if (words := line(node))]
    dates = [line(node) or "" for node in every(document, "apd-sources-date")]
    found.signals = [
        SyndicationSignal(SignalKind.OTHER_OUTLET, f"{name}, {day}".strip(", "), name)
        for name, day in zip(names, [*dates, *[""] * len(names)], strict=False)
    ]
    return found


def _id_in(words: str | None) -> str | None:
    match = _DOCUMENT_ID.search(words or "")
    return match[0] if match else None


def _outlet(found: ArchivedText, printed: str | None) -> None:
    """Take the outlet from its line: « Magazine 1, no. 5968 » is the magazine and its issue."""
    name, is_numbered, number = (printed or "").partition(", no.")
    found.outlet = name.strip() or None
    if is_numbered:
        found.edition = f"no.{number}"


def _header(found: ArchivedText, parts: list[str]) -> None:
    """Take section, date, page and edition from the header: « Communication, mardi 14 mars 2006, p. 16 »."""
    pieces = [piece.strip() for part in parts for piece in part.split(",")]
    sections = []
    for piece in pieces:
        words = _WORDS.sub("", piece).strip(" -–")
        day = read_date(words)
        if found.published is None and day is not None and day.day is not None:
            found.published = day
            found.published_place = "the header"
        elif match := _PAGE.match(words):
            found.page = match["page"]
        elif _EDITION.match(words):
            found.edition = words
        elif words and not _WEEKDAY.fullmatch(words):
            sections.append(words)
    found.section = ", ".join(sections) or None


def _date_from_id(found: ArchivedText) -> None:
    """Take what the id says of outlet and date; where it says another date than the header, keep both."""
    parts = re.split(r"[·.:]", found.document_id or "")
    if len(parts) < 4:  # noqa: PLR2004 - kind, date, outlet, number
        return
    found.outlet_code = found.outlet_code or parts[2]
    in_id = read_date(parts[1])
    if in_id is None:
        return
    if found.published is None:
        found.published = PrintedDate(parts[1], in_id.day, in_id.precision)
        found.published_place = "the document's id"
    elif found.published.day != in_id.day:
        found.disagreements.append(
            Disagreement("published", "the header", str(found.published.day), "the document's id", str(in_id.day))
        )


def recognises(head: bytes, _: str) -> Fit:
    """The names of its classes are Europresse's alone."""
    return (
        Fit.CERTAIN
        if len({mark.lower() for mark in _MARKS.findall(head)}) > 1
        else (Fit.CERTAIN if b"europresse" in head.lower() and _MARKS.search(head) else Fit.NO)
    )


EUROPRESSE = Reader("europresse", 1, "Europresse HTML", recognises, read)
