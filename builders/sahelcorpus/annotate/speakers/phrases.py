"""Noun phrases as tokens: their determiner, their noun, the gender and number that they show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sahelcorpus.annotate.speakers.words import Words, fold

_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*'?|\(|\)|,|[«»“”\"]|'s\b|[^\s\w]")
_MODIFIERS = 3
_FEMININE = re.compile(r"(?:trice|euse|ière|ienne|esse|ée|ante|aine|oise|aise|tion|sion|ité|ance|ence|ise|ure|ie)s?$")
_MASCULINE = re.compile(r"(?:[^e]ier|teur)$")
_PAIRS = (
    ("eur", "euse"),
    ("eur", "rice"),
    ("er", "ère"),
    ("en", "enne"),
    ("on", "onne"),
    ("f", "ve"),
    ("t", "tte"),
    ("et", "ète"),
)
"""How French nouns for a man and a woman end."""

_MOST_TOKENS = 60
_LONGEST_JOINED = (4, 3, 2)


class Determiner(Enum):
    """How a description points at somebody."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    DEMONSTRATIVE = "demonstrative"
    POSSESSIVE = "possessive"
    NONE = "none"


@dataclass(slots=True)
class Token:
    """A word of a mention.

    Attributes:
        small: The word in small letters; one that stands for a title of several words.
        start: Where it starts.
        end: Where it ends.
        capital: Whether it begins with a capital letter.
    """

    small: str
    start: int
    end: int
    capital: bool


class Phrase(NamedTuple):
    """A noun phrase, cut into its words.

    Attributes:
        tokens: Its words.
        first: The index of the first word after the determiners.
        head: The index of its noun, or None.
        determiner: How it points.
        gender: `m`, `f`, or the empty string, as the determiners show it.
        plural: Whether the determiners show several.
    """

    tokens: list[Token]
    first: int
    head: int | None
    determiner: Determiner
    gender: str
    plural: bool

    @property
    def noun(self) -> str:
        """The noun in small letters, or the empty string."""
        return "" if self.head is None else self.tokens[self.head].small


def read_phrase(mention: str, start: int, end: int, known: Words) -> Phrase | None:
    """Return a stretch of a mention as a noun phrase; None if it holds no word."""
    tokens = _tokens(mention, start, end, known)
    if not tokens:
        return None
    first, determiner, gender, plural = _determiner(tokens, known)
    if not gender and first < len(tokens) and tokens[first].small == "ancienne":
        gender = "f"  # « l'ancienne ministre »
    head = _english_head(tokens, first, known) if known.language == "en" else _head(tokens, first, known)
    return Phrase(tokens, first, head, determiner, gender, plural)


def gender_of(noun: str, known: Words) -> str:
    """Return the gender that a noun shows: `m`, `f`, or the empty string."""
    if noun in known.of("women") or noun in known.of("bodies_f"):
        return "f"
    if noun in known.of("men") or (known.language == "fr" and noun in known.of("bodies_m")):
        return "m"
    if known.language != "fr":
        return ""
    noun = noun.partition("-")[0]  # « l'infirmier-chef »
    if f"{noun}e" in known.nouns:
        return "m"  # « l'adolescent »
    if noun[-1:] == "e" and noun[:-1] in known.nouns:
        return "f"
    for man, woman in _PAIRS:
        if noun.endswith(man) and noun[: -len(man)] + woman in known.nouns:
            return "m"  # « l'éleveur »
        if noun.endswith(woman) and noun[: -len(woman)] + man in known.nouns:
            return "f"
    return "f" if _FEMININE.search(noun) else "m" if _MASCULINE.search(noun) else ""


def is_common(word: str, known: Words) -> bool:
    """Say whether a word that opens a sentence with a capital is a common noun or what stands before one, no name."""
    small = word.lower()
    return small in known.nouns or small in known.of("passed") or small in known.of("attributive")


def is_plural(phrase: Phrase, known: Words) -> bool:
    """Say whether a phrase means several."""
    noun = phrase.noun
    shows = known.language == "en" and noun.endswith("s") and not noun.endswith("ss")
    return phrase.plural or shows or noun in known.of("collectives")


def complement(phrase: Phrase, known: Words) -> frozenset[str]:
    """Return the folded words that narrow a phrase's noun: in English those before it too."""
    if phrase.head is None:
        return frozenset()
    own = phrase.tokens[phrase.head + 1 :]
    if known.language == "en":
        own = [*phrase.tokens[phrase.first : phrase.head], *own]
    empty = (known.of("linking"), known.of("leading"), known.of("passed"))
    return frozenset(
        fold(token.small.rstrip("'"))
        for token in own
        if token.small[0].isalnum()
        and token.small != "s"
        and not token.small.endswith(("-based", "-star", "-ranking", "-serving"))
        and not any(token.small in words for words in empty)
    )


def modifies_title(phrase: Phrase, at: int, known: Words) -> bool:
    """Say whether a word opens an English phrase whose head, a title, it only modifies: « Kalindese foreign minister ».

    Args:
        phrase: The phrase.
        at: The word's index among its tokens.
        known: The language's words.
    """
    tokens, head = phrase.tokens, phrase.head
    if head is None or at != phrase.first or not at < head <= at + _MODIFIERS:
        return False
    if tokens[head].small not in known.of("titles"):
        return False
    return not any(token.capital for token in tokens[at + 1 : head + 1]) and head == len(tokens) - 1


def names_a_body(phrase: Phrase, at: int, known: Words) -> bool:
    """Say whether a name is that of a body whose noun stands before it, governed: « le patron du groupe | Orvane ».

    Args:
        phrase: The phrase.
        at: The index of the name's first word among its tokens.
        known: The language's words.
    """
    for noun in (at - 1, at - 2):  # an adjective may stand between
        if phrase.first < noun < len(phrase.tokens) and phrase.tokens[noun].small in known.of("bodies_described"):
            return phrase.tokens[noun - 1].small in known.of("governing")
    return False


def _tokens(mention: str, start: int, end: int, known: Words) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(mention, start, end):
        found.append(Token(match[0].lower(), match.start(), match.end(), match[0][0].isupper()))
        if len(found) >= _MOST_TOKENS:
            break
    heads = known.of("joined_heads")
    for index in range(len(found) - 1):
        if index >= len(found) or found[index].small not in heads:
            continue
        for length in _LONGEST_JOINED:
            row = found[index : index + length]
            joined = known.joined.get("_".join(token.small for token in row))
            if joined is not None:
                found[index : index + length] = [Token(joined, row[0].start, row[-1].end, False)]
                break
    return found


def _determiner(tokens: list[Token], known: Words) -> tuple[int, Determiner, str, bool]:
    """Return the token after the determiners, how they point, and the gender and number that they show."""
    index, gender, plural = 0, "", False
    kind = Determiner.NONE
    if tokens[0].small == "l'" and len(tokens) > 1 and tokens[1].small in ("un", "une"):
        index = 1
    while index < len(tokens) - 1:
        small = tokens[index].small
        if small in known.of("indefinite") or small.isdigit():
            kind = Determiner.INDEFINITE if kind is Determiner.NONE else kind
        elif kind is not Determiner.NONE:
            break
        elif small in known.of("definite"):
            kind = Determiner.DEFINITE
        elif small in known.of("demonstrative"):
            kind = Determiner.DEMONSTRATIVE
        elif small in known.of("possessive"):
            kind = Determiner.POSSESSIVE
        else:
            break
        if small in known.of("feminine"):
            gender = "f"
        elif small in known.of("masculine"):
            gender = "m"
        plural = plural or small in known.of("plural") or (small.isdigit() and small != "1")
        index += 1
    return index, kind, gender, plural


def _head(tokens: list[Token], first: int, known: Words) -> int | None:
    """Return the index of a phrase's noun: the first that is known, or the first word that is no adjective."""
    nouns, passed, issued, governing = known.nouns, known.of("passed"), known.of("issued"), known.of("governing")
    fallback = None
    for index in range(first, len(tokens)):
        small = tokens[index].small
        if small in nouns or small in issued:
            if small in passed and index + 1 < len(tokens) and tokens[index + 1].small in nouns:
                continue
            return index
        if small in governing:
            break
        if fallback is None and small[0].isalpha() and small not in passed and not tokens[index].capital:
            fallback = index
    if fallback is None and first == len(tokens) - 1 and tokens[first].small in known.of("generic"):
        return first  # « le jeune », « le vieux »
    return fallback


def _english_head(tokens: list[Token], first: int, known: Words) -> int | None:
    """Return the index of a phrase's noun: the last that is known before a preposition or a name."""
    nouns, issued, governing = known.nouns, known.of("issued"), known.of("governing")
    found = last = None
    for index in range(first, len(tokens)):
        small = tokens[index].small
        if small in governing or small in (",", "("):
            break
        if small == "'s" or (index + 1 < len(tokens) and tokens[index + 1].small == "'s"):
            continue
        if small in nouns or small in issued or small.removesuffix("s") in nouns:
            if found is not None and tokens[index].capital and not tokens[found].capital:
                break
            found = index
        elif found is not None and tokens[index].capital:
            break
        elif small[0].isalpha() and not tokens[index].capital and found is None:
            last = index
    return found if found is not None else last
