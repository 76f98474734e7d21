"""Words that evaluate, by language: which construction each stands in, and how strong it is.

The lists in `languages` were compiled for this project, word by word, and copy no other list. Every form is made here:
adjectives in both genders and numbers, adverbs from them, verbs in all their forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

from sahelcorpus.annotate.quotes.inflection import plural
from sahelcorpus.annotate.quotes.lexicon import verb_forms
from sahelcorpus.annotate.quotes.tokens import small_letters


class Construction(StrEnum):
    """How a word evaluates."""

    QUALITY = "quality"
    DEED = "deed"
    REGARD = "regard"
    ATTITUDE = "attitude"
    PHRASE = "phrase"
    FATE = "fate"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An entry of the lists.

    Attributes:
        construction: How it evaluates.
        polarity: -2 to 2, never 0.
        lemma: As the list has it.
        participle: Whether this form is a past participle.
    """

    construction: Construction
    polarity: int
    lemma: str
    participle: bool = False


@dataclass(frozen=True, slots=True)
class Evaluations:
    """A language's words that evaluate, and its closed classes.

    Attributes:
        language: ISO 639-1 code.
        forms: The entries of a form of one token.
        rows: By their first token and their second, entries of several: the other tokens, and the entry; the longest
            first.
        classes: The closed classes by name.
        opening: Words that open a clause: subordinators, and words of concession.
        starts: The tokens with which an entry begins.
    """

    language: str
    forms: dict[str, tuple[Evaluation, ...]]
    rows: dict[str, dict[str, tuple[tuple[tuple[str, ...], Evaluation], ...]]]
    classes: dict[str, frozenset[str]]
    opening: frozenset[str]
    starts: frozenset[str]

    def of(self, name: str) -> frozenset[str]:
        """Return a closed class."""
        return self.classes.get(name, frozenset())


LANGUAGES = ("en", "fr")
"""The languages that have lists."""

TOKEN = re.compile(
    r"[^\W\d_]++(?:(?<=aujourd)'hui\b|'(?=[^\W\d_]{2})(?!(?:re|ve|ll)\b)"
    r"|(?:-[^\W\d_]++)*+(?:'(?:t|re|ve|ll|d|m)\b)?+)|'s\b|\d++|[^\w\s]"
)
"""A word, an elided word with its apostrophe, a number, or a sign; of text in small letters with plain apostrophes."""

_TOKENS = re.compile(rf"([a-zß-öø-ÿœ]++(?= )|{TOKEN.pattern})")  # first, the plain word that most tokens are


def plain_small(text: str) -> str:
    """Return a text of the same length in small letters, with plain apostrophes and hyphens."""
    # `replace` is quicker here than one `translate`
    return small_letters(text).replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-")


@lru_cache(maxsize=4)
def cut(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the tokens of a text in small letters, and their places; kept, since several look at one text."""
    # gaps and tokens by turns, and where each ends: all of it is done in C
    parts = _TOKENS.split(plain_small(text))
    ends = list(accumulate(map(len, parts)))
    return parts[1::2], list(zip(ends[:-1:2], ends[1::2], strict=True))


@cache
def evaluations(language: str) -> Evaluations:
    """Return a language's lists; empty ones where it has none.

    Args:
        language: A BCP 47 tag.
    """
    code = language.lower().replace("_", "-").split("-", maxsplit=1)[0]
    if code not in LANGUAGES:
        return Evaluations(code, {}, {}, {}, frozenset(), frozenset())
    forms: dict[str, list[Evaluation]] = {}
    rows: dict[str, dict[str, list[tuple[tuple[str, ...], Evaluation]]]] = {}
    for construction, polarity, entry in _entries(code):
        for written, participle in _forms(construction, entry, code):
            found = Evaluation(construction, polarity, entry.partition("/")[0].replace("_", " "), participle)
            first, *rest = TOKEN.findall(written)
            if rest:
                rows.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), found))
            elif all(other.construction is not construction for other in forms.setdefault(first, [])):
                forms[first].append(found)
    classes = dict(_classes(code))
    return Evaluations(
        code,
        {form: tuple(found) for form, found in forms.items()},
        {
            first: {second: tuple(sorted(found, key=lambda row: -len(row[0]))) for second, found in own.items()}
            for first, own in rows.items()
        },
        classes,
        classes["subordinators"] | classes["concession"],
        frozenset((*forms, *rows)),
    )


def _lines(code: str, name: str) -> Iterator[str]:
    path = files("sahelcorpus.annotate.stance").joinpath("languages", code, name)
    yield from (line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#")


def _classes(code: str) -> Iterator[tuple[str, frozenset[str]]]:
    for line in _lines(code, "words.txt"):
        name, _, words = line.partition("=")
        yield name.strip(), frozenset(words.split())


def _entries(code: str) -> Iterator[tuple[Construction, int, str]]:
    for line in _lines(code, "evaluations.txt"):
        title, _, entries = line.partition(":")
        construction, polarity = title.split()
        for entry in entries.split():
            yield Construction(construction), int(polarity), entry


def _forms(construction: Construction, entry: str, code: str) -> Iterator[tuple[str, bool]]:
    """Yield each way to write an entry, and whether it is a past participle."""
    if construction is Construction.PHRASE:
        yield entry.replace("_", " "), False
        return
    for form in entry.split("/"):
        first, *rest = form.split("_")
        after = "".join(f" {word}" for word in rest)
        if construction in (Construction.DEED, Construction.REGARD):
            yield from ((verb + after, mood == "p") for verb, mood in verb_forms(first, code))
            if "/" in entry:
                yield form.replace("_", " "), True
        elif code == "fr":
            yield from ((word, False) for word in _french(form))
        else:
            yield from ((word, False) for word in _english(form))


def _english(word: str) -> Iterator[str]:
    """Yield a noun or adjective, its plural, and the adverb made of it."""
    yield word
    if word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield from (word[:-1] + "ies", word[:-1] + "ily", word[:-1] + "ier", word[:-1] + "iest")
    else:
        yield word + "s"
    if word.endswith("le"):
        yield word[:-1] + "y"
    elif word.endswith("ic"):
        yield word + "ally"
    else:
        yield word + "ly"


_FEMININE = (
    ("eux", "euse"), ("teur", "trice"), ("eur", "euse"), ("if", "ive"), ("el", "elle"), ("en", "enne"), ("on", "onne"),
    ("er", "ère"), ("et", "ète"), ("c", "che"), ("il", "ille"), ("ul", "ulle"), ("ot", "otte"), ("f", "ve"),
)  # fmt: skip


def _french(word: str) -> Iterator[str]:
    """Yield a noun or adjective in both genders and numbers, and the adverb made of it."""
    yield from (word, plural(word))
    if word.endswith("e"):
        feminine = [word]
    else:
        feminine = [word + "e", *(word[: -len(end)] + other for end, other in _FEMININE if word.endswith(end))]
    for one in feminine:
        yield from (one, one + "s", one + "ment")
    if word.endswith(("ant", "ent")):
        yield word[:-2] + "mment"
    elif word.endswith(("é", "i", "u")):
        yield word + "ment"
