"""The whole report on speakers: names, names with their quotations, actors, chains, and what they are made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sahelcorpus.annotate.evaluation.chains import ScorerMissingError, chain_report, chain_scorers
from sahelcorpus.annotate.evaluation.intervals import bootstrap, wilson
from sahelcorpus.annotate.evaluation.quote_scores import precision_recall, share
from sahelcorpus.annotate.evaluation.speakers_scored import UNTOLD, Counts, ScoredSpeakers
from sahelcorpus.records.vocabulary import SpeakerKind

COMPARISON = (
    "a name is right if its words are those of gold, or all of them within gold's, or gold's within it; letters of "
    "every script count, accents, articles and courtesy titles do not"
)
"""How names are compared, in words."""

UNKNOWN = "unknown"
_KINDS = [*map(str, SpeakerKind), UNTOLD]


def speaker_report(documents: Sequence[ScoredSpeakers], *, exhaustive: bool = True) -> dict[str, Any]:
    """Return the scores of all documents, and by kind of mention, language, outlet, and how names were found.

    Args:
        documents: The documents with their predictions.
        exhaustive: Whether gold holds every quotation. If not, the joint score is recall alone.

    Returns:
        Plain data. `name_accuracy` and `linking` are over the quotations that were found, `joint@0.5` and
        `linking.r_of_all` over all. `reference` has the names as the reference scorer compares them. `linking` is None
        where gold has no actor, `chains` where the library that scores them is missing; a note then says so.
    """
    rows = [one.counts for one in documents]
    notes = []
    try:
        chains: dict[str, Any] | None = chain_report(documents, chain_scorers())
    except ScorerMissingError as error:
        chains = None
        notes.append(f"chains of mentions are not scored: {error}")
    kinds: defaultdict[str, list[Counts]] = defaultdict(list)
    for one in documents:
        for kind, counts in one.by_kind():
            kinds[kind].append(counts)
    return {
        "documents": len(documents),
        **_scores(rows, exhaustive=exhaustive),
        "chains": chains,
        "exhaustive": exhaustive,
        "comparison": COMPARISON,
        "notes": notes,
        # how many are predicted of gold's kinds nobody can say: of joint scores there is recall alone
        "by_kind": {kind: _scores(kinds[kind], exhaustive=False) for kind in _KINDS if kind in kinds},
        "by_language": _by_key(documents, "lang", "und", exhaustive=exhaustive),
        "by_style": _by_key(documents, "style", exhaustive=exhaustive),
        "by_outlet": _by_key(documents, "outlet", exhaustive=exhaustive),
        "by_how": _by_how(documents),
    }


def _by_key(
    documents: Sequence[ScoredSpeakers], key: str, default: str = "", *, exhaustive: bool
) -> dict[str, dict[str, Any]]:
    """Return the scores of the documents that have the same value under a key, by that value."""
    if not default and not any(one.document.get(key) for one in documents):
        return {}
    groups: defaultdict[str, list[Counts]] = defaultdict(list)
    for one in documents:
        groups[str(one.document.get(key) or default or UNKNOWN)].append(one.counts)
    return {
        name: {"documents": len(groups[name]), **_scores(groups[name], exhaustive=exhaustive)}
        for name in sorted(groups)
    }


def _summed(rows: Iterable[Counts]) -> Counts:
    sums = [sum(column) for column in zip(*rows, strict=True)]
    return Counts(*sums) if sums else Counts(*[0] * len(Counts._fields))


def _scores(rows: Sequence[Counts], *, exhaustive: bool) -> dict[str, Any]:
    sums = _summed(rows)
    names = ("name_accuracy", "joint_r", "joint_f1", "link_p", "link_r", "link_f1")
    found = bootstrap(rows, _drawn)
    bounds = (
        dict.fromkeys(names)
        if found is None
        else {name: [round(low, 4), round(high, 4)] for name, (low, high) in zip(names, found, strict=True)}
    )
    joint = precision_recall(sums.right, sums.predicted, sums.right, sums.gold)
    reference = precision_recall(sums.right_to_reference, sums.predicted, sums.right_to_reference, sums.gold)
    kept = ("p", "r", "f1") if exhaustive else ("r",)
    return {
        "gold": sums.gold,
        **({"predicted": sums.predicted} if exhaustive else {}),
        "found": sums.found,
        "with_name": sums.named,
        "name_accuracy": _rounded(sums.right, sums.named),
        "name_accuracy_interval": bounds["name_accuracy"],
        "joint@0.5": {name: joint[name] for name in kept},
        f"joint_{'f1' if exhaustive else 'r'}_interval": bounds["joint_f1" if exhaustive else "joint_r"],
        "kind_accuracy": _rounded(sums.kinds_right, sums.kinds),
        "linking": _linking(sums, bounds),
        "reference": {
            "name_accuracy": _rounded(sums.right_to_reference, sums.named),
            "joint@0.5": {name: reference[name] for name in kept},
        },
    }


def _linking(sums: Counts, bounds: dict[str, Any]) -> dict[str, Any] | None:
    """Return how right the actors of found quotations are; None where gold has none and nothing was linked."""
    if not sums.actors and not sums.links:
        return None
    return {
        "gold": sums.actors,
        "gold_found": sums.actors_found,
        "linked": sums.links,
        "right": sums.links_right,
        **precision_recall(sums.links_right, sums.links, sums.links_right, sums.actors_found),
        **{f"{name}_interval": bounds[f"link_{name}"] for name in ("p", "r", "f1")},
        "r_of_all": _rounded(sums.links_right, sums.actors),
    }


def _drawn(sums: Sequence[float]) -> list[float]:
    drawn = Counts(*map(int, sums))
    joint = precision_recall(drawn.right, drawn.predicted, drawn.right, drawn.gold)
    link = precision_recall(drawn.links_right, drawn.links, drawn.links_right, drawn.actors_found)
    return [share(drawn.right, drawn.named), joint["r"], joint["f1"], link["p"], link["r"], link["f1"]]


def _rounded(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _by_how(documents: Sequence[ScoredSpeakers]) -> dict[str, dict[str, Any]]:
    """Return, for each way in which names were found, how many of them are right, beside how sure they were."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    stated: defaultdict[str, list[float]] = defaultdict(list)
    for one in documents:
        for pair in one.pairs:
            if pair.predicted is None or not pair.names or not pair.predicted.get("speaker_how"):
                continue
            how = str(pair.predicted["speaker_how"])
            counts[how]["found"] += 1
            counts[how]["right"] += pair.name_is_right
            stated[how].append(pair.predicted["speaker_confidence"])
    out = {}
    for how, row in sorted(counts.items(), key=lambda pair: (-pair[1]["found"], pair[0])):
        interval = wilson(row["right"], row["found"])
        out[how] = {
            "found": row["found"],
            "right": row["right"],
            "share": _rounded(row["right"], row["found"]),
            "interval": None if interval is None else [round(bound, 4) for bound in interval],
            "stated": round(sum(stated[how]) / len(stated[how]), 4),
        }
    return out
