"""`evaluate stance`: scores beside controls, holders apart, and no score on text that was trained on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.cli import main

FORMS = (
    ("{} is an honest and courageous mayor of the old river town number {}.", "positive"),
    ("{} is a corrupt liar who betrayed the people of village number {}.", "negative"),
    ("{} arrived on Tuesday and met the members of council number {}.", "neutral"),
)


def rows(names: tuple[str, ...], split: str, first: int) -> list[dict[str, Any]]:
    """Return judged sentences, each with a number that no other has."""
    return [
        {"id": f"{split}-{name}-{number}", "lang": "en", "text": form.format(name, first + 10 * at + number), "target": name, "label": label, "split": split}
        for at, name in enumerate(names)
        for number, (form, label) in enumerate(FORMS)
    ]  # fmt: skip


TRAIN = rows(("Boulsano", "Tindari", "Okoro", "Sarrune"), "train", 1000)
TEST = rows(("Kaldi", "Zongari", "Boulsano"), "test", 5000)


def scored(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Run the command and return its JSON."""
    assert main(["evaluate", "stance", *arguments, "--json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def gold_file(path: Path, plain: list[dict[str, Any]]) -> Path:
    """Write a gold file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in plain), encoding="utf-8")
    return path


def test_a_file_s_split_is_scored_beside_controls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The controls are trained on its training part; targets that stand nowhere in it are scored apart."""
    gold = gold_file(tmp_path / "gold.jsonl", TRAIN + TEST)
    report = scored(capsys, "--gold", str(gold), "--split", "test")
    whole = report["parts"]["all"]
    assert set(whole) == {"annotator", "majority class", "target only"}
    assert whole["annotator"]["questions"] == len(TEST)
    assert whole["annotator"]["macro_f1_three"] == 1.0
    assert whole["majority class"]["accuracy"] == pytest.approx(1 / 3, abs=1e-3)
    assert report["parts"]["targets not in training"]["annotator"]["questions"] == 6
    assert set(whole["annotator"]["labels"]) == {"favor", "against", "neutral"}


def test_test_text_in_training_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the places, and no score; without those texts there is one, and it says how many were left out."""
    seen = TRAIN[0] | {"id": "seen", "split": "test"}
    gold = gold_file(tmp_path / "gold.jsonl", [*TRAIN, *TEST, seen])
    assert main(["evaluate", "stance", "--gold", str(gold), "--split", "test"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "1 sentence of 1 test text stand in the training data" in " ".join(told.err.split())
    assert "seen at 0: Boulsano is an honest" in " ".join(told.err.split())
    report = scored(capsys, "--gold", str(gold), "--split", "test", "--leave-out-seen")
    assert report["parts"]["all"]["annotator"]["questions"] == len(TEST)
    assert "1 text left out that training data hold, whole or in a sentence" in report["notes"]


def test_a_model_is_not_scored_on_what_it_was_trained_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Even where the file at hand holds no training part: the model knows its own."""
    pytest.importorskip("sklearn", reason="the extra `stance` is not installed")
    from sahelcorpus.annotate.stance.gold_files import read_judged_file
    from sahelcorpus.annotate.stance.model_file import model_files
    from sahelcorpus.annotate.stance.training import TrainingSet, fitted

    train = gold_file(tmp_path / "train.jsonl", TRAIN)
    for name, content in model_files(*fitted("small", [TrainingSet("train", read_judged_file(train))])).items():
        (tmp_path / name).write_bytes(content)
    model = ["--annotator", "model", "--model", str(tmp_path)]
    assert main(["evaluate", "stance", "--gold", str(train), *model]) == 1
    assert "12 sentences of 12 test texts" in " ".join(capsys.readouterr().err.split())
    report = scored(capsys, "--gold", str(gold_file(tmp_path / "test.jsonl", TEST)), *model)
    assert report["parts"]["all"]["annotator"]["accuracy"] == 1.0


def test_a_collection_is_scored_by_holder(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The article's voice and quoted speakers apart, holders of candidates from the bare text, and the errors to read."""
    page = tmp_path / "errors.html"
    report = scored(capsys, "--gold", str(collection), "--errors-page", str(page))
    assert report["parts"]["article's voice"]["annotator"]["questions"] == 3
    assert report["parts"]["quoted speakers"]["annotator"]["questions"] == 3
    assert {"all", "article's voice", "quoted speakers", "left_open"} == set(report["holders"])
    html = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert main(["evaluate", "stance", "--gold", str(collection)]) == 0
    assert "every answer is a candidate" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"label": "good"}, "found the label 'good'"),
        ({"target_span": [3, 900]}, "found the target_span [3, 900]"),
        ({"target": ""}, 'found no string "target"'),
    ],
)
def test_gold_that_does_not_fit_is_named(
    change: dict[str, Any], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, what was found."""
    gold = gold_file(tmp_path / "gold.jsonl", [TEST[0], TEST[1] | change])
    assert main(["evaluate", "stance", "--gold", str(gold)]) == 1
    assert f"gold.jsonl:2: {words}" in capsys.readouterr().err


def test_a_split_without_gold_is_said(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A small collection has a training part alone."""
    assert main(["evaluate", "stance", "--gold", str(collection), "--split", "test"]) == 1
    assert "found no gold stance in the split 'test'" in capsys.readouterr().err
    assert main(["evaluate", "stance", "--gold", str(collection), "--split", "dev"]) == 2
