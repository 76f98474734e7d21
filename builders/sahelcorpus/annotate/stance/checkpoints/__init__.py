"""Any sequence classification or NLI checkpoint as an annotator: what it reads, what its labels mean, how it is run."""

from __future__ import annotations

from sahelcorpus.annotate.stance.found import StanceAnnotator
from sahelcorpus.annotate.stance.registry import Settings


def open_annotator(settings: Settings) -> StanceAnnotator:
    """Return the annotator that runs a checkpoint.

    Raises:
        UnusableAnnotatorError: if there is no such checkpoint, its labels are not known to mean ours, or the extra
            `transformers` is missing.
    """
    from sahelcorpus.annotate.stance.checkpoints.annotator import Checkpoint  # noqa: PLC0415 - the registry imports it

    return Checkpoint.of(settings)
