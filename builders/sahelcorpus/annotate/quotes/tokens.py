"""A sentence as tokens: words, elided words, inverted pronouns, punctuation, and each quotation as one token."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.skeleton import CLOSE, FILL, OPEN

QUOTATION = "«»"
"""The form of a token that stands for a whole quotation."""

_CLITICS = "ils?|elles?|on|je|tu|nous|vous|ce|moi|là"
_TOKEN = re.compile(
    rf"{OPEN}{FILL}*{CLOSE}?"
    rf"|-(?:t-)?(?:{_CLITICS})\b"
    rf"|aujourd'hui|o'clock|d'(?:ailleurs|abord|emblée|accord|autres)\b|'s\b|'(?=\s)"
    rf"|[^\W\d_]+(?:-(?!(?:t-)?(?:{_CLITICS})\b)\w+)*(?:'(?=[\w{OPEN}])(?!s\b))?"
    rf"|\d[\w.,:]*(?<![.,:])"
    rf"|[^\s\w]",
    re.IGNORECASE,
)


_ACRONYMS = {"WHO": "w.h.o", "US": "u.s", "IT": "i.t"}
"""Names that small letters would turn into English pronouns."""


class Tokens:
    """The tokens of one sentence.

    Attributes:
        text: The skeleton of the whole text.
        words: The forms in small letters; `QUOTATION` for a quotation.
        starts: Where each token starts in the text.
        ends: Where it ends.
    """

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, bare: str, place: Place) -> None:
        self.text = bare
        matches = list(_TOKEN.finditer(bare, place[0], place[1]))
        self.words = [
            QUOTATION if match[0][0] == OPEN else _ACRONYMS.get(match[0]) or match[0].lower() for match in matches
        ]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, index: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """Return a token's form, or the empty string outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""
