"""The payload of an HTTP response, taken out of its packing: chunks, gzip, deflate; never without bound."""

from __future__ import annotations

import re
import zlib

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_GZIP = 47
"""zlib's window size for data with a gzip or zlib header."""
_BARE_DEFLATE = -15


class PayloadTooLargeError(ValueError):
    """Raised for a payload that expands beyond the bound."""


class PackedOtherwiseError(ValueError):
    """Raised for a packing that is not known here; the message is its name."""


def unpacked(payload: bytes, transfer: str | None, coding: str | None, most: int) -> bytes:
    """Return a payload without its transfer and content codings.

    Many archives keep the headers of codings that are gone: what is not packed stays as it is.

    Args:
        payload: The bytes after the headers.
        transfer: The header `Transfer-Encoding`.
        coding: The header `Content-Encoding`.
        most: Most bytes that it may expand to.

    Raises:
        PayloadTooLargeError: if it expands to more.
        PackedOtherwiseError: for `br`, `zstd` and whatever else.
    """
    if "chunked" in (transfer or "").lower():
        payload = _joined_chunks(payload)
    for name in reversed([name.strip().lower() for name in (coding or "").split(",") if name.strip()]):
        if name in {"gzip", "x-gzip"}:
            payload = _inflated(payload, _GZIP, most) if payload.startswith(b"\x1f\x8b") else payload
        elif name == "deflate":
            payload = _inflated(payload, _GZIP if payload[:1] == b"\x78" else _BARE_DEFLATE, most)
        elif name != "identity" and payload.lstrip()[:1] != b"<":
            raise PackedOtherwiseError(name)
    return payload


def _joined_chunks(payload: bytes) -> bytes:
    """Return the content of chunks; a payload that is not chunked (any more) as it is."""
    parts: list[bytes] = []
    place = 0
    while (size := _CHUNK.match(payload, place)) is not None:
        length = int(size[1], 16)
        if length == 0 or size.end() >= len(payload):
            return b"".join(parts)
        parts.append(payload[size.end() : size.end() + length])
        place = size.end() + length
        while payload[place : place + 1] in {b"\r", b"\n"} and place < size.end() + length + 2:
            place += 1
    return b"".join(parts) if parts and place >= len(payload) else payload


def _inflated(payload: bytes, window: int, most: int) -> bytes:
    """Return inflated bytes, as far as they go; bytes that were never packed as they are."""
    inflating = zlib.decompressobj(window)
    try:
        found = inflating.decompress(payload, most + 1)
    except zlib.error:
        return payload
    if len(found) > most:
        raise PayloadTooLargeError
    return found
