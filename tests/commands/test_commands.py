"""The commands say what they did, exit as they promise, and turn every bad input into one clear error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import TEXT, own_text, tree

from sahelcorpus.cli import COMMANDS, main
from sahelcorpus.records.rules import RULES


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run a command in this process; return exit status, output and errors."""
    try:
        status = main([str(argument) for argument in arguments])
    except SystemExit as stop:
        status = int(stop.code or 0)
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return status, said.out, said.err


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_verb_has_help_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` shows what it does, its exit status and an example."""
    status, out, _ = run(capsys, verb, "--help")
    assert status == 0
    assert f"sahelcorpus {verb}" in out
    assert "Exit status: 0" in out
    assert "Example:" in out


def test_usage_errors_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    """No verb, an unknown verb, a missing argument."""
    for arguments in ((), ("bild",), ("build",), ("check",), ("check", "--explain", "SC000")):
        assert run(capsys, *arguments)[0] == 2


def test_help_needs_no_heavy_import() -> None:
    """`sahelcorpus --help` imports none of the libraries that take long."""
    code = (
        "import sys; from sahelcorpus.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'datasets', 'pyarrow', 'pydantic', 'ruamel', 'langdetect', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_is_quick() -> None:
    """Under 0.3 seconds, the best of five runs."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sahelcorpus.cli", "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3


def test_check_says_clean(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean collection is one line and exit status 0."""
    assert run(capsys, "check", collection) == (0, f"{collection} is clean: 3 articles\n", "")


def _spoil(collection: Path) -> None:
    path = collection / "articles/pont-1/article.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("courrier-de-sarrune", "nowhere"), encoding="utf-8")


def test_check_shows_findings_for_people_programs_and_reviews(
    collection: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same finding in three forms, exit status 1; narrow terminals are not overrun."""
    _spoil(collection)
    monkeypatch.setenv("COLUMNS", "50")
    status, out, _ = run(capsys, "check", collection)
    assert status == 1
    assert "articles/pont-1/article.yaml:" in out
    assert "SC205 unknown-source" in out
    assert all(len(line) <= 50 for line in out.splitlines() if line.startswith("  "))
    status, out, _ = run(capsys, "check", collection, "--json")
    (found,) = json.loads(out)["findings"]
    assert (status, found["code"], found["name"], found["place"]) == (1, "SC205", "unknown-source", "source_id")
    status, out, _ = run(capsys, "check", collection, "--github")
    assert status == 1
    assert out.startswith(f"::error file={collection}/articles/pont-1/article.yaml,line=")


def test_check_explains_every_rule(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    """In the terminal and on the page, from the same source."""
    status, out, _ = run(capsys, "check", "--explain", "all")
    page = (project / "docs/checks.md").read_text(encoding="utf-8")
    assert status == 0
    for code, rule in RULES.items():
        assert f"{code} {rule.name}" in out
        assert f"`{code}` {rule.name}" in page
    assert "waive" in run(capsys, "check", "--explain", "SC304")[1]


def test_check_fix_mends_and_tells(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was moved is printed, from where to where."""
    path = collection / "articles/pont-1/text.txt"
    path.write_text("Une phrase de plus. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    status, out, _ = run(capsys, "check", collection, "--fix")
    assert status == 0
    assert "fixed articles/pont-1/annotations.yaml: quotes[0].segments[0]: 80–101 → 100–121" in out


def test_build_verify_and_the_printed_line(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`build` prints where the dataset is and the line that opens it; `verify` proves it."""
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capsys, "build", collection)
    assert status == 0
    assert 'load_dataset("build/kalindo")' in out
    status, out, _ = run(capsys, "verify", "build/kalindo")
    assert status == 0
    assert "holds: kalindo 0.1.0" in out
    status, out, _ = run(capsys, "build", collection, "-o", tmp_path / "again", "--json")
    digest = json.loads(out)["digest"]
    assert run(capsys, "verify", "build/kalindo", "--digest", digest, "--json")[0] == 0
    part = tmp_path / "build/kalindo/quotes/train-00000.parquet"
    part.write_bytes(part.read_bytes() + b"x")
    status, out, _ = run(capsys, "verify", "build/kalindo")
    assert status == 1
    assert "SC902" in out
    assert "Do not train on it" in out


def test_card_is_refreshed_and_checked(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A stale card fails with SC903; a refreshed one is fresh and says what is in the data."""
    assert run(capsys, "card", collection, "--check")[0] == 1
    assert run(capsys, "card", collection)[0] == 0
    card = (collection / "card.md").read_text(encoding="utf-8")
    assert "| articles | 3 |" in card
    assert "size_categories:" in card
    assert run(capsys, "card", collection, "--check")[0] == 0
    (collection / "card.md").write_text(card.replace("| articles | 3 |", "| articles | 4 |"), encoding="utf-8")
    status, out, _ = run(capsys, "card", collection, "--check")
    assert status == 1
    assert "SC903" in out
    assert "| articles | 4 |" in out


def test_a_card_with_an_unknown_part_is_one_clear_error(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error lists the parts there are."""
    path = collection / "card.md"
    path.write_text(path.read_text(encoding="utf-8").replace("generated: counts", "generated: count").replace(
        "end of counts", "end of count"), encoding="utf-8")  # fmt: skip
    status, _, err = run(capsys, "card", collection)
    assert status == 1
    assert "annotators, checks, counts" in err


def test_schema_writes_what_check_wants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing and stale files are named, and writing them makes the check pass."""
    assert run(capsys, "schema", "--check", "-o", tmp_path)[0] == 1
    assert run(capsys, "schema", "-o", tmp_path)[0] == 0
    assert run(capsys, "schema", "--check", "-o", tmp_path)[0] == 0
    (tmp_path / "schemas/old.schema.json").write_text("{}")
    status, out, _ = run(capsys, "schema", "--check", "-o", tmp_path)
    assert status == 1
    assert "schemas/old.schema.json" in out


ADDED = (
    "--source", "courrier-de-sarrune", "--language", "fr", "--published", "2023-05", "--invented",
    "--rights-basis", "Invented for the tests.", "--title", "Le pont",
)  # fmt: skip


def test_new_add_check_build(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A collection from nothing: started, an outlet listed, an article added, checked, its card refreshed, built."""
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "new", "mine", "--title", "Mine", "--language", "fr")[0] == 0
    assert run(capsys, "check", "mine")[1].count("SC111") == 1
    (tmp_path / "mine/sources.yaml").write_bytes((collection / "sources.yaml").read_bytes())
    (tmp_path / "Le Pont n°4.txt").write_text(TEXT.format(number=4), encoding="utf-8")
    status, out, err = run(capsys, "add", "Le Pont n°4.txt", "--to", "mine", *ADDED)
    assert (status, err) == (0, "")
    assert "Added le-pont-n4" in out
    assert run(capsys, "check", "mine")[0] == 0
    assert run(capsys, "card", "mine")[0] == 0
    assert run(capsys, "build", "mine")[0] == 0
    status, out, _ = run(capsys, "add", "Le Pont n°4.txt", "--to", "mine", *ADDED, "--id", "again")
    assert status == 1
    assert "the same text as le-pont-n4" in out


def test_new_refuses_a_place_that_is_taken(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that is there is written over."""
    before = tree(collection)
    status, _, err = run(capsys, "new", collection, "--title", "x", "--language", "fr")
    assert status == 1
    assert "SC113" in err
    assert tree(collection) == before


def test_add_flags_what_is_unusual(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mixed-script word is flagged and shown; the text stays as it was received."""
    text = own_text("4").replace("\n", "\r\n").replace("chantier a", "chаntier a") + "\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    status, out, _ = run(capsys, "add", tmp_path / "a.txt", "--to", collection, *ADDED)
    assert status == 0
    assert "flagged mixed_script: 'chаntier'" in out
    assert (collection / "articles/a/text.txt").read_bytes() == text.replace("\r\n", "\n").encode()
    assert run(capsys, "check", collection)[0] == 0


def test_add_dry_run_writes_nothing(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would happen."""
    (tmp_path / "a.txt").write_text(TEXT.format(number=4), encoding="utf-8")
    before = tree(collection)
    status, out, _ = run(capsys, "add", tmp_path / "a.txt", "--to", collection, *ADDED, "--dry-run")
    assert (status, tree(collection)) == (0, before)
    assert "would be added as a" in out


BAD_FILES = {
    "latin-1": ("déposé ".encode("latin-1") * 100, "SC104"),
    "empty": (b"", "SC303"),
    "spaces": (b" \n" * 50, "SC303"),
    "50 MB": (b"a" * 50_000_000, "SC103"),
    "nul": (TEXT.encode() + b"\0", "SC105"),
    "teaser": (b"Abonnez-vous pour lire la suite.", "SC303"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_add_refuses_a_bad_file(
    name: str, collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One error with the rule's code, exit status 1, nothing written."""
    content, code = BAD_FILES[name]
    (tmp_path / "a.txt").write_bytes(content)
    before = tree(collection)
    status, out, err = run(capsys, "add", tmp_path / "a.txt", "--to", collection, *ADDED)
    assert (status, tree(collection)) == (1, before)
    assert code in out + err


@pytest.mark.parametrize("kind", ["directory", "broken link", "missing"])
def test_add_refuses_what_is_no_file(
    kind: str, collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder, a link to nowhere, nothing at all."""
    path = tmp_path / "a.txt"
    if kind == "directory":
        path.mkdir()
    elif kind == "broken link":
        path.symlink_to("nowhere")
    status, _, err = run(capsys, "add", path, "--to", collection, *ADDED)
    assert status == 1
    assert "SC101" in err or "SC102" in err


BAD_FLAGS = {
    "id with a path": (("--id", "../../outside"), "--id"),
    "id with capitals": (("--id", "Pont"), "--id"),
    "day that does not exist": (("--published", "2022-02-30"), "published"),
    "words for a day": (("--published", "hier"), "published"),
    "country in words": (("--country", "Kalindo"), "--country"),
    "unknown outlet": (("--source", "nowhere"), "SC205"),
    "wrong language": (("--language", "en"), "SC304"),
    "id that is taken": (("--id", "pont-1"), "SC501"),
    "waiver of nothing": (("--waive", "SC304"), "--waive"),
}


@pytest.mark.parametrize("name", BAD_FLAGS)
def test_add_refuses_bad_flags(name: str, collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the flag, and nothing is written, inside the collection or out of it."""
    flags, named = BAD_FLAGS[name]
    (tmp_path / "a.txt").write_text(TEXT.format(number=4), encoding="utf-8")
    before = tree(tmp_path)
    status, out, err = run(capsys, "add", tmp_path / "a.txt", "--to", collection, *ADDED, *flags)
    assert (status, tree(tmp_path)) == (1, before)
    assert named in out + err


def test_add_says_what_is_missing(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal to ask on, every missing flag is named at once."""
    (tmp_path / "a.txt").write_text(TEXT.format(number=4), encoding="utf-8")
    status, _, err = run(capsys, "add", tmp_path / "a.txt", "--to", collection)
    assert status == 1
    for flag in ("--source", "--language", "--rights-basis"):
        assert flag in err


def test_a_read_only_collection_is_one_clear_error(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a disk that cannot be written says it (a test that runs as root cannot take its own rights away)."""
    import errno

    def read_only(*_: object, **__: object) -> str:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    (tmp_path / "a.txt").write_text(TEXT.format(number=4), encoding="utf-8")
    before = tree(collection)
    monkeypatch.setattr(Path, "mkdir", read_only)
    status, _, err = run(capsys, "add", tmp_path / "a.txt", "--to", collection, *ADDED)
    assert (status, tree(collection)) == (1, before)
    assert "SC113" in err
    assert "read-only" in err
    status, _, err = run(capsys, "build", collection, "-o", tmp_path / "built")
    assert status == 1
    assert "read-only" in err


@pytest.mark.parametrize("verb", ["check", "build", "card"])
def test_a_folder_that_is_no_collection(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command says what makes a collection."""
    for place in (tmp_path, tmp_path / "nowhere"):
        status, _, err = run(capsys, verb, place)
        assert status == 1
        assert "SC112" in err


def test_a_reader_that_stops_reading_is_no_failure(project: Path) -> None:
    """`sahelcorpus check --explain all | head -1` ends quietly."""
    command = f"{sys.executable} -m sahelcorpus.cli check --explain all | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=project, check=True)
    assert done.stdout == "SC101 file-missing\n"
    assert done.stderr == ""


def test_add_asks_on_a_terminal(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not given by flags is asked for, one question a field, with the default shown."""
    answers = {
        "Published": "2023-05-09",
        "Id": "",
        "Title": "Le pont rouvre",
        "Address": "",
        "Outlet": "courrier-de-sarrune",
        "Language": "fr",
        "How the rights are known": "Invented for the tests.",
    }
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(reply for start, reply in answers.items() if question.startswith(start))

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    (tmp_path / "pont-8.txt").write_text(TEXT.format(number=8), encoding="utf-8")
    status, out, _ = run(capsys, "add", tmp_path / "pont-8.txt", "--to", collection, "--invented")
    assert status == 0
    assert "Added pont-8" in out
    assert len(asked) == len(answers)
    assert "Id [pont-8]: " in asked
    assert 'title: "Le pont rouvre"' in (collection / "articles/pont-8/article.yaml").read_text(encoding="utf-8")


BOMB = "a: &a [x, x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(9))
BROKEN_FILES = {
    "anchors": ("annotations.yaml", BOMB.encode(), "SC108"),
    "python tag": ("article.yaml", b"title: !!python/name:os.system x\n", "SC108"),
    "duplicate key": ("article.yaml", b"title: a\ntitle: b\n", "SC107"),
    "no YAML": ("annotations.yaml", b"quotes: [", "SC106"),
    "a list for a record": ("article.yaml", b"- 1\n", "SC109"),
    "nothing": ("article.yaml", b"", "SC109"),
    "latin-1": ("text.txt", "é".encode("latin-1"), "SC104"),
    "nul": ("text.txt", b"a\0b", "SC105"),
    "empty": ("text.txt", b"", "SC303"),
    "50 MB": ("text.txt", b"a" * 50_000_000, "SC103"),
}


@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_broken_file_in_a_collection(
    verb: str,
    name: str,
    collection: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`check` and `build` name the file and the rule, exit 1, and change nothing."""
    monkeypatch.chdir(tmp_path)
    file, content, code = BROKEN_FILES[name]
    (collection / "articles/pont-1" / file).write_bytes(content)
    before = tree(tmp_path)
    status, out, err = run(capsys, verb, collection)
    assert status == 1
    assert code in out + err
    assert f"articles/pont-1/{file}" in out + err
    assert tree(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes on this system")
def test_a_disk_that_takes_no_more(collection: Path, tmp_path: Path) -> None:
    """A build whose files may not grow ends with one error, and neither half a dataset nor anything aside is left."""
    command = f"ulimit -f 4; exec {sys.executable} -m sahelcorpus.cli build {collection} -o {tmp_path / 'built'}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "SC113 cannot-write" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [collection.name]
