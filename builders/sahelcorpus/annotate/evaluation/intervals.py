"""How sure a score is: bootstrap intervals over documents, Wilson's interval for a share. Always 95 %.

Quotations of one document are alike, so that whole documents are drawn; a share of independent predictions has a closed
form (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from math import sqrt

LEAST_DOCUMENTS = 5
"""Under so many documents, drawing them again says nothing, and there is no interval."""

Interval = tuple[float, float]
_NORMAL = 1.959964  # the 97.5 % point of the normal distribution


def bootstrap(
    documents: Sequence[tuple[float, ...]], scores: Callable[[Sequence[float]], Sequence[float]], *, turns: int = 1000
) -> list[Interval] | None:
    """Return the interval of each score over documents drawn with replacement; the same ones every time.

    Args:
        documents: The counts of each document, the same number of counts each.
        scores: What gives the scores from the sums of the counts.
        turns: How often documents are drawn.

    Returns:
        The lower and the upper bound of each score; None where there are fewer documents than `LEAST_DOCUMENTS`.
    """
    if len(documents) < LEAST_DOCUMENTS:
        return None
    chance = random.Random(0)  # noqa: S311 - the same interval every time, no secret
    drawn = []
    for _ in range(turns):
        sample = chance.choices(documents, k=len(documents))
        drawn.append(scores([sum(column) for column in zip(*sample, strict=True)]))
    low, high = int(turns * 0.025), min(turns - 1, int(turns * 0.975))
    return [(column[low], column[high]) for column in map(sorted, zip(*drawn, strict=True))]


def wilson(right: int, total: int) -> Interval | None:
    """Return the interval of a share, given as the number that is right and the number in all; None if that is 0."""
    if not total:
        return None
    share, square = right / total, _NORMAL * _NORMAL
    middle = share + square / (2 * total)
    spread = _NORMAL * sqrt(share * (1 - share) / total + square / (4 * total * total))
    whole = 1 + square / total
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
