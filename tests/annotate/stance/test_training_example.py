"""The example that trains a model runs on a built dataset as a user would call it, and its model answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sahelcorpus.cli import main
from sahelcorpus.release.build import build

pytest.importorskip("sklearn", reason="the extra `stance` is not installed")


def test_a_model_is_trained_from_a_built_dataset(collection: Path, tmp_path: Path, project: Path) -> None:
    """From `load_dataset` alone; its folder is what `--model` takes, and it says what it was trained on."""
    build(collection, tmp_path / "built")
    environment = os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"}
    command = [
        sys.executable,
        str(project / "examples/train_stance.py"),
        str(tmp_path / "built"),
        "-o",
        str(tmp_path / "m"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "trained on built (6 questions" in done.stdout
    texts = tmp_path / "in.jsonl"
    row = {"id": "a", "lang": "fr", "text": "Le chantier de Sarrune a trop duré.", "targets": [{"name": "Sarrune"}]}
    texts.write_text(json.dumps(row) + "\n", encoding="utf-8")
    arguments = ["stance", str(texts), "-o", str(tmp_path / "out.jsonl"), "--annotator", "model"]
    assert main([*arguments, "--model", str(tmp_path / "m")]) == 0
    (stance,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["stances"]
    assert stance["target"] == "Sarrune"


def test_a_name_that_it_cannot_sign_by_is_refused(tmp_path: Path, project: Path) -> None:
    """Before anything is read: the folder's name becomes the annotator's, which is a slug."""
    command = [sys.executable, str(project / "examples/train_stance.py"), "nowhere", "-o", str(tmp_path / "My_model")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "found a folder named 'My_model'" in done.stderr
    assert not (tmp_path / "My_model").exists()
