"""Text of one split in another is counted, told in the card, and where it is much of an article, no dataset is built."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import metadata, own_text, small_collection, write_article

from sahelcorpus.annotate.near_duplicates.word_hashes import words_of
from sahelcorpus.check.near_duplicates import Comparison, SketchedArticles
from sahelcorpus.records import ArticleMetadata
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release import leaks
from sahelcorpus.release.build import Assembled, build
from sahelcorpus.release.leaks import LeakFinder, LeakPart, LeakReport, sampled_runs
from sahelcorpus.store.collection import CollectionFolder

TRAIN, VALIDATION, TEST = Split.TRAIN, Split.VALIDATION, Split.TEST


@pytest.fixture
def dealt(tmp_path: Path) -> Path:
    """A collection with three splits: 30 articles, two of them pinned to the test set."""
    path = small_collection(tmp_path / "kalindo", articles=28)
    for name in ("held-out", "held-out-2"):
        write_article(path, name, own_text(name), pinned_split="test")
    return path


def report_of(path: Path) -> LeakReport:
    """Return the leak report of a collection."""
    assembled = Assembled.open(path)
    for _ in assembled.chunks():
        pass
    assert assembled.statistics.leaks is not None
    return assembled.statistics.leaks


def codes(path: Path) -> list[tuple[str, str]]:
    """Return the findings that keep a collection from being built: code and article."""
    with pytest.raises(CorpusError) as caught:
        build(path, path.parent / "built")
    return [(found.code, found.file.split("/")[1]) for found in caught.value.findings]


def test_text_that_many_articles_share_is_counted(dealt: Path) -> None:
    """The first paragraph stands in every article of the tests: each held-out one is touched, none is a near-duplicate."""
    overlap = report_of(dealt).overlaps[TEST, TRAIN]
    assert overlap.articles == overlap.touched >= 2
    assert overlap.near_duplicates == 0
    assert 0.05 < overlap.copied / overlap.runs < leaks.MOST_COPIED
    by_target = report_of(dealt).targets
    assert {target for _, _, target in by_target} == {"awa-tindari", "sarrune-bridge-works"}


def test_a_near_duplicate_in_another_split_fails_the_build(dealt: Path) -> None:
    """Ungrouped it is SC921; in one group with its original it is SC901."""
    copy = own_text("held-out") + " Voir aussi."
    folder = write_article(dealt, "copy", copy, pinned_split="train")
    assert ("SC921", "held-out") in codes(dealt)
    assert not (dealt.parent / "built").exists()
    for name in ("copy", "held-out"):
        path = folder.parent / name / "article.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("cluster_id: null", "") + "cluster_id: g\n")
    assert codes(dealt) == [("SC901", "copy")]


def test_a_member_that_the_hash_deals_elsewhere_fails_the_build(dealt: Path) -> None:
    """The group is pinned to one split; an article of it that is not pinned must not land in another."""
    for name, text in (("one", own_text("one")), ("two", own_text("one") + " Voir aussi.")):
        write_article(dealt, name, text, cluster_id="g1", pinned_split="validation" if name == "one" else None)
    assert codes(dealt) == [("SC901", "one")]


def test_a_text_put_together_from_others_fails_the_build(dealt: Path) -> None:
    """SC922: no single article shares much with it, all together do; a waiver accepts it, and the report tells it."""
    parts = " ".join(own_text(f"pont-{number}").split("\n")[-1][:330] for number in range(1, 12))
    write_article(dealt, "composed", own_text("composed")[:1_500] + parts, pinned_split="test")
    assert codes(dealt) == [("SC922", "composed")]
    path = dealt / "articles/composed/article.yaml"
    waiver = 'waivers: [{code: SC922, reason: "A press review: it quotes others."}]\n'
    path.write_text(path.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    build(dealt, dealt.parent / "built")
    assert report_of(dealt).overlaps[TEST, TRAIN].copied > 100


def test_the_card_tells_what_leaks(dealt: Path, tmp_path: Path) -> None:
    """As a generated part, by split and by target; in a collection of one split there is nothing to tell."""
    for path, told in ((dealt, "| `test` | `train` |"), (small_collection(tmp_path / "small"), "in one split")):
        card = path / "card.md"
        card.write_text(card.read_text(encoding="utf-8") + "\n<!-- generated: leaks -->\n<!-- end of leaks -->\n")
        build(path, tmp_path / f"built-{path.name}", workers=1)
        assert told in (tmp_path / f"built-{path.name}/README.md").read_text(encoding="utf-8")


def finder(collection: Path, texts: dict[str, tuple[Split, str]], count: int) -> LeakFinder:
    """Return a leak finder that has seen some texts, of a collection of so many."""
    made = LeakFinder(Comparison(CollectionFolder(collection)))
    articles = {name: ArticleMetadata.from_plain(metadata(name, text)) for name, (_, text) in texts.items()}
    for name, (_, text) in texts.items():
        if not (collection / "articles" / name).exists():
            write_article(collection, name, text)
    words = words_of([text for _, text in texts.values()])
    runs, counts = sampled_runs(words, count)
    splits = [split for split, _ in texts.values()]
    targets: list[tuple[str, ...]] = [("pont",) if split is TEST else () for split in splits]
    made.see(LeakPart(SketchedArticles.of(articles, words), splits, targets, set(), runs, counts))
    return made


def test_counts_are_those_that_python_would_count(collection: Path) -> None:
    """Runs of 13 words of the held-out text that stand in the other split, each once."""
    train = " ".join(f"mot{number}" for number in range(100))
    test = train[: train.index("mot40")] + " ".join(f"autre{number}" for number in range(60))
    report, findings = finder(collection, {"a": (TRAIN, train), "b": (TEST, test), "c": (TEST, "court")}, 3).report()
    overlap = report.overlaps[TEST, TRAIN]
    assert (overlap.articles, overlap.touched, overlap.runs, overlap.copied) == (2, 1, 88, 28)
    assert report.targets[TEST, TRAIN, "pont"].copied == 28
    assert report.overlaps[VALIDATION, TRAIN].articles == 0
    assert [found.code for found in findings] == ["SC922"]


def test_sampling_keeps_the_share(collection: Path) -> None:
    """In a collection of 100,000 articles one run in five is looked at, the same in both texts."""
    train = " ".join(f"mot{number}" for number in range(4_000))
    test = train[: train.index("mot400 ")] + " ".join(f"autre{number}" for number in range(3_600))
    texts = {"a": (TRAIN, train), "b": (TEST, test)}
    every, _ = finder(collection, texts, 2).report()
    fifth, _ = finder(collection, texts, 100_000).report()
    whole, sampled = every.overlaps[TEST, TRAIN], fifth.overlaps[TEST, TRAIN]
    assert sampled.runs == pytest.approx(whole.runs / 5, rel=0.15)
    assert sampled.copied / sampled.runs == pytest.approx(whole.copied / whole.runs, abs=0.03)
