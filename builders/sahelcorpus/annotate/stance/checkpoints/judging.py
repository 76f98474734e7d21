"""From what a checkpoint says about each sentence to one label for a holder and a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.checkpoints.questions import Question
from sahelcorpus.annotate.stance.found import EVIDENCED, FoundStance
from sahelcorpus.annotate.stance.passages import VOICE
from sahelcorpus.records.vocabulary import Endorsement, HolderKind, StanceLabel

_SURE = 0.5
"""How likely two sentences must be that take opposite sides, for the whole to be mixed."""
_NOT_NAMED = 0.5
_PLACES = 4

Shares = Mapping[StanceLabel, float]


def judged(article: StanceArticle, question: Question, shares: Sequence[Shares], name: str) -> FoundStance | None:
    """Return the candidate for a question; None where it takes no side and nobody asked for a row.

    Args:
        article: The article.
        question: A question about it.
        shares: For each passage how likely each label is.
        name: What the explanation calls the checkpoint.
    """
    if not shares:
        why = "the article's own words do not name it"
        return _row(article, question, StanceLabel.NEUTRAL, _NOT_NAMED, why) if article.targets_given else None
    mean = {label: sum(one[label] for one in shares) / len(shares) for label in shares[0]}
    tops = [max(one, key=lambda label: one[label]) for one in shares]
    sides = {top for top, one in zip(tops, shares, strict=True) if one[top] >= _SURE}
    if {StanceLabel.FAVOR, StanceLabel.AGAINST} <= sides and StanceLabel.MIXED not in mean:
        label, confidence = StanceLabel.MIXED, min(_opposite(shares))
        shown = [place for place, top in enumerate(tops) if top in (StanceLabel.FAVOR, StanceLabel.AGAINST)]
    else:
        label = max(mean, key=lambda one: mean[one])
        confidence = mean[label]
        shown = [place for place, top in enumerate(tops) if top is label] or list(range(len(tops)))
    asked_for = question.owner == VOICE and article.targets_given
    if label is StanceLabel.NEUTRAL and not asked_for:
        return None
    said = ", ".join(f"{one} {mean[one]:.2f}" for one in sorted(mean, key=lambda one: -mean[one]))
    many = "1 sentence" if len(shares) == 1 else f"{len(shares)} sentences"
    return _row(article, question, label, round(confidence, _PLACES), f"{name}: {said} in {many}", shown)


def _opposite(shares: Sequence[Shares]) -> tuple[float, float]:
    return max(one[StanceLabel.FAVOR] for one in shares), max(one[StanceLabel.AGAINST] for one in shares)


def _row(
    article: StanceArticle,
    question: Question,
    label: StanceLabel,
    confidence: float,
    why: str,
    shown: Sequence[int] = (),
) -> FoundStance:
    spans = [span for place in shown for span in question.passages[place].spans] if label in EVIDENCED else []
    speech = None if question.owner == VOICE else article.quotes[question.owner]
    return FoundStance(
        holder_kind=HolderKind.ARTICLE_VOICE if speech is None else HolderKind.QUOTED_SPEAKER,
        target=article.targets[question.target],
        label=label,
        evidence=tuple(spans),
        confidence=confidence,
        explanation=why,
        holder_name=None if speech is None else speech.speaker_name,
        holder_actor_id=None if speech is None else speech.actor_id,
        quote=None if speech is None else question.owner,
        endorsement=Endorsement.ENDORSED if speech is None else Endorsement.NEUTRAL_REPORT,
    )
