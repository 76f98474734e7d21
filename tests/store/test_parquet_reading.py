"""Parquet files that are read batch by batch."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sahelcorpus.store.parquet_reading import opened_parquet


def test_no_more_than_a_few_row_groups_are_held(tmp_path: Path) -> None:
    """Reading holds what it decodes, not the column chunks of the whole file."""
    draw = random.Random(7)  # noqa: S311 - no secret
    rows, row_bytes, held = 40, 200_000, []
    values = pa.array([draw.randbytes(row_bytes) for _ in range(rows)])
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": values}), path, row_group_size=1)
    del values
    before = pa.total_allocated_bytes()
    with opened_parquet(path) as file:
        for batch in file.iter_batches(batch_size=1):
            assert len(batch) == 1
            held.append(pa.total_allocated_bytes() - before)
    assert len(held) == rows
    assert max(held) < 10 * row_bytes
