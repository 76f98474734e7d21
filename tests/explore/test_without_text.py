"""Stand-off articles show without text; large datasets lie in files beside the page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from page_reader import Explored, Reader, plain_articles

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.explore.page import explore
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.release.standoff.writing import write_standoff

Open = Callable[..., Reader]


def test_an_article_without_text_is_told_by_its_offsets(sahel: Explored, read: Open, tmp_path: Path) -> None:
    """With its link, who speaks, where they stand, and the places in code points; files hold what the twin holds."""
    twin = write_standoff(sahel.directory, tmp_path / "twin", limit=0)
    assert twin.withheld == len(sahel.articles)
    dataset = BuiltDataset.open(tmp_path / "twin")
    explore(dataset, tmp_path / "twin.html")
    reader = read(tmp_path / "twin.html")
    article = sahel.articles[0]
    reader.goto(view="read", article=article["article_id"])
    told = reader.find("#content").inner_text()
    quote = article["quotes"][0]
    assert f"{quote['segments'][0]['start']}–{quote['segments'][0]['end']}" in told
    assert quote["text"] not in told
    assert "offsets, in code points" in told
    assert reader.page.locator(f'.notice a[href="{article["url"]}"]').count() == 1
    assert reader.page.locator("[data-note]").count() >= len(article["quotes"])
    for view in ("find", "concordance", "see", "take"):
        reader.goto(view=view)
        assert reader.counts()[0] == 1
    with reader.page.expect_download() as event:
        reader.press('button[data-key="download articles jsonl"]')
    lines = Path(event.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == plain_articles(dataset)


def test_beyond_a_size_blocks_lie_beside_the_page(tamasna: Explored, read: Open, tmp_path: Path) -> None:
    """The page frames them, checks them by their digests, reads and searches as ever, and asks nobody else."""
    page = tmp_path / "large.html"
    written = explore(BuiltDataset.open(tamasna.directory), page, in_page=50)
    assert written.beside == tmp_path / "large.html.files"
    assert sorted(path.name for path in written.beside.iterdir()) == ["facts-0.html", "texts-0.html"]
    assert page.stat().st_size < 300_000
    reader = read(page)
    reader.page.goto(f"{page.as_uri()}#view=read&article=revue-presse-mandat")
    reader.page.wait_for_selector(".paragraph .text")
    reader.write("#query", "mission")
    reader.wait()
    reader.page.wait_for_timeout(100)
    whole = read(tamasna)
    whole.goto(q="mission")
    assert reader.counts() == whole.counts()
    assert any(url.endswith("large.html.files/texts-0.html") for url in reader.requests)


def test_a_block_that_was_changed_is_refused(tamasna: Explored, read: Open, tmp_path: Path) -> None:
    """The page says which file does not belong to it."""
    page = tmp_path / "large.html"
    written = explore(BuiltDataset.open(tamasna.directory), page, in_page=50)
    assert written.beside
    facts = written.beside / "facts-0.html"
    content = facts.read_text(encoding="utf-8")
    place = content.index('id="block">') + 100
    facts.write_text(content[:place] + ("A" if content[place] != "A" else "B") + content[place + 1 :], encoding="utf-8")
    reader = read(page)
    reader.page.goto(page.as_uri())
    reader.page.wait_for_timeout(800)
    assert "facts-0.html" in reader.find("#status").inner_text()
    assert reader.errors
    reader.errors.clear()


def test_a_folder_of_somebody_else_is_not_touched(tamasna: Explored, tmp_path: Path) -> None:
    """Beside the page only blocks of an earlier page are replaced."""
    beside = tmp_path / "large.html.files"
    beside.mkdir()
    (beside / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(CorpusError) as error:
        explore(BuiltDataset.open(tamasna.directory), tmp_path / "large.html", in_page=50)
    assert error.value.findings[0].code == "SC113"
    assert (beside / "thesis.docx").read_text(encoding="utf-8") == "years of work"
    assert not (tmp_path / "large.html").exists()
    shutil.rmtree(beside)
    explore(BuiltDataset.open(tamasna.directory), tmp_path / "large.html", in_page=50)
    explore(BuiltDataset.open(tamasna.directory), tmp_path / "large.html", in_page=50)
