"""A sentence as tokens: words, elided words, inverted pronouns, punctuation, and each quotation as one token."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.skeleton import CLOSE, FILL, OPEN

QUOTATION = "«»"
"""The form of a token that stands for a whole quotation."""

ADVERBIAL = "adverbial"
"""The form of a token that stands for an adverbial of several words, which may stand anywhere around a verb."""

# One branch a first letter, so that few are tried at each place.
_ADVERBIALS = (
    r"[Pp](?:our (?:(?:sa|leur|ma|notre) part|l'heure|autant)|ar (?:ailleurs|exemple|conséquent)|lus d'une fois)"
    r"|[Dd](?:e (?:(?:son|leur|mon) côté|nouveau|(?:ce|son) fait)|ans la foulée|'(?:entrée de jeu|ailleurs|abord|emblée|accord))"
    r"|[Qq]uant à (?:lui|elle|eux|elles|moi)"
    r"|[Ee]n(?: (?:outre|effet|revanche|substance|particulier|personne|ces termes|vain|fait|même temps)|tre autres)"
    r"|[Aa]u (?:contraire|passage|demeurant|final)"
    r"|[ÀàA] (?:nouveau|(?:son|leur) tour|(?:plusieurs|maintes|de nombreuses) reprises|l'envi|demi-mot|juste titre|l'époque|cet effet|ce propos)"
    r"|[Uu]n(?:e (?:(?:nouvelle|première|dernière) fois|fois (?:de plus|encore))| peu)"
    r"|[Tt]o(?:ut (?:de même|d'abord|à fait|haut|bas)|ur à tour)"
    r"|haut et fort|la main sur le cœur|[Ss]ans (?:détour|ambages)|[Bb]ien (?:évidemment|entendu|sûr)"
)
_CLITICS = "ils?|elles?|on|je|tu|nous|vous|ce|moi|là"
_TOKEN = re.compile(
    rf"{OPEN}{FILL}*{CLOSE}?"
    rf"|-(?:t-)?(?:{_CLITICS})\b"
    rf"|\b(?-i:{_ADVERBIALS})\b"
    rf"|aujourd'hui|o'clock|d'autres\b|'s\b|'(?=\s)"
    rf"|[^\W\d_]+(?:-(?!(?:t-)?(?:{_CLITICS})\b)\w+)*(?:'(?=[\w{OPEN}])(?!s\b))?"
    rf"|\d[\w.,:]*(?<![.,:])"
    rf"|[^\s\w]",
    re.IGNORECASE,
)


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
            QUOTATION if word[0] == OPEN else ADVERBIAL if " " in word else word.lower()
            for word in [match[0] for match in matches]
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
