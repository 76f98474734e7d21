"""One writer at a time: locks of the operating system, which end with the process that holds them.

A lock is held on an open file, not by a file that lies about: none can be left behind by a process that was killed.
Windows has no such locks; there nothing keeps two writers apart.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

if sys.platform != "win32":
    import fcntl


def in_use(path: Path) -> CorpusError:
    """Return the error for a place at which another process is at work (SC115)."""
    return CorpusError(finding("SC115", str(path), "", "another process at work here", "one at a time"))


@contextmanager
def folder_locked(folder: Path, *, shared: bool = False, wait: bool = False) -> Iterator[None]:
    """Hold a folder that stays where it is, such as a collection's, while the block runs.

    The lock is on the folder itself: nothing is written, so that a folder one may only read can be held too.

    Args:
        folder: The folder.
        shared: Hold it together with others who do not change it.
        wait: Wait for whoever holds it, instead of raising.

    Raises:
        CorpusError: if another process holds it (SC115).
        OSError: if the folder cannot be opened.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise in_use(folder) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def name_locked(path: Path) -> Iterator[None]:
    """Hold a name at which a folder is put by renaming, by a file beside it that is gone afterwards.

    Raises:
        CorpusError: if another process holds it (SC115).
        OSError: if the file cannot be made.
    """
    if sys.platform == "win32":
        yield
        return
    beside = path.with_name(f".{path.name}.lock")
    while True:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(beside, handle):
                break
        except BlockingIOError:
            os.close(handle)
            raise in_use(path) from None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it has taken the file away since we opened it: make it anew
    try:
        yield
    finally:
        beside.unlink(missing_ok=True)
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    ours = os.fstat(handle)
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
