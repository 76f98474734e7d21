"""Scores of a quotation extractor: precision, recall, F1, speakers, names, cues; with bootstrap intervals.

The definitions are those of the project's guidelines; nothing is rewarded for being longer than the reference.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
    taken = {column for _, column in matched(gold, predicted, _SPARE)}
    rest = [(column, quote) for column, quote in enumerate(predicted) if column not in taken]
    spare = {rest[place][0] for _, place in matched(optional, [quote for _, quote in rest], _SPARE)}
    predicted = [quote for column, quote in enumerate(predicted) if column not in spare]
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
    precision, recall = found / predicted if predicted else 0.0, found / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def summed(documents: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of documents' counts."""
    total: Counter[str] = Counter()
    for counts in documents:
        total.update(counts)
    return total


def f1_interval(documents: Sequence[Counter[str]], threshold: float = 0.5, *, turns: int = 1000) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1, over documents drawn with replacement.

    Args:
        documents: The counts of each document.
        threshold: One of `THRESHOLDS`.
        turns: How often documents are drawn.
    """
    if not documents:
        return 0.0, 0.0
    chance = random.Random(0)  # noqa: S311 - the same interval every time, no secret
    triples = [(counts[f"found@{threshold}"], counts["gold"] + counts["predicted"]) for counts in documents]
    drawn = []
    for _ in range(turns):
        sample = chance.choices(triples, k=len(triples))
        total = sum(size for _, size in sample)
        drawn.append(2 * sum(found for found, _ in sample) / total if total else 0.0)
    drawn.sort()
    return drawn[int(turns * 0.025)], drawn[min(turns - 1, int(turns * 0.975))]
