"""The Arrow schema from the record types, with the `datasets` features in its metadata."""

from __future__ import annotations

import json

import pyarrow as pa

from sahelcorpus.records.base import Record
from sahelcorpus.records.features import features
from sahelcorpus.records.shape import Labels, ListOf, Scalar, Shape, Struct, walk

_SCALARS = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
    "instant": pa.timestamp("ms", tz="UTC"),
}


def arrow_schema(record: type[Record]) -> pa.Schema:
    """Return the Arrow schema of a record type; labels are int64 as `ClassLabel` stores them.

    The metadata holds what `datasets` reads its features from, so that a bare Parquet file already knows its labels.
    """
    fields = [pa.field(member.name, _render(member.shape)) for member in walk(record).fields]
    return pa.schema(fields, metadata={"huggingface": json.dumps({"info": {"features": features(record)}})})


def _render(shape: Shape) -> pa.DataType:
    match shape:
        case Scalar(kind):
            return _SCALARS[kind]
        case Labels():
            return pa.int64()
        case ListOf(item):
            return pa.list_(_render(item))
        case Struct(_, fields):
            return pa.struct([pa.field(member.name, _render(member.shape)) for member in fields])
