"""The three schemas of a record say the same: what passes one passes all, and comes back equal from Parquet."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import datasets
import jsonschema_rs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sahelcorpus.records import Article, Record
from sahelcorpus.records.arrow_schema import arrow_schema
from sahelcorpus.records.features import features
from sahelcorpus.records.json_schema import json_schema
from sahelcorpus.records.rows import row_decoder, row_encoder
from sahelcorpus.records.schemas import PUBLISHED, schema_files
from sahelcorpus.records.shape import Labels, ListOf, Scalar, Shape, Struct, walk
from sahelcorpus.records.tables import TABLES, Table

tables = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
published = pytest.mark.parametrize("name", PUBLISHED)


def plain_values(shape: Shape) -> st.SearchStrategy[Any]:
    """Return a strategy for plain values that a shape allows."""
    match shape:
        case Labels(names):
            values: st.SearchStrategy[Any] = st.sampled_from(names)
        case ListOf(item, constraints):
            return st.lists(plain_values(item), min_size=constraints.get("minItems", 0), max_size=2)
        case Struct(_, fields):
            required = {m.name: plain_values(m.shape) for m in fields if m.required}
            optional = {m.name: plain_values(m.shape) for m in fields if not m.required}
            values = st.fixed_dictionaries(required, optional=optional)
        case Scalar("string", _, constraints) if "pattern" in constraints:
            values = st.from_regex(constraints["pattern"].replace("$", r"\Z"), alphabet=st.characters(codec="ascii"))
            values = values.filter(lambda text: len(text) <= constraints.get("maxLength", 1_000))
        case Scalar("string", _, constraints):
            letters = st.characters(codec="utf-8")
            values = st.text(letters, min_size=constraints.get("minLength", 0), max_size=8)
        case Scalar("integer", _, constraints):
            least, most = constraints.get("minimum", -(2**31)), constraints.get("maximum", 2**31 - 1)
            values = st.integers(least, most)
        case Scalar("number", _, constraints):
            least, most = constraints.get("minimum"), constraints.get("maximum")
            values = st.floats(least, most, allow_nan=False, allow_infinity=False)
        case Scalar("day"):
            values = st.dates(date(1, 1, 1)).map(date.isoformat)
        case Scalar("instant"):
            moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(  # noqa: DTZ001 - Z is added
                lambda moment: moment.replace(microsecond=0).isoformat() + "Z"
            )
            values = moments
        case _:
            values = st.booleans()
    return st.none() | values if shape.nullable else values


@tables
def test_walker_agrees_with_datasets(table: Table) -> None:
    """The features and the Arrow schema that the walker writes are those that `datasets` would write."""
    made = datasets.Features.from_dict(features(table.row))
    assert made.to_dict() == features(table.row)
    assert made.arrow_schema.remove_metadata() == arrow_schema(table.row).remove_metadata()


@tables
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_record_survives_every_form(
    table: Table, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A record made from the shape passes pydantic and JSON Schema, and reads back equal from Parquet."""
    plain = data.draw(plain_values(walk(table.row)))
    record = table.row.from_plain(plain)
    validator = jsonschema_rs.Draft202012Validator(json_schema(table.row, table.name), validate_formats=True)
    assert [error.message for error in validator.iter_errors(plain)] == []
    assert [error.message for error in validator.iter_errors(record.to_plain())] == []
    dumped = record.model_dump()
    path = tmp_path_factory.mktemp("parquet") / "one.parquet"
    pq.write_table(pa.Table.from_pylist([row_encoder(table.row)(dumped)], arrow_schema(table.row)), path)
    (row,) = pq.read_table(path).to_pylist()
    assert row_decoder(table.row)(row) == dumped


def test_record_comes_back_equal_through_load_dataset(tmp_path: Path, hf_cache: Path) -> None:
    """Null structs, null labels, empty lists and dates are the same after `load_dataset`."""
    strategy = plain_values(walk(Article))
    plains = _examples(strategy, 30)
    dumped = [Article.from_plain(plain).model_dump() for plain in plains]
    folder = tmp_path / "parquet"
    folder.mkdir()
    rows = [row_encoder(Article)(record) for record in dumped]
    pq.write_table(pa.Table.from_pylist(rows, arrow_schema(Article)), folder / "train.parquet")
    loaded = datasets.load_dataset(str(folder), split="train", cache_dir=str(hf_cache))
    assert loaded.features == datasets.Features.from_dict(features(Article))
    assert [row_decoder(Article)(row) for row in loaded] == dumped


def _examples(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    drawn: list[Any] = []

    @settings(max_examples=count, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def collect(value: Any) -> None:
        drawn.append(value)

    collect()
    return drawn


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("an unknown field", {"surprise": 1}),
    ("a label outside the vocabulary", {"origin": "dreamt"}),
    ("a number for a text", {"source_id": 7}),
    ("a text for a list", {"countries": "ML"}),
    ("a null list", {"countries": None}),
    ("null where a value must be", {"source_id": None}),
    ("a slug with capitals", {"article_id": "Bad Slug"}),
    ("an id with a path in it", {"article_id": "../secret"}),
    ("a day that does not exist", {"published": "2022-02-30"}),
    ("a day with a time", {"published": "2022-02-17T00:00:00"}),
    ("a day as seconds", {"published": 1645056000}),
    ("a country in words", {"countries": ["Mali"]}),
    ("an address that is none", {"url": "bamada"}),
]


@pytest.mark.parametrize(("what", "change"), BROKEN, ids=[what for what, _ in BROKEN])
def test_what_one_schema_refuses_the_other_refuses(what: str, change: dict[str, Any]) -> None:
    """pydantic and JSON Schema draw the line at the same place."""
    from making import TEXT, metadata

    plain = {**metadata("pont-1", TEXT), "text": TEXT}
    validator = jsonschema_rs.Draft202012Validator(json_schema(Article, "articles"), validate_formats=True)
    assert Article.from_plain(plain)
    assert validator.is_valid(plain)
    with pytest.raises(ValidationError):
        Article.from_plain(plain | change)
    assert not validator.is_valid(plain | change), what


def test_a_missing_field_is_refused_by_both() -> None:
    """Only fields with a default may be left out."""
    from making import TEXT, metadata

    plain = {**metadata("pont-1", TEXT), "text": TEXT}
    del plain["rights"]
    with pytest.raises(ValidationError):
        Article.from_plain(plain)
    assert not jsonschema_rs.is_valid(json_schema(Article, "articles"), plain)


@published
def test_every_field_is_explained(name: str) -> None:
    """Every field has a title, a description that ends as a sentence, and an example."""
    schema = json_schema(PUBLISHED[name], name)
    for definition in [schema, *schema["$defs"].values()]:
        for field, told in definition["properties"].items():
            assert told["title"], field
            assert told["description"].endswith("."), field
            assert told["examples"], field
            if told.get("type") in ("integer", "number", ["integer", "null"], ["number", "null"]):
                assert told["x-unit"], field


@published
def test_schemas_are_valid_and_their_examples_pass(name: str) -> None:
    """Each schema is valid JSON Schema 2020-12, and the examples of its scalar fields pass it."""
    schema = json_schema(PUBLISHED[name], name)
    assert jsonschema_rs.meta.is_valid(schema)
    for field, told in schema["properties"].items():
        part = {"$defs": schema["$defs"], **{key: value for key, value in told.items() if key != "examples"}}
        for example in told["examples"]:
            incomplete = isinstance(example, dict) or (isinstance(example, list) and example and example != [])
            if not incomplete or "$ref" not in json.dumps(part):
                assert jsonschema_rs.is_valid(part, example), (field, example)


def test_schema_files_are_fresh(project: Path) -> None:
    """`schemas/` holds what the record types give, and nothing else."""
    wanted = schema_files()
    assert {path.name for path in (project / "schemas").iterdir()} == set(wanted)
    for name, text in wanted.items():
        assert (project / "schemas" / name).read_text(encoding="utf-8") == text, f"{name}: run sahelcorpus schema"


def test_the_walker_refuses_what_no_table_can_carry() -> None:
    """A field of a type that the three schemas do not share is an error at once."""

    class Odd(Record):
        """Odd."""

        field: dict[str, int]

    with pytest.raises(TypeError, match=r"Odd\.field"):
        walk(Odd)
