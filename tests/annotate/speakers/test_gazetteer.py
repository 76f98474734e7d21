"""What a collection's registry knows of names settles what the text leaves open, and nothing else."""

from __future__ import annotations

import pytest
from marked_quotes import unmarked

from sahelcorpus.annotate.speakers import Gazetteer, resolve_speakers
from sahelcorpus.annotate.speakers.words import name_words
from sahelcorpus.records import Actor, Name, Source
from sahelcorpus.records.vocabulary import ActorKind, Gender, NameKind, SourceKind


def actor(actor_id: str, kind: ActorKind, *names: str, by_names: str = "", gender: Gender | None = None) -> Actor:
    full = [Name(language="fr", name=name, kind=NameKind.NAME) for name in names]
    others = [Name(language="fr", name=name, kind=NameKind.ALIAS) for name in by_names.split("; ") if name]
    return Actor(actor_id=actor_id, name=names[0], names=[*full, *others], kind=kind, gender=gender)


GAZETTEER = Gazetteer(
    [
        actor("valcourie", ActorKind.STATE, "Valcourie", by_names="Montfélix; le palais des Ormes; le Palais"),
        actor("borvonie", ActorKind.STATE, "Borvonie", by_names="Zimelsk; le Palais"),
        actor("front", ActorKind.ARMED_GROUP, "Front pour l'Imzar libre", by_names="FPIL; les hommes de l'Imzar"),
        actor("noa", ActorKind.PERSON, "Noa Sabarou", gender=Gender.FEMALE),
        actor("vigie", ActorKind.ORGANISATION, "Vigie Imzar"),
    ],
    [Source(source_id="fouet", name="Le Fouet", kind=SourceKind.NEWSPAPER)],
)


def names(marked: str, gazetteer: Gazetteer | None = GAZETTEER) -> list[str | None]:
    text, quotes = unmarked(marked)
    return [speaker.name for speaker in resolve_speakers(text, "fr", quotes, gazetteer)]


@pytest.mark.parametrize(
    ("marked", "with_it", "without"),
    [
        ("La Valcourie hésite. « {Rien n'est décidé} », assure [Montfélix].", "Valcourie", "Montfélix"),
        ("La Valcourie hésite. « {Rien} », assure [le palais des Ormes].", "Valcourie", "le palais des Ormes"),
        ("Le Front pour l'Imzar libre avance. « {Nous gagnons} », dit [le FPIL].", "Front pour l'Imzar libre", "FPIL"),
    ],
)
def test_a_by_name_is_the_full_name_that_the_text_has(marked: str, with_it: str, without: str) -> None:
    """A capital, a palace, an acronym that the text never explains."""
    assert names(marked) == [with_it]
    assert names(marked, None) == [without]


def test_a_full_name_that_the_text_lacks_is_not_brought_in() -> None:
    """A name is always one that the document gives."""
    assert names("« {Rien n'est décidé} », assure [Montfélix].") == ["Montfélix"]


def test_what_two_actors_share_settles_nothing() -> None:
    """It is left to the text."""
    assert names("La Valcourie et la Borvonie hésitent. « {Rien} », assure [le Palais].") == ["Palais"]


def test_a_capital_at_home_is_left_to_the_text() -> None:
    """Where the text is written, the capital's name is the government's rather than the state's."""
    text = "ZIMELSK (agence) - La Borvonie hésite. Le gouvernement borvonien se tait. « {Rien} », assure [Zimelsk]."
    assert names(text) == names(text, None)


def test_a_known_gender_helps_a_pronoun() -> None:
    """Where the given name says nothing."""
    marked = "Ali Kobo est venu hier. Noa Sabarou a écouté. « {Bientôt} », a-t-[il] ajouté."
    assert names(marked) == ["Ali Kobo"]
    assert names(marked, None) == ["Noa Sabarou"]


def test_a_known_body_is_no_person() -> None:
    """Though its name has two words with capitals, as a person's."""
    marked = "Vigie Imzar et le préfet Ali Kobo se sont vus. « {Rien} », a-t-[il] dit."
    assert names(marked) == ["Ali Kobo"]
    assert GAZETTEER.is_body(name_words("Vigie Imzar"))
    assert not GAZETTEER.is_body(name_words("Noa Sabarou"))
    assert GAZETTEER.gender(name_words("Noa Sabarou")) == "f"
    assert GAZETTEER.gender(name_words("Ali Kobo")) == ""
