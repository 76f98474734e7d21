"""Which actor a speaker is: exactly one, or nobody. Every person, place and body is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sahelcorpus.annotate.actors import NOBODY, ActorIndex, Circumstances, Link, same_name
from sahelcorpus.annotate.speakers import How, ResolvedSpeaker
from sahelcorpus.records import Actor, Source
from sahelcorpus.records.registry import Name, Role
from sahelcorpus.records.vocabulary import ActorKind, NameKind, SourceKind, SpeakerKind

MAY = Circumstances(date(2023, 5, 9), ["XK"], "fr")


def person(
    actor_id: str, name: str, *roles: Role, country: str | None = "XK", names: list[Name] | None = None
) -> Actor:
    return Actor(
        actor_id=actor_id, name=name, kind=ActorKind.PERSON, roles=list(roles), country=country, names=names or []
    )


def role(title: str, first: date | None = None, last: date | None = None) -> Role:
    return Role(title=title, valid_from=first, valid_to=last)


def body(actor_id: str, kind: ActorKind, name: str, *others: Name, country: str = "XK") -> Actor:
    return Actor(actor_id=actor_id, name=name, kind=kind, country=country, names=list(others))


ACTORS = [
    person("awa-tindari", "Awa Tindari", role("Ministre des Routes", date(2022, 1, 1), date(2023, 6, 30))),
    person("salif-kobo", "Salif Kobo", role("Ministre des Routes", date(2023, 7, 1))),
    person(
        "vitali-oudjarev",
        "Vitali Oudjarev",
        country="XR",
        names=[Name(language="ar", name="فيتالي أوجاريف", kind=NameKind.NAME)],
    ),
    person("moussa-tarwa-1", "Moussa Tarwa", role("Maire de Sarrune")),
    person("moussa-tarwa-2", "Moussa Tarwa", role("Ambassadeur"), country="XV"),
    person("sidi-ould-barmada", "Sidi Mohamed Ould Barmada"),
    body(
        "mpl",
        ActorKind.ARMED_GROUP,
        "Mouvement pour les plaines libres",
        Name(language="fr", name="MPL", kind=NameKind.ACRONYM),
        Name(language="en", name="Front for Open Plains", kind=NameKind.NAME),
    ),
    body("valmasque", ActorKind.STATE, "Valmasque", Name(language="fr", name="Orvel", kind=NameKind.ALIAS), country="XV"),
    body("kalindo", ActorKind.STATE, "Kalindo", Name(language="fr", name="Sarrune", kind=NameKind.ALIAS)),
    body("government-of-kalindo", ActorKind.GOVERNMENT, "Gouvernement du Kalindo"),
    body("mpl-council", ActorKind.ORGANISATION, "Conseil du MPL"),
    body("kalindo-army", ActorKind.ARMED_FORCE, "Forces armées du Kalindo"),
]  # fmt: skip
OUTLETS = [Source(source_id="courrier-de-sarrune", name="Le Courrier de Sarrune", kind=SourceKind.NEWSPAPER)]
INDEX = ActorIndex(ACTORS, OUTLETS)


def speaker(name: str | None, kind: SpeakerKind = SpeakerKind.NAMED, **changes: Any) -> ResolvedSpeaker:
    """Return a named person, unless something else is said."""
    own: dict[str, Any] = {"is_named": True, "is_person": True, "confidence": 0.95, "how": How.NAME, "place": (0, 1)}
    return ResolvedSpeaker(name=name, kind=kind, **(own | changes))


def named_body(name: str) -> ResolvedSpeaker:
    return speaker(name, is_person=False)


def described(name: str) -> ResolvedSpeaker:
    return speaker(name, SpeakerKind.NOMINAL, is_named=False, is_person=False)


def linked(one: ResolvedSpeaker, mention: str | None = None, circumstances: Circumstances = MAY) -> Link:
    return INDEX.link(one, mention or one.name, circumstances)


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Awa Tindari", "awa-tindari"),
        ("Awa TINDARI", "awa-tindari"),
        ("Mme Awa Tindari", "awa-tindari"),
        ("Vitaly Oudjarev", "vitali-oudjarev"),
        ("Vitalï Ujarev", "vitali-oudjarev"),
        ("فيتالي أوجاريف", "vitali-oudjarev"),
        ("Sidi Ould Barmada", "sidi-ould-barmada"),
        ("Awa Tindara", None),
        ("Awa Koulma", None),
        ("Ali Kobo", None),
    ],
)
def test_people_by_name_and_spelling(name: str, actor_id: str | None) -> None:
    """Accents, capitals, titles and spellings of one sound do not matter; another name is another person."""
    assert linked(speaker(name)).actor_id == actor_id


def test_a_name_in_which_another_is_written_out() -> None:
    """The registry has the acronym, the article the whole name."""
    assert linked(named_body("Conseil du Mouvement pour les plaines libres")).actor_id == "mpl-council"
    assert linked(named_body("Mouvement pour les plaines libres")).actor_id == "mpl"
    assert linked(named_body("Trésor du Mouvement pour les plaines libres")).actor_id is None


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("MPL", "mpl"),
        ("Mouvement pour les plaines libres", "mpl"),
        ("le Mouvement pour les plaines libres", "mpl"),
        ("Front for Open Plains", "mpl"),
        ("Courrier de Sarrune", "courrier-de-sarrune"),
        ("Orvel", "valmasque"),
        ("gouvernement", "government-of-kalindo"),
        ("état-major", "kalindo-army"),
        ("Mouvement", None),
        ("police", None),
    ],
)
def test_bodies_by_any_of_their_names(name: str, actor_id: str | None) -> None:
    """Names in every language, acronyms, outlets; a government and an army also by their noun, in their own country."""
    assert linked(named_body(name)).actor_id == actor_id


def test_a_noun_is_no_actor_of_another_country() -> None:
    """« Le gouvernement », in an article about another country, is another one."""
    elsewhere = Circumstances(MAY.published, ["XV"], "fr")
    assert linked(named_body("gouvernement"), circumstances=elsewhere).actor_id is None


def test_the_capital_of_the_article_s_own_country_is_left_open() -> None:
    """It means a government, and which one nobody has said: both are listed."""
    assert linked(named_body("Sarrune")) == Link(None, ("government-of-kalindo", "kalindo"))
    elsewhere = Circumstances(MAY.published, ["XV"], "fr")
    assert linked(named_body("Sarrune"), circumstances=elsewhere).actor_id == "kalindo"


def test_namesakes_are_told_apart_by_office_then_by_country_or_not_at_all() -> None:
    """Where nothing tells, nobody is linked, and both are listed."""
    nowhere = Circumstances(None)
    both = ("moussa-tarwa-1", "moussa-tarwa-2")
    assert linked(speaker("Moussa Tarwa"), "l'ambassadeur Moussa Tarwa").actor_id == "moussa-tarwa-2"
    assert linked(speaker("Moussa Tarwa")).actor_id == "moussa-tarwa-1"
    assert linked(speaker("Moussa Tarwa"), circumstances=nowhere) == Link(None, both)
    assert linked(speaker("Moussa Tarwa"), circumstances=Circumstances(None, ["XK", "XV"])) == Link(None, both)


def test_a_surname_alone_needs_the_country_or_the_office() -> None:
    """« M. Kobo » in an article that names no other is the one of that country, and nobody elsewhere."""
    assert linked(speaker("Kobo"), "M. Kobo").actor_id == "salif-kobo"
    assert linked(speaker("Kobo"), "M. Kobo", Circumstances(None, ["XV"])) == Link(None, ("salif-kobo",))
    abroad = Circumstances(date(2023, 9, 1), ["XV"])
    assert linked(speaker("Kobo"), "le ministre des Routes Kobo", abroad).actor_id == "salif-kobo"


@pytest.mark.parametrize(
    ("published", "actor_id"),
    [
        (date(2023, 5, 9), "awa-tindari"),
        (date(2023, 6, 30), "awa-tindari"),
        (date(2023, 7, 9), "salif-kobo"),
        (date(2021, 12, 31), None),
        (None, None),
    ],
)
def test_an_office_is_whoever_held_it_in_the_month(published: date | None, actor_id: str | None) -> None:
    """« Le ministre des Routes », « la ministre des Routes »: without a date nobody."""
    when = Circumstances(published, ["XK"], "fr")
    assert linked(described("le ministre des Routes"), circumstances=when).actor_id == actor_id
    assert linked(described("la ministre des Routes"), circumstances=when).actor_id == actor_id


def test_two_who_held_an_office_in_one_month_are_a_tie() -> None:
    """Nobody is linked, and both are listed."""
    actors = [
        person("first", "Awa Tindari", role("Ministre des Routes", None, date(2023, 5, 8))),
        person("second", "Salif Kobo", role("Ministre des Routes", date(2023, 5, 9), None)),
    ]
    found = ActorIndex(actors).link(described("le ministre des Routes"), "le ministre des Routes", MAY)
    assert found == Link(None, ("first", "second"))


@pytest.mark.parametrize("name", ["le ministre", "le maire", "un ministre", "le chef de la délégation"])
def test_an_office_without_its_field_links_nobody(name: str) -> None:
    """Too many hold one."""
    assert linked(described(name)).actor_id is None


@pytest.mark.parametrize(
    "one",
    [
        speaker("Awa Tindari", kind=SpeakerKind.ANONYMOUS),
        speaker("Awa Tindari", is_private=True),
        speaker("Awa Tindari", confidence=0.6),
        speaker(None),
        speaker("une ministre des Routes", SpeakerKind.ANONYMOUS, is_named=False, is_person=False),
        speaker("des ministres des Routes", SpeakerKind.COLLECTIVE, is_named=False, is_person=False),
    ],
)
def test_private_anonymous_and_uncertain_speakers_never_get_an_id(one: ResolvedSpeaker) -> None:
    """Whatever their name."""
    assert linked(one) == NOBODY


def test_the_role_s_country_stands_in_for_the_actor_s() -> None:
    """A record may say it in either place."""
    actor = Actor(
        actor_id="a", name="Awa Tindari", kind=ActorKind.PERSON, roles=[Role(title="Maire de Sarrune", country="XK")]
    )
    assert ActorIndex([actor]).link(speaker("Tindari"), "Mme Tindari", MAY).actor_id == "a"


def test_the_fullest_name_that_the_text_gives_an_actor() -> None:
    """A by-name gives way to a name of the record that the text has; a name stays."""
    text = "Le Mouvement pour les plaines libres a signé. « Oui », écrit le MPL."
    assert INDEX.fullest_name("mpl", "MPL", text) == "Mouvement pour les plaines libres"
    assert INDEX.fullest_name("mpl", "MPL", "« Oui », écrit le MPL.") == "MPL"
    assert INDEX.fullest_name("valmasque", "Orvel", "« Non », répond Orvel au Valmasque.") == "Valmasque"
    assert INDEX.fullest_name("awa-tindari", "Awa Tindari", text) == "Awa Tindari"


def test_the_order_of_the_records_does_not_matter() -> None:
    """The same links, whichever comes first."""
    backwards = ActorIndex(reversed(ACTORS), OUTLETS)
    for one in (speaker("Moussa Tarwa"), speaker("Kobo"), named_body("Sarrune"), described("le ministre des Routes")):
        assert backwards.link(one, one.name, MAY) == INDEX.link(one, one.name, MAY)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vitali", "Vitaly", True),
        ("Oumar", "Umar", True),
        ("Djibril", "Jibril", True),
        ("Youssouf", "Yusuf", True),
        ("Mohammed", "Mohamed", True),
        ("Saïd", "Said", True),
        ("Ould-Barmada", "Ould Barmada", True),
        ("Traoré", "Traore", True),
        ("Moussa", "Mousa", True),
        ("Ali", "Alou", False),
        ("Amadou", "Amida", False),
        ("Bara", "Para", False),
    ],
)
def test_spellings_of_one_sound(one: str, other: str, same: bool) -> None:
    """Careful: what may be another name stays another."""
    assert (same_name(one) == same_name(other)) is same
