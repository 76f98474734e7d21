"""Asides between dashes: `Le préfet – un ancien ministre – assure que A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.sentence import Sentence

DASHES = frozenset(("–", "—"))
_LONGEST = 30


def dash_before(sentence: Sentence, closing: int, start: int) -> int | None:
    """Return the dash that opens an aside which another one closes, or None.

    Args:
        sentence: The sentence.
        closing: The token of the dash that closes it.
        start: The first token that it may stand at, something before it.
    """
    words = sentence.tokens.words
    for index in range(closing - 1, max(start, closing - _LONGEST), -1):
        if words[index] in (";", ":"):
            return None
        if words[index] == words[closing]:
            return index
    return None
