"""The gold quotations of a collection in the plain form that extractors are scored in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sahelcorpus.annotate.candidates import circumstances
from sahelcorpus.records import Quote
from sahelcorpus.records.vocabulary import Status
from sahelcorpus.release.splits import split_of
from sahelcorpus.store.collection import CollectionFolder


def plain_gold(collection: Path, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the articles of a collection with their gold quotations.

    Each is `{"id", "lang", "text", "quotes", "style", "outlet", "circumstances"}`: the kind and the name of its source,
    or None where the collection does not know it, and when and where it was published, which tells actors apart.

    Args:
        collection: The collection's folder.
        split: The split whose articles are wanted; None for all.

    Raises:
        CorpusError: if an article cannot be read.
    """
    folder = CollectionFolder(collection)
    registry = folder.registry()
    key, count = registry.collection.split_key, len(folder.article_ids())
    for article in folder.articles():
        metadata = article.metadata
        if split is not None and split_of(metadata.model_dump(), key, count) != split:
            continue
        quotes = [_plain(quote) for quote in article.annotations.quotes if quote.status is Status.GOLD]
        source = registry.sources.get(metadata.source_id)
        yield {
            "id": metadata.article_id,
            "lang": metadata.language,
            "text": article.text,
            "quotes": quotes,
            "style": source.kind.value if source else None,
            "outlet": source.name if source else None,
            "circumstances": circumstances(metadata),
        }


def _plain(quote: Quote) -> dict[str, Any]:
    return {
        "type": quote.type.value,
        "segments": [[span.start, span.end] for span in quote.segments],
        "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
        "speaker": [quote.speaker.start, quote.speaker.end] if quote.speaker else None,
        "speaker_name": quote.speaker_name,
        "speaker_kind": quote.speaker_kind.value,
        "actor_id": quote.actor_id,
    }
