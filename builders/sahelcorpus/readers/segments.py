"""A long file cut into its documents, one in memory at a time, whatever is wrong with any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from sahelcorpus.readers.document import Rejection, RejectionReason, excerpt

MAX_SEGMENT_BYTES = 20_000_000
"""Most bytes that one document may take with all its markup."""
MAX_LINE_BYTES = 20_000_000
"""Most bytes that one line of a table or of JSON lines may have."""
_PIECE_BYTES = 1 << 18
LONGEST_MARK = 1_000
"""Most bytes of a mark at which a file is cut: a mark that lies across two pieces is found once both are there."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The bytes of one document.

    Attributes:
        number: Which, from 1.
        content: From its mark to the next.
    """

    number: int
    content: bytes


def segments(
    stream: IO[bytes], mark: re.Pattern[bytes], noun: str = "document", most: int = MAX_SEGMENT_BYTES
) -> Iterator[Segment | Rejection]:
    """Yield what lies between each mark and the next; what stands before the first belongs to none.

    Args:
        stream: The file, at its start.
        mark: What a document begins with; matches at most `LONGEST_MARK` bytes.
        noun: What a rejection calls a document in its place.
        most: Most bytes of a document; a longer one is rejected, and the next is read.
    """
    pending = bytearray()
    number, overlong, searched = 0, b"", 0
    while piece := stream.read(_PIECE_BYTES):
        pending += piece
        while True:
            match = mark.search(pending, searched)
            # a mark that may go on in the next piece waits for it
            if match is None or match.end() > len(pending) - LONGEST_MARK:
                break
            if number:
                yield _cut(number, bytes(pending[: match.start()]), overlong, noun)
            number, overlong = number + 1, b""
            del pending[: match.start()]
            searched = match.end() - match.start()
        searched = max(searched, len(pending) - 2 * LONGEST_MARK) if number or len(pending) > most else searched
        if number == 0 and len(pending) > 2 * LONGEST_MARK:
            del pending[: len(pending) - 2 * LONGEST_MARK]
            searched = 0
        elif number and len(pending) > most:
            overlong = overlong or bytes(pending[: 8 * LONGEST_MARK])
            del pending[: len(pending) - 2 * LONGEST_MARK]
            searched = 0
    while match := mark.search(pending, searched):
        if number:
            yield _cut(number, bytes(pending[: match.start()]), overlong, noun)
        number, overlong = number + 1, b""
        del pending[: match.start()]
        searched = match.end() - match.start()
    if number:
        yield _cut(number, bytes(pending), overlong, noun)


def _cut(number: int, content: bytes, overlong: bytes, noun: str) -> Segment | Rejection:
    if not overlong:
        return Segment(number, content)
    shown = excerpt(overlong.decode("utf-8", "replace"))
    detail = f"more than {MAX_SEGMENT_BYTES:,} bytes"
    return Rejection(RejectionReason.TOO_LARGE, f"{noun} {number}", shown, detail)


def lines(stream: IO[bytes], most: int = MAX_LINE_BYTES) -> Iterator[tuple[int, bytes | Rejection]]:
    """Yield each line with its number from 1, its line end included; for a line that is too long, a rejection."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            shown = excerpt(line[:1_000].decode("utf-8", "replace"))
            while (rest := stream.readline(most)) and not rest.endswith(b"\n"):
                pass
            detail = f"more than {most:,} bytes"
            yield number, Rejection(RejectionReason.TOO_LARGE, f"line {number}", shown, detail)
        else:
            yield number, line
