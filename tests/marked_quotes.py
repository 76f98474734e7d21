"""Texts with their quotations marked: `{` and `}` around what is said, `[` and `]` around who says it."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes import FoundQuote
from sahelcorpus.annotate.speakers import ResolvedSpeaker, resolve_speakers
from sahelcorpus.records.vocabulary import QuoteType

_SIGN = re.compile(r"[{}\[\]]")


def unmarked(marked: str) -> tuple[str, list[FoundQuote]]:
    """Return a text without its marks, and its quotations.

    Args:
        marked: The nth quotation is said by the nth mention; `[]` is none. Quotations after the last mention have none.
    """
    text = ""
    places: dict[str, list[tuple[int, int]]] = {"{": [], "[": []}
    opened: list[tuple[str, int]] = []
    last = 0
    for sign in _SIGN.finditer(marked):
        text += marked[last : sign.start()]
        last = sign.end()
        if sign[0] in "{[":
            opened.append((sign[0], len(text)))
        else:
            kind, start = opened.pop()
            places[kind].append((start, len(text)))
    text += marked[last:]
    mentions = [place if place[0] < place[1] else None for place in places["["]]
    mentions += [None] * (len(places["{"]) - len(mentions))
    return text, [
        FoundQuote(QuoteType.DIRECT, (place,), None, mention, 0.9, "incise" if mention else "standing")
        for place, mention in zip(places["{"], mentions, strict=True)
    ]


def speakers(marked: str, language: str = "fr") -> list[ResolvedSpeaker]:
    """Return who says each quotation of a marked text."""
    text, quotes = unmarked(marked)
    return resolve_speakers(text, language, quotes)


def names(marked: str, language: str = "fr") -> list[str | None]:
    """Return the names of those who say the quotations of a marked text."""
    return [speaker.name for speaker in speakers(marked, language)]
