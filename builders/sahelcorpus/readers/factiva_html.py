"""Factiva HTML: one table a document, one row a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sahelcorpus.readers.archived import document_of, seen_before
from sahelcorpus.readers.charsets import declared_charset, decoded
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.factiva_codes import CODES, article_of
from sahelcorpus.readers.markup import TooDeepError, line, paragraphs, parsed
from sahelcorpus.readers.opening import Received, received
from sahelcorpus.readers.segments import segments

_LABEL = "factiva_html-1"
_START = re.compile(rb"<div\b[^<>]{0,300}?\bclass\s*=\s*[\"']?article ", re.IGNORECASE)
_MARK = re.compile(rb"class\s*=\s*[\"']?article [a-z]{2}Article\b", re.IGNORECASE)
_HEAD_BYTES = 65_536


def read(source: Source) -> Iterator[Outcome]:
    """Yield every document of an export, each once: newer exports put a second, empty wrapper around each."""
    with received(source) as file:
        declared = declared_charset(file.stream.read(_HEAD_BYTES))
        file.stream.seek(0)
        is_repeated = seen_before()
        number = 0
        for segment in segments(file.stream, _START):
            if isinstance(segment, Rejection):
                number += 1
                yield segment
                continue
            outcome = _outcome(segment.content, declared, file, number + 1)
            if outcome is not None:
                number += 1
                yield is_repeated(outcome)


def _outcome(content: bytes, declared: str | None, file: Received, number: int) -> Outcome | None:
    """Return what became of a document; None for a wrapper around one."""
    place = f"document {number}"
    markup, disagreements = decoded(content, declared)
    try:
        root = parsed(markup)
    except TooDeepError:
        shown = excerpt(re.sub(r"<[^<>]*>", " ", markup[:5_000]))
        return Rejection(RejectionReason.TOO_DEEP, place, shown, "more than 256 elements deep")
    fields = _fields(root) if root is not None else {}
    if not fields:
        words = line(root) if root is not None else None
        # a wrapper holds nothing before the document that it wraps
        return Rejection(RejectionReason.BROKEN, place, excerpt(words), "no row with a code") if words else None
    return document_of(article_of(fields), place, _LABEL, file, disagreements)


def _fields(root: Any) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for row in root.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        code = (line(cells[0]) or "").strip(" \u00a0") if cells else ""
        if code in CODES and len(cells) > 1:
            fields.setdefault(code, []).extend(paragraphs(cells[1]))
    return fields


def recognises(head: bytes, _: str) -> Fit:
    """The class of its divisions is Factiva's alone."""
    return Fit.CERTAIN if _MARK.search(head) else Fit.NO


FACTIVA_HTML = Reader("factiva_html", 1, "Factiva HTML", recognises, read)
