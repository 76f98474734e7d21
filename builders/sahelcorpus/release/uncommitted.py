"""Which of a collection's files git does not have as they are."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path


def uncommitted(folder: Path, cards: Iterable[str]) -> list[str] | None:
    """Return the names of a collection's files that are changed or new beside what git has; None outside git.

    Args:
        folder: The collection's folder.
        cards: Its cards and the folder of their figures, as paths from there; they may lie elsewhere in the tree.
    """
    git = shutil.which("git")
    if git is None:
        return None
    # -z: names as they are, not quoted; paths are relative to the top of the tree
    command = [git, "-C", str(folder), "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--"]
    done = subprocess.run([*command, ".", *cards], capture_output=True, check=False)  # noqa: S603 - no shell, no user input
    if done.returncode != 0:
        return None
    entries = done.stdout.decode(errors="replace").split("\0")
    return sorted(entry[3:] for entry in entries if entry)
