"""Which places a text names, told apart from the words and people that share their names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelcorpus.annotate.places.finding import mentions
from sahelcorpus.annotate.places.gazetteer import BORDER, SAHEL, PlaceKind, by_form, spellings
from sahelcorpus.annotate.places.relevance import RELEVANT, relevance

PASSAGES = [
    json.loads(line) for line in (Path(__file__).parent / "passages.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("passage", PASSAGES, ids=[f"{n}-{p['trap']}" for n, p in enumerate(PASSAGES)])
def test_a_passage_is_about_its_countries(passage: dict[str, object]) -> None:
    """Countries and relevance of an invented passage are those that its reader names."""
    found = relevance(str(passage["text"]))
    assert sorted(found.countries) == sorted(passage["countries"]), found.in_words()  # type: ignore[call-overload]
    assert found.is_relevant is passage["relevant"], found.in_words()


def test_every_mention_covers_its_text() -> None:
    """Spans are code points into the text or the title that they name."""
    text, title = "À N’Djamena, puis à Zinder et à Goz Beïda.", "Du Tchad au Niger"
    found = mentions(text, title)
    assert [mention.text for mention in found] == ["Tchad", "Niger", "N’Djamena", "Zinder", "Goz Beïda"]
    for mention in found:
        whole = title if mention.where == "title" else text
        assert whole[mention.start : mention.end] == mention.text


def test_a_word_counts_once_its_country_is_named() -> None:
    """« San » alone is no town of Mali; beside Koutiala it is."""
    assert mentions("La route de San est ouverte.") == []
    assert [m.text for m in mentions("La route de San à Koutiala est ouverte.")] == ["San", "Koutiala"]


def test_a_title_supports_the_text() -> None:
    """What the headline names is known in the text, and weighs more than the same name in it."""
    text = "Un convoi a quitté Gao hier."
    assert relevance(text).reasons == ()
    assert "Gao" in {reason.name for reason in relevance(text, "Mali").reasons}
    assert relevance("Rien.", "Au Mali").score > relevance("Rien au Mali.").score


def test_a_passing_mention_late_in_the_text_is_not_enough() -> None:
    """One name after the opening stays under the threshold; in the opening it reaches it."""
    filler = "Le conseil a voté le budget de la piscine et celui de la bibliothèque. " * 12
    assert 0 < relevance(filler + "Il a cité Ouahigouya.").score < RELEVANT
    assert relevance("À Ouahigouya, " + filler).score >= RELEVANT


def test_the_score_says_what_it_rests_on() -> None:
    """Whoever reads a rejection sees the names, how often they stand there, and what stands against them."""
    words = relevance("À Gossi et à Hombori, puis à Hombori encore. En France, rien.").in_words()
    assert words.startswith("0.8")
    assert "Hombori 2× (first in the lead)" in words
    assert words.endswith("other countries 1×")
    assert relevance("Rien.").in_words() == "0.00: no place of the Sahel is named"


def test_invented_coverage_is_not_of_the_sahel(project: Path) -> None:
    """The press of Tamasna names no place of the Sahel often enough to be about it."""
    texts = sorted((project / "corpus/tamasna/articles").glob("*/text.txt"))
    assert len(texts) > 80
    relevant = [path.parent.name for path in texts if relevance(path.read_text(encoding="utf-8")).is_relevant]
    assert relevant == []


def test_the_first_article_is_about_mali(project: Path) -> None:
    """And about France, whose withdrawal it reports."""
    text = (project / "corpus/sahel/articles/bamada-milonov-minusma-2022/text.txt").read_text(encoding="utf-8")
    found = relevance(text)
    assert found.countries == ("ML", "FR")
    assert found.score > 0.9


def test_the_gazetteer_knows_its_towns() -> None:
    """At least 400 towns, each with a region; and no spelling stands twice for one place."""
    towns = {spelling.place for spelling in spellings() if spelling.place.kind is PlaceKind.TOWN}
    assert len(towns) >= 400
    assert all(town.region for town in towns)
    assert {town.countries[0] for town in towns} == {*SAHEL, *BORDER}
    written = [(s.written, s.place.countries, s.place.name, s.language) for s in spellings()]
    assert sorted(written) == sorted(set(written))


def test_every_spelling_is_found() -> None:
    """Each spelling of the gazetteer, alone in a text, is matched from its first letter to its last."""
    from sahelcorpus.annotate.places.matching import matches

    for form in by_form():
        assert [(start, end) for start, end, _ in matches(form)] == [(0, len(form))], form


def test_groups_are_named_as_the_registry_names_them(project: Path) -> None:
    """The names of missions and armed groups stand twice, here and in corpus/sahel/actors.yaml, and are the same."""
    import ryaml

    actors = {
        actor["actor_id"]: actor
        for actor in ryaml.loads((project / "corpus/sahel/actors.yaml").read_text(encoding="utf-8"))
    }
    groups: dict[str, set[str]] = {}
    for spelling in spellings():
        if spelling.place.kind is PlaceKind.GROUP:
            groups.setdefault(spelling.place.name, set()).add(spelling.written)
    assert len(groups) > 50
    for actor_id, names in groups.items():
        assert names == {name["name"] for name in actors[actor_id]["names"]}, actor_id
    kinds = {"mission", "armed_group"}
    missing = [i for i, a in actors.items() if a["kind"] in kinds and a.get("country") in SAHEL and i not in groups]
    assert missing == ["plateforme"]  # an everyday word alone, and otherwise a name that nobody prints


@given(st.text(alphabet=st.sampled_from(list("Mali Gao San-N'’Tchadنيجر.\n\u00a0éÉ")), max_size=80))
def test_any_text_has_ordered_mentions(text: str) -> None:
    """No mention lies in another, and the score stays between 0 and 1."""
    found = relevance(text, text)
    assert 0 <= found.score <= 1
    ends = {"title": 0, "text": 0}
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= ends[mention.where]
        ends[mention.where] = mention.end
