"""A release writes all that belongs to it, or is refused with the reason and writes nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from making import small_collection, tree, write_article

from sahelcorpus.check.collection import check_collection
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import Bump, Split
from sahelcorpus.release.build import build
from sahelcorpus.release.past import past_release, past_versions
from sahelcorpus.release.releasing import Prepared, Terms, releasing
from sahelcorpus.release.verification import read_release
from sahelcorpus.store.collection import CollectionFolder

TODAY = date(2026, 11, 26)


def release(collection: Path, note: str | None = None, *, stable: bool = False, dry_run: bool = False) -> Prepared:
    """Release a collection."""
    with releasing(collection, Terms(note, stable, TODAY), dry_run=dry_run, workers=1) as prepared:
        pass
    return prepared


def git(collection: Path, *arguments: str) -> str:
    """Run git in the folder above a collection."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    command = ["git", "-C", str(collection.parent), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def splits(collection: Path) -> dict[str, Split | None]:
    """Return the pinned split of every article."""
    folder = CollectionFolder(collection)
    return {name: folder.metadata(name).pinned_split for name in folder.article_ids()}


def edit(path: Path, old: str, new: str) -> None:
    """Change the first place at which some words stand in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_first_release(collection: Path) -> None:
    """Is the version that the collection names; every article keeps its split from now on."""
    before = tree(collection)
    release(collection, "The beginning.")
    after = tree(collection)
    assert {name for name in after if before.get(name) != after[name]} == {
        "CHANGELOG.md",
        "card.md",
        "releases/0.1.0.json",
        "releases/0.1.0.records.tsv",
        *(f"articles/pont-{number}/article.yaml" for number in (1, 2, 3)),
    }
    assert set(splits(collection).values()) == {Split.TRAIN}
    past = past_release(CollectionFolder(collection), "0.1.0")
    assert (past.previous, past.bump, past.released, past.note) == (None, None, TODAY, "The beginning.")
    assert "## 0.1.0 (2026-11-26)\n\nThe beginning.\n\nThe first release: 3 articles, 6 quotes" in (
        after["CHANGELOG.md"].decode()
    )
    assert "| version | 0.1.0 |" in after["card.md"].decode()
    assert list(check_collection(CollectionFolder(collection), TODAY)) == []


def test_one_line_of_an_article_changes(collection: Path) -> None:
    """The pin is added, and nothing else in the file is touched, a comment among it."""
    path = collection / "articles/pont-1/article.yaml"
    path.write_text("# A comment.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    with_null = collection / "articles/pont-2/article.yaml"
    with_null.write_text("pinned_split: null\n" + with_null.read_text(encoding="utf-8"), encoding="utf-8")
    rest = with_null.read_text(encoding="utf-8").split("\n", 1)[1]
    release(collection)
    assert path.read_text(encoding="utf-8") == before + "pinned_split: train\n"
    assert with_null.read_text(encoding="utf-8") == "pinned_split: train\n" + rest


@pytest.mark.parametrize("tail", ["...\n", "note_to_self: |\n  pinned_split: null\n"])
def test_an_unusual_article_file_is_pinned_all_the_same(collection: Path, tail: str) -> None:
    """Where one line is not enough, the document is edited as a whole; it means the same but for the pin."""
    path = collection / "articles/pont-1/article.yaml"
    text = path.read_text(encoding="utf-8")
    assert "\ntitle: " in text
    if tail.startswith("note"):
        text = text.replace("\ntitle: ", '\npublished_note: |\n  pinned_split: null\ntitle: "1"\nbyline: ')
        tail = ""
    path.write_text(text + tail, encoding="utf-8")
    metadata = CollectionFolder(collection).metadata("pont-1")
    release(collection)
    assert CollectionFolder(collection).metadata("pont-1") == metadata.model_copy(update={"pinned_split": Split.TRAIN})


def test_a_build_of_what_was_released_is_known_as_that(collection: Path, tmp_path: Path) -> None:
    """And a build of anything else under the same version is not."""
    build(collection, tmp_path / "built")
    assert not read_release(tmp_path / "built").released
    prepared = release(collection)
    built = build(collection, tmp_path / "built")
    assert (built.released, built.digest) == (True, prepared.past.digest)
    edit(collection / "articles/pont-1/annotations.yaml", "speaker_kind: named", "speaker_kind: nominal")
    assert not build(collection, tmp_path / "built").released


def test_additions_are_a_minor_version(collection: Path) -> None:
    """They need no reason, and the new article alone is pinned."""
    release(collection)
    write_article(collection, "pont-4")
    prepared = release(collection)
    assert (prepared.past.version, prepared.past.bump, prepared.newly_pinned) == ("0.1.1", Bump.MINOR, 1)
    changelog = (collection / "CHANGELOG.md").read_text(encoding="utf-8")
    assert changelog.index("## 0.1.1") < changelog.index("## 0.1.0")
    assert "Only additions. Compared with 0.1.0." in changelog
    assert "| articles | 1 | 0 | 0 |" in changelog
    assert CollectionFolder(collection).registry().collection.version == "0.1.1"


def test_an_edit_needs_a_reason(collection: Path) -> None:
    """Without one it is refused and nothing is written; with one it stands in the changelog and in the history."""
    release(collection)
    edit(collection / "articles/pont-1/annotations.yaml", "speaker_kind: named", "speaker_kind: nominal")
    before = tree(collection)
    with pytest.raises(CorpusError, match=r"no reason.*SC905"):
        release(collection)
    assert tree(collection) == before
    prepared = release(collection, "The ministry was taken for a person.")
    assert (prepared.past.version, prepared.past.bump) == ("0.2.0", Bump.MAJOR)
    assert "The ministry was taken for a person." in (collection / "CHANGELOG.md").read_text(encoding="utf-8")
    assert past_versions(CollectionFolder(collection)) == ["0.1.0", "0.2.0"]


def test_no_change_needs_a_reason(collection: Path) -> None:
    """The same records again are a patch, and somebody has to say what it is good for."""
    release(collection)
    with pytest.raises(CorpusError, match=r"the same records as 0\.1\.0"):
        release(collection)
    assert release(collection, "Written with larger row groups.").past.version == "0.1.1"


def test_the_first_stable_release(collection: Path) -> None:
    """From 1.0.0 on an edit is a new first number."""
    release(collection)
    write_article(collection, "pont-4")
    assert release(collection, stable=True).past.version == "1.0.0"
    write_article(collection, "pont-5")
    assert release(collection).past.version == "1.1.0"
    edit(collection / "actors.yaml", "minister of roads", "minister of bridges")
    assert release(collection, "Her office was wrong.").past.version == "2.0.0"


def test_a_version_that_somebody_typed_is_refused(collection: Path) -> None:
    """It follows from what changed."""
    release(collection)
    edit(collection / "collection.yaml", 'version: "0.1.0"', 'version: "0.9.0"')
    with pytest.raises(CorpusError, match=r"collection\.yaml.*SC905"):
        release(collection, "Better.")


def test_a_collection_that_grows_moves_no_released_article(tmp_path: Path) -> None:
    """Small collections have a train split alone; what was released there stays there when there are enough for all."""
    collection = small_collection(tmp_path / "growing", 20)
    release(collection)
    first = splits(collection)
    assert set(first.values()) == {Split.TRAIN}
    for number in range(21, 61):
        write_article(collection, f"pont-{number}")
    prepared = release(collection)
    later = splits(collection)
    assert {name: later[name] for name in first} == first
    assert set(later.values()) == set(Split)
    assert prepared.past.bump is Bump.MINOR


def test_a_dry_run_writes_nothing(collection: Path) -> None:
    """It tells what would be, refusals among it, and raises none of them."""
    before = tree(collection)
    assert release(collection, dry_run=True).past.version == "0.1.0"
    assert tree(collection) == before
    release(collection)
    before = tree(collection)
    assert [finding.code for finding in release(collection, dry_run=True).refusals] == ["SC905"]
    assert tree(collection) == before


def break_a_span(collection: Path) -> None:
    """Make a check fail."""
    edit(collection / "articles/pont-1/annotations.yaml", "text: Selon", "text: selon")


def break_the_card(collection: Path) -> None:
    """Make the card one that cannot be refreshed."""
    (collection / "card.md").write_text("no front matter", encoding="utf-8")


@pytest.mark.parametrize(("break_", "code"), [(break_a_span, "SC401"), (break_the_card, "SC106")])
def test_a_check_that_fails_stops_a_release(collection: Path, break_: Callable[[Path], None], code: str) -> None:
    """Whatever would fail a build."""
    break_(collection)
    before = tree(collection)
    with pytest.raises(CorpusError, match=code):
        release(collection, "Anyway.")
    assert tree(collection) == before


def test_uncommitted_files_stop_a_release(collection: Path) -> None:
    """Changed, new and deleted ones of this collection; those of its neighbours do not."""
    git(collection, "init")
    (collection.parent / "unrelated.txt").write_text("not committed")
    for change in (
        lambda: None,
        lambda: edit(collection / "card.md", "# Kalindo", "# The Kalindo"),
        lambda: (collection / "guidelines").mkdir() or (collection / "guidelines/a.md").write_text("new"),
        (collection / "guidelines/a.md").unlink,
    ):
        change()
        with pytest.raises(CorpusError, match="SC904"):
            release(collection)
        git(collection, "add", collection.name)
        git(collection, "commit", "--message", "a state", "--", collection.name)
    prepared = release(collection)
    assert prepared.in_git
    assert "unrelated.txt" in git(collection, "status", "--porcelain")


def test_a_card_beside_the_collection_counts_as_its_own(collection: Path) -> None:
    """Where it lies elsewhere in the tree it is written, and has to be committed, too."""
    (collection / "card.md").rename(collection.parent / "the card.md")
    (collection / "collection.yaml").write_text(
        (collection / "collection.yaml").read_text(encoding="utf-8") + 'card: "../the card.md"\n', encoding="utf-8"
    )
    git(collection, "init")
    git(collection, "add", ".")
    git(collection, "commit", "--message", "all")
    edit(collection.parent / "the card.md", "# Kalindo", "# The Kalindo")
    with pytest.raises(CorpusError, match=r"the card\.md"):
        release(collection)
    git(collection, "commit", "--all", "--message", "all")
    assert collection.parent / "the card.md" in release(collection).cards
    assert "| version | 0.1.0 |" in (collection.parent / "the card.md").read_text(encoding="utf-8")


def test_outside_git_nothing_is_said_about_commits(collection: Path) -> None:
    """It is released, and the caller knows that nobody looked."""
    assert not release(collection).in_git


def test_two_releases_at_once(collection: Path, tmp_path: Path) -> None:
    """One goes on, the other is told so; nor is anything built meanwhile."""
    with releasing(collection, Terms(today=TODAY)):
        for second in (lambda: release(collection), lambda: build(collection, tmp_path / "built")):
            with pytest.raises(CorpusError, match="SC115"):
                second()
    assert past_versions(CollectionFolder(collection)) == ["0.1.0"]


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"collection": "kalindo"}', b"\xff"])
def test_a_broken_history_is_one_clear_error(collection: Path, content: bytes) -> None:
    """The error names the file."""
    release(collection)
    (collection / "releases/0.1.0.json").write_bytes(content)
    with pytest.raises(CorpusError, match=r"releases/0\.1\.0\.json"):
        release(collection, "Again.")


def test_what_lies_beside_a_history_is_no_version(collection: Path) -> None:
    """Versions are three numbers, told apart as numbers."""
    folder = collection / "releases"
    folder.mkdir()
    for name in ("0.9.0.json", "0.10.0.json", "notes.json", "1.0.json", "0.9.0.records.tsv", "0.01.0.json"):
        (folder / name).write_text("{}")
    assert past_versions(CollectionFolder(collection)) == ["0.9.0", "0.10.0"]


def test_the_history_holds_digests_and_no_text(collection: Path) -> None:
    """What is removed later must not live on in it."""
    release(collection)
    whole = b"".join(content for name, content in tree(collection).items() if name.startswith("releases/")).decode()
    assert "parole" not in whole
    assert "Le pont de Sarrune rouvre" not in whole
    assert json.loads((collection / "releases/0.1.0.json").read_text(encoding="utf-8"))["tables"][0]["rows"] == 3
