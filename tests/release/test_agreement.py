"""Agreement is computed as its sources define it."""

from __future__ import annotations

from collections import Counter

import pytest

from sahelcorpus.annotate.evaluation.matching import characters, overlap
from sahelcorpus.release.agreement import PUBLISHED, f1, nominal_alpha, pair_alpha, quote_pairs, stance_pairs


def spans(*extents: tuple[int, int]) -> list[dict[str, int]]:
    """Return segments."""
    return [{"start": start, "end": end} for start, end in extents]


def test_overlap_is_symmetric_intersection_over_union() -> None:
    """Too long a span costs as much as too short a one."""
    short, long, parts, none = (
        characters(places) for places in ([(0, 10)], [(0, 20)], [(0, 5), (10, 15)], list[tuple[int, int]]())
    )
    assert overlap(short, short) == 1
    assert overlap(short, long) == overlap(long, short) == 0.5
    assert overlap(parts, characters([(0, 5)])) == 0.5
    assert overlap(none, characters([(0, 5)])) == 0


def test_alpha_of_the_published_example() -> None:
    """Krippendorff (2011), section B: two observers, twelve units, five nominal values, alpha 0.692."""
    one, two = "aabbdcccedda", "babbbccceddd"
    units = Counter(tuple(sorted(pair)) for pair in zip(one, two, strict=True))
    assert nominal_alpha(units) == pytest.approx(0.692, abs=0.0005)


def test_alpha_where_it_is_not_defined() -> None:
    """One label everywhere, or one annotator, says nothing about agreement."""
    assert nominal_alpha({("a", "a"): 5}) is None
    assert nominal_alpha({("a",): 5}) is None
    assert nominal_alpha({}) is None


def test_quote_pairs_count_what_each_marked() -> None:
    """A quotation marked differently, and one that only one annotator marked and nobody published."""

    def judged(name: str, decision: str, segments: list[dict[str, int]] | None = None) -> dict[str, object]:
        return {"annotator_id": name, "decision": decision, "segments": segments or []}

    quotes = [
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
    counts = quote_pairs(quotes)
    assert f1(counts, "a", "b", 0.5) == pytest.approx(2 / 3)
    assert f1(counts, "a", "b", 0.8) == 0
    assert f1(counts, "b", PUBLISHED, 0.5) == 1
    assert f1(counts, "a", "c", 0.5) is None, "c did not read the whole article"


def test_stance_pairs_by_kind_of_holder() -> None:
    """The article's voice and quoted speakers are told apart."""

    def stance(kind: str, *labels: str) -> dict[str, object]:
        given = [{"annotator_id": name, "label": label} for name, label in zip("ab", labels, strict=False)]
        return {"holder_kind": kind, "label": labels[0], "annotations": given}

    rows = [("against", "against"), ("favor", "favor")]
    counts = stance_pairs(
        [stance("quoted_speaker", *row) for row in rows] + [stance("article_voice", "favor", "against")]
    )
    assert pair_alpha(counts, "a", "b", "quoted_speaker") == 1
    assert (pair_alpha(counts, "a", "b", None) or 0) < 1
    assert stance_pairs([stance("article_voice", "favor")]) == Counter()
