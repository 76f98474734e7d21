"""How sure a measure of agreement is: whole articles drawn again, since the rows of one article are alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sahelcorpus.annotate.evaluation.intervals import LEAST_DOCUMENTS

TURNS = 1000
_MOST_UNDEFINED = 0.05
"""Where more of the turns than this give nothing to measure, what is left of them is no interval."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and its interval.

    Attributes:
        value: What it is; None where it is not defined.
        low: Lower bound of its 95 % interval; None where there are too few articles for one.
        high: Upper bound.
    """

    value: float | None
    low: float | None = None
    high: float | None = None

    def in_words(self) -> str:
        """Return it as a card and a terminal show it."""
        if self.value is None:
            return "not defined"
        bounds = "" if self.low is None or self.high is None else f" [{self.low:.3f}, {self.high:.3f}]"
        return f"{self.value:.3f}{bounds}"


def draws(articles: int) -> NDArray[np.float64]:
    """Return how often each article is drawn in each turn, shape (turns, articles); the same ones every time.

    Articles are drawn with replacement, as many as there are.
    """
    # the one generator of numpy whose numbers are promised never to change with its version
    chance = np.random.RandomState(0)
    if not articles:
        return np.zeros((TURNS, 0))
    return chance.multinomial(articles, np.full(articles, 1 / articles), size=TURNS).astype(np.float64)


def measured(value: float, drawn: NDArray[np.float64], articles: int) -> Measured:
    """Return a measure with its interval.

    Args:
        value: What it is on the articles as they are; NaN where it is not defined.
        drawn: What it is in each turn.
        articles: How many articles it was measured on.
    """
    if np.isnan(value):
        return Measured(None)
    defined = drawn[~np.isnan(drawn)]
    if articles < LEAST_DOCUMENTS or len(defined) < (1 - _MOST_UNDEFINED) * len(drawn):
        return Measured(float(value))
    low, high = np.percentile(defined, [2.5, 97.5], method="inverted_cdf")
    return Measured(float(value), float(low), float(high))
