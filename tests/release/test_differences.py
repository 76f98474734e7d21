"""What a comparison tells is what was done, whichever two states are compared and however their files lie."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from making import small_collection, write_article

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import TABLES
from sahelcorpus.records.vocabulary import Bump, Split
from sahelcorpus.release.build import build
from sahelcorpus.release.differences import Comparison, Difference
from sahelcorpus.release.named_sides import last_release, named_side
from sahelcorpus.release.parquet import part_files
from sahelcorpus.release.record_lists import listed, record_lines
from sahelcorpus.release.releasing import Terms, releasing
from sahelcorpus.release.sides import BuiltSide, CollectionSide, Side

Told = dict[tuple[str, str], Difference]


def compared(before: Side, after: Side) -> tuple[Told, Comparison]:
    """Return the differences by table and key, and the comparison."""
    comparison = Comparison(before, after)
    return {(one.table, one.key): one for one in comparison.differences()}, comparison


def edit(path: Path, old: str, new: str) -> None:
    """Change the first place at which some words stand in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rename_speaker(collection: Path) -> None:
    """Change one field of one quotation."""
    edit(collection / "articles/pont-2/annotations.yaml", 'speaker_name: "Awa Tindari"', 'speaker_name: "A. Tindari"')


@pytest.fixture
def built(collection: Path, tmp_path: Path) -> Path:
    """The collection as it was before each change, built."""
    build(collection, tmp_path / "built")
    return tmp_path / "built"


def three_ways(collection: Path, built: Path, tmp_path: Path, change: Callable[[Path], object]) -> list[Told]:
    """Make a change, and tell it from dataset to dataset, from dataset to collection, and from history to collection."""
    with releasing(collection, Terms()):
        pass
    build(collection, built)
    change(collection)
    build(collection, tmp_path / "changed")
    sides = [(BuiltSide(built), BuiltSide(tmp_path / "changed")), (BuiltSide(built), CollectionSide(collection))]
    return [compared(*pair)[0] for pair in [*sides, (last_release(collection), CollectionSide(collection))]]


def test_nothing_changed(collection: Path, built: Path, tmp_path: Path) -> None:
    """A dataset, its collection, and the same built again are the same records."""
    build(collection, tmp_path / "again")
    for before, after in [
        (BuiltSide(built), BuiltSide(tmp_path / "again")),
        (BuiltSide(built), CollectionSide(collection)),
        (CollectionSide(collection), BuiltSide(built)),
    ]:
        told, comparison = compared(before, after)
        assert told == {}
        assert comparison.bump is Bump.PATCH


def test_an_added_article(collection: Path, built: Path, tmp_path: Path) -> None:
    """With everything in it, and nothing else: an addition alone is a minor version."""
    for told in three_ways(collection, built, tmp_path, lambda folder: write_article(folder, "pont-4")):
        assert {one.kind for one in told.values()} == {"added"}
        assert sorted(told) == sorted(
            [("articles", "pont-4"), *((t, f"pont-4.{i}") for t, i in [("quotes", "q1"), ("quotes", "q2")])]
            + [("stances", "pont-4.s1"), ("stances", "pont-4.s2")]
            + [("annotations", f"pont-4.{i}/0") for i in ("q1", "q2", "s1", "s2")]
        )
        quoted = [(span.path, span.words) for span in told["quotes", "pont-4.q1"].spans]
        assert ("segments[0]", "Nous tiendrons parole") in quoted
    assert compared(BuiltSide(built), CollectionSide(collection))[1].bump is Bump.MINOR


def test_an_article_that_is_gone_is_not_quoted(collection: Path, built: Path, tmp_path: Path) -> None:
    """Its records are counted and named; nothing it said is told, for it may have gone because of that."""
    for told in three_ways(collection, built, tmp_path, lambda folder: shutil.rmtree(folder / "articles/pont-1")):
        assert {one.kind for one in told.values()} == {"removed"}
        assert {one.key.split(".")[0] for one in told.values()} == {"pont-1"}
        assert len(told) == 9
        shown = json.dumps([one.to_plain() for one in told.values()], ensure_ascii=False)
        assert "parole" not in shown
        assert "Sarrune" not in shown
    assert compared(BuiltSide(built), CollectionSide(collection))[1].bump is Bump.MAJOR


def test_an_edited_field(collection: Path, built: Path, tmp_path: Path) -> None:
    """Is told where it was made, once; a history, which has no records, names the record."""
    one, two, three = three_ways(collection, built, tmp_path, rename_speaker)
    for told in (one, two):
        (difference,) = told.values()
        assert (difference.table, difference.key, difference.kind) == ("quotes", "pont-2.q1", "changed")
        assert [(c.path, c.before, c.after) for c in difference.fields] == [
            ("speaker_name", "Awa Tindari", "A. Tindari")
        ]
    assert [(key, difference.kind, difference.fields) for key, difference in three.items()] == [
        (("quotes", "pont-2.q1"), "changed", ())
    ]


def test_a_changed_span_is_shown_in_context(collection: Path, built: Path) -> None:
    """The words it covered and those it covers, each with the text around them."""
    text = (collection / "articles/pont-3/text.txt").read_text(encoding="utf-8")
    start = text.index("Nous tiendrons parole")
    path = collection / "articles/pont-3/annotations.yaml"
    edit(
        path,
        f'{{start: {start}, end: {start + 21}, text: "Nous tiendrons parole"}}',
        f"{{start: {start}, end: {start + 4}, text: Nous}}",
    )
    edit(path, 'text: "Nous tiendrons parole"', "text: Nous")
    told, _ = compared(BuiltSide(built), CollectionSide(collection))
    before, after = told["quotes", "pont-3.q1"].spans
    assert (before.side, before.words, before.left, before.right[:10]) == (
        "before", "Nous tiendrons parole", text[start - 40 : start], " », a décl",
    )  # fmt: skip
    assert (after.side, after.words, after.right[:10]) == ("after", "Nous", " tiendrons")


def test_a_changed_text_is_told_by_the_part_that_differs(collection: Path, built: Path) -> None:
    """Not all of it twice: where it begins, what it was and what it is."""
    edit(collection / "articles/pont-1/text.txt", "mardi", "mercredi")
    told, _ = compared(BuiltSide(built), CollectionSide(collection))
    (change,) = told["articles", "pont-1"].fields
    assert (change.path, change.at) == ("text", 0)
    assert change.before.startswith("Le gouvernement du Kalindo a annoncé mardi la")
    assert change.after.startswith("Le gouvernement du Kalindo a annoncé mercredi la")
    assert len(change.before) < 100


def test_an_edited_registry_record(collection: Path, built: Path, tmp_path: Path) -> None:
    """Outlets, actors and annotators are data too."""
    change = lambda folder: edit(folder / "actors.yaml", "minister of roads", "minister of bridges")  # noqa: E731
    one, two, three = three_ways(collection, built, tmp_path, change)
    for told in (one, two):
        assert [change.path for change in told["actors", "awa-tindari"].fields] == ["roles[0].title"]
    assert list(three) == [("actors", "awa-tindari")]


def test_an_article_in_another_split_is_changed(collection: Path, built: Path) -> None:
    """Also if not a letter of it is."""
    edit(collection / "articles/pont-1/article.yaml", "text_flags: []", "text_flags: []\npinned_split: test")
    told, comparison = compared(BuiltSide(built), CollectionSide(collection))
    assert [(c.path, c.after) for c in told["articles", "pont-1"].fields] == [
        ("pinned_split", "test"),
        ("split", "test"),
    ]
    assert comparison.bump is Bump.MAJOR


def many(tmp_path: Path, articles: int) -> Path:
    """Build a collection with articles in every split."""
    build(small_collection(tmp_path / "many", articles), tmp_path / "built")
    return tmp_path / "built"


def rewritten(built: Path, target: Path, change: Callable[[pa.Table], list[pa.Table]]) -> Path:
    """Copy a dataset with every part written anew: in other files, another order, other row groups."""
    shutil.copytree(built, target)
    for folder in sorted(path for path in target.iterdir() if path.is_dir()):
        for split in Split:
            files = part_files(target, folder.name, split)
            if not files:
                continue
            table = pa.concat_tables([pq.read_table(path) for path in files])
            for path in files:
                path.unlink()
            for number, part in enumerate(change(table)):
                path = folder / f"{split.value}-{number:05d}.parquet"
                pq.write_table(part, path, row_group_size=7, compression="snappy", data_page_version="2.0")
    return target


@pytest.mark.parametrize(
    "change",
    [
        lambda table: [table],
        lambda table: [table.take(list(range(len(table) - 1, -1, -1)))],
        lambda table: [table.slice(len(table) // 2), table.slice(0, len(table) // 2)],
        lambda table: (
            [table.take([(number * 7 + 3) % len(table) for number in range(len(table))])]
            if len(table) % 7
            else [table.slice(1), table.slice(0, 1)]
        ),
    ],
    ids=["other row groups", "backwards", "files swapped", "shuffled"],
)
def test_the_order_of_rows_files_and_row_groups_is_no_difference(
    tmp_path: Path, change: Callable[[pa.Table], list[pa.Table]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies out of order is sorted aside first, in runs that are merged; the records are what counts."""
    monkeypatch.setattr("sahelcorpus.release.sides._ROWS_SORTED_AT_ONCE", {"articles": 10})
    monkeypatch.setattr("sahelcorpus.release.sides._OTHER_ROWS_SORTED_AT_ONCE", 10)
    monkeypatch.setattr("sahelcorpus.release.sides._ROWS_MERGED_AT_ONCE", 12)
    built = many(tmp_path, 40)
    other = rewritten(built, tmp_path / "other", change)
    told, comparison = compared(BuiltSide(built), BuiltSide(other))
    assert told == {}
    assert comparison.bump is Bump.PATCH
    rename_speaker(tmp_path / "many")
    for side in (BuiltSide(other), BuiltSide(built)):
        assert list(compared(side, CollectionSide(tmp_path / "many"))[0]) == [("quotes", "pont-2.q1")]


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system does not list the files that a process has open")
def test_a_release_in_no_order_takes_no_more_open_files_with_more_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty runs of articles and more of quotations are merged from one open file a table and split."""
    monkeypatch.setattr("sahelcorpus.release.sides._ROWS_SORTED_AT_ONCE", {"articles": 1})
    monkeypatch.setattr("sahelcorpus.release.sides._OTHER_ROWS_SORTED_AT_ONCE", 1)
    monkeypatch.setattr("sahelcorpus.release.sides._ROWS_MERGED_AT_ONCE", 1)
    built = many(tmp_path, 40)
    other = rewritten(built, tmp_path / "other", lambda table: [table.take(list(range(len(table) - 1, -1, -1)))])
    before = len(list(Path("/dev/fd").iterdir()))
    opened = [len(list(Path("/dev/fd").iterdir())) - before for _ in BuiltSide(other).groups()]
    assert len(opened) >= 40
    assert max(opened) <= len(TABLES) * len(Split) < 40


def test_ids_that_begin_alike_stay_apart(collection: Path, tmp_path: Path) -> None:
    """`pont-1` and `pont-1-bis`: a point sorts after a hyphen, and each article keeps its own quotations."""
    write_article(collection, "pont-1-bis")
    build(collection, tmp_path / "a")
    with releasing(collection, Terms()):
        pass
    build(collection, tmp_path / "b")
    assert compared(last_release(collection), BuiltSide(tmp_path / "b"))[0] == {}
    edit(collection / "articles/pont-1-bis/annotations.yaml", "speaker_kind: named", "speaker_kind: nominal")
    for before in (BuiltSide(tmp_path / "b"), last_release(collection)):
        assert list(compared(before, CollectionSide(collection))[0]) == [("quotes", "pont-1-bis.q1")]


def without_column(built: Path, table: str, column: str) -> None:
    """Take a column away from a dataset, as if the schema had not had it yet."""
    for path in (built / table).glob("*.parquet"):
        whole = pq.read_table(path)
        pq.write_table(whole.drop_columns([column]), path)


def test_a_new_column_is_an_addition(collection: Path, built: Path, tmp_path: Path) -> None:
    """It changes no record that was there; a column that is gone changes every one."""
    build(collection, tmp_path / "new")
    without_column(built, "articles", "genre")
    told, comparison = compared(BuiltSide(built), BuiltSide(tmp_path / "new"))
    assert told == {}
    assert (comparison.columns_added(), comparison.bump) == (["articles.genre"], Bump.MINOR)
    told, comparison = compared(BuiltSide(tmp_path / "new"), BuiltSide(built))
    assert (comparison.columns_removed(), comparison.bump) == (["articles.genre"], Bump.MAJOR)


def test_a_new_column_is_an_addition_for_a_history_too(collection: Path, tmp_path: Path) -> None:
    """Digests are compared over the columns of their time."""
    with releasing(collection, Terms()):
        pass
    build(collection, tmp_path / "earlier")
    without_column(tmp_path / "earlier", "articles", "genre")
    side = BuiltSide(tmp_path / "earlier")
    path = collection / "releases/0.1.0.json"
    plain = json.loads(path.read_text(encoding="utf-8"))
    plain["records"] = listed(path.with_suffix(".records.tsv"), record_lines(side.groups(), side.columns)).to_plain()
    plain["columns"][0]["columns"].remove("genre")
    path.write_text(json.dumps(plain), encoding="utf-8")
    told, comparison = compared(last_release(collection), CollectionSide(collection))
    assert told == {}
    assert (comparison.columns_added(), comparison.bump) == (["articles.genre"], Bump.MINOR)
    rename_speaker(collection)
    assert list(compared(last_release(collection), CollectionSide(collection))[0]) == [("quotes", "pont-2.q1")]


def test_labels_only_grow(collection: Path, built: Path) -> None:
    """A label at the end is an addition; another order gives every number another meaning."""
    path = built / "release.json"
    plain = json.loads(path.read_text(encoding="utf-8"))
    words = next(words for words in plain["vocabularies"] if words["column"] == "published_precision")
    words["names"].pop()
    path.write_text(json.dumps(plain), encoding="utf-8")
    comparison = compared(BuiltSide(built), CollectionSide(collection))[1]
    assert comparison.labels_added() == [f"{words['table']}.published_precision: unknown"]
    assert comparison.bump is Bump.MINOR
    words["names"].reverse()
    path.write_text(json.dumps(plain), encoding="utf-8")
    comparison = compared(BuiltSide(built), CollectionSide(collection))[1]
    assert comparison.labels_changed() == [f"{words['table']}.published_precision"]
    assert comparison.bump is Bump.MAJOR


def test_two_versions_of_a_history(collection: Path) -> None:
    """Without any dataset and without the state of either."""
    with releasing(collection, Terms()):
        pass
    rename_speaker(collection)
    with releasing(collection, Terms(note="A name was too long.")):
        pass
    told, comparison = compared(named_side(f"{collection}@0.1.0"), named_side(f"{collection}@0.2.0"))
    assert list(told) == [("quotes", "pont-2.q1")]
    assert comparison.bump is Bump.MAJOR


def test_a_history_that_was_edited_is_refused(collection: Path) -> None:
    """A list of records that is not the one that was written could hide a change."""
    with releasing(collection, Terms()):
        pass
    path = collection / "releases/0.1.0.records.tsv"
    whole = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"\tpont-3\t.*\n", "\tpont-3\t0000000000000000\n", whole), encoding="utf-8")
    with pytest.raises(CorpusError, match="SC902"):
        compared(last_release(collection), CollectionSide(collection))
    for broken in ("one\ttwo\n", "articles\ttrain\n", "pages\ttrain\tx\ty\n"):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(CorpusError, match="SC902"):
            compared(last_release(collection), CollectionSide(collection))
    path.unlink()
    with pytest.raises(CorpusError, match="SC101"):
        compared(last_release(collection), CollectionSide(collection))
