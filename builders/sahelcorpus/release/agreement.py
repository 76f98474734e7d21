"""How far two readings agree: F1 of quotations by overlap, Krippendorff's alpha of stance labels.

Both are computed from counts that can be added up over articles, so that a collection is read once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from sahelcorpus.annotate.evaluation.matching import characters, overlap

PUBLISHED = "published"
"""Stands for the published reading beside the annotators."""

THRESHOLDS = (0.5, 0.8)
Labels = tuple[str, ...]


def quote_pairs(quotes: list[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    """Count how the readings of one article's quotations agree.

    Only annotators who judged every quotation of the article are counted: one who decided the doubtful ones alone would
    look worse than they are. An article that one annotator read gives nothing.

    Args:
        quotes: The dumped quotations of an article, rejected ones among them.

    Returns:
        For each pair of annotators, and of an annotator and `PUBLISHED`: under `(one, two, "one")` and
        `(one, two, "two")` how many quotations each marked, under `(one, two, "0.5")` and `(one, two, "0.8")` on how
        many they overlap so far.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    read = [
        {judgement["annotator_id"]: _reading(quote, judgement) for judgement in quote["annotations"]}
        for quote in quotes
    ]
    whole = sorted(set.intersection(*(set(readings) for readings in read))) if read else []
    if len(whole) < 2:  # noqa: PLR2004 - agreement takes two
        return counts
    for quote, readings in zip(quotes, read, strict=True):
        readings[PUBLISHED] = _code_points(quote["segments"] if quote["status"] == "gold" else [])
        for one, two in combinations([*whole, PUBLISHED], 2):
            counts[one, two, "one"] += bool(readings[one])
            counts[one, two, "two"] += bool(readings[two])
            shared = overlap(readings[one], readings[two])
            for threshold in THRESHOLDS:
                counts[one, two, str(threshold)] += shared >= threshold
    return counts


def _reading(quote: dict[str, Any], judgement: dict[str, Any]) -> frozenset[int]:
    own = {"marked": quote["segments"], "marked_differently": judgement["segments"], "not_marked": []}
    return _code_points(own[judgement["decision"]])


def _code_points(segments: list[dict[str, Any]]) -> frozenset[int]:
    return characters([(span["start"], span["end"]) for span in segments])


def f1(counts: Mapping[tuple[str, ...], int], one: str, two: str, threshold: float) -> float | None:
    """Return the F1 of two readings' quotations at an overlap threshold; None if neither marked any."""
    marked = counts.get((one, two, "one"), 0) + counts.get((one, two, "two"), 0)
    return 2 * counts.get((one, two, str(threshold)), 0) / marked if marked else None


def stance_pairs(stances: list[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    """Count which labels pairs of annotators, and annotators and the published label, gave the same stance.

    Args:
        stances: The dumped stances of an article; those with one judgement give nothing.

    Returns:
        How often each `(one, two, kind of holder, label of one, label of two)` stands.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for stance in stances:
        given = {judgement["annotator_id"]: str(judgement["label"]) for judgement in stance["annotations"]}
        if len(given) > 1:
            whole = [*sorted(given), PUBLISHED]
            given[PUBLISHED] = str(stance["label"])
            for one, two in combinations(whole, 2):
                counts[one, two, str(stance["holder_kind"]), given[one], given[two]] += 1
    return counts


def pair_alpha(counts: Mapping[tuple[str, ...], int], one: str, two: str, holder_kind: str | None) -> float | None:
    """Return alpha of two readings' stance labels, for one kind of holder or for all; None if it is not defined."""
    units: Counter[Labels] = Counter()
    for (first, second, kind, *labels), count in counts.items():
        if (first, second) == (one, two) and holder_kind in (None, kind):
            units[tuple(labels)] += count
    return nominal_alpha(units)


def nominal_alpha(units: Mapping[Labels, int]) -> float | None:
    """Return Krippendorff's alpha for nominal labels.

    Args:
        units: The labels that a unit got, and how many units got these; units with one label are ignored.

    Returns:
        1 for full agreement, 0 for what chance gives; None if fewer than two labels were ever given.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
    """
    coincidences: defaultdict[tuple[str, str], float] = defaultdict(float)
    for labels, count in units.items():
        for i, one in enumerate(labels):
            for j, two in enumerate(labels):
                if i != j:
                    coincidences[one, two] += count / (len(labels) - 1)
    totals: defaultdict[str, float] = defaultdict(float)
    for (one, _), weight in coincidences.items():
        totals[one] += weight
    whole = sum(totals.values())
    expected = sum(totals[one] * totals[two] for one in totals for two in totals if one != two)
    if not expected:
        return None
    observed = sum(weight for (one, two), weight in coincidences.items() if one != two)
    return 1 - (whole - 1) * observed / expected
