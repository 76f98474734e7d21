"""Which readings win where several are possible: one content, one quotation; nested ones with their cue within."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundQuote
from sahelcorpus.annotate.quotes.sentence import Candidate

_NEVER_NESTED = frozenset(("noun phrase", "quotation as object", "noun + de", "attribute"))


def winners(candidates: list[Candidate]) -> list[FoundQuote]:
    """Return the quotations that win, in text order.

    Args:
        candidates: The readings of one sentence.
    """
    if len(candidates) < 2:
        return [candidate.quote for candidate in candidates]
    kept: list[FoundQuote] = []
    for candidate in sorted(candidates, key=_rank):
        quote = candidate.quote
        if not any(_compete(quote, other) for other in kept):
            kept.append(quote)
    return sorted(kept, key=lambda quote: quote.segments)


def _rank(candidate: Candidate) -> tuple[float, int, int]:
    quote = candidate.quote
    return -candidate.score, quote.segments[0][0], -sum(end - start for start, end in quote.segments)


def _compete(one: FoundQuote, other: FoundQuote) -> bool:
    if one.cue is not None and other.cue is not None and one.cue.place == other.cue.place:
        return True
    common = sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in one.segments for begin, stop in other.segments
    )
    if not common:
        return False
    inner, outer = (one, other) if _length(one) <= _length(other) else (other, one)
    if inner.cue is None or outer.cue is None or inner.construction in _NEVER_NESTED:
        return True
    cue = inner.cue.place
    within = any(start <= cue[0] and cue[1] <= end for start, end in outer.segments)
    return not within


def _length(quote: FoundQuote) -> int:
    return sum(end - start for start, end in quote.segments)
