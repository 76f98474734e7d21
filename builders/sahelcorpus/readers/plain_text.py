"""A plain text file: the whole file is the text, and what else is known comes from whoever adds it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sahelcorpus.records import Provenance
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding, read_bytes
from sahelcorpus.text.canonical import NotTextError, canonical_text, text_sha256

READER = "plain_text-1"


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found: a canonical text, and how it came here."""

    text: str
    provenance: Provenance


def read_plain_text(path: Path) -> Document:
    """Read a text file.

    Raises:
        CorpusError: if it cannot be read, is too large, or is no UTF-8 text (SC101 to SC105), or holds nothing (SC303).
    """
    received = read_bytes(path, str(path))
    try:
        text = canonical_text(received)
    except NotTextError as error:
        raise CorpusError(finding(error.code, str(path), error.place, error.found, error.allowed)) from None
    if not text.strip():
        raise CorpusError(finding("SC303", str(path), "", "no text", "the text of an article"))
    provenance = Provenance(
        reader=READER,
        file_name=path.name,
        received_sha256=hashlib.sha256(received).hexdigest(),
        text_sha256=text_sha256(text),
    )
    return Document(text, provenance)
