"""JSON lines: one object a line, one document an object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sahelcorpus.readers.columns import Columns, document_of_row
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.opening import received
from sahelcorpus.readers.segments import lines

_LABEL = "json_lines-1"


def read(source: Source, columns: Columns) -> Iterator[Outcome]:
    """Yield a document for each line; empty lines are none."""
    with received(source) as file:
        for number, content in lines(file.stream):
            place = f"line {number}"
            if isinstance(content, Rejection):
                yield content
            elif content.strip():
                row = _object(content, place)
                yield (
                    row
                    if isinstance(row, Rejection)
                    else document_of_row(row, columns, place, lambda text: file.provenance(_LABEL, text))
                )


def _object(content: bytes, place: str) -> dict[str, Any] | Rejection:
    shown = excerpt(content[:1_000].decode("utf-8", "replace"))
    try:
        value = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        return Rejection(RejectionReason.NOT_TEXT, place, shown, f"byte {error.start}: not UTF-8")
    except RecursionError:
        return Rejection(RejectionReason.TOO_DEEP, place, shown, "JSON nested deeper than Python reads")
    except ValueError as error:
        return Rejection(RejectionReason.BROKEN, place, shown, f"no JSON: {error}")
    if not isinstance(value, dict):
        return Rejection(
            RejectionReason.BROKEN, place, shown, f"a {type(value).__name__}, where an object was expected"
        )
    return value


def _header(path: Path) -> list[str]:
    """Return the names in the first object."""
    with received(path) as file:
        for _, line in lines(file.stream):
            if isinstance(line, bytes) and line.strip():
                first = _object(line, "")
                return [] if isinstance(first, Rejection) else [str(name) for name in first]
    return []


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def recognises(head: bytes, _: str) -> Fit:
    """The first line that is not empty is an object, or the beginning of a long one."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not first.startswith(b"{"):
        return Fit.NO
    line, end, _rest = first.partition(b"\n")
    if not end:
        # a single line may be longer than what is looked at: `{"name":` is all that can be asked of it
        return Fit.LIKELY if first[1:].lstrip()[:1] in {b'"', b"}"} and b":" in first else Fit.NO
    try:
        return Fit.LIKELY if isinstance(json.loads(line.decode("utf-8", "replace")), dict) else Fit.NO
    except (ValueError, RecursionError):
        return Fit.FALLBACK if first[1:].lstrip().startswith(b'"') else Fit.NO


def json_lines(columns: Columns) -> Reader:
    """Return the reader for JSON lines whose names mean what `columns` says."""
    return Reader("json_lines", 1, "JSON lines", recognises, lambda source: read(source, columns), header=_header)
