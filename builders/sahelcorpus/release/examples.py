"""An example of every field, from the data itself: what the field reference of a card shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sahelcorpus.records.tables import ARTICLE_TABLES, REGISTRY_TABLES, Row
from sahelcorpus.store.collection import Registry

_LONGEST = 60
_LOOKED_AT = 40
"""Articles of a chunk that are searched: a field that none of them has is rare, and may go without."""


@dataclass(slots=True)
class Examples:
    """The first value that was seen of each field of the tables that come from articles.

    Attributes:
        found: Example by table and path: `quotes.cue.lemma`.
        articles: How many articles were counted.
    """

    found: dict[str, str] = field(default_factory=dict)
    articles: int = 0

    def count(self, article: Row) -> None:
        """Look at one dumped article."""
        self.articles += 1
        if self.articles > _LOOKED_AT:
            return
        for table in ARTICLE_TABLES:
            assert table.from_article is not None  # noqa: S101 - that is what ARTICLE_TABLES are
            for row in table.from_article(article):
                _look(row, table.name, self.found)

    def add(self, other: Examples) -> None:
        """Take in what was seen in a later set of articles."""
        self.found = other.found | self.found
        self.articles += other.articles

    def of(self, registry: Registry) -> dict[str, str]:
        """Return the examples, those of the tables that come from the registry included."""
        found = dict(self.found)
        for table in REGISTRY_TABLES:
            records = getattr(registry, table.name)
            for key in sorted(records):
                _look(records[key].model_dump(), table.name, found)
        return found


def _look(value: Any, path: str, found: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if item is not None and not (path == "articles" and key in ("quotes", "stances")):
                _look(item, f"{path}.{key}", found)
    elif isinstance(value, list):
        if value and not isinstance(value[0], dict):
            found.setdefault(path, _short(", ".join(str(item) for item in value)))
        for item in value:
            if isinstance(item, dict):
                _look(item, path, found)
    elif path not in found:
        found[path] = _short(_plain(value))


def _plain(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).replace("+00:00", "Z")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
