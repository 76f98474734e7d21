"""Where sentences end, read off the skeleton of a text."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.skeleton import CLOSE, OPEN

# A full stop whose blank is missing ends a sentence between two words: « nier.Selon lui ».
# The set in front lets the search pass over letters quickly.
_BREAK = re.compile(
    rf"(?=[.!?…؟。！？\n{CLOSE}])(?:[。！？]+|[.!?…؟]+[)\]]?(?=\s|{OPEN}|$)"
    rf"|(?<=[a-zéè]{{3}})[.!?](?=[A-ZÀÉÈ][a-zéè']+\s)|\n+|{CLOSE}(?=\s*\S))"
)
_WORD_BEFORE = re.compile(r"(\w+(?:\.\w+)*)$")
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?:\.[A-ZÀ-ÖØ-Þ])?")
_ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mlle",
        "mgr",
        "me",
        "dr",
        "pr",
        "st",
        "ste",
        "cf",
        "art",
        "al",
        "etc",
        "env",
        "av",
        "bd",
        "n",
        "no",
        "mr",
        "mrs",
        "ms",
        "messrs",
        "prof",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "maj",
        "sen",
        "rep",
        "gov",
        "hon",
        "rev",
        "jr",
        "sr",
        "vs",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "dpt",
        "tél",
        "vol",
        "chap",
        "p",
        "pp",
        "sra",
        "srta",
        "sres",
        "exmo",
        "nr",
        "bzw",
        "ca",
        "u.s",
        "u.n",
        "u.k",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "d.c",
        "ph.d",
        "cdt",
        "gal",
        "cne",
        "adj",
    ]
)
_QUOTE_ENDS = ".!?…؟。！？"
_CLOSING = "”’»›\"' \u00a0\u202f"
_NESTED = 6
"""Most signs that close with a quotation: nested marks, and blanks between them."""


def sentences(text: str, bare: str, stretches: list[Marked], *, announced: bool = False) -> list[Place]:
    """Return the sentences of a text as half-open places without blanks around them, in order.

    Args:
        text: The text.
        bare: Its skeleton.
        stretches: Its quotations.
        announced: Whether a quotation at the head of a paragraph goes on with a line that ends in a colon.
    """
    places = []
    ended = {stretch.end - 1 for stretch in stretches if _last_sign(text, stretch) in _QUOTE_ENDS}
    start = 0
    for match in _BREAK.finditer(bare):
        end = match.end()
        if announced and _announces(bare, match.start(), end):
            continue
        if _breaks(bare, match.start(), end, ended):
            if bare[start:end].strip():
                places.append(_stripped(bare, start, end))
            start = end
    if bare[start:].strip():
        places.append(_stripped(bare, start, len(bare)))
    return places


def _last_sign(text: str, stretch: Marked) -> str:
    """Return a quotation's last sign, nested marks that close with it left out: the full stop of `« X dit : “A.” »`."""
    last = text[max(stretch.inner_start, stretch.inner_end - _NESTED) : stretch.inner_end].rstrip(_CLOSING)
    return last[-1:] or text[stretch.inner_end - 1]


def _stripped(bare: str, start: int, end: int) -> Place:
    piece = bare[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _announces(bare: str, start: int, end: int) -> bool:
    """Say whether a line ends in a colon or comma and the next one begins with a quotation."""
    return (
        bare[start] == "\n"
        and bare[max(0, start - 20) : start].rstrip()[-1:] in (":", ",")
        and bare[end : end + 1] == OPEN
    )


def _breaks(bare: str, start: int, end: int, ended: set[int]) -> bool:
    sign = bare[start]
    following = bare[end : end + 40].lstrip()
    first = following[:1]
    if sign == "\n":
        # a line that a machine broke goes on with a small letter
        return not (first.islower() and bare[start - 1 : start].isalnum())
    if sign == CLOSE:
        return start in ended and not first.islower() and first not in ",;:.)–—-!?…"
    if sign == "." and end - start == 1:
        before = _WORD_BEFORE.search(bare, max(0, start - 12), start)
        if before:
            word = before[1].lower()
            if word in _ABBREVIATIONS or _INITIALS.fullmatch(before[1]):
                return False
    return not first.islower() or "!" in bare[start:end] or "?" in bare[start:end]
