"""What the columns of a checkpoint mean: said by its own label names or by whoever runs it, never guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sahelcorpus.annotate.stance.registry import UnusableAnnotatorError
from sahelcorpus.records.vocabulary import StanceLabel

ENTAILMENT = "entailment"
_OF_NLI = (ENTAILMENT, "neutral", "contradiction", "not_entailment")
_OURS = tuple(label.value for label in StanceLabel)
_SPELLINGS = {"favour": "favor"}


@dataclass(frozen=True, slots=True)
class StanceColumns:
    """A checkpoint that reads a passage beside a target and answers with stances.

    Attributes:
        labels: The label of ours that each column means.
    """

    labels: tuple[StanceLabel, ...]


@dataclass(frozen=True, slots=True)
class EntailmentColumn:
    """A checkpoint that reads a passage beside a hypothesis and says whether the one follows from the other.

    Attributes:
        column: The column of entailment.
    """

    column: int


Columns = StanceColumns | EntailmentColumn


def label_map(names: Sequence[str], given: Sequence[tuple[str, str]] = ()) -> Columns:
    """Return what the columns of a checkpoint mean.

    Args:
        names: The checkpoint's own label names, in the order of its columns.
        given: What each name means, if it does not say so itself: one of our labels each, or one of entailment,
            neutral, contradiction and not_entailment each. Several names may mean one label.

    Raises:
        UnusableAnnotatorError: if a name is not one of ours and nobody said what it means, or the meanings make no
            whole: `neutral` beside `positive` is no proof that `positive` is `favor`.
    """
    meant = _given(names, given) if given else {name: _plain(name) for name in names}
    if len(meant) != len(names):
        raise UnusableAnnotatorError(f"found two columns of one name among {', '.join(names)}; allowed: one name each")
    meanings = [meant[name] for name in names]
    if ENTAILMENT in meanings and set(meanings) <= set(_OF_NLI):
        if meanings.count(ENTAILMENT) == 1 and len(meanings) > 1:
            return EntailmentColumn(meanings.index(ENTAILMENT))
        raise UnusableAnnotatorError(f"found the labels {', '.join(names)}; allowed: entailment once, and another")
    unknown = [name for name, meaning in meant.items() if meaning not in _OURS]
    if unknown:
        example = ",".join(f"{name}={'against' if i == 0 else '…'}" for i, name in enumerate(names))
        raise UnusableAnnotatorError(
            f"found the labels {', '.join(names)}, of which {', '.join(unknown)} may mean anything; allowed: "
            f"{', '.join(_OURS)}, or {', '.join(_OF_NLI)}. Say what each means: --labels {example}"
        )
    if not {"favor", "against"} <= set(meanings):
        raise UnusableAnnotatorError(
            f"found labels that mean {', '.join(meanings)}; allowed: favor and against at least"
        )
    return StanceColumns(tuple(StanceLabel(meaning) for meaning in meanings))


def _given(names: Sequence[str], given: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    told = dict(given)
    if len(told) != len(given) or set(told) != set(names):
        raise UnusableAnnotatorError(
            f"found meanings for {', '.join(name for name, _ in given)}; allowed: one for each label of the "
            f"checkpoint: {', '.join(names)}"
        )
    return {name: _plain(meaning) for name, meaning in told.items()}


def _plain(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    return _SPELLINGS.get(plain, plain)
