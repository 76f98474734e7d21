"""Everything from an article is data: markup, handlers, bidi controls and formulas do nothing in the page or in a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from making import annotations, metadata, own_text, small_collection
from page_reader import Explored, Reader, plain_articles

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.explore.page import explore
from sahelcorpus.release.build import build
from sahelcorpus.store.yaml_writing import to_yaml

Open = Callable[..., Reader]

TITLES = {
    "markup": "</script><img src=x onerror=\"document.title='broken in'\"><b onmouseover=\"document.title='broken in'\">b</b>",
    "comment": "<!--<script>document.title='broken in'</script>",
    "bidi": "safe \u202eneddih\u202c and \u2066isolated\u2069",
    "formula": '=HYPERLINK("http://outlet.example/","read")',
    "plus": "+1+cmd|' /C calc'!A0",
    "wide": "＝1+1",
    "at": "@SUM(1)",
    "spaced": "  =1+1",
}
MARKUP = "<script>document.title='broken in'</script></script><svg onload=\"document.title='broken in'\"> "


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Explored:
    """A collection in which everything that can hold words holds hostile ones."""
    folder = tmp_path_factory.mktemp("hostile")
    collection = small_collection(folder / "kalindo", articles=1)
    for number, (name, title) in enumerate(TITLES.items()):
        text = MARKUP + own_text(f"hostile-{name}")
        own = collection / "articles" / f"hostile-{name}"
        own.mkdir()
        (own / "text.txt").write_bytes(text.encode())
        about = metadata(f"hostile-{name}", text)
        about["byline"] = MARKUP
        about["title"] = title
        about["published"] = f"2023-01-{number + 1:02d}"
        about["rights"]["basis"] = MARKUP
        about["url"] = "https://outlet.example/%22onclick=%22document.title='broken'"
        (own / "article.yaml").write_text(to_yaml(about), encoding="utf-8")
        marked = annotations(f"hostile-{name}", text)
        marked["quotes"][1]["speaker_name"] = MARKUP
        marked["stances"][0]["annotations"][0]["rationale"] = MARKUP
        (own / "annotations.yaml").write_text(to_yaml(marked), encoding="utf-8")
    build(collection, folder / "built", workers=1)
    dataset = BuiltDataset.open(folder / "built")
    explore(dataset, folder / "hostile.html")
    return Explored(folder / "hostile.html", folder / "built", plain_articles(dataset))


def test_nothing_of_it_runs_or_becomes_markup(hostile: Explored, read: Open) -> None:
    """In every view, for every article: no element of theirs, no title changed, every word shown as it is written."""
    reader = read(hostile)
    for view in ("find", "concordance", "see", "take"):
        reader.goto(view=view)
        assert_harmless(reader)
    for article in hostile.articles:
        reader.goto(view="read", article=article["article_id"])
        reader.page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        reader.page.hover("#content h2")
        assert_harmless(reader)
        shown = reader.find("#content").inner_text()
        if article["article_id"].startswith("hostile"):
            assert "<svg onload=" in shown
    reader.goto(q="<svg onload")
    assert reader.counts()[0] == len(TITLES)
    reader.goto(speaker="~" + MARKUP)
    assert reader.counts()[1] == len(TITLES)
    assert_harmless(reader)


def assert_harmless(reader: Reader) -> None:
    """Hold that nothing of an article became an element, and that nothing ran."""
    title, strange, scripts = reader.page.evaluate(
        "() => [document.title, document.querySelectorAll('img, svg, b[onmouseover], object, embed').length, "
        "document.querySelectorAll('script:not([type])').length]"
    )
    assert title == "Kalindo"
    assert strange == 0
    assert scripts == 0


def test_bidi_controls_are_named_and_turn_nothing_around(hostile: Explored, read: Open) -> None:
    """The control is shown by its number; what follows it reads from left to right."""
    reader = read(hostile)
    reader.goto(view="read", article="hostile-bidi")
    heading = reader.find("#content h2")
    assert heading.inner_text() == "safe U+202EneddihU+202C and U+2066isolatedU+2069"


def test_a_formula_stays_words_in_a_spreadsheet(hostile: Explored, read: Open) -> None:
    """Every cell that could be taken for one begins with an apostrophe; what JSONL holds is exact."""
    reader = read(hostile)
    reader.goto(view="take")
    with reader.page.expect_download() as event:
        reader.press('button[data-key="download articles csv"]')
    content = Path(event.value.path()).read_text(encoding="utf-8-sig")
    rows = {row["article_id"]: row for row in csv.DictReader(io.StringIO(content))}
    for name in ("formula", "plus", "wide", "at", "spaced"):
        assert rows[f"hostile-{name}"]["title"] == "'" + TITLES[name]
    assert rows["hostile-bidi"]["title"] == "safe neddih and isolated"
    for row in rows.values():
        for cell in row.values():
            assert cell.lstrip()[:1] not in tuple("=+-@＝＋－＠\t\r") or cell == ""
    with reader.page.expect_download() as event:
        reader.press('button[data-key="download articles jsonl"]')
    lines = Path(event.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == hostile.articles


def test_the_policy_lets_nothing_else_run_or_load(hostile: Explored, read: Open) -> None:
    """The page's own script and style by their digests, and nothing besides: no inline handler, no eval, no image, no request."""
    text = hostile.page.read_text(encoding="utf-8")
    policy = text.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    assert directives.keys() == {"default-src", "script-src", "style-src", "base-uri", "form-action"}
    assert "unsafe" not in policy
    assert "http" not in policy.replace("http-equiv", "")
    reader = read(hostile)
    reader.goto()
    tried = reader.page.evaluate(
        """async () => {
          const out = {};
          // what drives the browser may do more than the page itself: wait until only the page is at work
          await new Promise((done) => setTimeout(done, 20));
          try { (0, eval)("1"); out.eval = true; } catch { out.eval = false; }
          const script = document.createElement("script");
          script.textContent = "document.title = 'broken in'";
          document.body.append(script);
          try { await fetch("https://outlet.example/"); out.fetch = true; } catch { out.fetch = false; }
          const image = new Image();
          out.image = await new Promise((done) => { image.onload = () => done(true); image.onerror = () => done(false);
            image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw="; });
          out.title = document.title;
          return out;
        }"""
    )
    assert tried == {"eval": False, "fetch": False, "image": False, "title": "Kalindo"}
    # what was just tried on purpose is on record as refused
    reader.errors.clear()
