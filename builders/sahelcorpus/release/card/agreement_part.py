"""How far annotators agree, as a card tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sahelcorpus.annotate.agreement.quotes import THRESHOLDS, QuoteAgreement, quote_agreement
from sahelcorpus.annotate.agreement.resampling import Measured
from sahelcorpus.annotate.agreement.stances import AGREEMENT_EXPLAINED, Agreement, stance_agreement
from sahelcorpus.release.card.grids import folded, grid
from sahelcorpus.release.card.telling import Telling
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import Registry

_LEAST_ROWS = 5
"""Rows under which a target's agreement is not worth a line of the card; `sahelcorpus agreement` tells them all."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far the annotators of a collection agree: on quotations by pair, on stances by group."""

    quotes: list[QuoteAgreement]
    stances: list[Agreement]

    @classmethod
    def of(cls, registry: Registry, statistics: Statistics) -> Self:
        """Return the agreement in a collection; seconds of work where much was judged twice."""
        kinds = {key: annotator.kind for key, annotator in registry.annotators.items()}
        stances = stance_agreement(statistics.judged_stances, kinds)
        return cls(list(quote_agreement(statistics.quote_pairs)), list(stances))

    def drawn(self) -> list[tuple[str, str, float]]:
        """Return what a figure shows: pair of readings, measure, value."""
        rows = [
            (f"{one.one}, {one.two}", f"F1 ≥ {threshold}", round(f1.value, 3))
            for one in self.quotes
            for threshold, f1 in zip(THRESHOLDS, one.f1, strict=True)
            if f1.value is not None
        ]
        pairs = (one for one in self.stances if one.by == "readers" and one.before.nominal.value is not None)
        rows += [
            (one.name.replace("`", "").replace(" and ", ", "), "alpha", round(one.before.nominal.value or 0.0, 3))
            for one in pairs
        ]
        return sorted(rows)


def agreement_part(agreed: Agreed, tell: Telling) -> str:
    """Return the agreement on quotations and on stances, group by group."""
    stances, quotes = agreed.stances, agreed.quotes
    if not stances and not quotes:
        return tell("Every article was read once: there is no agreement to tell.")
    parts = []
    if quotes:
        head = [tell("quotations"), tell("marked by either"), tell("to the letter the same")]
        head += [tell("F1 at overlap {threshold}", threshold=threshold) for threshold in THRESHOLDS]
        rows = [
            [
                tell("`{one}` and `{two}`", one=one.one, two=one.two),
                tell.number(one.rows),
                _share(one.same, tell),
                *(_measure(f1, tell) for f1 in one.f1),
            ]
            for one in quotes
        ]
        parts.append(grid(head, rows))
    if stances:
        parts.append(_stance_grid([one for one in stances if one.by != "target"], tell))
        targets = [one for one in stances if one.by == "target" and one.before.rows >= _LEAST_ROWS]
        if targets:
            summary = tell("By target, those with {rows} rows or more", rows=_LEAST_ROWS)
            parts.append(folded(summary, _stance_grid(targets, tell)))
        parts.append(tell(AGREEMENT_EXPLAINED))
    return "\n\n".join(parts)


def _stance_grid(groups: Iterable[Agreement], tell: Telling) -> str:
    words = ("stances", "judged by two or more", "unanimous", "alpha", "ordinal alpha", "alpha of intensity")
    head = [*map(tell, words), tell("alpha once decided")]
    rows = []
    for one in groups:
        cells = [_measure(measure, tell) for measure in (one.before.nominal, one.before.ordinal, one.before.intensity)]
        after = "" if one.after is None else _measure(one.after.nominal, tell)
        rows.append(
            [_group(one, tell), tell.number(one.before.rows), _share(one.before.unanimous, tell), *cells, after]
        )
    return grid(head, rows)


def _group(one: Agreement, tell: Telling) -> str:
    match one.by:
        case "all":
            return tell("all")
        case "label":
            return tell("`{name}` or not", name=one.name)
        case "holder_kind":
            return tell("holder kind `{name}`", name=one.name)
        case "target":
            return tell("target `{name}`", name=one.name)
    return one.in_words()


def _measure(measure: Measured | None, tell: Telling) -> str:
    if measure is None:
        return ""
    return tell("not defined") if measure.value is None else measure.in_words()


def _share(share: float | None, tell: Telling) -> str:
    return tell("not defined") if share is None else f"{share:.3f}"
