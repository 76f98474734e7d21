"""The words of a text, without what a copy may be typed differently in: capitals, accents, marks, spaces."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")


def folded_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word folded, with where it begins and ends in the text, in code points."""
    for match in _WORD.finditer(text):
        yield folded(match[0]), match.start(), match.end()


def folded(word: str) -> str:
    """Return a word in lower case and without marks over or under its letters."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")


def words_sha256(text: str) -> str:
    """Return the SHA-256 of a text's folded words with one space between them, in hexadecimal.

    It recognises the text however it was typed, and says no more of it than that: a text cannot be read off it.
    """
    marked = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Mn")
    return hashlib.sha256(" ".join(_WORD.findall(marked.casefold())).encode()).hexdigest()
