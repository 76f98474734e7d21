"""`sahelcorpus add`: every format by one command, a ledger at its end, and nothing written that was not asked for."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec as real_find_spec
from pathlib import Path

import pytest
from invented_exports import europresse, factiva, tables
from invented_exports.world import OUTLETS
from making import tree

from sahelcorpus.cli import main
from sahelcorpus.store.yaml_writing import to_yaml


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run a command and return its status and what it printed."""
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def is_clean(collection: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Say whether a collection keeps every rule, once its near-duplicates are grouped: the invented press repeats itself."""
    run(capsys, "near-duplicates", collection, "--write")
    return run(capsys, "check", collection)[0] == 0


@pytest.fixture
def tamasna(collection: Path) -> Path:
    """A collection that lists the outlets of the invented exports, and has no article."""
    sources = [
        {"source_id": code.lower(), "name": name, "kind": "newspaper", "country": "XT"}
        for outlets in OUTLETS.values()
        for name, code in outlets
    ]
    (collection / "sources.yaml").write_text(to_yaml(sources), encoding="utf-8")
    for folder in sorted((collection / "articles").iterdir()):
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return collection


def test_an_export_is_added_and_accounted_for(
    tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Documents in = added + already there + rejected by reason; the second run adds nothing; the collection is clean."""
    export = europresse.second_generation(20)
    (tmp_path / "export").write_bytes(export.content)
    rejected = sum(truth.rejected is not None for truth in export.truths)
    status, out, err = run(capsys, "add", tmp_path / "export", "--to", tamasna, "--ledger", tmp_path / "ledger.jsonl")
    assert (status, err) == (1, "")
    assert "Europresse HTML, europresse-1" in out
    assert f"20 documents in = {20 - rejected} added + 0 already there + {rejected} rejected" in out
    assert f"{rejected} rejected, no_text" in out
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["place"] for line in lines] == [f"document {number}" for number in range(1, 21)]
    assert is_clean(tamasna, capsys)
    before = tree(tamasna)
    status, out, _ = run(capsys, "add", tmp_path / "export", "--to", tamasna)
    assert f"20 documents in = 0 added + {20 - rejected} already there + {rejected} rejected" in out
    assert tree(tamasna) == before


def test_nothing_rejected_is_status_0(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And several files are summed."""
    (tmp_path / "a.xml").write_bytes(factiva.xml_export(6).content)
    (tmp_path / "b.jsonl").write_bytes(tables.json_lines(5).content)
    status, out, _ = run(capsys, "add", tmp_path / "a.xml", tmp_path / "b.jsonl", "--to", tamasna)
    assert status == 0
    assert "Together: 11 documents in = 11 added + 0 already there + 0 rejected" in out
    status, out, _ = run(capsys, "add", tmp_path / "a.xml", "--to", tamasna, "--json")
    assert (status, json.loads(out)["already_there"]) == (0, 6)


def test_texts_and_the_yaml_files_beside_them(
    tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`add folder/*` reads each YAML file with its text, not as a text of its own."""
    (tmp_path / "texts").mkdir()
    tables.texts_with_sidecars(tmp_path / "texts", 4)
    status, out, _ = run(capsys, "add", *sorted((tmp_path / "texts").iterdir()), "--to", tamasna)
    assert status == 0
    assert "Together: 4 documents in = 4 added + 0 already there + 0 rejected" in out


def test_a_dry_run_writes_nothing(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither articles nor ledger, proposals, or remembered columns."""
    (tmp_path / "a.csv").write_bytes(tables.delimited(5).content)
    before = tree(tmp_path)
    columns = [f"--column={field}={column}" for field, column in tables.COLUMNS.items()]
    places = ["--ledger", tmp_path / "ledger.jsonl", "--propose-sources", tmp_path / "sources.yaml"]
    status, out, _ = run(capsys, "add", tmp_path / "a.csv", "--to", tamasna, "--dry-run", *columns, *places)
    assert status == 0
    assert "5 would be added" in out
    assert "Nothing was written." in out
    assert tree(tmp_path) == before


def test_columns_are_said_once(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a flag says of a table's columns holds for the next table of the same columns, whatever its format."""
    (tmp_path / "a.csv").write_bytes(tables.delimited(5).content)
    (tmp_path / "b.parquet").write_bytes(tables.parquet(5).content)
    status, out, _ = run(capsys, "add", tmp_path / "a.csv", "--to", tamasna)
    assert status == 1
    assert "name it with --column text=NAME" in " ".join(out.split())
    columns = [f"--column={field}={column}" for field, column in tables.COLUMNS.items()]
    assert run(capsys, "add", tmp_path / "a.csv", "--to", tamasna, *columns)[0] == 0
    assert run(capsys, "add", tmp_path / "b.parquet", "--to", tamasna)[0] == 0
    assert is_clean(tamasna, capsys)
    path = tamasna / "columns.yaml"
    good = path.read_text(encoding="utf-8")
    for old, new in (("field: text", "field: texte"), ("column: Titre", "column: Titel"), ("header:", "head:")):
        path.write_text(good.replace(old, new, 1), encoding="utf-8")
        status, out, _ = run(capsys, "check", tamasna)
        assert status == 1
        assert "SC109" in out
        assert "columns.yaml" in out


def test_a_column_that_is_not_there(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the columns there are."""
    (tmp_path / "a.csv").write_bytes(tables.delimited(5).content)
    status, _, err = run(capsys, "add", tmp_path / "a.csv", "--to", tamasna, "--column", "text=Corps")
    assert status == 1
    assert "Contenu intégral" in " ".join(err.split())


def test_unknown_outlets_are_proposed(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As YAML that passes the check once it is pasted; none is invented."""
    (tmp_path / "a.html").write_bytes(factiva.html_export(8).content)
    status, out, _ = run(capsys, "add", tmp_path / "a.html", "--to", collection)
    assert status == 1
    assert "unknown_outlet" in out
    assert "- source_id: " in out
    sources = tmp_path / "proposed.yaml"
    status, out, _ = run(capsys, "add", tmp_path / "a.html", "--to", collection, "--propose-sources", sources)
    assert str(sources) in out
    pasted = (collection / "sources.yaml").read_text(encoding="utf-8") + sources.read_text(encoding="utf-8")
    (collection / "sources.yaml").write_text(pasted, encoding="utf-8")
    assert run(capsys, "add", tmp_path / "a.html", "--to", collection)[0] == 0
    assert is_clean(collection, capsys)


def test_a_file_that_no_reader_knows(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is one document in and one rejection; the other files are added."""
    (tmp_path / "a.bin").write_bytes(b"\x7fELF\0\0\0" + bytes(range(256)) * 9)
    (tmp_path / "b.jsonl").write_bytes(tables.json_lines(5).content)
    status, out, _ = run(capsys, "add", tmp_path / "a.bin", tmp_path / "b.jsonl", "--to", tamasna)
    assert status == 1
    assert "1 rejected, unknown_format" in out
    assert "Together: 6 documents in = 5 added + 0 already there + 1 rejected" in out


def test_a_file_that_is_missing(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named before any other file is read."""
    (tmp_path / "b.jsonl").write_bytes(tables.json_lines(5).content)
    before = tree(tmp_path)
    status, out, err = run(capsys, "add", tmp_path / "b.jsonl", tmp_path / "nowhere.html", "--to", tamasna)
    assert (status, out, tree(tmp_path)) == (1, "", before)
    assert "SC101" in err
    assert "nowhere.html" in err


USAGE = {
    "--column without a field": ("--column", "text"),
    "--column of no field": ("--column", "texte=a"),
    "--format of no reader": ("--format", "pdf"),
    "a flag of a single text": ("--title", "x", "--revise"),
}


@pytest.mark.parametrize("name", USAGE)
def test_usage(name: str, tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, one sentence, nothing written."""
    (tmp_path / "a.jsonl").write_bytes(tables.json_lines(2).content)
    before = tree(tmp_path)
    status, _, err = run(capsys, "add", tmp_path / "a.jsonl", "--to", tamasna, *USAGE[name])
    assert (status, tree(tmp_path)) == (2, before)
    assert USAGE[name][0] in err


def test_a_format_can_be_forced(tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON lines read as a plain text are one text."""
    (tmp_path / "a.jsonl").write_bytes(tables.json_lines(5, seed=3).content)
    flags = ["--format", "plain_text", "--source", "pirog", "--language", "fr", "--waive", "SC304=A test."]
    status, out, _ = run(capsys, "add", tmp_path / "a.jsonl", "--to", tamasna, *flags)
    assert "1 document in = 1 added" in out
    assert status == 0


def test_without_the_extra(
    tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exports of archives say what to install; text, JSON lines and tables are read."""

    def none_of_lxml(name: str, *rest: object) -> object:
        return None if name == "lxml" else real_find_spec(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("sahelcorpus.readers.opening.find_spec", none_of_lxml)
    (tmp_path / "a.html").write_bytes(factiva.html_export(3).content)
    status, _, err = run(capsys, "add", tmp_path / "a.html", "--to", tamasna)
    assert status == 1
    assert "SC117" in err
    assert "sahelcorpus[readers]" in err
    for name, export in (("b.jsonl", tables.json_lines(3)), ("c.parquet", tables.parquet(3))):
        (tmp_path / name).write_bytes(export.content)
        columns = (
            [f"--column={field}={column}" for field, column in tables.COLUMNS.items()] if "parquet" in name else []
        )
        assert run(capsys, "add", tmp_path / name, "--to", tamasna, *columns)[0] == 0


def test_long_work_shows_how_far_it_is(
    tamasna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, a count of documents."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    (tmp_path / "a.jsonl").write_bytes(tables.json_lines(60).content)
    run(capsys, "add", tmp_path / "a.jsonl", "--to", tamasna, "--dry-run", "--json")
    main(["add", str(tmp_path / "a.jsonl"), "--to", str(tamasna), "--dry-run"])
    assert "documents" in capsys.readouterr().err
