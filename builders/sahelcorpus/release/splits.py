"""Which articles train and which test: dealt by group of near-duplicates, by a keyed hash, once and for all."""

from __future__ import annotations

import hashlib

from sahelcorpus.records.vocabulary import Split

LEAST_ARTICLES = 30
"""Smaller collections have `train` alone: a test set of three articles measures nothing."""

_UPPER_BOUNDS = ((Split.TRAIN, 0.70), (Split.VALIDATION, 0.85), (Split.TEST, 1.0))


def dealt_split(group: str, key: str) -> Split:
    """Return the split a group of articles is dealt into: 70 % train, 15 % validation, 15 % test.

    Args:
        group: The near-duplicate group's id, or the article's own where it has no near-duplicates.
        key: The collection's split key; another key deals all anew.
    """
    digest = hashlib.blake2b(group.encode(), key=hashlib.sha256(key.encode()).digest(), digest_size=8).digest()
    share = int.from_bytes(digest) / 2**64
    return next(split for split, bound in _UPPER_BOUNDS if share < bound)


def split_of(article: dict[str, object], key: str, article_count: int) -> Split:
    """Return the split of a dumped article: the pinned one, else `train` in a small collection, else the dealt one."""
    pinned = article["pinned_split"]
    if pinned is not None:
        return Split(str(pinned))
    if article_count < LEAST_ARTICLES:
        return Split.TRAIN
    return dealt_split(str(article["cluster_id"] or article["article_id"]), key)
