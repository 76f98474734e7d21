"""The extractor against the table of hard cases, one by one; what it still gets wrong is listed by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.store.yaml_reading import read_yaml

FOLDER = Path(__file__).parent
CASES: list[dict[str, Any]] = read_yaml((FOLDER / "cases.yaml").read_text(encoding="utf-8"), "cases.yaml")
KNOWN = set((FOLDER / "known_failures.txt").read_text(encoding="utf-8").split())


def is_right(case: dict[str, Any]) -> bool:
    """Say whether exactly the expected quotations are found, each with at least 0.8 of its characters in common."""
    found = [_code_points(quote.segments) for quote in extract_quotes(case["text"], case["lang"])]
    if len(found) != len(case["quotes"]):
        return False
    for quote in case["quotes"]:
        wanted = _code_points(_places(case["text"], quote["segments"]))
        best = max(found, key=lambda one: len(one & wanted) / len(one | wanted))
        if len(best & wanted) / len(best | wanted) < 0.8:
            return False
        found.remove(best)
    return True


def _places(text: str, segments: list[str]) -> list[tuple[int, int]]:
    places, after = [], 0
    for segment in segments:
        start = text.index(segment, after)
        after = start + len(segment)
        places.append((start, after))
    return places


def _code_points(places: Any) -> set[int]:
    return {place for start, end in places for place in range(start, end)}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_hard_case(case: dict[str, Any]) -> None:
    """Right, or a known failure: one that is mended has to leave the list, so that it cannot come back unseen."""
    assert is_right(case) != (case["id"] in KNOWN), case["why"]


def test_known_failures_are_cases() -> None:
    """The list names cases of the table, each once."""
    names = (FOLDER / "known_failures.txt").read_text(encoding="utf-8").split()
    assert len(names) == len(set(names))
    assert set(names) <= {case["id"] for case in CASES}
