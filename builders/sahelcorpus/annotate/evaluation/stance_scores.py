"""How good answers about stance are: accuracy, macro-F1 and each label, with intervals, beside simple controls.

Macro-F1 is given twice: over favor, against and neutral, on what gold gives one of these three; and over every label
that gold gives. Intervals are drawn over near-duplicate groups, since questions of one text are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sahelcorpus.annotate.evaluation.intervals import bootstrap
from sahelcorpus.records.vocabulary import StanceLabel

SIDES = (StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.NEUTRAL)
"""The labels of the first macro-F1."""

_LABELS = tuple(StanceLabel)
_SIZE = len(_LABELS)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its gold label and what was answered.

    Attributes:
        group: The near-duplicate group of its article.
        is_voice: Whether the holder is the article's voice.
        language: The article's BCP 47 tag.
        is_new: Whether the target stands nowhere in the training data; None if that is not known.
        gold: What people decided.
        answered: What each system answered, by its name.
    """

    group: str
    is_voice: bool
    language: str
    is_new: bool | None
    gold: StanceLabel
    answered: dict[str, StanceLabel]


def scores(answers: Sequence[Answer], system: str) -> dict[str, Any]:
    """Return a system's scores on answers, with 95 % bootstrap intervals.

    Returns:
        `questions`, `three_labels` (how many of them gold gives favor, against or neutral), `accuracy`,
        `macro_f1_three`, `macro_f1_all`, each with `…_interval` (None for fewer than five groups), and `labels`:
        precision, recall, F1 and number of gold answers of each label that gold gives.
    """
    counts: dict[str, list[int]] = {}
    for one in answers:
        own = counts.setdefault(one.group, [0] * _SIZE * _SIZE)
        own[_LABELS.index(one.gold) * _SIZE + _LABELS.index(one.answered[system])] += 1
    documents = [tuple(own) for own in counts.values()]
    total = [sum(column) for column in zip(*documents, strict=True)] if documents else [0] * _SIZE * _SIZE
    names = ("accuracy", "macro_f1_three", "macro_f1_all")
    measure = _measure(total)
    intervals = bootstrap(documents, measure)
    found: dict[str, Any] = {
        "questions": sum(total),
        "three_labels": sum(sum(_gold_row(total, label)) for label in SIDES),
    }
    for number, (name, value) in enumerate(zip(names, measure(total), strict=True)):
        found[name] = round(value, 4)
        found[f"{name}_interval"] = [round(edge, 4) for edge in intervals[number]] if intervals else None
    found["labels"] = {
        str(label): _label_scores(total, label, _LABELS) for label in _LABELS if sum(_gold_row(total, label))
    }
    return found


def _measure(total: Sequence[int]) -> Callable[[Sequence[float]], Sequence[float]]:
    """Return what gives the three measures from counts, over the labels that gold gives in the whole."""
    present = [label for label in _LABELS if sum(_gold_row(total, label))]
    three = [label for label in SIDES if label in present]

    def measure(counts: Sequence[float]) -> Sequence[float]:
        whole = sum(counts)
        right = sum(counts[number * _SIZE + number] for number in range(_SIZE))
        return (
            right / whole if whole else 0.0,
            _mean(_label_scores(counts, label, SIDES)["f1"] for label in three),
            _mean(_label_scores(counts, label, _LABELS)["f1"] for label in present),
        )

    return measure


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def _gold_row(counts: Sequence[float], label: StanceLabel) -> Sequence[float]:
    number = _LABELS.index(label)
    return counts[number * _SIZE : (number + 1) * _SIZE]


def _label_scores(counts: Sequence[float], label: StanceLabel, gold: Sequence[StanceLabel]) -> dict[str, float]:
    """Return a label's scores on the questions to which gold gives one of some labels."""
    number = _LABELS.index(label)
    right = counts[number * _SIZE + number]
    answered = sum(counts[_LABELS.index(other) * _SIZE + number] for other in gold)
    wanted = sum(_gold_row(counts, label))
    precision, recall = (right / size if size else 0.0 for size in (answered, wanted))
    f1 = 2 * right / (answered + wanted) if answered + wanted else 0.0
    return {"gold": wanted, "precision": round(precision, 4), "recall": round(recall, 4), "f1": f1}


PARTS: dict[str, Callable[[Answer], bool]] = {
    "all": lambda _: True,
    "article's voice": lambda one: one.is_voice,
    "quoted speakers": lambda one: not one.is_voice,
    "targets not in training": lambda one: one.is_new is True,
}
"""The parts of gold that are scored apart."""


def report(answers: Sequence[Answer], systems: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the scores of systems by part of gold and by language; a part that is empty, or all of gold, is left out.

    Args:
        answers: The answers.
        systems: The names of the systems, the one that is scored first, then its controls.
    """
    parts = dict(PARTS)
    for language in sorted({one.language for one in answers}):
        parts[f"language {language}"] = lambda one, language=language: one.language == language  # type: ignore[misc]
    found = {}
    for name, belongs in parts.items():
        own = [one for one in answers if belongs(one)]
        if own and (name == "all" or len(own) < len(answers)):
            found[name] = {system: scores(own, system) for system in systems}
    return found
