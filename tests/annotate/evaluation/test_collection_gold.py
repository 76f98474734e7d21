"""A collection's gold can be scored as it is, split by split."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sahelcorpus.cli import main
from sahelcorpus.release.plain_quotes import plain_gold


def test_gold_of_a_collection(collection: Path) -> None:
    """Every gold quotation in the plain form, its places slicing the text; a split holds its articles alone."""
    documents = list(plain_gold(collection))
    assert [document["id"] for document in documents] == ["pont-1", "pont-2", "pont-3"]
    start, end = documents[0]["quotes"][0]["segments"][0]
    assert documents[0]["text"][start:end] == "Nous tiendrons parole"
    assert {(document["style"], document["outlet"]) for document in documents} == {
        ("newspaper", "Le Courrier de Sarrune")
    }
    assert list(plain_gold(collection, "test")) == []
    assert len(list(plain_gold(collection, "train"))) == 3


def test_evaluate_takes_a_collection(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report counts its gold quotations, by the kind and the name of the outlet too."""
    assert main(["evaluate", "quotes", "--gold", str(collection), "--split", "train", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["gold"] == 6
    assert report["by_style"]["newspaper"]["gold"] == report["by_outlet"]["Le Courrier de Sarrune"]["gold"] == 6


def test_an_article_of_an_unknown_source_is_scored(collection: Path) -> None:
    """Without a style: what is wrong with the collection, `check` says."""
    path = collection / "articles/pont-1/article.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("courrier-de-sarrune", "nowhere"), encoding="utf-8")
    first, *_ = plain_gold(collection)
    assert first["style"] is first["outlet"] is None


def test_a_split_of_a_file_is_a_usage_error(tmp_path: Path) -> None:
    """A file has no splits."""
    (tmp_path / "gold.jsonl").write_text("{}\n")
    assert main(["evaluate", "quotes", "--gold", str(tmp_path / "gold.jsonl"), "--split", "test"]) == 2
