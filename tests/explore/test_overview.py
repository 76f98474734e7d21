"""The overview: who is quoted by whom, who is for or against whom, and when; each number selects what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from page_reader import Explored, Reader
from selection_oracle import selected

Open = Callable[..., Reader]

MATRIX = """(name) => {
  const table = document.querySelector(`table.${name}`);
  const columns = [...table.querySelectorAll("thead th a")].map((one) => one.textContent);
  const cells = {};
  for (const row of table.querySelectorAll("tbody tr")) {
    const title = row.querySelector("th").textContent;
    [...row.querySelectorAll("td:not(.sum)")].forEach((cell, place) => {
      if (cell.textContent) cells[`${title} | ${columns[place]}`] = [...cell.querySelectorAll("a > span, a")].at(-1).parentElement.textContent;
    });
  }
  return cells;
}"""


def names(explored: Explored) -> dict[str, str]:
    """Return the names of outlets and actors."""
    import pyarrow.parquet as pq

    found = {}
    for table, key in (("sources", "source_id"), ("actors", "actor_id")):
        for row in pq.read_table(explored.directory / table).to_pylist():
            found[row[key]] = row["name"]
    return found


def test_who_is_quoted_by_whom(tamasna: Explored, read: Open) -> None:
    """Every number shown is the number of quotations of that speaker in that outlet, for the selection."""
    name = names(tamasna)
    reader = read(tamasna)
    for chosen in ({}, {"year": ["2023"], "type": ["direct"]}):
        reader.goto(view="see", **chosen)
        articles, quotes, _ = selected(tamasna.articles, chosen)
        outlet = {quote["quote_id"]: one["source_id"] for one in articles for quote in one["quotes"]}
        wanted = Counter(
            f"{name[outlet[quote['quote_id']]]} | {name[quote['actor_id']]}" for quote in quotes if quote["actor_id"]
        )
        shown = {key: int(value) for key, value in reader.page.evaluate(MATRIX, "quotedBy").items()}
        known = {key: count for key, count in shown.items() if key in wanted}
        assert len(known) > 15
        assert all(wanted[key] == count for key, count in known.items())
        assert not {key for key in shown.keys() - wanted.keys() if key.split(" | ")[1] in set(name.values())}


def test_who_is_for_or_against_whom(tamasna: Explored, read: Open) -> None:
    """Signs and numbers of each holder and target; the voice of an article counts for its outlet."""
    name = names(tamasna)
    reader = read(tamasna)
    reader.goto(view="see")
    wanted: dict[str, Counter[str]] = {}
    for article in tamasna.articles:
        for stance in article["stances"]:
            if stance["holder_kind"] == "article_voice":
                holder = f"{name[article['source_id']]}, in its own voice"
            elif stance["holder_actor_id"]:
                holder = name[stance["holder_actor_id"]]
            else:
                continue
            sign = {"favor": "+", "against": "−"}.get(stance["label"], "")
            wanted.setdefault(f"{holder} | {name[stance['target_actor_id']]}", Counter())[sign] += 1
    shown = reader.page.evaluate(MATRIX, "standsFor")
    checked = 0
    for key, text in shown.items():
        if key in wanted:
            parts = [f"{sign}{wanted[key][sign]}" for sign in ("+", "−", "") if wanted[key][sign]]
            assert text == "".join(parts), key
            checked += 1
    assert checked > 20


def test_a_cell_selects_what_it_counts(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Of quotations their concordance, of an outlet's own voice its articles; heads narrow the table itself."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="see", year="2023")
    count = int(reader.find("table.quotedBy tbody td.heat").inner_text())
    reader.press("table.quotedBy tbody td.heat a")
    reader.page.wait_for_timeout(60)
    assert reader.counts()[1] == count
    assert "view=concordance" in reader.page.url
    reader.goto(view="see", year="2023")
    voice = 'table.standsFor a[data-key*="~voice"]'
    told = reader.find(voice).get_attribute("aria-label")
    reader.press(voice)
    reader.page.wait_for_timeout(60)
    assert reader.counts()[2] == sum(
        int(word) for word in told.split(": ")[1].replace(",", "").split() if word.isdigit()
    )
    assert reader.page.locator(".articles li").count() > 0
    reader.goto(view="see")
    reader.press("table.quotedBy thead th a")
    reader.page.wait_for_timeout(60)
    assert "view=see" in reader.page.url
    assert "speaker=" in reader.page.url


def test_over_time(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """By year and by month; a number selects its time."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="see")
    by_year = Counter(one["published"][:4] for one in tamasna.articles)
    rows = reader.page.locator("table.time tbody tr").all_inner_texts()
    shown = {row.split()[0]: int(row.split()[1]) for row in rows}
    assert shown == by_year
    reader.press('button[data-key="grain"]')
    by_month = Counter(one["published"][:7] for one in tamasna.articles)
    assert reader.page.locator("table.time tbody tr").count() == len(by_month)
    reader.press("table.time tbody a")
    reader.page.wait_for_timeout(60)
    assert reader.counts()[0] == by_month[min(by_month)]


def test_longer_tables_on_demand(tamasna: Explored, read: Open, by_keyboard: bool) -> None:
    """Ten rows and columns first, forty for who asks."""
    reader = read(tamasna, by_keyboard=by_keyboard)
    reader.goto(view="see")
    few = reader.page.locator("table.quotedBy tbody tr").count()
    reader.press('button[data-key="more quotedBy"]')
    reader.page.wait_for_timeout(60)
    assert reader.page.locator("table.quotedBy tbody tr").count() > few
