"""From judged articles to a trained model, and folds in which to choose how; needs scikit-learn (extra `stance`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelcorpus.annotate.stance.describing import VERSION, Description, described
from sahelcorpus.annotate.stance.judged import (
    Asked,
    JudgedArticle,
    digest,
    fingerprint,
    fingerprints,
    target_fingerprint,
)
from sahelcorpus.annotate.stance.learning import STRENGTH, LinearModel, trained
from sahelcorpus.annotate.stance.model_file import AboutModel
from sahelcorpus.annotate.stance.questions import questions
from sahelcorpus.records.vocabulary import StanceLabel

LABELS = list(StanceLabel)


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Judged articles from one place.

    Attributes:
        name: The file or the dataset.
        articles: The articles.
        weight: How much each of their questions counts.
    """

    name: str
    articles: Sequence[JudgedArticle]
    weight: float = 1.0


def fitted(name: str, sets: Sequence[TrainingSet], *, strength: float = STRENGTH) -> tuple[LinearModel, AboutModel]:
    """Return a trained model and what is to be said of it.

    Args:
        name: What it is called: a slug.
        sets: What it is trained on. What is `unclear` teaches nothing and is left out.
        strength: The inverse of the regularisation.
    """
    shown: list[Description] = []
    labels: list[int] = []
    weights: list[float] = []
    told = []
    for one in sets:
        before = len(shown)
        for _, description, label in examples(one.articles):
            shown.append(description)
            labels.append(LABELS.index(label))
            weights.append(one.weight)
        told.append(f"{one.name} ({len(shown) - before:,} questions, sha256 {digest(one.articles)[:12]})")
    everything = [article for one in sets for article in one.articles]
    sentences = {found for one in everything for found, _ in fingerprints(one.article.text)}
    targets = {target_fingerprint(target) for one in everything for _, target in one.labels}
    about = AboutModel(
        name=name,
        labels=[str(label) for label in LABELS],
        description=VERSION,
        model_sha256="",
        training_sha256=digest(everything),
        training=told,
        languages=sorted({one.article.language for one in everything}),
        sentences=sorted(sentences),
        targets=sorted(targets),
    )
    return trained(shown, labels, weights, strength=strength), about


def examples(articles: Sequence[JudgedArticle]) -> Iterator[tuple[JudgedArticle, Description, StanceLabel]]:
    """Yield each question that was decided, as a model is shown it, with its label; `unclear` ones are left out."""
    for one in articles:
        for question in questions(one.article):
            label = one.labels.get((question.quote, question.target))
            if label is not None and label is not StanceLabel.UNCLEAR and question.passages:
                yield one, described(one.article, question), label


def disjoint_folds(
    articles: Sequence[JudgedArticle], number: int
) -> Iterator[tuple[list[JudgedArticle], list[JudgedArticle]]]:
    """Yield training and held-out articles that share no near-duplicate group, no sentence and no target.

    Targets are dealt into folds; held out are the questions about a fold's targets, and trained on are those about
    others, of articles that share no sentence with what is held out.

    Args:
        articles: The judged articles.
        number: How many folds.
    """
    marks = [frozenset(found for found, _ in fingerprints(one.article.text)) for one in articles]
    for fold in range(number):
        held = [_about_targets(one, fold, number, inside=True) for one in articles]
        seen = frozenset().union(*(mark for mark, one in zip(marks, held, strict=True) if one.labels))
        groups = {one.group for one in held if one.labels}
        rest = [
            _about_targets(one, fold, number, inside=False)
            for one, mark in zip(articles, marks, strict=True)
            if seen.isdisjoint(mark) and one.group not in groups
        ]
        yield [one for one in rest if one.labels], [one for one in held if one.labels]


def _about_targets(one: JudgedArticle, fold: int, number: int, *, inside: bool) -> JudgedArticle:
    """Return an article with its questions about the targets of a fold alone, or about the others alone."""

    def is_wanted(asked: Asked) -> bool:
        dealt = int(fingerprint(target_fingerprint(asked[1])), 16) % number
        return (dealt == fold) is inside

    labels = {asked: label for asked, label in one.labels.items() if is_wanted(asked)}
    return JudgedArticle(one.article, labels, one.split, one.group)
