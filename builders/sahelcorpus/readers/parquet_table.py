"""Parquet: one document a row, a batch in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sahelcorpus.readers.columns import Columns, document_of_row
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source
from sahelcorpus.readers.opening import received

_LABEL = "parquet-1"
_ROWS = 64
"""Rows in memory at a time: even of the longest texts, a few hundred megabytes."""
_MAX_FOOTER_BYTES = 64_000_000


def read(source: Source, columns: Columns) -> Iterator[Outcome]:
    """Yield a document for each row."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    from sahelcorpus.store.parquet_reading import opened_parquet  # noqa: PLC0415 - as slow

    with received(source) as file:
        number = 0
        try:
            table = opened_parquet(
                file.stream, thrift_string_size_limit=_MAX_FOOTER_BYTES, thrift_container_size_limit=1_000_000
            )
            header = table.schema_arrow.names
            wanted = sorted(set(columns.of(header).values()), key=header.index) or header[:8]
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield document_of_row(row, columns, f"row {number}", lambda text: file.provenance(_LABEL, text))
        except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError, OverflowError) as error:
            detail = str(error).splitlines()[0] if str(error) else type(error).__name__
            yield Rejection(RejectionReason.BROKEN, f"row {number + 1}", "", detail)


def _header(path: Path) -> list[str]:
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return [str(name) for name in pq.read_schema(path).names]
    except (pa.ArrowException, OSError, ValueError):
        return []


def recognises(head: bytes, _: str) -> Fit:
    """Every Parquet file begins with the same four bytes."""
    return Fit.CERTAIN if head.startswith(b"PAR1") else Fit.NO


def parquet(columns: Columns) -> Reader:
    """Return the reader for Parquet files whose columns mean what `columns` says."""
    return Reader("parquet", 1, "Parquet", recognises, lambda source: read(source, columns), header=_header)
