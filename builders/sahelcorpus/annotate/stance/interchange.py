"""Texts and stances as the interchange format has them: one JSON object a text in, one out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes
from sahelcorpus.annotate.speakers import ResolvedSpeaker, resolve_speakers
from sahelcorpus.annotate.stance.article import QuotedSpeech, StanceArticle, Target
from sahelcorpus.annotate.stance.found import FoundStance, StanceAnnotator, annotated, faults
from sahelcorpus.annotate.stance.targets import given_target, named_targets


class BrokenCandidatesError(ValueError):
    """Candidates that do not hold by the rules of `faults`: an error of the annotator, never of the text."""


def stance_article(document: Mapping[str, Any]) -> StanceArticle:
    """Return what an annotator is given for a text of the interchange format.

    Args:
        document: `{"id", "lang", "text"}`, and optionally `"targets": [{"name", "span"}]`; without them the targets are
            whom and what the text names.
    """
    text, language = document["text"], document["lang"]
    quotes = extract_quotes(text, language)
    speech = quoted_speech(quotes, resolve_speakers(text, language, quotes))
    given = document.get("targets")
    if given is None:
        targets: Sequence[Target] = named_targets(text, language)
    else:
        targets = [given_target(text, one["name"], tuple(one["span"]) if one.get("span") else None) for one in given]
    return StanceArticle(text, language, speech, tuple(targets), given is not None, article_id=document["id"])


def quoted_speech(quotes: Iterable[FoundQuote], speakers: Iterable[ResolvedSpeaker]) -> tuple[QuotedSpeech, ...]:
    """Return found quotations with their speakers as annotators of stance are given them."""
    return tuple(
        QuotedSpeech(
            type=quote.type,
            segments=quote.segments,
            speaker_name=speaker.name,
            speaker_kind=speaker.kind,
            speaker=quote.speaker,
            cue=quote.cue.place if quote.cue else None,
            cue_lemma=quote.cue.lemma if quote.cue else None,
            sure=speaker.confidence,
        )
        for quote, speaker in zip(quotes, speakers, strict=True)
    )


def proved(article: StanceArticle, annotator: StanceAnnotator) -> list[FoundStance]:
    """Return an annotator's candidates, proved against the text.

    Raises:
        BrokenCandidatesError: if one does not hold.
    """
    return _proved(article, annotator.annotate_stance(article), annotator)


def proved_each(articles: Iterable[StanceArticle], annotator: StanceAnnotator) -> Iterator[list[FoundStance]]:
    """Yield an annotator's candidates for each article, in order, proved against its text.

    The articles are taken little by little, as far ahead as the annotator works on several at once.

    Raises:
        BrokenCandidatesError: if a candidate does not hold.
    """
    given: deque[StanceArticle] = deque()

    def taken() -> Iterator[StanceArticle]:
        for article in articles:
            given.append(article)
            yield article

    for found in annotated(annotator, taken()):
        yield _proved(given.popleft(), found, annotator)


def _proved(article: StanceArticle, found: list[FoundStance], annotator: StanceAnnotator) -> list[FoundStance]:
    broken = list(faults(article, found))
    if broken:
        who = annotator.annotator.annotator_id
        raise BrokenCandidatesError(f"{article.article_id or 'a text'}, {who}: {'; '.join(broken)}")
    return found


def plain_stances(found: Iterable[FoundStance]) -> list[dict[str, Any]]:
    """Return candidates as the interchange format writes them."""
    return [
        {
            "holder_kind": str(one.holder_kind),
            "holder_name": one.holder_name,
            "target": one.target.name,
            "label": str(one.label),
            "evidence": [[span.start, span.end] for span in one.evidence],
            "confidence": round(one.confidence, 2),
            "explanation": one.explanation,
        }
        for one in found
    ]
