"""Bytes to canonical text: UTF-8, NFC, line feeds between lines, nothing else changed."""

from __future__ import annotations

import hashlib
import unicodedata

MAX_TEXT_BYTES = 5_000_000
"""Longest text taken for one article; the longest known press article is far under a tenth of it."""


class NotTextError(ValueError):
    """Raised for bytes that are not UTF-8 text; `code` is the code of the broken rule."""

    def __init__(self, code: str, place: str, found: str, allowed: str) -> None:
        """Take the rule's code, the place (`byte 17`), what was found, and what was allowed."""
        super().__init__(f"{place}: found {found}; allowed: {allowed}")
        self.code, self.place, self.found, self.allowed = code, place, found, allowed


def canonical_text(received: bytes) -> str:
    """Return the canonical text of received bytes.

    A byte order mark is part of the encoding and goes; every other character stays, apostrophes, no-break spaces,
    typing errors and letters of a foreign script among them.

    Raises:
        NotTextError: for bytes that are not UTF-8, hold a NUL, or are more than `MAX_TEXT_BYTES`.
    """
    if len(received) > MAX_TEXT_BYTES:
        raise NotTextError("SC103", "whole file", f"{len(received):,} bytes", f"at most {MAX_TEXT_BYTES:,} bytes")
    nul = received.find(b"\0")
    if nul >= 0:
        raise NotTextError("SC105", f"byte {nul}", "a NUL byte", "text")
    try:
        text = received.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTextError("SC104", f"byte {error.start}", f"0x{received[error.start]:02x}", "UTF-8") from None
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_canonical(text: str) -> bool:
    """Say whether a text is NFC with line feeds between its lines."""
    return "\r" not in text and unicodedata.is_normalized("NFC", text)


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
