"""Work that several processes share: the same results, in the same order, as one process gives."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

_CHUNK = 16
_WAITING = 4  # chunks a worker: enough that none is idle, few enough that memory does not grow with the work

One = TypeVar("One")
Other = TypeVar("Other")


def add_workers_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `--workers`."""
    parser.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help="processes that read texts (default: 1)"
    )


def _positive(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"found {words!r}; allowed: a whole number from 1 up")
    return int(words)


def in_order(function: Callable[[One], Other], items: Iterable[One], workers: int) -> Iterator[Other]:
    """Yield what a function gives for each item, in the order of the items.

    What an item raises while it is taken is raised in its place: after the results of all items before it.

    Args:
        function: A function of a module, so that other processes find it by its name.
        items: What it is called with, one at a time; taken little by little.
        workers: Number of processes; 1 works in this one.
    """
    if workers == 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where asked for
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Any] = deque()
    rest = iter(items)
    failure: Exception | None = None
    try:
        while failure is None:
            chunk, failure = _taken(rest)
            if chunk:
                waiting.append(pool.submit(_each, function, chunk))
            if not chunk:
                break
            if len(waiting) >= workers * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
    if failure is not None:
        raise failure


def _taken(items: Iterator[One]) -> tuple[list[One], Exception | None]:
    """Return the next items, and what the one after them raised instead of coming."""
    chunk: list[One] = []
    try:
        chunk.extend(islice(items, _CHUNK))
    except Exception as error:  # noqa: BLE001 - raised again in its place
        return chunk, error
    return chunk, None


def _each(function: Callable[[One], Other], chunk: list[One]) -> list[Other]:
    return [function(item) for item in chunk]


def _leave_interrupts_to_the_parent() -> None:
    import signal  # noqa: PLC0415 - only in a worker

    signal.signal(signal.SIGINT, signal.SIG_IGN)
