"""Speakers in languages whose grammar is not read: by their names alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.speakers.resolved import How, ResolvedSpeaker
from sahelcorpus.records.vocabulary import SpeakerKind

_APPOSITION = re.compile(r"[,،؛;(]")
_ARTICLE = "ال"
_LEAST_NAME, _MOST_NAME = 2, 4
_KEPT = 40
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
    names = _titles_resolved(text, quotes, [_name(text, quote.speaker) if quote.speaker else None for quote in quotes])
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


def _titles_resolved(
    text: str, quotes: Sequence[FoundQuote], names: Sequence[tuple[str, Place] | None]
) -> list[tuple[str, Place] | None]:
    """Return the names, a title that stands alone being that of its last bearer."""
    named: list[tuple[str, str]] = []
    places: dict[str, Place] = {}
    resolved: list[tuple[str, Place] | None] = []
    for quote, name in zip(quotes, names, strict=True):
        bearer = _bearer(name[0], named[-_KEPT:]) if name else None
        if name and bearer is None and quote.speaker and " " in name[0]:
            named.append((" ".join(text[slice(*quote.speaker)].split()), name[0]))
            places[name[0]] = name[1]
        resolved.append(name if bearer is None else (bearer, places[bearer]))
    return resolved


def _name(text: str, mention: Place) -> tuple[str, Place] | None:
    """Return the part of a mention that names somebody, and its place; None if nothing is left.

    What stands before an apposition, unless that is a title and the name follows it: « el ministro, Juan Kobo ».
    """
    words = text[slice(*mention)]
    cut = _APPOSITION.search(words, 1)
    first = words[: cut.start()] if cut else words
    if cut is not None:
        end = _APPOSITION.search(words, cut.end())
        second = words[cut.end() : end.start() if end else len(words)]
        if _is_title(first) and _names_somebody(second):
            start = mention[0] + cut.end() + len(second) - len(second.lstrip())
            bare = " ".join(second.split())
            return bare, (start, start + len(second.strip()))
    bare = " ".join(first.split())
    return (bare, (mention[0], mention[0] + len(first))) if bare else None


def _is_title(words: str) -> bool:
    """Say whether words are a title: in small letters, or in Arabic with an article in it."""
    own = words.split()
    return bool(own) and (own[0][0].islower() or any(word.startswith(_ARTICLE) for word in own))


def _names_somebody(words: str) -> bool:
    """Say whether words can be a person's name: two to four, with capitals where the script has any."""
    own = words.split()
    if own and own[0].startswith(_ARTICLE):
        own = own[1:]  # a rank, with its article
    return _LEAST_NAME <= len(own) <= _MOST_NAME and not own[0][0].islower() and not own[0].startswith(_ARTICLE)


def _bearer(title: str, named: Sequence[tuple[str, str]]) -> str | None:
    """Return who was named last with an Arabic title that now stands alone: « الوزيرة »."""
    if not title.startswith(_ARTICLE) or " " in title:
        return None
    bare = title.removeprefix(_ARTICLE)
    for mention, name in reversed(named):
        if mention.split()[0].removeprefix(_ARTICLE) == bare:
            return name
    return None
