"""Canonical JSON and digests: the same bytes for the same record on every machine.

The form: UTF-8, keys sorted, no spaces, no escapes beyond those JSON demands, the shortest decimal that reads back as
the same double. A digest over it does not change with pyarrow, row groups or the order of files.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical_json(plain: Any) -> bytes:
    """Return the canonical bytes of plain JSON-like data."""
    return _ENCODER.encode(plain)


def record_digest(plain: Any) -> bytes:
    """Return the SHA-256 of a record's canonical JSON, 32 bytes."""
    return hashlib.sha256(_ENCODER.encode(plain)).digest()


def set_digest(record_digests: bytes) -> str:
    """Return the digest of a set of records, whatever their order, in hexadecimal.

    Args:
        record_digests: The records' digests, 32 bytes each, one after the other; one that stands twice counts twice.

    Returns:
        SHA-256 over the digests, sorted.
    """
    size = hashlib.sha256().digest_size
    parts = sorted(record_digests[start : start + size] for start in range(0, len(record_digests), size))
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()
