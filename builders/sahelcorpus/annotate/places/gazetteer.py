"""The gazetteer: what is written in the folder `gazetteer`, as places and the ways in which they are spelt.

One file a country (`ML.txt`), `areas.txt` for what lies in several, `groups.txt` for missions, operations, forces and
armed groups, `world.txt` for the countries elsewhere. Fields stand between `|`, spellings between ` / `; docs/places.md
says what each field holds, and how to correct an entry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

SAHEL = ("ML", "BF", "NE", "TD", "MR", "SN", "SD")
"""The countries of the Sahel: whatever names them speaks for the Sahel."""
BORDER = ("NG", "BJ", "TG", "CI", "GH", "GN", "CM", "DZ", "LY")
"""Their neighbours: only what lies in the regions listed speaks for the Sahel."""

_SHORTEST_WITHOUT_ACCENTS = 5
_SHORTEST_IN_CAPITALS = 4


class PlaceKind(StrEnum):
    """What a name names."""

    COUNTRY = "country"
    REGION = "region"
    TOWN = "town"
    AREA = "area"
    ADJECTIVE = "adjective"
    GROUP = "group"
    NOTHING = "nothing"
    """Matched so that a longer name is not taken for a shorter one: « Étoile du Sahel »."""


class Reach(StrEnum):
    """How far a name speaks for the Sahel."""

    SAHEL = "sahel"
    BORDER = "border"
    ELSEWHERE = "elsewhere"


class Certainty(StrEnum):
    """How far a spelling, standing alone, is the name of the place."""

    SURE = "sure"
    NAME = "name"
    """Unless it stands as a person's name: Chad, Mali."""
    WORD = "word"
    """Only where something else speaks for the same country: San, Say, Gao, Nara."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry.

    Attributes:
        name: The name that it goes by, in French.
        kind: What it is.
        countries: ISO 3166-1 codes: where it lies, or where a group acts.
        reach: How far it speaks for the Sahel.
        region: The first-level division of a town; empty for everything else.
    """

    name: str
    kind: PlaceKind
    countries: tuple[str, ...]
    reach: Reach
    region: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name.

    Attributes:
        written: The letters.
        certainty: How far they are the place's name.
        place: The place.
        language: The column that it stands in: `fr`, `en` or `ar`; `any` for groups.
    """

    written: str
    certainty: Certainty
    place: Place
    language: str


@cache
def spellings() -> tuple[Spelling, ...]:
    """Return every spelling that the gazetteer gives, as written there."""
    found: list[Spelling] = []
    for country in (*SAHEL, *BORDER):
        for line in _lines(f"{country}.txt"):
            found += _of_country(line, (country,), Reach.SAHEL if country in SAHEL else Reach.BORDER)
    for line in _lines("areas.txt"):
        found += _of_area(line)
    for line in _lines("groups.txt"):
        countries, actor_id, names = line
        where = tuple(countries.split())
        reach = Reach.SAHEL if set(where) & set(SAHEL) else Reach.BORDER
        group = Place(actor_id, PlaceKind.GROUP, where, reach)
        found += _spelt(names, group, Certainty.SURE, "any")
    for line in _lines("world.txt"):
        code, french, english, arabic, mark = (*line, "", "")[:5]
        country_elsewhere = Place(french.split(" / ")[0], PlaceKind.COUNTRY, (code,), Reach.ELSEWHERE)
        for names, language in ((french, "fr"), (english, "en"), (arabic, "ar")):
            found += _spelt(names, country_elsewhere, _certainty(mark), language)
    return tuple(found)


@cache
def by_form() -> dict[str, tuple[Spelling, ...]]:
    """Return the spellings by every form they take in print: without accents, in capitals, with spaces for hyphens."""
    forms: dict[str, list[Spelling]] = {}
    for spelling in spellings():
        for form in _forms(spelling):
            known = forms.setdefault(form, [])
            if all(other.place != spelling.place for other in known):
                known.append(spelling)
    return {form: tuple(known) for form, known in forms.items()}


def _lines(name: str) -> Iterator[list[str]]:
    text = (files("sahelcorpus.annotate.places") / "gazetteer" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def _of_country(line: list[str], countries: tuple[str, ...], reach: Reach) -> Iterator[Spelling]:
    """Read a line of a country's file: its kind, then the fields of that kind."""
    kind, *fields = line
    if kind.startswith("adjective"):
        adjective = Place(fields[0].split()[0], PlaceKind.ADJECTIVE, countries, _reach_of_name(reach))
        for word in fields[0].split():
            yield Spelling(word, Certainty.SURE, adjective, kind.split()[1])
        return
    french, region, english, arabic, mark = (*fields, "", "", "", "", "")[:5]
    shown = french.split(" / ")[0].removeprefix("?")
    if kind == "neighbour":
        place = Place(shown, PlaceKind.COUNTRY, countries, Reach.ELSEWHERE)
    else:
        place = Place(shown, PlaceKind(kind), countries, reach, region)
    for names, language in ((french, "fr"), (english, "en"), (arabic, "ar")):
        yield from _spelt(names, place, _certainty(mark), language)


def _of_area(line: list[str]) -> Iterator[Spelling]:
    """Read a line of `areas.txt`: the countries, then what a country's file has."""
    where, kind, *fields = line
    countries = tuple(where.split())
    known = {
        "border": ("area", Reach.BORDER),
        "outside": ("country", Reach.ELSEWHERE),
        "nothing": ("nothing", Reach.ELSEWHERE),
    }
    plain_kind, reach = known.get(kind, (kind, Reach.SAHEL))
    return _of_country([plain_kind, *fields], countries, reach)


def _reach_of_name(reach: Reach) -> Reach:
    """Return how far a people's name speaks: « malien » as Mali does, « nigérian » not at all."""
    return Reach.SAHEL if reach is Reach.SAHEL else Reach.ELSEWHERE


def _certainty(mark: str) -> Certainty:
    return Certainty(mark) if mark else Certainty.SURE


def _spelt(names: str, place: Place, certainty: Certainty, language: str) -> Iterator[Spelling]:
    for name in filter(None, names.split(" / ")):
        is_shared = name.startswith("?")
        yield Spelling(name.removeprefix("?"), Certainty.WORD if is_shared else certainty, place, language)


def _forms(spelling: Spelling) -> Iterator[str]:
    written = spelling.written
    is_short = len(written) < _SHORTEST_WITHOUT_ACCENTS and spelling.certainty is Certainty.WORD
    spelt = {written}
    if spelling.language == "ar":
        yield from spelt
        if written.startswith("ال"):
            yield "لل" + written[2:]  # the article after the preposition li-
        return
    if not is_short:
        spelt |= {_without_accents(form) for form in spelt}
        spelt |= {form.replace("-", " ") for form in spelt}
        spelt |= {
            form.replace(" ", "-") for form in spelt if spelling.place.kind in {PlaceKind.TOWN, PlaceKind.COUNTRY}
        }
    if spelling.place.kind is PlaceKind.ADJECTIVE or spelling.place.kind is PlaceKind.NOTHING:
        spelt |= {form[0].upper() + form[1:] for form in spelt}
    elif len(written) >= _SHORTEST_IN_CAPITALS and spelling.certainty is not Certainty.WORD:
        spelt |= {form.upper() for form in spelt}
    yield from spelt


def _without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
