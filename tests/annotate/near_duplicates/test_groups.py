"""Groups of near-duplicates grow, and nothing that was released moves."""

from __future__ import annotations

from typing import Any

import pytest
from making import metadata

from sahelcorpus.annotate.near_duplicates.credits import Agencies
from sahelcorpus.annotate.near_duplicates.groups import Grouping, Link, grouped
from sahelcorpus.records import ArticleMetadata, NearDuplicate, Source
from sahelcorpus.records.vocabulary import NearDuplicateReason, Split

SHARED = (NearDuplicateReason.SHARED_TEXT,)


def article(article_id: str, **changes: Any) -> ArticleMetadata:
    """Return the metadata of an invented article."""
    return ArticleMetadata.from_plain(metadata(article_id, article_id) | changes)


def link(one: str, other: str, containment: float = 0.9) -> Link:
    """Return a link by shared text."""
    return Link(one, other, SHARED, containment / 2, containment)


def group(articles: list[ArticleMetadata], links: list[Link], **options: Any) -> Grouping:
    """Group articles, each as long as its id."""
    names = {one.article_id: one for one in articles}
    return grouped(names, {name: len(name) for name in names}, links, **options)


def test_copies_of_copies_are_one_group_named_by_its_representative() -> None:
    """A chain is a group; its id is the representative's, so that the representative keeps the split it had alone."""
    days = {"a": "2024-02-02", "b": "2024-02-01", "c": "2024-02-03", "d": "2024-02-01"}
    articles = [article(name, published=day) for name, day in days.items()]
    grouping = group(articles, [link("a", "b"), link("a", "c", 0.7)])
    assert grouping.members == {"b": ["a", "b", "c"]}
    assert {one.cluster_id for one in grouping.changed.values()} == {"b"}
    assert grouping.changed["c"].near_duplicate == NearDuplicate(
        representative="b", nearest="a", reasons=list(SHARED), jaccard=0.35, containment=0.7
    )
    assert grouping.changed["a"].near_duplicate.nearest == "b"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ({"published": "2024-05-01"}, {"published": "2024-05-02"}, "bb"),
        ({"published": "2024-05-01"}, {"published": "2024-05-01"}, "ccc"),
        ({"published": "2024-05-02"}, {"published": "2024-01-01", "published_precision": "year"}, "bb"),
        ({"published": None, "published_precision": "unknown"}, {"published": "2024-05-01"}, "ccc"),
    ],
)
def test_who_stands_for_a_group(first: dict[str, Any], second: dict[str, Any], stands: str) -> None:
    """Who was published first, as far as the day is known; else the longest; whatever the order of ids."""
    grouping = group([article("bb", **first), article("ccc", **second)], [link("bb", "ccc")])
    assert {one.near_duplicate.representative for one in grouping.changed.values() if one.near_duplicate} == {stands}


def test_a_group_keeps_its_id_and_takes_in_new_copies() -> None:
    """Even if the newcomer was published before all others."""
    articles = [article("a", cluster_id="g1"), article("b", cluster_id="g1"), article("c", published="2001-01-01")]
    grouping = group(articles, [link("a", "b"), link("b", "c")])
    assert grouping.members == {"g1": ["a", "b", "c"]}
    assert grouping.changed["a"].near_duplicate.representative == "c"  # type: ignore[union-attr]


def test_who_joins_released_articles_is_pinned_to_their_split() -> None:
    """Or the hash could deal the newcomer into another."""
    articles = [article("a", pinned_split="test"), article("b"), article("c")]
    grouping = group(articles, [link("a", "b"), link("b", "c")])
    assert {one.pinned_split for one in grouping.changed.values()} == {Split.TEST}


def test_released_articles_in_two_splits_are_reported_and_stay() -> None:
    """Nothing is moved; the one between them joins the one it shares more with."""
    articles = [article("a", pinned_split="test"), article("b"), article("c", pinned_split="train")]
    grouping = group(articles, [link("a", "b", 0.6), link("b", "c", 0.9)], merge=True)
    assert grouping.members == {"b": ["b", "c"]}
    assert {name: one.pinned_split for name, one in grouping.changed.items()} == {"b": Split.TRAIN, "c": Split.TRAIN}
    (meeting,) = grouping.meetings
    assert (meeting.groups, meeting.splits, meeting.merged) == (("a", "b"), (Split.TEST, Split.TRAIN), False)


def test_groups_that_meet_are_reported_and_merged_only_on_request() -> None:
    """The id is that of the released one."""
    articles = [
        article("a", cluster_id="g1"),
        article("b", cluster_id="g1"),
        article("c", cluster_id="g2", pinned_split="test"),
        article("d", cluster_id="g2", pinned_split="test"),
        article("e"),
    ]
    links = [link("a", "b"), link("c", "d"), link("b", "e", 0.5), link("c", "e", 0.6)]
    apart = group(articles, links)
    assert apart.members == {"g1": ["a", "b"], "g2": ["c", "d", "e"]}
    assert [(meeting.groups, meeting.merged) for meeting in apart.meetings] == [(("g1", "g2"), False)]
    merged = group(articles, links, merge=True)
    assert merged.members == {"g2": ["a", "b", "c", "d", "e"]}
    assert [(meeting.groups, meeting.merged) for meeting in merged.meetings] == [(("g1", "g2"), True)]
    assert {one.pinned_split for one in merged.changed.values()} == {Split.TEST}


def test_grouping_what_is_grouped_changes_nothing() -> None:
    """What is written once is written for good; a group by hand stays, and why it stands is kept."""
    links = [link("a", "b"), link("b", "c", 0.6)]
    articles = {name: article(name) for name in "abcd"} | {"h": article("h", cluster_id="by-hand")}
    once = group(list(articles.values()), links)
    again = group(list((articles | once.changed).values()), links)
    assert again.members == once.members == {"a": ["a", "b", "c"], "by-hand": ["h"]}
    assert not again.changed
    kept = group(list((articles | once.changed).values()), [])
    assert not kept.changed


def test_a_taken_id_is_not_given_to_a_new_group() -> None:
    """Where a group already has the representative's id, the next member's is taken."""
    articles = [article("x", cluster_id="a"), article("y", cluster_id="a"), article("a"), article("b")]
    assert set(group(articles, [link("x", "y"), link("a", "b")]).members) == {"a", "b"}


def test_agencies_are_credited_in_byline_head_and_foot() -> None:
    """By name or alias, as a whole word; an agency's own article credits it."""
    plain = {"source_id": "ati", "name": "Agence de Tindal", "kind": "agency"}
    alias = {"language": "fr", "name": "ATI", "kind": "acronym"}
    paper = {"source_id": "courrier", "name": "Le Courrier", "kind": "newspaper"}
    agencies = Agencies([Source.from_plain(plain | {"aliases": [alias]}), Source.from_plain(paper)])
    text = "Le pont. " * 100
    assert agencies.credited(article("a", byline="Avec ATI"), text) == {"ati"}
    assert agencies.credited(article("a"), "SARRUNE (ATI) - " + text) == {"ati"}
    assert agencies.credited(article("a"), text + "Agence de Tindal") == {"ati"}
    assert agencies.credited(article("a", source_id="ati"), text) == {"ati"}
    assert agencies.credited(article("a"), text + "ATI " + text) == frozenset()
    assert agencies.credited(article("a", byline="PATINE, Le Courrier"), text) == frozenset()
    assert Agencies([]).credited(article("a", byline="ATI"), text) == frozenset()
