"""Whom a text means without a name, by what he alone is in it: its head of state, its accused, its headline's one."""

from __future__ import annotations

from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.referents import Referent
from sahelcorpus.annotate.speakers.words import is_demonym

_NAMES_OF_A_TRIAL = 100


def accused(cast: Cast, gender: str) -> Referent | None:
    """Return whom a text that tells of a trial is about: the first it names who is no judge and no lawyer.

    Args:
        cast: Whom the text names.
        gender: The gender that the mention shows, or the empty string.
    """
    court = cast.words.of("court")
    for name in cast.names.found[:_NAMES_OF_A_TRIAL]:
        person = name.person
        if person is None or (gender and person.gender and gender != person.gender):
            continue
        if court.isdisjoint(cast.titles.of(person)):
            return cast.person(person)
    return None


def only_ruler(cast: Cast, complement: frozenset[str]) -> Referent | None:
    """Return the one head of state whom a text names: « le chef de l'État kotinais », « l'homme fort du Kotin ».

    Args:
        cast: Whom the text names.
        complement: Folded words that narrow the mention; any but a country's mean somebody else.
    """
    rulers = cast.titles.bearers_of(cast.words.of("heads_of_state"))
    if len(rulers) != 1 or not all(is_demonym(word) or word in cast.names.places for word in complement):
        return None
    return cast.person(rulers[0])


def headlined(cast: Cast, gender: str) -> Referent | None:
    """Return the one person whom the first line names: « l'homme », in a portrait, where nobody else is near.

    Args:
        cast: Whom the text names.
        gender: The gender that the mention shows, or the empty string.
    """
    names = cast.names.between(0, max(0, cast.plain.find("\n")))
    people = list({id(name.person): name.person for name in names if name.person is not None}.values())
    if len(people) != 1 or (gender and people[0].gender not in ("", gender)):
        return None
    return cast.person(people[0])
