"""The ground every record type stands on: strict, frozen, and read only from plain JSON-like data."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Self

import msgspec
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic.fields import FieldInfo

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
INSTANT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
WIKIDATA_PATTERN = r"^Q[1-9][0-9]*$"


def about(description: str, *, examples: list[Any], unit: str | None = None, **constraints: Any) -> FieldInfo:
    """Describe a field for every schema that is derived from it.

    Args:
        description: What the field says, in one or two sentences.
        examples: At least one value that passes, as plain JSON.
        unit: What a number counts (``"code points"``), where it counts something.
        **constraints: pydantic's own ``ge``, ``le``, ``pattern``, ``min_length``: those JSON Schema can say as well.
    """
    extra: dict[str, Any] = {"unit": unit} if unit else {}
    info: FieldInfo = Field(description=description, examples=examples, json_schema_extra=extra or None, **constraints)
    return info


def _matching(pattern: str, example: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def look(value: object) -> object:
        # pydantic alone also takes "2022-02-17T00:00:00" for a date and unix seconds for a time; JSON Schema does not
        is_written = isinstance(value, str) and compiled.match(value) is not None
        if not is_written and not isinstance(value, date):
            raise ValueError(f"should be written like {example}")
        return value

    return BeforeValidator(look)


# not strict: behind a validator of ours pydantic sees a Python string, and strictly no string is a date
Day = Annotated[date, Strict(strict=False), _matching(DAY_PATTERN, "2022-02-17")]
Instant = Annotated[datetime, Strict(strict=False), _matching(INSTANT_PATTERN, "2022-02-17T09:30:00Z")]


class Record(BaseModel):
    """A thing that flows: immutable, without unknown fields, without silent conversions.

    A field constraint is only what JSON Schema can say too; whatever needs two fields or two files at once is a rule in
    ``sahelcorpus.check``. So the record types, the JSON Schemas and the tables accept the same things.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, validate_default=False)

    @classmethod
    def from_plain(cls, plain: object) -> Self:
        """Read a record from plain data (``dict``, ``list``, ``str``, numbers, ``None``), dates being strings.

        Raises:
            pydantic.ValidationError: with every fault and its path, not only the first.
        """
        return cls.model_validate_json(msgspec.json.encode(plain))

    def to_plain(self) -> dict[str, Any]:
        """Return the record as plain JSON-like data, fields in their declared order, dates as strings."""
        return self.model_dump(mode="json")

    def to_sparse(self) -> dict[str, Any]:
        """Return the record as plain data without the fields that have their default value."""
        return self.model_dump(mode="json", exclude_defaults=True)
