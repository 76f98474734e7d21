"""Rules over quotations."""

from __future__ import annotations

from sahelcorpus.check.rule import ANNOTATIONS, Breaches, Known, Path, gold_by_nobody, short
from sahelcorpus.records import Quote
from sahelcorpus.records.vocabulary import QuoteDecision, SpeakerKind
from sahelcorpus.store.collection import StoredArticle


def check_quotes(article: StoredArticle, known: Known) -> Breaches:
    """Yield quotations whose parts contradict each other."""
    quotes = article.annotations.quotes
    parents = {quote.quote_id: quote.parent_quote_id for quote in quotes}
    for i, quote in enumerate(quotes):
        path: Path = ("quotes", i)
        yield from _one_quote(quote, path)
        yield from gold_by_nobody(
            quote.status, (judgement.annotator_id for judgement in quote.annotations), known, path
        )
        if quote.parent_quote_id is not None:
            if quote.parent_quote_id not in parents:
                yield (
                    "SC505",
                    ANNOTATIONS,
                    (*path, "parent_quote_id"),
                    repr(quote.parent_quote_id),
                    "a quote_id of this article",
                )
            elif _in_circle(quote.quote_id, parents):
                yield (
                    "SC604",
                    ANNOTATIONS,
                    (*path, "parent_quote_id"),
                    repr(quote.parent_quote_id),
                    "a quotation that does not lead back here",
                )


def _in_circle(start: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here is not None and here not in seen:
        seen.add(here)
        here = parents.get(here)
    return here is not None


def _one_quote(quote: Quote, path: Path) -> Breaches:
    if (quote.speaker is None) != (quote.speaker_kind is SpeakerKind.UNEXPRESSED):
        mention = "no mention" if quote.speaker is None else f"the mention {short(quote.speaker.text)}"
        yield (
            "SC601",
            ANNOTATIONS,
            (*path, "speaker_kind"),
            f"{quote.speaker_kind} with {mention}",
            "unexpressed without a mention, and only then",
        )
    if quote.speaker_kind is SpeakerKind.ANONYMOUS and quote.actor_id is not None:
        found = f"an anonymous speaker with the actor {quote.actor_id!r}"
        yield "SC605", ANNOTATIONS, (*path, "actor_id"), found, "null"
    for j, judgement in enumerate(quote.annotations):
        if bool(judgement.segments) != (judgement.decision is QuoteDecision.MARKED_DIFFERENTLY):
            found = f"{judgement.decision} with {len(judgement.segments)} segments"
            yield (
                "SC603",
                ANNOTATIONS,
                (*path, "annotations", j),
                found,
                "segments with marked_differently, and only then",
            )
