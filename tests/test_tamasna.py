"""The invented collection holds what its card promises, and no reader can take it for real coverage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from sahelcorpus.check.near_duplicates import Comparison
from sahelcorpus.records import Article
from sahelcorpus.records.vocabulary import Origin, Split, StanceLabel, Status
from sahelcorpus.release.build import build
from sahelcorpus.release.near_duplicates import find_groups
from sahelcorpus.release.splits import split_of
from sahelcorpus.store.collection import CollectionFolder

GENRES = {
    "dispatch",
    "reported",
    "interview",
    "press_review",
    "communique",
    "opinion",
    "live_blog",
    "court_report",
    "fact_check",
    "radio_transcript",
}


@pytest.fixture(scope="module")
def folder() -> CollectionFolder:
    """The collection."""
    return CollectionFolder(Path(__file__).parents[1] / "corpus/tamasna")


@pytest.fixture(scope="module")
def articles(folder: CollectionFolder) -> list[Article]:
    """Its articles."""
    return [stored.as_article() for stored in folder.articles()]


def test_size_and_languages(articles: list[Article]) -> None:
    """At least 60 French, 25 English and 5 Arabic articles of 1,500 to 6,000 characters, in every genre."""
    languages = Counter(article.language for article in articles)
    assert languages["fr"] >= 60
    assert languages["en"] >= 25
    assert languages["ar"] >= 5
    assert all(1_500 <= len(article.text) <= 6_000 for article in articles)
    assert {article.genre for article in articles} == GENRES
    assert len({article.source_id for article in articles}) >= 12


def test_everything_is_invented(folder: CollectionFolder, articles: list[Article]) -> None:
    """The column, the file's first line, and the country codes say so; nothing is linked to the real world."""
    assert {article.origin for article in articles} == {Origin.INVENTED}
    for article in articles:
        first = (folder.path / "articles" / article.article_id / "article.yaml").read_text(encoding="utf-8")
        assert first.startswith("# Invented:")
        assert article.url is None
        assert all(re.fullmatch("X[A-Z]", country) for country in article.countries)
    registry = folder.registry()
    assert all(record.wikidata is None for record in (*registry.sources.values(), *registry.actors.values()))
    assert all(source.homepage is None for source in registry.sources.values())


def test_gold_is_large_and_varied(articles: list[Article]) -> None:
    """At least 700 quotations and 350 stances towards 15 targets, with every type, kind of mention and label."""
    quotes = [quote for article in articles for quote in article.quotes if quote.status is Status.GOLD]
    stances = [stance for article in articles for stance in article.stances]
    assert len(quotes) >= 700
    assert len(stances) >= 350
    assert len({stance.target_actor_id for stance in stances}) >= 15
    assert len({quote.type for quote in quotes}) == 3
    assert len({quote.speaker_kind for quote in quotes}) == 7
    assert {stance.label for stance in stances} == set(StanceLabel)
    assert sum(len(quote.segments) > 1 for quote in quotes) >= 20, "interrupted quotations"
    assert sum(quote.parent_quote_id is not None for quote in quotes) >= 10, "X quoted by Y"


def test_every_stance_was_judged_twice_and_30_articles_were_read_twice(articles: list[Article]) -> None:
    """Whatever one pass labelled the other labelled too, or the adjudication says why it alone stands."""
    for article in articles:
        for stance in article.stances:
            readers = {judgement.annotator_id for judgement in stance.annotations}
            assert readers == {"maintainer-1", "maintainer-2"} or stance.adjudication.by == "maintainer-3"
    twice = [
        article
        for article in articles
        if article.quotes
        and all(
            {"maintainer-1", "maintainer-2"} <= {judgement.annotator_id for judgement in quote.annotations}
            for quote in article.quotes
        )
    ]
    assert len(twice) >= 30


def test_disagreements_are_kept_and_decided(articles: list[Article]) -> None:
    """Where labels differ, somebody is named who decided, with a reason; nothing is left open unsaid."""
    stances = [stance for article in articles for stance in article.stances]
    differing = [s for s in stances if len({judgement.label for judgement in s.annotations}) > 1]
    assert len(differing) >= 20
    for stance in differing:
        assert stance.adjudication.state in {"adjudicated", "disputed"}
        assert stance.adjudication.note


def test_groups_share_a_split_and_their_text(articles: list[Article]) -> None:
    """At least ten groups; the members of each overlap by words, and stand in one split."""
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.cluster_id:
            groups[article.cluster_id].append(article)
    assert len(groups) >= 10
    for group, members in groups.items():
        assert len(members) >= 2, group
        splits = {split_of(member.model_dump(), "tamasna-1", len(articles)) for member in members}
        assert len(splits) == 1, group
        shingles = [_shingles(member.text) for member in members]
        shared = set.intersection(*shingles)
        assert len(shared) / min(map(len, shingles)) > 0.4, group


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def test_every_planted_group_is_found_and_no_other_pair_joined(folder: CollectionFolder) -> None:
    """As if nothing had been grouped: the same 12 groups, whose members and reasons are those written down."""
    names = {article_id: folder.metadata(article_id) for article_id in folder.article_ids()}
    planted: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in names.items():
        if one.cluster_id:
            planted[one.cluster_id].append(name)
    comparison = Comparison(folder)
    for name, one in names.items():
        comparison.see_article(
            name, one.model_copy(update={"cluster_id": None, "near_duplicate": None}), folder.text(name)
        )
    pairs = [(comparison.article_ids[pair.one], comparison.article_ids[pair.other]) for pair in comparison.pairs()]
    assert sorted(pairs) == sorted(pair for members in planted.values() for pair in combinations(members, 2))
    assert not find_groups(folder).changed


def test_articles_outside_groups_are_their_own(articles: list[Article]) -> None:
    """No two articles of different groups share a fifth of their text: nothing leaks between splits."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    texts = [_shingles(article.text) for article in articles]
    for number, shingles in enumerate(texts):
        for shingle in shingles:
            seen[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in seen.values():
        shared.update((one, two) for one in numbers for two in numbers if one < two)
    for (one, two), count in shared.items():
        groups = {articles[one].cluster_id or one, articles[two].cluster_id or two}
        if len(groups) > 1:
            names = (articles[one].article_id, articles[two].article_id)
            assert count / min(len(texts[one]), len(texts[two])) < 0.2, names


def test_the_hard_typography_is_there(articles: list[Article]) -> None:
    """Every style of marks and spaces, mixed scripts, unclosed marks, damage, capitals, emoji."""
    text = "\n".join(article.text for article in articles)
    for sign in ("«\u00a0", "«\u202f", "« ", "“", '"', "‘", "’", "'", "—", "\u00a0"):
        assert sign in text, sign
    assert re.search(r"«\w", text), "guillemets without spaces"
    assert re.search(r"«[^»]*“[^»]*”[^»]*»", text), "nested marks"
    assert re.search(r"[\U0001F300-\U0001FAFF]", text), "emoji"
    assert re.search(r"(?m)^[–—-] ", text), "dialogue dashes"
    assert any(article.title and article.title.isupper() for article in articles), "a headline in capitals"
    flags = {flag for article in articles for flag in article.text_flags}
    assert {"mixed_script", "unpaired_quotation_mark", "encoding_damage"} <= flags


def test_a_removed_article_left_a_tombstone(folder: CollectionFolder, articles: list[Article]) -> None:
    """Its id, the class of the reason and the day: no text, no title."""
    removals = folder.registry().removals
    assert removals
    assert not removals.keys() & {article.article_id for article in articles}


def test_it_builds_with_three_splits(folder: CollectionFolder, tmp_path: Path) -> None:
    """Train, validation and test all have articles, quotations and stances."""
    release = build(folder.path, tmp_path / "tamasna", workers=1)
    rows = {(part.table, part.split): part.rows for part in release.tables}
    for table in ("articles", "quotes", "stances", "annotations"):
        assert all(rows[table, split] > 0 for split in Split)
