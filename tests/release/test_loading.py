"""`sahelcorpus.load` proves first, and never gives old data for new."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import sahelcorpus
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import TABLES
from sahelcorpus.release.build import build


def edit(collection: Path) -> None:
    """Change one label, and set the file's times back to what they were."""
    path = collection / "articles/pont-1/annotations.yaml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("endorsement: neutral_report", "endorsement: distanced"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_collection_and_build_give_the_same_rows(collection: Path, tmp_path: Path, table, hf_cache: Path) -> None:
    """A collection folder, a built directory, streaming or not: the same records and the same features."""
    build(collection, tmp_path / "built")
    built = sahelcorpus.load(tmp_path / "built", table.name, split="train", cache_dir=hf_cache)
    direct = sahelcorpus.load(collection, table.name, split="train", cache_dir=hf_cache)
    assert list(built) == list(direct)
    assert built.features == direct.features
    assert list(sahelcorpus.load(collection, table.name, split="train", streaming=True)) == list(direct)
    assert [row_decoder(table.row)(row) for row in direct]


def test_changed_data_of_the_same_version_is_never_old(collection: Path, tmp_path: Path, hf_cache: Path) -> None:
    """Same version, same path, same times, other label: the new label, from the collection and from the build."""
    build(collection, tmp_path / "built")
    for path in (collection, tmp_path / "built"):
        assert sahelcorpus.load(path, "stances", split="train", cache_dir=hf_cache)[0]["endorsement"] == 2
    edit(collection)
    build(collection, tmp_path / "built")
    for path in (collection, tmp_path / "built"):
        assert sahelcorpus.load(path, "stances", split="train", cache_dir=hf_cache)[0]["endorsement"] == 1


def test_all_splits_come_as_a_dict(collection: Path, hf_cache: Path) -> None:
    """As `load_dataset` does."""
    assert list(sahelcorpus.load(collection, cache_dir=hf_cache)) == ["train"]
    assert list(sahelcorpus.load(collection, streaming=True)) == ["train"]


def test_splits_of_a_larger_collection(tmp_path: Path, hf_cache: Path) -> None:
    """From 30 articles on there are three splits, the same from the collection and from the build."""
    from making import small_collection

    collection = small_collection(tmp_path / "kalindo", articles=40)
    build(collection, tmp_path / "built")
    direct = sahelcorpus.load(collection, "quotes", cache_dir=hf_cache)
    built = sahelcorpus.load(tmp_path / "built", "quotes", cache_dir=hf_cache)
    assert list(direct) == list(built) == ["train", "validation", "test"]
    assert {split: rows.num_rows for split, rows in direct.items()} == {s: r.num_rows for s, r in built.items()}


def test_a_damaged_build_is_not_loaded(collection: Path, tmp_path: Path) -> None:
    """The error is the verification's."""
    build(collection, tmp_path / "built")
    path = tmp_path / "built/quotes/train-00000.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CorpusError, match="SC902"):
        sahelcorpus.load(tmp_path / "built")


def test_a_broken_collection_is_not_loaded(collection: Path, hf_cache: Path) -> None:
    """The error is the check's, with every finding, not a failure of `datasets` that hides it."""
    path = collection / "articles/pont-1/article.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("courrier-de-sarrune", "nowhere"), encoding="utf-8")
    with pytest.raises(CorpusError, match="SC205"):
        sahelcorpus.load(collection, cache_dir=hf_cache)


def test_what_does_not_exist_is_said_so(collection: Path, tmp_path: Path, hf_cache: Path) -> None:
    """Path, table, split and digest are each refused in words."""
    with pytest.raises(CorpusError, match="SC112"):
        sahelcorpus.load(tmp_path)
    with pytest.raises(KeyError, match="there are articles, quotes"):
        sahelcorpus.load(collection, "sentences")
    with pytest.raises(ValueError, match="it has train"):
        sahelcorpus.load(collection, split="dev", cache_dir=hf_cache)
    with pytest.raises(ValueError, match="no release digest"):
        sahelcorpus.load(collection, digest="0" * 64)
    build(collection, tmp_path / "built")
    with pytest.raises(CorpusError, match="as was asked for"):
        sahelcorpus.load(tmp_path / "built", digest="0" * 64)


def test_a_group_in_two_splits_is_not_loaded(collection: Path, hf_cache: Path) -> None:
    """Each split is read by itself, and still the leak between them is seen."""
    for number, split in ((1, "train"), (2, "test")):
        path = collection / f"articles/pont-{number}/article.yaml"
        path.write_text(path.read_text(encoding="utf-8") + f"cluster_id: g\npinned_split: {split}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="SC901"):
        sahelcorpus.load(collection, cache_dir=hf_cache)
