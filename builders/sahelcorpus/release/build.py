"""From a collection to a dataset directory: check everything, write aside, rename."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sahelcorpus import __version__
from sahelcorpus.check.collection import SplitKeeper, check_files, check_registry
from sahelcorpus.check.near_duplicates import Comparison
from sahelcorpus.check.rule import Known
from sahelcorpus.records import FilePart, Release, TableColumns, TablePart, Vocabulary
from sahelcorpus.records.canonical_json import set_digest
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.shape import label_columns, walk
from sahelcorpus.records.tables import ARTICLE_TABLES, REGISTRY_TABLES, TABLES, Table
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.card.cards import built_files
from sahelcorpus.release.card_sections import sections
from sahelcorpus.release.chunks import Chunk, Order, Part, chunks, encoded
from sahelcorpus.release.citation import CITATION_FILE, DATACITE_FILE, citation_cff, datacite
from sahelcorpus.release.columns import column_paths, columns_of
from sahelcorpus.release.croissant import croissant
from sahelcorpus.release.leaks import LeakFinder
from sahelcorpus.release.parquet import PartWriter
from sahelcorpus.release.past import released_day
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.atomic import folder_aside
from sahelcorpus.store.collection import CollectionFolder, Registry
from sahelcorpus.store.files import finding
from sahelcorpus.store.locking import folder_locked

RELEASE_FILE = "release.json"
Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""


@dataclass(slots=True)
class Assembled:
    """A checked collection, ready to be written.

    Attributes:
        folder: The collection.
        registry: Its registry.
        article_ids: Its articles.
        order: What the work on a chunk needs to know.
        statistics: What stands in it; complete when all chunks have passed.
        new_pins: Id and split of every article that the release at hand pins; complete when all chunks have passed.
    """

    folder: CollectionFolder
    registry: Registry
    article_ids: list[str]
    order: Order
    statistics: Statistics = field(default_factory=Statistics)
    new_pins: list[tuple[str, Split]] = field(default_factory=list)

    @classmethod
    def open(
        cls, collection: Path, today: date | None = None, *, pinned: bool = False, compare: bool = True
    ) -> Assembled:
        """Open a collection and check its registry.

        Args:
            collection: The collection's folder.
            today: The day after whose morrow dates are in the future; None takes the clock's.
            pinned: Pin every article to its split, as a release does.
            compare: Compare its articles with each other: near-duplicates, text in several splits.

        Raises:
            CorpusError: with everything that is wrong with it, articles aside.
        """
        folder = CollectionFolder(collection)
        registry = folder.registry()
        findings = [*check_registry(folder, registry), *check_files(folder, registry.collection.card)]
        if findings:
            raise CorpusError(findings)
        article_ids = folder.article_ids()
        known = Known.of(registry, today or datetime.now(UTC).date())
        key = registry.collection.split_key
        order = Order(folder.path, known, key, len(article_ids), pinned=pinned, compare=compare)
        return cls(folder, registry, article_ids, order)

    def chunks(self, workers: int | None = None, progress: Progress | None = None) -> Iterator[Chunk]:
        """Yield the checked chunks.

        Raises:
            CorpusError: after the last chunk, with everything that is wrong with the articles.
        """
        findings: list[Finding] = []
        keeper, leaks = SplitKeeper(), LeakFinder(Comparison(self.folder))
        done = 0
        for chunk in chunks(self.order, self.article_ids, workers):
            findings += chunk.findings
            keeper.see(chunk.in_groups)
            if chunk.leaks is not None and not findings:
                leaks.see(chunk.leaks)
            self.statistics.add(chunk.statistics)
            self.new_pins += chunk.new_pins
            done += chunk.articles
            if progress:
                progress(done, len(self.article_ids))
            if not findings:
                yield chunk
        findings += keeper.findings()
        if self.order.compare and not findings:
            self.statistics.leaks, findings = leaks.report()
        if findings:
            raise CorpusError(findings)

    def registry_rows(self, table: Table) -> list[dict[str, object]]:
        """Return the dumped records of a table that comes from the registry, sorted by key."""
        records = getattr(self.registry, table.name)
        return [records[key].model_dump() for key in sorted(records)]


def build(
    collection: Path,
    target: Path,
    *,
    workers: int | None = None,
    today: date | None = None,
    progress: Progress | None = None,
) -> Release:
    """Check a collection and write it as a dataset directory.

    Args:
        collection: The collection's folder.
        target: The directory to write; an earlier dataset there is replaced when the new one is whole.
        workers: Processes; None takes one a core.
        today: The day after whose morrow dates are in the future; None takes the clock's.
        progress: Told how far the work is.

    Returns:
        What `release.json` says.

    Raises:
        CorpusError: if a rule is broken, the target cannot be written, or another process is at work on one of the two;
            then the target is what it was.
    """
    refuse_target(collection, target)
    folder = CollectionFolder(collection)
    with folder_locked(folder.path, shared=True), folder_aside(target) as aside:
        return write_dataset(aside, Assembled.open(collection, today), workers, progress)


def write_dataset(
    directory: Path, assembled: Assembled, workers: int | None = None, progress: Progress | None = None
) -> Release:
    """Check a collection and write it into an empty directory; arguments, result and errors are those of `build`."""
    digests: defaultdict[Part, bytearray] = defaultdict(bytearray)
    _write_tables(directory, assembled, digests, workers, progress)
    release = _describe(directory, assembled, digests)
    write_release(directory, release)
    return release


def write_release(directory: Path, release: Release) -> None:
    """Write `release.json`: the last file of a dataset directory."""
    content = json.dumps(release.to_plain(), ensure_ascii=False, indent=1) + "\n"
    (directory / RELEASE_FILE).write_text(content, encoding="utf-8")


def table_parts(digests: dict[Part, bytearray]) -> list[TablePart]:
    """Return what `release.json` says of each table and split, in the order of the tables.

    Args:
        digests: The digests of the records, 32 bytes each, by table and split.
    """
    return [
        TablePart(table=table.name, split=split, rows=len(digests[part]) // 32, digest=set_digest(bytes(digests[part])))
        for table in TABLES
        for split in Split
        if (part := (table.name, split)) in digests
    ]


def refuse_target(origin: Path, target: Path) -> None:
    """Refuse a target that would overwrite what it is made from, or anything that is no dataset.

    Raises:
        CorpusError: SC113 or SC114.
    """
    here, there = origin.resolve(), target.resolve()
    if here == there or here in there.parents or there in here.parents:
        found = f"a target that holds or lies in {origin}"
        raise CorpusError(finding("SC114", str(target), "", found, "a directory of its own"))
    if target.is_dir():
        if any(target.iterdir()) and not (target / RELEASE_FILE).is_file():
            found = "a folder with other things than a dataset"
            raise CorpusError(finding("SC113", str(target), "", found, "an empty folder, or an earlier build"))
    elif target.exists() or target.is_symlink():
        raise CorpusError(finding("SC113", str(target), "", "a file", "a directory, or nothing"))


def _write_tables(
    aside: Path,
    assembled: Assembled,
    digests: defaultdict[Part, bytearray],
    workers: int | None,
    progress: Progress | None,
) -> None:
    writers: dict[Part, PartWriter] = {}
    for chunk in assembled.chunks(workers, progress):
        for part, batch in chunk.batches.items():
            if part not in writers:
                table = next(table for table in ARTICLE_TABLES if table.name == part[0])
                writers[part] = PartWriter(aside, table, part[1])
            writers[part].write(batch)
            digests[part] += chunk.digests[part]
    for writer in writers.values():
        writer.close()
    for table in REGISTRY_TABLES:
        batch, record_digests = encoded(table, assembled.registry_rows(table))
        part = (table.name, Split.TRAIN)
        writer = PartWriter(aside, table, part[1])
        writer.write(batch)
        writer.close()
        digests[part] += record_digests


def _describe(aside: Path, assembled: Assembled, digests: dict[Part, bytearray]) -> Release:
    collection = assembled.registry.collection
    tables = table_parts(digests)
    vocabularies = current_vocabularies()
    digest = release_digest(tables, vocabularies)
    for name, card in built_files(assembled.folder, assembled.registry, assembled.statistics, tables).items():
        (aside / name).parent.mkdir(exist_ok=True)
        (aside / name).write_bytes(card)
    prose = sections((aside / "README.md").read_text(encoding="utf-8"))
    released = released_day(assembled.folder, collection.version, digest)
    described = croissant(assembled.registry, tables, assembled.statistics, prose, released)
    content = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
    (aside / "croissant.json").write_text(content, encoding="utf-8")
    (aside / CITATION_FILE).write_text(citation_cff(collection, digest, released), encoding="utf-8")
    (aside / DATACITE_FILE).write_text(datacite(collection, tables, digest, released), encoding="utf-8")
    return Release(
        collection=collection.name,
        version=collection.version,
        digest=digest,
        released=released is not None,
        built_with=f"sahelcorpus {__version__}",
        standoff_limit=collection.standoff_limit,
        min_usable_version=collection.min_usable_version,
        removals=list(assembled.registry.removals.values()),
        tables=tables,
        columns=current_columns(),
        vocabularies=vocabularies,
        files=list(described_files(aside)),
    )


def current_columns() -> list[TableColumns]:
    """Return the columns of every table."""
    return [TableColumns(table=table.name, columns=list(column_paths(columns_of(table)))) for table in TABLES]


def current_vocabularies() -> list[Vocabulary]:
    """Return every column of labels of every table, with its names in order."""
    return [
        Vocabulary(table=table.name, column=column, names=list(names))
        for table in TABLES
        for column, names in label_columns(walk(table.row))
    ]


def release_digest(tables: Iterable[TablePart], vocabularies: Iterable[Vocabulary]) -> str:
    """Return the digest of a release: over the digests of its tables and the order of its labels, in hexadecimal."""
    lines = [f"{part.table}/{part.split} {part.rows} {part.digest}" for part in tables]
    lines += [f"{words.table}.{words.column} {' '.join(words.names)}" for words in vocabularies]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def described_files(folder: Path) -> Iterator[FilePart]:
    """Yield path, size and SHA-256 of every file of a dataset directory but `release.json`, sorted by path."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != RELEASE_FILE:
            yield FilePart(path=name, size=path.stat().st_size, sha256=file_sha256(path))


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
