"""Where a WARC file goes on after a record that is not what it claims to be."""

from __future__ import annotations

import re
import zlib
from typing import IO

_RECORD = re.compile(rb"WARC/1\.[01]\r?\n[A-Za-z-]+:")
_GZIP = b"\x1f\x8b\x08"
_PIECE_BYTES = 1 << 20
_LONGEST_MARK = 64
_LENGTH = re.compile(rb"\r?\ncontent-length:\s*(\d{1,15})\s*\r?\n", re.IGNORECASE)
_HEADER_BYTES = 65_536
_BEGUN = re.compile(rb"\r?\n\r?\nWARC/1\.[01]\r?\nWARC-", re.IGNORECASE)


def next_record(stream: IO[bytes], after: int) -> int | None:
    """Return the offset of the first record at or after an offset; None if there is none.

    Args:
        stream: A WARC file, plain or with a gzip member for each record; can be wound back.
        after: Where to begin.
    """
    stream.seek(after)
    pending, start = b"", after
    while piece := stream.read(_PIECE_BYTES):
        pending += piece
        for match in re.finditer(rb"\x1f\x8b\x08|WARC/1\.[01]", pending):
            if match.start() > len(pending) - _LONGEST_MARK and len(piece) == _PIECE_BYTES:
                break
            ahead = pending[match.start() : match.start() + 4_096]
            if match[0] == _GZIP and len(ahead) < _LONGEST_MARK:
                continue
            if _RECORD.match(inflated_start(ahead) if match[0] == _GZIP else ahead):
                return start + match.start()
        start += max(0, len(pending) - 2 * _LONGEST_MARK)
        pending = pending[-2 * _LONGEST_MARK :]
    return None


def ends_where_it_claims(stream: IO[bytes], offset: int) -> bool:
    """Say whether a record's content is as long as its header says: two line ends follow it, and then no more of it."""
    stream.seek(offset)
    head = stream.read(_HEADER_BYTES)
    if head.startswith(_GZIP):
        return _member_ends_where_it_claims(stream, head)
    header = head.partition(b"\r\n\r\n")[0]
    length = _LENGTH.search(header + b"\r\n")
    if length is None:
        return False
    stream.seek(offset + len(header) + 4 + int(length[1]))
    return stream.read(4) == b"\r\n\r\n"


def holds_another(payload: bytes) -> bool:
    """Say whether the header of another record stands in the content of one, which is then longer than it should be."""
    return b"WARC/1." in payload and _BEGUN.search(payload) is not None


def inflated_start(packed: bytes) -> bytes:
    """Return the first bytes of gzip data, unpacked; nothing if it is none."""
    try:
        return zlib.decompressobj(47).decompress(packed, 4_096)
    except zlib.error:
        return b""


def _member_ends_where_it_claims(stream: IO[bytes], packed: bytes) -> bool:
    inflating = zlib.decompressobj(47)
    header, whole, length = b"", 0, -1
    try:
        while packed and not inflating.eof:
            piece = inflating.decompress(packed, _PIECE_BYTES)
            packed = inflating.unconsumed_tail or stream.read(_PIECE_BYTES)
            whole += len(piece)
            if length < 0:
                header += piece
                match = _LENGTH.search(header[:_HEADER_BYTES])
                if match is None and len(header) > _HEADER_BYTES:
                    return False
                begin = header.find(b"\r\n\r\n")
                if match is not None and begin >= 0:
                    length = begin + 4 + int(match[1]) + 4
    except zlib.error:
        return False
    return whole == length
