"""`sahelcorpus agreement` reads a collection, tells people in 80 columns and programs in JSON, and writes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from making import tree

from sahelcorpus.cli import main
from sahelcorpus.release.build import Assembled
from sahelcorpus.release.card.cards import refreshed_cards


def test_read_once(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One reader: there is nothing to compare."""
    before = tree(collection)
    assert main(["agreement", str(collection)]) == 0
    assert "Every article was read once" in capsys.readouterr().out
    assert tree(collection) == before


@pytest.fixture(scope="module")
def tamasna() -> Path:
    """The invented collection, of which two passes judged every stance."""
    return Path(__file__).parents[2] / "corpus/tamasna"


def test_tells_every_group(tamasna: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels, kinds of holder, targets and pairs; before and after; stances and quotations; as JSON and within 80."""
    assert main(["agreement", str(tamasna), "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    groups = {(one["by"], one["name"]): one for one in told["stances"]["groups"]}
    assert {by for by, _ in groups} == {"all", "label", "holder_kind", "target", "readers"}
    everything = groups["all", "all"]
    assert everything["before"]["rows"] == groups["readers", "maintainer-1 and maintainer-2"]["before"]["rows"]
    for measure in ("nominal", "ordinal", "intensity"):
        bounds = everything["before"][measure]
        assert bounds["low"] < bounds["value"] < bounds["high"]
    assert everything["after"]["nominal"]["value"] == 1, "every disagreement of this collection was decided"
    assert {pair["one"] for pair in told["quotes"]["pairs"]} == {"maintainer-1", "maintainer-2"}

    monkeypatch.setenv("COLUMNS", "80")
    assert main(["agreement", str(tamasna)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert f".{everything['before']['nominal']['value'] * 1000:.0f}" in out


def test_the_card_says_the_same(tamasna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The generated part holds the very numbers of the command."""
    assert main(["agreement", str(tamasna), "--json"]) == 0
    (whole, *_) = json.loads(capsys.readouterr().out)["stances"]["groups"]
    assembled = Assembled.open(tamasna)
    for _ in assembled.chunks():
        pass
    card = refreshed_cards(assembled.folder, assembled.registry, assembled.statistics)["card.md"].decode()
    nominal = whole["before"]["nominal"]
    cell = f"{nominal['value']:.3f} [{nominal['low']:.3f}, {nominal['high']:.3f}]"
    assert f"| all | {whole['before']['rows']:,} | {whole['before']['unanimous']:.3f} | {cell} |" in card


def test_no_collection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One clear finding, exit status 1."""
    assert main(["agreement", str(tmp_path)]) == 1
    assert "SC112" in capsys.readouterr().err
