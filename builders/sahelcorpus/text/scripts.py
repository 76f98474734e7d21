"""Words that mix alphabets: a Cyrillic letter that looks Latin breaks every search and is never seen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_TO_LATIN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
# the micro sign, π and the like stand alone in ordinary writing: only words of two letters or more can be mixed
_LEAST_LETTERS = 2


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def mixed_script_words(text: str) -> list[tuple[int, str]]:
    """Return the words that mix Latin with Greek or Cyrillic letters, each with its offset in code points."""
    if not _FOREIGN_TO_LATIN.search(text):
        return []
    found = []
    for word in _WORD.finditer(text):
        scripts = {_script(letter) for letter in word[0]}
        if len(word[0]) >= _LEAST_LETTERS and "LATIN" in scripts and scripts & {"GREEK", "CYRILLIC"}:
            found.append((word.start(), word[0]))
    return found
