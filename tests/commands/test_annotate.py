"""`annotate` proposes, never decides: what a person has judged stays, and running twice changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import TEXT, tree, write_article

from sahelcorpus.cli import main
from sahelcorpus.records.vocabulary import Status
from sahelcorpus.store.collection import CollectionFolder

NEW = TEXT + "\n« La route est ouverte », a dit le préfet."


@pytest.fixture
def unread(collection: Path) -> Path:
    """A collection with one article more, which nobody has annotated."""
    write_article(collection, "unread", NEW.format(number="unread"))
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


def test_running_twice_changes_nothing(unread: Path) -> None:
    """The same candidates keep their ids and their time."""
    main(["annotate", str(unread)])
    before = tree(unread)
    main(["annotate", str(unread)])
    assert tree(unread) == before


def test_what_a_person_rejected_does_not_come_back(unread: Path) -> None:
    """A rejected candidate is a decision, and stays one."""
    main(["annotate", str(unread)])
    path = unread / "articles/unread/annotations.yaml"
    text = path.read_text(encoding="utf-8").replace("status: candidate", "status: rejected")
    path.write_text(text, encoding="utf-8")
    main(["annotate", str(unread)])
    assert path.read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(unread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be written, for people and as JSON, for one article or all."""
    before = tree(unread)
    assert main(["annotate", str(unread), "--dry-run"]) == 0
    assert "would be written" in capsys.readouterr().out
    assert main(["annotate", str(unread), "--dry-run", "--json", "--article", "unread"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["articles"]
    assert row["candidates"] >= 1
    assert tree(unread) == before


def test_the_first_article_is_found_but_for_two_quotations(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of its eleven quotations the rules find nine, and nothing else; the two are `considèrent parmi X Y` and `exiger`."""
    assert main(["annotate", str(project / "corpus/sahel"), "--dry-run", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["articles"]
    assert row["decided"] == 11
    assert row["found_again"] >= 9
    assert row["candidates"] == 0
