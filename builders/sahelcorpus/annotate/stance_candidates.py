"""From what an annotator of stance found to candidates in a collection: never over what a person has decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sahelcorpus.annotate.candidates import Attributed, circumstances
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.annotate.stance.judged import recorded_speech
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.records import Adjudication, Annotations, ArticleMetadata, Quote, Stance, StanceJudgement
from sahelcorpus.records.vocabulary import AdjudicationState, Status

_Row = tuple[str, str | None, str | None, str]


def met_article(
    article: ArticleMetadata, text: str, quotes: Sequence[Quote], targets: TargetIndex, found: Sequence[Attributed] = ()
) -> StanceArticle:
    """Return an article of a collection as an annotator meets it, to be asked about the actors that it mentions.

    Args:
        article: What is known of it.
        text: Its text.
        quotes: Its quotations; refused ones are left out.
        targets: The collection's actors.
        found: What the extractor found, which says how sure the speakers of its candidates are.
    """
    sure = {quote.segments: speaker.confidence for quote, speaker in found}
    day = circumstances(article).published
    kept = [quote for quote in quotes if quote.status is not Status.REJECTED]
    speech = tuple(
        recorded_speech(
            quote,
            targets,
            day,
            sure.get(tuple((span.start, span.end) for span in quote.segments), 1.0)
            if quote.status is Status.CANDIDATE
            else 1.0,
        )
        for quote in kept
    )
    return StanceArticle(text, article.language, speech, tuple(targets.targets(text)), article_id=article.article_id)


def without_own_stances(annotations: Annotations, annotator_id: str) -> Annotations:
    """Return annotations without an annotator's candidates that nobody else has judged: they make room for new ones."""
    kept = [stance for stance in annotations.stances if not _is_unjudged(stance, annotator_id)]
    return annotations.model_copy(update={"stances": kept})


def with_stance_candidates(
    article: StanceArticle,
    earlier: Annotations,
    annotations: Annotations,
    found: Sequence[FoundStance],
    judged: tuple[str, datetime, str],
) -> list[Stance]:
    """Return an article's stances with an annotator's candidates behind those that stay.

    Args:
        article: The article as the annotator met it; its quotations have their ids.
        earlier: What the article had before: what is found again keeps its id, and its time if nothing else changed.
        annotations: What stays, without the annotator's own candidates. A row that it has for the same holder and
            target is not proposed again.
        found: What the annotator found; only targets that the collection knows make a row.
        judged: The annotator's id, the time, and the guideline.
    """
    annotator_id = judged[0]
    own = {_row(stance): stance for stance in earlier.stances if _is_unjudged(stance, annotator_id)}
    kept = list(annotations.stances)
    taken = {_row(stance) for stance in kept}
    number = max((int(stance.stance_id.rpartition(".s")[2]) for stance in earlier.stances), default=0)
    for one in found:
        if one.target.actor_id is None:
            continue
        row = _found_row(article, one)
        if row in taken:
            continue
        taken.add(row)
        same = own.get(row)
        if same is None:
            number += 1
        stance = _stance(same.stance_id if same else f"{article.article_id}.s{number}", row, one, judged)
        kept.append(same if same is not None and _says_the_same(same, stance) else stance)
    return kept


def _row(stance: Stance) -> _Row:
    return stance.holder_kind, stance.quote_id, stance.holder_actor_id, stance.target_actor_id


def _is_unjudged(stance: Stance, annotator_id: str) -> bool:
    return stance.status is Status.CANDIDATE and {one.annotator_id for one in stance.annotations} <= {annotator_id}


def _says_the_same(one: Stance, two: Stance) -> bool:
    """Say whether two readings differ in nothing but the time, so that running again changes no file."""
    times = {"judged_at": two.annotations[0].judged_at}
    return one.model_copy(update={"annotations": [one.annotations[0].model_copy(update=times)]}) == two


def _found_row(article: StanceArticle, found: FoundStance) -> _Row:
    quote = None if found.quote is None else article.quotes[found.quote].quote_id
    return found.holder_kind, quote, found.holder_actor_id, found.target.actor_id or ""


def _stance(stance_id: str, row: _Row, found: FoundStance, judged: tuple[str, datetime, str]) -> Stance:
    annotator_id, judged_at, guideline = judged
    _, quote_id, holder_actor_id, target_actor_id = row
    judgement = StanceJudgement(
        annotator_id=annotator_id,
        label=found.label,
        intensity=found.intensity,
        confidence=round(found.confidence, 3),
        guideline=guideline,
        judged_at=judged_at,
        rationale=found.explanation,
    )
    return Stance(
        stance_id=stance_id,
        quote_id=quote_id,
        holder_kind=found.holder_kind,
        holder_actor_id=holder_actor_id,
        target_actor_id=target_actor_id,
        label=found.label,
        intensity=found.intensity,
        endorsement=found.endorsement,
        evidence=list(found.evidence),
        status=Status.CANDIDATE,
        annotations=[judgement],
        adjudication=Adjudication(state=AdjudicationState.SINGLE),
    )
