"""`release` and `diff` say what they did, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import tree, write_article

from sahelcorpus.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run a command in this process; return exit status, output and errors."""
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def edit(collection: Path) -> None:
    """Change one field of one quotation."""
    path = collection / "articles/pont-2/annotations.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("speaker_kind: named", "speaker_kind: nominal"), encoding="utf-8")


def test_a_release_and_the_next(collection: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The first names its version, the next needs a reason and tells what changed."""
    status, out, _ = run(capsys, "release", collection)
    assert status == 0
    assert "kalindo 0.1.0: the first release" in out
    assert "3 articles pinned to the split of this release" in out
    assert "note: not in a git tree" in out
    run(capsys, "build", collection, "-o", tmp_path / "built")
    edit(collection)
    status, out, err = run(capsys, "release", collection)
    assert status == 1
    assert "| quotes |       |         |       1 |" in out
    assert "kalindo 0.2.0, after 0.1.0: something was edited or removed: major" in out
    assert "SC905 release-unexplained" in err
    (tmp_path / "why.txt").write_text("A speaker was no name.\n", encoding="utf-8")
    status, out, _ = run(capsys, "release", collection, "--note-file", tmp_path / "why.txt")
    assert status == 0
    assert "Released kalindo 0.2.0: releases/0.2.0.json" in out
    assert "\n\nA speaker was no name.\n\n" in (collection / "CHANGELOG.md").read_text(encoding="utf-8")


def test_release_prints_the_commands_for_git(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Committing and tagging are the maintainer's; the names are quoted as a shell wants them."""
    import subprocess

    git = ["git", "-C", str(collection), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init"], ["add", "."], ["commit", "--message", "all"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    _, out, _ = run(capsys, "release", collection)
    assert f"  git add --all {collection}\n" in out
    assert "  git commit -m 'Release kalindo 0.1.0'\n" in out
    assert "  git tag -a kalindo-v0.1.0 -m 'kalindo 0.1.0'\n" in out
    log = subprocess.run([*git, "log", "--oneline"], check=True, capture_output=True, text=True).stdout
    assert len(log.splitlines()) == 1


def test_release_as_json_and_dry(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the history will say, whether it was written, and why it would not be."""
    before = tree(collection)
    status, out, _ = run(capsys, "release", collection, "--dry-run", "--json")
    said = json.loads(out)
    assert (status, said["written"], said["version"], said["findings"]) == (0, False, "0.1.0", [])
    assert tree(collection) == before
    run(capsys, "release", collection)
    status, out, _ = run(capsys, "release", collection, "--dry-run")
    assert status == 1
    assert "SC905" in out
    assert out.endswith("Nothing was written. It would be refused.\n")


def test_diff_for_people(collection: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What changed, field by field; an article that is new as a whole takes one line."""
    run(capsys, "build", collection, "-o", tmp_path / "built")
    edit(collection)
    write_article(collection, "pont-4")
    status, out, _ = run(capsys, "diff", tmp_path / "built", collection)
    assert status == 0
    assert out.startswith(
        'changed quotes pont-2.q1\n  speaker_kind: "named" → "nominal"\nadded articles pont-4\n\n| table'
    )
    assert out.endswith("10 differences; something was edited or removed: major\n")
    _, out, _ = run(capsys, "diff", tmp_path / "built", collection, "--limit", "1")
    assert "… and 1 more difference; --limit 0 shows all" in out


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_diff_fits_the_terminal(
    collection: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    """Narrow ones too: only a path or an id that is longer by itself stands out."""
    run(capsys, "build", collection, "-o", tmp_path / "built")
    path = collection / "articles/pont-2/annotations.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('speaker_name: "Awa Tindari"', f'speaker_name: "{"Awa " * 40}"'), encoding="utf-8")
    text_path = collection / "articles/pont-1/text.txt"
    text_path.write_text(text_path.read_text(encoding="utf-8").replace("mardi", "jeudi"), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run(capsys, "diff", tmp_path / "built", collection)
    lines = [line for line in out.splitlines() if " → " not in line]
    assert max(map(len, lines)) <= columns


def test_diff_as_json(collection: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One object, whole; the differences are in it with their spans."""
    run(capsys, "build", collection, "-o", tmp_path / "built")
    for expected in (0, 9):
        status, out, _ = run(capsys, "diff", tmp_path / "built", collection, "--json")
        said = json.loads(out)
        assert (status, len(said["differences"])) == (0, expected)
        if not expected:
            assert said["bump"] == "patch"
            write_article(collection, "pont-4")
    assert said["bump"] == "minor"
    assert said["counts"]["quotes"] == {"added": 2, "removed": 0, "changed": 0}
    assert said["after"] == {"name": str(collection), "collection": "kalindo", "version": "0.1.0"}
    assert {span["words"] for span in said["differences"][1]["spans"]} >= {"Nous tiendrons parole"}


def test_diff_against_the_last_release(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A collection alone; what a history cannot tell is said."""
    status, _, err = run(capsys, "diff", collection)
    assert status == 1
    assert "no release" in err
    run(capsys, "release", collection)
    assert run(capsys, "diff", collection)[1].endswith("0 differences; the same records: patch\n")
    edit(collection)
    _, out, _ = run(capsys, "diff", collection)
    assert out.startswith("changed quotes pont-2.q1\n\n")
    assert "a history knows digests alone" in " ".join(out.split())
    assert f"{collection}@0.1.0 → {collection}: 1 difference" in out


@pytest.mark.parametrize("words", ["nowhere", "nowhere@0.1.0", "{collection}@0.7.0", "{collection}@", "@0.1.0"])
def test_what_is_neither_dataset_nor_collection(
    collection: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """Is one clear error that names it."""
    status, out, err = run(capsys, "diff", collection, words.format(collection=collection))
    assert (status, out) == (1, "")
    assert "SC1" in err
