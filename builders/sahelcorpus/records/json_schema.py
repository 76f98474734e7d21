"""JSON Schema 2020-12 from the record types."""

from __future__ import annotations

from typing import Any

from sahelcorpus.records.base import Record
from sahelcorpus.records.shape import Labels, ListOf, Member, Scalar, Shape, Struct, walk

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMATS = {"day": "date", "instant": "date-time"}


def json_schema(record: type[Record], name: str) -> dict[str, Any]:
    """Return the JSON Schema of a record type as plain data.

    Args:
        record: The record type.
        name: Name of the schema, which becomes the last part of its `$id`.
    """
    definitions: dict[str, Any] = {}
    body = _object(walk(record), definitions)
    return {
        "$schema": DIALECT,
        "$id": f"urn:sahelcorpus:schema:{name}",
        "title": record.__name__,
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(struct: Struct, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": (struct.record.__doc__ or "").strip().split("\n\n")[0],
        "type": "object",
        "properties": {member.name: _property(member, definitions) for member in struct.fields},
        "required": [member.name for member in struct.fields if member.required],
        "additionalProperties": False,
    }


def _property(member: Member, definitions: dict[str, Any]) -> dict[str, Any]:
    title = member.name.replace("_", " ").capitalize()
    told: dict[str, Any] = {"title": title, "description": member.description, "examples": list(member.examples)}
    if member.unit:
        told["x-unit"] = member.unit
    if not member.required:
        told["default"] = member.default
    return told | _render(member.shape, definitions)


def _render(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Scalar(kind, nullable, constraints):
            kind_name = "string" if kind in _FORMATS else kind
            rendered: dict[str, Any] = {"type": [kind_name, "null"] if nullable else kind_name, **constraints}
            if kind in _FORMATS:
                rendered["format"] = _FORMATS[kind]
            return rendered
        case Labels(names, nullable):
            return {"enum": [*names, None] if nullable else list(names)}
        case ListOf(item, constraints):
            return {"type": "array", "items": _render(item, definitions), **constraints}
        case Struct(record, _, nullable):
            if record.__name__ not in definitions:
                definitions[record.__name__] = {}  # holds the place while the fields are rendered
                definitions[record.__name__] = _object(shape, definitions)
            reference = {"$ref": f"#/$defs/{record.__name__}"}
            return {"anyOf": [reference, {"type": "null"}]} if nullable else reference
