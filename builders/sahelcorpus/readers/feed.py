"""Feeds: RSS 0.9 to 2.0 and Atom. An entry with its whole text is a document; one with a summary alone is a rejection.

A summary is no article: annotated, it would look like one that says little. What its rejection keeps is the address,
by which the page can be had. A feed whose `description` holds the whole text is told by its length, its paragraphs, and
the lack of a mark that it was cut.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from sahelcorpus.readers.dates import read_date
from sahelcorpus.readers.document import (
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
from sahelcorpus.readers.json_ld import plain
from sahelcorpus.readers.languages import language_tag
from sahelcorpus.readers.markup import TooDeepError, joined, parsed
from sahelcorpus.readers.opening import Received, canonical, needed, received
from sahelcorpus.readers.syndication import mark_of_paywall, marks_of_cut, syndication
from sahelcorpus.readers.web_body import fragment_body
from sahelcorpus.text.canonical import NotTextError

MAX_FEED_BYTES = 30_000_000
"""Largest feed taken: it is read as a whole."""
LEAST_WHOLE = 1_000
"""Fewest code points of a `description` that can be a whole article."""

_ROOT = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*(?:<!DOCTYPE[^\[>]*>\s*)?"
    rb"<(?:rss|feed|rdf:RDF|channel)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_PROLOGUE_BYTES = 65_536
_URL = re.compile(r"https?://[^\s]+")


def read(source: Source) -> Iterator[Outcome]:
    """Yield a document or a rejection for each entry of a feed."""
    with received(source) as file:
        content = file.stream.read(MAX_FEED_BYTES + 1)
        shown = excerpt(content[:1_000].decode("utf-8", "replace"))
        if len(content) > MAX_FEED_BYTES:
            yield Rejection(RejectionReason.TOO_LARGE, "", shown, f"more than {MAX_FEED_BYTES:,} bytes")
            return
        if _ENTITY.search(content[:_PROLOGUE_BYTES]):
            yield Rejection(RejectionReason.ENTITIES, "", shown)
            return
        try:
            feed = needed("feedparser").parse(
                io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False, response_headers={}
            )
        except (
            ValueError,
            LookupError,
            ArithmeticError,
            RecursionError,
            AttributeError,
            TypeError,
            AssertionError,
        ) as error:
            # feedparser's loose parser fails in many ways on what is no feed
            yield Rejection(RejectionReason.BROKEN, "", shown, str(error))
            return
        if not feed.entries and feed.get("bozo"):
            yield Rejection(RejectionReason.BROKEN, "", shown, str(feed.get("bozo_exception") or ""))
            return
        seen: set[str] = set()
        for number, entry in enumerate(feed.entries, 1):
            outcome = _entry(entry, feed.feed, f"entry {number}", file)
            key = outcome.document_id
            if key and key in seen:
                yield Rejection(
                    RejectionReason.TWICE_IN_FILE, outcome.place, excerpt(_words(entry, "title") or ""), "", key
                )
                continue
            if key:
                seen.add(key)
            yield outcome
        if feed.get("bozo") and feed.entries and not content.rstrip().endswith((b"</rss>", b"</feed>", b"</rdf:RDF>")):
            detail = str(feed.get("bozo_exception") or "")
            yield Rejection(RejectionReason.TRUNCATED_FILE, f"after entry {len(feed.entries)}", "", detail)


def _entry(entry: Any, feed: Any, place: str, file: Received) -> Outcome:
    identifier, title = _words(entry, "id") or _words(entry, "link"), _words(entry, "title")

    def refused(reason: RejectionReason, detail: str = "") -> Rejection:
        return Rejection(reason, place, excerpt(title or ""), detail, identifier)

    try:
        text, is_summary = _text(entry, title)
    except TooDeepError:
        return refused(RejectionReason.TOO_DEEP)
    except NotTextError as error:
        return refused(RejectionReason.NOT_TEXT, f"{error.place}: {error.found}")
    if not text.strip():
        return refused(RejectionReason.NO_TEXT)
    url = _words(entry, "link")
    if is_summary:
        return refused(RejectionReason.SUMMARY_ONLY, url or "")
    author = ", ".join(filter(None, (_words(one, "name") for one in entry.get("authors", []))))
    author = author or _words(entry, "author") or ""
    published = _words(entry, "published") or _words(entry, "updated") or _words(entry, "created")
    modified = _words(entry, "updated") if _words(entry, "published") else None
    source = entry.get("source") or {}
    original = _words(source, "title")
    signals = list(syndication(author or None, text))
    if original and original != _words(feed, "title"):
        signals.append(SyndicationSignal(SignalKind.OTHER_OUTLET, original, original))
    return Document(
        text=text,
        provenance=file.provenance(FEED.label, text),
        place=place,
        title=title,
        byline=author or None,
        outlet=_words(feed, "title"),
        published=read_date(published) if published else None,
        modified=read_date(modified) if modified and modified != published else None,
        language=language_tag(_language(entry) or _words(feed, "language")),
        url=url if url and _URL.fullmatch(url) else None,
        document_id=identifier,
        rights_line=_words(entry, "rights") or _words(feed, "rights"),
        keywords=tuple(dict.fromkeys(filter(None, (_words(tag, "term") for tag in entry.get("tags", []))))),
        syndication=tuple(signals),
        truncation=marks_of_cut(text),
        paywall=mark_of_paywall(text),
    )


def _text(entry: Any, title: str | None) -> tuple[str, bool]:
    """Return the text of an entry, and whether it is only a summary."""
    whole = max((_body(one.get("value") or "", title) for one in entry.get("content", [])), key=len, default="")
    summary = _body(entry.get("summary") or "", title)
    if len(whole) > len(summary) or (whole and entry.get("content")):
        return whole, False
    is_whole = len(summary) >= LEAST_WHOLE and "\n" in summary and not marks_of_cut(summary)
    return summary, not is_whole


def _body(markup: str, title: str | None) -> str:
    root = parsed(f"<div>{markup}</div>") if markup.strip() else None
    return canonical(joined(fragment_body(root, (title,)))) if root is not None else ""


def _language(entry: Any) -> str | None:
    contents = [*entry.get("content", []), entry.get("summary_detail") or {}, entry.get("title_detail") or {}]
    return next((language for one in contents if (language := one.get("language"))), None)


def _words(record: Any, name: str) -> str | None:
    """Return a field of feedparser's as one line of text."""
    value = plain(dict.get(record, name))  # its own `get` takes one field for another and warns of it
    return unicodedata.normalize("NFC", value) if value else None


def recognises(head: bytes, _: str) -> Fit:
    """The root element of a feed."""
    return Fit.CERTAIN if _ROOT.match(head) else Fit.NO


FEED = Reader("feed", 1, "RSS or Atom feed", recognises, read)
