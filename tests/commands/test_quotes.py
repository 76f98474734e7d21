"""`sahelcorpus quotes` and `sahelcorpus evaluate quotes`, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sahelcorpus.annotate.quotes import lexicon
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


def test_what_is_read_without_a_grammar_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many texts of which language, and what that leaves unfound; on narrow terminals too, and as JSON."""
    words = "قال الوزير: «سنذهب غدا صباحا»."
    texts = [*TEXTS, {"id": "d", "lang": "ar-ML", "text": words}, {"id": "e", "lang": "ha", "text": "«Za mu tafi»"}]
    source, target = written(tmp_path / "in.jsonl", texts), tmp_path / "out.jsonl"
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(lexicon, "GRAMMARS", ("fr", "en"))
    assert main(["quotes", str(source), "-o", str(target)]) == 0
    _, *note = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 60 for line in note)
    said = " ".join(line.strip() for line in note)
    assert "1 text in 'ar' read by quotation marks and announcing verbs, without a grammar" in said
    assert "1 text in 'ha' read by quotation marks alone: no indirect speech is found, no speaker" in said
    assert "'fr'" not in said
    assert main(["quotes", str(source), "-o", str(target), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["read_by"] == {
        "grammar": {"fr": 2, "en": 1},
        "marks and cues": {"ar": 1},
        "marks alone": {"ha": 1},
    }


def test_nothing_is_said_where_the_grammar_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """French and English alone give one line."""
    source, target = written(tmp_path / "in.jsonl", TEXTS), tmp_path / "out.jsonl"
    assert main(["quotes", str(source), "-o", str(target)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("workers", ["0", "-1", "two"])
def test_workers_are_one_or_more(tmp_path: Path, workers: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Anything else is a usage error that says what is allowed."""
    with pytest.raises(SystemExit) as stop:
        main(["quotes", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl"), "--workers", workers])
    assert stop.value.code == 2
    assert "allowed: a whole number from 1 up" in capsys.readouterr().err


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
