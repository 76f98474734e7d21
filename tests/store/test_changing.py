"""Several files of a collection change together or not at all, and one process at a time changes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from making import tree

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store import changing
from sahelcorpus.store.atomic import folder_aside
from sahelcorpus.store.changing import Change, finish_changes, one_change
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.locking import folder_locked, name_locked


class Died(BaseException):
    """Stands for the death of a process within one."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a few files."""
    path = tmp_path / "things"
    (path / "sub").mkdir(parents=True)
    (path / "a").write_bytes(b"old a")
    (path / "sub/b").write_bytes(b"old b")
    (path / "gone").mkdir()
    (path / "gone/c").write_bytes(b"old c")
    return path


def fill(change: Change) -> None:
    """Change what the folder holds."""
    change.write("a", b"new a")
    change.write("new/deep/d", b"new d")
    change.remove("gone")
    change.remove("never-there")
    change.write("sub/b", b"new b")


AFTER = {"a": b"new a", "new/deep/d": b"new d", "sub/b": b"new b"}


def test_a_change_is_made_when_its_block_ends(folder: Path) -> None:
    """Not a byte earlier, and nothing of its making is left."""
    before = tree(folder)
    with one_change(folder) as change:
        fill(change)
        assert {name: content for name, content in tree(folder).items() if not name.startswith(".")} == before
    assert tree(folder) == AFTER
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_a_block_that_raises_changes_nothing(folder: Path) -> None:
    """And leaves nothing behind."""
    before = tree(folder)
    with pytest.raises(ZeroDivisionError), one_change(folder) as change:
        fill(change)
        _ = 1 / 0
    assert tree(folder) == before


def test_what_is_equal_is_not_touched(folder: Path) -> None:
    """A change that changes nothing leaves every file as it is, also one that is given in parts."""
    before = tree(folder)
    stamp = (folder / "a").stat().st_mtime_ns
    with one_change(folder) as change:
        change.write("a", b"old a")
        change.write("a", iter([b"old", b" a"]))
    assert (folder / "a").stat().st_mtime_ns == stamp
    assert tree(folder) == before


def test_the_last_word_on_a_file_holds(folder: Path) -> None:
    """A file that is written twice within a change is what was written last, also if that is what it was."""
    with one_change(folder) as change:
        change.write("a", b"new a")
        change.write("a", b"old a")
    assert (folder / "a").read_bytes() == b"old a"


@pytest.mark.parametrize("steps_done", range(5))
def test_a_change_that_was_made_is_finished_by_the_next_who_opens(
    folder: Path, monkeypatch: pytest.MonkeyPatch, steps_done: int
) -> None:
    """However many of its steps were carried out when the process died."""
    left = [steps_done]
    put, rename = changing._put, Path.rename

    def counted(work: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: Path) -> object:
            if arguments[0].name != ".change.aside":  # the moment of the change itself
                left[0] -= 1
                if left[0] < 0:
                    raise Died
            return work(*arguments)

        return step

    monkeypatch.setattr(changing, "_put", counted(put))
    monkeypatch.setattr(Path, "rename", counted(rename))
    with pytest.raises(Died), one_change(folder) as change:
        fill(change)
    monkeypatch.undo()
    assert (folder / ".change").is_dir()
    finish_changes(folder)
    assert tree(folder) == AFTER
    finish_changes(folder)
    assert tree(folder) == AFTER


def interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a change made, and none of its steps carried out."""

    def die(_: Path) -> None:
        raise Died

    monkeypatch.setattr(changing, "_carry_out", die)
    with pytest.raises(Died), one_change(folder) as change:
        fill(change)
    monkeypatch.undo()


def test_a_file_edited_since_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who edits between an interrupted change and its finishing is told, and keeps the edit."""
    interrupted(folder, monkeypatch)
    (folder / "sub/b").write_bytes(b"edited")
    with pytest.raises(CorpusError, match=r"sub/b.*SC116"):
        finish_changes(folder)
    assert (folder / "sub/b").read_bytes() == b"edited"
    assert (folder / "a").read_bytes() == b"old a"


def test_a_change_that_came_with_a_copy_is_not_carried_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A collection from elsewhere cannot make its reader write files by a list of steps that lies in it."""
    interrupted(folder, monkeypatch)
    shutil.copytree(folder, tmp_path / "copy")
    with pytest.raises(CorpusError, match="SC116"):
        finish_changes(tmp_path / "copy")
    assert (tmp_path / "copy/a").read_bytes() == b"old a"


def test_names_that_lead_out_are_refused(folder: Path, tmp_path: Path) -> None:
    """By dots, from the root, or through a link; the card may lie elsewhere, and is named."""
    (folder / "link").symlink_to(tmp_path)
    for name in ("../x", "/x", "sub/../../x", "link/x", ""):
        with pytest.raises(CorpusError, match="SC114"), one_change(folder) as change:
            change.write(name, b"x")
    with one_change(folder, outside={"../card.md"}) as change:
        change.write("../card.md", b"card")
    assert (tmp_path / "card.md").read_bytes() == b"card"


def test_a_disk_that_is_full_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says so."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = tree(folder)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CorpusError, match="no space left on the disk"), one_change(folder) as change:
        fill(change)
    assert tree(folder) == before


def test_one_change_at_a_time(folder: Path) -> None:
    """The second is refused in words, whether it is within this process or another, and the first goes on."""
    with one_change(folder) as change:
        change.write("a", b"new a")
        with pytest.raises(CorpusError, match="SC115"), one_change(folder):
            raise AssertionError
        finish_changes(folder)  # what is being prepared is not taken for what was left over
    assert (folder / "a").read_bytes() == b"new a"


def test_those_who_only_read_share(folder: Path) -> None:
    """Two builds of one collection may run at once; a change of it waits for neither, and says so."""
    shared = folder_locked(folder, shared=True)
    with shared, folder_locked(folder, shared=True), pytest.raises(CorpusError, match="SC115"), one_change(folder):
        raise AssertionError


def test_two_builds_into_one_place(tmp_path: Path) -> None:
    """One goes on, the other is refused, and no file of the lock is left."""
    with folder_aside(tmp_path / "built") as aside:
        (aside / "a").write_text("first")
        with pytest.raises(CorpusError, match="SC115"), folder_aside(tmp_path / "built"):
            raise AssertionError
    assert (tmp_path / "built/a").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["built"]


def test_the_lock_of_a_killed_process_is_no_lock(tmp_path: Path) -> None:
    """A file of a lock may lie there; what counts is whether a process holds it."""
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from sahelcorpus.store.locking import name_locked\n"
        "with name_locked(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "built")], check=False)
    assert (tmp_path / ".built.lock").exists()
    with name_locked(tmp_path / "built"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_opening_a_collection_finishes_its_change(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader never sees half of a change."""

    def die(_: Path) -> None:
        raise Died

    monkeypatch.setattr(changing, "_carry_out", die)
    with pytest.raises(Died), one_change(collection) as change:
        change.remove("articles/pont-2")
    monkeypatch.undo()
    assert CollectionFolder(collection).article_ids() == ["pont-1", "pont-3"]
