"""The candidate that an answered question makes: its holder is a quotation's speaker, or the article's voice."""

from __future__ import annotations

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.annotate.stance.questions import Question
from sahelcorpus.records import Span
from sahelcorpus.records.vocabulary import Endorsement, HolderKind, StanceLabel

_DISTANCING = frozenset(("claim", "allege", "boast", "purport", "prétendre", "alléguer", "se vanter", "vanter"))
"""Cues by which the article holds back from what it reports."""

LEAST_SURE = 0.85
"""Where a quotation's speaker is less sure than this, the holder is unknown, and a person has to say who it is."""


def candidate(
    article: StanceArticle,
    question: Question,
    label: tuple[StanceLabel, int | None],
    evidence: tuple[Span, ...],
    confidence_and_reason: tuple[float, str],
) -> FoundStance:
    """Return the candidate.

    Args:
        article: The article.
        question: The holder and the target.
        label: The label, and its intensity or None.
        evidence: The words that show it.
        confidence_and_reason: How often such a candidate is right, as a probability; and why, in one line.
    """
    confidence, reason = confidence_and_reason
    if question.quote is None:
        return FoundStance(
            holder_kind=HolderKind.ARTICLE_VOICE,
            target=question.target,
            label=label[0],
            evidence=evidence,
            confidence=confidence,
            explanation=reason,
            intensity=label[1],
            endorsement=Endorsement.ENDORSED,
        )
    speech = article.quotes[question.quote]
    is_known = speech.sure >= LEAST_SURE and speech.speaker_name is not None
    return FoundStance(
        holder_kind=HolderKind.QUOTED_SPEAKER if is_known else HolderKind.UNKNOWN,
        target=question.target,
        label=label[0],
        evidence=evidence,
        confidence=confidence,
        explanation=reason,
        holder_name=speech.speaker_name if is_known else None,
        holder_actor_id=speech.actor_id if is_known else None,
        quote=question.quote,
        intensity=label[1],
        endorsement=Endorsement.DISTANCED if speech.cue_lemma in _DISTANCING else Endorsement.NEUTRAL_REPORT,
    )
