"""Writing the tables: Parquet with zstd, page index and content-defined chunks, the same bytes however rows arrive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sahelcorpus.records.arrow_schema import arrow_schema
from sahelcorpus.records.tables import Table
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.store.parquet_reading import opened_parquet

ROWS_A_GROUP = {"articles": 1_000}
"""Rows of a row group where they are large; a group is what a reader, and this writer, hold in memory at once."""

OTHER_ROWS_A_GROUP = 10_000
GROUPS_A_FILE = 20
"""Row groups of a file: whoever opens it holds its footer, in which each group takes about 0.15 MB."""


class PartWriter:
    """Writes one table of one split, in row groups of fixed size whatever the size of the batches."""

    def __init__(self, folder: Path, table: Table, split: Split) -> None:
        """Write below `folder`, which is made if need be."""
        self._folder = folder / table.name
        self._split = split
        self._rows_a_group = ROWS_A_GROUP.get(table.name, OTHER_ROWS_A_GROUP)
        self._schema = arrow_schema(table.row)
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_rows = 0
        self._writer: pq.ParquetWriter | None = None
        self._files = 0
        self._groups_in_file = 0

    def write(self, batch: pa.RecordBatch) -> None:
        """Take in some rows."""
        self._waiting.append(batch)
        self._waiting_rows += batch.num_rows
        while self._waiting_rows >= self._rows_a_group:
            self._flush(self._rows_a_group)

    def close(self) -> None:
        """Write what is left; a part without rows is an empty file, so that every config has the same splits."""
        while self._waiting_rows:
            self._flush(min(self._rows_a_group, self._waiting_rows))
        if self._files == 0:
            self._open()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _flush(self, rows: int) -> None:
        table = pa.Table.from_batches(self._waiting, self._schema)
        group, rest = table.slice(0, rows).combine_chunks(), table.slice(rows)
        self._waiting = rest.to_batches()
        self._waiting_rows = rest.num_rows
        if self._writer is None or self._groups_in_file == GROUPS_A_FILE:
            self._open()
        assert self._writer is not None  # noqa: S101 - _open has set it
        self._writer.write_table(group, row_group_size=rows)
        self._groups_in_file += 1

    def _open(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{self._split.value}-{self._files:05d}.parquet"
        self._writer = pq.ParquetWriter(
            path,
            self._schema,
            compression="zstd",
            compression_level=3,
            use_content_defined_chunking=True,
            write_page_index=True,
        )
        self._files += 1
        self._groups_in_file = 0


def part_files(folder: Path, table: str, split: Split) -> list[Path]:
    """Return the files of one table of one split, in order."""
    return sorted((folder / table).glob(f"{split.value}-*.parquet"))


def part_rows(folder: Path, table: Table, split: Split, rows: int = 1_000) -> Iterator[pa.RecordBatch]:
    """Yield the rows of one table of one split, a bounded number at a time."""
    for path in part_files(folder, table.name, split):
        with opened_parquet(path) as file:
            yield from file.iter_batches(batch_size=rows)
