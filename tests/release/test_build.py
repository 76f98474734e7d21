"""A build is complete, repeatable, and leaves what was there untouched when it fails."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import datasets
import pyarrow.parquet as pq
import pytest
from making import small_collection, tree, write_article

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import TABLES
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release import parquet
from sahelcorpus.release.build import build
from sahelcorpus.release.chunks import ARTICLES_A_CHUNK
from sahelcorpus.release.splits import LEAST_ARTICLES, dealt_split, split_of


def test_load_dataset_opens_what_was_built(collection: Path, tmp_path: Path, hf_cache: Path) -> None:
    """The default config, every config by name, with and without streaming, have the rows and the version."""
    target = tmp_path / "built"
    release = build(collection, target)
    rows = {part.table: part.rows for part in release.tables}
    assert rows == {
        "articles": 3,
        "quotes": 6,
        "stances": 6,
        "annotations": 12,
        "sources": 1,
        "actors": 2,
        "annotators": 1,
    }
    assert datasets.get_dataset_config_names(str(target)) == [table.name for table in TABLES]
    default = datasets.load_dataset(str(target), cache_dir=str(hf_cache))
    assert default["train"].column_names == list(TABLES[0].row.model_fields)
    for table in TABLES:
        whole = datasets.load_dataset(str(target), table.name, split="train", cache_dir=str(hf_cache))
        assert whole.num_rows == rows[table.name]
        assert str(whole.info.version) == "0.1.0"
        streamed = datasets.load_dataset(str(target), table.name, split="train", streaming=True)
        assert list(streamed) == list(whole)
    quotes = datasets.load_dataset(str(target), "quotes", split="train", cache_dir=str(hf_cache))
    assert quotes.features["type"].names == ["direct", "mixed", "indirect"]
    assert quotes[0]["segments"][0]["text"] == "Nous tiendrons parole"
    article = default["train"][0]
    start, end = (quotes[0]["segments"][0][key] for key in ("start", "end"))
    assert article["text"][start:end] == "Nous tiendrons parole"


def test_a_fresh_offline_process_opens_it(collection: Path, tmp_path: Path) -> None:
    """The line that `make build` prints works in a process that has nothing but `datasets`."""
    build(collection, tmp_path / "built")
    line = 'from datasets import load_dataset; print(load_dataset("built")["train"][0]["article_id"])'
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "pont-1"


def test_the_same_collection_gives_the_same_bytes(collection: Path, tmp_path: Path) -> None:
    """Two builds are equal to the byte, and a copy written in another order has the same digest."""
    one, two = build(collection, tmp_path / "one"), build(collection, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    copy = tmp_path / "kalindo-copy" / "kalindo"
    shutil.copytree(collection, copy, ignore=shutil.ignore_patterns("articles"))
    for folder in sorted((collection / "articles").iterdir(), reverse=True):
        shutil.copytree(folder, copy / "articles" / folder.name)
    assert build(copy, tmp_path / "three").digest == one.digest == two.digest


def test_workers_and_chunks_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, one process, and small row groups: the same digest; the bytes depend on row groups alone."""
    collection = small_collection(tmp_path / "kalindo", articles=ARTICLES_A_CHUNK + 30)
    monkeypatch.setattr("sahelcorpus.release.chunks._ALONE_BELOW", 10)
    alone = build(collection, tmp_path / "alone", workers=1)
    together = build(collection, tmp_path / "together", workers=2)
    assert together == alone
    assert tree(tmp_path / "alone") == tree(tmp_path / "together")
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", {"articles": 7})
    monkeypatch.setattr(parquet, "GROUPS_A_FILE", 2)
    small = build(collection, tmp_path / "small", workers=1)
    assert small.digest == alone.digest
    files = [pq.read_metadata(path) for path in sorted((tmp_path / "small" / "articles").iterdir())]
    assert len(files) > len(list(Split))
    assert files[0].row_group(0).num_rows == 7
    assert max(file.num_row_groups for file in files) == 2


def test_an_edited_label_changes_the_digest(collection: Path, tmp_path: Path) -> None:
    """No change of a record goes unseen."""
    before = build(collection, tmp_path / "before")
    path = collection / "articles/pont-2/annotations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("neutral_report", "distanced"), encoding="utf-8")
    after = build(collection, tmp_path / "after")
    changed = {old.table for old, new in zip(before.tables, after.tables, strict=True) if old.digest != new.digest}
    assert changed == {"articles", "stances"}
    assert before.digest != after.digest


def test_a_broken_collection_is_not_built(collection: Path, tmp_path: Path) -> None:
    """Every finding is reported, and an earlier build stays as it was."""
    target = tmp_path / "built"
    build(collection, target)
    before = tree(target)
    for number in (1, 2):
        path = collection / f"articles/pont-{number}/article.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("courrier-de-sarrune", "nowhere"), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        build(collection, target)
    assert [finding.code for finding in caught.value.findings] == ["SC205", "SC205"]
    assert tree(target) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".aside")] == []


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "x"), KeyboardInterrupt()], ids=["full disk", "interrupt"])
@pytest.mark.parametrize("moment", ["write", "close"])
def test_a_build_that_dies_leaves_the_earlier_one(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, moment: str
) -> None:
    """Whenever it dies, the earlier build is whole and nothing is left beside it."""
    target = tmp_path / "built"
    build(collection, target)
    before = tree(target)
    write_article(collection, "pont-9")

    def die(*_: object) -> None:
        raise failure

    monkeypatch.setattr(parquet.PartWriter, moment, die)
    with pytest.raises((CorpusError, KeyboardInterrupt)):
        build(collection, target)
    assert tree(target) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "kalindo"]


def test_targets_that_would_harm_are_refused(collection: Path, tmp_path: Path) -> None:
    """A folder of other things, a file, the collection itself and what holds it are never written over."""
    other = tmp_path / "papers"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work")
    (tmp_path / "file").write_text("x")
    for target in (other, tmp_path / "file", collection, collection / "built", tmp_path):
        with pytest.raises(CorpusError, match=r"SC113|SC114"):
            build(collection, target)
    assert tree(other) == {"thesis.txt": b"years of work"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_place_that_cannot_be_written_is_one_clear_error(collection: Path) -> None:
    """A target below something that is no folder gives one finding and no traceback."""
    with pytest.raises(CorpusError) as caught:
        build(collection, Path("/dev/full/built"))
    assert [finding.code for finding in caught.value.findings] == ["SC113"]


def test_release_json_is_what_its_schema_says(collection: Path, tmp_path: Path, project: Path) -> None:
    """What describes the directory passes the published schema."""
    import jsonschema_rs

    build(collection, tmp_path / "built")
    schema = json.loads((project / "schemas/release.schema.json").read_text(encoding="utf-8"))
    release = json.loads((tmp_path / "built/release.json").read_text(encoding="utf-8"))
    assert jsonschema_rs.is_valid(schema, release)


def test_small_collections_have_train_alone() -> None:
    """Under 30 articles there is one split; above, a group is dealt by its key and never moves."""
    article = {"article_id": "a", "cluster_id": None, "pinned_split": None}
    assert split_of(article, "k", LEAST_ARTICLES - 1) is Split.TRAIN
    assert split_of(article | {"pinned_split": Split.TEST}, "k", 3) is Split.TEST
    assert split_of(article, "k", 900) is dealt_split("a", "k")
    one, two = ({"article_id": name, "cluster_id": "g", "pinned_split": None} for name in ("a", "b"))
    assert split_of(one, "k", 900) is split_of(two, "k", 900)


def test_groups_are_dealt_in_the_declared_shares() -> None:
    """70, 15 and 15 per cent, within what chance allows for 10,000 groups."""
    dealt = [dealt_split(f"group-{number}", "kalindo-1") for number in range(10_000)]
    for split, share in ((Split.TRAIN, 0.70), (Split.VALIDATION, 0.15), (Split.TEST, 0.15)):
        assert abs(dealt.count(split) / len(dealt) - share) < 0.015


def test_known_deals_never_change() -> None:
    """The deal of these groups is written down: another hash would move released articles."""
    groups = ["bamada-milonov-minusma-2022", "a", "b", "c", "d", "e", "f", "g", "h"]
    assert [dealt_split(group, "sahel-1").value for group in groups] == DEALT


DEALT = ["train", "train", "test", "train", "train", "test", "test", "train", "train"]


def test_the_digest_is_the_same_on_every_machine(collection: Path, tmp_path: Path) -> None:
    """Written down once, and met by every pyarrow and `datasets` that the tests run with."""
    assert build(collection, tmp_path / "built").digest == DIGEST


DIGEST = "19458f832d9a242414383cf32ec0e623fed2cda594d6b00773b1603713164684"
