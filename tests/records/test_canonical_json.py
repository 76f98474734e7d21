"""Digests depend on what a record says, and on nothing else."""

from __future__ import annotations

import hashlib
import json

from sahelcorpus.records.canonical_json import canonical_json, record_digest, set_digest


def test_canonical_form_can_be_made_with_any_json_library() -> None:
    """Keys sorted, no spaces, UTF-8 as it is: Python's own `json` gives the same bytes."""
    plain = {"b": "« fuite » сe", "a": [1, 0.9, None, True], "c": {"z": 1, "y": '\n"\\'}}
    assert (
        canonical_json(plain) == json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    )


def test_order_of_keys_does_not_matter() -> None:
    """Two records that say the same have the same digest."""
    assert record_digest({"a": 1, "b": 2}) == record_digest({"b": 2, "a": 1})


def test_set_digest_ignores_order_and_counts_repetition() -> None:
    """The order of records does not matter; a record that stands twice does."""
    one, two = record_digest({"a": 1}), record_digest({"a": 2})
    assert set_digest(one + two) == set_digest(two + one)
    assert set_digest(one + two) != set_digest(one + two + two)
    assert set_digest(b"") == hashlib.sha256(b"").hexdigest()
