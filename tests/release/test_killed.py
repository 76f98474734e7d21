"""A process that is killed at any of its writes leaves a collection or a dataset as it was, or as it was to be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making import tree

from sahelcorpus.release.past import past_versions
from sahelcorpus.release.verification import verify
from sahelcorpus.store.collection import CollectionFolder

SCRIPT = Path(__file__).parents[1] / "killing.py"
WORKS = ["build", "rebuild", "release", "second release", "save", "remove", "card"]
POINTS_IN_ALL = 400
"""Fewer points than this in all works together, and the sweep would not be what it says."""


def swept(scratch: Path, name: str, step: int) -> tuple[int, list[dict[str, Any]]]:
    """Kill one piece of work at every `step`-th write; return how many there are, and what was found at each."""
    command = [sys.executable, str(SCRIPT), str(scratch), name, str(step)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    first, *rest = map(json.loads, done.stdout.splitlines())
    return first["points"], rest


def holds(found: list[dict[str, Any]]) -> None:
    """Assert that every point left one of the two states, and nothing else."""
    for one in found:
        assert one["killed"], one
        assert one["clean"], one
        assert one["state"] in {"before", "after", "before, then after"}, one
        assert one["left"] == [], one


@pytest.mark.parametrize(("name", "step"), [("rebuild", 25), ("second release", 33), ("save", 9), ("remove", 9)])
def test_killed_at_some_of_its_writes(tmp_path: Path, name: str, step: int) -> None:
    """The tree is wholly before or wholly after, and the work can be done again."""
    _, found = swept(tmp_path, name, step)
    assert len(found) > 3
    assert {one["state"].split(",")[0] for one in found} >= {"before"}
    holds(found)


@pytest.mark.slow
def test_killed_at_every_write(tmp_path: Path) -> None:
    """All of them, of a build, a release, a removal, and a change of several files: hundreds."""
    total = 0
    for name in WORKS:
        (tmp_path / name).mkdir()
        points, found = swept(tmp_path / name, name, 1)
        assert len(found) == points
        assert {one["state"].split(",")[0] for one in found} == {"before", "after"}, name
        holds(found)
        total += points
    assert total >= POINTS_IN_ALL


def race(*commands: list[str]) -> list[tuple[int, str]]:
    """Start commands of ours at once; return exit status and errors of each."""
    started = [
        subprocess.Popen([sys.executable, "-m", "sahelcorpus.cli", *command], stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    return [(process.wait(), process.communicate()[1]) for process in started]


def test_two_releases_at_once(collection: Path) -> None:
    """One wins; the other says that somebody is at work, or, come too late, that nothing is left to release."""
    ended = race(*[["release", str(collection)]] * 2)
    assert sorted(status for status, _ in ended) == [0, 1]
    (said,) = [err for status, err in ended if status]
    assert "SC115 in-use" in said or "SC905 release-unexplained" in said
    assert past_versions(CollectionFolder(collection)) == ["0.1.0"]
    assert [name for name in tree(collection) if name.startswith(".")] == []


def test_two_builds_into_one_place_at_once(collection: Path, tmp_path: Path) -> None:
    """What lies there afterwards is one whole dataset."""
    ended = race(*[["build", str(collection), "-o", str(tmp_path / "built")]] * 2)
    assert 0 in [status for status, _ in ended]
    assert all("SC115 in-use" in err for status, err in ended if status)
    assert verify(tmp_path / "built")[1] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "kalindo"]
