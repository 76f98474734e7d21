"""Any endpoint that speaks the OpenAI protocol as an annotator: what is asked, how, and what of the answer is taken."""

from __future__ import annotations

from sahelcorpus.annotate.stance.found import StanceAnnotator
from sahelcorpus.annotate.stance.registry import Settings


def open_annotator(settings: Settings) -> StanceAnnotator:
    """Return the annotator that asks a model at an endpoint.

    Raises:
        UnusableAnnotatorError: if model or endpoint is not given or may not be asked, or the extra `llm` is missing.
    """
    from sahelcorpus.annotate.stance.llm.annotator import LanguageModel  # noqa: PLC0415 - httpx, an extra

    return LanguageModel.of(settings)
