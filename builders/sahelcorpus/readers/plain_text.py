"""A plain text file: the whole file is the text; what else is known stands in a YAML file beside it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sahelcorpus.readers.columns import Columns, document_of_row
from sahelcorpus.readers.document import Document, Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.opening import received
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding, read_text
from sahelcorpus.store.yaml_reading import read_yaml
from sahelcorpus.text.canonical import MAX_TEXT_BYTES, NotTextError, canonical_text

READER = "plain_text-1"
_REASONS = {"SC103": RejectionReason.TOO_LARGE}


def read_plain_text(path: Path) -> Document:
    """Read a text file, whatever may lie beside it.

    Raises:
        CorpusError: if it cannot be read, is too large, or is no UTF-8 text (SC101 to SC105), or holds nothing (SC303).
    """
    with received(path) as file:
        content = file.stream.read(MAX_TEXT_BYTES + 1)
        try:
            text = canonical_text(content)
        except NotTextError as error:
            raise CorpusError(finding(error.code, str(path), error.place, error.found, error.allowed)) from None
        if not text.strip():
            raise CorpusError(finding("SC303", str(path), "", "no text", "the text of an article"))
        return Document(text=text, provenance=file.provenance(READER, text))


def sidecar_of(path: Path) -> Path | None:
    """Return the YAML file that says what a text is: `a.yaml` or `a.txt.yaml` beside `a.txt`; None if there is none."""
    names = [path.with_suffix(".yaml"), path.with_suffix(".yml"), path.with_name(path.name + ".yaml")]
    return next((name for name in names if name != path and name.is_file()), None)


def read(source: Source) -> Iterator[Outcome]:
    """Yield the one document of a text file, with what its YAML file says of it."""
    with received(source) as file:
        content = file.stream.read(MAX_TEXT_BYTES + 1)
        try:
            text = canonical_text(content)
        except NotTextError as error:
            reason = _REASONS.get(error.code, RejectionReason.NOT_TEXT)
            shown = excerpt(content[:1_000].decode("utf-8", "replace"))
            yield Rejection(reason, error.place, shown, f"found {error.found}; allowed: {error.allowed}")
            return
        if not text.strip():
            yield Rejection(RejectionReason.NO_TEXT, "", excerpt(text))
            return
        provenance = file.provenance(READER, text)
        sidecar = sidecar_of(source) if isinstance(source, Path) else None
        if sidecar is None:
            yield Document(text=text, provenance=provenance)
            return
        try:
            said: Any = read_yaml(read_text(sidecar, sidecar.name), sidecar.name)
        except CorpusError as error:
            found = error.findings[0]
            yield Rejection(RejectionReason.BAD_FIELD, sidecar.name, excerpt(text), f"{found.found} [{found.code}]")
            return
    if not isinstance(said, dict):
        detail = f"a {type(said).__name__}, where fields were expected"
        yield Rejection(RejectionReason.BAD_FIELD, sidecar.name, excerpt(text), detail)
        return
    row = {str(key): value for key, value in said.items() if key != "text"}
    yield document_of_row({**row, "text": text}, Columns(), sidecar.name, lambda _: provenance)


def recognises(head: bytes, _: str) -> Fit:
    """Any UTF-8 text without control characters could be one."""
    if b"\0" in head:
        return Fit.NO
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return Fit.NO
    return Fit.FALLBACK


PLAIN_TEXT = Reader("plain_text", 1, "plain text", recognises, read)
