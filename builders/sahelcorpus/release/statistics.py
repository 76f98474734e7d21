"""Counts over a collection, gathered one article at a time and added up: what the card tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sahelcorpus.annotate.agreement.quotes import Counts, quote_pairs
from sahelcorpus.annotate.agreement.stances import JudgedArticle, judged_stances
from sahelcorpus.release.crossed import Crossed
from sahelcorpus.release.examples import Examples
from sahelcorpus.release.leaks import LeakReport


@dataclass(slots=True)
class Statistics:
    """Counts of what stands in a set of articles.

    Attributes:
        splits: Articles by split.
        sizes: Totals by name: articles, code points, quotes, stances, judgements.
        by: Counts by column and value, such as `by["quotes.type"]["direct"]`.
        quote_pairs: How readings of quotations agree in each article that several read, as `quote_pairs` counts it.
        judged_stances: The stances of each article that several judged, as `judged_stances` gives them.
        crossed: Counts by several columns at once.
        examples: An example of every field.
        leaks: What text stands in several splits; known when all articles were compared, and not added up.
    """

    splits: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    by: dict[str, Counter[str]] = field(default_factory=dict)
    quote_pairs: list[Counts] = field(default_factory=list)
    judged_stances: list[JudgedArticle] = field(default_factory=list)
    crossed: Crossed = field(default_factory=Crossed)
    examples: Examples = field(default_factory=Examples)
    leaks: LeakReport | None = None

    def count(self, article: dict[str, Any], split: str) -> None:
        """Count one dumped article."""
        self.crossed.count(article)
        self.examples.count(article)
        self.splits[split] += 1
        self.sizes["articles"] += 1
        self.sizes["code points"] += len(article["text"])
        self.sizes["quotes"] += len(article["quotes"])
        self.sizes["stances"] += len(article["stances"])
        for column in ("language", "source_id", "origin"):
            self._add(f"articles.{column}", [article[column]])
        self._add("articles.genre", [article["genre"] or "not recorded"])
        published = article["published"]
        self._add("articles.year", [str(published.year) if published else "unknown"])
        self._add("articles.redistribution", [article["rights"]["redistribution"]])
        self._add("articles.text_flags", article["text_flags"])
        for table, columns in (
            ("quotes", ("type", "speaker_kind", "status")),
            ("stances", ("label", "holder_kind", "endorsement", "status", "target_actor_id")),
        ):
            for record in article[table]:
                for column in columns:
                    self._add(f"{table}.{column}", [record[column]])
                self.sizes["judgements"] += len(record["annotations"])
                self._add(
                    "annotations.annotator_id", [judgement["annotator_id"] for judgement in record["annotations"]]
                )
        self._add("quotes.linked", ["linked" if quote["actor_id"] else "not linked" for quote in article["quotes"]])
        self._add("stances.adjudication", [stance["adjudication"]["state"] for stance in article["stances"]])

        # a near-duplicate is read like its original: counted again it would look like agreement
        if article["cluster_id"] is None:
            self.quote_pairs += filter(None, [quote_pairs(article["quotes"])])
            self.judged_stances += filter(None, [judged_stances(article["stances"])])

    def _add(self, name: str, values: Iterable[Any]) -> None:
        self.by.setdefault(name, Counter()).update(map(str, values))

    def add(self, other: Statistics) -> None:
        """Add the counts of another set of articles."""
        self.crossed.add(other.crossed)
        self.examples.add(other.examples)
        self.splits.update(other.splits)
        self.sizes.update(other.sizes)
        self.quote_pairs += other.quote_pairs
        self.judged_stances += other.judged_stances
        for name, counts in other.by.items():
            self.by.setdefault(name, Counter()).update(counts)
