"""Opening Parquet files that are read batch by batch."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import pyarrow.parquet as pq


def opened_parquet(source: Path | IO[bytes], **limits: int) -> pq.ParquetFile:
    """Open a Parquet file so that the memory of reading it does not grow with its length.

    By default its reader fetches the column chunks beforehand and keeps each of them until the end of the file.

    Args:
        source: The file.
        limits: Limits of the footer, as `pyarrow.parquet.ParquetFile` names them, in bytes or elements.

    Raises:
        pyarrow.ArrowException: if it is no Parquet file.
        OSError: if it cannot be read.
    """
    return pq.ParquetFile(source, pre_buffer=False, **limits)
