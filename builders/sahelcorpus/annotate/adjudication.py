"""Disagreements between annotators, and what a decision makes of them: no judgement is changed or taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sahelcorpus.records import Adjudication, Annotations, Quote, QuoteJudgement, Span, Stance
from sahelcorpus.records.vocabulary import AdjudicationState, QuoteDecision, StanceLabel, Status

NEEDS_EVIDENCE = frozenset({StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.MIXED})
Segments = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StanceDecision:
    """What an adjudicator decided about one stance.

    Attributes:
        by: The adjudicator, an id of `annotators.yaml`.
        note: Why.
        label: The label; None where the row evaluates nobody and is refused.
        intensity: Its intensity, or None.
        evidence: The words that show it.
    """

    by: str
    note: str
    label: StanceLabel | None
    intensity: int | None = None
    evidence: Segments = ()


def open_stances(annotations: Annotations, readers: Collection[str] | None = None) -> Iterator[Stance]:
    """Yield the stances of an article whose annotators differ and about which nobody has decided.

    A row that was left disputed with a reason has been decided: that it is disputed.

    Args:
        annotations: What the article has.
        readers: People and maintainers: rows that one of them alone marked, where several read the article, are
            yielded as well. None: those are left out.
    """
    several = _several_read(annotations, readers) if readers is not None else False
    for stance in annotations.stances:
        state = stance.adjudication.state
        if state is AdjudicationState.ADJUDICATED or (state is AdjudicationState.DISPUTED and stance.adjudication.note):
            continue
        if len({judgement.label for judgement in stance.annotations}) > 1 or (several and len(stance.annotations) == 1):
            yield stance


def _several_read(annotations: Annotations, readers: Collection[str]) -> bool:
    judges = {judgement.annotator_id for stance in annotations.stances for judgement in stance.annotations}
    return len(judges & set(readers)) > 1


def decided_stance(stance: Stance, decision: StanceDecision) -> Stance:
    """Return a stance as it was decided, its judgements as they were."""
    adjudication = Adjudication(state=AdjudicationState.ADJUDICATED, by=decision.by, note=decision.note)
    if decision.label is None:
        return stance.model_copy(update={"status": Status.REJECTED, "adjudication": adjudication})
    return stance.model_copy(
        update={
            "label": decision.label,
            "intensity": decision.intensity,
            "evidence": list(decision.evidence),
            "status": Status.GOLD,
            "adjudication": adjudication,
        }
    )


def disputed_stance(stance: Stance, note: str) -> Stance:
    """Return a stance that stays disputed, with the reason why nobody can decide it."""
    return stance.model_copy(
        update={"adjudication": Adjudication(state=AdjudicationState.DISPUTED, by=None, note=note)}
    )


def reading(quote: Quote, judgement: QuoteJudgement) -> Segments:
    """Return the segments that an annotator marked; none where the annotator marked nothing."""
    own = {
        QuoteDecision.MARKED: quote.segments,
        QuoteDecision.MARKED_DIFFERENTLY: judgement.segments,
        QuoteDecision.NOT_MARKED: [],
    }
    return tuple(own[judgement.decision])


def published_reading(quote: Quote) -> Segments:
    """Return the segments that a quotation is published with; none where it was refused."""
    return () if quote.status is Status.REJECTED else tuple(quote.segments)


def open_quotes(annotations: Annotations) -> Iterator[Quote]:
    """Yield the quotations of an article that its annotators read differently and about which nobody has decided.

    A decision is a judgement like any other: the one that came after the readings differed and that stands published.
    """
    for quote in annotations.quotes:
        readings = [reading(quote, judgement) for judgement in quote.annotations]
        differ = next((place for place, one in enumerate(readings) if one != readings[0]), None)
        if differ is not None and published_reading(quote) not in readings[differ + 1 :]:
            yield quote


def decided_quote(quote: Quote, segments: Sequence[Span], judgement: QuoteJudgement) -> Quote:
    """Return a quotation as it was decided, every annotator's reading as it was.

    Args:
        quote: The quotation.
        segments: The reading that is right; none: it is no quotation.
        judgement: The adjudicator's judgement: who, when, under which guideline, and why.

    Returns:
        The quotation with the decision as its last judgement. Where the published segments change, an annotator who had
        marked the earlier ones has now marked differently: the words change so that the reading does not.
    """
    kept = list(segments) or list(quote.segments)
    judged = [_relative_to(kept, reading(quote, one), one) for one in quote.annotations]
    judged.append(_relative_to(kept, tuple(segments), judgement))
    return quote.model_copy(
        update={
            "segments": kept,
            "text": " ".join(span.text for span in kept),
            "status": Status.GOLD if segments else Status.REJECTED,
            "annotations": judged,
        }
    )


def _relative_to(published: Sequence[Span], own: Segments, judgement: QuoteJudgement) -> QuoteJudgement:
    if not own:
        update: dict[str, object] = {"decision": QuoteDecision.NOT_MARKED, "segments": []}
    elif list(own) == list(published):
        update = {"decision": QuoteDecision.MARKED, "segments": []}
    else:
        update = {"decision": QuoteDecision.MARKED_DIFFERENTLY, "segments": list(own)}
    return judgement.model_copy(update=update)
