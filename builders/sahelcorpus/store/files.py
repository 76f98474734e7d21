"""Reading one file of a collection: a plain file of bearable size, or a finding that says why not."""

from __future__ import annotations

from pathlib import Path

from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rules import RULES
from sahelcorpus.text.canonical import MAX_TEXT_BYTES, NotTextError, canonical_text


def finding(code: str, file: str, place: str, found: str, allowed: str) -> Finding:
    """Return a finding whose advice is the rule's own."""
    return Finding(code, file, place, found, allowed, RULES[code].mend)


def read_bytes(path: Path, name: str, limit: int = MAX_TEXT_BYTES) -> bytes:
    """Return the bytes of a plain file.

    Args:
        path: The file.
        name: How findings name it.
        limit: Most bytes taken.

    Raises:
        CorpusError: if the file is missing, a folder, a broken link, locked, or too large (SC101 to SC103).
    """
    try:
        with path.open("rb") as file:
            received = file.read(limit + 1)
    except FileNotFoundError:
        if path.is_symlink():
            raise CorpusError(
                finding("SC102", name, "", f"a link to {path.readlink()}, which is not there", "a plain file")
            ) from None
        raise CorpusError(finding("SC101", name, "", "no file", "a plain file")) from None
    except IsADirectoryError:
        raise CorpusError(finding("SC102", name, "", "a folder", "a plain file")) from None
    except OSError as error:
        raise CorpusError(finding("SC102", name, "", error.strerror or str(error), "a readable file")) from None
    if len(received) > limit:
        size = path.stat().st_size
        raise CorpusError(finding("SC103", name, "", f"{size:,} bytes", f"at most {limit:,} bytes"))
    return received


def read_text(path: Path, name: str) -> str:
    """Return the text of a UTF-8 file, line ends as they are.

    Raises:
        CorpusError: as `read_bytes`, and for bytes that are not UTF-8 or hold a NUL (SC104, SC105).
    """
    received = read_bytes(path, name)
    if b"\0" not in received:
        try:
            return received.decode("utf-8")
        except UnicodeDecodeError:
            pass
    try:
        canonical_text(received)  # names the place of the fault
    except NotTextError as error:
        raise CorpusError(finding(error.code, name, error.place, error.found, error.allowed)) from None
    raise AssertionError("a text that does not decode was taken for canonical")
