"""The concordance: the selected quotations in their contexts, in any order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from page_reader import Explored, Reader
from selection_oracle import selected

Open = Callable[..., Reader]


def column(reader: Reader, name: str) -> list[str]:
    """Return the cells of a column."""
    return [cell.strip() for cell in reader.page.locator(f"td.in-{name}").all_inner_texts()]


@pytest.mark.parametrize("name", ["date", "outlet", "speaker", "cue", "text", "target"])
def test_it_is_put_in_order_by_any_column(name: str, tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Up, and down again; the head of the column tells which."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="concordance", outlet="atami")
    head = f"th.in-{name}"
    reader.press(f"{head} a")
    reader.page.wait_for_timeout(60)
    first = reader.find(head).get_attribute("aria-sort")
    up = column(reader, name)
    reader.press(f"{head} a")
    reader.page.wait_for_timeout(60)
    assert {first, reader.find(head).get_attribute("aria-sort")} == {"ascending", "descending"}
    down = column(reader, name)
    if name in ("outlet", "speaker", "cue"):
        if first == "descending":
            up, down = down, up
        named = [value for value in up if value]
        assert len(set(up)) == 1 or up != down
        assert (
            named
            == sorted(
                named,
                key=lambda value: reader.page.evaluate(
                    "(v) => v.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()", value
                ),
            )
            or name != "cue"
        )


def test_it_holds_every_selected_quotation_with_what_stands_around_it(tamasna: Explored, read: Open) -> None:
    """Whole words before and after, the article's own; what interrupts a quotation is no part of it."""
    chosen = {"speaker": ["salif-hindare"]}
    _, quotes, _ = selected(tamasna.articles, chosen)
    reader = read(tamasna)
    told: list[str] = []
    for page in range(1, 1 + -(-len(quotes) // 25)):
        reader.goto(view="concordance", page=str(page), **chosen)
        told += reader.page.locator("a.kwic").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
    assert sorted(label.split(": ", 1)[1] for label in told) == sorted(quote["text"] for quote in quotes)
    texts = {one["article_id"]: one["text"] for one in tamasna.articles}
    reader.goto(view="concordance", **chosen)
    for line in reader.page.locator("a.kwic").all():
        article = line.get_attribute("href").split("article=")[1].split("&")[0]
        if "…" not in line.inner_text():
            assert line.evaluate("(one) => one.textContent") in texts[article]


def test_a_line_leads_to_the_quotation_in_its_article(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """There the quotation has the focus and is lit."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="concordance", speaker="aminata-zerkoba", outlet="dabalou-matin")
    said = reader.find("a.kwic b").inner_text()
    reader.press("a.kwic")
    reader.page.wait_for_timeout(120)
    assert "view=read" in reader.page.url
    focused = reader.page.evaluate("() => document.activeElement.dataset.handle")
    assert focused
    lit = reader.page.locator(f'.text .lit[data-quoted~="{focused}"]').all_inner_texts()
    assert any(words.strip()[:20] in said or said[:20] in words for words in lit)


def test_found_words_are_marked_in_it(tamasna: Explored, read: Open) -> None:
    """A search within quotations shows where each has the words."""
    reader = read(tamasna)
    reader.goto("view=concordance&q=armee&in=quotations")
    rows = reader.page.locator("tbody tr").count()
    assert rows
    assert reader.page.locator("tbody tr:has(mark)").count() == rows
