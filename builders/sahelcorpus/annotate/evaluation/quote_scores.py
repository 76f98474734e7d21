"""Scores of a quotation extractor: precision, recall, F1, speakers, names, cues; with bootstrap intervals.

The definitions are those of the project's guidelines; nothing is rewarded for being longer than the reference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sahelcorpus.annotate.evaluation.intervals import Interval, bootstrap
from sahelcorpus.annotate.evaluation.matching import PlainQuote, matched, same_place, same_source

THRESHOLDS = (0.3, 0.5, 0.8)
"""Least intersections over union at which quotations are matched."""

_JUDGED = 0.5
_SPARE = 0.3


def document_counts(
    gold: Sequence[PlainQuote], predicted: Sequence[PlainQuote], optional: Sequence[PlainQuote] = ()
) -> Counter[str]:
    """Return what one document adds to the scores, as counts that can be summed over documents.

    Args:
        gold: The document's gold quotations.
        predicted: The predicted ones.
        optional: Quotations on which annotators disagreed; a prediction that fits one alone is not counted.
    """
    predicted = without_optional(gold, predicted, optional)
    counts: Counter[str] = Counter(gold=len(gold), predicted=len(predicted))
    for threshold in THRESHOLDS:
        counts[f"found@{threshold}"] = len(matched(gold, predicted, threshold))
    pairs = matched(gold, predicted, _JUDGED)
    rows = {row for row, _ in pairs}
    for row, quote in enumerate(gold):
        counts[f"of_type {quote['type']}"] += 1
        counts[f"found_of_type {quote['type']}"] += row in rows
    for row, column in pairs:
        _count_pair(counts, gold[row], predicted[column])
    return counts


def without_optional(
    gold: Sequence[PlainQuote], predicted: Sequence[PlainQuote], optional: Sequence[PlainQuote]
) -> list[PlainQuote]:
    """Return the predicted quotations without those that fit an optional one alone, neither right nor wrong."""
    taken = {column for _, column in matched(gold, predicted, _SPARE)}
    rest = [(column, quote) for column, quote in enumerate(predicted) if column not in taken]
    spare = {rest[place][0] for _, place in matched(optional, [quote for _, quote in rest], _SPARE)}
    return [quote for column, quote in enumerate(predicted) if column not in spare]


def _count_pair(counts: Counter[str], gold: PlainQuote, predicted: PlainQuote) -> None:
    counts["type_right"] += gold["type"] == predicted.get("type")
    if gold.get("cue"):
        counts["cues"] += 1
        cue = predicted.get("cue")
        counts["cue_right"] += bool(cue and max(gold["cue"][0], cue[0]) < min(gold["cue"][1], cue[1]))
    if gold.get("speaker"):
        counts["speakers"] += 1
        counts["speaker_right"] += speaker_is_right(gold, predicted)
    names = gold.get("speaker_names") or ([gold["speaker_name"]] if "speaker_name" in gold else [])
    if names:
        counts["names"] += 1
        counts["name_right"] += any(same_source(name, predicted.get("speaker_name")) for name in names)


def speaker_is_right(gold: PlainQuote, predicted: PlainQuote) -> bool:
    """Say whether a predicted speaker mention covers the gold one, or its second reading, by half or more."""
    mentions = [gold["speaker"]] + ([gold["alt_speaker"]] if gold.get("alt_speaker") else [])
    place = predicted.get("speaker")
    return place is not None and any(same_place(mention, place) >= _JUDGED for mention in mentions)


def scores(counts: Mapping[str, int]) -> dict[str, Any]:
    """Return the scores that summed counts give, rounded to four places."""
    gold, predicted, found = counts["gold"], counts["predicted"], counts["found@0.5"]
    out: dict[str, Any] = {f"quote@{t}": _precision_recall(counts[f"found@{t}"], gold, predicted) for t in THRESHOLDS}
    out["joint@0.5"] = _precision_recall(counts["name_right"], gold, predicted)
    types = sorted(name.removeprefix("of_type ") for name in counts if name.startswith("of_type "))
    out["recall_by_type@0.5"] = {
        name: round(counts[f"found_of_type {name}"] / counts[f"of_type {name}"], 4) for name in types
    }
    out["type_accuracy"] = round(counts["type_right"] / max(1, found), 4)
    out["cue_overlap"] = round(counts["cue_right"] / max(1, counts["cues"]), 4)
    out["speaker_iou50"] = round(counts["speaker_right"] / max(1, counts["speakers"]), 4)
    out["name_accuracy"] = round(counts["name_right"] / max(1, counts["names"]), 4)
    out["gold"], out["predicted"] = gold, predicted
    return out


def _precision_recall(found: int, gold: int, predicted: int) -> dict[str, float]:
    return precision_recall(found, predicted, found, gold)


def precision_recall(right: float, predicted: float, found: float, gold: float) -> dict[str, float]:
    """Return precision, recall and F1, rounded to four places; 0 where there is nothing to divide by.

    Args:
        right: How many of the predicted quotations are right.
        predicted: How many there are.
        found: How many of the gold quotations were found.
        gold: How many there are.
    """
    precision, recall = share(right, predicted), share(found, gold)
    f1 = share(2 * precision * recall, precision + recall)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def share(part: float, whole: float) -> float:
    """Return a share; 0 of nothing."""
    return part / whole if whole else 0.0


def summed(documents: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of documents' counts."""
    total: Counter[str] = Counter()
    for counts in documents:
        total.update(counts)
    return total


def intervals(documents: Iterable[tuple[int, ...]]) -> dict[str, Interval | None]:
    """Return the bootstrap intervals of F1 and recall at 0.5 and 0.8, rounded to four places.

    Args:
        documents: Of each document: how many quotations were predicted, how many there are in gold, then at 0.5 and at
            0.8 how many predicted ones are right and how many gold ones were found.

    Returns:
        A lower and an upper bound, or None, each under `f1@0.5_interval`, `r@0.5_interval`, `f1@0.8_interval`,
        `r@0.8_interval`.
    """

    def drawn(sums: Sequence[float]) -> list[float]:
        predicted, gold, *pairs = sums
        out = []
        for right, found in (pairs[:2], pairs[2:]):
            precision, recall = share(right, predicted), share(found, gold)
            out += [share(2 * precision * recall, precision + recall), recall]
        return out

    names = [f"{score}@{threshold}_interval" for threshold in (0.5, 0.8) for score in ("f1", "r")]
    found = bootstrap(list(documents), drawn)
    if found is None:
        return dict.fromkeys(names)
    return {name: (round(low, 4), round(high, 4)) for name, (low, high) in zip(names, found, strict=True)}


def interval_counts(counts: Mapping[str, int]) -> tuple[int, ...]:
    """Return what `intervals` takes of a document's counts."""
    ends = [counts[name] for name in ("found@0.5", "found@0.8") for _ in range(2)]
    return (counts["predicted"], counts["gold"], *ends)
