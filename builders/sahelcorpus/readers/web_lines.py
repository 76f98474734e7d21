"""The lines around an article that a reader of the page sees: byline with its credit, dates, rights, section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sahelcorpus.readers.dates import PrintedDate, read_date
from sahelcorpus.readers.markup import line
from sahelcorpus.readers.syndication import syndication

_LONGEST_BYLINE = 200
_LONGEST_LINE = 300
_LONGEST_FOOTER = 2_000
_BYLINE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:by-?line|auth?[eo]u?rs?|signature|writer|article-?meta|post-?meta|entry-?meta|credits?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_SIGNED_NAMES = re.compile(r"(?:^|[-_\s])(?:by-?line|signature)", re.IGNORECASE)
_CHANGED_NAMES = re.compile(r"modified|updated|mise?-a-jour|\bmaj\b", re.IGNORECASE)
_AUTHORS_BOX = re.compile(
    r"bio|box|avatar|photo|image|about|(?<!v)card|more|follow|list|archive|related", re.IGNORECASE
)
_BY = (
    r"(?:[Pp]ar|PAR|[Bb]y|BY|[Pp]ropos recueillis par|[Rr]ecueilli par|[Tt]exte\s?:|[Aa]uteurs?\s?:|[Aa]vec|"
    r"[Ww]ith|بقلم|كتب)"
)
_STARTS = re.compile(rf"\s*{_BY}[\s\u00a0]")
_NAMED = re.compile(rf"\s*(?!(?:[Aa]vec|[Ww]ith)\b){_BY}[\s\u00a0]+(?:[^\W\d_a-zà-ÿ]|l['’][^\W\d_a-zà-ÿ])")
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
class Seen:
    """An element of a page.

    Attributes:
        element: lxml's.
        names: Its classes, id, itemprop and label.
        is_aside: Whether it belongs to navigation, teasers, comments and the like.
    """

    element: Any
    names: str
    is_aside: bool


@dataclass(frozen=True, slots=True)
class SeenDates:
    """Dates as a page prints them.

    Attributes:
        published: When it appeared.
        modified: When it was last changed.
    """

    published: PrintedDate | None = None
    modified: PrintedDate | None = None


def seen(body: Any) -> list[Seen]:
    """Return the elements of a body in order, with their names, and whether each stands in navigation or the like."""
    found: list[Seen] = []
    waiting = [(body, False)]
    while waiting:
        element, is_aside = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "aria-label"))))
        is_aside = is_aside or element.tag in _ELSEWHERE or (element is not body and bool(_LIST_NAMES.search(names)))
        found.append(Seen(element, names, is_aside))
        waiting += [(child, is_aside) for child in reversed(element)]
    return found


def byline(page: Iterable[Seen]) -> str | None:
    """Return the author line as printed, agency credit included, without the date that may share its line.

    What some houses print as a paragraph of the article is not looked at here: see `is_byline`.
    """
    best: tuple[int, str] | None = None
    for one in page:
        rank = None if one.is_aside else _rank(one)
        if rank is None or (best and rank >= best[0]):
            continue
        words = _without_date(short_line(one.element, _LONGEST_BYLINE + _LONGEST_LINE) or "")
        if words and len(words) <= _LONGEST_BYLINE and sum(map(str.isalpha, words)) > 1 and not _only_date(words):
            best = (rank - (2 if _STARTS.match(words) else 0), words)
            if best[0] < 0:
                break
    return best[1] if best else None


def is_byline(paragraph: str) -> bool:
    """Say whether a paragraph at an edge of an article is an author line: short, « Par » and a name, no sentence."""
    few = 12
    if len(paragraph) > _LONGEST_LINE:
        return False
    words = _without_date(paragraph)
    if not _STARTS.match(words) or len(words.split()) > few or words.endswith((".", "»", "!", "?", ":")):
        return False
    return bool(_NAMED.match(words)) or bool(syndication(words, ""))


def dates(page: Iterable[Seen]) -> SeenDates:
    """Return the dates that are printed outside the article's own text."""
    published = modified = None
    for one in page:
        is_time = one.element.tag == "time"
        if one.is_aside or not (is_time or _DATE_NAMES.search(one.names) or _DATED.match(one.element.text or "")):
            continue
        words = short_line(one.element, _LONGEST_LINE) or ""
        stated = one.element.get("datetime") if is_time else None
        change = _MODIFIED.search(words)
        is_named_changed = bool(_CHANGED_NAMES.search(one.names))
        first = words[: change.start()] if change else "" if is_named_changed else words
        second = words[change.start() :] if change else words if is_named_changed else ""
        # a `time` has one date; a line may have both: « Publié le 3 mai, mis à jour le 4 »
        published = published or _date(stated if first and not second else None, first)
        modified = modified or _date(stated if second and not first else None, second)
    return SeenDates(published, modified)


def rights_line(page: Iterable[Seen]) -> str | None:
    """Return the copyright line as printed; of several the shortest, which is the most exact."""
    found, starting = [], []
    for one in page:
        if one.element.tag in {"footer", "small"} or _BLOCK_NAMES.search(one.names):
            if match := _RIGHTS.search(short_line(one.element, _LONGEST_FOOTER) or ""):
                found.append(match[0].strip()[:_LONGEST_LINE])
        elif one.element.text and _RIGHTS.match(words := one.element.text.strip()[:_LONGEST_LINE]):
            starting.append(words)
    return min(found or starting, key=len, default=None)


def breadcrumb(page: Iterable[Seen]) -> str | None:
    """Return the section that the page's trail of links ends with, if it has one."""
    for one in page:
        if "breadcrumb" in one.names.lower():
            names = [name for link in one.element.iter("a") if (name := line(link))]
            if len(names) > 1:
                return names[-1]
    return None


def _date(stated: str | None, words: str) -> PrintedDate | None:
    return (read_date(stated) if stated else None) or (read_date(words, day_first=True) if words.strip() else None)


def short_line(element: Any, most: int) -> str | None:
    """Return what stands in an element as one line; None if that has more than `most` code points."""
    length = 0
    for words in element.itertext():
        length += len(words.strip())
        if length > most:
            return None
    return line(element)


def _rank(one: Seen) -> int | None:
    """Return how likely an element is to hold the byline, 0 the likeliest; None if it is not."""
    if _AUTHORS_BOX.search(one.names):
        return None
    if _SIGNED_NAMES.search(one.names):
        return 0
    if _BYLINE_NAMES.search(one.names):
        return 3
    return 4 if one.element.get("rel") == "author" or one.element.get("itemprop") == "author" else None


def is_date_line(paragraph: str) -> bool:
    """Say whether a paragraph is a date and nothing else but a weekday or « Mis à jour »."""
    if len(paragraph) > _LONGEST_LINE:
        return False
    few, rest = 10, _without_date(paragraph)
    return len(paragraph.split()) <= few and " " not in rest and rest != paragraph and read_date(paragraph) is not None


def _without_date(words: str) -> str:
    return _CUT.sub("", words).strip(" \u00a0|•·–—,-")


def _only_date(words: str) -> bool:
    few = 4
    return read_date(words) is not None and len(words.split()) <= few
