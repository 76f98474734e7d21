"""Stand-off articles show without text; large datasets lie in files beside the page."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_reader import Explored, Reader

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.explore.page import explore
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import Split

Open = Callable[..., Reader]


class WithoutTexts(BuiltDataset):
    """The dataset as its stand-off twin holds it: offsets, and no word of the articles."""

    __slots__ = ()

    def articles(self) -> Iterator[tuple[Split, dict[str, Any]]]:
        """Yield the rows with every text of an article taken away."""
        for split, row in BuiltDataset.articles(self):
            yield split, without_words(row)


def without_words(value: Any) -> Any:
    """Take the text of the article, of its spans and of its quotations away."""
    if isinstance(value, dict):
        return {key: None if key == "text" else without_words(item) for key, item in value.items()}
    return [without_words(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["tamasna", "sahel"])
def test_an_article_without_text_is_told_by_its_offsets(
    name: str, explored: Callable[[str], Explored], read: Open, tmp_path: Path
) -> None:
    """With its link, who speaks, where they stand, and the places in code points; search finds titles."""
    made = explored(name)
    dataset = BuiltDataset.open(made.directory)
    standoff = WithoutTexts(*(getattr(dataset, one.name) for one in dataclasses.fields(dataset)))
    explore(standoff, tmp_path / "standoff.html")
    reader = read(tmp_path / "standoff.html")
    article = next(one for one in made.articles if one["quotes"])
    reader.goto(view="read", article=article["article_id"])
    told = reader.find("#content").inner_text()
    quote = article["quotes"][0]
    assert (
        f"{quote['segments'][0]['start']}–{quote['segments'][-1]['end']}" in told
        or f"{quote['segments'][0]['start']}–" in told
    )
    assert quote["text"] not in told
    assert "offsets, in code points" in told
    if article["url"]:
        assert reader.page.locator(f'a[href="{article["url"]}"]').count() >= 1
    assert reader.page.locator("[data-note]").count() >= len(article["quotes"])
    for view in ("find", "concordance", "see", "take"):
        reader.goto(view=view)
        assert reader.counts()[0] == len(made.articles)
    with reader.page.expect_download() as event:
        reader.press('button[data-key="download quotes jsonl"]')
    content = Path(event.value.path()).read_text(encoding="utf-8")
    assert quote["text"] not in content
    assert quote["quote_id"] in content


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
