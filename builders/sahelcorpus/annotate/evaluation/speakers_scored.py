"""A document's gold quotations beside the predictions that were matched with them, and who is said to speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sahelcorpus.annotate.evaluation.matching import PlainQuote, matched, same_source
from sahelcorpus.annotate.evaluation.quote_scores import without_optional
from sahelcorpus.annotate.evaluation.scored import RIGHT_FROM
from sahelcorpus.annotate.evaluation.speaker_names import same_speaker

UNTOLD = "not told"
"""The kind of mention where gold does not say it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quotation and the prediction that was matched with it.

    Attributes:
        gold: The gold quotation.
        predicted: The prediction, or None if the quotation was not found.
    """

    gold: PlainQuote
    predicted: PlainQuote | None

    @property
    def kind(self) -> str:
        """The kind of mention that gold has; without a mention it is unexpressed, whether gold says so or not."""
        told = self.gold.get("speaker_kind")
        return str(told) if told else UNTOLD if self.gold.get("speaker") else "unexpressed"

    @property
    def names(self) -> list[str | None]:
        """The names that are right; empty where gold does not know any."""
        known: list[str | None] = self.gold.get("speaker_names") or []
        return known or ([self.gold["speaker_name"]] if "speaker_name" in self.gold else [])

    @property
    def name_is_right(self) -> bool:
        """Whether the prediction has one of the right names, letters of every script compared."""
        return self.predicted is not None and any(
            same_speaker(name, self.predicted.get("speaker_name")) for name in self.names
        )

    @property
    def name_is_right_to_the_reference(self) -> bool:
        """Whether the reference scorer takes the name for right: it compares Latin letters alone."""
        return self.predicted is not None and any(
            same_source(name, self.predicted.get("speaker_name")) for name in self.names
        )


class Counts(NamedTuple):
    """What a document, or the quotations of one kind in it, add to the scores.

    Attributes:
        gold: Gold quotations.
        predicted: Predicted ones.
        found: Gold ones with a prediction of an intersection over union of 0.5 or more.
        named: Found ones whose name gold knows.
        right: Of those, the ones with the right name.
        right_to_reference: The same, as the reference scorer compares names.
        kinds: Found ones whose kind of mention gold and the prediction both tell.
        kinds_right: Of those, the ones with gold's kind.
        actors: Gold quotations with an actor.
        actors_found: Found ones with an actor.
        links: Found ones to which the prediction gives an actor.
        links_right: Of those, the ones with gold's actor.
    """

    gold: int
    predicted: int
    found: int
    named: int
    right: int
    right_to_reference: int
    kinds: int
    kinds_right: int
    actors: int
    actors_found: int
    links: int
    links_right: int


@dataclass(frozen=True, slots=True)
class ScoredSpeakers:
    """A document with its predictions, matched.

    Attributes:
        document: The gold document, as `documents` describes it.
        predicted: The predictions that count: those that fit an optional quotation alone are left out.
        pairs: Its gold quotations, each with the prediction that was matched with it.
    """

    document: Mapping[str, Any]
    predicted: Sequence[PlainQuote]
    pairs: tuple[Pair, ...]

    @property
    def counts(self) -> Counts:
        """What the document adds to the scores."""
        return counted_pairs(self.pairs, len(self.predicted))

    def by_kind(self) -> Iterator[tuple[str, Counts]]:
        """Yield what the document's quotations add to the scores of each kind of mention that it has."""
        for kind in {pair.kind for pair in self.pairs}:
            yield kind, counted_pairs([pair for pair in self.pairs if pair.kind == kind], 0)


def scored_speakers(document: Mapping[str, Any], predicted: Sequence[PlainQuote]) -> ScoredSpeakers:
    """Match a document's gold quotations with what was predicted for it, best first.

    Args:
        document: The gold document.
        predicted: The predicted quotations with `speaker_name`, and where they have them `speaker_kind`, `actor_id`.
    """
    gold = document["quotes"]
    kept = without_optional(gold, predicted, document.get("optional") or ())
    found = {row: kept[column] for row, column in matched(gold, kept, RIGHT_FROM)}
    return ScoredSpeakers(document, kept, tuple(Pair(quote, found.get(row)) for row, quote in enumerate(gold)))


def counted_pairs(pairs: Sequence[Pair], predicted: int) -> Counts:
    """Return what pairs add to the scores, where there are so many predictions in all."""
    both = [(pair, pair.predicted) for pair in pairs if pair.predicted is not None]
    named = [pair for pair, _ in both if pair.names]
    kinds = [
        (str(pair.gold["speaker_kind"]), str(found["speaker_kind"]))
        for pair, found in both
        if pair.gold.get("speaker_kind") and found.get("speaker_kind")
    ]
    links = [(pair.gold.get("actor_id"), found.get("actor_id")) for pair, found in both]
    return Counts(
        gold=len(pairs),
        predicted=predicted,
        found=len(both),
        named=len(named),
        right=sum(pair.name_is_right for pair in named),
        right_to_reference=sum(pair.name_is_right_to_the_reference for pair in named),
        kinds=len(kinds),
        kinds_right=sum(one == other for one, other in kinds),
        actors=sum(pair.gold.get("actor_id") is not None for pair in pairs),
        actors_found=sum(wanted is not None for wanted, _ in links),
        links=sum(found is not None for _, found in links),
        links_right=sum(found is not None and found == wanted for wanted, found in links),
    )
