"""From what an extractor found to candidates in a collection: never over what a person has decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sahelcorpus.annotate.actors import NOBODY, ActorIndex, Circumstances
from sahelcorpus.annotate.evaluation.matching import characters, overlap
from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.speakers import ResolvedSpeaker
from sahelcorpus.records import Annotations, ArticleMetadata, Cue, Quote, QuoteJudgement, Span
from sahelcorpus.records.vocabulary import DatePrecision, Status

LEAST_OVERLAP = 0.5
"""A found quotation that shares this much (intersection over union) with a decided one is that one."""

Attributed = tuple[FoundQuote, ResolvedSpeaker]
"""A found quotation, and who says it."""


def with_candidates(
    article: ArticleMetadata,
    text: str,
    annotations: Annotations,
    found: Sequence[Attributed],
    judged: tuple[str, datetime, str],
    actors: ActorIndex | None = None,
) -> list[Quote]:
    """Return an article's quotations with an extractor's candidates among them, in the order of the text.

    Args:
        article: What is known of the article.
        text: Its canonical text, in which `found` was found.
        annotations: What it has: quotations that anybody but this annotator judged, or that something else rests on,
            stay as they are; the annotator's own candidates make room for what it finds now, and keep their ids where
            it finds the same again.
        found: What the extractor found.
        judged: The annotator's id, the time, and the guideline.
        actors: The collection's actors, to which speakers are linked; None links nobody.
    """
    annotator_id, judged_at, guideline = judged
    own, kept = own_and_decided(annotations, annotator_id)
    earlier = {_places(quote): quote for quote in own}
    number = max((int(quote.quote_id.rpartition(".q")[2]) for quote in annotations.quotes), default=0)
    taken = [characters(_places(quote)) for quote in kept]
    when_and_where = circumstances(article)
    for candidate, speaker in found:
        content = characters(candidate.segments)
        if any(overlap(content, other) >= LEAST_OVERLAP for other in taken):
            continue
        same = earlier.get(candidate.segments)
        if same is None:
            number += 1
        quote_id = same.quote_id if same else f"{article.article_id}.q{number}"
        judgement = QuoteJudgement(
            annotator_id=annotator_id,
            judged_at=judged_at,
            guideline=guideline,
            confidence=round(candidate.confidence, 3),
            note=f"Construction: {candidate.construction}.",
        )
        quote = _quote(quote_id, text, candidate, speaker, judgement)
        if actors is not None:
            quote = _linked(quote, speaker, text, actors, when_and_where)
        kept.append(same if same is not None and _says_the_same(same, quote) else quote)
    return sorted(kept, key=lambda quote: (quote.segments[0].start, quote.segments[0].end))


def found_again(decided: Sequence[Quote], found: Sequence[FoundQuote]) -> int:
    """Return how many of the decided quotations the extractor found as well."""
    contents = [characters(candidate.segments) for candidate in found]
    return sum(
        any(overlap(characters(_places(quote)), content) >= LEAST_OVERLAP for content in contents) for quote in decided
    )


def _says_the_same(one: Quote, two: Quote) -> bool:
    """Say whether two readings differ in nothing but the time, so that running again changes no file."""
    times = {"judged_at": two.annotations[0].judged_at}
    return one.model_copy(update={"annotations": [one.annotations[0].model_copy(update=times)]}) == two


def own_and_decided(annotations: Annotations, annotator_id: str) -> tuple[list[Quote], list[Quote]]:
    """Return the candidates of an annotator that it may replace, and the quotations that stay whatever it finds.

    A candidate stays if anybody else has judged it, or a stance or a quotation that stays names it: whoever wrote that
    took it for one.
    """
    free = {quote.quote_id for quote in annotations.quotes if _is_unjudged_candidate(quote, annotator_id)}
    free -= {stance.quote_id for stance in annotations.stances if stance.quote_id is not None}
    parents = {quote.quote_id: quote.parent_quote_id for quote in annotations.quotes}
    while named := free & {parent for child, parent in parents.items() if parent is not None and child not in free}:
        free -= named
    own = [quote for quote in annotations.quotes if quote.quote_id in free]
    return own, [quote for quote in annotations.quotes if quote.quote_id not in free]


def _is_unjudged_candidate(quote: Quote, annotator_id: str) -> bool:
    judges = {judgement.annotator_id for judgement in quote.annotations}
    return quote.status is Status.CANDIDATE and judges <= {annotator_id}


def circumstances(article: ArticleMetadata) -> Circumstances:
    """Return when and where an article was published, as far as it helps to tell actors apart."""
    known = article.published_precision in (DatePrecision.DAY, DatePrecision.MONTH)
    return Circumstances(article.published if known else None, article.countries, article.language)


def _quote(quote_id: str, text: str, found: FoundQuote, speaker: ResolvedSpeaker, judgement: QuoteJudgement) -> Quote:
    segments = [_span(text, place) for place in found.segments]
    cue = None
    if found.cue is not None:
        covered = _span(text, found.cue.place)
        cue = Cue(**dict(covered), lemma=found.cue.lemma, kind=found.cue.kind)
    return Quote(
        quote_id=quote_id,
        type=found.type,
        segments=segments,
        text=" ".join(segment.text for segment in segments),
        cue=cue,
        speaker=None if found.speaker is None else _span(text, found.speaker),
        speaker_kind=speaker.kind,
        speaker_name=speaker.name,
        status=Status.CANDIDATE,
        annotations=[judgement],
    )


def _linked(
    quote: Quote, speaker: ResolvedSpeaker, text: str, actors: ActorIndex, when_and_where: Circumstances
) -> Quote:
    """Return a candidate with the actor that its speaker is, under the fullest name that the text gives that actor."""
    link = actors.link(speaker, None if quote.speaker is None else quote.speaker.text, when_and_where)
    if link == NOBODY or link.actor_id is None or speaker.name is None:
        return quote
    name = actors.fullest_name(link.actor_id, speaker.name, text)
    return quote.model_copy(update={"actor_id": link.actor_id, "speaker_name": name})


def _span(text: str, place: Place) -> Span:
    return Span(start=place[0], end=place[1], text=text[place[0] : place[1]])


def _places(quote: Quote) -> tuple[Place, ...]:
    return tuple((span.start, span.end) for span in quote.segments)
