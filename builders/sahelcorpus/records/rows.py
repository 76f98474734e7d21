"""Records to the rows of an Arrow table and back: label names become `ClassLabel` numbers, everything else stays.

The two directions are derived from the shape of the record type, so that a row read back is the record written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sahelcorpus.records.base import Record
from sahelcorpus.records.shape import Labels, ListOf, Shape, Struct, walk

Convert = Callable[[Any], Any]


@cache
def row_encoder(record: type[Record]) -> Convert:
    """Return the function from a dumped record (labels as names) to a row (labels as numbers)."""
    return _converter(walk(record), lambda names: {name: number for number, name in enumerate(names)}) or _unchanged


@cache
def row_decoder(record: type[Record]) -> Convert:
    """Return the function from a row (labels as numbers) to a dumped record (labels as names)."""
    return _converter(walk(record), lambda names: dict(enumerate(names))) or _unchanged


def _unchanged(value: Any) -> Any:
    return value


def _converter(shape: Shape, mapping: Callable[[tuple[str, ...]], Mapping[Any, Any]]) -> Convert | None:
    """Return a converter for a shape, or None if nothing in it is a label."""
    match shape:
        case Labels(names):
            table = {**mapping(names), None: None}
            return table.__getitem__
        case ListOf(item):
            convert = _converter(item, mapping)
            return None if convert is None else lambda values: [convert(value) for value in values]
        case Struct(_, fields):
            steps = [(member.name, _converter(member.shape, mapping)) for member in fields]
            changed = [(name, convert) for name, convert in steps if convert is not None]
            if not changed:
                return None

            def convert_struct(value: dict[str, Any] | None) -> dict[str, Any] | None:
                if value is None:
                    return None
                new = dict(value)
                for name, convert in changed:
                    if name in new:  # a release of long ago has fewer columns
                        new[name] = convert(new[name])
                return new

            return convert_struct
        case _:
            return None
