"""The part of `sahelcorpus annotate` that proposes stances."""

from __future__ import annotations

from datetime import datetime

from sahelcorpus.annotate.candidates import Attributed
from sahelcorpus.annotate.stance import StanceAnnotator
from sahelcorpus.annotate.stance.interchange import proved
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.annotate.stance_candidates import met_article, with_stance_candidates, without_own_stances
from sahelcorpus.records import Annotations, Annotator
from sahelcorpus.store.collection import StoredArticle


class StanceStep:
    """An annotator of stance at work in a collection."""

    def __init__(self, annotator: StanceAnnotator, targets: TargetIndex, now: datetime) -> None:
        """Take the annotator, the collection's actors, and the time that its candidates bear."""
        self._annotator = annotator
        self._targets = targets
        self._judged = (annotator.annotator.annotator_id, now, "stance-1")

    @property
    def annotator(self) -> Annotator:
        """How the annotator signs."""
        return self._annotator.annotator

    def staying(self, annotations: Annotations) -> Annotations:
        """Return what stays whatever the annotator finds now."""
        return without_own_stances(annotations, self.annotator.annotator_id)

    def proposed(self, stored: StoredArticle, annotations: Annotations, found: list[Attributed]) -> Annotations:
        """Return annotations with the annotator's candidates.

        Args:
            stored: The article as it was before.
            annotations: What stays, and the quotations as they are now.
            found: What the extractor found, which says how sure the speakers of its candidates are.
        """
        article = met_article(stored.metadata, stored.text, annotations.quotes, self._targets, found)
        stances = with_stance_candidates(
            article, stored.annotations, annotations, proved(article, self._annotator), self._judged
        )
        return annotations.model_copy(update={"stances": stances})
