"""The annotator that runs a checkpoint, in batches over several articles, on whatever device there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.checkpoints.judging import Shares, judged
from sahelcorpus.annotate.stance.checkpoints.label_map import StanceColumns
from sahelcorpus.annotate.stance.checkpoints.loading import Loaded, Pair, load
from sahelcorpus.annotate.stance.checkpoints.questions import Question, hypotheses, questions
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.annotate.stance.registry import Settings
from sahelcorpus.records import Annotator
from sahelcorpus.records.vocabulary import AnnotatorKind, StanceLabel

_BATCH = 32
_ARTICLES = 64
"""How many articles' sentences are sorted by length together, so that a batch holds few empty places."""


class Checkpoint:
    """Runs a sequence classification or NLI checkpoint."""

    def __init__(self, loaded: Loaded, *, batch: int = _BATCH) -> None:
        """Take what was loaded, and how many pairs of texts are read at once."""
        self._loaded, self._batch = loaded, batch

    @classmethod
    def of(cls, settings: Settings) -> Checkpoint:
        """Return the annotator that settings describe.

        Raises:
            UnusableAnnotatorError: as `load`.
        """
        return cls(load(settings), batch=settings.batch or _BATCH)

    @property
    def annotator(self) -> Annotator:
        """How it signs: an id of its own for each checkpoint, and in the version which state of it."""
        slug = re.sub(r"[^a-z0-9]+", "-", self._loaded.name.lower()).strip("-") or "model"
        version = f"{self._loaded.name}, {self._loaded.version[:12]}"
        return Annotator(annotator_id=f"transformers-{slug}", kind=AnnotatorKind.MODEL, version=version)

    def annotate_stance(self, article: StanceArticle) -> list[FoundStance]:
        """Return the candidates of an article."""
        return next(self.annotate_stances([article]))

    def annotate_stances(self, articles: Iterable[StanceArticle]) -> Iterator[list[FoundStance]]:
        """Yield the candidates of each article, in order; sentences of many articles are read together."""
        rest = iter(articles)
        while chunk := list(islice(rest, _ARTICLES)):
            asked = [(article, list(questions(article))) for article in chunk]
            pairs = [pair for article, own in asked for question in own for pair in self._pairs(article, question)]
            answers = iter(self._probabilities(pairs))
            for article, own in asked:
                found = []
                for question in own:
                    shares = [self._shares(answers) for _ in question.passages]
                    found.append(judged(article, question, shares, self.annotator.annotator_id))
                yield [one for one in found if one is not None]

    def _pairs(self, article: StanceArticle, question: Question) -> Iterator[Pair]:
        """Yield what is read for a question: for each passage one pair, or one for each hypothesis."""
        for passage in question.passages:
            if isinstance(self._loaded.columns, StanceColumns):
                yield passage.words, article.targets[question.target].name
            else:
                for words in hypotheses(article, question.target).values():
                    yield passage.words, words

    def _shares(self, answers: Iterator[Sequence[float]]) -> Shares:
        """Return how likely each label is for the next passage."""
        if isinstance(self._loaded.columns, StanceColumns):
            shares = dict.fromkeys(self._loaded.columns.labels, 0.0)
            for label, share in zip(self._loaded.columns.labels, next(answers), strict=True):
                shares[label] += share
            return shares
        labels = (StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.NEUTRAL)
        follows = [next(answers)[self._loaded.columns.column] for _ in labels]
        return {label: one / (sum(follows) or 1) for label, one in zip(labels, follows, strict=True)}

    def _probabilities(self, pairs: Sequence[Pair]) -> list[list[float]]:
        """Return the probability of each column for each pair, in order; read in batches of like length."""
        order = sorted(range(len(pairs)), key=lambda place: (len(pairs[place][0]) + len(pairs[place][1]), place))
        told: list[list[float]] = [[] for _ in pairs]
        for start in range(0, len(order), self._batch):
            places = order[start : start + self._batch]
            for place, row in zip(places, self._loaded.read([pairs[place] for place in places]), strict=True):
                told[place] = row
        return told
