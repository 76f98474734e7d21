"""The readers there are, one file a format. Of two that fit a file alike, the first listed here takes it."""

from __future__ import annotations

from sahelcorpus.readers.columns import Columns
from sahelcorpus.readers.dataset import DATASET
from sahelcorpus.readers.delimited import delimited
from sahelcorpus.readers.document import Reader
from sahelcorpus.readers.europresse import EUROPRESSE
from sahelcorpus.readers.factiva_html import FACTIVA_HTML
from sahelcorpus.readers.factiva_rtf import FACTIVA_RTF
from sahelcorpus.readers.factiva_xml import FACTIVA_XML
from sahelcorpus.readers.json_lines import json_lines
from sahelcorpus.readers.nexis_docx import NEXIS_DOCX
from sahelcorpus.readers.nexis_html import NEXIS_HTML
from sahelcorpus.readers.parquet_table import parquet
from sahelcorpus.readers.plain_text import PLAIN_TEXT


def known_readers(columns: Columns | None = None) -> tuple[Reader, ...]:
    """Return every reader.

    Args:
        columns: What the columns of tables mean; None for their usual names.
    """
    columns = columns or Columns()
    return (
        DATASET,
        EUROPRESSE,
        FACTIVA_HTML,
        FACTIVA_RTF,
        FACTIVA_XML,
        NEXIS_HTML,
        NEXIS_DOCX,
        parquet(columns),
        json_lines(columns),
        delimited(columns),
        PLAIN_TEXT,
    )
