"""`sahelcorpus quotes` and `sahelcorpus evaluate quotes`, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sahelcorpus.cli import main

TEXTS = [
    {"id": "b", "lang": "fr", "text": "« Le fleuve monte », a dit Awa Tindari."},
    {"id": "a", "lang": "en", "text": "The road is shut, the mayor said."},
    {"id": "c", "lang": "fr", "text": "Rien."},
]


def written(path: Path, documents: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_same_order_out_as_in(tmp_path: Path, workers: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a text, its fields those of the stable interface, whatever the number of workers."""
    source, target = written(tmp_path / "in.jsonl", TEXTS), tmp_path / "out.jsonl"
    assert main(["quotes", str(source), "-o", str(target), "--workers", workers]) == 0
    out = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [doc["id"] for doc in out] == ["b", "a", "c"]
    (quote,) = out[0]["quotes"]
    assert quote["type"] == "direct"
    assert quote["segments"] == [[2, 17]]
    assert quote["cue"] == [23, 26]
    assert quote["speaker"] == [27, 38]
    assert quote["speaker_name"] == "Awa Tindari"
    assert out[2]["quotes"] == []
    assert "2 quotations in 3 texts" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": "a", "lang": "fr"}', '{"id": 1, "lang": "fr", "text": ""}'])
def test_a_line_that_does_not_fit_is_named(tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With its number, and nothing is written."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps(TEXTS[0]) + "\n" + line + "\n", encoding="utf-8")
    assert main(["quotes", str(source), "-o", str(target)]) == 1
    assert f"{source}:2: found" in capsys.readouterr().out
    assert not target.exists()


def test_evaluate_scores_and_shows_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The extractor against gold; one missed quotation is shown in its context."""
    right = {
        "type": "direct",
        "segments": [[2, 17]],
        "cue": [23, 26],
        "speaker": [27, 38],
        "speaker_name": "Awa Tindari",
    }
    missed = {"type": "indirect", "segments": [[0, 4]], "cue": None, "speaker": None, "speaker_name": None}
    gold = written(tmp_path / "gold.jsonl", [{**TEXTS[0], "quotes": [right]}, {**TEXTS[2], "quotes": [missed]}])
    assert main(["evaluate", "quotes", "--gold", str(gold), "--errors", "3"]) == 0
    out = capsys.readouterr().out
    assert "| quote@0.5 | 1.000 | 0.500 | 0.667 |" in out
    assert "missed: c" in out
    assert main(["evaluate", "quotes", "--gold", str(gold), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["gold"] == 2
    assert report["by_construction"]["incise"]["right"] == 1
