"""Which annotators of stance there are, by the name that a command takes; one is imported when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from sahelcorpus.annotate.stance.found import StanceAnnotator


@dataclass(frozen=True, slots=True)
class Settings:
    """What an annotator may have to be told; each takes what it needs.

    Attributes:
        model: A file or folder, or for some annotators the name of a model on a hub or at an endpoint.
        endpoint: The address of a service that answers.
        cache: A folder for answers that need not be asked for twice.
        prices: What a million tokens cost that are sent, and that come back, in whatever currency.
        labels: What a model calls its labels, each with what it means here.
        device: Where a model runs, in its library's words.
        batch: How many texts are worked on at once; None leaves it to the annotator.
    """

    model: str | None = None
    endpoint: str | None = None
    cache: Path | None = None
    prices: tuple[float, float] | None = None
    labels: tuple[tuple[str, str], ...] = ()
    device: str | None = None
    batch: int | None = None


class UnusableAnnotatorError(ValueError):
    """An annotator that cannot be had, in words: what was found, what is allowed, what to do."""


ANNOTATORS = {
    "rules": "sahelcorpus.annotate.stance.rules",
    "model": "sahelcorpus.annotate.stance.model",
    "transformers": "sahelcorpus.annotate.stance.checkpoints",
    "llm": "sahelcorpus.annotate.stance.llm",
}
"""The annotators by name: the module whose `open_annotator(settings)` gives one."""


def open_annotator(name: str, settings: Settings | None = None) -> StanceAnnotator:
    """Return an annotator, ready to work.

    Args:
        name: A key of `ANNOTATORS`.
        settings: What it has to be told.

    Raises:
        UnusableAnnotatorError: if there is none of this name, or it lacks something: an extra, a model, an endpoint.
    """
    if name not in ANNOTATORS:
        raise UnusableAnnotatorError(f"found the annotator {name!r}; allowed: {', '.join(ANNOTATORS)}")
    opened: StanceAnnotator = import_module(ANNOTATORS[name]).open_annotator(settings or Settings())
    return opened
