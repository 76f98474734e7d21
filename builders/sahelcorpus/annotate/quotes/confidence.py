"""How often a quotation of a construction is right: what a confidence says, apart from which reading wins.

Each number is the share of found quotations that meet one of gold by at least half of their characters. It was counted
on invented French press whose makers did not write the rules and whose errors no author of the rules has read (267
quotations in 26 articles, not in this repository), together with a tenth of what was counted on the data that the rules
were written from, and drawn towards 0.8 as by four further quotations, so that what was rarely seen promises little.
`benchmarks/quotes.md` sets what is promised beside what was right, on data that set neither the rules nor the numbers.
"""

from __future__ import annotations

_RATES = {
    "incise": 0.99,
    "source before": 0.98,
    "standing": 0.97,
    "accuse": 0.95,
    "infinitive": 0.95,
    "preposition + noun phrase": 0.95,
    "colon": 0.94,
    "colon after verb": 0.94,
    "colon after noun": 0.92,
    "incise within marks": 0.91,
    "noun phrase": 0.91,
    "source after": 0.91,
    "call to": 0.89,
    "se dire + adjective": 0.89,
    "attribute": 0.88,
    "that-clause": 0.88,
    "de + infinitive": 0.87,
    "interrupted by incise": 0.87,
    "zero that-clause": 0.86,
    "noun + selon laquelle": 0.85,
    "à + infinitive": 0.85,
    "mixed before incise": 0.84,
    "noun + que": 0.84,
    "cue after marks": 0.83,
    "indirect question": 0.83,
    "interrupted": 0.82,
    "quotation as object": 0.79,
    "fronted": 0.74,
    "source within": 0.69,
    "estimate": 0.65,
}

_PRIOR = 0.8
"""What a construction promises that was seen too rarely to count."""

_DOUBTFUL = 0.75
"""Scores up to this one are given to readings that something in the sentence speaks against."""

_UNNAMED = frozenset(("standing", "colon", "colon after noun"))
"""Constructions that are as sure without a speaker."""


def confidence(construction: str, score: float, *, named: bool) -> float:
    """Return how often a quotation is right, as a probability.

    Args:
        construction: The construction that found it.
        score: How strongly the reading speaks for itself; a reading that is doubtful there is no surer here.
        named: Whether a speaker was found.
    """
    rate = _RATES.get(construction, _PRIOR)
    if score <= _DOUBTFUL:
        rate = min(rate, score)
    return rate if named or construction in _UNNAMED else min(rate, _PRIOR)
