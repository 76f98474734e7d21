"""Removed articles stay removed: known again by id, by text, by words however they are typed, and by address."""

from __future__ import annotations

import hashlib
import re

from sahelcorpus.check.rule import METADATA, Breaches, Known
from sahelcorpus.store.collection import StoredArticle
from sahelcorpus.text.words import words_sha256

_BARE_ADDRESS = re.compile(r"https?://(?:www\.)?([^/?#]+)(/[^?#]*)?(\?[^#]*)?")


def address_sha256(url: str) -> str | None:
    """Return the SHA-256 of an address without scheme, `www.`, fragment and last slash; None for a home page."""
    match = _BARE_ADDRESS.match(url)
    if match is None:
        return None
    path = (match[2] or "").rstrip("/") + (match[3] or "")
    return hashlib.sha256((match[1].lower() + path).encode()).hexdigest() if path else None


def check_removed(article: StoredArticle, known: Known) -> Breaches:
    """Yield an article that a tombstone in `removals.yaml` names or recognises."""
    metadata = article.metadata
    found = None
    if metadata.article_id in known.removed:
        found = f"{metadata.article_id!r}, which removals.yaml lists"
    elif metadata.provenance.text_sha256 in known.removed_texts:
        found = "the text of an article that was removed"
    elif known.removed_words and words_sha256(article.text) in known.removed_words:
        found = "the words of an article that was removed, typed otherwise"
    elif known.removed_addresses and metadata.url and address_sha256(metadata.url) in known.removed_addresses:
        found = "the address of an article that was removed"
    if found:
        yield "SC207", METADATA, ("article_id",), found, "other articles"
