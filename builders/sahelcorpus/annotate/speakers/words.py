"""What is known of a language's ways to name and describe people, from the folder `languages`.

A language's folder holds `words.txt` (closed classes, one a line), `hypernyms.txt` (nouns, and the titles whose bearers
they take up), `kinds.txt` (the same of bodies), `alike.txt` (nouns that take up one another) and `capitals.txt` (seats
of governments). Given names are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sahelcorpus.annotate.quotes.inflection import plural
from sahelcorpus.annotate.quotes.lexicon import Lexicon, lexicon

_NONE: frozenset[str] = frozenset()
_DWELT_IN = frozenset(("maison", "ville", "house"))
"""Bodies that are places first, and announce nothing."""

_FOLDED = {
    ord(letter): plain
    for plain, letters in {
        "a": "àáâãäåāăą", "b": "ɓ", "c": "çćč", "d": "ďđɗ", "e": "èéêëēĕęě", "g": "ğģ", "i": "ìíîïīįı", "k": "ƙ",
        "l": "łļľ", "n": "ñńņňŋɲ", "o": "òóôõöøōő", "r": "ŕřŗ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų",
        "y": "ýÿƴ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "'": "’", "-": "‐‑",
    }.items()
    for letter in letters
}  # fmt: skip


def fold(word: str) -> str:
    """Return a word in small letters without accents."""
    small = word.lower()
    return small if small.isascii() else small.translate(_FOLDED)


_WORD = re.compile(r"[^\W_]+")
_BEFORE_NAMES = frozenset("le la les l de du des d un une et the of and for a an".split())  # noqa: SIM905 - read as a line
_BEFORE_NAMES |= frozenset("m mm mme mlle mr mrs ms dr pr me mgr monsieur madame maitre el hadj".split())  # noqa: SIM905
_MOST_WORDS = 20


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without an article or a courtesy title before it."""
    found = _WORD.findall(fold(name))
    while len(found) > 1 and found[0] in _BEFORE_NAMES:
        found.pop(0)
    return tuple(found[:_MOST_WORDS])


class _Classes(dict[str, frozenset[str]]):
    def __missing__(self, name: str) -> frozenset[str]:
        return _NONE


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words for people and bodies.

    Attributes:
        language: ISO 639-1 code.
        classes: Closed classes by name: those of the folder, and those that are made of them here.
        hypernyms: Nouns with the titles whose bearers they may take up.
        kinds: Nouns of bodies with those whose bodies they rather take up.
        seats: Names of capitals and palaces, folded, with the country and the stem of its adjective.
        alike: Nouns that can take up one another, each with the name of its group: a company is no trade union.
        joined: Titles of several words, with `_` between them, and the one word that stands for them.
        doing: Verbs with the titles of who does so: « qui dirige » is « directeur ».
        offices: Titles with the word that must stand beside them, if any, and another title and word for that office.
        lexicon: What the extraction of quotations knows of the language.
        of: Returns a class by its name; an unknown one is empty.
    """

    language: str
    classes: dict[str, frozenset[str]]
    hypernyms: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    seats: dict[str, tuple[str, str]]
    alike: dict[str, str]
    joined: dict[str, str]
    doing: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[tuple[str, str, frozenset[str]], ...]]
    lexicon: Lexicon
    of: Callable[[str], frozenset[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # a method of C: it is called hundreds of times an article
        object.__setattr__(self, "of", _Classes(self.classes).__getitem__)

    def unlike(self, noun: str) -> frozenset[str]:
        """Return the nouns of bodies and documents that a noun cannot take up; none where that is not known."""
        own = self.alike.get(noun)
        return frozenset(other for other, group in self.alike.items() if group != own) if own else _NONE

    def same_office(self, title: str, beside: Collection[str]) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield an office under its other names: « le chef de la diplomatie » is the minister of foreign affairs.

        Args:
            title: A title.
            beside: Folded words beside it.
        """
        for needed, other, words_beside in self.offices.get(title, ()):
            if not needed or needed in beside:
                yield other, words_beside

    @property
    def has_grammar(self) -> bool:
        """Whether pronouns and descriptions are resolved in this language."""
        return bool(self.classes)

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun that can be a speaker's, bodies and plurals among them."""
        return self.classes.get("nouns", _NONE)


@cache
def given_names() -> dict[str, str]:
    """Return given names, folded: `m`, `f`, or `e` for either."""
    return {name: line[0] for line in _lines("given_names.txt") for name in line.split()[1:]}


def given_gender(name: tuple[str, ...]) -> str:
    """Return the gender that a name's folded given names show: `m`, `f`, or the empty string."""
    given = given_names()
    for word in name[:-1]:
        gender = given.get(word) or given.get(word.split("-", maxsplit=1)[0], "")
        if gender in ("m", "f"):
            return gender
    return ""


_DEMONYM = re.compile(r"(?:ai|oi)se?$|(?:ie|ee|ye)n(?:ne)?$|aine?$|(?:and|ol)e?$|(?:egu|qu|gach|it|ot)e$|be$")
"""How French nationalities end, folded: « Kotinais », « Malgache », « Burkinabè »."""

_SHORT = 4


def is_demonym(word: str) -> bool:
    """Say whether a folded French word with a capital ends as nationalities do."""
    return len(word) > _SHORT and _DEMONYM.search(word) is not None and word not in given_names()


@cache
def words(language: str) -> Words:
    """Return the words of a language, given as a BCP 47 tag; those of an unknown one are empty."""
    code = language.lower().replace("_", "-").split("-", maxsplit=1)[0]
    code = code if code.isalpha() else "und"
    known = lexicon(code)
    classes: dict[str, frozenset[str]] = {}
    for line in _lines(code, "words.txt"):
        name, _, listed = line.partition("=")
        classes[name.strip()] = frozenset(listed.split())
    joined = dict(entry.split(":") for entry in classes.get("joined", ()))
    doing = {
        verb: tuple(titles.split("+"))
        for verb, _, titles in (entry.partition(":") for entry in sorted(classes.get("doing", ())))
    }
    hypernyms, kinds = _taken_up(code, "hypernyms.txt"), _taken_up(code, "kinds.txt")
    if classes:
        # « le boutiquier Ali Kobo »: what a noun can take up is a title
        classes["titles"] |= _NONE.union(*hypernyms.values())
        classes |= _made(classes, known, code)
        classes["joined_heads"] = frozenset(name.partition("_")[0] for name in joined)
    seats = {}
    for line in _lines(code, "capitals.txt"):
        names, _, country = line.partition(":")
        of, _, adjective = country.partition("|")
        for name in names.split():
            seats[fold(name.replace("-", " "))] = seats[fold(name)] = (of.strip(), adjective.strip())
    alike = {noun: line.split()[0] for line in _lines(code, "alike.txt") for noun in line.split()}
    offices: dict[str, tuple[tuple[str, str, frozenset[str]], ...]] = {}
    for entry in sorted(classes.get("same_offices", ())):
        one, other = (office.partition("+")[::2] for office in entry.split(">"))
        for (title, needed), (name, word) in ((one, other), (other, one)):
            offices[title] = (*offices.get(title, ()), (needed, name, frozenset((word,)) if word else _NONE))
    return Words(code, classes, hypernyms, kinds, seats, alike, joined, doing, offices, known)


def _taken_up(code: str, name: str) -> dict[str, frozenset[str]]:
    """Return nouns with those that they can take up, from a file with some of both a line."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(code, name):
        nouns, _, others = line.partition(":")
        for noun in nouns.split():
            found[noun] = found.get(noun, _NONE) | frozenset(others.split())
    return found


def _made(classes: dict[str, frozenset[str]], known: Lexicon, code: str) -> dict[str, frozenset[str]]:
    """Return the classes that are made of others."""

    def together(*names: str) -> frozenset[str]:
        return _NONE.union(*(classes.get(name, made.get(name, _NONE)) for name in names))

    made: dict[str, frozenset[str]] = {}
    for name in ("bodies_f", "bodies_m", "cabinets"):
        # the words of proper names are folded
        made[name] = classes[name] | {fold(word) for word in classes[name]}
    made["bodies"] = made["bodies_f"] | made["bodies_m"]
    # after what the name of a body stands
    made["before_bodies"] = together("generic_bodies") | classes.get("before_bodies", _NONE)
    people = together("titles", "described", "women", "men", "speakers") - classes["courtesy"]
    singular = people | classes["bodies_f"] | classes["bodies_m"]
    plurals = {plural(noun) if code == "fr" else noun + "s" for noun in singular}
    nouns = singular | plurals | classes["collectives"] | classes["anonymous"] | known.words("titles humans speakers")
    documents = known.words("documents -=agence -=médias -=sources -=source -=témoignages")
    nouns = (nouns - classes["passed"] - documents) | made["bodies"]
    made["nouns"] = nouns
    # what a pronoun may take up
    made["antecedents"] = nouns - classes["unlikely"]
    # what it may take up only where that announces something
    made["rare_bodies"] = (classes["unlikely"] & made["bodies"]) - _DWELT_IN
    # what is no name, whatever letter it begins with
    made["common"] = (nouns | classes["issued"] | known.words("documents things")) - made["bodies"]
    # what a person's name has none of
    made["body_words"] = together("bodies", "corporate")
    # what may stand between a phrase, or a preposition, and the name that it goes with
    made["before_names"] = together("titles", "passed", "modifying", "definite", "possessive")
    made["passing"] = together("titles", "passed", "modifying", "definite", "indefinite")
    made["passing_titles"] = together("titles", "passed", "modifying") - made["bodies"]
    # what stands before a thing's or a place's name, not before a person's
    made["before_things"] = together("definite", "locative")
    made["stops"] = together("governing", "leading") - classes["passed"]
    return made


def _lines(*path: str) -> Iterator[str]:
    file = files("sahelcorpus.annotate.speakers").joinpath("languages", *path)
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line
