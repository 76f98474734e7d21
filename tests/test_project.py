"""What holds for the project as a whole: floors, lock files, examples, and what the README says."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sahelcorpus
from sahelcorpus.commands import printing
from sahelcorpus.release.build import build

PACKAGE = Path(sahelcorpus.__file__).parent
FLOORS = {
    "records": 0,
    "text": 1,
    "store": 2,
    "readers": 2,
    "annotate": 2,
    "check": 3,
    "release": 4,
    "exchange": 4,
    "intake": 4,
    "explore": 5,
    "engines": 5,
    "commands": 6,
    "cli": 7,
}


def imports(path: Path) -> set[str]:
    """Return the packages of ours that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("sahelcorpus.")}
    return found


def modules() -> list[Path]:
    """Return every module of the package but its front door."""
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    """Within its own package a module imports freely; otherwise only from below (the same floor of two is below too)."""
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for other in imports(path) - {own}:
        assert FLOORS[other] < FLOORS[own] or (FLOORS[other] == FLOORS[own] == 2 and own == "readers"), other


def test_no_circles_inside_a_package() -> None:
    """Modules can be read from the first to the last: none leads back to itself."""
    graph: dict[str, set[str]] = {}
    for path in modules():
        name = ".".join(("sahelcorpus", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        graph[name] = {
            node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module is not None
        } - {"sahelcorpus.records"}
    seen: dict[str, int] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path, name))
        if name in seen:
            return
        for other in sorted(graph.get(name, ())):
            visit(other, (*path, name))
        seen[name] = 1

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-oldest.lock"])
def test_locks_pin_with_hashes_and_name_no_address(name: str, project: Path) -> None:
    """Every requirement has one version and at least one hash, and nothing says where to download it."""
    text = (project / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text
    blocks = re.split(r"\n(?=[a-z])", text)
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", block), block[:60]
        assert "--hash=sha256:" in block, block[:60]


def test_the_example_runs(collection: Path, tmp_path: Path, project: Path) -> None:
    """On a built dataset, as a user would call it."""
    build(collection, tmp_path / "built")
    environment = os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, str(project / "examples/who_says_what.py"), str(tmp_path / "built")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "direct   Awa Tindari: 'Nous tiendrons parole'" in done.stdout
    assert "article_voice is neutral awa-tindari" in done.stdout


def test_what_the_readme_shows_is_true(tmp_path: Path, project: Path, hf_cache: Path) -> None:
    """The lines of Python on its first screen give what it says."""
    import datasets

    readme = (project / "README.md").read_text(encoding="utf-8")
    first_screen = "\n".join(readme.splitlines()[:25])
    assert "make build" in first_screen
    assert "make test" in first_screen
    assert 'load_dataset("build/sahel", "quotes", split="train")' in first_screen
    build(project / "corpus/sahel", tmp_path / "sahel")
    quotes = datasets.load_dataset(str(tmp_path / "sahel"), "quotes", split="train", cache_dir=str(hf_cache))
    said = (quotes[8]["speaker_name"], quotes[8]["segments"][0]["text"][:60])
    assert f"# {said!r}" in readme


def test_every_link_within_the_project_leads_somewhere(project: Path) -> None:
    """From README, cards, docs and benchmark pages; an address on the web is not followed."""
    pages = [
        *project.glob("*.md"),
        *project.glob("docs/*.md"),
        *project.glob("benchmarks/*.md"),
        *project.glob("corpus/*/*.md"),
    ]
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_first_article_is_the_one_received(project: Path) -> None:
    """Byte for byte, its Cyrillic letter included."""
    import hashlib

    (folder,) = (project / "corpus/sahel/articles").glob("bamada-milonov-minusma-2022")
    received = (folder / "text.txt").read_bytes()
    assert hashlib.sha256(received).hexdigest() == "dd39cbd192cacfba97717d886b3ec318db2cf2c6f9aa514d1793a68b37bb9538"
    assert received.decode()[2280] == "\u0441"


def test_long_work_shows_progress_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar where somebody looks, nothing in a log."""
    printing.progress_bar("build")(1_000, 1_000)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    show = printing.progress_bar("build")
    show(500, 1_000)
    show(1_000, 1_000)
    assert "build" in capsys.readouterr().err
