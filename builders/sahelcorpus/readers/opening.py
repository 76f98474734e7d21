"""A file as it was received: an open stream that can be wound back, its name, and the digest of its bytes."""

from __future__ import annotations

import codecs
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast

from sahelcorpus.readers.document import Source
from sahelcorpus.records import Provenance
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding
from sahelcorpus.text.canonical import NotTextError, canonical_text, text_sha256

_SPOOLED_BYTES = 16_000_000  # a stream that cannot be wound back is kept in memory up to here, then on disk


@dataclass(frozen=True, slots=True)
class Received:
    """A file or stream, open at its start.

    Attributes:
        stream: Its bytes, those of UTF-16 as UTF-8; can be wound back.
        name: Its name without folders; None if it has none.
        sha256: SHA-256 of all its bytes, in hexadecimal.
    """

    stream: IO[bytes]
    name: str | None
    sha256: str

    def provenance(self, reader: str, text: str, **more: Any) -> Provenance:
        """Return the provenance of a canonical text that was read from this file."""
        digest = text_sha256(text)
        return Provenance(reader=reader, file_name=self.name, received_sha256=self.sha256, text_sha256=digest, **more)


@contextmanager
def received(source: Source) -> Iterator[Received]:
    """Open a path or take over an open binary stream, for as long as the block lasts.

    Raises:
        CorpusError: if nothing is there, or it cannot be read (SC101, SC102).
    """
    with ExitStack() as closing:
        stream: IO[bytes]
        if isinstance(source, Path):
            try:
                stream = closing.enter_context(source.open("rb"))
            except FileNotFoundError:
                raise CorpusError(finding("SC101", str(source), "", "no file", "a file")) from None
            except OSError as error:
                found = error.strerror or str(error)
                raise CorpusError(finding("SC102", str(source), "", found, "a file that can be read")) from None
            name: str | None = source.name
        else:
            named = getattr(source, "name", None)
            name = Path(named).name if isinstance(named, str) else None
            stream = source
            if not source.seekable():
                stream = cast("IO[bytes]", closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOLED_BYTES)))
                shutil.copyfileobj(source, stream)
        stream.seek(0)
        whole = hashlib.sha256()
        while piece := stream.read(1 << 20):
            whole.update(piece)
        stream.seek(0)
        yield Received(_as_utf8(stream, closing), name, whole.hexdigest())


def _as_utf8(stream: IO[bytes], closing: ExitStack) -> IO[bytes]:
    """Return a stream of UTF-16 with a byte order mark as one of UTF-8; any other as it is. Both at their start."""
    head = stream.read(2)
    stream.seek(0)
    if head not in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return stream
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    narrow = cast("IO[bytes]", closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOLED_BYTES)))  # noqa: SIM115 - closed by the stack
    while piece := stream.read(1 << 20):
        narrow.write(decoder.decode(piece).encode("utf-8", "replace"))
    narrow.seek(0)
    return narrow


def canonical(text: str) -> str:
    """Return the canonical text of a decoded one.

    Raises:
        NotTextError: for lone surrogates, which no UTF-8 can hold, and as `canonical_text` does.
    """
    try:
        return canonical_text(text.encode())
    except UnicodeEncodeError as error:
        found = f"U+{ord(text[error.start]):04X}, half of a character"
        raise NotTextError("SC104", f"code point {error.start}", found, "whole characters") from None


def needed(module: str) -> Any:
    """Return a module that the extra `readers` brings.

    Raises:
        CorpusError: saying what to install, if it is not there (SC117).
    """
    if find_spec(module.partition(".")[0]) is None:
        raise CorpusError(finding("SC117", module, "", "a library that is not installed", "the extra `readers`"))
    return import_module(module)
