"""`near-duplicates` shows and writes groups; what it writes satisfies the checks, and running it again changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import own_text, tree, write_article

from sahelcorpus.cli import main
from sahelcorpus.store import changing
from sahelcorpus.store.collection import CollectionFolder


@pytest.fixture
def reprinted(collection: Path) -> Path:
    """A collection with a reprint of one article, and a shortened copy of it."""
    text = own_text("pont-1")
    write_article(collection, "reprint", f"SARRUNE (ATI) — {text}", published="2023-05-10")
    write_article(collection, "short", text[len(text) // 2 :], published="2023-05-08")
    return collection


def metadata(collection: Path, name: str) -> tuple[str | None, str | None]:
    """Return the group of an article and who stands for it."""
    one = CollectionFolder(collection).metadata(name)
    return one.cluster_id, one.near_duplicate.representative if one.near_duplicate else None


def test_groups_are_shown_then_written(reprinted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --write nothing changes; with it the check that failed passes, and a second run finds nothing to do."""
    before = tree(reprinted)
    assert main(["check", str(reprinted)]) == 1
    assert "SC921" in capsys.readouterr().out
    assert main(["near-duplicates", str(reprinted)]) == 0
    out = capsys.readouterr().out
    assert "short, stands for the group: shared text; 100% of the shorter text" in " ".join(out.split())
    assert "1 group of 3 articles among 5; 3 articles would change, nothing written" in out
    assert tree(reprinted) == before
    assert main(["near-duplicates", str(reprinted), "--write"]) == 0
    assert metadata(reprinted, "reprint") == metadata(reprinted, "pont-1") == ("short", "short")
    assert metadata(reprinted, "pont-2") == (None, None)
    assert main(["check", str(reprinted)]) == 0
    after = tree(reprinted)
    assert main(["near-duplicates", str(reprinted), "--write"]) == 0
    assert "0 articles changed" in capsys.readouterr().out
    assert tree(reprinted) == after


def test_json_says_what_changes_and_why(reprinted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: groups, each member's reasons, and what has to be decided."""
    assert main(["near-duplicates", str(reprinted), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["groups"] == {"short": ["pont-1", "reprint", "short"]}
    assert told["changed"]["reprint"]["near_duplicate"]["nearest"] == "pont-1"
    assert told["changed"]["reprint"]["near_duplicate"]["reasons"] == ["shared_text"]
    assert told["meetings"] == []


def test_an_archives_own_list_is_believed_and_remembered(
    reprinted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Listed articles are joined whatever their texts share, and stay joined when the list is not given again."""
    path = tmp_path / "copies.txt"
    path.write_text("# the archive's copies\npont-2, pont-3  # the same report\n", encoding="utf-8")
    assert main(["near-duplicates", str(reprinted), "--write", "--listed", str(path)]) == 0
    assert metadata(reprinted, "pont-3")[0] == metadata(reprinted, "pont-2")[0] == "pont-3"
    assert main(["near-duplicates", str(reprinted), "--write"]) == 0
    why = CollectionFolder(reprinted).metadata("pont-3").near_duplicate
    assert why is not None
    assert [reason.value for reason in why.reasons] == ["archive_list"]
    path.write_text("pont-2 nowhere\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["near-duplicates", str(reprinted), "--listed", str(path)]) == 1
    assert "SC507" in capsys.readouterr().err


def test_released_copies_in_two_splits_are_for_a_person_to_decide(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says so, writes neither into the other's split, and exits 1; a waiver settles it."""
    text = own_text("pont-1")
    write_article(collection, "first", text + " Voir aussi.", pinned_split="train")
    write_article(collection, "second", text + " Lire plus.", pinned_split="test")
    assert main(["near-duplicates", str(collection), "--write"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "released in test and train" in out
    assert {CollectionFolder(collection).metadata(name).pinned_split for name in ("first", "second")} == {
        "train",
        "test",
    }
    assert main(["check", str(collection)]) == 1
    path = collection / "articles/second/article.yaml"
    waiver = 'waivers: [{code: SC921, reason: "Both were released."}]\n'
    path.write_text(path.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    assert main(["near-duplicates", str(collection), "--write"]) == 0
    assert metadata(collection, "second") == (None, None)
    assert metadata(collection, "first")[0] == metadata(collection, "pont-1")[0] is not None
    assert main(["check", str(collection)]) == 0


def test_all_groups_are_written_or_none(reprinted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full at the third article leaves the first two as they were."""
    before = tree(reprinted)
    wrote = []
    write = changing.Change.write

    def full(change: changing.Change, name: str, content: bytes) -> None:
        wrote.append(name)
        if len(wrote) == 3:
            raise OSError(28, "No space left on device")
        write(change, name, content)

    monkeypatch.setattr(changing.Change, "write", full)
    assert main(["near-duplicates", str(reprinted), "--write"]) == 1
    assert len(wrote) == 3
    assert tree(reprinted) == before
