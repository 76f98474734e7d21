"""Proposals for actors: who is quoted by name and unknown, with the evidence; private people are nobody's record."""

from __future__ import annotations

from typing import Any

import pytest

from sahelcorpus.annotate.speakers import How, ResolvedSpeaker
from sahelcorpus.annotate.suggested_actors import SuggestedActor, suggested_actors
from sahelcorpus.records.vocabulary import ActorKind, SpeakerKind


def speaker(name: str | None, *, is_person: bool = True, **changes: Any) -> ResolvedSpeaker:
    own: dict[str, Any] = {"kind": SpeakerKind.NAMED, "place": (0, 1), "confidence": 0.9, "how": How.NAME}
    return ResolvedSpeaker(name=name, is_person=is_person, **({"is_named": True} | own | changes))


def test_one_person_under_several_spellings_is_one_proposal() -> None:
    """Counted together, with the articles in order, the longest mention, and whom they may be."""
    found = suggested_actors(
        [
            ("b-1", speaker("Oumar Kobo"), "M. Kobo", ()),
            ("a-1", speaker("Umar Kobo"), "le préfet Umar Kobo", ("ali-kobo",)),
            ("b-1", speaker("Oumar Kobo"), None, ()),
        ]
    )
    (one,) = found
    assert one == SuggestedActor(
        "Oumar Kobo", ActorKind.PERSON, 3, ["b-1", "a-1"], "le préfet Umar Kobo", ("ali-kobo",)
    )


def test_who_is_quoted_most_comes_first() -> None:
    """Then who is in more articles, then by name."""
    quoted = [("a", "Zara Kobo"), ("a", "Zara Kobo"), ("a", "Ali Tarwa"), ("a", "Awa Tindari"), ("b", "Zara Kobo")]
    found = suggested_actors([(article, speaker(name), None, ()) for article, name in quoted])
    assert [one.name for one in found] == ["Zara Kobo", "Ali Tarwa", "Awa Tindari"]


@pytest.mark.parametrize(
    "one",
    [
        speaker("Awa Tindari", is_private=True),
        speaker("Awa"),
        speaker("un maçon", is_named=False, is_person=False),
        speaker("conseil municipal", is_person=False),
        speaker(None),
    ],
)
def test_private_people_and_the_unnamed_are_not_proposed(one: ResolvedSpeaker) -> None:
    """Nor who is known by one name alone."""
    assert suggested_actors([("a", one, None, ())]) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gouvernement du Kalindo", ActorKind.GOVERNMENT),
        ("Forces armées du Kalindo", ActorKind.ARMED_FORCE),
        ("Front des plaines", ActorKind.ARMED_GROUP),
        ("Mission de paix au Kalindo", ActorKind.MISSION),
        ("Radio Sarrune", ActorKind.OUTLET),
        ("Ligue des plaines", ActorKind.ORGANISATION),
    ],
)
def test_the_kind_is_guessed_from_the_name(name: str, kind: ActorKind) -> None:
    """For people to correct."""
    (one,) = suggested_actors([("a", speaker(name, is_person=False), None, ())])
    assert one.kind is kind
