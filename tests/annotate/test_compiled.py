"""Compiled rules answer as their sources do (`make compiled-test`)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sahelcorpus.annotate.quotes import extraction

REPOSITORY = Path(__file__).parents[2]
TEXTS = sorted((REPOSITORY / "corpus").glob("*/articles/*/text.txt"))
DIGEST = """
import hashlib, sys
from pathlib import Path
from sahelcorpus.annotate.quotes.interchange import attributed_quotes
for path in sys.stdin.read().splitlines():
    text = Path(path).read_text(encoding="utf-8")
    for language in ("fr", "en", "ar"):
        found = repr(attributed_quotes(text, language)).encode()
        print(path, language, hashlib.sha256(found).hexdigest())
"""


def answers(first_on_path: Path) -> list[str]:
    """Return a digest for each text and language of what is found where a folder of modules comes first."""
    environment = {**os.environ, "PYTHONPATH": str(first_on_path)}
    listed = "\n".join(map(str, TEXTS))
    run = subprocess.run(
        [sys.executable, "-c", DIGEST], input=listed, capture_output=True, text=True, env=environment, check=True
    )
    return run.stdout.splitlines()


def test_the_same_answers() -> None:
    if Path(extraction.__file__).suffix == ".py":
        pytest.skip("the rules that are imported here are not compiled: run make compiled-test")
    sources = REPOSITORY / "builders"
    if not sources.is_dir():
        pytest.skip("the sources do not lie beside the tests, so there is nothing to compare with")
    compiled = Path(extraction.__file__).parents[3]
    assert len(TEXTS) > 50
    assert answers(compiled) == answers(sources)
