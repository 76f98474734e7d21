"""The whole report on an extractor: the scores, and what they are made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sahelcorpus.annotate.evaluation.intervals import wilson
from sahelcorpus.annotate.evaluation.matching import PlainQuote
from sahelcorpus.annotate.evaluation.quote_scores import interval_counts, intervals, precision_recall, scores, summed
from sahelcorpus.annotate.evaluation.reliability import reliability
from sahelcorpus.annotate.evaluation.scored import RIGHT_FROM, Scored, Verdict

STRICT = 0.8
UNKNOWN = "unknown"
_TYPES = ("direct", "mixed", "indirect")


def report(documents: Sequence[Scored], *, exhaustive: bool = True) -> dict[str, Any]:
    """Return the scores of all documents, and by language, style, outlet, type and construction.

    Args:
        documents: The documents with their predictions.
        exhaustive: Whether gold holds every quotation of its texts. If not, a prediction that meets none is no proof of
            error: precision and F1, and what rests on them, are left out.

    Returns:
        Plain data. `with_speaker` and `with_name` say of how many found quotations gold knows the mention or the name;
        the shares of right ones mean nothing without. `by_style` and `by_outlet` are empty where no document has a
        `style` or an `outlet`; `judged` is None where no document has `not_quote_cues` or `other_spans`.
    """
    whole = {
        **_scores_of(documents),
        "exhaustive": exhaustive,
        "by_language": _by_key(documents, "lang", "und"),
        "by_style": _by_key(documents, "style"),
        "by_outlet": _by_key(documents, "outlet"),
        "by_type": by_type(documents),
        "by_construction": by_construction(documents),
        "negatives": negatives(documents),
        "judged": judged(documents),
        "reliability": reliability(documents),
    }
    return whole if exhaustive else _recall_alone(whole)


def _scores_of(documents: Sequence[Scored]) -> dict[str, Any]:
    counts = summed(one.counts for one in documents)
    return {
        "documents": len(documents),
        **scores(counts),
        "with_speaker": counts["speakers"],
        "with_name": counts["names"],
        **intervals(interval_counts(one.counts) for one in documents),
    }


def _by_key(documents: Sequence[Scored], key: str, default: str = "") -> dict[str, dict[str, Any]]:
    """Return the scores of the documents that have the same value under a key, by that value."""
    if not default and not any(one.document.get(key) for one in documents):
        return {}
    groups: defaultdict[str, list[Scored]] = defaultdict(list)
    for one in documents:
        groups[str(one.document.get(key) or default or UNKNOWN)].append(one)
    return {name: _scores_of(groups[name]) for name in sorted(groups)}


def by_type(documents: Sequence[Scored]) -> dict[str, dict[str, Any]]:
    """Return the scores of each type of quotation.

    Recall is the share of the gold quotations of that type that were found, as whatever type; precision is the share of
    the predictions of that type that are a gold quotation, of whatever type. How often the two types agree is
    `type_accuracy`.
    """
    rows: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    names = {_type(quote) for one in documents for quote in (*one.gold, *one.predicted)}
    for one in documents:
        for name in names:
            gold = {row for row, quote in enumerate(one.gold) if _type(quote) == name}
            predicted = {column for column, quote in enumerate(one.predicted) if _type(quote) == name}
            ends = [
                len(side)
                for threshold in (RIGHT_FROM, STRICT)
                for side in (predicted & one.right[threshold], gold & one.found[threshold])
            ]
            rows[name].append((len(predicted), len(gold), *ends))
    out = {}
    for name in sorted(names, key=lambda name: (_TYPES.index(name) if name in _TYPES else len(_TYPES), name)):
        wrote, meant, right, met, right_strictly, met_strictly = map(sum, zip(*rows[name], strict=True))
        out[name] = {
            "gold": meant,
            "predicted": wrote,
            "quote@0.5": precision_recall(right, wrote, met, meant),
            "quote@0.8": precision_recall(right_strictly, wrote, met_strictly, meant),
            **intervals(rows[name]),
        }
    return out


def _type(quote: PlainQuote) -> str:
    return str(quote.get("type") or UNKNOWN)


def by_construction(documents: Sequence[Scored]) -> dict[str, dict[str, Any]]:
    """Return how many predictions each construction gave and how many of them are right, most first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in documents:
        for number, (quote, verdict) in enumerate(zip(one.predicted, one.verdicts(), strict=True)):
            row = counts[str(quote.get("construction") or UNKNOWN)]
            row["predicted"] += 1
            row["right@0.5"] += number in one.right[RIGHT_FROM]
            row["right@0.8"] += number in one.right[STRICT]
            row["proven_wrong"] += verdict is Verdict.PROVEN_WRONG
    return {
        name: {
            **{key: row[key] for key in ("predicted", "right@0.5", "right@0.8", "proven_wrong")},
            "p@0.5": round(row["right@0.5"] / row["predicted"], 4),
            "p@0.5_interval": _rounded(wilson(row["right@0.5"], row["predicted"])),
            "p@0.8": round(row["right@0.8"] / row["predicted"], 4),
        }
        for name, row in sorted(counts.items(), key=lambda pair: (-pair[1]["predicted"], pair[0]))
    }


def negatives(documents: Sequence[Scored]) -> dict[str, Any]:
    """Return how many of the documents without a gold quotation were given one."""
    without = [one for one in documents if not one.gold]
    given = sum(bool(one.predicted) for one in without)
    share = round(given / len(without), 4) if without else None
    return {
        "documents": len(without),
        "given_a_quote": given,
        "share": share,
        "interval": _rounded(wilson(given, len(without))),
    }


def judged(documents: Sequence[Scored]) -> dict[str, Any] | None:
    """Return how many predictions gold proves right or wrong; None where no document says what is no quotation."""
    if not any(one.document.get(key) for one in documents for key in ("not_quote_cues", "other_spans")):
        return None
    counts = Counter(verdict for one in documents for verdict in one.verdicts())
    return {verdict.value.replace(" ", "_"): counts[verdict] for verdict in Verdict}


def _rounded(interval: tuple[float, float] | None) -> list[float] | None:
    return None if interval is None else [round(bound, 4) for bound in interval]


def _recall_alone(whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return a report without what only exhaustive gold can give."""
    kept = _without_precision(whole)
    del kept["reliability"]
    for part in ("by_language", "by_style", "by_outlet", "by_type", "by_construction"):
        kept[part] = {name: _without_precision(row) for name, row in whole[part].items()}
    return kept


def _without_precision(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: {"r": value["r"]} if name.startswith(("quote@", "joint@")) else value
        for name, value in row.items()
        if not name.startswith(("p@", "f1@"))
    }
