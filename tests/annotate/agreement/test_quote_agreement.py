"""Agreement on quotations is computed as it is defined, over readings of whole articles."""

from __future__ import annotations

from typing import Any

import pytest

from sahelcorpus.annotate.agreement.quotes import QuoteAgreement, quote_agreement, quote_pairs
from sahelcorpus.annotate.agreement.stances import PUBLISHED
from sahelcorpus.annotate.evaluation.matching import characters, overlap


def spans(*extents: tuple[int, int]) -> list[dict[str, int]]:
    """Return segments."""
    return [{"start": start, "end": end} for start, end in extents]


def judged(name: str, decision: str, segments: list[dict[str, int]] | None = None) -> dict[str, object]:
    """Return one annotator's judgement."""
    return {"annotator_id": name, "decision": decision, "segments": segments or []}


QUOTES: list[dict[str, Any]] = [
    {
        "segments": spans((0, 10)),
        "status": "gold",
        "annotations": [judged("a", "marked"), judged("b", "marked_differently", spans((0, 6)))],
    },
    {
        "segments": spans((20, 30)),
        "status": "rejected",
        "annotations": [judged("a", "marked"), judged("b", "not_marked"), judged("c", "not_marked")],
    },
]


def agreement(*articles: list[dict[str, Any]]) -> dict[tuple[str, str], QuoteAgreement]:
    """Return the pairs of some articles."""
    return {(one.one, one.two): one for one in quote_agreement([quote_pairs(article) for article in articles])}


def test_overlap_is_symmetric_intersection_over_union() -> None:
    """Too long a span costs as much as too short a one."""
    short, long, parts, none = (
        characters(places) for places in ([(0, 10)], [(0, 20)], [(0, 5), (10, 15)], list[tuple[int, int]]())
    )
    assert overlap(short, short) == 1
    assert overlap(short, long) == overlap(long, short) == 0.5
    assert overlap(parts, characters([(0, 5)])) == 0.5
    assert overlap(none, characters([(0, 5)])) == 0


def test_pairs_count_what_each_marked() -> None:
    """A quotation marked differently, and one that only one annotator marked and nobody published."""
    found = agreement(QUOTES)
    at_half, at_most = found["a", "b"].f1
    assert at_half.value == pytest.approx(2 / 3)
    assert at_most.value == 0
    assert found["a", "b"].rows == 2
    assert found["a", "b"].same == 0
    assert found["b", PUBLISHED].f1[0].value == 1
    assert found["a", PUBLISHED].same == 0.5
    assert ("a", "c") not in found, "c did not read the whole article"


def test_intervals_are_over_articles() -> None:
    """None for few articles; F1 lies within it for many."""
    alike = [{**quote, "annotations": [judged("a", "marked"), judged("b", "marked")]} for quote in QUOTES]
    assert agreement(QUOTES, alike)["a", "b"].f1[0].low is None
    f1 = agreement(*[QUOTES, alike] * 5)["a", "b"].f1[0]
    assert f1.low is not None
    assert f1.high is not None
    assert f1.value is not None
    assert f1.low < f1.value < f1.high


def test_an_article_that_one_annotator_read_gives_nothing() -> None:
    """Nor does one without quotations."""
    once = [{**quote, "annotations": quote["annotations"][:1]} for quote in QUOTES]
    assert quote_pairs(once) == {}
    assert quote_pairs([]) == {}
    assert quote_agreement([]) == []
