"""Groups of near-duplicates: who belongs together, which member stands for the group, and why.

An id of a group never changes, because the splits are dealt by it. A new group takes the id of its representative, so
that the representative keeps the split it had alone. An article that joins a group of released articles is pinned to
their split. Two groups that turn out to be one are reported and left apart: merging them is for a person to decide, and
is never done where it would move a released article from one split to another.

The representative is the member published first, dates known to the day before others; of those, the longest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sahelcorpus.records import ArticleMetadata, NearDuplicate
from sahelcorpus.records.vocabulary import DatePrecision, NearDuplicateReason, Split


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are held to be near-duplicates, the one whose id comes first first, and why."""

    one: str
    other: str
    reasons: tuple[NearDuplicateReason, ...]
    jaccard: float
    containment: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two groups, or articles that stand alone, that turned out to be near-duplicates of each other.

    Attributes:
        groups: The ids of the two groups; an article that stands alone by its own.
        splits: The splits that their articles are pinned to.
        link: The strongest link between them.
        merged: Whether they were put together; else they stay apart until a person decides.
    """

    groups: tuple[str, str]
    splits: tuple[Split, ...]
    link: Link
    merged: bool


@dataclass(slots=True)
class Grouping:
    """What becomes of the articles of a collection.

    Attributes:
        changed: The metadata of every article whose group, reason or pinned split changes.
        members: The members of every group, by its id.
        meetings: Where two groups met, or an article and a group that are pinned to different splits.
    """

    changed: dict[str, ArticleMetadata] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    meetings: list[Meeting] = field(default_factory=list)


def grouped(
    articles: Mapping[str, ArticleMetadata], lengths: Mapping[str, int], links: Iterable[Link], *, merge: bool = False
) -> Grouping:
    """Put near-duplicates into groups, beside the groups that stand already.

    Links are followed from the strongest down, so that an article between two groups joins the one it is nearest to.

    Args:
        articles: The metadata of every article, by id.
        lengths: Code points of the articles that are linked, by id.
        links: Pairs of near-duplicates.
        merge: Merge groups that meet, if their articles are not pinned to different splits.

    Returns:
        What changes. No group is dissolved, and no pinned split changes.
    """
    grouping = Grouping()
    strongest = sorted(links, key=lambda link: (-link.containment, -link.jaccard, link.one, link.other))
    sets = _Sets(articles)
    for link in strongest:
        one, other = sets.of(link.one), sets.of(link.other)
        if one is other:
            continue
        splits = tuple(sorted(one.splits | other.splits))
        meet = one.group is not None and other.group is not None
        may_join = len(splits) <= 1 and (merge or not meet)
        if meet or not may_join:
            names = (one.group or link.one, other.group or link.other)
            if may_join or not any(set(earlier.groups) == set(names) for earlier in grouping.meetings):
                grouping.meetings.append(Meeting(names, splits, link, may_join))
        if may_join:
            sets.join(one, other)
    links_of: defaultdict[str, list[Link]] = defaultdict(list)
    for link in strongest:
        links_of[link.one].append(link)
        links_of[link.other].append(link)
    taken = {metadata.cluster_id for metadata in articles.values()}
    for found in sets.groups():
        ranked = sorted(found.members, key=lambda name: _precedence(articles[name], lengths.get(name, 0)))
        group = found.group or next(name for name in ranked if name not in taken)
        grouping.members[group] = sorted(found.members)
        for name in ranked:
            before = articles[name]
            why = _why(before, ranked[0], links_of[name], found.members)
            split = before.pinned_split or next(iter(found.splits), None)
            after = before.model_copy(update={"cluster_id": group, "near_duplicate": why, "pinned_split": split})
            if after != before:
                grouping.changed[name] = after
    return grouping


def _precedence(metadata: ArticleMetadata, length: int) -> tuple[bool, bool, str, int, str]:
    """Return what the representative of a group has the least of: known to the day and earliest, then longest."""
    day = metadata.published.isoformat() if metadata.published else ""
    return (not day, metadata.published_precision is not DatePrecision.DAY, day, -length, metadata.article_id)


def _why(
    metadata: ArticleMetadata, representative: str, links: Iterable[Link], members: set[str]
) -> NearDuplicate | None:
    """Return why an article stands in its group: by its strongest link, or as it was written down before."""
    for link in links:
        nearest = link.other if link.one == metadata.article_id else link.one
        if nearest in members:
            return NearDuplicate(
                representative=representative,
                nearest=nearest,
                reasons=list(link.reasons),
                jaccard=round(link.jaccard, 3),
                containment=round(link.containment, 3),
            )
    before = metadata.near_duplicate
    if before is None or before.nearest not in members:
        return None
    return before.model_copy(update={"representative": representative})


@dataclass(eq=False, slots=True)
class _Set:
    group: str | None
    members: set[str]
    splits: set[Split]


class _Sets:
    """Articles in sets: at first each alone, or with those of its group."""

    def __init__(self, articles: Mapping[str, ArticleMetadata]) -> None:
        self._of: dict[str, _Set] = {}
        standing: dict[str, _Set] = {}
        for name, metadata in articles.items():
            found = _Set(None, set(), set())
            if metadata.cluster_id:
                found = standing.setdefault(metadata.cluster_id, _Set(metadata.cluster_id, set(), set()))
            found.members.add(name)
            if metadata.pinned_split:
                found.splits.add(metadata.pinned_split)
            self._of[name] = found

    def of(self, name: str) -> _Set:
        return self._of[name]

    def join(self, one: _Set, other: _Set) -> None:
        """Put the smaller set into the larger; the group's id is that of the set pinned to a split, or the larger's."""
        larger, smaller = sorted((one, other), key=lambda each: (-len(each.members), min(each.members)))
        if larger.group is None or (smaller.group is not None and smaller.splits and not larger.splits):
            larger.group = smaller.group or larger.group
        larger.members |= smaller.members
        larger.splits |= smaller.splits
        for name in smaller.members:
            self._of[name] = larger

    def groups(self) -> list[_Set]:
        """Return the sets that have a group's id or several members, in the order of their first members."""
        found = {id(each): each for each in self._of.values() if each.group is not None or len(each.members) > 1}
        return sorted(found.values(), key=lambda each: min(each.members))
