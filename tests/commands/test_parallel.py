"""Several processes give what one gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sahelcorpus.commands.parallel import in_order


def broken(after: int) -> Iterator[int]:
    yield from range(after)
    raise ValueError("the next item cannot be read")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    """However many items there are."""
    assert list(in_order(abs, range(-300, 0), workers)) == list(range(300, 0, -1))
    assert list(in_order(abs, [], workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_cannot_be_taken_is_reported_in_its_place(workers: int) -> None:
    """After the results of every item before it, so that what was done does not depend on the number of processes."""
    results = in_order(abs, broken(after=21), workers)
    got = [next(results) for _ in range(21)]
    assert got == list(range(21))
    with pytest.raises(ValueError, match="the next item"):
        next(results)


def test_items_are_taken_little_by_little() -> None:
    """A long list is not held in memory at once."""
    taken = []
    items = (taken.append(number) or number for number in range(1_000))
    assert next(in_order(abs, items, 2)) == 0
    assert len(taken) < 500
