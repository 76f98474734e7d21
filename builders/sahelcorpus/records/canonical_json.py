"""Canonical JSON and digests: the same bytes for the same record on every machine.

The form: UTF-8, keys sorted, no spaces, no escapes beyond those JSON demands, the shortest decimal that reads back as the
same double. A digest over it does not change with pyarrow, row groups or the order of files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical_json(plain: Any) -> bytes:
    """Return the canonical bytes of plain JSON-like data."""
    return _ENCODER.encode(plain)


def record_digest(plain: Any) -> str:
    """Return the SHA-256 of a record's canonical JSON, in hexadecimal."""
    return hashlib.sha256(_ENCODER.encode(plain)).hexdigest()


def set_digest(keyed: Iterable[tuple[str, str]]) -> str:
    """Return the digest of a set of records, whatever their order.

    Args:
        keyed: Pairs of a record's key and its digest.

    Returns:
        SHA-256 over the lines `key TAB digest NEWLINE`, sorted by key and then by digest.
    """
    whole = hashlib.sha256()
    for key, digest in sorted(keyed):
        whole.update(f"{key}\t{digest}\n".encode())
    return whole.hexdigest()
