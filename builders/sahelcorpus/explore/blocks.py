"""The dataset in blocks of articles: what is known of each, and its text, compressed and with a digest."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sahelcorpus.explore.columns import encoded_rows
from sahelcorpus.explore.dataset import BuiltDataset, Progress
from sahelcorpus.records.articles import Article
from sahelcorpus.records.shape import label_columns, walk
from sahelcorpus.records.vocabulary import Split

ARTICLES_A_BLOCK = 1_000
_TEXT = frozenset({"text"})


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the dataset.

    Attributes:
        kind: `registry`, `facts` or `texts`.
        first: Number of its first article, from 0.
        articles: How many articles it holds.
        content: Gzip over JSON, in base 64.
        sha256: Digest of `content`, in hexadecimal.
    """

    kind: str
    first: int
    articles: int
    content: str = field(repr=False)
    sha256: str

    @classmethod
    def of(cls, kind: str, first: int, articles: int, value: Any) -> Block:
        """Compress a value; the same value gives the same bytes."""
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        content = base64.b64encode(gzip.compress(plain, 9, mtime=0)).decode()
        return cls(kind, first, articles, content, hashlib.sha256(content.encode()).hexdigest())

    @property
    def name(self) -> str:
        """Its name in the page, and of its file where it lies beside it."""
        return self.kind if self.kind == "registry" else f"{self.kind}-{self.first}"

    def described(self) -> dict[str, Any]:
        """Return what the page must know to open it."""
        return {
            "kind": self.kind,
            "name": self.name,
            "first": self.first,
            "articles": self.articles,
            "sha256": self.sha256,
        }


@dataclass(slots=True)
class Blocks:
    """Makes the blocks of a dataset, one group of articles in memory at a time.

    Attributes:
        dataset: What they are made from.
        counts: How many articles, quotes and stances they hold; complete after the last.
        last_judged: The latest day of a judgement, or None; complete after the last.
    """

    dataset: BuiltDataset
    counts: dict[str, int] = field(default_factory=lambda: {"articles": 0, "quotes": 0, "stances": 0})
    last_judged: str | None = None

    def registry(self) -> Block:
        """Return the block of outlets, actors, annotators and the names of labels."""
        tables = {name: self.dataset.registry(name) for name in ("sources", "actors", "annotators")}
        plain = {name: [_plain_record(row) for row in rows] for name, rows in tables.items()}
        labels = {path: list(names) for path, names in label_columns(walk(Article))}
        return Block.of("registry", 0, 0, {**plain, "labels": labels, "splits": [split.value for split in Split]})

    def of_articles(self, progress: Progress | None = None) -> Iterator[Block]:
        """Yield for each group of articles what is known of them, then their texts."""
        group: list[dict[str, Any]] = []
        splits: list[int] = []
        order = list(Split)
        for split, row in self.dataset.articles():
            group.append(row)
            splits.append(order.index(split))
            self._count(row)
            if len(group) == ARTICLES_A_BLOCK:
                yield from self._group(group, splits)
                group, splits = [], []
                if progress:
                    progress(self.counts["articles"], self.dataset.article_count)
        if group:
            yield from self._group(group, splits)
        if progress:
            progress(self.counts["articles"], self.dataset.article_count)

    def _group(self, rows: list[dict[str, Any]], splits: list[int]) -> Iterator[Block]:
        first = self.counts["articles"] - len(rows)
        facts = {"articles": encoded_rows(walk(Article), rows, leave_out=_TEXT), "split": splits}
        yield Block.of("facts", first, len(rows), facts)
        # a stand-off article has no text: an empty string would be a text
        yield Block.of("texts", first, len(rows), [row.get("text") or None for row in rows])

    def _count(self, row: dict[str, Any]) -> None:
        self.counts["articles"] += 1
        self.counts["quotes"] += len(row["quotes"])
        self.counts["stances"] += len(row["stances"])
        for record in (*row["quotes"], *row["stances"]):
            for judgement in record["annotations"]:
                judged = judgement["judged_at"].date().isoformat()
                if self.last_judged is None or judged > self.last_judged:
                    self.last_judged = judged


def _plain_record(row: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(row, default=str))  # type: ignore[no-any-return]
