"""Scores of an extractor, equal to the reference scorer's where that is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.documents import read_documents
from sahelcorpus.annotate.evaluation.matching import matched, same_source
from sahelcorpus.annotate.evaluation.quote_errors import errors
from sahelcorpus.annotate.evaluation.quote_scores import document_counts, interval_counts, intervals, scores, summed
from sahelcorpus.annotate.evaluation.report import report
from sahelcorpus.annotate.evaluation.scored import scored
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
    found = intervals(map(interval_counts, counts))
    for threshold in ("0.5", "0.8"):
        for measure in ("f1", "r"):
            low, high = found[f"{measure}@{threshold}_interval"]
            assert 0 < low < scores(summed(counts))[f"quote@{threshold}"][measure] < high < 1
    assert found == intervals(map(interval_counts, counts))


def test_errors_say_what_went_wrong() -> None:
    """Missed, spurious, wrong extent, wrong speaker, in context."""
    document = {"id": "a", "text": "x" * 100}
    gold = [quote(0, 10), quote(20, 30), quote(40, 50, speaker=[52, 60])]
    found = [quote(20, 40), quote(40, 50, speaker=[70, 80]), quote(90, 95)]
    told = list(errors(scored(document | {"quotes": gold}, found)))
    assert [error.kind for error in told] == ["missed", "spurious", "wrong speaker", "wrong extent"]
    assert "⟦xxxxx⟧" in next(error for error in told if error.kind == "spurious").in_words()


def test_second_readings_are_no_errors() -> None:
    """Neither an extent that fits the second reading, nor a prediction that fits an optional quotation."""
    document = {
        "id": "a",
        "text": "x" * 100,
        "quotes": [quote(0, 10, alt_segments=[[0, 20]])],
        "optional": [quote(50, 60)],
    }
    assert list(errors(scored(document, [quote(0, 20), quote(50, 60)]))) == []


def test_errors_fit_the_terminal() -> None:
    """Words are kept whole and lines within the width, those of other scripts too."""
    text = "Le préfet du cercle a longuement expliqué aux habitants réunis que la route serait fermée demain.\n" * 3
    start = text.index("la route")
    document = {"id": "a-document-of-some-length", "text": text, "lang": "fr", "style": "newspaper"}
    document |= {"outlet": "Le Courrier de Sarrune et de toute sa région", "quotes": [quote(start, start + 30)]}
    for width in (40, 60, 80):
        words = [error.in_words(width) for error in errors(scored(document, []))]
        assert max(len(line) for word in words for line in word.split("\n")) <= width
        assert "⟦la route" in words[0].replace("\n         ", " ")


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no development gold at {GOLD}: it is not part of the project")
@pytest.mark.parametrize("name", ["fr_framenet_sequoia", "fr_ud_gsd", "en_gum_wikinews"])
def test_equal_to_the_reference_scorer(name: str) -> None:
    """Every number, on every gold set."""
    spec = importlib.util.spec_from_file_location("reference", GOLD / "score.py")
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    gold = read_documents(GOLD / f"{name}.jsonl", gold=True)
    predicted = [{"id": doc["id"], "quotes": plain_quotes(doc["text"], doc["lang"])} for doc in gold]
    counts = [document_counts(doc["quotes"], found["quotes"]) for doc, found in zip(gold, predicted, strict=True)]
    wanted = reference.score(gold, predicted)
    assert scores(summed(counts)) == wanted
    whole = report([scored(doc, found["quotes"]) for doc, found in zip(gold, predicted, strict=True)])
    assert {name: whole[name] for name in wanted} == wanted
