"""Where sentences end, read off the skeleton of a text."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.skeleton import CLOSE, OPEN

# A full stop whose blank is missing ends a sentence between two words: « nier.Selon lui ».
# The sign is taken first and looked back on, so that the search passes over letters quickly.
_BREAK = re.compile(
    rf"[.!?…؟。！？\n{CLOSE}](?:(?<=[。！？])[。！？]*"
    rf"|(?<=[.!?…؟])(?:[.!?…؟]*[)\]]?(?=\s|{OPEN}|$)|(?<=[a-zéè]{{3}}[.!?])(?=[A-ZÀÉÈ][a-zéè']+\s))"
    rf"|(?<=\n)\n*|(?<={CLOSE})(?=\s*\S))"
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
        "bros",
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
_BEFORE_FIGURES = frozenset(("vol", "art", "sept", "no", "n", "p", "pp", "chap"))
"""Those of them that only a figure follows."""

_OF_TIMES = re.compile(r"\s*(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ [Tt]ime\b)")
"""What goes on with an hour: a time zone, a day of the week."""

_LONGEST = 8
"""More letters than an abbreviation has."""

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
    places: list[Place] = []
    ended = {stretch.end - 1 for stretch in stretches if _last_sign(text, stretch) in _QUOTE_ENDS}
    start = 0
    for match in _BREAK.finditer(bare):
        at, end = match.span()
        sign = bare[at]
        if sign == CLOSE and at not in ended:
            continue
        if announced and sign == "\n" and _announces(bare, at, end):
            continue
        if _breaks(bare, sign, at, end):
            _add_stripped(places, bare, start, end)
            start = end
    _add_stripped(places, bare, start, len(bare))
    return places


def _last_sign(text: str, stretch: Marked) -> str:
    """Return a quotation's last sign, nested marks that close with it left out: the full stop of `« X dit : “A.” »`."""
    last = text[max(stretch.inner_start, stretch.inner_end - _NESTED) : stretch.inner_end].rstrip(_CLOSING)
    return last[-1:] or text[stretch.inner_end - 1]


def _add_stripped(places: list[Place], bare: str, start: int, end: int) -> None:
    left = bare[start:end].lstrip()
    if left:
        start = end - len(left)
        places.append((start, start + len(left.rstrip())))


def _announces(bare: str, start: int, end: int) -> bool:
    """Say whether a line ends in a colon or comma and the next one begins with a quotation."""
    return bare[end : end + 1] == OPEN and bare[max(0, start - 20) : start].rstrip()[-1:] in (":", ",")


def _breaks(bare: str, sign: str, start: int, end: int) -> bool:
    first = bare[end : end + 40].lstrip()[:1]
    if sign == "\n":
        # a line that a machine broke goes on with a small letter
        return not (first.islower() and bare[start - 1 : start].isalnum())
    if sign == CLOSE:
        return not first.islower() and first not in ",;:.)–—-!?…"
    if first.islower():
        return "!" in bare[start:end] or "?" in bare[start:end]
    if sign == "." and end - start == 1 and not (start > _LONGEST and bare[start - _LONGEST : start].isalpha()):
        before = _WORD_BEFORE.search(bare, max(0, start - 12), start)
        if before:
            word = before[1].lower()
            if _INITIALS.fullmatch(before[1]):
                return False
            if word in ("a.m", "p.m"):
                # « since 4 a.m. Her husband », but « at 4 a.m. GMT », « 4 a.m. Monday »
                return first.isupper() and _OF_TIMES.match(bare, end) is None
            if word in _ABBREVIATIONS:
                # « en plein vol. Le ministre », `he told me. Then`: a word, unless it has a figure or a capital
                return (word in _BEFORE_FIGURES and not first.isdigit()) or before[1] == "me"
    return True
