"""Stance by rules: evaluating words, the clause that ties them to a target, and the quotation that says whose they are.

Every candidate can be explained in one line. What stands in a quotation is its speaker's, the rest the article's; news
that is bad for somebody is no evaluation.
"""

from __future__ import annotations

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.candidate import candidate
from sahelcorpus.annotate.stance.evaluations import LANGUAGES
from sahelcorpus.annotate.stance.found import EVIDENCED, FoundStance
from sahelcorpus.annotate.stance.questions import Question, questions
from sahelcorpus.annotate.stance.registry import Settings
from sahelcorpus.annotate.stance.weighing import Weighed, evidence, own_words, reasons, weighed
from sahelcorpus.records import Annotator
from sahelcorpus.records.vocabulary import AnnotatorKind, StanceLabel

ANNOTATOR = Annotator(
    annotator_id="stance-rules",
    kind=AnnotatorKind.RULE,
    version="1",
    languages=list(LANGUAGES),
    background="The project's own rules for stance. What they find is a candidate until a person has decided.",
)
"""How the rules sign what they find; the version changes with them."""


class StanceRules:
    """The annotator `rules`."""

    @property
    def annotator(self) -> Annotator:
        """How it signs."""
        return ANNOTATOR

    def annotate_stance(self, article: StanceArticle) -> list[FoundStance]:
        """Return the candidates of an article."""
        found = []
        for question in questions(article):
            result = weighed(question)
            if question.asked or result.label is not StanceLabel.NEUTRAL:
                found.append(answered(article, question, result))
        return found


def open_annotator(settings: Settings) -> StanceRules:  # noqa: ARG001 - every annotator is opened the same way
    """Return the rules, which need no settings."""
    return StanceRules()


def answered(article: StanceArticle, question: Question, result: Weighed) -> FoundStance:
    """Return the rules' answer to a question, from what its words come to."""
    if result.label is StanceLabel.NEUTRAL and question.quote is not None and question.asked:
        return _unmarked(article, question)
    spans = evidence(article, question, result.found) if result.label in EVIDENCED else []
    why = reasons(article, question, result.found) or f"no word evaluates {question.target.name} here"
    return candidate(
        article, question, (result.label, result.intensity), tuple(spans), (_confidence(question, result), why)
    )


def _unmarked(article: StanceArticle, question: Question) -> FoundStance:
    """Return the answer for a quotation that is asked about and evaluates by no listed word.

    Counted on the training part of `corpus/tamasna`: who speaks for the target defends it, who speaks of somebody else
    in words of no list mostly complains.
    """
    name = question.target.name
    if question.own_side:
        label, why = (StanceLabel.FAVOR, 1), (0.8, f"the speaker speaks for {name}")
    else:
        label = (StanceLabel.AGAINST, -1)
        why = (0.6, f"no listed word; what is quoted about others, here {name}, is mostly complaint")
    return candidate(article, question, label, tuple(own_words(article, question)), why)


def _confidence(question: Question, result: Weighed) -> float:
    if result.label is StanceLabel.NEUTRAL:
        return 0.6
    if result.label is StanceLabel.MIXED:
        return 0.3
    return 0.5 if question.implied else 0.6 if abs(result.score) < 1 else 0.7
