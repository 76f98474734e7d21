"""Whether a name is another one, misspelt."""

from __future__ import annotations

import re

FUZZY_FROM = 5
"""Least letters of a name that may be misspelt: shorter ones are too often two names."""


def is_near(one: str, other: str) -> bool:
    """Say whether two words begin alike and are one letter apart, or alike but for vowels and doubled letters."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or len(other) < FUZZY_FROM:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if one[start + 1 :] == other[start + 1 :] or one[start:] == other[start + 1 :] or one[start + 1 :] == other[start:]:
        return True
    return len(one) > FUZZY_FROM + 2 and _consonants(one) == _consonants(other)


def _consonants(word: str) -> str:
    bare = re.sub(r"[aeiouyh]", "", word)
    return re.sub(r"(.)\1", r"\1", bare)
