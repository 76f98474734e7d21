"""The one walker over the record types: it reads a type once, and every schema is rendered from what it saw.

`json_schema.py`, `arrow_schema.py` and `features.py` render the same tree, so that the three cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import annotated_types
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sahelcorpus.records.base import DAY_PATTERN, INSTANT_PATTERN, Record

_SCALARS: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, integer, number, boolean, day or instant, with the constraints JSON Schema can state."""

    kind: str
    nullable: bool = False
    constraints: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed vocabulary, in `ClassLabel` order."""

    names: tuple[str, ...]
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list, never null, perhaps with a least length."""

    item: Shape
    constraints: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Struct:
    """A record within a record."""

    record: type[Record]
    fields: tuple[Member, ...]
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A named field of a struct, with what people are told about it."""

    name: str
    shape: Shape
    description: str
    examples: tuple[Any, ...]
    unit: str | None
    required: bool
    default: Any


Shape = Scalar | Labels | ListOf | Struct


@cache
def walk(record: type[Record]) -> Struct:
    """Read a record type into a tree of shapes.

    Raises:
        TypeError: for an annotation that a table or a JSON Schema could not carry.
    """
    return Struct(record, tuple(_member(record, name, info) for name, info in record.model_fields.items()))


def _member(record: type[Record], name: str, info: FieldInfo) -> Member:
    extra = info.json_schema_extra
    shape = _shape(info.annotation, _constraints(info.metadata), f"{record.__name__}.{name}")
    default = None if info.default is PydanticUndefined else info.default
    return Member(
        name=name,
        shape=shape,
        description=info.description or "",
        examples=tuple(info.examples or ()),
        unit=str(extra["unit"]) if isinstance(extra, dict) and "unit" in extra else None,
        required=info.is_required(),
        default=default,
    )


def _constraints(metadata: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in metadata:
        match item:
            case annotated_types.Ge(ge):
                found["minimum"] = ge
            case annotated_types.Le(le):
                found["maximum"] = le
            case annotated_types.MinLen(length):
                found["minLength"] = length
            case annotated_types.MaxLen(length):
                found["maxLength"] = length
            case _ if getattr(item, "pattern", None):
                found["pattern"] = item.pattern
            case FieldInfo():
                found |= _constraints(item.metadata)
            case _:
                pass
    return found


def _shape(  # noqa: PLR0911 - one return a kind of shape reads best
    annotation: Any, constraints: dict[str, Any], where: str, *, nullable: bool = False
) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], _constraints(list(arguments[1:])) | constraints, where, nullable=nullable)
    if origin in (Union, UnionType):
        (inner,) = [argument for argument in arguments if argument is not NoneType]
        return _shape(inner, constraints, where, nullable=True)
    if origin is list:
        if nullable:
            raise TypeError(f"{where}: a list is never null; an empty one says the same")
        renamed = {{"minLength": "minItems", "maxLength": "maxItems"}[key]: value for key, value in constraints.items()}
        return ListOf(_shape(arguments[0], {}, where), renamed)
    if isinstance(annotation, type):
        if issubclass(annotation, StrEnum):
            return Labels(tuple(member.value for member in annotation), nullable)
        if issubclass(annotation, Record):
            return Struct(annotation, walk(annotation).fields, nullable)
        if issubclass(annotation, datetime):
            return Scalar("instant", nullable, {"pattern": INSTANT_PATTERN})
        if issubclass(annotation, date):
            return Scalar("day", nullable, {"pattern": DAY_PATTERN})
        if annotation in _SCALARS:
            return Scalar(_SCALARS[annotation], nullable, constraints)
    raise TypeError(
        f"{where}: {annotation!r} is none of str, int, float, bool, date, datetime, StrEnum, Record or list"
    )


def label_columns(struct: Struct, prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the dotted path and the ordered names of every column of labels, lists and structs looked through."""
    for member in struct.fields:
        path, shape = f"{prefix}{member.name}", member.shape
        while isinstance(shape, ListOf):
            shape = shape.item
        if isinstance(shape, Labels):
            yield path, shape.names
        elif isinstance(shape, Struct):
            yield from label_columns(shape, f"{path}.")
