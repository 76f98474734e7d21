"""The judged articles of a collection: what a model of stance is trained on, and what annotators are scored against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sahelcorpus.annotate.actors import ActorIndex
from sahelcorpus.annotate.candidates import Attributed, circumstances, with_candidates
from sahelcorpus.annotate.quotes import ANNOTATOR
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.judged import JudgedArticle, judged_article
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.annotate.stance_candidates import met_article
from sahelcorpus.records import Annotations
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.splits import split_of
from sahelcorpus.store.collection import CollectionFolder, StoredArticle

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class JudgedCollection:
    """A collection whose articles can be had judged, or bare, as an annotator meets them."""

    def __init__(self, path: Path) -> None:
        """Open the collection in a folder.

        Raises:
            CorpusError: if its registry cannot be read.
        """
        self._folder = CollectionFolder(path)
        registry = self._folder.registry()
        self._key = registry.collection.split_key
        self._actors = ActorIndex(registry.actors.values(), registry.sources.values())
        self._targets = TargetIndex(registry.actors.values(), registry.sources.values())

    def articles(self, split: Split | None = None) -> Iterator[tuple[StoredArticle, JudgedArticle]]:
        """Yield the articles of a split, or all, each as it is stored and with its gold stances."""
        count = len(self._folder.article_ids())
        for stored in self._folder.articles():
            metadata = stored.metadata
            if split is not None and split_of(metadata.model_dump(), self._key, count) is not split:
                continue
            day = circumstances(metadata).published
            annotations = (stored.annotations.quotes, stored.annotations.stances)
            about = (metadata.article_id, day, metadata.cluster_id)
            yield stored, judged_article(stored.text, metadata.language, annotations, self._targets, about)

    def bare(self, stored: StoredArticle, found: list[Attributed]) -> StanceArticle:
        """Return an article as an annotator meets it: quotations that were found, actors that it mentions.

        Args:
            stored: The article; nothing that was annotated in it is looked at.
            found: What the extractor found in its text.
        """
        metadata, text = stored.metadata, stored.text
        # the time is nobody's judgement here: these records are read once and dropped
        judged = (ANNOTATOR.annotator_id, _NEVER, "quotes-1")
        quotes = with_candidates(metadata, text, Annotations(), found, judged, self._actors)
        return met_article(metadata, text, quotes, self._targets, found)
