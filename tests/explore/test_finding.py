"""Finding: search, facets, dates; the address carries the selection and gives it back."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from page_reader import Explored, Reader
from selection_oracle import article_values, has_word, quote_values, selected, stance_values, tally

FACETS = ["outlet", "year", "country", "language", "genre", "speaker", "type", "cue", "status", "target", "stance",
          "holder", "endorsement", "agreement", "stance_status", "split", "group"]  # fmt: skip
Open = Callable[..., Reader]

SHOWN_COUNTS = """() => Object.fromEntries([...document.querySelectorAll("details[data-facet] .values li")].map((item) => [
  item.querySelector("input").dataset.key.replace("value ", ""),
  Number(item.querySelector(".count").textContent.replace(/\\D/g, "")),
]))"""


@pytest.fixture(params=["tamasna", "sahel"])
def collection_page(request: pytest.FixtureRequest, explored: Callable[[str], Explored]) -> Explored:
    """The page of either collection."""
    return explored(request.param)


@pytest.mark.parametrize("query", ["mission", "TESSOUMÉ", "tessoume", "retr", "coeur", "l'etat", "Élysée"])
def test_search_finds_beginnings_of_words_whatever_case_and_accents(
    query: str, collection_page: Explored, read: Open
) -> None:
    """As many articles as a plain scan of titles and texts finds."""
    reader = read(collection_page)
    reader.goto()
    reader.write("#query", query)
    articles = collection_page.articles
    wanted = sum(has_word(one["text"], query) or has_word(one["title"] or "", query) for one in articles)
    assert reader.counts()[0] == wanted
    if len(articles) > 1:
        assert wanted or query == "Élysée"


def test_a_phrase_a_left_out_word_and_words_within_quotations(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Marks keep words together, a minus keeps articles out, and the box keeps to what is quoted."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto()
    texts = [one["text"] for one in tamasna.articles]
    reader.write("#query", '"code minier"')
    assert reader.counts()[0] == sum("code minier" in text.lower() for text in texts) > 0
    reader.write("#query", "« code minier »")
    assert reader.counts()[0] == sum("code minier" in text.lower() for text in texts)
    reader.write("#query", "mission -general")
    both = sum(
        (has_word(one["text"], "mission") or has_word(one["title"] or "", "mission"))
        and not has_word(one["text"], "general")
        for one in tamasna.articles
    )
    assert reader.counts()[0] == both > 0
    reader.write("#query", "armee")
    reader.press("#within")
    quotes = [quote for one in tamasna.articles for quote in one["quotes"] if quote["status"] != "rejected"]
    within = sum(any(has_word(segment["text"], "armee") for segment in quote["segments"]) for quote in quotes)
    assert reader.counts()[1] == within > 0


def test_arabic_words_are_found_behind_their_article(tamasna: Explored, read: Open) -> None:
    """«جيش» finds «الجيش»: prefixes are written together with the word."""
    reader = read(tamasna)
    reader.goto(q="جيش")
    assert reader.counts()[0] == sum("جيش" in one["text"] for one in tamasna.articles) > 0


@pytest.mark.parametrize(
    ("facets", "by_keyboard"), [(FACETS, False), (["outlet", "speaker", "agreement"], True)], ids=["mouse", "keyboard"]
)
def test_every_facet_narrows(facets: list[str], by_keyboard: bool, tamasna: Explored, read: Open) -> None:
    """Open it, tick its first value: what is selected is what has that value, and the address says so."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto()
    for facet in facets:
        reader.page.evaluate("() => { location.hash = ''; }")
        reader.page.wait_for_timeout(20)
        fold = f'details[data-facet="{facet}"]'
        if reader.find(fold).get_attribute("open") is None:
            reader.press(f"{fold} > summary")
        box = f"{fold} .values input"
        key = reader.find(box).get_attribute("data-key").removeprefix(f"value {facet} ")
        reader.press(box)
        wanted = tuple(map(len, selected(tamasna.articles, {facet: [key]})))
        assert reader.counts() == wanted, facet
        assert wanted[0] > 0
        assert f"{facet}=" in reader.page.url
        assert reader.find(box).is_checked()
        if by_keyboard:
            assert reader.page.evaluate("() => document.activeElement.dataset.key") == f"value {facet} {key}"


def test_counts_beside_values_are_what_choosing_them_gives(collection_page: Explored, read: Open) -> None:
    """With every fold open, each number is the number of records that have the value among those that the others leave."""
    reader = read(collection_page)
    chosen_first = {} if len(collection_page.articles) == 1 else {"type": ["direct"], "stance": ["against"]}
    for chosen in ({}, chosen_first):
        reader.goto(**chosen) if chosen else reader.goto()
        reader.page.evaluate(
            "() => document.querySelectorAll('details:not([open]) > summary').forEach((one) => one.click())"
        )
        reader.page.wait_for_timeout(50)
        for more in reader.page.locator('button[data-key^="more "]').all():
            if "all" in more.inner_text():
                more.click()
        shown = reader.page.evaluate(SHOWN_COUNTS)
        for facet in FACETS:
            wanted = tally(collection_page.articles, chosen, facet)
            own = {key.split(" ", 1)[1]: count for key, count in shown.items() if key.split(" ")[0] == facet}
            own = {key: count for key, count in own.items() if count}
            # at most 200 values of a facet are listed; the rest is found by looking for a name
            assert own.items() <= wanted.items(), facet
            assert len(own) == min(200, len(wanted)), facet


def test_any_selection_is_what_its_definition_says(tamasna: Explored, read: Open) -> None:
    """Conditions on articles, quotations and stances at once, at random, against a plain reading of the records."""
    chance = random.Random(11)  # noqa: S311 - selections to try, no secrets
    reader = read(tamasna)
    reader.goto()
    values: dict[str, list[str]] = {facet: [] for facet in FACETS}
    for article in tamasna.articles:
        for record, of in [(article, article_values), *((one, quote_values) for one in article["quotes"]), *((one, stance_values) for one in article["stances"])]:  # fmt: skip
            for facet, keys in of(record).items():
                values[facet] += keys
    nothing = 0
    for _ in range(60):
        chosen: dict[str, list[str]] = {}
        for facet in chance.sample(FACETS, chance.randint(1, 4)):
            chosen[facet] = list({chance.choice(values[facet]) for _ in range(chance.randint(1, 3))})
        reader.page.evaluate("(address) => { location.hash = address; }", address(chosen))
        reader.page.wait_for_timeout(15)
        wanted = tuple(map(len, selected(tamasna.articles, chosen)))
        nothing += wanted[0] == 0
        assert reader.counts() == wanted, chosen
    assert nothing < 40


def address(chosen: dict[str, list[str]]) -> str:
    """Return the address of a selection."""
    from urllib.parse import urlencode

    return urlencode(chosen, doseq=True)


def test_dates_bound_what_is_found(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """From a day, to a day, both included; what has no date is out."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(**{"from": "2022-03-01", "to": "2022-12-31"})
    dates = [one["published"] for one in tamasna.articles]
    assert reader.counts()[0] == sum("2022-03-01" <= (day or "") <= "2022-12-31" for day in dates) > 0
    field = 'input[data-key="date to"]'
    if by_keyboard:
        # a day further back, in whatever order the browser's language writes a date
        reader.tab_to(field)
        for _ in range(3):
            reader.page.keyboard.press("ArrowDown")
            reader.page.keyboard.press("ArrowRight")
    else:
        reader.find(field).fill("2022-06-30")
    reader.page.wait_for_timeout(50)
    last = reader.find(field).input_value()
    assert last != "2022-12-31"
    assert reader.counts()[0] == sum("2022-03-01" <= (day or "") <= last for day in dates)
    assert f"to={last}" in reader.page.url


def test_the_address_gives_the_selection_back(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Another reader with the same address sees the same; going back undoes; a condition is taken away by its own link."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto()
    whole = reader.counts()
    reader.press('details[data-facet="stance"] .values input')
    reader.press('details[data-facet="outlet"] .values input')
    narrowed = reader.counts()
    other = read(tamasna)
    other.goto(reader.page.url.split("#")[1])
    assert other.counts() == narrowed
    assert other.page.locator(".values input:checked").count() == 2
    reader.page.go_back()
    reader.page.wait_for_timeout(50)
    assert narrowed != reader.counts() != whole
    reader.press('.chips a[data-key^="chip stance"]')
    reader.page.wait_for_timeout(50)
    assert reader.counts() == whole


def test_an_address_that_says_nothing_sensible_does_nothing(tamasna: Explored, read: Open) -> None:
    """Unknown facets, values, pages and dates are passed over; an unknown article is said to be unknown."""
    reader = read(tamasna)
    reader.goto("view=nonsense&page=-3&from=yesterday&__proto__=x&constructor=y&ui=xx")
    assert reader.counts() == tuple(map(len, selected(tamasna.articles, {})))
    reader.goto("view=read&article=no-such-article")
    assert "no-such-article" in reader.find("#content").inner_text()
    reader.goto("outlet=__proto__")
    assert reader.counts() == (0, 0, 0)


def test_articles_are_listed_in_the_order_asked_for(tamasna: Explored, read: Open) -> None:
    """Newest first, oldest first, most quotations first, by outlet; a page at a time."""
    reader = read(tamasna)
    reader.goto()
    by_date = sorted((one["published"] or "" for one in tamasna.articles), reverse=True)
    assert titles(reader)[0] in {one["title"] for one in tamasna.articles if one["published"] == by_date[0]}
    reader.find('select[data-key="sort"]').select_option("quotes")
    reader.page.wait_for_timeout(50)
    most = max(tamasna.articles, key=lambda one: len(one["quotes"]))
    assert titles(reader)[0] == most["title"]
    reader.press('a[data-key="page next"]')
    reader.page.wait_for_timeout(50)
    assert reader.find("ol.articles").get_attribute("start") == "21"
    assert "page=2" in reader.page.url


def titles(reader: Reader) -> list[Any]:
    """Return the titles that are listed."""
    return [title.strip() for title in reader.page.locator(".articles h3").all_inner_texts()]


def test_the_page_speaks_french_and_english(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """The browser's language to begin with, the other by a link, and the address keeps it."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto()
    assert "articles," in reader.status() or "articles" in reader.status()
    assert reader.page.evaluate("() => document.documentElement.lang") == "en"
    reader.press('a[data-key="language"]')
    reader.page.wait_for_timeout(50)
    assert "citations" in reader.status()
    assert reader.page.evaluate("() => document.documentElement.lang") == "fr"
    assert "ui=fr" in reader.page.url
    french = read(tamasna, locale="fr-FR")
    french.goto()
    assert "citations" in french.status()
