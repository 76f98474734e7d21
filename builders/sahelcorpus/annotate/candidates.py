"""From what an extractor found to candidates in a collection: never over what a person has decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sahelcorpus.annotate.evaluation.matching import characters, overlap
from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.records import Annotations, Cue, Quote, QuoteJudgement, Span
from sahelcorpus.records.vocabulary import SpeakerKind, Status

LEAST_OVERLAP = 0.5
"""A found quotation that shares this much (intersection over union) with a decided one is that one."""

_PRONOUNS = {
    "fr": {"il", "elle", "ils", "elles", "on", "lui", "eux", "je", "nous", "celui-ci", "celle-ci", "qui"},
    "en": {"he", "she", "they", "it", "i", "we", "who"},
}
_CAPITAL = re.compile(r"(?<!^)\b[^\W\d_a-z]\w|^[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]")


def with_candidates(
    article_id: str,
    text: str,
    language: str,
    annotations: Annotations,
    found: Sequence[FoundQuote],
    judged: tuple[str, datetime, str],
) -> list[Quote]:
    """Return an article's quotations with an extractor's candidates among them, in the order of the text.

    Args:
        article_id: The article's id.
        text: Its canonical text, in which `found` was found.
        language: Its BCP 47 tag.
        annotations: What it has: quotations that anybody but this annotator judged, or that something else rests on,
            stay as they are; the annotator's own candidates make room for what it finds now, and keep their ids where
            it finds the same again.
        found: What the extractor found.
        judged: The annotator's id, the time, and the guideline.
    """
    annotator_id, judged_at, guideline = judged
    own, kept = own_and_decided(annotations, annotator_id)
    earlier = {_places(quote): quote for quote in own}
    number = max((int(quote.quote_id.rpartition(".q")[2]) for quote in annotations.quotes), default=0)
    taken = [characters(_places(quote)) for quote in kept]
    for candidate in found:
        content = characters(candidate.segments)
        if any(overlap(content, other) >= LEAST_OVERLAP for other in taken):
            continue
        same = earlier.get(candidate.segments)
        if same is None:
            number += 1
        quote_id = same.quote_id if same else f"{article_id}.q{number}"
        judgement = QuoteJudgement(
            annotator_id=annotator_id,
            judged_at=judged_at,
            guideline=guideline,
            confidence=round(candidate.confidence, 3),
            note=f"Construction: {candidate.construction}.",
        )
        quote = _quote(quote_id, text, language, candidate, judgement)
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


def _quote(quote_id: str, text: str, language: str, found: FoundQuote, judgement: QuoteJudgement) -> Quote:
    segments = [_span(text, place) for place in found.segments]
    cue = None
    if found.cue is not None:
        covered = _span(text, found.cue.place)
        cue = Cue(**dict(covered), lemma=found.cue.lemma, kind=found.cue.kind)
    speaker = None if found.speaker is None else _span(text, found.speaker)
    return Quote(
        quote_id=quote_id,
        type=found.type,
        segments=segments,
        text=" ".join(segment.text for segment in segments),
        cue=cue,
        speaker=speaker,
        speaker_kind=mention_kind(None if speaker is None else speaker.text, language),
        status=Status.CANDIDATE,
        annotations=[judgement],
    )


def mention_kind(mention: str | None, language: str) -> SpeakerKind:
    """Return the kind of a speaker mention as far as its form shows it; resolving who it is, is another step."""
    if mention is None:
        return SpeakerKind.UNEXPRESSED
    if mention.lower() in _PRONOUNS.get(language.split("-", maxsplit=1)[0], set()):
        return SpeakerKind.PRONOUN
    return SpeakerKind.NAMED if _CAPITAL.search(mention) else SpeakerKind.NOMINAL


def _span(text: str, place: Place) -> Span:
    return Span(start=place[0], end=place[1], text=text[place[0] : place[1]])


def _places(quote: Quote) -> tuple[Place, ...]:
    return tuple((span.start, span.end) for span in quote.segments)
