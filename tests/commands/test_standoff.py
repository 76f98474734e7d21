"""`standoff` and `rebuild` as a user calls them: from a dataset to its twin, and back from files of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import tree

from sahelcorpus.cli import main
from sahelcorpus.release.build import build


@pytest.fixture
def whole(collection: Path, tmp_path: Path) -> Path:
    """A dataset of three articles, two of which may not be passed on."""
    for number, redistribution in ((1, "standoff"), (2, "standoff")):
        path = collection / f"articles/pont-{number}/article.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("full", redistribution), encoding="utf-8")
    build(collection, tmp_path / "whole")
    return tmp_path / "whole"


def own_files(collection: Path, folder: Path, change: str = "") -> list[str]:
    """Write the texts as a user may hold them: one as plain text, one in a table, with words left out if asked."""
    folder.mkdir(exist_ok=True)
    first, second = ((collection / f"articles/pont-{number}/text.txt").read_text(encoding="utf-8") for number in (1, 2))
    (folder / "one.txt").write_text(first, encoding="utf-8")
    line = {"text": second.replace(change, "") if change else second, "title": "Le pont"}
    (folder / "two.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    return [str(folder / "one.txt"), str(folder / "two.jsonl")]


def test_there_and_back(whole: Path, collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told how much was withheld, then that it is the dataset that was built, byte for byte."""
    assert main(["standoff", str(whole), "-o", str(tmp_path / "twin")]) == 0
    assert "2 of 3 articles without their text" in " ".join(capsys.readouterr().out.split())
    files = own_files(collection, tmp_path / "own")
    assert main(["rebuild", str(tmp_path / "twin"), "--from", *files, "-o", str(tmp_path / "back")]) == 0
    out = capsys.readouterr().out
    assert "2 articles match: the very text was found" in out
    assert "1 article had their text all along" in out
    assert "It is the dataset that was built" in out
    assert tree(tmp_path / "back") == tree(whole)


def test_a_collection_is_built_first(collection: Path, whole: Path, tmp_path: Path) -> None:
    """The twin of a collection is that of its dataset."""
    assert main(["standoff", str(collection), "-o", str(tmp_path / "of-collection")]) == 0
    assert main(["standoff", str(whole), "-o", str(tmp_path / "of-dataset")]) == 0
    assert tree(tmp_path / "of-collection") == tree(tmp_path / "of-dataset")


def test_changed_and_missing_articles_are_reported(
    whole: Path, collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By name on the terminal, all of them in the report; files that no reader knows are counted."""
    main(["standoff", str(whole), "-o", str(tmp_path / "twin")])
    _, table = own_files(collection, tmp_path / "own", change="devant les habitants réunis ")
    (tmp_path / "own/picture.bin").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    capsys.readouterr()
    report = tmp_path / "report.jsonl"
    files = [table, str(tmp_path / "own/picture.bin")]
    arguments = ["rebuild", str(tmp_path / "twin"), "--from", *files, "-o", str(tmp_path / "back")]
    assert main([*arguments, "--report", str(report)]) == 1
    out = capsys.readouterr().out
    assert "  gone   pont-" in out
    assert "  drift  pont-" in out
    assert "1 document of the files could not be read" in out
    assert "It is not the dataset that was built" in out
    lines = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    # the two texts are all but one: which of them the changed copy is, it does not say
    assert sorted(line["outcome"] for line in lines) == ["carried", "drift", "gone"]
    assert all(line["survived"] == line["spans"] > 0 for line in lines if line["outcome"] == "drift")
    main([*arguments, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["is_as_it_was"] is False
    assert told["outcomes"] == {"carried": 1, "match": 0, "drift": 1, "gone": 1, "record_only": 0}


def test_the_limit_can_be_set(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For once on the command line; a length below nothing is a usage error."""
    assert main(["standoff", str(whole), "-o", str(tmp_path / "twin"), "--limit", "0", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["withheld"], told["passed_on"], told["standoff_limit"]) == (2, 0, 0)
    assert main(["standoff", str(whole), "-o", str(tmp_path / "twin"), "--limit", "-1"]) == 2
