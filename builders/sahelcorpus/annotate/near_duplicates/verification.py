"""How much text two articles share, exactly: what decides whether a candidate is a near-duplicate.

Two texts are compared by the sets of their runs of three words. The Jaccard index says what share of both together they
share, containment what share of the shorter. Containment decides, so that a shortened copy counts, and a copy with
paragraphs of its own; the Jaccard index is kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sahelcorpus.annotate.near_duplicates.candidates import RUN, Pairs
from sahelcorpus.annotate.near_duplicates.word_hashes import Numbers, words_of

LEAST_CONTAINMENT = 0.4
"""Share of the shorter text that near-duplicates share: half-way between texts that reuse 60 % of another or change
15 % of its words (above .53), and texts that have a fifth in common (below .25). Developed on invented text alone."""

LEAST_SHARED = 20
"""Runs of three words that near-duplicates share at least: about a paragraph, more than a stock phrase or headline."""

_PAIRS_AT_ONCE = 2_000
ReadTexts = Callable[[Sequence[int]], Sequence[str]]
"""Returns the texts of articles, given by number; called a few thousand at a time."""


@dataclass(frozen=True, slots=True, order=True)
class SharedText:
    """What two articles share.

    Attributes:
        one: Number of the first article.
        other: Number of the second, larger than the first.
        jaccard: Shared runs of three words, as a share of those in either text.
        containment: Shared runs, as a share of those in the shorter text.
        same_words: Whether the texts are the same words in the same order.
    """

    one: int
    other: int
    jaccard: float
    containment: float
    same_words: bool


def near_duplicate_pairs(candidates: Pairs, read: ReadTexts) -> Iterator[SharedText]:
    """Yield the candidates that are near-duplicates, in their order.

    Args:
        candidates: Pairs of texts by number.
        read: Gives the texts; only those of candidates are asked for, and no more than a few thousand are held.
    """
    for start in range(0, len(candidates), _PAIRS_AT_ONCE):
        pairs = candidates[start : start + _PAIRS_AT_ONCE]
        asked = np.unique(pairs).tolist()
        words = words_of(read(asked))
        runs = dict(zip(asked, distinct_runs(*words.runs(RUN)), strict=True))
        whole = dict(zip(asked, words.whole().tolist(), strict=True))
        for one, other in pairs.tolist():
            shared = shared_runs(runs[one], runs[other])
            shorter = min(len(runs[one]), len(runs[other]))
            if shared >= max(LEAST_SHARED, LEAST_CONTAINMENT * shorter):
                either = len(runs[one]) + len(runs[other]) - shared
                yield SharedText(one, other, shared / either, shared / shorter, whole[one] == whole[other])


def distinct_runs(runs: Numbers, ends: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[Numbers]:
    """Return the distinct runs of each text, sorted."""
    return [np.unique(part) for part in np.split(runs, ends[:-1])]


def shared_runs(one: Numbers, other: Numbers) -> int:
    """Return how many runs two texts share, given the sorted distinct runs of each."""
    together = np.concatenate([one, other])
    together.sort(kind="stable")  # two sorted halves are merged
    return int(np.count_nonzero(together[1:] == together[:-1]))
