"""Which reader a file is for: by what stands in it, not by what it is called."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from sahelcorpus.readers.document import Fit, Reader
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

HEAD_BYTES = 65_536
"""How much of a file the readers see to say whether it is theirs."""


def detected(path: Path, readers: Sequence[Reader]) -> Reader | None:
    """Return the reader that fits a file or folder best; None if none fits. Of two that fit alike, the first.

    Raises:
        CorpusError: if nothing is there, or it cannot be opened (SC101, SC102).
    """
    if path.is_dir():
        return _best([(reader.recognises_folder(path), reader) for reader in readers])
    return detected_by_head(head_of(path), path.name, readers)


def detected_by_head(head: bytes, name: str, readers: Sequence[Reader]) -> Reader | None:
    """Return the reader that fits the first bytes of a file best; None if none fits. UTF-16 is seen as UTF-8."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return _best([(reader.recognises(head, name), reader) for reader in readers])


def head_of(path: Path) -> bytes:
    """Return the first `HEAD_BYTES` bytes of a file.

    Raises:
        CorpusError: if it is missing or cannot be read (SC101, SC102).
    """
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except FileNotFoundError:
        raise CorpusError(finding("SC101", str(path), "", "no file", "a file or a folder")) from None
    except OSError as error:
        raise CorpusError(
            finding("SC102", str(path), "", error.strerror or str(error), "a file that can be read")
        ) from None


def _best(fits: Sequence[tuple[Fit, Reader]]) -> Reader | None:
    best = max((fit for fit, _ in fits), default=Fit.NO)
    return next((reader for fit, reader in fits if fit is best), None) if best is not Fit.NO else None
