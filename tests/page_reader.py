"""Somebody who reads the page: by mouse or by keyboard, with eyes on what it says is selected."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import table_named

STATUS = "() => document.getElementById('status').textContent"


@dataclass(frozen=True)
class Explored:
    """A page, the dataset directory it was made from, and its articles as plain records."""

    page: Path
    directory: Path
    articles: list[dict[str, Any]]


def plain_articles(dataset: BuiltDataset) -> list[dict[str, Any]]:
    """Return the articles with labels by name, days as strings, and their split: what the page has to tell."""
    decode = row_decoder(table_named("articles").row)
    plain = [{**decode(row), "split": split.value} for split, row in dataset.articles()]
    return json.loads(json.dumps(plain, default=lambda value: value.isoformat().replace("+00:00", "Z")))  # type: ignore[no-any-return]


@dataclass
class Reader:
    """Somebody who reads a page, by mouse or by keyboard."""

    page: Any
    file: Path
    by_keyboard: bool = False
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def goto(self, address: str = "", **selection: str | list[str]) -> None:
        """Open the page at an address, written out or as what it selects."""
        address = address or urlencode(selection, doseq=True)
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}#{address}")
        self.wait()

    def wait(self) -> None:
        """Wait until everything is drawn and can be searched."""
        for _ in range(3000):
            if self.page.evaluate("() => performance.getEntriesByName('searchable').length"):
                return
            self.page.wait_for_timeout(10)
        raise AssertionError(f"the page never came to an end: {self.errors}")

    def status(self) -> str:
        """Return what the page says is selected."""
        return str(self.page.evaluate(STATUS)).replace("\u202f", "").replace(",", "").replace("\u00a0", "")

    def counts(self) -> tuple[int, int, int]:
        """Return how many articles, quotations and stances are selected."""
        digits = "".join(sign if sign.isdigit() else " " for sign in self.status()).split()
        articles, quotes, stances = map(int, digits)
        return articles, quotes, stances

    def find(self, selector: str) -> Any:
        """Return the first element that fits."""
        return self.page.locator(selector).first

    def lay_out(self) -> None:
        """Lay out what is not in sight as well, for what looks at the whole page at once."""
        self.page.evaluate(
            "() => document.querySelectorAll('.articles > li').forEach((one) => { one.style.contentVisibility = 'visible'; })"
        )

    def press(self, selector: str) -> None:
        """Use a link, button, box or fold as a person would."""
        element = self.find(selector)
        if not self.by_keyboard:
            element.click()
            return
        self.tab_to(selector)
        kind = element.evaluate("e => e.tagName")
        self.page.keyboard.press("Enter" if kind == "A" else "Space")

    def tab_to(self, selector: str) -> None:
        """Go from element to element until one is reached that fits."""
        reached = "([s]) => document.activeElement === document.querySelectorAll(s)[0]"
        for _ in range(600):
            if self.page.evaluate(reached, [selector]):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way to {selector} by keyboard")

    def write(self, selector: str, words: str) -> None:
        """Write into a field."""
        if self.by_keyboard:
            self.tab_to(selector)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(words)
        else:
            self.find(selector).fill(words)
