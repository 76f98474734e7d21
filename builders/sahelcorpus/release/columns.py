"""Which columns a table has, as a tree, so that two states of a schema can be compared on what both know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

import pyarrow as pa

from sahelcorpus.records.canonical_json import canonical_json
from sahelcorpus.records.shape import ListOf, Struct, walk
from sahelcorpus.records.tables import Row, Table

Columns: TypeAlias = "dict[str, Columns | None]"
"""The columns of a record by name, each with its own where it is a record or a list of them, else None."""

_TOLD_ELSEWHERE = {
    "articles": {"quotes", "stances"},
    "quotes": {"annotations", "source_id", "language", "published", "origin"},
    "stances": {"annotations", "source_id", "language", "published", "origin", "quote_text"},
}
"""Columns that repeat what another table says: a change is told once, where it was made."""

_DIGEST_LENGTH = 16  # 64 bits: enough to see an edit; that a release is whole is proved by its own, full digests


@cache
def columns_of(table: Table) -> Columns:
    """Return the columns that the package's schema gives a table."""
    return _of_struct(walk(table.row))


def _of_struct(struct: Struct) -> Columns:
    found: Columns = {}
    for member in struct.fields:
        shape = member.shape
        while isinstance(shape, ListOf):
            shape = shape.item
        found[member.name] = _of_struct(shape) if isinstance(shape, Struct) else None
    return found


def columns_in(schema: Iterable[pa.Field]) -> Columns:
    """Return the columns of an Arrow schema, or of a struct in one."""
    found: Columns = {}
    for column in schema:
        kind = column.type
        while pa.types.is_list(kind) or pa.types.is_large_list(kind):
            kind = kind.value_type
        is_struct = pa.types.is_struct(kind)
        found[column.name] = columns_in(kind.field(place) for place in range(kind.num_fields)) if is_struct else None
    return found


def columns_named(paths: Iterable[str]) -> Columns:
    """Return the columns that these dotted paths name: the inverse of `column_paths`."""
    found: Columns = {}
    for path in paths:
        here = found
        *above, last = path.split(".")
        for name in above:
            deeper = here.setdefault(name, {})
            here = deeper if deeper is not None else {}
        here.setdefault(last, None)
    return found


def column_paths(columns: Columns, above: str = "") -> Iterator[str]:
    """Yield the dotted path of every column that holds a value."""
    for name, inner in columns.items():
        if inner:
            yield from column_paths(inner, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def in_both(one: Columns, two: Columns) -> Columns:
    """Return the columns that stand in both."""
    return {
        name: in_both(inner, other) if inner and (other := two[name]) else None
        for name, inner in one.items()
        if name in two
    }


def own_columns(table: Table, columns: Columns) -> Columns:
    """Return the columns of a table that no other table tells as well."""
    elsewhere = _TOLD_ELSEWHERE.get(table.name, set())
    return {name: inner for name, inner in columns.items() if name not in elsewhere}


def projected(value: Any, columns: Columns) -> Any:
    """Return a dumped record, or a list of them, with these columns alone."""
    if isinstance(value, list):
        return [projected(item, columns) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: projected(value[name], inner) if inner else value[name]
        for name, inner in columns.items()
        if name in value
    }


def own_digest(row: Row) -> str:
    """Return the short digest of a record by which a history remembers it, in hexadecimal.

    Args:
        row: The record, projected to its table's own columns.
    """
    return hashlib.sha256(canonical_json(row)).hexdigest()[:_DIGEST_LENGTH]
