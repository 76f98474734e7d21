"""`sahelcorpus quotes` and `sahelcorpus evaluate quotes`, as a user calls them."""

from __future__ import annotations

import json
import re
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


def test_a_registry_helps_to_name_speakers(tmp_path: Path, project: Path) -> None:
    """Only where one is given: what the text never says is left open otherwise."""
    text = "La Valcourie hésite. « Rien n'est décidé », assure Montfélix."
    source = written(tmp_path / "in.jsonl", [{"id": "a", "lang": "fr", "text": text}])
    target = tmp_path / "out.jsonl"
    for more, name in (([], "Montfélix"), (["--registry", str(project / "corpus/tamasna")], "Valcourie")):
        assert main(["quotes", str(source), "-o", str(target), *more]) == 0
        (quote,) = json.loads(target.read_text(encoding="utf-8"))["quotes"]
        assert quote["speaker_name"] == name


def test_a_registry_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    source = written(tmp_path / "in.jsonl", [TEXTS[0]])
    assert main(["quotes", str(source), "-o", str(tmp_path / "out.jsonl"), "--registry", str(tmp_path)]) == 1
    assert "a folder without collection.yaml" in capsys.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


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
    assert "| quote@0.5 | 1.00 | .500 | .667 |" in out
    assert "missed: c" in out
    assert main(["evaluate", "quotes", "--gold", str(gold), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["gold"] == 2
    assert report["by_construction"]["incise"]["right@0.5"] == 1


RIGHT = {"type": "direct", "segments": [[2, 17]], "cue": [23, 26], "speaker": [27, 38], "speaker_name": "Awa Tindari"}
WRONG = {"type": "indirect", "segments": [[0, 4]], "cue": None, "speaker": None, "speaker_name": None}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A file of gold documents of two styles, one of them wrong so that there is something to read."""
    first = {**TEXTS[0], "style": "agency", "quotes": [RIGHT]}
    return written(tmp_path / "gold.jsonl", [first, {**TEXTS[2], "style": "blog", "quotes": [WRONG]}])


def test_evaluate_by_style_type_and_confidence(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the terminal a table each; the same as JSON."""
    assert main(["evaluate", "quotes", "--gold", str(gold)]) == 0
    out = capsys.readouterr().out
    for title in ("measure", "language", "style", "type", "construction", "confidence"):
        assert re.search(rf"^\| {title} +\|", out, re.MULTILINE), title
    assert re.search(r"^\| agency +\| +1 \| 1.00 \|", out, re.MULTILINE)
    assert main(["evaluate", "quotes", "--gold", str(gold), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["by_style"]["blog"]["quote@0.5"]["r"] == 0.0
    assert report["by_type"]["direct"]["quote@0.8"]["p"] == 1.0
    assert report["reliability"][0]["right"] == 1


@pytest.mark.parametrize("asked", [True, False])
def test_recall_alone_where_gold_is_not_exhaustive(gold: Path, capsys: pytest.CaptureFixture[str], asked: bool) -> None:
    """Asked for, or said by the documents themselves: no precision is printed, and the output says why."""
    if not asked:
        documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        written(gold, [documents[0], {**documents[1], "exhaustive": False}])
    assert main(["evaluate", "quotes", "--gold", str(gold), *(["--not-exhaustive"] if asked else [])]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert ("--not-exhaustive was given" if asked else "1 of 2 documents say so") in out
    assert "is no proof of error" in out
    assert "| measure | R | 95 % |" in out
    assert "| P " not in out
    assert "F1 @" not in out
    assert "| confidence" not in out


@pytest.mark.parametrize("width", [60, 80])
def test_evaluate_fits_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Tables turn into lines where they are too wide; nothing runs over the edge."""
    monkeypatch.setenv("COLUMNS", str(width))
    arguments = ["--gold", str(project / "corpus/tamasna"), "--split", "validation", "--errors", "3"]
    assert main(["evaluate", "quotes", *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > width and " " in line.strip()] == []
    assert any(line.startswith("| style") for line in lines) == (width == 80)


def test_the_page_of_errors_is_written(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the report, which says where it is and how many errors it holds."""
    page = tmp_path / "errors.html"
    assert main(["evaluate", "quotes", "--gold", str(gold), "--errors-page", str(page)]) == 0
    assert f"1 error to read: {page}" in " ".join(capsys.readouterr().out.split())
    shown = page.read_text(encoding="utf-8")
    assert "<h2>Missed <b>1</b></h2>" in shown
    assert '<mark class="g">Rien</mark>' in shown


def test_errors_beside_json_are_json(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object, the errors within it."""
    assert main(["evaluate", "quotes", "--gold", str(gold), "--json", "--errors", "1"]) == 0
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert (error["kind"], error["document"], error["gold"]["segments"], error["predicted"]) == (
        "missed",
        "c",
        [[0, 4]],
        None,
    )


def test_predictions_of_another_extractor(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scored by their ids; what is absent or foreign is said, not passed over."""
    found = written(tmp_path / "found.jsonl", [{"id": "b", "quotes": [RIGHT]}, {"id": "z", "quotes": []}])
    assert main(["evaluate", "quotes", "--gold", str(gold), "--predicted", str(found), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["quote@0.5"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}
    assert report["notes"] == [
        f"{found} lacks 1 document of gold: nothing was found there",
        f"{found} has 1 document that gold lacks: left out",
    ]


def test_gold_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line, what was found and what is allowed; exit status 1."""
    path = written(tmp_path / "gold.jsonl", [{"id": "a", "text": "x"}])
    assert main(["evaluate", "quotes", "--gold", str(path)]) == 1
    assert f"{path}:1: found nothing as quotes; allowed: Field required. Nothing was scored." in capsys.readouterr().out


def test_several_workers_score_the_same(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the number of processes."""
    main(["evaluate", "quotes", "--gold", str(gold)])
    alone = capsys.readouterr().out
    main(["evaluate", "quotes", "--gold", str(gold), "--workers", "2"])
    assert capsys.readouterr().out == alone
