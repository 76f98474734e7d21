"""The report says by what the scores come about: language, style, outlet, type, construction, confidence."""

from __future__ import annotations

from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.intervals import LEAST_DOCUMENTS, bootstrap, wilson
from sahelcorpus.annotate.evaluation.quote_errors import ErrorKind, errors
from sahelcorpus.annotate.evaluation.reliability import reliability
from sahelcorpus.annotate.evaluation.report import report
from sahelcorpus.annotate.evaluation.scored import Scored, Verdict, scored


def quote(start: int, end: int, kind: str = "direct", **more: Any) -> dict[str, Any]:
    return {"type": kind, "segments": [[start, end]], "cue": None, "speaker": None, **more}


def document(quotes: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": "a", "text": "x" * 200, "quotes": quotes, **more}


def test_by_language_style_and_outlet() -> None:
    """Each group has the scores of its documents, the same as if they were scored alone."""
    right = scored(document([quote(0, 10)], lang="fr", style="agency", outlet="One"), [quote(0, 10)])
    wrong = scored(document([quote(0, 10)], lang="en", style="blog", outlet="Two"), [])
    bare = scored(document([quote(0, 10)]), [quote(0, 9)])
    whole = report([right, wrong, bare])
    assert list(whole["by_language"]) == ["en", "fr", "und"]
    assert list(whole["by_style"]) == ["agency", "blog", "unknown"]
    assert list(whole["by_outlet"]) == ["One", "Two", "unknown"]
    assert whole["by_style"]["agency"] == whole["by_language"]["fr"] == report([right])["by_style"]["agency"]
    assert whole["by_style"]["agency"]["quote@0.5"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert whole["by_style"]["blog"]["quote@0.5"]["r"] == 0.0


def test_without_styles_there_is_no_table_of_them() -> None:
    """Nothing is called unknown where nobody said anything."""
    whole = report([scored(document([]), [])])
    assert whole["by_style"] == whole["by_outlet"] == {}


def test_by_type_has_precision_too() -> None:
    """Recall by the gold type, precision by the predicted one, at both thresholds."""
    gold = [quote(0, 10), quote(20, 30, "indirect"), quote(40, 50, "indirect")]
    found = [quote(0, 10), quote(20, 30), quote(100, 110, "mixed"), quote(40, 56, "indirect")]
    rows = report([scored(document(gold), found)])["by_type"]
    assert list(rows) == ["direct", "mixed", "indirect"]
    assert rows["direct"]["quote@0.5"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert rows["mixed"]["quote@0.5"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert rows["indirect"]["quote@0.5"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert rows["indirect"]["quote@0.8"] == {"p": 0.0, "r": 0.5, "f1": 0.0}
    assert (rows["direct"]["gold"], rows["direct"]["predicted"]) == (1, 2)


def test_by_construction_has_both_thresholds() -> None:
    """How many it gave, how many of them are right loosely and strictly, most first."""
    found = [quote(0, 10, construction="incise"), quote(20, 36, construction="colon"), quote(60, 70)]
    found.append(quote(80, 90, construction="colon"))
    rows = report([scored(document([quote(0, 10), quote(20, 30)]), found)])["by_construction"]
    assert list(rows) == ["colon", "incise", "unknown"]
    assert (rows["colon"]["predicted"], rows["colon"]["right@0.5"], rows["colon"]["right@0.8"]) == (2, 1, 0)
    assert (rows["colon"]["p@0.5"], rows["colon"]["p@0.8"], rows["incise"]["p@0.8"]) == (0.5, 0.0, 1.0)
    low, high = rows["colon"]["p@0.5_interval"]
    assert low < 0.5 < high


def test_groups_of_enough_documents_have_intervals() -> None:
    """F1 and recall at 0.5 and 0.8, for each group and type; under five documents there is none."""
    many = [
        scored(document([quote(0, 10)], style="agency"), [quote(0, 10)] if number % 2 else []) for number in range(20)
    ]
    few = [scored(document([quote(0, 10, "mixed")], style="blog"), []) for _ in range(LEAST_DOCUMENTS - 1)]
    whole = report(many + few)
    for row in (whole, whole["by_style"]["agency"], whole["by_type"]["direct"]):
        low, high = row["f1@0.5_interval"]
        assert low < row["quote@0.5"]["f1"] < high
        assert row["r@0.8_interval"][0] < row["quote@0.8"]["r"]
    assert whole["by_style"]["blog"]["f1@0.5_interval"] is None


def test_negatives_are_documents_without_gold() -> None:
    """How many of them were given a quotation, and which share that is; an optional one is no error."""
    spare = document([], optional=[quote(0, 10)])
    documents = [
        scored(document([]), [quote(0, 10)]),
        scored(document([]), []),
        scored(document([]), []),
        scored(spare, [quote(0, 10)]),
        scored(document([quote(0, 10)]), [quote(0, 10)]),
    ]
    found = report(documents)["negatives"]
    assert (found["documents"], found["given_a_quote"], found["share"]) == (4, 1, 0.25)
    assert report(documents[-1:])["negatives"]["share"] is None


JUDGED = document([quote(0, 10)], exhaustive=False, not_quote_cues=[[30, 35]], other_spans=[[60, 80], [90, 95]])
FOUND = [
    quote(0, 10, cue=[30, 35]),
    quote(40, 50, cue=[31, 34], construction="incise"),
    quote(62, 80, cue=[100, 104]),
    quote(120, 130),
]


def test_what_gold_that_is_not_exhaustive_proves() -> None:
    """A cue that is none proves a prediction wrong unless it meets gold; on other spans it is neither; else open."""
    one = scored(JUDGED, FOUND)
    assert one.verdicts() == [Verdict.RIGHT, Verdict.PROVEN_WRONG, Verdict.NEITHER, Verdict.OPEN]
    whole = report([one], exhaustive=False)
    assert whole["judged"] == {"right": 1, "proven_wrong": 1, "neither": 1, "open": 1}
    assert whole["by_construction"]["incise"]["proven_wrong"] == 1
    assert report([scored(document([]), FOUND)])["judged"] is None


def test_errors_on_gold_that_is_not_exhaustive() -> None:
    """Only what is proven wrong is spurious; what is neither is left out, what is open is called so."""
    told = errors(scored(JUDGED, FOUND), exhaustive=False)
    assert [error.kind for error in told] == [ErrorKind.SPURIOUS, ErrorKind.OPEN]
    assert [error.kind for error in errors(scored(JUDGED, FOUND))] == [ErrorKind.SPURIOUS] * 3


def test_recall_alone() -> None:
    """Where gold is not exhaustive there is no precision anywhere, no F1, and no word on confidences."""
    documents = [scored({**JUDGED, "style": "p", "lang": "f1"}, FOUND) for _ in range(9)]
    whole, alone = report(documents), report(documents, exhaustive=False)

    def keys(value: Any) -> set[str]:
        return (
            set(value) | {key for inner in value.values() for key in keys(inner)} if isinstance(value, dict) else set()
        )

    names = keys(alone) - {"p", "f1"}
    assert not [name for name in names if name.startswith(("p@", "f1@", "reliability"))]
    assert alone["quote@0.5"] == {"r": whole["quote@0.5"]["r"]}
    assert list(alone["by_style"]) == ["p"]
    assert alone["by_style"]["p"]["quote@0.5"] == alone["by_language"]["f1"]["quote@0.5"] == {"r": 1.0}
    assert alone["by_style"]["p"]["r@0.5_interval"] == (1.0, 1.0)


def _sure(confidence: float, *, right: int, wrong: int) -> list[Scored]:
    hit = scored(document([quote(0, 10)]), [quote(0, 10, confidence=confidence)])
    miss = scored(document([quote(0, 10)]), [quote(100, 110, confidence=confidence)])
    return [hit] * right + [miss] * wrong


def test_confidences_beside_what_was_right() -> None:
    """Each bin with its count, the mean stated, the share right, its interval, and which way it is off."""
    documents = _sure(0.9, right=90, wrong=10) + _sure(0.94, right=0, wrong=1)
    documents += _sure(0.3, right=50, wrong=0) + _sure(1.0, right=10, wrong=40)
    low, middle, high = reliability(documents)
    assert (low["from"], low["to"], low["predicted"], low["share"], low["stated_is"]) == (0.0, 0.5, 50, 1.0, "below")
    assert (middle["from"], middle["to"], middle["predicted"], middle["right"]) == (0.9, 0.95, 101, 90)
    assert middle["stated"] == pytest.approx(0.9004, abs=1e-4)
    assert middle["stated_is"] == "within"
    assert (high["to"], high["share"], high["stated_is"]) == (1.0, 0.2, "above")


def test_predictions_without_a_confidence_are_in_no_bin() -> None:
    """They are not taken for unsure ones."""
    assert reliability([scored(document([quote(0, 10)]), [quote(0, 10)])]) == []


def test_wilson_is_the_published_interval() -> None:
    """Eight of ten; never outside 0 to 1, none for nothing."""
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 0) is None
    low, high = wilson(5, 5) or (0, 0)
    assert low == pytest.approx(0.5655, abs=1e-4)
    assert high == 1.0


def test_the_bootstrap_draws_whole_documents() -> None:
    """Documents that are all alike leave no doubt, however few quotations they hold."""
    assert bootstrap([(1, 2)] * 8, lambda sums: [sums[0] / sums[1]]) == [(0.5, 0.5)]
    assert bootstrap([(1, 2)] * (LEAST_DOCUMENTS - 1), lambda sums: [sums[0] / sums[1]]) is None
