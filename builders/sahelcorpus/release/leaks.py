"""Does text of one split stand in another? Counted as near-duplicates and as runs of 13 words, for each target too.

A near-duplicate shares much of a text, edited or not; a run of 13 words that stands in two texts was copied, however
little of the text it is: a quotation of the same statement, a paragraph of background. The first is a fault where it
crosses splits. The second is a fault where much of a held-out text is made of it, and otherwise told, so that whoever
reports a score knows what it was measured on.

In collections of more than 20,000 articles the runs are sampled by their hash, the same in every article: shares stay
what they are, and memory stays what it is.

Source of the length 13: T. Brown and others, Language Models are Few-Shot Learners (2020), appendix C.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sahelcorpus.annotate.near_duplicates.verification import SharedText
from sahelcorpus.annotate.near_duplicates.word_hashes import Numbers, Words
from sahelcorpus.check.near_duplicates import Comparison, SketchedArticles
from sahelcorpus.records.findings import Finding
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.store.files import finding

RUN = 13
MOST_COPIED = 0.2
"""Share of a held-out article's runs of 13 words that may stand in another split; more is a finding."""

_LEAST_COPIED = 20  # sampled or not: a handful of runs is no share of anything
_ALL_RUNS_UP_TO = 20_000
COPIED = "SC922"
Ordered = tuple[Split, Split]
PAIRS: tuple[Ordered, ...] = (
    (Split.VALIDATION, Split.TRAIN),
    (Split.TEST, Split.TRAIN),
    (Split.TEST, Split.VALIDATION),
)
"""Which split is looked for in which: the later in the earlier."""


@dataclass(frozen=True, slots=True)
class LeakPart:
    """What the report needs to know of some articles.

    Attributes:
        compared: What near-duplicates are found by.
        splits: The split of each article.
        targets: The targets that stances of each article have.
        waived: Articles of which a person said that the copied text does no harm.
        runs: Hashes of runs of 13 words, article after article, sampled in a large collection.
        counts: How many of them each article has.
    """

    compared: SketchedArticles
    splits: list[Split]
    targets: list[tuple[str, ...]]
    waived: set[str]
    runs: Numbers
    counts: npt.NDArray[np.int64]


def sampled_runs(words: Words, article_count: int) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Return the distinct runs of 13 words of each text, and how many each has.

    Args:
        words: The words of some texts.
        article_count: Articles in the whole collection: of more than 20,000, runs are sampled.
    """
    runs, ends = words.runs(RUN)
    one_in = np.uint64(-(-article_count // _ALL_RUNS_UP_TO))
    parts = [np.unique(part[part % one_in == 0]) for part in np.split(runs, ends[:-1])] if len(ends) else []
    return np.concatenate([np.zeros(0, np.uint64), *parts]), np.array([len(part) for part in parts], np.int64)


@dataclass(slots=True)
class Overlap:
    """How much of some held-out articles stands in another split.

    Attributes:
        articles: The held-out articles.
        near_duplicates: Those of them with a near-duplicate there.
        touched: Those of them that share at least one run of 13 words.
        runs: Their runs of 13 words, counted as often as sampled.
        copied: The runs of them that stand there.
    """

    articles: int = 0
    near_duplicates: int = 0
    touched: int = 0
    runs: int = 0
    copied: int = 0

    def add(self, *, near_duplicate: bool, runs: int, copied: int) -> None:
        """Count one held-out article."""
        self.articles += 1
        self.near_duplicates += near_duplicate
        self.touched += copied > 0
        self.runs += runs
        self.copied += copied


@dataclass(slots=True)
class LeakReport:
    """What of each split stands in another.

    Attributes:
        splits: Articles by split.
        overlaps: By held-out split and the split it is looked for in.
        targets: The same by target: over the articles with stances towards it.
        sampled: One run in so many was looked at.
    """

    splits: Counter[Split] = field(default_factory=Counter)
    overlaps: dict[Ordered, Overlap] = field(default_factory=dict)
    targets: dict[tuple[Split, Split, str], Overlap] = field(default_factory=dict)
    sampled: int = 1


class LeakFinder:
    """Gathers what the leak report needs, part by part, and makes it."""

    def __init__(self, comparison: Comparison) -> None:
        """Begin; `comparison` finds the near-duplicates."""
        self._comparison = comparison
        self._parts: list[LeakPart] = []

    def see(self, part: LeakPart) -> None:
        """Take note of some articles."""
        self._comparison.see(part.compared)
        self._parts.append(part)

    def report(self) -> tuple[LeakReport, list[Finding]]:
        """Return what stands in several splits, and what of it is a fault."""
        pairs = self._comparison.pairs()
        findings = list(self._comparison.findings(pairs))
        splits = [split for part in self._parts for split in part.splits]
        targets = [names for part in self._parts for names in part.targets]
        waived = {name for part in self._parts for name in part.waived}
        report = LeakReport(Counter(splits))
        report.sampled = -(-len(splits) // _ALL_RUNS_UP_TO) or 1
        if len(report.splits) > 1:
            runs = np.concatenate([part.runs for part in self._parts])
            ends = np.cumsum(np.concatenate([part.counts for part in self._parts]))
            by_article = np.split(runs, ends[:-1])
            crossing = _crossing(pairs, splits)
            copied_anywhere: Counter[int] = Counter()
            for held_out, other in PAIRS:
                there = _together(by_article, splits, other)
                overlap = report.overlaps.setdefault((held_out, other), Overlap())
                for number in _numbers(splits, held_out):
                    own = by_article[number]
                    copied = _found_in(own, there)
                    copied_anywhere[number] = max(copied, copied_anywhere[number])
                    doubled = (number, other) in crossing
                    overlap.add(near_duplicate=doubled, runs=len(own), copied=copied)
                    for target in targets[number]:
                        towards = report.targets.setdefault((held_out, other, target), Overlap())
                        towards.add(near_duplicate=doubled, runs=len(own), copied=copied)
            for number, copied in sorted(copied_anywhere.items()):
                share = copied / max(len(by_article[number]), 1)
                article_id = self._comparison.article_ids[number]
                if copied >= _LEAST_COPIED and share > MOST_COPIED and article_id not in waived:
                    found = f"{share:.0%} of its runs of {RUN} words in another split too ({splits[number]} itself)"
                    allowed = f"at most {MOST_COPIED:.0%}"
                    findings.append(finding(COPIED, f"articles/{article_id}/text.txt", "", found, allowed))
        return report, findings


def _found_in(own: Numbers, there: Numbers) -> int:
    """Return how many of some hashes stand among others, which are sorted: no more work than own ones are many."""
    if not len(there):
        return 0
    places = np.minimum(np.searchsorted(there, own), len(there) - 1)
    return int(np.count_nonzero(there[places] == own))


def _numbers(splits: Sequence[Split], split: Split) -> list[int]:
    return [number for number, one in enumerate(splits) if one is split]


def _together(by_article: Sequence[Numbers], splits: Sequence[Split], split: Split) -> Numbers:
    return np.unique(np.concatenate([np.zeros(0, np.uint64), *(by_article[n] for n in _numbers(splits, split))]))


def _crossing(pairs: Iterable[SharedText], splits: Sequence[Split]) -> set[tuple[int, Split]]:
    """Return the articles that have a near-duplicate in another split, with that split."""
    found = set()
    for pair in pairs:
        if splits[pair.one] is not splits[pair.other]:
            found |= {(pair.one, splits[pair.other]), (pair.other, splits[pair.one])}
    return found


def copied_targets(report: LeakReport) -> Iterator[tuple[tuple[Split, Split, str], Overlap]]:
    """Yield the targets whose held-out articles share text with another split, most shared first."""
    found = [(key, overlap) for key, overlap in report.targets.items() if overlap.touched or overlap.near_duplicates]
    yield from sorted(found, key=lambda item: (-item[1].copied / max(item[1].runs, 1), item[0]))
