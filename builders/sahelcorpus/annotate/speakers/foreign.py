"""Speakers in languages whose grammar is not read: by their names alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.speakers.resolved import How, ResolvedSpeaker
from sahelcorpus.records.vocabulary import SpeakerKind

_APPOSITION = re.compile(r"[,،؛;(]")
_LONGEST_PRONOUN = 2
_MOST_WORDS = 12
_COUNTED = 10_000_000


def speakers_by_names(text: str, quotes: Sequence[FoundQuote]) -> list[ResolvedSpeaker]:
    """Return the speakers of quotations: each mention's name, or the longer one of another mention that ends with it.

    A quotation without a mention, or with one too short for a name, is the last speaker's.

    Args:
        text: The text.
        quotes: Its quotations.
    """
    names = [_name(text, quote.speaker) if quote.speaker else None for quote in quotes]
    fullest: dict[str, tuple[str, Place]] = {}
    for name in names:
        own = name[0].split()[-_MOST_WORDS:] if name else []
        for first in range(len(own)):
            ending = " ".join(own[first:])
            if name and (ending not in fullest or len(fullest[ending][0]) < len(name[0])):
                fullest[ending] = name
    again = (
        {name[0]: text.count(name[0]) > 1 for name in fullest.values()} if len(text) * len(fullest) <= _COUNTED else {}
    )
    found = []
    last: tuple[str, Place] | None = None
    for quote, name in zip(quotes, names, strict=True):
        kind = SpeakerKind.NAMED if quote.speaker else SpeakerKind.UNEXPRESSED
        if name is not None and len(name[0]) > _LONGEST_PRONOUN:
            full = fullest.get(name[0], name)
            # a name comes again and again, « some traders » once
            last = full if last is None or again.get(full[0]) or not again.get(last[0]) else last
            found.append(ResolvedSpeaker(full[0], kind, full[1], 0.7, How.NAME, is_named=True))
        elif last is not None:
            kind = SpeakerKind.PRONOUN if quote.speaker else kind
            found.append(ResolvedSpeaker(last[0], kind, last[1], 0.5, How.FLOATING, is_named=True))
        else:
            found.append(ResolvedSpeaker(None, kind, None, 0.3, How.NONE))
    return found


def _name(text: str, mention: Place) -> tuple[str, Place] | None:
    """Return a mention without its apposition, and its place; None if nothing is left."""
    words = text[slice(*mention)]
    cut = _APPOSITION.search(words, 1)
    bare = " ".join((words[: cut.start()] if cut else words).split())
    return (bare, (mention[0], mention[0] + (cut.start() if cut else len(words)))) if bare else None
