"""Bytes to text where the declared charset may be false: valid UTF-8 is UTF-8, whatever the file says of itself."""

from __future__ import annotations

import codecs
import re

from sahelcorpus.readers.document import Disagreement

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_UTF8 = ("utf-8", "utf8")
# what browsers take for each of these names: every byte of the C1 range is printed by Windows, never meant as a control
_AS_WINDOWS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_SINGLE_BYTE = re.compile(r"(?:cp125\d|windows-125\d|iso-8859-\d{1,2}|mac_?roman)", re.IGNORECASE)
_MOST_STRAY = 0.2
"""Share of characters beyond ASCII that may be of another charset in a text that is read as UTF-8."""


def declared_charset(head: bytes) -> str | None:
    """Return the charset that a file declares for itself, in lower case; None if it declares none."""
    match = _XML.search(head[:1024]) or _META.search(head)
    return match[1].decode("ascii").lower() if match else None


def decoded(content: bytes, declared: str | None) -> tuple[str, tuple[Disagreement, ...]]:
    """Return bytes as text, and a disagreement where they are not what the file declares.

    Valid UTF-8 with at least one character beyond ASCII is UTF-8. Otherwise the declared charset is believed if it is
    one of single bytes, else Windows-1252 is taken, which every byte has a character in. A text that is UTF-8 but for a
    few stray bytes is read as UTF-8, the stray bytes as Windows-1252.
    """
    if content.isascii():
        return content.decode("ascii"), ()
    try:
        text, charset = content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, charset = _not_quite_utf8(content, declared)
    if declared is None or (declared in _UTF8 and charset == "utf-8") or _AS_WINDOWS.get(declared, declared) == charset:
        return text, ()
    return text, (Disagreement("charset", "the bytes", charset, "the declaration", declared),)


def _not_quite_utf8(content: bytes, declared: str | None) -> tuple[str, str]:
    stray = 0

    def windows(error: UnicodeError) -> tuple[str, int]:
        nonlocal stray
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - only decoding calls this
        wrong = content[error.start : error.end]
        stray += len(wrong)
        return _windows(wrong), error.end

    codecs.register_error("sahelcorpus-stray", windows)
    mixed = content.decode("utf-8", "sahelcorpus-stray").removeprefix("\ufeff")
    beyond = sum(character > "\x7f" for character in mixed)
    if stray <= _MOST_STRAY * beyond:
        return mixed, "utf-8 with bytes of windows-1252"
    charset = _AS_WINDOWS.get(declared or "", declared or "cp1252")
    if charset != "cp1252" and _SINGLE_BYTE.fullmatch(charset):
        try:
            return content.decode(charset), charset
        except (LookupError, UnicodeDecodeError):
            pass
    return _windows(content), "cp1252"


def _windows(content: bytes) -> str:
    """Return Windows-1252 bytes as text; the five bytes that it leaves free become the C1 characters of Latin-1."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252" if byte not in _FREE else "latin-1") for byte in content)


_FREE = frozenset(b"\x81\x8d\x8f\x90\x9d")
