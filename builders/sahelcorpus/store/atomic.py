"""Writes that leave either the earlier state or the new one, never half of each: write aside, then rename."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding
from sahelcorpus.store.locking import name_locked

_RENAME_EXCHANGE = 2  # linux/fs.h: swap two names in one step
_AT_FDCWD = -100


def cannot_write(path: Path, error: OSError) -> CorpusError:
    """Return the error for a place that cannot be written (SC113), in words that say what to do."""
    reason = {errno.ENOSPC: "no space left on the disk", errno.EROFS: "a read-only disk", errno.EACCES: "no permission"}
    found = reason.get(error.errno or 0, error.strerror or str(error))
    return CorpusError(finding("SC113", str(path), "", found, "a place that can be written; nothing there was changed"))


def write_file(path: Path, content: bytes) -> None:
    """Write a file wholly or not at all; an equal file is not touched.

    Raises:
        CorpusError: if the place cannot be written (SC113).
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".aside", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise cannot_write(path, error) from error


@contextmanager
def folder_aside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target` to fill; put it in `target`'s place when the block ends well.

    If the block raises, or the process dies, `target` is what it was. What earlier interrupted runs left aside is
    removed first. Of two processes at once, one goes on and the other is refused.

    Raises:
        CorpusError: if the place cannot be written (SC113), or another process is writing it (SC115).
    """
    aside = target.with_name(f".{target.name}.aside")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with name_locked(target):
            _put_back(aside, target)
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir()
            try:
                yield aside
                _sync_all(aside)
                if target.exists():
                    _swap(aside, target)
                else:
                    aside.rename(target)
                sync_folder(target.parent)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise cannot_write(target, error) from error


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk.

    Raises:
        OSError: if the folder cannot be opened.
    """
    if os.name == "nt":  # where a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() or path.is_dir():
            sync_folder(path)  # of a file: until its bytes are
    sync_folder(folder)


def _earlier(aside: Path) -> Path:
    return aside.with_name(aside.name + ".earlier")


def _put_back(aside: Path, target: Path) -> None:
    """Where two folders could not be exchanged in one step and the process died between the two: undo the first."""
    earlier = _earlier(aside)
    if earlier.is_dir():
        if target.exists():
            shutil.rmtree(earlier)
        else:
            earlier.rename(target)


def _swap(aside: Path, target: Path) -> None:
    """Exchange two folders: in one step where the system can, else in two with the earlier one put back on failure."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        renameat2 = None
    if renameat2 is not None:
        names = (os.fsencode(aside), os.fsencode(target))
        if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
            return
    earlier = _earlier(aside)
    target.rename(earlier)
    try:
        aside.rename(target)
    except OSError:
        earlier.rename(target)
        raise
    earlier.rename(aside)
