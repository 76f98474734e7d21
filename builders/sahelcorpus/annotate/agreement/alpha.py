"""Krippendorff's alpha from coincidence matrices, for labels without an order and with one.

Source of the method: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to D.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Scale(StrEnum):
    """How far two values of a list lie apart."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


def coincidences(units: Iterable[Sequence[int]], values: int) -> Matrix:
    """Return how often each value was given beside each other one.

    Args:
        units: For each unit the values that it got, as places in the list of values; a unit with one value, or none,
            cannot be compared and adds nothing.
        values: How many values there are.

    Returns:
        Values by values, symmetric; every pair of judgements of a unit counts 1 / (judgements of the unit - 1). The
        matrices of two sets of units can be added.
    """
    matrix = np.zeros((values, values))
    for given in units:
        for i, one in enumerate(given):
            for j, two in enumerate(given):
                if i != j:
                    matrix[one, two] += 1 / (len(given) - 1)
    return matrix


def alphas(matrices: Matrix, scale: Scale = Scale.NOMINAL) -> Matrix:
    """Return alpha of each coincidence matrix: 1 for full agreement, 0 for what chance gives.

    Args:
        matrices: Any number of matrices, shape (…, values, values).
        scale: Whether the order of the values counts. On the ordinal scale two values lie as far apart as there are
            judgements between them, themselves counted half.

    Returns:
        Shape (…); NaN where fewer than two different values were given: nothing could have differed.
    """
    totals = matrices.sum(axis=-1)
    distances = _distances(totals, scale)
    observed = (matrices * distances).sum(axis=(-2, -1))
    expected = (totals[..., :, None] * totals[..., None, :] * distances).sum(axis=(-2, -1))
    with np.errstate(divide="ignore", invalid="ignore"):
        alpha: Matrix = 1 - (totals.sum(axis=-1) - 1) * observed / expected
    return np.where(expected > 0, alpha, np.nan)


def _distances(totals: Matrix, scale: Scale) -> Matrix:
    """Return the squared distances of all pairs of values, shape (…, values, values)."""
    if scale is Scale.NOMINAL:
        return 1 - np.eye(totals.shape[-1])
    middles = totals.cumsum(axis=-1) - totals / 2
    squared: Matrix = (middles[..., :, None] - middles[..., None, :]) ** 2
    return squared
