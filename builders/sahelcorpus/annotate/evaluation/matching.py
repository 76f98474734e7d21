"""Which predicted quotation is which gold one: one to one, best first, by symmetric intersection over union."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

PlainQuote = Mapping[str, Any]
"""A quotation as the interchange format writes it: `type`, `segments`, `cue`, `speaker`, `speaker_name`."""

_STOP = frozenset(["le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "the", "of", "a", "m", "mme", "et"])
_WORD = re.compile(r"[a-z0-9]+")


def characters(segments: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the code points that segments cover."""
    return frozenset(place for start, end in segments for place in range(start, end))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return intersection over union; 0 where either is empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def matched(gold: Sequence[PlainQuote], predicted: Sequence[PlainQuote], threshold: float) -> list[tuple[int, int]]:
    """Return the pairs of a gold and a predicted quotation, best first.

    Args:
        gold: Gold quotations; `alt_segments` is a second reading, and the better one counts.
        predicted: Predicted quotations.
        threshold: Least intersection over union of a pair.
    """
    places = [characters(quote["segments"]) for quote in predicted]
    pairs = []
    for row, quote in enumerate(gold):
        readings = _readings(quote)
        for column, place in enumerate(places):
            pairs.append((max(overlap(reading, place) for reading in readings), row, column))
    pairs.sort(reverse=True)
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for share, row, column in pairs:
        if share < threshold:
            break
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column))
    return found


def closeness(gold: PlainQuote, predicted: PlainQuote) -> float:
    """Return the intersection over union of a gold and a predicted quotation, of the better reading."""
    place = characters(predicted["segments"])
    return max(overlap(reading, place) for reading in _readings(gold))


def _readings(gold: PlainQuote) -> list[frozenset[int]]:
    return [characters(gold[key]) for key in ("segments", "alt_segments") if gold.get(key)]


def same_place(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the intersection over union of two places."""
    return overlap(characters([one]), characters([other]))


def same_source(gold: str | None, predicted: str | None) -> bool:
    """Say whether two names are one source: the same once folded, or one's words within the other's."""
    one, other = _folded(gold), _folded(predicted)
    if not one or not other:
        return not one and not other
    return one <= other or other <= one


def _folded(name: str | None) -> frozenset[str]:
    letters = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(_WORD.findall(letters)) - _STOP
