"""Factiva XML, the form of older exports: one `article` element a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sahelcorpus.readers.archived import ArchivedText, document_of, seen_before
from sahelcorpus.readers.charsets import declared_charset, decoded
from sahelcorpus.readers.dates import read_date
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.factiva_codes import document_id
from sahelcorpus.readers.markup import TooDeepError
from sahelcorpus.readers.opening import Received, needed, received
from sahelcorpus.readers.segments import segments

_LABEL = "factiva_xml-1"
_START = re.compile(rb"<article(?=[\s>])")
_END = "</article>"
_DECLARED_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_HEAD_BYTES = 65_536
_SPACE = re.compile(r"[ \t\r\n]+")


def read(source: Source) -> Iterator[Outcome]:
    """Yield every document of an export. A file that declares entities is not read: no export needs any."""
    with received(source) as file:
        head = file.stream.read(_HEAD_BYTES)
        file.stream.seek(0)
        if match := _DECLARED_ENTITY.search(head):
            shown = excerpt(head[match.start() : match.start() + 200].decode("utf-8", "replace"))
            yield Rejection(RejectionReason.ENTITIES, f"byte {match.start()}", shown)
            return
        is_repeated = seen_before()
        declared = declared_charset(head)
        for segment in segments(file.stream, _START):
            outcome = (
                segment
                if isinstance(segment, Rejection)
                else _outcome(segment.content, declared, file, f"document {segment.number}")
            )
            yield is_repeated(outcome)


def _outcome(content: bytes, declared: str | None, file: Received, place: str) -> Outcome:
    markup, disagreements = decoded(content, declared)
    whole, end, _ = markup.partition(_END)
    try:
        article = _parsed(whole + end)
    except TooDeepError:
        return Rejection(RejectionReason.TOO_DEEP, place, excerpt(whole), "more than 256 elements deep")
    except ValueError as error:
        reason = RejectionReason.BROKEN if end else RejectionReason.TRUNCATED_FILE
        return Rejection(reason, place, excerpt(whole), str(error))
    return document_of(_article(article), place, _LABEL, file, disagreements)


def _parsed(markup: str) -> Any:
    """Return the root of an XML document.

    Raises:
        TooDeepError: for elements nested too deep.
        ValueError: for what is no XML.
    """
    etree = needed("lxml.etree")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise TooDeepError from None
        raise ValueError(str(error)) from None


def _article(article: Any) -> ArchivedText:
    found = ArchivedText()
    found.title, found.byline = _words(article, "headline"), _words(article, "byline")
    found.outlet, found.outlet_code = _words(article, "sourceName"), _words(article, "sourceCode")
    found.section, found.edition = _words(article, "sectionName"), _words(article, "edition")
    found.page, found.rights_line = _words(article, "pages"), _words(article, "copyright")
    found.language = _words(article, "baseLanguage")
    found.published = read_date(_words(article, "publicationDate") or "")
    found.published_place = "publicationDate"
    found.document_id = document_id((_words(article, "reference") or "").rpartition("/")[2])
    found.keywords = [words for name in article.findall("newsSubject/name") if (words := _line(name))]
    for container in ("leadParagraph", "tailParagraphs"):
        element = article.find(container)
        if element is not None:
            inner = element.findall("paragraph")
            found.paragraphs += [words for node in inner or [element] if (words := _line(node))]
    return found


def _words(article: Any, name: str) -> str | None:
    element = article.find(name)
    return None if element is None else _line(element)


def _line(element: Any) -> str | None:
    # an entity that is not XML's own stays as written; its node says so itself
    words = "".join(element.itertext())
    return _SPACE.sub(" ", words).strip(" ") or None


def recognises(head: bytes, _: str) -> Fit:
    """It is XML, and its elements are Factiva's."""
    is_xml = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and _START.search(head) is not None
    marks = (b"<tailParagraphs", b"<leadParagraph", b"<publicationDate", b"ArchiveDoc::Article")
    return Fit.CERTAIN if is_xml and any(mark in head for mark in marks) else Fit.NO


FACTIVA_XML = Reader("factiva_xml", 1, "Factiva XML", recognises, read)
