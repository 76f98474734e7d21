"""Whom a text may evaluate: by every name that the collection gives, by the head of a body's name, by a place given."""

from __future__ import annotations

from datetime import date

from sahelcorpus.annotate.stance.targets import TargetIndex, given_target, named_targets
from sahelcorpus.records import Actor

ACTORS = [
    {
        "actor_id": "mission",
        "name": "Mission de contrôle du Kalindo",
        "kind": "mission",
        "names": [{"name": "MICOKA", "language": "fr", "kind": "acronym"}],
    },
    {
        "actor_id": "awa-tindari",
        "name": "Awa Tindari",
        "kind": "person",
        "roles": [{"title": "head", "organisation_id": "mission", "valid_from": "2022-01-01"}],
    },
    {"actor_id": "ali-tindari", "name": "Ali Tindari", "kind": "person"},
    {
        "actor_id": "junta",
        "name": "Comité du Kalindo",
        "kind": "government",
        "names": [{"name": "la junte", "language": "fr", "kind": "alias"}],
    },
]


def index() -> TargetIndex:
    """Return an index of four invented actors."""
    return TargetIndex(Actor.from_plain(plain) for plain in ACTORS)


def shown(text: str, wanted: list[str] | None = None) -> dict[str | None, list[str]]:
    """Return the words of each target's mentions."""
    return {one.actor_id: [text[slice(*place)] for place in one.mentions] for one in index().targets(text, wanted)}


def test_actors_are_found_by_any_name() -> None:
    """The full name, an acronym, an alias in small letters, and a body's head once it has been named."""
    text = "La MICOKA part. La mission a échoué, dit la junte. Awa Tindari se tait."
    found = shown(text)
    assert found["mission"] == ["MICOKA", "mission"]
    assert found["junta"] == ["junte"]
    assert found["awa-tindari"] == ["Awa Tindari"]


def test_a_shared_surname_counts_for_who_is_named_in_full() -> None:
    """And for nobody where neither is, or both are."""
    assert shown("Awa Tindari part. Tindari revient.")["awa-tindari"] == ["Awa Tindari", "Tindari"]
    assert shown("Tindari revient.") == {}
    both = shown("Awa Tindari et Ali Tindari. Tindari revient.")
    assert [len(places) for places in both.values()] == [1, 1]


def test_wanted_actors_are_all_there_in_their_order() -> None:
    """Mentioned or not."""
    assert list(shown("La MICOKA part.", ["junta", "mission"])) == ["junta", "mission"]


def test_offices_say_for_whom_somebody_speaks() -> None:
    """On a day in the office, not before it; always if the day is unknown."""
    assert index().affiliations("awa-tindari", date(2023, 1, 1)) == ("mission",)
    assert index().affiliations("awa-tindari", date(2021, 1, 1)) == ()
    assert index().affiliations("awa-tindari", None) == ("mission",)
    assert index().affiliations("nobody", None) == ()


def test_a_given_target_is_found_by_its_name_and_its_place() -> None:
    """A pronoun counts where it was given alone; a name wherever it stands as a whole word."""
    text = "She left. Then she spoke of Sarrune and Sarrunean roads near Sarrune."
    assert given_target(text, "She", (0, 3)).mentions == ((0, 3),)
    assert [text[slice(*place)] for place in given_target(text, "Sarrune").mentions] == ["Sarrune", "Sarrune"]


def test_without_targets_whoever_is_named_is_one() -> None:
    """People under their full name."""
    found = {one.name: len(one.mentions) for one in named_targets("Paul Okoro left. Okoro was tired.", "en")}
    assert found["Paul Okoro"] == 2
