"""Records in groups that belong together: an article with its quotations and stances, or one record of the registry.

Two releases are compared group by group, in the order of their ids: one group of each is in memory at a time.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import ARTICLE_TABLES, TABLES, Row, Table, table_named
from sahelcorpus.release.columns import Columns, own_digest, projected

RANKS = {table.name: 0 if table in ARTICLE_TABLES else rank for rank, table in enumerate(TABLES)}
"""What a group is sorted by before its id: all articles first, then each table of the registry."""

Rows = dict[str, tuple[str, Row]]
"""The records of one table in one group: split and dumped record by key."""


def owner_column(table: Table) -> str:
    """Return the column that says to which group a row belongs."""
    return "article_id" if table in ARTICLE_TABLES else table.key


def owner_of(table: Table, key: str) -> str:
    """Return to which group the record with this key belongs: a quotation's id begins with its article's."""
    return key.split(".", maxsplit=1)[0] if table in ARTICLE_TABLES else key


@dataclass(slots=True)
class Group(ABC):
    """The records of one group on one side of a comparison.

    Attributes:
        rank: Its place among the kinds of groups, of `RANKS`.
        owner: The article's id, or the registry record's.
    """

    rank: int
    owner: str

    @property
    def order(self) -> tuple[int, str]:
        """What groups are sorted by."""
        return self.rank, self.owner

    @abstractmethod
    def rows(self, table: Table) -> Rows | None:
        """Return the records of a table; None if no more than their digests is known."""

    @abstractmethod
    def digests(self, table: Table, columns: Columns) -> dict[str, tuple[str, str]]:
        """Return split and digest by key; `columns` are those that the digests are over."""


@dataclass(slots=True)
class PlainGroup(Group):
    """Records as they are dumped."""

    records: dict[str, Rows] = field(default_factory=dict)

    def add(self, table: Table, split: str, rows: Iterable[Row]) -> None:
        """Take in records of a table."""
        self.records.setdefault(table.name, {}).update({row[table.key]: (split, row) for row in rows})

    def rows(self, table: Table) -> Rows:
        """Return the records of a table."""
        return self.records.get(table.name, {})

    def digests(self, table: Table, columns: Columns) -> dict[str, tuple[str, str]]:
        """Return split and digest by key, over these columns."""
        return {key: (split, own_digest(projected(row, columns))) for key, (split, row) in self.rows(table).items()}


@dataclass(slots=True)
class ArrowGroup(PlainGroup):
    """Records as they lie in Parquet; dumped only when somebody looks at them."""

    slices: list[tuple[str, str, pa.RecordBatch]] = field(default_factory=list)
    """Table, split and rows."""

    def rows(self, table: Table) -> Rows:
        """Return the records of a table."""
        if self.slices:
            for name, split, batch in self.slices:
                of = table_named(name)
                decode = row_decoder(of.row)
                self.add(of, split, [decode(row) for row in batch.to_pylist()])
            self.slices = []
        return PlainGroup.rows(self, table)

    def is_same(self, other: ArrowGroup) -> bool:
        """Say whether the other holds the same rows in the same order; if not, they may still be the same records."""
        return len(self.slices) == len(other.slices) and all(
            one[:2] == two[:2] and one[2].equals(two[2]) for one, two in zip(self.slices, other.slices, strict=True)
        )


@dataclass(slots=True)
class DigestGroup(Group):
    """What a history remembers of records."""

    known: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def rows(self, table: Table) -> Rows | None:
        """Return nothing: the records themselves are not remembered. A table that had none has no records."""
        return None if self.known.get(table.name) else {}

    def digests(self, table: Table, columns: Columns) -> dict[str, tuple[str, str]]:
        """Return split and digest by key, over the columns of that release, whatever is asked for."""
        del columns
        return self.known.get(table.name, {})
