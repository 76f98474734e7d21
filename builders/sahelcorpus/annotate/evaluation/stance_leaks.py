"""Whether test text stands in training text: then a score measures memory, and none is reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sahelcorpus.annotate.stance.judged import JudgedArticle, fingerprints


@dataclass(frozen=True, slots=True)
class Leak:
    """A test sentence that stands in the training data.

    Attributes:
        article_id: The test article or sentence.
        start: Where in its text the sentence starts.
        text: Its first words.
    """

    article_id: str
    start: int
    text: str


_SHOWN = 80


def trained_sentences(articles: Iterable[JudgedArticle]) -> frozenset[str]:
    """Return the fingerprints of the sentences of training articles."""
    return frozenset(found for one in articles for found, _ in fingerprints(one.article.text))


def leaks(articles: Sequence[JudgedArticle], trained: Collection[str]) -> list[Leak]:
    """Return the sentences of test articles that were trained on, in their order.

    Args:
        articles: The test articles.
        trained: The fingerprints of the training sentences.
    """
    return [
        Leak(one.article.article_id, start, " ".join(one.article.text[start : start + _SHOWN].split()))
        for one in articles
        for found, start in fingerprints(one.article.text)
        if found in trained
    ]
