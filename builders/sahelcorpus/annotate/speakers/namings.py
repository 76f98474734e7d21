"""How a text names somebody whom it has just described: « un vieil homme … On l'appelle Ag »."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.proper_names import NAME_PATTERN

_NAMING = {
    "fr": re.compile(
        rf"(?:s'appelle|l'appelle|l'appelait|se nomme|nommée?|prénom,|prénom :) ({NAME_PATTERN})"
        rf"|^[^.!?«»:]{{0,90}} : ({NAME_PATTERN}),"
        rf"|^[^.!?]{{0,150}}\. L'intéressée?, ({NAME_PATTERN}),"
    ),
    "en": re.compile(
        rf"(?:named|called|name (?:only )?as|name,) ({NAME_PATTERN})|^[^.!?“”:]{{0,90}}: ({NAME_PATTERN}),"
    ),
}
_NAMING_WORDS = ("appel", "nomm", "prénom", "intéressé", "name", "called")
_NAMED_WITHIN = 170
_ANOTHER = re.compile(r"\b(?:another|une? autre)\b", re.IGNORECASE)
"""Whom what follows may name instead: « One man said A. Another, a tailor named Issa »."""


def named_after(plain: str, language: str, end: int) -> Place | None:
    """Return where the name stands that a text gives somebody right after a description, or None.

    Args:
        plain: The text with plain apostrophes and blanks.
        language: ISO 639-1 code.
        end: Where the description ends.
    """
    pattern = _NAMING.get(language)
    window = _ANOTHER.split(plain[end : end + _NAMED_WITHIN], maxsplit=1)[0]
    if ":" not in window and not any(word in window for word in _NAMING_WORDS):
        return None
    match = pattern.search(window) if pattern else None
    if match is None or "\n" in match.string[: match.start()]:
        return None
    start, stop = match.span(match.lastindex or 0)
    return end + start, end + stop
