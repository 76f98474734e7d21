"""A proper name where it stands: rows of words with capitals, the titles before them, and whose name they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.words import fold, given_names, words

CAPITAL = "A-ZÀ-ÖØ-ÞĆČĐĘĞİŁŃŒŘŚŞŠŹŻŽƁƊƘƝƳŊ"
"""Capital letters of Latin scripts, for a class of a regular expression."""

# A word with a capital: a dot belongs to an initial or a title, an apostrophe to a name like N'Golo, not to an article.
WORD = (
    rf"[{CAPITAL}](?<!\w\w)(?!(?<=[LDCSJ])'|(?<=Q)u')"
    rf"(?:(?:\.-?[{CAPITAL}])+\.|(?:r|s|rs|me|gr|of|on|en|ol|t|apt|gt|ep|ov|ev|rof|ngr)?\.(?= ?[{CAPITAL}])"
    r"|\w*(?:(?:'(?!s\b)|[-/])\w+)*)"
)
"""A word that begins with a capital letter."""

_PARTICLES = "ag|ould|wuld|ben|bin|ibn|bint|el|al|von|van|der|den|da|di|dos|del|della|bou|abou|abu"
PARTICLES = frozenset(_PARTICLES.split("|"))
"""The particles of names."""

NAME_PATTERN = rf"{WORD}(?: (?:(?:{_PARTICLES}) |(?:al|el|ad|ar|as|ash|an|at|az)-)?{WORD})*"
"""A row of such words, with the particles of names between them."""

NAME = re.compile(NAME_PATTERN)
"""The same, compiled."""

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class NameWord:
    """What is known of a word with a capital.

    Attributes:
        small: The word in small letters, without a dot.
        folded: The same, folded.
        alone: The folded word as a name of one word.
        leads: Whether it is no name, whatever letter it begins with.
        is_title: Whether it is a title.
        is_given: Whether it is a given name.
        is_no_name: Whether it cannot be a name alone.
    """

    small: str
    folded: str
    alone: tuple[str]
    leads: bool
    is_title: bool
    is_given: bool
    is_no_name: bool


@lru_cache(maxsize=50_000)
def word_of_name(part: str, language: str) -> NameWord:
    """Return what is known of a word with a capital; names come again and again, from text to text.

    Args:
        part: The word as it stands.
        language: ISO 639-1 code.
    """
    known = words(language)
    small = part.lower().rstrip(".")
    folded = fold(small)
    leads, is_title, is_given = small in known.of("leading"), small in known.of("titles"), folded in given_names()
    return NameWord(small, folded, (folded,), leads, is_title, is_given, leads or (is_title and not is_given))


def proper_name(match: re.Match[str], language: str) -> tuple[str, int, int, tuple[str, ...]] | None:
    """Return what is a name in a row of words with capitals, or None.

    Args:
        match: A match of `NAME`.
        language: ISO 639-1 code.

    Returns:
        The last title before the name, in small letters; where the name starts and ends; its words, folded.
    """
    text = match[0]
    parts = text.split(" ")
    known = [word_of_name(part, language) for part in parts]
    title, first = "", 0
    for index, word in enumerate(known):
        if index > first and word.leads and parts[index - 1][-1] == ".":
            parts, text = parts[:index], " ".join(parts[:index])
            break
        is_last = index == len(parts) - 1
        ends_name = is_last and index > first and known[index - 1].is_given  # « Awa Maire »
        if word.is_title and not ends_name and not (word.is_given and not is_last and not title):
            title, first = word.small, index + 1
        elif index == first and word.leads:
            first = index + 1
    if first >= len(parts):
        return None
    start = match.start() + sum(map(len, parts[:first])) + first
    folded = tuple([word.folded for word in known[first : min(len(parts), first + _MOST_WORDS)]])
    return title, start, match.start() + len(text), folded


@dataclass(slots=True)
class Person:
    """Somebody whom a text gives a name of two words or more.

    Attributes:
        words: The words of the fullest name, folded.
        place: Where that stands first.
        mentions: Where any of the person's names starts, in text order.
        full: Where names of two words or more stand.
        gender: `m`, `f`, or the empty string while unknown.
    """

    words: tuple[str, ...]
    place: Place
    mentions: list[int] = field(default_factory=list)
    full: list[Place] = field(default_factory=list)
    gender: str = ""


@dataclass(slots=True)
class ProperName:
    """One place where a proper name stands, without the titles before it.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        words: Its words, folded.
        title: The last title right before it that has a capital too, in small letters, or the empty string.
        person: Whose name it is, once known.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str = ""
    person: Person | None = None
