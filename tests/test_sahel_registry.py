"""The registry of Sahel coverage is large, names everybody in French and English, and claims no more than is known."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from sahelcorpus.check.private_people import has_public_role
from sahelcorpus.records import Actor
from sahelcorpus.records.vocabulary import ActorKind, NameKind
from sahelcorpus.store.collection import CollectionFolder, Registry

# names that two actors of one kind bear in life: whoever links a mention has to look at the date or the country
HOMONYMS = {
    # the president of 1960-1968 (1915-1977) and the prime minister of 2002 and 2015-2017 (1942-2021)
    (ActorKind.PERSON, "modibo keita"): {"modibo-keita-president", "modibo-keita-prime-minister"},
    # the Malian foreign minister and the Senegalese president of the Commission of the UEMOA
    (ActorKind.PERSON, "abdoulaye diop"): {"abdoulaye-diop-minister", "abdoulaye-diop-uemoa"},
    # the Comité national pour le salut du peuple (Mali) and the Conseil national pour la sauvegarde de la patrie (Niger)
    (ActorKind.GOVERNMENT, "cnsp"): {"cnsp-mali", "cnsp-niger"},
    # the Forces armées nationales (Burkina Faso) and the Forces armées nigériennes
    (ActorKind.ARMED_FORCE, "fan"): {"burkinabe-armed-forces", "nigerien-armed-forces"},
}

# of the first article, and shown by the words of their entry's own heading
SHOWN_IN_OTHER_WORDS = {
    "elysee",
    "un-experts",
    "task-force-takuba",
    "malian-transitional-authorities",
    "russian-instructors",
    "french-withdrawal-from-mali",
}


def folded(name: str) -> str:
    """Return a name without accents, case, and the difference between apostrophes."""
    letters = unicodedata.normalize("NFKD", name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry of the collection of real coverage."""
    return CollectionFolder(Path(__file__).parents[1] / "corpus/sahel").registry()


@pytest.fixture(scope="module")
def actors(registry: Registry) -> list[Actor]:
    """Its actors."""
    return list(registry.actors.values())


def test_size(registry: Registry, actors: list[Actor]) -> None:
    """At least 150 actors of every kind but outlet, which `sources.yaml` lists, and 60 outlets."""
    kinds = Counter(actor.kind for actor in actors)
    assert len(actors) >= 150
    assert set(kinds) == set(ActorKind) - {ActorKind.OUTLET}
    assert kinds[ActorKind.PERSON] >= 100
    assert len(registry.sources) >= 60


@pytest.mark.parametrize("country", ["ML", "BF", "NE", "TD", "MR", "SN", "CI", "FR", "GB", "US", "RU", "CN", "TR"])
def test_outlets_of_many_countries(registry: Registry, country: str) -> None:
    """Outlets of the Sahel, its neighbours and its partners are known."""
    assert any(source.country == country for source in registry.sources.values())


def test_every_actor_has_a_french_and_an_english_name(actors: list[Actor]) -> None:
    """Each can be found in both languages, and the name it is shown by is one of its English names."""
    for actor in actors:
        assert {name.language for name in actor.names} >= {"fr", "en"}, actor.actor_id
        if actor.actor_id not in SHOWN_IN_OTHER_WORDS:
            assert actor.name in {name.name for name in actor.names if name.language == "en"}, actor.actor_id


def test_names_are_written_once_and_cleanly(registry: Registry, actors: list[Actor]) -> None:
    """No name is repeated within a language, padded, or decomposed; no two outlets or actors are shown alike."""
    for record_id, names in [
        *((actor.actor_id, actor.names) for actor in actors),
        *((source.source_id, source.aliases) for source in registry.sources.values()),
    ]:
        written = [(name.language, name.name) for name in names]
        assert len(written) == len(set(written)), record_id
        for _, name in written:
            assert name == " ".join(unicodedata.normalize("NFC", name).split()), record_id
    shown = Counter(folded(source.name) for source in registry.sources.values())
    assert [name for name, times in shown.items() if times > 1] == []


def test_acronyms_are_short(actors: list[Actor]) -> None:
    """An acronym has a capital, no more than two words, and is shorter than any full name in its language."""
    for actor in actors:
        for acronym in (name for name in actor.names if name.kind is NameKind.ACRONYM):
            full = [
                name.name for name in actor.names if (name.language, name.kind) == (acronym.language, NameKind.NAME)
            ]
            assert any(letter.isupper() for letter in acronym.name), (actor.actor_id, acronym.name)
            assert len(acronym.name.split()) <= 2, (actor.actor_id, acronym.name)
            assert all(len(acronym.name) <= len(name) for name in full), (actor.actor_id, acronym.name)


def test_no_ambiguous_name_but_the_known_homonyms(actors: list[Actor]) -> None:
    """After folding, a name in a language leads to one actor of a kind; the exceptions are all listed, and all real."""
    bearers: defaultdict[tuple[ActorKind, str, str], set[str]] = defaultdict(set)
    for actor in actors:
        for name in actor.names:
            bearers[actor.kind, name.language, folded(name.name)].add(actor.actor_id)
    shared = {(kind, name): ids for (kind, _, name), ids in bearers.items() if len(ids) > 1}
    assert shared == HOMONYMS


def test_roles_are_in_order(actors: list[Actor]) -> None:
    """A role ends on or after the day it begins, and an actor's dated roles stand in the order of their beginnings."""
    for actor in actors:
        for role in actor.roles:
            if role.valid_from and role.valid_to:
                assert role.valid_from <= role.valid_to, actor.actor_id
        begun = [role.valid_from for role in actor.roles if role.valid_from]
        assert begun == sorted(begun), actor.actor_id


def test_an_office_has_one_holder_at_a_time(registry: Registry, actors: list[Actor]) -> None:
    """Two who led one state, government or body led it one after the other: they share at most the day of handover."""
    held = defaultdict(list)
    for actor in actors:
        for role in actor.roles:
            if role.valid_from and role.valid_to and role.organisation_id:
                led = registry.actors[role.organisation_id]
                is_first = led.kind is ActorKind.STATE and "prime minister" not in role.title
                office = "head of state" if is_first else role.title.removesuffix(" of the Transition")
                held[led.actor_id, office].append((role.valid_from, role.valid_to, actor.actor_id))
    assert sum(len(terms) > 1 for terms in held.values()) >= 15, "offices with several dated holders"
    for office, terms in held.items():
        for (_, end, one), (start, _, two) in combinations(sorted(terms), 2):
            assert end <= start, (office, one, two)


def test_persons_are_public(actors: list[Actor]) -> None:
    """A person has a titled role; gender and roles are recorded of persons only."""
    for actor in actors:
        if actor.kind is ActorKind.PERSON:
            assert has_public_role(actor), actor.actor_id
            assert all(role.title.strip() for role in actor.roles), actor.actor_id
        else:
            assert actor.gender is None, actor.actor_id
            assert actor.roles == [], actor.actor_id


def test_homonyms_are_kept_apart(registry: Registry) -> None:
    """The two Modibo Keïta share a name and no day in office; similar names stay two people."""
    president = registry.actors["modibo-keita-president"]
    minister = registry.actors["modibo-keita-prime-minister"]
    assert president.note is not None
    assert "1915-1977" in president.note
    assert minister.note is not None
    assert "Not the president" in minister.note
    ends = [role.valid_to for role in president.roles]
    begins = [role.valid_from for role in minister.roles if role.valid_from]
    assert begins
    assert all(end is not None and end < start for end in ends for start in begins)
    for one, two in [("ibrahim-traore", "moussa-traore"), ("mahamat-idriss-deby", "idriss-deby")]:
        names = [{folded(name.name) for name in registry.actors[actor_id].names} for actor_id in (one, two)]
        assert not names[0] & names[1], (one, two)


def test_no_link_and_no_rating_that_nobody_checked(registry: Registry) -> None:
    """Wikidata ids stay null until a person has compared the item; nobody's rating of an outlet is invented."""
    assert all(record.wikidata is None for record in (*registry.actors.values(), *registry.sources.values()))
    assert not any(actor.wikidata_verified for actor in registry.actors.values())
    assert all(source.labels == [] for source in registry.sources.values())
