"""Every reader against exports whose truth is known: each field exactly, each document once, each rejection its reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_exports import europresse, factiva, nexis, tables
from invented_exports.europresse import Export
from invented_exports.scoring import FIELDS, scored

from sahelcorpus.readers.columns import Columns
from sahelcorpus.readers.detection import HEAD_BYTES, detected, detected_by_head
from sahelcorpus.readers.document import Document, Reader
from sahelcorpus.readers.formats import known_readers

EXPORTS: dict[str, tuple[str, Callable[[], Export]]] = {
    "europresse, first generation, false charset": ("europresse", europresse.first_generation),
    "europresse, first generation, Windows-1252": (
        "europresse",
        lambda: europresse.first_generation(seed=14, encoding="cp1252"),
    ),
    "europresse, second generation": ("europresse", europresse.second_generation),
    "europresse, third generation": ("europresse", europresse.third_generation),
    "factiva, HTML": ("factiva_html", factiva.html_export),
    "factiva, RTF": ("factiva_rtf", factiva.rtf_export),
    "factiva, XML": ("factiva_xml", factiva.xml_export),
    "lexisnexis, HTML": ("nexis_html", nexis.html_export),
    "nexis uni, DOCX": ("nexis_docx", nexis.docx_export),
    "JSON lines": ("json_lines", tables.json_lines),
    "CSV": ("delimited", tables.delimited),
    "CSV, semicolons, Windows-1252": (
        "delimited",
        lambda: tables.delimited(200, delimiter=";", encoding="cp1252"),
    ),
    "TSV, UTF-16": ("delimited", lambda: tables.delimited(delimiter="\t", encoding="utf-16")),
    "Parquet": ("parquet", tables.parquet),
}
"""A reader's name and what makes the export; the benchmark measures the same."""

exports = pytest.mark.parametrize("name", EXPORTS)


def readers(name: str) -> tuple[Reader, ...]:
    """Return the readers that an export is for: tables with odd columns are told what these are."""
    odd = EXPORTS[name][0] in {"delimited", "parquet"}
    return known_readers(Columns(tables.COLUMNS) if odd else None)


@exports
def test_each_format_is_known_by_its_content(name: str) -> None:
    """Whatever the file is called."""
    expected, make = EXPORTS[name]
    head = make().content[:HEAD_BYTES]
    for called in ("export", "export.txt", "export.html", "export.csv", "export.zip"):
        reader = detected_by_head(head, called, readers(name))
        assert reader is not None
        assert reader.name == expected, called


@exports
def test_every_field_is_exactly_what_is_true(name: str) -> None:
    """Title, outlet, date, byline, page, id, credits, and the text with its marks and spaces; nothing else comes out."""
    expected, make = EXPORTS[name]
    export = make()
    reader = next(one for one in readers(name) if one.name == expected)
    scores = scored(reader.read(io.BytesIO(export.content)), export.truths)
    assert scores.compared >= 40
    assert scores.wrong == []
    assert scores.outcomes_right == scores.documents == len(export.truths)
    assert {field: scores.exactness(field) for field in FIELDS} == dict.fromkeys(FIELDS, 1.0)


def test_a_text_and_the_yaml_beside_it(tmp_path: Path) -> None:
    """What the YAML file says becomes fields; byte order mark and line ends are the encoding's, not the text's."""
    written = tables.texts_with_sidecars(tmp_path)
    assert len(written) >= 40
    for path, truth in written:
        reader = detected(path, known_readers())
        assert reader is not None
        assert reader.name == "plain_text"
        scores = scored(reader.read(path), [truth])
        assert scores.wrong == []


@pytest.mark.parametrize("name", [name for name in EXPORTS if "DOCX" not in name and name != "Parquet"])
def test_reading_is_lazy(name: str) -> None:
    """The first document comes before the rest of the file is parsed: a broken end does not hide a whole beginning.

    Zip and Parquet files are read from their ends: half of one is none.
    """
    expected, make = EXPORTS[name]
    content = make().content
    reader = next(one for one in readers(name) if one.name == expected)
    cut = content[: len(content) // 2]
    assert sum(isinstance(outcome, Document) for outcome in reader.read(io.BytesIO(cut))) >= 5


@exports
def test_a_stream_that_cannot_be_wound_back(name: str) -> None:
    """A pipe gives what the file gives."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    expected, make = EXPORTS[name]
    export = make()
    reader = next(one for one in readers(name) if one.name == expected)
    assert scored(reader.read(Pipe(export.content)), export.truths).wrong == []
