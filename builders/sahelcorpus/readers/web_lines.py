"""The lines around an article that a reader of the page sees: byline with its credit, dates, rights, section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sahelcorpus.readers.dates import PrintedDate, read_date
from sahelcorpus.readers.markup import line

_LONGEST_BYLINE = 200
_LONGEST_LINE = 300
_BYLINE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:by-?line|auth?[eo]u?rs?|signature|writer|article-?meta|post-?meta|entry-?meta|credits?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_AUTHORS_BOX = re.compile(r"bio|box|avatar|photo|image|about|card|more|follow|list|archive|related", re.IGNORECASE)
_BY = (
    r"(?:[Pp]ar|PAR|[Bb]y|BY|[Pp]ropos recueillis par|[Rr]ecueilli par|[Tt]exte\s?:|[Aa]uteurs?\s?:|[Aa]vec|"
    r"[Ww]ith|بقلم|كتب)"
)
_STARTS = re.compile(rf"\s*{_BY}[\s\u00a0]")
_DATE_WORDS = (
    r"(?:[Pp]ubli[ée]e?s?|[Mm]is(?:e)? (?:à jour|en ligne)|[Mm]odifi[ée]e?s?|"
    r"[Pp]ublished|[Uu]pdated|[Pp]osted|[Ll]ast modified|نشر)(?!\s(?:par|by)\b)"
)
_CUT = re.compile(
    rf"\s*[|•·–—,-]?\s*(?:{_DATE_WORDS}\b.*|(?:le\s)?\d{{1,2}}(?:er)?\s[^\W\d]+\.?\s\d{{4}}.*|\d{{1,2}}/\d{{1,2}}/\d{{4}}.*"
    rf"|\d{{4}}-\d\d-\d\d.*)$",
    re.DOTALL,
)
_MODIFIED = re.compile(r"[Mm]is(?:e)? à jour|[Mm]odifi|[Uu]pdated|[Ll]ast modified|تحديث")
_DATE_NAMES = re.compile(r"date|time|publi|posted|updated|modified|meta|byline|auth?or|auteur", re.IGNORECASE)
_DATED = re.compile(rf"\s*{_DATE_WORDS}\b")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|Copyright\b|Tous droits (?:de reproduction )?réservés|All rights reserved|حقوق)[^\n]*", re.IGNORECASE
)
_BLOCK_NAMES = re.compile(r"(?:^|[-_\s])(?:footer|copyright|legal|rights|mentions)", re.IGNORECASE)
_ELSEWHERE = frozenset("aside nav footer head script style form noscript iframe button svg".split())  # noqa: SIM905 - read as a line
_LIST_NAMES = re.compile(
    r"related|teaser|sidebar|widget|recommend|most-read|plus-lus|a-lire|comment|newsletter|breadcrumb|carousel",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SeenDates:
    """Dates as a page prints them.

    Attributes:
        published: When it appeared.
        modified: When it was last changed.
    """

    published: PrintedDate | None = None
    modified: PrintedDate | None = None


def byline(body: Any) -> str | None:
    """Return the author line as printed, agency credit included, without the date that may share its line.

    What some houses print as a paragraph of the article is not looked at here: see `is_byline`.
    """
    best: tuple[int, str] | None = None
    for element in _seen(body):
        rank = _rank(element)
        if rank is None or (best and rank >= best[0]):
            continue
        words = line(element)
        if words is None or len(words) > _LONGEST_BYLINE + _LONGEST_LINE:
            continue
        words = _without_date(words)
        if words and len(words) <= _LONGEST_BYLINE and sum(map(str.isalpha, words)) > 1 and not _only_date(words):
            best = (rank - (2 if _STARTS.match(words) else 0), words)
            if best[0] < 0:
                break
    return best[1] if best else None


def is_byline(paragraph: str) -> bool:
    """Say whether a paragraph at an article's start or end is an author line: short, « Par … », no sentence."""
    words = _without_date(paragraph)
    few = 12
    return bool(_STARTS.match(words)) and len(words.split()) <= few and not words.endswith((".", "»", "!", "?", ":"))


def dates(body: Any) -> SeenDates:
    """Return the dates that are printed outside the article's own text."""
    published = modified = None
    for element in _seen(body):
        is_time = element.tag == "time"
        if not (is_time or _DATE_NAMES.search(_names(element)) or _DATED.match(element.text or "")):
            continue
        words = (line(element) or "")[: _LONGEST_LINE + 1]
        if len(words) > _LONGEST_LINE:
            continue
        stated = element.get("datetime") if is_time else None
        change = _MODIFIED.search(words) or (is_time and _MODIFIED.search(_names(element).replace("_", " ")))
        is_changed = bool(change) or "modified" in _names(element).lower() or "updated" in _names(element).lower()
        before = words[: change.start()] if change and _MODIFIED.search(words) else words
        if (not is_changed or before.strip()) and published is None:
            published = read_date(stated or before, day_first=True) if not is_changed or before != words else None
        if is_changed and modified is None:
            modified = read_date(stated or words[len(before) if before != words else 0 :], day_first=True)
    return SeenDates(published, modified)


def rights_line(body: Any) -> str | None:
    """Return the copyright line as printed; that of the article before that of the site."""
    found = []
    for element in body.iter():
        if isinstance(element.tag, str) and (
            element.tag in {"footer", "small"} or _BLOCK_NAMES.search(_names(element))
        ):
            words = line(element) or ""
            if match := _RIGHTS.search(words[:2_000]):
                found.append(match[0].strip()[:_LONGEST_LINE])
    if not found:
        lines = (element.text.strip() for element in body.iter() if isinstance(element.tag, str) and element.text)
        found = [words for words in lines if len(words) <= _LONGEST_LINE and _RIGHTS.match(words)]
    return min(found, key=len, default=None)


def breadcrumb(body: Any) -> str | None:
    """Return the section that the page's trail of links ends with, if it has one."""
    for element in body.iter():
        if (
            isinstance(element.tag, str)
            and "breadcrumb" in (_names(element) + (element.get("aria-label") or "")).lower()
        ):
            names = [name for link in element.iter("a") if (name := line(link))]
            if len(names) > 1:
                return names[-1]
    return None


def _seen(body: Any) -> Iterator[Any]:
    """Yield the elements of a body but those of navigation, teasers, comments and the like."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _ELSEWHERE:
            continue
        if element is not body and _LIST_NAMES.search(_names(element)):
            continue
        yield element
        waiting.extend(reversed(element))


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _rank(element: Any) -> int | None:
    """Return how likely an element is to hold the byline, 0 the likeliest; None if it is not."""
    names = _names(element)
    if _AUTHORS_BOX.search(names):
        return None
    if re.search(r"(?:^|[-_\s])(?:by-?line|signature)", names, re.IGNORECASE):
        return 0
    if _BYLINE_NAMES.search(names):
        return 3
    if element.get("rel") == "author" or (element.get("itemprop") or "") == "author":
        return 4
    return None


def is_date_line(paragraph: str) -> bool:
    """Say whether a paragraph is a date and nothing else but a weekday or « Mis à jour »."""
    few, rest = 10, _without_date(paragraph)
    return len(paragraph.split()) <= few and " " not in rest and rest != paragraph and read_date(paragraph) is not None


def _without_date(words: str) -> str:
    return _CUT.sub("", words).strip(" \u00a0|•·–—,-")


def _only_date(words: str) -> bool:
    few = 4
    return read_date(words) is not None and len(words.split()) <= few
