"""Counts by two or three columns at once, gathered one article at a time: what the figures of a card show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

LENGTH_STEP = 500
"""Width of a class of lengths, in code points."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Crossed:
    """Counts of what stands in a set of articles.

    Attributes:
        months: Articles by outlet and month of publication (`2022-02`), where the month is known.
        lengths: Articles by the lower end of their class of lengths, in code points.
        clusters: Articles by near-duplicate group.
        quotes: Quotations by type and kind of speaker mention.
        speakers: Quotations by actor and outlet, where the speaker is linked to an actor.
        stances: Stances by target, kind of holder and label.
        decided: Quotations and stances by table and status.
    """

    months: Counter[Key] = field(default_factory=Counter)
    lengths: Counter[Key] = field(default_factory=Counter)
    clusters: Counter[Key] = field(default_factory=Counter)
    quotes: Counter[Key] = field(default_factory=Counter)
    speakers: Counter[Key] = field(default_factory=Counter)
    stances: Counter[Key] = field(default_factory=Counter)
    decided: Counter[Key] = field(default_factory=Counter)

    def count(self, article: dict[str, Any]) -> None:
        """Count one dumped article; quotations and stances that were rejected count as decided alone."""
        source = article["source_id"]
        if article["published"] and article["published_precision"] in ("day", "month"):
            self.months[source, f"{article['published']:%Y-%m}"] += 1
        self.lengths[(str(len(article["text"]) // LENGTH_STEP * LENGTH_STEP),)] += 1
        if article["cluster_id"]:
            self.clusters[(article["cluster_id"],)] += 1
        for quote in article["quotes"]:
            self.decided["quotes", str(quote["status"])] += 1
            if quote["status"] != "rejected":
                self.quotes[str(quote["type"]), str(quote["speaker_kind"])] += 1
                if quote["actor_id"]:
                    self.speakers[quote["actor_id"], source] += 1
        for stance in article["stances"]:
            self.decided["stances", str(stance["status"])] += 1
            if stance["status"] != "rejected":
                self.stances[stance["target_actor_id"], str(stance["holder_kind"]), str(stance["label"])] += 1

    def add(self, other: Crossed) -> None:
        """Add the counts of another set of articles."""
        for name, counts in other.named():
            getattr(self, name).update(counts)

    def named(self) -> Iterator[tuple[str, Counter[Key]]]:
        """Yield every count with its name."""
        for name in self.__slots__:
            yield name, getattr(self, name)
