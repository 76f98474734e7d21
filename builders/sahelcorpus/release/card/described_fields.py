"""The fields of every table as a card lists them: type, what it says, and an example from the data itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sahelcorpus.records.shape import Labels, ListOf, Member, Scalar, Shape, Struct, walk
from sahelcorpus.records.tables import DEFAULT_TABLE, TABLES
from sahelcorpus.release.card.grids import folded, grid
from sahelcorpus.release.card.telling import Telling

_TABLES_OF = {"quotes": "quotes", "stances": "stances"}
"""Fields of an article that are rows of a table of their own."""


def field_reference(tell: Telling, examples: Mapping[str, str]) -> str:
    """Return the fields of every table.

    Args:
        tell: The card's language.
        examples: An example by table and path, `quotes.cue.lemma`; a field without one has none in the data.
    """
    parts = []
    for table in TABLES:
        default = tell(" (the default config)") if table.name == DEFAULT_TABLE else ""
        doc = tell((table.row.__doc__ or "").split("\n")[0])
        colon = tell(": ")
        head = f"**`{table.name}`**{default}{colon}{doc[0].lower() + doc[1:]} {tell('Key')}{colon}`{table.key}`."
        rows = [
            (f"`{path}`", kind, told, example_cell(examples.get(f"{table.name}.{path}")))
            for path, kind, told in _described(walk(table.row), tell)
        ]
        heads = (tell("field"), tell("type"), tell("what it says"), tell("example from the data"))
        parts.append(
            f"{head}\n\n{folded(tell('Fields of {table}', table=f'<code>{table.name}</code>'), grid(heads, rows))}"
        )
    return "\n\n".join(parts)


def example_cell(example: str | None) -> str:
    """Return an example as code that no cell or browser takes for anything else."""
    if example is None:
        return ""
    ticks = "``" if "`" in example else "`"
    pad = " " if "`" in example else ""
    return f"{ticks}{pad}{example}{pad}{ticks}"


def _described(struct: Struct, tell: Telling, above: str = "") -> Iterator[tuple[str, str, str]]:
    for member in struct.fields:
        path = f"{above}{member.name}"
        told = tell(member.description)
        if member.unit:
            told += tell(" In {unit}.", unit=tell(member.unit))
        if path in _TABLES_OF:
            told += tell(" Fields: one row of the table `{table}` each.", table=_TABLES_OF[path])
            yield path, _type_in_words(member, tell), told
            continue
        yield path, _type_in_words(member, tell), told
        shape = member.shape
        while isinstance(shape, ListOf):
            shape = shape.item
        if isinstance(shape, Struct):
            yield from _described(shape, tell, f"{path}.")


def _type_in_words(member: Member, tell: Telling) -> str:
    def words(shape: Shape) -> str:
        match shape:
            case Scalar(kind, nullable):
                return tell(kind) + (tell(" or null") if nullable else "")
            case Labels(names, nullable):
                return tell("label") + tell(": ") + ", ".join(names) + (tell(" or null") if nullable else "")
            case ListOf(item):
                return tell("list of {what}", what=words(item))
            case Struct(_, __, nullable):
                return tell("struct") + (tell(" or null") if nullable else "")

    return words(member.shape)
