"""What a version means, and which one comes next: computed from what changed, typed by nobody.

The rules are those that Croissant recommends: with the same records written anew, the last number rises; with additions
alone, the middle one; with anything edited or removed, the first. Croissant says nothing of versions before 1.0.0, in
which a collection is still being made: there the same rules hold one place further down. An edit raises the middle
number, an addition or a new writing the last.
"""

from __future__ import annotations

from sahelcorpus.records.vocabulary import Bump


def parsed(version: str) -> tuple[int, int, int]:
    """Return the three numbers of a version, to compare by.

    Raises:
        ValueError: for anything but x.y.z.
    """
    first, middle, last = map(int, version.split("."))
    return first, middle, last


def next_version(version: str, bump: Bump, *, stable: bool = False) -> str:
    """Return the version that follows.

    Args:
        version: The last released one.
        bump: What the change amounts to.
        stable: End the time before 1.0.0 with this release.
    """
    first, middle, last = parsed(version)
    if first == 0:
        if stable:
            return "1.0.0"
        return f"0.{middle + 1}.0" if bump is Bump.MAJOR else f"0.{middle}.{last + 1}"
    if bump is Bump.MAJOR:
        return f"{first + 1}.0.0"
    return f"{first}.{middle + 1}.0" if bump is Bump.MINOR else f"{first}.{middle}.{last + 1}"
