"""Who has a public role, and who only a trade or a fate that anybody may have."""

from __future__ import annotations

import pytest

from sahelcorpus.check.private_people import has_public_role
from sahelcorpus.records import Actor, Role
from sahelcorpus.records.vocabulary import ActorKind


def person(*titles: str) -> Actor:
    roles = [Role(title=title) for title in titles]
    return Actor(actor_id="awa", name="Awa", kind=ActorKind.PERSON, roles=roles)


@pytest.mark.parametrize(
    ("title", "public"),
    [
        ("maire de Kaldé", True),
        ("mayor of Kalde", True),
        ("student leader", True),
        ("présidente de l'association des éleveurs", True),
        ("member of the State Duma", True),
        ("marchande de mil", False),
        ("éleveur à Kaldé", False),
        ("gold miner's widow, 34", False),
        ("resident of Kalde", False),
    ],
)
def test_a_role_is_public_by_its_noun(title: str, public: bool) -> None:
    """In French and in English, whatever the noun is narrowed by."""
    assert has_public_role(person(title)) is public


def test_one_public_role_is_enough() -> None:
    """A shepherd who is a member of parliament is known as that."""
    assert has_public_role(person("berger", "députée de Kaldé"))
    assert not has_public_role(person())
