"""`sahelcorpus stance --annotator llm` asks an endpoint, tells what it took, and writes all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import Server, answering, gullible, refuses

from sahelcorpus.cli import main


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that finds no side taken."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with answering(gullible) as running:
        yield running


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Three texts, each with a target."""
    path = tmp_path / "in.jsonl"
    lines = [
        {"id": f"t{n}", "lang": "fr", "text": f"La mission part, {n}.", "targets": [{"name": "mission", "span": None}]}
        for n in range(3)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_asks_and_tells(
    server: Server, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], workers: int
) -> None:
    """Lines in the order of the texts; how many were asked, what it cost; the second run asks nothing."""
    out = tmp_path / "out.jsonl"
    command = ["stance", str(texts), "-o", str(out), "--annotator", "llm", "--model", "m", "--endpoint", server.address]
    command += ["--cache", str(tmp_path / "answers"), "--prices", "1/2", "--workers", str(workers)]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "3 answered, 0 from the cache" in told
    assert "cost 0.0004" in told
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["t0", "t1", "t2"]
    assert [row["stances"][0]["label"] for row in rows] == ["neutral"] * 3
    before = out.read_bytes()
    assert main([*command, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["annotator"] == "llm-m"
    assert told["version"].startswith("m, prompt ")
    assert "0 answered, 3 from the cache" in told["notes"][0]
    assert out.read_bytes() == before
    assert len(server.seen) == 3


def test_an_endpoint_that_refuses(
    server: Server, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, exit status 1, and no output file."""
    server.otherwise = refuses(401, b"who are you")
    out = tmp_path / "out.jsonl"
    command = ["stance", str(texts), "-o", str(out), "--annotator", "llm", "--model", "m", "--endpoint", server.address]
    assert main(command) == 1
    assert "status 401, 'who are you'" in " ".join(capsys.readouterr().err.split())
    assert not out.exists()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ([], "found no model"),
        (["--model", "m"], "found no endpoint"),
        (["--model", "m", "--endpoint", "localhost"], "such as http://localhost:8000/v1"),
        (["--prices", "cheap"], "two prices with a slash"),
        (["--prices", "1/nan"], "two prices with a slash"),
        (["--labels", "LABEL_0"], "pairs such as"),
    ],
)
def test_what_has_to_be_told(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], why: str
) -> None:
    """Usage: what was found, and what is allowed."""
    try:
        status = main(["stance", str(texts), "-o", str(tmp_path / "out.jsonl"), "--annotator", "llm", *more])
    except SystemExit as stop:
        status = int(stop.code or 0)
    assert status == 2
    assert why in " ".join(capsys.readouterr().err.split())
