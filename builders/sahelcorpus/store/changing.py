"""A change of several files of a collection that is made wholly or not at all, whenever the process dies.

What is to change is first written into a folder of its own, `.change.aside`, with a list of the steps. Renaming that
folder to `.change` is the one moment at which the change is made: before it, the collection is what it was; after it,
the steps are carried out, and if the process dies among them, whoever opens the collection next carries out the rest.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.atomic import cannot_write, sync_folder, write_file
from sahelcorpus.store.files import finding
from sahelcorpus.store.locking import folder_locked

_MADE = ".change"
_ASIDE = ".change.aside"
_STEPS = "steps.json"


class Change:
    """What one change writes and removes. Nothing of it is seen before the block that made it has ended well."""

    def __init__(self, folder: Path, outside: Collection[str]) -> None:
        """Begin a change of `folder`; `one_change` is the way to get one."""
        self._folder = folder
        self._outside = frozenset(outside)
        self._aside = folder / _ASIDE
        self._steps: list[dict[str, Any]] = []

    def write(self, name: str, content: bytes | Iterable[bytes]) -> None:
        """Make a file hold `content`; an equal file is not touched.

        Args:
            name: Path of the file from the collection's folder, with `/`; folders above it are made.
            content: What it shall hold, or its parts, such as lines, one after the other.

        Raises:
            CorpusError: for a name that leads out of the collection (SC114).
        """
        path = self._path(name)
        self._aside.mkdir(exist_ok=True)
        staged = self._aside / str(len(self._steps))
        with staged.open("wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        before, after = _digest(path), _digest(staged)
        if before == after and not any(step["name"] == name for step in self._steps):
            staged.unlink()
            return
        staged.chmod(path.stat().st_mode & 0o777 if before is not None else 0o644)
        self._steps.append({"do": "write", "name": name, "before": before, "after": after})

    def remove(self, name: str) -> None:
        """Take away a file, or a folder with all that is in it; what is not there is left alone.

        Raises:
            CorpusError: for a name that leads out of the collection (SC114).
        """
        path = self._path(name)
        if path.exists() or path.is_symlink():
            self._aside.mkdir(exist_ok=True)
            self._steps.append({"do": "remove", "name": name})

    def _path(self, name: str) -> Path:
        path = self._folder / name
        if name in self._outside or any(_is_below(name, place) for place in self._outside):
            return Path(os.path.normpath(path))
        parts = PurePosixPath(name).parts
        is_plain = bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute()
        # the last part may be a link: it is replaced or taken away itself, never followed
        if not is_plain or not path.parent.resolve().is_relative_to(self._folder.resolve()):
            raise CorpusError(finding("SC114", name, "", "a name that leads out", "a path inside the collection"))
        return path

    def make(self) -> None:
        """Make the change; `one_change` calls this when its block ends."""
        if not self._steps:
            return
        # a list that came with a copy of the folder names another folder's number, and is not trusted
        plain = {"made_in": self._aside.stat().st_ino, "steps": self._steps}
        write_file(self._aside / _STEPS, json.dumps(plain, ensure_ascii=False, indent=1).encode())
        sync_folder(self._aside)
        self._aside.rename(self._folder / _MADE)
        sync_folder(self._folder)
        _carry_out(self._folder)


@contextmanager
def one_change(folder: Path, *, outside: Collection[str] = ()) -> Iterator[Change]:
    """Give a change of a collection to fill; make it when the block ends well, and nothing of it if it raises.

    No other process changes the collection meanwhile. An earlier change that was interrupted is finished first.

    Args:
        folder: The collection's folder.
        outside: Names that lead out of the folder and may be written all the same, and folders (ending in `/`) in which
            any file may be: the cards and their figures, where they lie elsewhere.

    Raises:
        CorpusError: if another process is changing or building the collection (SC115), it cannot be written (SC113), or
            an earlier change cannot be finished (SC116).
    """
    try:
        with folder_locked(folder):
            _finish(folder)
            change = Change(folder, outside)
            try:
                yield change
                change.make()
            finally:
                _clear(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _is_below(name: str, place: str) -> bool:
    """Say whether a name lies right in one of the folders outside."""
    return (
        place.endswith("/")
        and name.startswith(place)
        and name.removeprefix(place) not in ("", ".", "..")
        and ("/" not in name.removeprefix(place))
    )


def finish_changes(folder: Path) -> None:
    """Finish what an interrupted change of a collection left to do; called whenever one is opened.

    Raises:
        CorpusError: if it cannot be finished (SC116) or written (SC113).
    """
    is_made = (folder / _MADE).is_dir()
    if not is_made and not (folder / _ASIDE).is_dir():
        return
    try:
        # steps that are under way in another process take moments; one that only prepares a change can take long
        with folder_locked(folder, wait=is_made):
            _finish(folder)
            _clear(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    except CorpusError as error:
        if error.findings[0].code != "SC115":
            raise


def _finish(folder: Path) -> None:
    made = folder / _MADE
    if not made.is_dir():
        _clear(folder)
        return
    plain = json.loads((made / _STEPS).read_text(encoding="utf-8"))
    if plain["made_in"] != made.stat().st_ino:
        found = "an unfinished change that came with a copy of the folder"
        raise CorpusError(finding("SC116", _MADE, "", found, "a collection whose last change is finished"))
    for number, step in enumerate(plain["steps"]):
        path = folder / step["name"]
        is_waiting = step["do"] == "write" and (made / str(number)).exists()
        if is_waiting and _digest(path) not in (step["before"], step["after"]):
            found = "a file that was edited after a change of it was interrupted"
            raise CorpusError(finding("SC116", step["name"], "", found, "the file as it was before that change"))
    _carry_out(folder)


def _carry_out(folder: Path) -> None:
    """Carry out the steps of the change that is made; those that were carried out already have nothing left to do."""
    made = folder / _MADE
    touched = set()
    for number, step in enumerate(json.loads((made / _STEPS).read_text(encoding="utf-8"))["steps"]):
        path = Path(os.path.normpath(folder / step["name"]))
        if step["do"] == "remove":
            taken = made / f"removed-{number}"
            if (path.exists() or path.is_symlink()) and not taken.exists():
                path.rename(taken)
        elif (staged := made / str(number)).exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(staged, path)
        touched.add(path.parent)
    for parent in touched:
        if parent.is_dir():
            sync_folder(parent)
    made.rename(folder / _ASIDE)  # half of a folder of steps must never be taken for the whole
    _clear(folder)


def _put(staged: Path, path: Path) -> None:
    try:
        staged.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_file(path, staged.read_bytes())  # on another disk, where a card may lie
        staged.unlink()


def _clear(folder: Path) -> None:
    shutil.rmtree(folder / _ASIDE, ignore_errors=True)


def _digest(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
