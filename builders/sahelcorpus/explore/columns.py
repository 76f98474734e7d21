"""Records as columns in JSON: what a page can open quickly, small once it is compressed, and exact when read back.

A column is one of

- a list: one value a row;
- ``{"c": value, "r": rows}``: the same value in every row;
- ``{"d": [values], "i": [numbers]}``: a dictionary and the number of each row's value, -1 for null;
- ``{"n": [lengths], "of": column}``: lists, their items one after the other;
- ``{"f": {name: column}, "null": [rows]}``: records; the columns below hold the rows that are not null;
- ``{"slice": rows}``: the text of a span, which the article's text gives;
- ``{"joined": rows}``: the text of a quotation, which its segments give;
- ``{"own": column}``: ids that begin with the article's, of which only the rest is kept.

Labels are numbers, as the tables hold them. `front/columns.js` reads what this module writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sahelcorpus.records.shape import Labels, ListOf, Scalar, Shape, Struct

Column = Any
"""Plain data of one of the forms above."""

_OWN_IDS = frozenset({"quote_id", "stance_id", "parent_quote_id"})
_SPAN = frozenset({"start", "end", "text"})


def encoded_rows(struct: Struct, rows: Sequence[dict[str, Any]], leave_out: frozenset[str] = frozenset()) -> Column:
    """Return article rows as columns.

    Args:
        struct: The shape of a row.
        rows: Rows as Parquet gives them: labels as numbers, days and instants as Python's.
        leave_out: Fields of the row itself that stand elsewhere.
    """
    texts = [row.get("text") or "" for row in rows]
    owners = list(range(len(rows)))
    encoder = _Encoder([row["article_id"] for row in rows], texts)
    return {
        "f": {
            member.name: encoder.column(member.name, member.shape, [row[member.name] for row in rows], owners)
            for member in struct.fields
            if member.name not in leave_out and member.name in rows[0]
        },
        "null": [],
    }


class _Encoder:
    """Knows the articles to which the rows below belong."""

    def __init__(self, article_ids: Sequence[str], texts: Sequence[str]) -> None:
        self._article_ids = article_ids
        self._texts = texts

    def column(self, name: str, shape: Shape, values: list[Any], owners: list[int]) -> Column:
        """Return one column; `owners` says for each value which article it belongs to."""
        match shape:
            case ListOf(item):
                lists = [value or [] for value in values]
                lengths = [len(one) for one in lists]
                flat = [entry for one in lists for entry in one]
                whose = [owner for owner, one in zip(owners, lists, strict=True) for _ in one]
                return {"n": _packed(lengths), "of": self.column(name, item, flat, whose)}
            case Struct():
                return self._struct(shape, values, owners)
            case Scalar("string") if name in _OWN_IDS:
                return self._own_ids(values, owners)
            case Scalar() | Labels():
                return _packed([_plain(value) for value in values])

    def _struct(self, shape: Struct, values: list[Any], owners: list[int]) -> Column:
        there = [(value, owner) for value, owner in zip(values, owners, strict=True) if value is not None]
        rows, whose = [value for value, _ in there], [owner for _, owner in there]
        names = {member.name for member in shape.fields}
        fields: dict[str, Column] = {}
        for member in shape.fields:
            if rows and member.name not in rows[0]:
                continue
            if member.name == "text" and names >= _SPAN and self._are_slices(rows, whose):
                fields["text"] = {"slice": len(rows)}
            elif member.name == "text" and "segments" in names and _are_joined(rows):
                fields["text"] = {"joined": len(rows)}
            else:
                fields[member.name] = self.column(member.name, member.shape, [row[member.name] for row in rows], whose)
        return {"f": fields, "null": [number for number, value in enumerate(values) if value is None]}

    def _are_slices(self, rows: list[dict[str, Any]], owners: list[int]) -> bool:
        return all(
            self._texts[owner][row["start"] : row["end"]] == row["text"]
            for row, owner in zip(rows, owners, strict=True)
        )

    def _own_ids(self, values: list[str | None], owners: list[int]) -> Column:
        stems = [self._article_ids[owner] for owner in owners]
        if all(value is None or value.startswith(stem) for value, stem in zip(values, stems, strict=True)):
            rests = [None if value is None else value[len(stem) :] for value, stem in zip(values, stems, strict=True)]
            return {"own": _packed(rests)}
        return _packed(values)


def _are_joined(rows: list[dict[str, Any]]) -> bool:
    return all(row["text"] == " ".join(segment["text"] or "" for segment in row["segments"]) for row in rows)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _packed(values: Sequence[Any]) -> Column:
    """Return values in the form that takes least."""
    if not values:
        return []
    first = values[0]
    if all(value == first and type(value) is type(first) for value in values):
        return {"c": first, "r": len(values)}
    if any(isinstance(value, str) for value in values):
        places: dict[str, int] = {}
        numbers = [-1 if value is None else places.setdefault(value, len(places)) for value in values]
        if len(places) * 2 <= len(values):
            return {"d": list(places), "i": numbers}
    return list(values)
