"""`sahelcorpus evaluate speakers`, as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sahelcorpus.cli import main

TEXT = "« Nous gagnerons », dit Awa Tindari. « Demain », ajoute-t-elle.\nLe maire estime que la route est longue."


def quote(content: str, name: str | None, **more: object) -> dict[str, object]:
    start = TEXT.index(content)
    return {"type": "direct", "segments": [[start, start + len(content)]], "speaker_name": name, **more}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A file of one document, whose last name nobody can find."""
    quotes = [quote("Nous gagnerons", "Awa Tindari"), quote("Demain", "Awa Tindari")]
    quotes.append(quote("la route est longue", "Ali Kobo", type="indirect"))
    path = tmp_path / "gold.jsonl"
    line = json.dumps({"id": "a", "lang": "fr", "text": TEXT, "quotes": quotes}, ensure_ascii=False)
    path.write_text(line + "\n", encoding="utf-8")
    return path


def test_names_are_scored_and_errors_shown(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the terminal as tables, with the comparison in words; the same as JSON."""
    assert main(["evaluate", "speakers", "--gold", str(gold), "--errors", "3"]) == 0
    out = capsys.readouterr().out
    words = " ".join(out.split())
    assert "3 gold, 3 found; names by the text alone" in words
    assert "letters of every script count" in words
    assert "| B³ " in out
    assert "wrong name: a (fr)" in out
    assert "Ali Kobo" in out
    assert main(["evaluate", "speakers", "--gold", str(gold), "--json", "--errors", "1"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["name_accuracy"] == 0.6667
    assert report["linking"] is None
    assert [error["kind"] for error in report["errors"]] == ["wrong name"]


def test_the_page_of_errors_is_written(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the report, which says where it is and how many errors it holds."""
    page = tmp_path / "errors.html"
    assert main(["evaluate", "speakers", "--gold", str(gold), "--errors-page", str(page)]) == 0
    assert f"1 error to read: {page}" in " ".join(capsys.readouterr().out.split())
    assert "<b><bdi>Ali Kobo</bdi></b>" in page.read_text(encoding="utf-8")


def test_a_collection_has_actors_and_kinds(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Links are scored against its actors, by kind of mention too."""
    assert main(["evaluate", "speakers", "--gold", str(collection), "--split", "train", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["gold"] == 6
    assert report["linking"]["gold"] > 0
    assert report["linking"]["right"] > 0
    assert report["by_kind"]["named"]["gold"] > 0


def test_predictions_of_another_system(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Their own names and actors, not the rules'."""
    found = tmp_path / "found.jsonl"
    quotes = [quote("Nous gagnerons", "Awa Tindari"), quote("la route est longue", "Ali Kobo")]
    found.write_text(json.dumps({"id": "a", "quotes": quotes}), encoding="utf-8")
    assert main(["evaluate", "speakers", "--gold", str(gold), "--predicted", str(found), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["names_by"] == str(found)
    assert (report["name_accuracy"], report["joint@0.5"]["r"]) == (1.0, 0.6667)


@pytest.mark.parametrize("width", [60, 80])
def test_the_report_fits_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Tables turn into lines where they are too wide; nothing runs over the edge."""
    monkeypatch.setenv("COLUMNS", str(width))
    arguments = ["--gold", str(project / "corpus/tamasna"), "--split", "validation", "--errors", "2"]
    assert main(["evaluate", "speakers", *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > width and " " in line.strip()] == []


def test_several_workers_score_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the number of processes."""
    arguments = ["evaluate", "speakers", "--gold", str(project / "corpus/tamasna"), "--split", "validation"]
    main(arguments)
    alone = capsys.readouterr().out
    main([*arguments, "--workers", "2"])
    assert capsys.readouterr().out == alone


def test_gold_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line, what was found and what is allowed; exit status 1."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n', encoding="utf-8")
    assert main(["evaluate", "speakers", "--gold", str(path)]) == 1
    assert f"{path}:1: found nothing as quotes" in capsys.readouterr().out
