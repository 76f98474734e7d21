"""Taking away: CSV, JSONL, ids, citations, and a line of Python that loads exactly the selection."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from page_reader import Explored, Reader
from selection_oracle import selected

from sahelcorpus.release.verification import read_release

Open = Callable[..., Reader]
TABLES = ["articles", "quotes", "stances"]


def downloaded(reader: Reader, table: str, form: str) -> bytes:
    """Return what a button hands out."""
    with reader.page.expect_download() as event:
        reader.press(f'button[data-key="download {table} {form}"]')
    return Path(event.value.path()).read_bytes()


def rows_of(explored: Explored, chosen: dict[str, list[str]]) -> dict[str, list[dict[str, Any]]]:
    """Return the selected rows of each table as the dataset has them, their split added."""
    articles, quotes, stances = selected(explored.articles, chosen)
    own = {}
    said = {}
    for article in explored.articles:
        printed = {key: article[key] for key in ("article_id", "source_id", "language", "published", "origin", "split")}
        for record in (*article["quotes"], *article["stances"]):
            own[record.get("stance_id") or record["quote_id"]] = printed
        said |= {quote["quote_id"]: quote["text"] for quote in article["quotes"]}
    return {
        "articles": articles,
        "quotes": [{**quote, **own[quote["quote_id"]]} for quote in quotes],
        "stances": [{**one, **own[one["stance_id"]], "quote_text": said.get(one["quote_id"])} for one in stances],
    }


@pytest.mark.parametrize("name", ["tamasna", "sahel"])
def test_jsonl_is_exactly_the_records(name: str, explored: Callable[[str], Explored], read: Open) -> None:
    """Field by field what the tables hold, for everything and for a selection."""
    made = explored(name)
    reader = read(made)
    for chosen in ({}, {"stance": ["against"], "type": ["direct", "mixed"]}):
        reader.goto(view="take", **chosen)
        wanted = rows_of(made, chosen)
        for table in TABLES:
            lines = downloaded(reader, table, "jsonl").decode().splitlines()
            assert [json.loads(line) for line in lines] == wanted[table]
            assert wanted[table]


def test_csv_opens_anywhere(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """One line a record, the columns of the table, words as they are."""
    chosen = {"outlet": ["atami"]}
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="take", **chosen)
    content = downloaded(reader, "quotes", "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    wanted = rows_of(tamasna, chosen)["quotes"]
    assert [row["quote_id"] for row in rows] == [row["quote_id"] for row in wanted]
    for row, record in zip(rows, wanted, strict=True):
        assert row["text"].removeprefix("'") == record["text"]
        assert row["split"] == record["split"]
    assert content.count("\r\n") >= len(rows) + 1


@pytest.mark.parametrize(
    ("table", "chosen"),
    [
        ("articles", {}),
        ("quotes", {"outlet": ["atami"]}),
        ("stances", {"speaker": ["aminata-zerkoba"], "stance": ["against"]}),
    ],
    ids=["everything", "many", "few"],
)
def test_the_line_of_python_loads_exactly_the_selection(
    chosen: dict[str, list[str]], table: str, tamasna: Explored, read: Open, tmp_path: Path
) -> None:
    """Run as it stands, where the dataset's folder is; the file of ids beside it if the line asks for one."""
    reader = read(tamasna)
    reader.goto(view="take", **chosen)
    reader.find('select[data-key="python table"]').select_option(table)
    reader.page.wait_for_timeout(60)
    line = reader.find('pre[aria-label="Python"]').inner_text()
    (tmp_path / tamasna.directory.name).symlink_to(tamasna.directory)
    asked = re.search(r'open\("([^"]+)"\)', line)
    if asked:
        (tmp_path / asked[1]).write_bytes(downloaded(reader, table, "ids"))
    key = {"articles": "article_id", "quotes": "quote_id", "stances": "stance_id"}[table]
    shown = f"import json; print(json.dumps(sorted(i for part in {table}.values() for i in part['{key}'])))"
    environment = os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", f"{line}\n{shown}"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    ids = json.loads(done.stdout.splitlines()[-1])
    wanted = {record[key] for record in rows_of(tamasna, chosen)[table]}
    assert set(ids) == wanted


def test_citations_name_version_digest_and_selection(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """BibTeX and CSL-JSON, to read, to copy and to save."""
    release = read_release(tamasna.directory)
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="take", outlet="atami")
    for button, suffix in (("save BibTeX", ".bib"), ("save CSL-JSON", ".csl.json")):
        with reader.page.expect_download() as event:
            reader.press(f'button[data-key="{button}"]')
        content = Path(event.value.path()).read_text(encoding="utf-8")
        assert event.value.suggested_filename == f"tamasna-{release.version}{suffix}"
        assert release.version in content
        assert f"sha256:{release.digest}" in content
        assert "outlet=atami" in content
        if suffix == ".csl.json":
            (item,) = json.loads(content)
            assert item["type"] == "dataset"
            assert item["title"] == "sahelcorpus: the press of Tamasna"
            assert item["issued"]["date-parts"][0][0] >= 2026
        else:
            assert content.count("{") == content.count("}")


def test_copying_says_so(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """The line goes to the clipboard and the page says that it did, or selects it where there is no clipboard."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(view="take")
    reader.press('button[data-key="copy Python"]')
    reader.page.wait_for_timeout(60)
    told = reader.find(".copyable .told").inner_text()
    selected_text = reader.page.evaluate("() => String(getSelection())")
    assert told == "Copied." or "sahelcorpus.load" in selected_text
