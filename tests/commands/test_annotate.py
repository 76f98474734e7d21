"""`annotate` proposes, never decides: what a person has judged stays, and running twice changes nothing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from making import own_text, tree, write_article

from sahelcorpus.cli import main
from sahelcorpus.records import Quote
from sahelcorpus.records.vocabulary import SpeakerKind, Status
from sahelcorpus.store.collection import CollectionFolder, StoredArticle


def new_text(article_id: str) -> str:
    """Return the text of an article with a quotation more."""
    return own_text(article_id) + "\n« La route est ouverte », a dit le préfet."


@pytest.fixture
def unread(collection: Path) -> Path:
    """A collection with one article more, which nobody has annotated."""
    write_article(collection, "unread", new_text("unread"))
    return collection


def test_candidates_are_written_beside_what_was_decided(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The unread article gets candidates, signed by the rules; the decided quotations are what they were."""
    before = CollectionFolder(unread).article("pont-1")
    assert main(["annotate", str(unread)]) == 0
    folder = CollectionFolder(unread)
    after = folder.article("pont-1")
    decided = [quote for quote in after.annotations.quotes if quote.status is Status.GOLD]
    assert decided == before.annotations.quotes
    found = folder.article("unread").annotations.quotes
    assert "La route est ouverte" in {quote.text for quote in found}
    assert {quote.status for quote in found} == {Status.CANDIDATE}
    assert {judgement.annotator_id for quote in found for judgement in quote.annotations} == {"quote-rules"}
    assert folder.registry().annotators["quote-rules"].version
    assert "of the 2 decided ones among them" in capsys.readouterr().out
    assert main(["check", str(unread)]) == 0


def test_running_twice_changes_nothing(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same candidates keep their ids and their time, and the second report says so."""
    main(["annotate", str(unread)])
    before = tree(unread)
    assert "articles changed" in capsys.readouterr().out
    main(["annotate", str(unread)])
    assert tree(unread) == before
    assert ", 0 articles changed" in capsys.readouterr().out


def test_what_a_person_rejected_does_not_come_back(unread: Path) -> None:
    """A rejected candidate is a decision, and stays one."""
    main(["annotate", str(unread)])
    path = unread / "articles/unread/annotations.yaml"
    text = path.read_text(encoding="utf-8").replace("status: candidate", "status: rejected")
    path.write_text(text, encoding="utf-8")
    main(["annotate", str(unread)])
    assert path.read_text(encoding="utf-8") == text


def test_several_workers_write_what_one_writes(
    unread: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same candidates, the same report in the same order, whatever the number of processes."""
    for number in range(20):
        write_article(unread, f"unread-{number}", new_text(f"unread-{number}"))
    alone = shutil.copytree(unread, tmp_path / "alone" / "kalindo")
    assert main(["annotate", str(unread), "--workers", "2"]) == 0
    together = capsys.readouterr().out
    assert main(["annotate", str(alone)]) == 0
    assert capsys.readouterr().out == together

    def untimed(path: Path) -> dict[str, str]:
        return {name: re.sub(r"\d\d:\d\d:\d\dZ", "", content.decode()) for name, content in tree(path).items()}

    assert untimed(unread) == untimed(alone)


def _candidates(collection: Path) -> list[Quote]:
    return CollectionFolder(collection).article("unread").annotations.quotes


def _save(collection: Path, **changes: Any) -> None:
    folder = CollectionFolder(collection)
    article = folder.article("unread")
    changed = article.annotations.model_copy(update=changes)
    folder.save_article(StoredArticle(article.folder, article.metadata, article.text, changed))


def _nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sahelcorpus.commands.annotate.quotes_of", lambda _: [])


def test_candidates_that_are_no_longer_found_go(unread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the last of them: what newer rules no longer say is no candidate of theirs."""
    main(["annotate", str(unread)])
    assert _candidates(unread)
    _nothing_found(monkeypatch)
    main(["annotate", str(unread)])
    assert _candidates(unread) == []


def test_a_candidate_that_a_person_has_judged_stays(unread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not its status was changed, and whatever the rules find now."""
    main(["annotate", str(unread)])
    first, *others = _candidates(unread)
    by_hand = first.annotations[0].model_copy(update={"annotator_id": "reader-1", "note": None})
    judged = first.model_copy(update={"annotations": [*first.annotations, by_hand]})
    _save(unread, quotes=[judged, *others])
    _nothing_found(monkeypatch)
    main(["annotate", str(unread)])
    assert _candidates(unread) == [judged]


def test_a_candidate_that_a_stance_names_stays(unread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it stands within: a person's stance never loses the quotation it rests on."""
    main(["annotate", str(unread)])
    first, second, *others = _candidates(unread)
    second = second.model_copy(update={"parent_quote_id": first.quote_id})
    stance = CollectionFolder(unread).article("pont-1").annotations.stances[0]
    stance = stance.model_copy(update={"stance_id": "unread.s1", "quote_id": second.quote_id})
    _save(unread, quotes=[first, second, *others], stances=[stance])
    _nothing_found(monkeypatch)
    main(["annotate", str(unread)])
    assert _candidates(unread) == [first, second]


def test_a_dry_run_writes_nothing(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be written, for people and as JSON, for one article or all."""
    before = tree(unread)
    assert main(["annotate", str(unread), "--dry-run"]) == 0
    assert "would be written" in capsys.readouterr().out
    assert main(["annotate", str(unread), "--dry-run", "--json", "--article", "unread"]) == 0
    report = json.loads(capsys.readouterr().out)
    (row,) = report["articles"]
    assert row["candidates"] >= 1
    assert report["read_by"]["grammar"] == {"fr": 1}
    assert tree(unread) == before


def test_candidates_name_their_speaker_and_its_actor(unread: Path) -> None:
    """The name without the title, the actor where only one can be meant; who is described stays without."""
    text = new_text("named") + " « Elle est sûre », a ajouté Mme Tindari. « Elle le restera », a-t-elle promis."
    write_article(unread, "named", text)
    main(["annotate", str(unread)])
    quotes = CollectionFolder(unread).article("named").annotations.quotes
    said = {quote.text: (quote.speaker_kind, quote.speaker_name, quote.actor_id) for quote in quotes}
    assert said["Nous tiendrons parole"] == (SpeakerKind.NAMED, "Awa Tindari", "awa-tindari")
    assert said["Elle est sûre"] == (SpeakerKind.NAMED, "Awa Tindari", "awa-tindari")
    assert said["Elle le restera"] == (SpeakerKind.PRONOUN, "Awa Tindari", "awa-tindari")
    assert said["La route est ouverte"] == (SpeakerKind.NOMINAL, "le préfet", None)
    assert main(["check", str(unread)]) == 0


def test_a_namesake_who_is_a_private_person_is_not_linked(unread: Path) -> None:
    """The article says that she sells millet; the registry's Awa Tindari is a minister."""
    text = "Le pont rouvre. « La route est sûre », a dit Awa Tindari, marchande de mil."
    write_article(unread, "namesake", text)
    main(["annotate", str(unread)])
    (quote,) = CollectionFolder(unread).article("namesake").annotations.quotes
    assert (quote.speaker_name, quote.actor_id) == ("Awa Tindari", None)


def test_the_report_says_how_many_are_linked(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For people and as JSON."""
    arguments = ["annotate", str(unread), "--dry-run", "--article", "unread"]
    main([*arguments, "--json"])
    (row,) = json.loads(capsys.readouterr().out)["articles"]
    assert row["linked"] == 1
    main(arguments)
    assert "1 linked to an actor" in " ".join(capsys.readouterr().out.split())


UNKNOWN = (
    "« Le port ferme », a déclaré Bolem Sarkamba, directeur du port. « Et la route aussi », a-t-il ajouté. « La route "
    "est sûre », a dit Oraxe Tarwa, marchande de mil. « Nous tiendrons parole », a déclaré Awa Tindari."
)


def test_unknown_speakers_are_suggested_and_nothing_is_written(
    unread: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name, a kind, how often and where quoted; not who is known already, nor a private person."""
    write_article(unread, "port", UNKNOWN)
    before = tree(unread)
    assert main(["annotate", str(unread), "--suggest-actors"]) == 0
    printed = capsys.readouterr().out
    assert "Bolem Sarkamba (person): 2 quotations" in printed
    assert "in port" in printed
    assert "as: Bolem Sarkamba, directeur du port" in printed
    assert "Tarwa" not in printed
    assert "Tindari" not in printed
    assert "1 actor suggested, nothing written" in printed
    assert tree(unread) == before


def test_suggestions_as_json(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every article is named, where people are shown the first few."""
    for number in range(5):
        write_article(unread, f"port-{number}", UNKNOWN + f" Numéro {number}.")
    main(["annotate", str(unread), "--suggest-actors", "--json"])
    (one,) = json.loads(capsys.readouterr().out)["suggested_actors"]
    assert one == {
        "name": "Bolem Sarkamba",
        "kind": "person",
        "quotations": 10,
        "articles": [f"port-{number}" for number in range(5)],
        "mention": "Bolem Sarkamba, directeur du port",
        "may_be": [],
    }
    main(["annotate", str(unread), "--suggest-actors"])
    assert "in port-0, port-1, port-2 and 2 articles more" in capsys.readouterr().out


def test_the_first_article_is_found_but_for_two_quotations(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of its eleven quotations the rules find nine, and nothing else; the two are `considèrent parmi X Y` and `exiger`."""
    assert main(["annotate", str(project / "corpus/sahel"), "--dry-run", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["articles"]
    assert row["decided"] == 11
    assert row["found_again"] >= 9
    assert row["candidates"] == 0
