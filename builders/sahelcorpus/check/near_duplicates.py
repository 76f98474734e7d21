"""Near-duplicates in a collection: found over all its articles, and where they stand apart although they should not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sahelcorpus.annotate.near_duplicates.candidates import Sketches, candidate_pairs
from sahelcorpus.annotate.near_duplicates.verification import SharedText, near_duplicate_pairs
from sahelcorpus.annotate.near_duplicates.word_hashes import Words, words_of
from sahelcorpus.records import ArticleMetadata
from sahelcorpus.records.findings import Finding
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding

APART = "SC921"
_TEXTS_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class SketchedArticles:
    """What the comparison keeps of some articles.

    Attributes:
        article_ids: Their ids.
        groups: The near-duplicate group of each that stands in one.
        named: The articles that each names as its near-duplicates.
        waived: Those that a person has said to stand alone, although they share text.
        sketches: What their texts are compared by.
    """

    article_ids: list[str]
    groups: dict[str, str]
    named: dict[str, set[str]]
    waived: set[str]
    sketches: Sketches

    @classmethod
    def of(cls, articles: Mapping[str, ArticleMetadata], words: Words) -> SketchedArticles:
        """Sketch articles, given what is known of them, under the names of their folders, and their words."""
        return cls(
            article_ids=list(articles),
            groups={name: one.cluster_id for name, one in articles.items() if one.cluster_id},
            named={
                name: {one.near_duplicate.representative, one.near_duplicate.nearest}
                for name, one in articles.items()
                if one.near_duplicate
            },
            waived={name for name, one in articles.items() if any(waiver.code == APART for waiver in one.waivers)},
            sketches=Sketches.of(words),
        )


@dataclass(slots=True)
class Comparison:
    """Compares the articles of a collection with each other. They are seen in parts; no text is kept.

    Attributes:
        article_ids: The articles seen so far: numbers in pairs count from the first of them.
        groups: The near-duplicate groups, by article.
        named: The articles that an article names as its near-duplicates.
        waived: Articles that stand alone although they share text.
    """

    folder: CollectionFolder
    article_ids: list[str] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    named: dict[str, set[str]] = field(default_factory=dict)
    waived: set[str] = field(default_factory=set)
    _sketches: list[Sketches] = field(default_factory=list)
    _waiting: dict[str, tuple[ArticleMetadata, str]] = field(default_factory=dict)

    def see(self, part: SketchedArticles) -> None:
        """Take note of some articles."""
        self.article_ids += part.article_ids
        self.groups |= part.groups
        self.named |= part.named
        self.waived |= part.waived
        self._sketches.append(part.sketches)

    def see_article(self, name: str, metadata: ArticleMetadata, text: str) -> None:
        """Take note of the article in the folder of that name; its text is kept until there are some hundred."""
        self._waiting[name] = (metadata, text)
        if len(self._waiting) >= _TEXTS_AT_ONCE:
            self._sketch_waiting()

    def _sketch_waiting(self) -> None:
        if self._waiting:
            words = words_of([text for _, text in self._waiting.values()])
            articles = {name: metadata for name, (metadata, _) in self._waiting.items()}
            self.see(SketchedArticles.of(articles, words))
            self._waiting.clear()

    def pairs(self) -> list[SharedText]:
        """Return the near-duplicates among the articles seen. Texts of candidates are read again."""
        self._sketch_waiting()
        candidates = candidate_pairs(Sketches.joined(self._sketches))
        self._sketches.clear()
        return list(near_duplicate_pairs(candidates, self._texts))

    def _texts(self, numbers: Sequence[int]) -> list[str]:
        return [self.folder.text(self.article_ids[number]) for number in numbers]

    def of_waived(self, pair: SharedText) -> bool:
        """Say whether one of the two stands alone although it shares text."""
        return not self.waived.isdisjoint((self.article_ids[pair.one], self.article_ids[pair.other]))

    def findings(self, pairs: Iterable[SharedText]) -> Iterator[Finding]:
        """Yield what is wrong with the groups, given the near-duplicates among the articles."""
        for name, others in sorted(self.named.items()):
            for other in sorted(others):
                if other not in self.groups or self.groups[other] != self.groups.get(name):
                    allowed = "an article of its own group"
                    yield finding("SC507", f"articles/{name}/article.yaml", "near_duplicate", repr(other), allowed)
        yield from self._apart(pairs)

    def _apart(self, pairs: Iterable[SharedText]) -> Iterator[Finding]:
        """Yield near-duplicates that stand in no common group: for each article, the one it shares most with."""
        nearest: dict[str, tuple[SharedText, str]] = {}
        for pair in pairs:
            one, other = self.article_ids[pair.one], self.article_ids[pair.other]
            group = self.groups.get(one)
            if (group is not None and group == self.groups.get(other)) or self.of_waived(pair):
                continue
            if other not in nearest or nearest[other][0].containment < pair.containment:
                nearest[other] = (pair, one)
        for article_id, (pair, other) in sorted(nearest.items()):
            standing = self.groups.get(other)
            found = f"{pair.containment:.0%} of the shorter text in {other} too, which stands " + (
                f"in group {standing}" if standing else "in no group"
            )
            yield finding(APART, f"articles/{article_id}/article.yaml", "cluster_id", found, "one group for both")
