"""Which version comes next follows from what changed."""

from __future__ import annotations

import pytest

from sahelcorpus.records.vocabulary import Bump
from sahelcorpus.release.versions import next_version, parsed


@pytest.mark.parametrize(
    ("version", "bump", "follows"),
    [
        ("1.2.3", Bump.PATCH, "1.2.4"),
        ("1.2.3", Bump.MINOR, "1.3.0"),
        ("1.2.3", Bump.MAJOR, "2.0.0"),
        ("0.2.3", Bump.PATCH, "0.2.4"),
        ("0.2.3", Bump.MINOR, "0.2.4"),
        ("0.2.3", Bump.MAJOR, "0.3.0"),
        ("0.0.0", Bump.MAJOR, "0.1.0"),
        ("9.9.9", Bump.MAJOR, "10.0.0"),
    ],
)
def test_the_next_version(version: str, bump: Bump, follows: str) -> None:
    """By Croissant's rules; before 1.0.0 one place further down."""
    assert next_version(version, bump) == follows
    assert parsed(follows) > parsed(version)


@pytest.mark.parametrize("bump", list(Bump))
def test_the_time_before_one_ends_once(bump: Bump) -> None:
    """Whatever changed, the first stable version is 1.0.0; afterwards there is no such step any more."""
    assert next_version("0.7.2", bump, stable=True) == "1.0.0"
    assert next_version("1.0.0", bump, stable=True) == next_version("1.0.0", bump)


def test_versions_are_compared_as_numbers() -> None:
    """Not as words: 0.10.0 comes after 0.9.0."""
    assert parsed("0.10.0") > parsed("0.9.0")
