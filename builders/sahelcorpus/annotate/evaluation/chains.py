"""How well the mentions of one speaker are held together: B³ and CEAF of the chains in each document.

A mention is the words that name a quotation's speaker; where there are none, the quotation stands for them. A chain is
the mentions of one speaker in one document: in gold those with one actor, or else one name, in the predictions those
with one name. A speaker without a name is a chain alone.

The scores are those of the CoNLL shared tasks (Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions",
ACL 2014), as `scorch` computes them; sums are over all documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from sahelcorpus.annotate.evaluation.intervals import bootstrap
from sahelcorpus.annotate.evaluation.matching import PlainQuote, same_place
from sahelcorpus.annotate.evaluation.quote_scores import precision_recall, share
from sahelcorpus.annotate.evaluation.speaker_names import folded_name
from sahelcorpus.annotate.evaluation.speakers_scored import ScoredSpeakers

INSTALL = 'pip install "sahelcorpus[evaluation]"'

_SAME = 0.5
_MEASURES = {"b_cubed": "b_cubed", "ceaf_m": "ceaf_m", "ceaf_e": "ceaf_e"}

Mention = tuple[Any, ...]
Chain = frozenset[Mention]
Score = Callable[[Sequence[Chain], Sequence[Chain]], tuple[float, float, float]]


class ScorerMissingError(Exception):
    """The library that scores chains is not installed."""


def chain_scorers() -> dict[str, Score]:
    """Return the scores of chains by name, each from gold and predicted chains to recall, precision, F1.

    Raises:
        ScorerMissingError: if `scorch` is not installed.
    """
    try:
        scores = import_module("scorch.scores")
    except ImportError as error:
        raise ScorerMissingError(f"scorch is not installed; {INSTALL} adds it") from error
    return {name: getattr(scores, function) for name, function in _MEASURES.items()}


def chain_report(documents: Iterable[ScoredSpeakers], scorers: dict[str, Score]) -> dict[str, Any]:
    """Return the scores of the chains of all documents.

    Args:
        documents: The documents.
        scorers: What `chain_scorers` gave.

    Returns:
        `mentions` and `chains` of gold, then under `b_cubed`, `ceaf_m` and `ceaf_e` precision, recall, F1, and the
        bootstrap interval of F1.
    """
    mentions = chains = 0
    rows: list[tuple[float, ...]] = []
    for one in documents:
        gold, predicted = chains_of(one)
        mentions += sum(map(len, gold))
        chains += len(gold)
        if gold or predicted:
            rows.append(tuple(part for name in _MEASURES for part in _parts(name, scorers[name], gold, predicted)))
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * (4 * len(_MEASURES))
    found = bootstrap(rows, _f1s)
    out: dict[str, Any] = {"mentions": mentions, "chains": chains}
    for number, name in enumerate(_MEASURES):
        recalled, wanted, precise, given = sums[4 * number : 4 * number + 4]
        interval = None if found is None else [round(bound, 4) for bound in found[number]]
        out[name] = {**precision_recall(precise, given, recalled, wanted), "f1_interval": interval}
    return out


def chains_of(one: ScoredSpeakers) -> tuple[list[Chain], list[Chain]]:
    """Return the chains of gold and those of the predictions, in which a mention that both have is the same one."""
    known: dict[Mention, Mention] = {}
    for pair in one.pairs:
        wanted, found = pair.gold, pair.predicted
        if found is None:
            continue
        mention, other = wanted.get("speaker"), found.get("speaker")
        if (mention is None and other is None) or (mention and other and same_place(mention, other) >= _SAME):
            known.setdefault(_mention(found), _mention(wanted))
    gold = _gathered((pair.gold, _mention(pair.gold), pair.gold.get("actor_id")) for pair in one.pairs)
    predicted = _gathered(
        (quote, known.get(_mention(quote), ("predicted", *_mention(quote))), None) for quote in one.predicted
    )
    return gold, predicted


def _mention(quote: PlainQuote) -> Mention:
    if quote.get("speaker"):
        return tuple(quote["speaker"])
    return ("none", quote["segments"][0][0], quote["segments"][-1][1])


def _gathered(mentions: Iterable[tuple[PlainQuote, Mention, str | None]]) -> list[Chain]:
    """Return mentions by whom they mean; one that stands for several quotations is counted where it stands first."""
    seen: set[Mention] = set()
    chains: dict[Any, set[Mention]] = {}
    for quote, mention, actor_id in mentions:
        if mention in seen:
            continue
        seen.add(mention)
        whom = actor_id or folded_name(quote.get("speaker_name")) or mention
        chains.setdefault(whom, set()).add(mention)
    return [frozenset(chain) for chain in chains.values()]


def _parts(name: str, score: Score, gold: list[Chain], predicted: list[Chain]) -> tuple[float, float, float, float]:
    """Return what a document adds above and below the stroke of recall, then of precision."""
    if name == "ceaf_e":
        wanted, given = float(len(gold)), float(len(predicted))
    else:
        wanted, given = float(sum(map(len, gold))), float(sum(map(len, predicted)))
    if frozenset().union(*gold).isdisjoint(frozenset().union(*predicted)):
        return 0.0, wanted, 0.0, given  # the library would divide by what they have in common
    recall, precision, _ = score(gold, predicted)
    return recall * wanted, wanted, precision * given, given


def _f1s(sums: Sequence[float]) -> list[float]:
    out = []
    for number in range(len(_MEASURES)):
        recalled, wanted, precise, given = sums[4 * number : 4 * number + 4]
        recall, precision = share(recalled, wanted), share(precise, given)
        out.append(share(2 * precision * recall, precision + recall))
    return out
