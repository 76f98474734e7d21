"""Ten questions of a researcher, each answered with at most three clicks; docs/explore.md lists them with their clicks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from page_reader import Explored, Reader
from selection_oracle import selected

Open = Callable[..., Reader]
LEAST, MOST = 1, 3  # clicks


class Clicking:
    """Does what docs/explore.md says, and counts."""

    def __init__(self, reader: Reader) -> None:
        """Begin on the first screen."""
        self.reader = reader
        self.clicks = 0
        reader.goto()

    def view(self, name: str) -> None:
        """Go to another view."""
        self._click(f'a[data-key="view {name}"]')

    def unfold(self, facet: str) -> None:
        """Open a facet."""
        self._click(f'details[data-facet="{facet}"] > summary')

    def tick(self, facet: str, key: str) -> None:
        """Choose a value that is listed."""
        self._click(f'input[data-key="value {facet} {key}"]')

    def look_for(self, facet: str, words: str) -> None:
        """Write into a facet's field."""
        self._click(f'input[data-key="filter {facet}"]')
        self.reader.page.keyboard.type(words)

    def search(self, words: str) -> None:
        """Write into the search field."""
        self._click("#query")
        self.reader.page.keyboard.type(words)

    def press(self, selector: str) -> None:
        """Click on anything else."""
        self._click(selector)

    def _click(self, selector: str) -> None:
        self.reader.find(selector).click()
        self.clicks += 1
        self.reader.page.wait_for_timeout(60)

    def rows(self, selector: str) -> list[str]:
        """Return the rows of a table, a line each."""
        return [" ".join(row.split()) for row in self.reader.page.locator(selector).all_inner_texts()]


@pytest.fixture
def clicking(tamasna: Explored, read: Open) -> Iterator[Clicking]:
    """Somebody on the first screen; afterwards, no more than three clicks were needed."""
    somebody = Clicking(read(tamasna))
    yield somebody
    assert LEAST <= somebody.clicks <= MOST


def test_1_which_outlet_quotes_an_armed_group_most(clicking: Clicking, tamasna: Explored) -> None:
    """Overview; look for the group among speakers; tick it: the first row of the first table."""
    clicking.view("see")
    clicking.look_for("speaker", "rappel")
    clicking.tick("speaker", "legion-rappel")
    by_outlet = Counter(
        one["source_id"] for one in tamasna.articles for quote in one["quotes"] if quote["actor_id"] == "legion-rappel"
    )
    ((outlet, count),) = by_outlet.most_common(1)
    assert outlet == "atami"
    assert clicking.rows("table.quotedBy tbody tr")[0].startswith(f"Agence tamasnienne d'information {count}")


def test_2_who_is_against_the_mission_and_in_whose_words(clicking: Clicking, tamasna: Explored) -> None:
    """Tick the mission among targets; tick “against”; Concordance: speaker and words, a line each."""
    clicking.tick("target", "mistam")
    clicking.tick("stance", "against")
    clicking.view("concordance")
    _, quotes, _ = selected(tamasna.articles, {"target": ["mistam"], "stance": ["against"]})
    assert clicking.reader.counts()[1] == len(quotes)
    lines = "\n".join(clicking.rows("table.concordance tbody tr"))
    assert "Salif Hindaré" in lines


def test_3_which_outlets_take_sides_on_the_military_council_themselves(clicking: Clicking, tamasna: Explored) -> None:
    """Overview; the council's column; all of the table: rows of outlets in their own voice, with their signs."""
    clicking.view("see")
    clicking.press('table.standsFor thead a[href*="target=junte"]')
    clicking.press('button[data-key="more standsFor"]')
    rows = [row for row in clicking.rows("table.standsFor tbody tr") if "in its own voice" in row]
    against = Counter(
        one["source_id"]
        for one in tamasna.articles
        for stance in one["stances"]
        if (stance["holder_kind"], stance["target_actor_id"], stance["label"]) == ("article_voice", "junte", "against")
    )
    assert against["fandou-ledger"] == 3
    (ledger,) = [row for row in rows if row.startswith("The Fandou Ledger, in its own voice")]
    assert "−3" in ledger
    assert len(rows) >= len(against) >= 3


def test_4_when_was_the_withdrawal_of_the_mission_contested(clicking: Clicking, tamasna: Explored) -> None:
    """Tick the withdrawal among targets; Overview; by month: for and against, a line each."""
    clicking.tick("target", "retrait-mistam")
    clicking.view("see")
    clicking.press('button[data-key="grain"]')
    articles, _, _ = selected(tamasna.articles, {"target": ["retrait-mistam"]})
    against = Counter(
        one["published"][:7]
        for one in articles
        for stance in one["stances"]
        if (stance["target_actor_id"], stance["label"]) == ("retrait-mistam", "against")
    )
    rows = {row.split()[0]: row.split() for row in clicking.rows("table.time tbody tr")}
    assert len(rows) >= 2
    for month, count in against.items():
        assert int(rows[month][-1]) == count


def test_5_how_do_outlets_print_the_same_dispatch(clicking: Clicking, tamasna: Explored) -> None:
    """Unfold near-duplicates; tick a group: its articles, outlet by outlet."""
    clicking.unfold("group")
    clicking.tick("group", "g02-pont")
    outlets = {one["source_id"] for one in tamasna.articles if one["cluster_id"] == "g02-pont"}
    assert clicking.reader.page.locator(".articles > li").count() == len(outlets) == 3


def test_6_where_did_readings_differ(clicking: Clicking, tamasna: Explored) -> None:
    """Unfold how the label was reached; tick “adjudicated”: the stances that had to be decided."""
    clicking.unfold("agreement")
    clicking.tick("agreement", "adjudicated")
    decided = sum(one["adjudication"]["state"] == "adjudicated" for a in tamasna.articles for one in a["stances"])
    assert clicking.reader.counts()[2] == decided > 0


def test_7_what_does_a_politician_say_against_others(clicking: Clicking, tamasna: Explored) -> None:
    """Tick her among speakers; tick “against”; Concordance: her words and their targets."""
    clicking.tick("speaker", "aminata-zerkoba")
    clicking.tick("stance", "against")
    clicking.view("concordance")
    rows = clicking.rows("table.concordance tbody tr")
    _, quotes, _ = selected(tamasna.articles, {"speaker": ["aminata-zerkoba"], "stance": ["against"]})
    assert len(rows) == len(quotes)
    assert all("Aminata Zerkoba" in row for row in rows)


def test_8_what_is_written_on_the_mining_code_and_may_i_pass_it_on(clicking: Clicking) -> None:
    """Search for the phrase; open the first article: its rights stand below it."""
    clicking.search('"code minier"')
    clicking.press(".articles h3 a")
    told = clicking.reader.find("#content").inner_text()
    assert "rights.redistribution" in told
    assert "the whole article" in told
    assert clicking.reader.page.locator(".text mark").count() >= 1


def test_9_what_does_the_arabic_press_make_of_the_front(clicking: Clicking, tamasna: Explored) -> None:
    """Unfold languages; tick Arabic; tick the front among targets: how many for, against, neutral."""
    clicking.unfold("language")
    clicking.tick("language", "ar")
    clicking.tick("target", "fpil")
    _, _, stances = selected(tamasna.articles, {"language": ["ar"], "target": ["fpil"]})
    assert clicking.reader.counts()[2] == len(stances) > 0


def test_10_how_do_i_cite_and_load_what_is_for_or_against(clicking: Clicking) -> None:
    """Tick “against”; Take away: citation with version and digest, and the line of Python."""
    clicking.tick("stance", "against")
    clicking.view("take")
    told = clicking.reader.find("#content").inner_text()
    assert "sha256:" in told
    assert "sahelcorpus.load(" in told
    assert "stance=against" in told


def test_they_are_listed_with_their_clicks(project: Path) -> None:
    """docs/explore.md has ten, none with more than three clicks."""
    page = (project / "docs/explore.md").read_text(encoding="utf-8")
    rows = [row for row in page.splitlines() if row.startswith("| ") and row.split("|")[1].strip().isdigit()]
    assert [int(row.split("|")[1]) for row in rows] == list(range(1, 11))
    assert all(LEAST <= int(row.split("|")[4]) <= MOST for row in rows)
    assert all(row.split("|")[3].count(";") + 1 == int(row.split("|")[4]) for row in rows)
