"""What of an article may leave the house without its text: everything but the text and long stretches of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any

from sahelcorpus.records.tables import Row
from sahelcorpus.records.vocabulary import Redistribution
from sahelcorpus.release.verification import spans_in

_NEIGHBOURS = 3
"""Code points between two spans, at most, that make one readable stretch of them."""

MOST_SHARE = 0.2
"""Part of a withheld text that may be left in all, the shortest spans first: announcing words and speakers."""

_LEAST_REFERRED = 30
"""A shorter stretch that a note and a text have in common is names and turns of speech, not the text."""

_REFERENCE = re.compile(r"⟦(\d+):(\d+)⟧|⟦⟧")
Place = tuple[int, int]


def withheld(article: Row, limit: int) -> Row:
    """Return a dumped article as a stand-off dataset carries it.

    Whole, if it may be passed on. Else without its text: of spans whose text is longer than the limit, or which would
    give a longer stretch together with their neighbours, the offsets alone are left, and words of the text in notes
    give way to a reference to their place. Of an article whose record alone may be passed on, no annotation is left.

    Args:
        article: An article as records are dumped.
        limit: Longest stretch of the text that may be left, in code points.
    """
    redistribution = article["rights"]["redistribution"]
    if redistribution == Redistribution.FULL:
        return article
    text = article["text"]
    refer = _Referrer(text, max(limit, _LEAST_REFERRED))
    noted = _noted(article, refer)
    if redistribution == Redistribution.METADATA:
        return {**article, **noted, "text": "", "quotes": [], "stances": []}
    kept = kept_places(((span["start"], span["end"]) for _, span in spans_in(_annotated(article))), limit, len(text))
    return {
        **article,
        **noted,
        "text": "",
        "quotes": [_quote(quote, kept, limit, refer) for quote in article["quotes"]],
        "stances": [_changed(stance, lambda span: _span(span, kept), refer) for stance in article["stances"]],
    }


def restored(article: Row, text: str) -> Row:
    """Return a dumped article of a stand-off dataset with its text, and everything that was withheld with it.

    Args:
        article: What `withheld` returned.
        text: The very text that it was withheld from.
    """

    def span(found: Row) -> Row:
        return {**found, "text": text[found["start"] : found["end"]]}

    def words(note: str) -> str:
        return _REFERENCE.sub(lambda match: text[int(match[1]) : int(match[2])] if match[1] else "⟦", note)

    return {
        **article,
        **_noted(article, words),
        "text": text,
        "quotes": [joined(_changed(quote, span, words)) for quote in article["quotes"]],
        "stances": [_changed(stance, span, words) for stance in article["stances"]],
    }


def referred(article: Row) -> Row:
    """Return a dumped article in whose notes references to places of the old text are dots: those words are lost."""

    def words(note: str) -> str:
        return _REFERENCE.sub(lambda match: "[…]" if match[1] else "⟦", note)

    annotated = _changed(_annotated(article), lambda span: span, words)
    return {**article, **_noted(article, words), **annotated}


def joined(quote: Row) -> Row:
    """Return a quotation whose text is that of its segments."""
    return {**quote, "text": " ".join(segment["text"] for segment in quote["segments"])}


def kept_places(places: Iterable[Place], limit: int, length: int) -> set[Place]:
    """Return the places whose text may be left: short ones first, as long as no readable stretch exceeds the limit.

    Args:
        places: Start and end of spans, in code points.
        limit: Longest stretch that may be left, in code points.
        length: Length of the text, in code points, of which only a part may be left.
    """
    kept: set[Place] = set()
    left = MOST_SHARE * length
    stretches: list[Place] = []  # sorted, with more than a few code points between any two
    for start, end in sorted(set(places), key=lambda place: (place[1] - place[0], place)):
        if end - start > limit:
            break
        first = bisect_left(stretches, start - _NEIGHBOURS, key=lambda stretch: stretch[1])
        last = bisect_left(stretches, end + _NEIGHBOURS + 1, key=lambda stretch: stretch[0])
        low = min([start, *(stretch[0] for stretch in stretches[first:last])])
        high = max([end, *(stretch[1] for stretch in stretches[first:last])])
        added = high - low - sum(stretch[1] - stretch[0] for stretch in stretches[first:last])
        if high - low <= limit and added <= left:
            left -= added
            stretches[first:last] = [(low, high)]
            kept.add((start, end))
    return kept


class _Referrer:
    """Puts references in place of a text's own words."""

    def __init__(self, text: str, limit: int) -> None:
        self._text, self._size = text, limit + 1
        self._places: dict[str, int] | None = None

    def __call__(self, note: str) -> str:
        """Return a note in which every stretch of the text that is longer than the limit is a reference."""
        if len(note) < self._size:
            return note.replace("⟦", "⟦⟧")
        if self._places is None:
            last = len(self._text) - self._size
            self._places = {self._text[at : at + self._size]: at for at in range(last, -1, -1)}
        out: list[str] = []
        at = 0
        while at < len(note):
            place = self._places.get(note[at : at + self._size])
            if place is None:
                out.append("⟦⟧" if note[at] == "⟦" else note[at])
                at += 1
                continue
            length = self._size
            while note[at + length : at + length + 1] == self._text[place + length : place + length + 1] != "":
                length += 1
            out.append(f"⟦{place}:{place + length}⟧")
            at += length
        return "".join(out)


def _noted(article: Row, words: Callable[[str], str]) -> Row:
    """Return what of an article's own record may hold notes, the notes changed."""
    notes = {key: article[key] for key in _WITH_NOTES}
    changed: Row = _changed(notes, lambda span: span, words)
    return changed


def _annotated(article: Row) -> Row:
    return {"quotes": article["quotes"], "stances": article["stances"]}


def _span(span: Row, kept: set[Place]) -> Row:
    return span if (span["start"], span["end"]) in kept else {**span, "text": ""}


def _quote(quote: Row, kept: set[Place], limit: int, refer: Callable[[str], str]) -> Row:
    changed = _changed(quote, lambda span: _span(span, kept), refer)
    is_whole = all(segment["text"] for segment in changed["segments"]) and len(quote["text"]) <= limit
    return {**changed, "text": quote["text"] if is_whole else ""}


FREE_WORDS = frozenset({"speaker_name", "lemma", "name", "note", "published_note", "rationale", "reason"})
"""Fields whose words an annotator or curator chose, and may have taken from the text."""

_WITH_NOTES = ("published_note", "provenance", "waivers")


def _changed(value: Any, span: Callable[[Row], Row], words: Callable[[str], str]) -> Any:
    """Return a copy of dumped annotations with every span and every string in free words changed."""
    if isinstance(value, dict):
        changed = {
            key: words(item) if key in FREE_WORDS and isinstance(item, str) else _changed(item, span, words)
            for key, item in value.items()
        }
        return span(changed) if value.keys() >= {"start", "end", "text"} else changed
    if isinstance(value, list):
        return [_changed(item, span, words) for item in value]
    return value
