"""Reading: the article as it is, what was annotated in it joined and told, judgements side by side, provenance."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from page_reader import Explored, Reader

Open = Callable[..., Reader]

SHOWN = """() => {
  const plain = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(".sr, .handle").forEach((one) => one.remove());
    return copy.textContent;
  };
  const quotes = {};
  for (const run of document.querySelectorAll(".text [data-quoted]")) {
    for (const owner of run.dataset.quoted.split(" ")) quotes[owner] = (quotes[owner] ?? "") + plain(run);
  }
  return {
    paragraphs: [...document.querySelectorAll(".paragraph .text")].map(plain),
    quotes,
    notes: [...document.querySelectorAll("[data-note]")].map((note) => note.dataset.note),
    direction: getComputedStyle(document.querySelector(".paragraph .text")).direction,
  };
}"""


def shown(reader: Reader, article_id: str) -> Any:
    """Go to an article and return what is shown of it."""
    reader.page.evaluate("(id) => { location.hash = `view=read&article=${id}`; }", article_id)
    reader.page.wait_for_timeout(40)
    return reader.page.evaluate(SHOWN)


def test_texts_and_quotations_are_shown_as_they_are(tamasna: Explored, sahel: Explored, read: Open) -> None:
    """Every article, letter by letter, astral letters before quotations included; every quotation marked at its place."""
    assert any(ord(sign) > 0xFFFF for one in tamasna.articles for sign in one["text"])
    for explored in (tamasna, sahel):
        reader = read(explored)
        reader.goto()
        for article in explored.articles:
            told = shown(reader, article["article_id"])
            assert told["paragraphs"] == [line for line in article["text"].split("\n") if line.strip()]
            for quote in article["quotes"]:
                owner = quote["quote_id"].rpartition(".")[2]
                marked = "".join(segment["text"] for segment in quote["segments"]).replace("\n", "")
                assert told["quotes"][owner] == marked, quote["quote_id"]
                assert owner in told["notes"]
            assert told["direction"] == ("rtl" if article["language"] == "ar" else "ltr")


def quote_of(article: dict[str, Any], owner: str) -> dict[str, Any]:
    """Return a quotation by its short name."""
    return next(quote for quote in article["quotes"] if quote["quote_id"].endswith(f".{owner}"))


def lit(reader: Reader) -> set[str]:
    """Return the texts that are lit up."""
    found = reader.page.evaluate("() => [...document.querySelectorAll('.text .lit')].map((one) => one.textContent)")
    return {text for text in found if not text.isdigit()}


def test_what_belongs_together_lights_up_together(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Under the pointer or the focus: both segments of an interrupted quotation, its cue, its speaker, and its note."""
    article = next(one for one in tamasna.articles if one["article_id"] == "revue-presse-mandat")
    quote = quote_of(article, "q9")
    assert len(quote["segments"]) == 2
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="read", article=article["article_id"])
    if by_keyboard:
        reader.tab_to('.text [data-handle="q9"]')
    else:
        reader.find('.text span[data-owners~="q9"].cue').hover()
    said = lit(reader)
    for span in (*quote["segments"], quote["cue"], quote["speaker"]):
        assert any(span["text"] in text or text in span["text"] for text in said), span
    assert reader.page.locator('[data-note="q9"].lit').count() == 1
    assert reader.page.locator('[data-note="q8"].lit').count() == 0


def test_the_number_of_a_quotation_leads_to_its_note_and_back(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """From the text into the margin, and from the margin to where it is said."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="read", article="revue-presse-mandat")
    reader.press('.text [data-handle="q4"]')
    focused = "() => document.activeElement.dataset.note ?? document.activeElement.dataset.handle"
    assert reader.page.evaluate(focused) == "q4"
    reader.press('[data-note="q4"] .handle')
    assert reader.page.evaluate("() => document.activeElement.closest('.text') !== null")


def test_a_screen_reader_is_told_what_eyes_see(tamasna: Explored, read: Open) -> None:
    """Where a quotation begins, whose it is, that it stands in another, where it ends, and what evidence shows."""
    reader = read(tamasna)
    reader.goto(view="read", article="revue-presse-mandat")
    assert reader.find('.text [data-handle="q8"]').get_attribute("aria-label") == (
        "Quotation 8, mixed, un diplomate en poste à Tessoumé, inside quotation 7"
    )
    labels = [one.get_attribute("aria-label") for one in reader.page.locator('.text [data-handle="q9"]').all()]
    assert labels[1:] == ["Quotation 9, continued"]
    heard = reader.page.evaluate(
        "() => [...document.querySelectorAll('.text .sr')].map((one) => one.textContent.trim())"
    )
    assert {"(end of quotation 8)", "(cue of quotation 8)", "(speaker of quotation 8)"} <= set(heard)
    assert "(evidence: against Mission internationale de stabilisation du Tamasna)" in heard


def test_stances_stand_in_the_margin_and_judgements_side_by_side(
    tamasna: Explored, read: Open, by_keyboard: bool
) -> None:
    """Each annotator's label, intensity, confidence and reason in a column of its own; the published one below."""
    article, stance = next(
        (one, stance)
        for one in tamasna.articles
        for stance in one["stances"]
        if stance["adjudication"]["state"] == "adjudicated" and stance["quote_id"] and stance["adjudication"]["note"]
    )
    owner = stance["quote_id"].rpartition(".")[2]
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="read", article=article["article_id"])
    note = f'[data-note="{owner}"]'
    reader.press(f"{note} .judged > summary")
    told = reader.find(f"{note} .judged").inner_text()
    for judgement in stance["annotations"]:
        assert judgement["annotator_id"] in told
        assert judgement["rationale"] in told
    assert "adjudicated" in told
    assert stance["adjudication"]["note"] in told
    tables = reader.page.locator(f"{note} .judged table")
    columns = [table.locator("thead th").count() - 1 for table in tables.all()]
    assert len(stance["annotations"]) in columns


def test_marks_can_be_taken_away(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """The text alone, for whoever wants to judge before seeing what others made of it."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="read", article="revue-presse-mandat")
    for name in ("quotes", "speakers", "evidence"):
        reader.press(f'input[data-key="show {name}"]')
    assert not reader.find(".text .handle").is_visible()
    background = reader.find(".text .quote").evaluate("(one) => getComputedStyle(one).backgroundColor")
    assert background == "rgba(0, 0, 0, 0)"


def test_provenance_rights_and_ratings_of_the_outlet_are_told(sahel: Explored, tamasna: Explored, read: Open) -> None:
    """By the names that the dataset's fields have."""
    article = sahel.articles[0]
    reader = read(sahel)
    reader.goto(view="read", article=article["article_id"])
    told = reader.find("#content").inner_text()
    for words in (article["rights"]["basis"], article["provenance"]["text_sha256"], article["provenance"]["reader"]):
        assert words in told
    assert "annotations without the text" in told
    reader = read(tamasna)
    reader.goto(view="read", article="pont-kalde-depeche")
    reader.page.locator(".provenance > summary", has_text="What is said of the outlet").click()
    told = reader.find("#content").inner_text()
    assert "state-owned" in told
    assert "Observatoire tamasnien de l'information" in told


def test_reading_on_goes_through_the_selection(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """From the list into an article, on to the next of the selection, to its near-duplicates, and back to the list."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(outlet="atami")
    titles = reader.page.locator(".articles h3").all_inner_texts()
    reader.press(".articles h3 a")
    reader.page.wait_for_timeout(50)
    assert reader.find("#content h2").inner_text() == titles[0]
    assert reader.page.evaluate("() => document.activeElement.tagName") == "H2"
    reader.press('a[data-key="page next"]')
    reader.page.wait_for_timeout(50)
    assert reader.find("#content h2").inner_text() == titles[1]
    reader.press('a[data-key="back"]')
    reader.page.wait_for_timeout(50)
    assert reader.page.locator(".articles h3").all_inner_texts() == titles
    reader.goto(view="read", article="pont-kalde-depeche")
    others = {one["article_id"] for one in tamasna.articles if one["cluster_id"] == "pont-kalde"} - {
        "pont-kalde-depeche"
    }
    links = [link.get_attribute("href") for link in reader.page.locator(".same a").all()]
    group = next(one["cluster_id"] for one in tamasna.articles if one["article_id"] == "pont-kalde-depeche")
    same = {one["article_id"] for one in tamasna.articles if one["cluster_id"] == group} - {"pont-kalde-depeche"}
    assert same
    assert same >= others
    assert {article for article in same if any(f"article={article}" in link for link in links)} == same


def test_on_a_phone_notes_stand_below_their_paragraphs(tamasna: Explored, read: Open) -> None:
    """At 360 pixels nothing is wider than the screen, and the filters are behind a button."""
    reader = read(tamasna, viewport={"width": 360, "height": 740}, has_touch=True)
    for view in ("find", "concordance", "see", "take"):
        reader.goto(view=view)
        assert reader.page.evaluate("() => document.documentElement.scrollWidth") == 360, view
    reader.goto(view="read", article="revue-presse-mandat")
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") == 360
    text, margin = (reader.find(f".paragraph:has(.margin) {part}").bounding_box() for part in (".text", ".margin"))
    assert margin["y"] >= text["y"] + text["height"]
    assert not reader.find("#facets").is_visible()
    reader.press("#show-panel")
    assert reader.find("#facets").is_visible()
    assert reader.find("#show-panel").get_attribute("aria-expanded") == "true"


def test_on_a_wide_page_notes_stand_beside_and_never_over_each_other(tamasna: Explored, read: Open) -> None:
    """No higher than their paragraph, none over another, also after one was unfolded."""
    reader = read(tamasna, viewport={"width": 1440, "height": 900})
    reader.goto(view="read", article="revue-presse-mandat")
    reader.press('[data-note="q1"] .judged > summary')
    reader.page.wait_for_timeout(100)
    boxes = [margin.bounding_box() for margin in reader.page.locator(".margin").all()]
    texts = [text.bounding_box() for text in reader.page.locator(".paragraph:has(.margin) .text").all()]
    for box, text in zip(boxes, texts, strict=True):
        assert box["x"] >= text["x"] + text["width"]
        assert box["y"] >= text["y"] - 1
    for one, two in pairwise(boxes):
        assert two["y"] >= one["y"] + one["height"]
