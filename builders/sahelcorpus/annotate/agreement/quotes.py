"""How far annotators agree on quotations: F1 by overlap, and on how many they all say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

import numpy as np

from sahelcorpus.annotate.agreement.resampling import Measured, draws, measured
from sahelcorpus.annotate.agreement.stances import PUBLISHED
from sahelcorpus.annotate.evaluation.matching import characters, overlap

THRESHOLDS = (0.5, 0.8)
Counts = Counter[tuple[str, ...]]


def quote_pairs(quotes: list[dict[str, Any]]) -> Counts:
    """Count how the readings of one article's quotations agree.

    Only annotators who judged every quotation of the article are counted: one who decided the doubtful ones alone would
    look worse than they are. An article that one annotator read gives nothing.

    Args:
        quotes: The dumped quotations of an article, rejected ones among them.

    Returns:
        For each pair of annotators, and of an annotator and `PUBLISHED`: under `(one, two, "rows")` how many quotations
        either marked, under `(one, two, "one")` and `(one, two, "two")` how many each marked, under `(one, two, "0.5")`
        and `(one, two, "0.8")` on how many they overlap so far, and under `(one, two, "same")` to the letter.
    """
    counts: Counts = Counter()
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
            counts[one, two, "rows"] += bool(readings[one] or readings[two])
            counts[one, two, "one"] += bool(readings[one])
            counts[one, two, "two"] += bool(readings[two])
            counts[one, two, "same"] += bool(readings[one]) and readings[one] == readings[two]
            shared = overlap(readings[one], readings[two])
            for threshold in THRESHOLDS:
                counts[one, two, str(threshold)] += shared >= threshold
    return counts


def _reading(quote: dict[str, Any], judgement: dict[str, Any]) -> frozenset[int]:
    own = {"marked": quote["segments"], "marked_differently": judgement["segments"], "not_marked": []}
    return _code_points(own[judgement["decision"]])


def _code_points(segments: list[dict[str, Any]]) -> frozenset[int]:
    return characters([(span["start"], span["end"]) for span in segments])


@dataclass(frozen=True, slots=True)
class QuoteAgreement:
    """How far two readings agree on quotations.

    Attributes:
        one: An annotator.
        two: Another, or `PUBLISHED`.
        rows: Quotations that either of the two marked.
        same: Share of these that both marked, and to the letter the same way; None if there are none.
        f1: F1 of the two at each overlap of `THRESHOLDS`.
    """

    one: str
    two: str
    rows: int
    same: float | None
    f1: tuple[Measured, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self) | {"f1": {str(at): asdict(f1) for at, f1 in zip(THRESHOLDS, self.f1, strict=True)}}


def quote_agreement(articles: Sequence[Mapping[tuple[str, ...], int]]) -> list[QuoteAgreement]:
    """Return how far each pair of readings agrees, from what `quote_pairs` counted in each article."""
    found = []
    drawn = draws(len(articles))
    for one, two in sorted({(key[0], key[1]) for counts in articles for key in counts}):
        columns = ("rows", "same", "one", "two", *map(str, THRESHOLDS))
        each = np.array([[counts.get((one, two, column), 0) for column in columns] for counts in articles], dtype=float)
        rows, same, *whole = each.sum(axis=0)
        in_turns = drawn @ each[:, 2:]
        read = int((each[:, 0] > 0).sum())
        f1 = [
            measured(float(_f1(np.array(whole), 2 + place)), _f1(in_turns, 2 + place), read)
            for place in range(len(THRESHOLDS))
        ]
        found.append(QuoteAgreement(one, two, int(rows), float(same / rows) if rows else None, tuple(f1)))
    return found


def _f1(counts: Any, shared: int) -> Any:
    """Return F1 from the numbers that each marked, the first two columns, and that of the shared ones."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return 2 * counts[..., shared] / (counts[..., 0] + counts[..., 1])
