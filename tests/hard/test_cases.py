"""The table of hard cases is sound: what it expects stands in its texts, and it asks enough."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.store.yaml_reading import read_yaml

CASES: list[dict[str, Any]] = read_yaml(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), "cases.yaml"
)


def test_there_are_enough_and_a_third_are_negative() -> None:
    """At least 150 cases, French and English, with at least a third in which nothing is a quotation."""
    assert len(CASES) >= 150
    assert sum(not case["quotes"] for case in CASES) >= len(CASES) / 3
    assert {"fr", "en"} <= {case["lang"] for case in CASES}


def test_ids_and_texts_are_unique() -> None:
    """No case stands twice."""
    for field in ("id", "text"):
        assert [value for value, count in Counter(case[field] for case in CASES).items() if count > 1] == []


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case_is_sound(case: dict[str, Any]) -> None:
    """Segments stand in the text in order; cue and speaker are words of it; every case says why it is hard."""
    text = case["text"]
    assert case["why"]
    assert case["tags"]
    for quote in case["quotes"]:
        assert quote["type"] in {"direct", "mixed", "indirect"}
        place = 0
        for segment in quote["segments"]:
            assert segment.strip() == segment
            place = text.index(segment, place) + len(segment)
        for field in ("cue", "speaker"):
            assert quote[field] is None or quote[field] in text
        assert (quote["cue"] is None) == (quote["lemma"] is None)
