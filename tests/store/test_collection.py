"""A collection is read without surprises and saved without noise."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from making import TEXT, tree, write_article

from sahelcorpus.records import ArticleMetadata
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import Endorsement
from sahelcorpus.store.adding import add_article
from sahelcorpus.store.atomic import folder_aside, write_file
from sahelcorpus.store.collection import CollectionFolder


def save_all(path: Path) -> None:
    """Load everything and save it as it was loaded."""
    folder = CollectionFolder(path)
    registry = folder.registry()
    folder.save_registry("sources.yaml", list(registry.sources.values()))
    folder.save_registry("actors.yaml", list(registry.actors.values()))
    folder.save_registry("annotators.yaml", list(registry.annotators.values()))
    folder.save_registry("removals.yaml", list(registry.removals.values()))
    for article in folder.articles():
        folder.save_article(article)


def test_saving_what_was_loaded_changes_no_byte(collection: Path) -> None:
    """No reordering, no requoting, no new line."""
    before = tree(collection)
    save_all(collection)
    assert tree(collection) == before


def test_saving_the_real_collections_changes_no_byte(project: Path, tmp_path: Path) -> None:
    """The same holds for what is in the repository, comments and all."""
    import shutil

    for original in sorted((project / "corpus").iterdir()):
        copy = tmp_path / original.name
        shutil.copytree(original, copy)
        before = tree(copy)
        save_all(copy)
        assert tree(copy) == before


def test_changing_one_label_changes_one_line(collection: Path) -> None:
    """A corrected label is a diff of one line in one file."""
    folder = CollectionFolder(collection)
    before = tree(collection)
    article = folder.article("pont-2")
    stance = article.annotations.stances[0].model_copy(update={"endorsement": Endorsement.DISTANCED})
    stances = [stance, *article.annotations.stances[1:]]
    changed = article.annotations.model_copy(update={"stances": stances})
    folder.save_article(type(article)(article.folder, article.metadata, article.text, changed))
    after = tree(collection)
    (name,) = [name for name in before if before[name] != after[name]]
    assert name == "articles/pont-2/annotations.yaml"
    pairs = zip(before[name].splitlines(), after[name].splitlines(), strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == [
        (b"    endorsement: neutral_report", b"    endorsement: distanced")
    ]


def test_article_ids_are_sorted(collection: Path) -> None:
    """The order of articles never depends on the disk."""
    write_article(collection, "a-first")
    assert CollectionFolder(collection).article_ids() == ["a-first", "pont-1", "pont-2", "pont-3"]


def test_a_folder_without_collection_yaml_is_none(tmp_path: Path) -> None:
    """The error says what makes a collection."""
    with pytest.raises(CorpusError, match=r"SC112"):
        CollectionFolder(tmp_path)


def _break(path: Path, how: str) -> None:
    path.unlink(missing_ok=True)
    match how:
        case "directory":
            path.mkdir()
        case "broken link":
            path.symlink_to("nowhere")
        case "latin-1":
            path.write_bytes("déposé".encode("latin-1"))
        case "nul":
            path.write_bytes(b"title: a\0b")
        case "large":
            path.write_bytes(b"a" * 50_000_000)
        case _:
            pass


@pytest.mark.parametrize("name", ["text.txt", "article.yaml", "annotations.yaml"])
@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("missing", "SC101"),
        ("directory", "SC102"),
        ("broken link", "SC102"),
        ("large", "SC103"),
        ("latin-1", "SC104"),
        ("nul", "SC105"),
    ],
)
def test_a_broken_file_is_one_finding(collection: Path, name: str, how: str, code: str) -> None:
    """Each way a file can be broken has its code, and names the file."""
    _break(collection / "articles" / "pont-1" / name, how)
    with pytest.raises(CorpusError) as caught:
        CollectionFolder(collection).article("pont-1")
    (found,) = caught.value.findings
    assert (found.code, found.file) == (code, f"articles/pont-1/{name}")


def test_a_link_out_of_the_collection_is_refused(collection: Path, tmp_path: Path) -> None:
    """A link cannot pull other files of the machine into a dataset."""
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT, encoding="utf-8")
    text = collection / "articles" / "pont-1" / "text.txt"
    text.unlink()
    text.symlink_to(secret)
    with pytest.raises(CorpusError, match="SC114"):
        CollectionFolder(collection).article("pont-1")


def test_every_misfit_is_named_with_its_line(collection: Path) -> None:
    """All faults of a file are reported at once, each with place and line."""
    path = collection / "articles" / "pont-1" / "article.yaml"
    text = (
        path.read_text(encoding="utf-8")
        .replace('"2023-05-09"', '"2022-02-30"')
        .replace("origin: invented", "origin: x")
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        CollectionFolder(collection).article("pont-1")
    found = {finding.place: finding.line for finding in caught.value.findings}
    lines = text.splitlines()
    assert found == {
        "published": lines.index('published: "2022-02-30"') + 1,
        "origin": lines.index("origin: x") + 1,
    }


def test_an_article_is_added_wholly_or_not_at_all(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up in the middle leaves nothing behind."""
    folder = CollectionFolder(collection)
    metadata = folder.article("pont-1").metadata.to_plain() | {"article_id": "pont-9"}
    before = tree(collection)
    written = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "text.txt":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CorpusError, match="no space left") as caught:
        add_article(folder, ArticleMetadata.from_plain(metadata), TEXT)
    assert caught.value.findings[0].code == "SC113"
    assert tree(collection) == before


def test_an_interrupted_write_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is the old one until the new one is whole."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def interrupted(_: Path, __: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_folder_leaves_the_earlier_one(tmp_path: Path) -> None:
    """The folder is the old one until the new one is whole; what was left aside is cleared next time."""
    target = tmp_path / "dataset"
    with folder_aside(target) as aside:
        (aside / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt), folder_aside(target) as aside:
        (aside / "a").write_text("half")
        raise KeyboardInterrupt
    assert tree(target) == {"a": b"old"}
    (tmp_path / ".dataset.aside").mkdir()
    with folder_aside(target) as aside:
        (aside / "b").write_text("new")
    assert tree(target) == {"b": b"new"}
    assert list(tmp_path.iterdir()) == [target]


def test_the_swap_has_a_second_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two names in one step, two renames do, and nothing is left over."""
    import ctypes

    def no_library(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", no_library)
    target = tmp_path / "dataset"
    for word in ("old", "new"):
        with folder_aside(target) as aside:
            (aside / "a").write_text(word)
    assert tree(target) == {"a": b"new"}
    assert list(tmp_path.iterdir()) == [target]
