"""Stance by a trained model: scikit-learn, opened without pickle, from the folder that `--model` names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.candidate import candidate
from sahelcorpus.annotate.stance.describing import described
from sahelcorpus.annotate.stance.found import EVIDENCED, SIGNS, FoundStance
from sahelcorpus.annotate.stance.model_file import INSTALL, AboutModel, load_model
from sahelcorpus.annotate.stance.questions import questions
from sahelcorpus.annotate.stance.registry import Settings, UnusableAnnotatorError
from sahelcorpus.annotate.stance.rules import answered
from sahelcorpus.annotate.stance.weighing import evidence, own_words, weighed
from sahelcorpus.records import Annotator, Span
from sahelcorpus.records.vocabulary import AnnotatorKind, StanceLabel

if TYPE_CHECKING:
    from sahelcorpus.annotate.stance.learning import LinearModel

_SURE = 0.75  # from here a side is taken strongly

RULES_VOTE = 0.5
"""What the rules' answer counts beside the model's probabilities, which sum to 1, in whole articles: they know from the
guidelines who speaks for whom, which a few hundred examples do not teach. In a lone sentence it counts nothing. Chosen
on folds of the training and validation parts of `corpus/tamasna`.
"""


class StanceModel:
    """The annotator `model`.

    Attributes:
        about: What is known of the model: its training data, its labels.
    """

    def __init__(self, model: LinearModel, about: AboutModel) -> None:
        self._model = model
        self.about = about
        self._labels = [StanceLabel(about.labels[int(number)]) for number in model.classifier.classes_]

    @property
    def annotator(self) -> Annotator:
        """How it signs: by its name, and by the digest of its training data as its version."""
        return Annotator(
            annotator_id=f"stance-model-{self.about.name}",
            kind=AnnotatorKind.MODEL,
            version=self.about.training_sha256[:12],
            languages=list(self.about.languages),
            background=f"A linear model, trained on {'; '.join(self.about.training)}. What it finds is a candidate.",
        )

    def annotate_stance(self, article: StanceArticle) -> list[FoundStance]:
        """Return the candidates of an article."""
        asked = questions(article)
        if not asked:
            return []
        shown = [described(article, question) for question in asked]
        found = []
        for question, alone, one in zip(asked, self._model.probabilities(shown), shown, strict=True):
            by_rule = weighed(question)
            row = alone if article.is_whole else self._with_rules(alone, answered(article, question, by_rule).label)
            best = int(row.argmax()) if question.passages else self._labels.index(StanceLabel.NEUTRAL)
            label, sure = self._labels[best], float(row[best])
            if label is StanceLabel.NEUTRAL and not question.asked:
                continue
            spans: tuple[Span, ...] = ()
            if label in EVIDENCED:
                agreeing = by_rule.found if by_rule.label is label else []
                spans = tuple(evidence(article, question, agreeing)) or tuple(own_words(article, question))
            others = ", ".join(
                f"{other} {share:.2f}" for other, share in zip(self._labels, row, strict=True) if other is not label
            )
            words = ", ".join(f"“{word}”" for word in self._model.leading_words(one, best))
            why = f"{label} {sure:.2f} ({others})" + (f"; most weight: {words}" if words else "")
            found.append(candidate(article, question, (label, _intensity(label, sure)), spans, (sure, why)))
        return found

    def _with_rules(self, row: Any, label: StanceLabel) -> Any:
        """Return probabilities in which the rules' answer has its vote."""
        vote = [RULES_VOTE if one is label else 0.0 for one in self._labels]
        return (row + vote) / (1 + sum(vote))


def _intensity(label: StanceLabel, sure: float) -> int | None:
    steps = SIGNS.get(label)
    if steps is None:
        return None
    return (max if sure >= _SURE else min)(steps, key=abs)


def open_annotator(settings: Settings) -> StanceModel:
    """Return the model of the folder that `settings.model` names.

    Raises:
        UnusableAnnotatorError: if none is named, the extra is not installed, or the model is refused.
    """
    if settings.model is None:
        raise UnusableAnnotatorError("found no --model; allowed: a folder that examples/train_stance.py wrote")
    try:
        import sklearn  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise UnusableAnnotatorError(f"scikit-learn is not installed; run: {INSTALL}") from error
    return StanceModel(*load_model(Path(settings.model)))
