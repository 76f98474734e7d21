"""Every reader against exports whose truth is known: each field exactly, each document once, each rejection its reason."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from invented_exports import tables
from invented_exports.formats import FORMATS
from invented_exports.scoring import FIELDS, scored

from sahelcorpus.readers.detection import HEAD_BYTES, detected, detected_by_head
from sahelcorpus.readers.document import Document
from sahelcorpus.readers.formats import known_readers

READ_FROM_THE_END = {"nexis_docx", "parquet", "web_zip"}
exports = pytest.mark.parametrize("name", FORMATS)


@exports
def test_each_format_is_known_by_its_content(name: str) -> None:
    """Whatever the file is called."""
    head = FORMATS[name].make(60).content[:HEAD_BYTES]
    for called in ("export", "export.txt", "export.html", "export.csv", "export.zip"):
        reader = detected_by_head(head, called, known_readers(FORMATS[name].columns))
        assert reader is not None
        assert reader.name == FORMATS[name].reader, called


@exports
def test_every_field_is_exactly_what_is_true(name: str) -> None:
    """Title, outlet, date, byline, page, id, credits, and the text with its marks and spaces; nothing else comes out."""
    # only some articles fit into Windows-1252 as they are
    export = FORMATS[name].make(160 if "Windows" in name else 60)
    scores = scored(FORMATS[name].its_reader().read(io.BytesIO(export.content)), export.truths)
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


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].reader not in READ_FROM_THE_END])
def test_reading_is_lazy(name: str) -> None:
    """The first document comes before the rest of the file is parsed: a broken end does not hide a whole beginning.

    Zip and Parquet files are read from their ends: half of one is none.
    """
    content = FORMATS[name].make(60).content
    cut = content[: len(content) // 2]
    assert sum(isinstance(outcome, Document) for outcome in FORMATS[name].its_reader().read(io.BytesIO(cut))) >= 5


@exports
def test_a_stream_that_cannot_be_wound_back(name: str) -> None:
    """A pipe gives what the file gives."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    export = FORMATS[name].make(60)
    assert scored(FORMATS[name].its_reader().read(Pipe(export.content)), export.truths).wrong == []
