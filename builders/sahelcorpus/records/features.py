"""`datasets` features from the record types, as the plain data that a Parquet file's metadata is made of.

Nothing here imports `datasets`: a build writes what `datasets` reads, and the tests hold the two against each other.
"""

from __future__ import annotations

from typing import Any

from sahelcorpus.records.base import Record
from sahelcorpus.records.shape import Labels, ListOf, Scalar, Shape, Struct, walk

_DTYPES = {
    "string": "string",
    "integer": "int32",
    "number": "float64",
    "boolean": "bool",
    "day": "date32",
    "instant": "timestamp[ms, tz=UTC]",
}


def features(record: type[Record]) -> dict[str, Any]:
    """Return `Features.to_dict()` of a record type: what stands in a Parquet file's `huggingface` metadata."""
    return {member.name: _render(member.shape) for member in walk(record).fields}


def _render(shape: Shape) -> dict[str, Any]:
    match shape:
        case Scalar(kind):
            return {"dtype": _DTYPES[kind], "_type": "Value"}
        case Labels(names):
            return {"names": list(names), "_type": "ClassLabel"}
        case ListOf(item):
            return {"feature": _render(item), "_type": "List"}
        case Struct(_, fields):
            return {member.name: _render(member.shape) for member in fields}
