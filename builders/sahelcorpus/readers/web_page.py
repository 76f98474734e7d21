"""A page of the web: the article in it, what the page says of it, and the traces of where it came from.

trafilatura chooses the part of the page that is the article; its characters, its byline with the agency's credit, its
dates and what JSON-LD says are read here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sahelcorpus.readers.charsets import declared_charset, decoded
from sahelcorpus.readers.dates import PrintedDate, read_date
from sahelcorpus.readers.document import (
    Disagreement,
    Document,
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
from sahelcorpus.readers.languages import language_tag
from sahelcorpus.readers.markup import TooDeepError, joined, line, parsed
from sahelcorpus.readers.opening import canonical, received
from sahelcorpus.readers.syndication import mark_of_paywall, marks_of_cut, syndication
from sahelcorpus.readers.web_body import MOST_ELEMENTS, article_body, extractor
from sahelcorpus.readers.web_claims import Claims, claims, key
from sahelcorpus.readers.web_lines import Seen, SeenDates, breadcrumb, byline, dates, rights_line, seen, short_line
from sahelcorpus.records import Provenance
from sahelcorpus.text.canonical import NotTextError, text_sha256

MAX_PAGE_BYTES = 8_000_000
"""Largest page taken; a saved page with its pictures inside may have some millions of bytes."""

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_NOT_A_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE | re.DOTALL
)
_ERROR = re.compile(
    r"(?:^|\b)(?:404|403|410|500|502|503)(?:\b|$)|not found|introuvable|access denied|accès refusé|forbidden|"
    r"service unavailable|bad gateway|just a moment|captcha|page expirée",
    re.IGNORECASE,
)
_SITE_AFTER_TITLE = re.compile(r"\s+[|–—·:-]\s+[^|–—·]{2,60}$")
_LONGEST_TITLE = 1_000
_LEAST_LETTERS = 80


class Received(NamedTuple):
    """A page as it came; a tuple, since a WARC file has a hundred thousand a second and a data class takes 4 µs.

    Attributes:
        content: Its bytes.
        reader: Label of the reader that took it in.
        file_name: Name of the file, without folders.
        place: Where in the file it lay; empty for the whole file.
        address: Where it was fetched from, if that is known.
        charset: Charset that the server declared.
        retrieved: Day on which it was fetched.
        record_id: Id that an archive gives it.
        sha256: SHA-256 of the bytes as they came, where `content` is not those any more; None where it is.
    """

    content: bytes
    reader: str
    file_name: str | None
    place: str = ""
    address: str | None = None
    charset: str | None = None
    retrieved: date | None = None
    record_id: str | None = None
    sha256: str | None = None


class RefusedError(Exception):
    """Raised where a page becomes no article; carries what its rejection says."""

    def __init__(self, reason: RejectionReason, shown: str, detail: str = "") -> None:
        """Take the reason, the text of which an excerpt is shown, and what exactly was found."""
        super().__init__(reason)
        self.reason, self.shown, self.detail = reason, shown, detail


def article_of(page: Received) -> Outcome:
    """Return the article of a page, or why it has none."""
    try:
        return _document(page)
    except RefusedError as refused:
        return Rejection(refused.reason, page.place, excerpt(refused.shown), refused.detail, page.record_id)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page taken apart."""

    standing: list[Seen]
    told: Claims
    title: str | None
    text: str
    byline: str | None
    paywall: str | None
    disagreements: tuple[Disagreement, ...]


def _taken_apart(page: Received) -> _Page:
    """Return what a page holds.

    Raises:
        RefusedError: if that is no article.
    """
    if len(page.content) > MAX_PAGE_BYTES:
        detail = f"more than {MAX_PAGE_BYTES:,} bytes"
        raise RefusedError(RejectionReason.TOO_LARGE, page.content[:1_000].decode("utf-8", "replace"), detail)
    markup, charset_told = _decoded(page)
    try:
        root = parsed(markup)
    except TooDeepError:
        raise RefusedError(RejectionReason.TOO_DEEP, markup) from None
    body = None if root is None else root.find("body") if root.tag == "html" else root
    if body is None:
        raise RefusedError(RejectionReason.NO_TEXT, markup)
    if (count := sum(1 for _ in root.iter())) > MOST_ELEMENTS:
        raise RefusedError(RejectionReason.TOO_LARGE, markup, f"{count:,} elements; at most {MOST_ELEMENTS:,}")
    told = claims(root, markup, page.address)
    title = _title(body, told)
    standing = seen(body)
    author = byline(standing)
    read = article_body(root, (title, author, told.node.alternative_headline, told.first("og:title"), told.title))
    try:
        text = canonical(joined(read.paragraphs))
    except NotTextError as error:
        reason = RejectionReason.TOO_LARGE if error.code == "SC103" else RejectionReason.NOT_TEXT
        raise RefusedError(reason, markup, f"{error.place}: {error.found}") from None
    shown = title or told.title or line(body) or ""
    letters = sum(map(str.isalpha, text[: 10 * _LEAST_LETTERS]))
    if letters < 10 * _LEAST_LETTERS // 2 and _ERROR.search(f"{told.title or ''} {title or ''}"[:200]):
        raise RefusedError(RejectionReason.ERROR_PAGE, shown)
    if letters < _LEAST_LETTERS:
        raise RefusedError(RejectionReason.NO_TEXT, shown, f"{letters} letters of text found")
    if not _is_article(told, body):
        raise RefusedError(RejectionReason.NOT_AN_ARTICLE, shown, "a list of articles, by its links")
    return _Page(standing, told, title, text, author or read.byline, read.paywall, charset_told)


def _document(page: Received) -> Document:
    parts = _taken_apart(page)
    told, text = parts.told, parts.text
    node = told.node
    printed = dates(parts.standing)
    published, differing = _published(told, printed)
    author = parts.byline or ", ".join(node.authors) or told.first("author", "article:author")
    author = None if author and author.startswith("http") else author
    digest = text_sha256(text)
    provenance = Provenance(
        reader=page.reader,
        file_name=page.file_name,
        received_sha256=page.sha256 or hashlib.sha256(page.content).hexdigest(),
        text_sha256=digest,
        note=f"Body by {extractor()}",
    )
    language, languages = _language(told)
    holder = node.copyright_holder
    rights = rights_line(parts.standing) or (f"© {holder}" if holder else None) or node.licence
    return Document(
        text=text,
        provenance=provenance,
        place=page.place,
        title=parts.title,
        subtitle=node.alternative_headline,
        byline=author,
        outlet=node.publisher or told.first("og:site_name", "application-name"),
        published=published,
        modified=_modified(told, printed),
        language=language,
        section=node.section or told.first("article:section") or breadcrumb(parts.standing),
        url=told.canonical,
        archive_url=told.archived,
        retrieved=page.retrieved,
        document_id=page.record_id,
        rights_line=rights,
        keywords=node.keywords or _words(told),
        syndication=_signals(told, author, text),
        truncation=marks_of_cut(text),
        paywall=parts.paywall
        or mark_of_paywall(text)
        or ("isAccessibleForFree: false" if node.is_free is False else None),
        disagreements=(*parts.disagreements, *differing, *languages),
    )


def _decoded(page: Received) -> tuple[str, tuple[Disagreement, ...]]:
    if page.content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        markup = page.content.decode("utf-16", "replace")
        declared = declared_charset(markup[:4_096].encode("utf-8", "replace"))
        is_false = declared is not None and not declared.startswith("utf-16")
        differing = Disagreement("charset", "the bytes", "utf-16", "the declaration", declared or "")
        return markup, (differing,) if is_false else ()
    return decoded(page.content, declared_charset(page.content[:4_096]) or page.charset)


def _title(body: Any, told: Claims) -> str | None:
    """Return the headline as the page prints it, where the head of the page bears it out; else as the head gives it."""
    stated = (told.node.headline or told.first("og:title", "twitter:title") or "")[:_LONGEST_TITLE] or None
    headings = [words for element in body.iter("h1", "h2", "h3") if (words := short_line(element, _LONGEST_TITLE))]
    first = [words for element in body.iter("h1") if (words := short_line(element, _LONGEST_TITLE))]
    exact = [words for words in headings if stated and key(words) == key(stated)]
    alike = [words for words in first if key(words) and key(stated or told.title).startswith(key(words))]
    if exact or alike:
        return (exact or alike)[0]
    if stated:
        return (
            stated if told.node.headline else _SITE_AFTER_TITLE.sub("", stated) if _names_site(stated, told) else stated
        )
    if first:
        return first[0]
    return _SITE_AFTER_TITLE.sub("", told.title[:_LONGEST_TITLE]) if told.title else None


def _names_site(title: str, told: Claims) -> bool:
    site = told.first("og:site_name") or told.node.publisher
    return bool(site) and key(title).endswith(key(site))


def _published(told: Claims, printed: SeenDates) -> tuple[PrintedDate | None, tuple[Disagreement, ...]]:
    """Return the date of publication, and what else the page says of it, where that is another day."""
    meta = told.first(
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "dcterms.created"
    )
    stated = [
        (place, found)
        for place, words in (("JSON-LD datePublished", told.node.published), ("meta", meta))
        if words and (found := read_date(words, day_first=True)) is not None
    ]
    if printed.published is not None:
        stated.append(("the page as printed", printed.published))
    if not stated:
        return None, ()
    place, chosen = stated[0]
    others = [one for one in stated[1:] if one[1].day is not None and one[1].day != chosen.day]
    return chosen, tuple(
        Disagreement("published", place, chosen.printed, other_place, other.printed) for other_place, other in others
    )


def _modified(told: Claims, printed: SeenDates) -> PrintedDate | None:
    stated = told.node.modified or told.first(
        "article:modified_time", "og:updated_time", "datemodified", "last-modified"
    )
    return (read_date(stated, day_first=True) if stated else None) or printed.modified


def _language(told: Claims) -> tuple[str | None, tuple[Disagreement, ...]]:
    stated = [
        (place, tag)
        for place, words in (
            ("JSON-LD inLanguage", told.node.language),
            ("html lang", told.language),
            ("og:locale", told.first("og:locale")),
            ("meta", told.first("content-language", "language", "dc.language")),
        )
        if (tag := language_tag(words))
    ]
    if not stated:
        return None, ()
    place, chosen = stated[0]
    differing = [one for one in stated[1:] if one[1].partition("-")[0] != chosen.partition("-")[0]]
    return chosen, tuple(Disagreement("language", place, chosen, *other) for other in differing)


def _signals(told: Claims, author: str | None, text: str) -> tuple[SyndicationSignal, ...]:
    """Return the traces of syndication that the page prints, and those that JSON-LD states."""
    found = list(syndication(author, text))
    names = ", ".join(told.node.authors)
    known = {signal.agency for signal in found}
    found += [signal for signal in syndication(names, "") if signal.agency not in known]
    provider = told.node.provider
    if provider and key(provider) != key(told.node.publisher):
        found.append(SyndicationSignal(SignalKind.PROVIDER, provider, provider))
    found += [SyndicationSignal(SignalKind.BASED_ON, work, work) for work in told.node.based_on]
    return tuple(dict.fromkeys(found))


def _words(told: Claims) -> tuple[str, ...]:
    tags = told.every("article:tag") or [
        word for words in told.every("news_keywords", "keywords") for word in words.split(",")
    ]
    return tuple(dict.fromkeys(word.strip() for word in tags if word.strip()))


def _is_article(told: Claims, body: Any) -> bool:
    """Say whether a page is one article's: it says so, or it is not mostly links."""
    if told.has_node or told.first("og:type") == "article" or told.first("article:published_time"):
        return True
    linked = sum(len("".join(link.itertext())) for link in body.iter("a"))
    whole = sum(len(words) for words in body.itertext())
    articles = sum(1 for _ in body.iter("article"))
    several = 3
    return 2 * linked < whole and articles < several


def recognises(head: bytes, _: str) -> Fit:
    """HTML is likely a page, where no archive says that it is its export; HTML behind something else may be one."""
    is_wide = head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    plain = head.replace(b"\0", b"")[2:] if is_wide else head.removeprefix(b"\xef\xbb\xbf")
    if _NOT_A_PAGE.match(plain) or not _HTML.search(plain):
        return Fit.NO
    return Fit.LIKELY if plain.lstrip().startswith(b"<") else Fit.FALLBACK


def read(source: Source) -> Iterator[Outcome]:
    """Yield the one article of a saved page."""
    with received(source) as file:
        content = file.stream.read(MAX_PAGE_BYTES + 1)
        yield article_of(Received(content, WEB_PAGE.label, file.name, sha256=file.sha256))


WEB_PAGE = Reader("web_page", 1, "a page of the web", recognises, read)
