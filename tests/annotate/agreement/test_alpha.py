"""Alpha is what its source defines: the published examples, and the definition worked out pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelcorpus.annotate.agreement.alpha import Scale, alphas, coincidences

Units = Sequence[Sequence[int]]


def alpha(units: Units, values: int, scale: Scale = Scale.NOMINAL) -> float:
    """Return alpha of units, each with the values that it got."""
    return float(alphas(coincidences(units, values), scale))


def units_of(*observers: str) -> list[list[int]]:
    """Return the units of a table with one line an observer; a dot is a missing value."""
    return [[int(value, 36) for value in column if value != "."] for column in zip(*observers, strict=True)]


FOUR_OBSERVERS = units_of("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(
    ("units", "scale", "published"),
    [
        pytest.param(units_of("0100000010", "1110010000"), Scale.NOMINAL, 0.095, id="section A, two values"),
        pytest.param(units_of("aabbdcccedda", "babbbccceddd"), Scale.NOMINAL, 0.692, id="section B, five values"),
        pytest.param(FOUR_OBSERVERS, Scale.NOMINAL, 0.743, id="section C, values missing"),
        pytest.param(FOUR_OBSERVERS, Scale.ORDINAL, 0.815, id="section D, ordinal"),
    ],
)
def test_the_published_examples(units: Units, scale: Scale, published: float) -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to D, to the three places printed."""
    assert alpha(units, 36, scale) == pytest.approx(published, abs=0.0005)


def by_definition(units: Units, scale: Scale) -> float | None:
    """Return 1 - observed / expected disagreement, each as a mean over pairs of single judgements, counted one by one."""
    units = [unit for unit in units if len(unit) > 1]
    everything = [value for unit in units for value in unit]
    counts = Counter(everything)

    def distance(one: int, two: int) -> float:
        if scale is Scale.NOMINAL:
            return float(one != two)
        low, high = min(one, two), max(one, two)
        between = sum(counts[value] for value in range(low, high + 1))
        return (between - (counts[low] + counts[high]) / 2) ** 2 if low != high else 0.0

    pairs = list(permutations(everything, 2))
    expected = sum(distance(*pair) for pair in pairs) / len(pairs) if pairs else 0.0
    if not expected:
        return None
    observed = sum(sum(distance(*pair) for pair in permutations(unit, 2)) / (len(unit) - 1) for unit in units) / len(
        everything
    )
    return 1 - observed / expected


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=12), st.sampled_from(Scale))
def test_alpha_is_its_definition(units: list[list[int]], scale: Scale) -> None:
    """Whatever the values, however many are missing."""
    expected, found = by_definition(units, scale), alpha(units, 5, scale)
    assert np.isnan(found) if expected is None else found == pytest.approx(expected)


@given(st.lists(st.lists(st.integers(0, 2), max_size=3), min_size=1, max_size=8))
def test_matrices_add_up(units: list[list[int]]) -> None:
    """The coincidences of all units are the sum of those of each, so that articles can be drawn again by adding."""
    parts = sum((coincidences([unit], 3) for unit in units), start=np.zeros((3, 3)))
    assert coincidences(units, 3) == pytest.approx(parts)


def test_alpha_where_it_is_not_defined() -> None:
    """One label everywhere, one annotator, or nothing at all says nothing about agreement."""
    for units in ([[1, 1]] * 5, [[1]] * 5, []):
        assert np.isnan(alpha(units, 2))
        assert np.isnan(alpha(units, 2, Scale.ORDINAL))


def test_many_matrices_at_once() -> None:
    """Each gets the alpha that it has alone."""
    one, two = coincidences(FOUR_OBSERVERS, 6), coincidences([[1, 2], [3, 3], [4, 5]], 6)
    for scale in Scale:
        assert alphas(np.stack([one, two]), scale) == pytest.approx([float(alphas(m, scale)) for m in (one, two)])


def test_the_order_counts_on_the_ordinal_scale() -> None:
    """Taking neighbours for each other costs less than taking the ends for each other."""
    near, far = [[0, 1], [0, 0], [1, 1], [2, 2]], [[0, 2], [0, 0], [1, 1], [2, 2]]
    assert alpha(near, 3, Scale.ORDINAL) > alpha(far, 3, Scale.ORDINAL)
    assert alpha(near, 3) == pytest.approx(alpha(far, 3))
