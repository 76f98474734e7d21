"""CSV and TSV: a header row, then one document a row; comma, semicolon, tab or bar, as the header shows."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from sahelcorpus.readers.charsets import decoded
from sahelcorpus.readers.columns import FIELDS, Columns, document_of_row
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.opening import received
from sahelcorpus.readers.segments import lines
from sahelcorpus.records import Provenance
from sahelcorpus.text.canonical import MAX_TEXT_BYTES

_LABEL = "delimited-1"
_DELIMITERS = "\t;,|"
_KNOWN = frozenset(name for names in FIELDS.values() for name in names)
_LONGEST_NAME = 60
_BOM = b"\xef\xbb\xbf"


def delimiter_of(header: str) -> str | None:
    """Return what stands between the columns of a header line; None if nothing does."""
    counts = {delimiter: len(_cells(header, delimiter)) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=counts.__getitem__)
    return best if counts[best] > 1 else None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def header_of(head: bytes) -> list[str]:
    """Return the names of the columns of a table that begins with these bytes; none if it is no table."""
    line = decoded(head.removeprefix(_BOM).partition(b"\n")[0], None)[0].rstrip("\r")
    delimiter = delimiter_of(line)
    return [] if delimiter is None else [cell.strip() for cell in _cells(line, delimiter)]


def _header(path: Path) -> list[str]:
    with received(path) as file:
        _, line = next(lines(file.stream), (0, b""))
    return [] if isinstance(line, Rejection) else header_of(line)


def read(source: Source, columns: Columns) -> Iterator[Outcome]:
    """Yield a document for each row below the header."""
    with received(source) as file:
        yield from _rows(file.stream, columns, lambda text: file.provenance(_LABEL, text))


def _rows(stream: IO[bytes], columns: Columns, provenance: Callable[[str], Provenance]) -> Iterator[Outcome]:
    spoilt: list[Rejection] = []

    def decoded_lines() -> Iterator[str]:
        for number, content in lines(stream):
            if isinstance(content, Rejection):
                spoilt.append(content)
                yield "\n"
            else:
                yield decoded(content.removeprefix(_BOM) if number == 1 else content, None)[0]

    fed = decoded_lines()
    first = next(fed, "")
    delimiter = delimiter_of(first.rstrip("\r\n"))
    if delimiter is None:
        yield Rejection(RejectionReason.BROKEN, "line 1", excerpt(first), "no header with at least two columns")
        return
    header = [cell.strip() for cell in _cells(first, delimiter)]
    csv.field_size_limit(MAX_TEXT_BYTES)  # csv's own limit holds for the whole process; articles are longer than it
    reader = csv.reader(fed, delimiter=delimiter)
    number, done = 0, False
    while not done:
        started = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            number += 1
            detail = (
                f"lines {started + 2} to {reader.line_num + 1}: {error}; perhaps a quotation mark that never closes"
            )
            yield Rejection(RejectionReason.BROKEN, f"row {number}", "", detail)
            continue
        yield from spoilt
        spoilt.clear()
        done = cells is None
        if cells:
            number += 1
            yield _outcome(cells, header, columns, f"row {number}", provenance)


def _outcome(
    cells: list[str], header: list[str], columns: Columns, place: str, provenance: Callable[[str], Provenance]
) -> Outcome:
    if len(cells) != len(header):
        detail = f"{len(cells)} cells under {len(header)} columns"
        return Rejection(RejectionReason.BROKEN, place, excerpt(" | ".join(cells)), detail)
    return document_of_row(dict(zip(reversed(header), reversed(cells), strict=True)), columns, place, provenance)


def recognises(head: bytes, name: str) -> Fit:
    """The first line names columns, one of them at least as a field is usually called; or the file's name ends so."""
    if b"\0" in head[:1000]:
        return Fit.NO
    header = header_of(head)
    if not header or any(not cell or len(cell) > _LONGEST_NAME for cell in header):
        return Fit.NO
    if {re.sub(r"[\s.-]+", "_", cell.lower()) for cell in header} & _KNOWN:
        return Fit.LIKELY
    return Fit.LIKELY if name.lower().endswith((".csv", ".tsv", ".tab")) else Fit.NO


def delimited(columns: Columns) -> Reader:
    """Return the reader for tables whose columns mean what `columns` says."""
    return Reader("delimited", 1, "CSV or TSV", recognises, lambda source: read(source, columns), header=_header)
