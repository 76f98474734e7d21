"""Whether a candidate from the bare text names the right holder, by the quotations that people marked."""

from __future__ import annotations

from collections.abc import Sequence

from sahelcorpus.annotate.evaluation.matching import same_place, same_source
from sahelcorpus.annotate.stance.article import QuotedSpeech, StanceArticle
from sahelcorpus.annotate.stance.found import FoundStance
from sahelcorpus.records import Span
from sahelcorpus.records.vocabulary import HolderKind

_SAME_MENTION = 0.5


def right_holder(found: FoundStance, article: StanceArticle, gold: Sequence[QuotedSpeech]) -> bool | None:
    """Say whether the words that a candidate gives as evidence are those of the holder that it names.

    Args:
        found: The candidate.
        article: The article as the annotator was given it.
        gold: The quotations that people marked in the same text.

    Returns:
        True if every span lies in a gold quotation of that speaker, or in none where the holder is the article's voice;
        None for a candidate that has no evidence or leaves the holder open.
    """
    if not found.evidence or found.holder_kind is HolderKind.UNKNOWN:
        return None
    return all(_is_theirs(found, article, _owner(span, gold)) for span in found.evidence)


def _is_theirs(found: FoundStance, article: StanceArticle, owner: QuotedSpeech | None) -> bool:
    if found.quote is None or owner is None:
        return found.quote is None and owner is None
    if found.holder_actor_id is not None and owner.actor_id is not None:
        return found.holder_actor_id == owner.actor_id
    if same_source(owner.speaker_name, found.holder_name):
        return True
    # whoever is described and not named may be described otherwise, but not be mentioned elsewhere
    mention = article.quotes[found.quote].speaker
    if mention is None or owner.speaker is None or same_place(mention, owner.speaker) < _SAME_MENTION:
        return False
    return same_source(article.text[slice(*mention)], found.holder_name)


def _owner(span: Span, gold: Sequence[QuotedSpeech]) -> QuotedSpeech | None:
    """Return the shortest quotation that holds most of a span, or None."""
    holding = []
    for quote in gold:
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in quote.segments)
        if 2 * shared > span.end - span.start:
            holding.append((sum(end - start for start, end in quote.segments), quote))
    return min(holding, key=lambda one: one[0])[1] if holding else None
