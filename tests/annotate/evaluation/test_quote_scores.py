"""Scores of an extractor, equal to the reference scorer's where that is at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.matching import matched, same_source
from sahelcorpus.annotate.evaluation.quote_errors import errors
from sahelcorpus.annotate.evaluation.quote_scores import document_counts, f1_interval, scores, summed
from sahelcorpus.annotate.quotes.interchange import plain_quotes

GOLD = Path(__file__).parents[4] / "shared" / "gold"


def quote(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"type": "direct", "segments": [[start, end]], "cue": None, "speaker": None, "speaker_name": None, **more}


def test_quotations_match_one_to_one_best_first() -> None:
    """A prediction that covers two gold ones is matched with the one it fits best."""
    gold = [quote(0, 10), quote(12, 40)]
    assert matched(gold, [quote(0, 40)], 0.5) == [(1, 0)]
    assert matched(gold, [quote(0, 40)], 0.8) == []


def test_a_second_reading_counts() -> None:
    """As do optional quotations: fitting one is no error."""
    gold = [quote(0, 10, alt_segments=[[0, 20]])]
    assert matched(gold, [quote(0, 20)], 0.8) == [(0, 0)]
    counts = document_counts(gold, [quote(0, 10), quote(50, 60)], optional=[quote(50, 60)])
    assert scores(counts)["quote@0.5"] == {"p": 1.0, "r": 1.0, "f1": 1.0}


def test_names_are_compared_folded() -> None:
    """Without accents, articles and titles; one within the other is the same source."""
    assert same_source("Élise Corvanne", "Mme Corvanne")
    assert not same_source("Élise Corvanne", "Awa Tindari")
    assert same_source(None, "")


def test_the_interval_holds_the_score() -> None:
    """And is the same each time."""
    counts = [document_counts([quote(0, 10)], [quote(0, 10)] if number % 3 else []) for number in range(60)]
    low, high = f1_interval(counts)
    assert low <= scores(summed(counts))["quote@0.5"]["f1"] <= high
    assert (low, high) == f1_interval(counts)


def test_errors_say_what_went_wrong() -> None:
    """Missed, spurious, wrong extent, wrong speaker, in context."""
    text = "x" * 100
    gold = [quote(0, 10), quote(20, 30), quote(40, 50, speaker=[52, 60])]
    found = [quote(20, 40), quote(40, 50, speaker=[70, 80]), quote(90, 95)]
    kinds = [error.kind for error in errors("a", gold, found)]
    assert kinds == ["missed", "spurious", "wrong speaker", "wrong extent"]
    assert "⟦xxxxx⟧" in next(error for error in errors("a", gold, found) if error.kind == "spurious").in_words(text)


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no development gold at {GOLD}: it is not part of the project")
@pytest.mark.parametrize("name", ["fr_framenet_sequoia", "fr_ud_gsd", "en_gum_wikinews"])
def test_equal_to_the_reference_scorer(name: str) -> None:
    """Every number, on every gold set."""
    spec = importlib.util.spec_from_file_location("reference", GOLD / "score.py")
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]
    predicted = [{"id": doc["id"], "quotes": plain_quotes(doc["text"], doc["lang"])} for doc in gold]
    counts = [document_counts(doc["quotes"], found["quotes"]) for doc, found in zip(gold, predicted, strict=True)]
    assert scores(summed(counts)) == reference.score(gold, predicted)
