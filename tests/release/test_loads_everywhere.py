"""What was built opens in the programs that people use, and says the same in each.

The installed `datasets` and `pyarrow` are the newest here, and the oldest that are declared where the built wheel is
tested.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
import pandas as pd
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from sahelcorpus.records.tables import TABLES
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.build import build
from sahelcorpus.release.parquet import part_files

Rows = list[dict[str, Any]]


def plain(value: Any) -> Any:
    """Return a value without what is peculiar to a program: arrays as lists, instants in UTC, whole days as days."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, dt.datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return moment.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time(), dt.UTC).isoformat()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def by_load_dataset(directory: Path, table: str, split: str) -> Rows:
    """Read into memory, as training code does."""
    return list(datasets.load_dataset(str(directory), table, split=split))


def by_streaming(directory: Path, table: str, split: str) -> Rows:
    """Read one row after the other."""
    return list(datasets.load_dataset(str(directory), table, split=split, streaming=True))


def by_pandas(directory: Path, table: str, split: str) -> Rows:
    """Read as a data frame of Arrow's own types, so that a column with nulls stays what it is."""
    files = part_files(directory, table, Split(split))
    frame = pd.concat([pd.read_parquet(file, dtype_backend="pyarrow") for file in files])
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def by_polars(directory: Path, table: str, split: str) -> Rows:
    """Read through a pattern."""
    polars = pytest.importorskip("polars", reason="a program that must be able to open what is built")
    return polars.read_parquet(directory / table / f"{split}-*.parquet").to_dicts()


def by_duckdb(directory: Path, table: str, split: str) -> Rows:
    """Read by SQL."""
    duckdb = pytest.importorskip("duckdb", reason="a program that must be able to open what is built")
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        query = "SELECT * FROM read_parquet(?)"
        found = connection.execute(query, [str(directory / table / f"{split}-*.parquet")])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def by_pyarrow_dataset(directory: Path, table: str, split: str) -> Rows:
    """Read as a dataset of files, as distributed programs do."""
    files = [str(path) for path in part_files(directory, table, Split(split))]
    return pyarrow.dataset.dataset(files, format="parquet").to_table().to_pylist()


WAYS: tuple[Callable[[Path, str, str], Rows], ...] = (
    by_load_dataset,
    by_streaming,
    by_pandas,
    by_polars,
    by_duckdb,
    by_pyarrow_dataset,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented press, built: every table, three splits, nulls and nested lists everywhere."""
    target = tmp_path_factory.mktemp("everywhere") / "tamasna"
    build(Path(__file__).parents[2] / "corpus/tamasna", target)
    return target


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("table", [table.name for table in TABLES])
@pytest.mark.usefixtures("hf_cache")
def test_every_program_reads_the_same(way: Callable[..., Rows], table: str, built: Path) -> None:
    """Every row of every split, in order, to the last nested field."""
    splits = [split.value for split in Split if part_files(built, table, split)]
    assert splits
    for split in splits:
        own = [row for file in part_files(built, table, Split(split)) for row in pq.read_table(file).to_pylist()]
        assert plain(way(built, table, split)) == plain(own)
