"""Members of a zip file, opened only as far as what they claim to hold is bearable."""

from __future__ import annotations

import re
import zipfile
from typing import IO

MAX_MEMBER_BYTES = 2_000_000_000
"""Most bytes that a member may expand to."""
MAX_RATIO = 300
"""Most bytes that one packed byte may expand to, beyond the first `FREE_BYTES`; prose packs 3 to 10 times."""
FREE_BYTES = 20_000_000

_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)\b", re.IGNORECASE)
_HEAD_BYTES = 65_536


class PackedTooFarError(ValueError):
    """Raised for a member that would expand beyond all measure."""

    def __init__(self, member: str, found: str) -> None:
        super().__init__(found)
        self.member = member


def opened_member(packed: zipfile.ZipFile, name: str, most: int = MAX_MEMBER_BYTES) -> IO[bytes]:
    """Open a member of a zip file for reading. zipfile gives no more bytes than the member claims.

    Raises:
        PackedTooFarError: if it claims to expand to more than `most` bytes, or too far for its packed size.
        KeyError: if there is no such member.
    """
    member = packed.getinfo(name)
    if member.file_size > most:
        raise PackedTooFarError(name, f"{member.file_size:,} bytes, more than {most:,}")
    if member.file_size > FREE_BYTES and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise PackedTooFarError(name, f"{member.compress_size:,} bytes that expand to {member.file_size:,}")
    return packed.open(member)


def entities_declared(packed: zipfile.ZipFile, name: str) -> bool:
    """Say whether an XML member begins with a document type, by which entities are declared."""
    with opened_member(packed, name) as stream:
        return _ENTITY.search(stream.read(_HEAD_BYTES)) is not None
