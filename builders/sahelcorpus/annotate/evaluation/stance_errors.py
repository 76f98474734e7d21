"""A wrong answer about stance, as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.annotate.stance.judged import Asked
from sahelcorpus.records.vocabulary import StanceLabel


@dataclass(frozen=True, slots=True)
class StanceError:
    """One question that an annotator answered wrongly.

    Attributes:
        article: The article.
        asked: The quotation, or None for the article's voice, and the target.
        gold: What people decided.
        found: What the annotator proposed; None where it proposed nothing, which counts as neutral.
    """

    article: StanceArticle
    asked: Asked
    gold: StanceLabel
    found: FoundStance | None

    @property
    def answered(self) -> StanceLabel:
        """The label that was answered."""
        return self.found.label if self.found else StanceLabel.NEUTRAL
