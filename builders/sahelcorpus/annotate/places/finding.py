"""The places that a text names; words, surnames and longer names are told apart by what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sahelcorpus.annotate.places.gazetteer import Certainty, Place, PlaceKind, Spelling
from sahelcorpus.annotate.places.matching import matches
from sahelcorpus.annotate.speakers.words import fold, given_names

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_NEAR = 40
_TITLES = frozenset(
    "m m. mm mm. mme mlle mr mr. mrs mrs. ms ms. dr dr. pr pr. prof maître me monsieur madame miss sir lord".split()  # noqa: SIM905 - read as a line
)
# What stands before a place and never before a person
_BEFORE_PLACES = frozenset(
    "au aux du des en le la l' à vers entre dans depuis sur chez nord sud est ouest in at to from near across"  # noqa: SIM905
    " inside the northern southern eastern western central".split()
)
_OF_A_REGION = re.compile(
    r"(?:\b(?:région|Région|province|Province|cercle|wilaya|gouvernorat|gouverneur|Gouverneur)\s(?:de\s|du\s|d['’])"
    r"|\b(?:region|province|governor)\sof\s)$"
)
_OF_A_REGION_AFTER = re.compile(r"\s(?:[Rr]egion|[Pp]rovince|[Ss]tate)\b")
_CAN_BE_PEOPLE_S = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.TOWN, PlaceKind.AREA))
TITLE = "title"
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named.

    Attributes:
        where: `title` or `text`.
        start: First code point.
        end: The one after the last.
        text: What stands there.
        place: Which place.
    """

    where: str
    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Seen:
    where: str
    start: int
    end: int
    text: str
    spellings: tuple[Spelling, ...]
    certainty: Certainty


def mentions(text: str, title: str | None = None) -> list[Mention]:
    """Return the places that a title and a text name, each in the order in which they stand there.

    A name that is also a word or a surname counts where something sure speaks for the same country.
    """
    seen = [*_seen(title or "", TITLE), *_seen(text, TEXT)]
    people = {one.text for one in seen if one.certainty is Certainty.NAME}
    sure = [one for one in seen if one.certainty is Certainty.SURE and one.text not in people]
    supported = {country for one in sure for spelling in one.spellings for country in spelling.place.countries}
    found = []
    for one in seen:
        place: Place | None
        if one.certainty is Certainty.SURE and one.text not in people:
            place = _chosen(one.spellings, supported)
        else:
            place = next((s.place for s in one.spellings if supported.intersection(s.place.countries)), None)
        if place is not None and place.kind is not PlaceKind.NOTHING:
            found.append(Mention(one.where, one.start, one.end, one.text, place))
    return sorted(found, key=lambda mention: (mention.where == TEXT, mention.start))


def _chosen(spellings: Iterable[Spelling], supported: set[str]) -> Place:
    """Return the one of several namesakes for whose country most speaks; the first if none is more likely."""
    places = [spelling.place for spelling in spellings]
    return max(places, key=lambda place: len(supported.intersection(place.countries)))


def _seen(text: str, where: str) -> Iterable[_Seen]:
    for start, end, spellings in matches(text):
        certainty = _certainty(text, start, end, spellings)
        if certainty is not None:
            yield _Seen(where, start, end, text[start:end], spellings, certainty)


def _certainty(text: str, start: int, end: int, spellings: tuple[Spelling, ...]) -> Certainty | None:
    """Say how sure a name is where it stands.

    Returns:
        `sure`: it is the place. `word`: it is, if something else speaks for the country. `name`: the same, and wherever
        it stands in the article, because it was seen here as a person's. None: it is not the place.
    """
    certainties = {spelling.certainty for spelling in spellings}
    kind = spellings[0].place.kind
    if kind not in _CAN_BE_PEOPLE_S:
        return Certainty.WORD if Certainty.WORD in certainties else Certainty.SURE
    before = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    after = _WORD_AFTER.match(text, end)
    if before and _is_a_person_s(before[1]):
        return None
    is_region = kind is PlaceKind.REGION and (
        _OF_A_REGION.search(text, max(0, start - _NEAR), start) or _OF_A_REGION_AFTER.match(text, end)
    )
    if is_region or certainties == {Certainty.SURE}:
        return Certainty.SURE
    if Certainty.WORD in certainties:
        return None if _in_a_longer_name(text, start, end, before, after) else Certainty.WORD
    is_after_place_word = before is not None and before[1].lower() in _BEFORE_PLACES
    is_first_name = after and after[1][0].isupper() and not after[1].isupper() and not is_after_place_word
    return Certainty.NAME if is_first_name else Certainty.SURE


def _is_a_person_s(word: str) -> bool:
    return word.lower() in _TITLES or (word[0].isupper() and fold(word) in given_names())


def _in_a_longer_name(
    text: str, start: int, end: int, before: re.Match[str] | None, after: re.Match[str] | None
) -> bool:
    """Say whether a word stands between others of one name: Kaya Yılmaz, Gao Xingjian, San-Antonio."""
    if text[end : end + 1] in {"-", "‑"} or (start and text[start - 1] in {"-", "‑"}):
        return True
    is_after_place_word = before is not None and before[1].lower() in _BEFORE_PLACES
    if after and after[1][0].isupper() and not is_after_place_word:
        return True
    if before is None or not before[1][0].isupper() or before[1].lower() in _BEFORE_PLACES:
        return False
    ahead = text[: before.start(1)].rstrip()
    return bool(ahead) and ahead[-1] not in '.!?:;«»“”"—–(\n'


def countries(found: Iterable[Mention], *, is_short: bool) -> tuple[str, ...]:
    """Return the countries that an article is about, most named first.

    Those named in the title, the one named most, and whichever is named twice at least (in a text that is no longer
    than an opening, once) and a fifth as often as that one. A place in several countries names none of them.
    """
    counts: Counter[str] = Counter()
    in_title = set()
    for mention in found:
        if len(mention.place.countries) == 1:
            (country,) = mention.place.countries
            counts[country] += 1
            if mention.where == TITLE:
                in_title.add(country)
    if not counts:
        return ()
    most = max(counts.values())
    least, fifth = 1 if is_short else 2, 5
    return tuple(
        country
        for country, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if country in in_title or count == most or (count >= least and fifth * count >= most)
    )
