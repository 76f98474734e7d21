"""The sides of a comparison: a built directory, or a collection as it stands; `record_lists.py` has the third kind."""

from __future__ import annotations

import heapq
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sahelcorpus.records import Vocabulary
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import ARTICLE_TABLES, REGISTRY_TABLES, TABLES, Table
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.build import current_vocabularies
from sahelcorpus.release.columns import Columns, columns_in, columns_of, own_columns
from sahelcorpus.release.groups import RANKS, ArrowGroup, Group, PlainGroup, owner_column
from sahelcorpus.release.parquet import part_files
from sahelcorpus.release.splits import split_of
from sahelcorpus.release.verification import read_release
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding
from sahelcorpus.store.parquet_reading import opened_parquet

_ROWS_AT_ONCE = 1_000
_ROWS_SORTED_AT_ONCE = {"articles": 5_000}
_OTHER_ROWS_SORTED_AT_ONCE = 50_000
_ROWS_MERGED_AT_ONCE = 4_000  # of all runs of a table and split together, so that memory does not grow with the runs


class Side(ABC):
    """One side of a comparison.

    Attributes:
        name: How people name it.
        collection: The collection's name.
        version: The version it says it is.
        columns: The columns of each table.
        vocabularies: The labels of each column of labels.
    """

    name: str
    collection: str
    version: str
    columns: dict[str, Columns]
    vocabularies: list[Vocabulary]

    @abstractmethod
    def groups(self) -> Iterator[Group]:
        """Yield the groups in order."""


class CollectionSide(Side):
    """A collection as it stands in its folder, not checked."""

    def __init__(self, path: Path) -> None:
        """Open the collection at `path`.

        Raises:
            CorpusError: if it is none, or its registry cannot be read.
        """
        self._folder = CollectionFolder(path)
        self._registry = self._folder.registry()
        self.name = str(path)
        self.collection = self._registry.collection.name
        self.version = self._registry.collection.version
        self.columns = {table.name: columns_of(table) for table in TABLES}
        self.vocabularies = current_vocabularies()

    def groups(self) -> Iterator[Group]:
        """Yield the groups in order.

        Raises:
            CorpusError: if an article cannot be read.
        """
        ids = self._folder.article_ids()
        for article_id in ids:
            article = self._folder.article(article_id).as_article().model_dump()
            split = split_of(article, self._registry.collection.split_key, len(ids))
            group = PlainGroup(0, article_id)
            for table in ARTICLE_TABLES:
                assert table.from_article is not None  # noqa: S101 - that is what ARTICLE_TABLES are
                group.add(table, split, table.from_article(article))
            yield group
        for table in REGISTRY_TABLES:
            records = getattr(self._registry, table.name)
            for key in sorted(records):
                group = PlainGroup(RANKS[table.name], key)
                group.add(table, Split.TRAIN, [records[key].model_dump()])
                yield group


class BuiltSide(Side):
    """A built directory, read as it streams; its files are taken as they are, `sahelcorpus verify` proves them."""

    def __init__(self, directory: Path) -> None:
        """Open the directory.

        Raises:
            CorpusError: if it is no dataset (SC902).
        """
        release = read_release(directory)
        self._directory = directory
        self.name = str(directory)
        self.collection, self.version = release.collection, release.version
        self.vocabularies = release.vocabularies
        self.columns = {}
        for table in TABLES:
            first = next((path for split in Split for path in part_files(directory, table.name, split)), None)
            if first is not None:
                try:
                    self.columns[table.name] = columns_in(pq.read_schema(first))
                except (pa.ArrowException, OSError) as error:
                    place = first.relative_to(directory).as_posix()
                    raise CorpusError(finding("SC902", place, "", str(error)[:120], "readable Parquet")) from None

    def groups(self) -> Iterator[Group]:
        """Yield the groups in order; what does not lie in order is first sorted into files of its own, aside.

        Raises:
            CorpusError: if a file cannot be read (SC902).
        """
        with tempfile.TemporaryDirectory(prefix="sahelcorpus-sorted-") as scratch, ExitStack() as opened:
            try:
                yield from self._merged(ARTICLE_TABLES, Path(scratch), opened)
                for table in REGISTRY_TABLES:
                    yield from self._merged((table,), Path(scratch), opened)
            except (pa.ArrowException, OSError) as error:
                found = f"a table that cannot be read: {str(error)[:120]}"
                raise CorpusError(finding("SC902", self.name, "", found, "readable Parquet")) from None

    def _merged(self, tables: tuple[Table, ...], scratch: Path, opened: ExitStack) -> Iterator[Group]:
        runs = [
            self._slices(table, split, batches)
            for table in tables
            for split in Split
            for batches in self._sorted_runs(table, split, scratch, opened)
        ]
        for owner, slices in groupby(heapq.merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
            yield ArrowGroup(RANKS[tables[0].name], owner, slices=[rest for _, rest in slices])

    @staticmethod
    def _slices(
        table: Table, split: Split, batches: Iterator[pa.RecordBatch]
    ) -> Iterator[tuple[str, tuple[str, str, pa.RecordBatch]]]:
        for batch in batches:
            start = 0
            for owner, same in groupby(batch.column(owner_column(table)).to_pylist()):
                count = sum(1 for _ in same)
                yield owner, (table.name, split.value, batch.slice(start, count))
                start += count

    def _sorted_runs(
        self, table: Table, split: Split, scratch: Path, opened: ExitStack
    ) -> Iterator[Iterator[pa.RecordBatch]]:
        """Yield runs of batches, the rows of each in the order of their owners: one run if the files are in order.

        Columns that another table tells as well are not even read: half of the work.
        """
        files = part_files(self._directory, table.name, split)
        own = list(own_columns(table, self.columns.get(table.name, {})))
        if _in_order(files, owner_column(table)):
            yield _batches(files, _ROWS_AT_ONCE, own)
            return
        rows = _ROWS_SORTED_AT_ONCE.get(table.name, _OTHER_ROWS_SORTED_AT_ONCE)
        path = scratch / f"{table.name}-{split.value}.arrow"
        runs = _sorted_aside(_batches(files, rows, own), path, owner_column(table), _rows_of_a_run(files, rows))
        # Read, not mapped: the pages of a mapped file stay with the process.
        reader = pa.ipc.open_file(opened.enter_context(pa.OSFile(str(path))))
        for places in runs:
            yield map(reader.get_batch, places)


def _rows_of_a_run(files: list[Path], rows: int) -> int:
    """Return how many rows of each run of `rows` rows may be in memory while all of them are merged."""
    count: int = sum(pq.read_metadata(path).num_rows for path in files)
    return max(1, min(_ROWS_AT_ONCE, _ROWS_MERGED_AT_ONCE * rows // count))


def _sorted_aside(runs: Iterator[pa.RecordBatch], path: Path, column: str, rows: int) -> list[range]:
    """Write each run sorted by `column` in batches of `rows`; return which batches of the file are each run's.

    One file for all runs, since a process may open only so many.
    """
    places: list[range] = []
    writer: pa.RecordBatchFileWriter | None = None
    with pa.OSFile(str(path), "wb") as sink:
        for run in runs:
            ordered = pa.Table.from_batches([run]).sort_by(column).to_batches(max_chunksize=rows)
            writer = writer or pa.ipc.new_file(sink, run.schema)
            for batch in ordered:
                writer.write_batch(batch)
            first = places[-1].stop if places else 0
            places.append(range(first, first + len(ordered)))
        if writer is not None:
            writer.close()
    return places


def _in_order(files: list[Path], column: str) -> bool:
    last = ""
    for batch in _batches(files, 100_000, [column]):
        names = batch.column(0)
        if not len(names):
            continue
        rising = pc.all(pc.less_equal(names.slice(0, len(names) - 1), names.slice(1))).as_py()
        if rising is False or names[0].as_py() < last:
            return False
        last = names[-1].as_py()
    return True


def _batches(files: list[Path], rows: int, columns: list[str]) -> Iterator[pa.RecordBatch]:
    for path in files:
        with opened_parquet(path) as file:
            yield from file.iter_batches(batch_size=rows, columns=columns, use_threads=False)
