"""What changed between two releases: records added, removed and changed, and what that amounts to.

Both sides are read in the order of their ids, one article of each at a time: neither records nor keys are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sahelcorpus.records import Vocabulary
from sahelcorpus.records.tables import ARTICLE_TABLES, TABLES, Row, Table
from sahelcorpus.records.vocabulary import Bump
from sahelcorpus.release.columns import Columns, column_paths, in_both, own_columns, projected
from sahelcorpus.release.field_changes import FieldChange, SpanInContext, field_changes, spans_in_context
from sahelcorpus.release.groups import ArrowGroup, Group
from sahelcorpus.release.sides import Side

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
KINDS = (ADDED, REMOVED, CHANGED)


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that one side has and the other has not, or that differs.

    Attributes:
        table: Its table.
        key: Its key.
        kind: `added`, `removed` or `changed`.
        fields: What changed in it; empty if only digests of the earlier records are known.
        spans: The text of its spans that are new, gone or changed. Of an article that is gone as a whole nothing is
            quoted: it may have been removed because of what it says.
    """

    table: str
    key: str
    kind: str
    fields: tuple[FieldChange, ...] = ()
    spans: tuple[SpanInContext, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Return the difference as plain data."""
        return {
            "table": self.table,
            "key": self.key,
            "kind": self.kind,
            "fields": [change.to_plain() for change in self.fields],
            "spans": [span.to_plain() for span in self.spans],
        }


@dataclass(slots=True)
class Comparison:
    """A comparison of two sides; its counts are complete when all its differences have been taken.

    Attributes:
        before: The earlier side.
        after: The later side.
        counts: How many records of each table were added, removed and changed.
    """

    before: Side
    after: Side
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {table.name: Counter() for table in TABLES})

    def columns_added(self) -> list[str]:
        """Return the columns that only the later side has, as `table.column`."""
        return sorted(_all_columns(self.after) - _all_columns(self.before))

    def columns_removed(self) -> list[str]:
        """Return the columns that only the earlier side has."""
        return sorted(_all_columns(self.before) - _all_columns(self.after))

    def labels_added(self) -> list[str]:
        """Return the labels that came at the end of a vocabulary, as `table.column: label`."""
        earlier = {(words.table, words.column): words.names for words in self.before.vocabularies}
        return [
            f"{words.table}.{words.column}: {name}"
            for words in self.after.vocabularies
            if (known := earlier.get((words.table, words.column))) is not None and words.names[: len(known)] == known
            for name in words.names[len(known) :]
        ]

    def labels_changed(self) -> list[str]:
        """Return the columns of labels whose earlier labels are not the first of the later ones: numbers changed."""
        later = {(words.table, words.column): words.names for words in self.after.vocabularies}

        def is_kept(words: Vocabulary) -> bool:
            now = later.get((words.table, words.column))
            return now is None or now[: len(words.names)] == words.names

        return [f"{words.table}.{words.column}" for words in self.before.vocabularies if not is_kept(words)]

    @property
    def bump(self) -> Bump:
        """What the change amounts to by Croissant's rules."""
        total = sum(self.counts.values(), Counter[str]())
        if total[REMOVED] or total[CHANGED] or self.columns_removed() or self.labels_changed():
            return Bump.MAJOR
        return Bump.MINOR if total[ADDED] or self.columns_added() or self.labels_added() else Bump.PATCH

    def differences(self) -> Iterator[Difference]:
        """Yield every difference, in the order of the articles' ids, the registry last; count them by the way.

        Raises:
            CorpusError: if a side cannot be read.
        """
        tables = {table.name: _Compared.of(table, self.before, self.after) for table in TABLES}
        for before, after in _side_by_side(self.before.groups(), self.after.groups()):
            is_same = isinstance(before, ArrowGroup) and isinstance(after, ArrowGroup) and before.is_same(after)
            if is_same:
                continue
            for compared in tables.values():
                for difference in compared.differences(before, after):
                    self.counts[difference.table][difference.kind] += 1
                    yield difference


def _all_columns(side: Side) -> set[str]:
    return {
        f"{table.name}.{path}"
        for table in TABLES
        for path in column_paths(own_columns(table, side.columns.get(table.name, {})))
    }


def _side_by_side(before: Iterator[Group], after: Iterator[Group]) -> Iterator[tuple[Group | None, Group | None]]:
    one, two = next(before, None), next(after, None)
    while one is not None or two is not None:
        if two is None or (one is not None and one.order < two.order):
            yield one, None
            one = next(before, None)
        elif one is None or two.order < one.order:
            yield None, two
            two = next(after, None)
        else:
            yield one, two
            one, two = next(before, None), next(after, None)


@dataclass(frozen=True, slots=True)
class _Compared:
    """How the records of one table are compared: on the columns that both sides have, told by this table."""

    table: Table
    columns: Columns

    @classmethod
    def of(cls, table: Table, before: Side, after: Side) -> _Compared:
        one, two = before.columns.get(table.name, {}), after.columns.get(table.name, {})
        return cls(table, own_columns(table, in_both(one, two) if one and two else one or two))

    def differences(self, before: Group | None, after: Group | None) -> Iterator[Difference]:
        earlier = before.rows(self.table) if before else {}
        later = after.rows(self.table) if after else {}
        if earlier is None or later is None:
            yield from self._by_digest(before, after)
            return
        for key in sorted(earlier.keys() | later.keys()):
            if key not in earlier:
                yield Difference(self.table.name, key, ADDED, spans=self._spans(after, later[key][1], "after"))
            elif key not in later:
                spans = () if after is None else self._spans(before, earlier[key][1], "before")
                yield Difference(self.table.name, key, REMOVED, spans=spans)
            else:
                one, two = (projected(rows[key][1], self.columns) for rows in (earlier, later))
                fields = tuple(field_changes(one, two))
                if self.table.name == "articles" and earlier[key][0] != later[key][0]:
                    fields += (FieldChange("split", earlier[key][0], later[key][0]),)
                if fields:
                    changed = {change.path.replace("[", ".").split(".", maxsplit=1)[0] for change in fields}
                    spans = self._spans(before, one, "before", changed) + self._spans(after, two, "after", changed)
                    yield Difference(self.table.name, key, CHANGED, fields, spans)

    def _by_digest(self, before: Group | None, after: Group | None) -> Iterator[Difference]:
        earlier = before.digests(self.table, self.columns) if before else {}
        later = after.digests(self.table, self.columns) if after else {}
        for key in sorted(earlier.keys() | later.keys()):
            if key not in earlier:
                yield Difference(self.table.name, key, ADDED)
            elif key not in later:
                yield Difference(self.table.name, key, REMOVED)
            elif earlier[key][1] != later[key][1]:
                yield Difference(self.table.name, key, CHANGED)
            elif self.table.name == "articles" and earlier[key][0] != later[key][0]:
                moved = FieldChange("split", earlier[key][0], later[key][0])
                yield Difference(self.table.name, key, CHANGED, (moved,))

    def _spans(
        self, group: Group | None, row: Row, side: str, changed: set[str] | None = None
    ) -> tuple[SpanInContext, ...]:
        if group is None or self.table not in ARTICLE_TABLES or self.table.name == "articles":
            return ()
        articles = group.rows(TABLES[0]) or {}
        text = next((article["text"] for _, article in articles.values()), None)
        return () if text is None else tuple(spans_in_context(row, text, side, changed))
