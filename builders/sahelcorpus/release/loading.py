"""`sahelcorpus.load`: a dataset for training code, proved before it is handed over.

`datasets` verifies nothing in a local directory, and takes an old cache for a changed file of the same age. Here the
cache is named by the digest of what is loaded: other data can never come out of it.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import datasets
import datasets.exceptions
import pyarrow as pa

from sahelcorpus import __version__
from sahelcorpus.check.collection import SplitKeeper
from sahelcorpus.records import Release
from sahelcorpus.records.arrow_schema import arrow_schema
from sahelcorpus.records.features import features
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.rows import completed, row_decoder, row_encoder
from sahelcorpus.records.shape import walk
from sahelcorpus.records.tables import DEFAULT_TABLE, REGISTRY_TABLES, Table, table_named
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.build import RELEASE_FILE, Assembled
from sahelcorpus.release.chunks import encoded
from sahelcorpus.release.parquet import part_rows
from sahelcorpus.release.splits import split_of
from sahelcorpus.release.verification import verify
from sahelcorpus.release.withdrawn import read_withdrawn, removed_ids, removed_since
from sahelcorpus.store.files import finding


@dataclass
class TableConfig(datasets.BuilderConfig):
    """Which table of which folder."""

    folder: str = ""
    table: str = DEFAULT_TABLE


class _TableBuilder(datasets.ArrowBasedBuilder):
    """Hands one table to `datasets` as Arrow; the subclasses know where it comes from."""

    BUILDER_CONFIG_CLASS = TableConfig
    config: TableConfig

    def _table(self) -> Table:
        return table_named(self.config.table)

    def _info(self) -> datasets.DatasetInfo:
        return datasets.DatasetInfo(
            features=datasets.Features.from_dict(features(self._table().row)), version=self.config.version
        )


class ReleaseBuilder(_TableBuilder):
    """Reads a built directory."""

    def _split_generators(self, _: Any) -> list[datasets.SplitGenerator]:
        directory, table = Path(self.config.folder), self._table()
        return [
            datasets.SplitGenerator(name=split.value, gen_kwargs={"split": split.value})
            for split in Split
            if any((directory / table.name).glob(f"{split.value}-*.parquet"))
        ]

    def _generate_tables(self, split: str) -> Iterator[tuple[Any, pa.Table]]:
        table = self._table()
        wanted = arrow_schema(table.row).remove_metadata()
        for number, batch in enumerate(part_rows(Path(self.config.folder), table, Split(split))):
            is_current = batch.schema.remove_metadata().equals(wanted)
            yield _key(number), pa.Table.from_batches([batch if is_current else _completed(batch, table)])


def _completed(batch: pa.RecordBatch, table: Table) -> pa.RecordBatch:
    """Return rows of an earlier, narrower schema with the columns that came later."""
    decode, encode, shape = row_decoder(table.row), row_encoder(table.row), walk(table.row)
    rows = [encode(completed(decode(row), shape)) for row in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=arrow_schema(table.row))


class CollectionBuilder(_TableBuilder):
    """Reads a collection folder, checked article by article as `sahelcorpus build` does; none are compared."""

    def _split_generators(self, _: Any) -> list[datasets.SplitGenerator]:
        assembled = Assembled.open(Path(self.config.folder))
        dealt: dict[Split, list[str]] = {}
        if self._table() in REGISTRY_TABLES:
            dealt[Split.TRAIN] = []
        else:
            keeper = SplitKeeper()
            for article_id in assembled.article_ids:
                metadata = assembled.folder.metadata(article_id)
                split = split_of(metadata.model_dump(), assembled.order.split_key, assembled.order.article_count)
                if metadata.cluster_id:
                    keeper.see([(metadata.cluster_id, split, article_id)])
                dealt.setdefault(split, []).append(article_id)
            if findings := list(keeper.findings()):
                raise CorpusError(findings)
        # a tuple: `datasets` would take a list for files to be shared out among processes
        return [
            datasets.SplitGenerator(name=split.value, gen_kwargs={"split": split.value, "ids": tuple(dealt[split])})
            for split in Split
            if split in dealt
        ]

    def _generate_tables(self, split: str, ids: tuple[str, ...]) -> Iterator[tuple[Any, pa.Table]]:
        assembled, table = Assembled.open(Path(self.config.folder), compare=False), self._table()
        if table in REGISTRY_TABLES:
            batch, _ = encoded(table, assembled.registry_rows(table))
            yield _key(0), pa.Table.from_batches([batch])
            return
        for number, chunk in enumerate(replace(assembled, article_ids=list(ids)).chunks(workers=1)):
            if (table.name, Split(split)) in chunk.batches:
                yield _key(number), pa.Table.from_batches([chunk.batches[table.name, Split(split)]])


def _key(number: int) -> Any:
    """Return the key of a piece of a table as the installed `datasets` wants it: a number, or a typed pair."""
    try:
        from datasets.builder import Key  # noqa: PLC0415 - `datasets` 4.0 has none
    except ImportError:
        return number
    return Key(0, number)


def load(  # noqa: PLR0913 - what is asked for by name, one by one
    path: str | Path,
    table: str = DEFAULT_TABLE,
    *,
    split: str | None = None,
    streaming: bool = False,
    digest: str | None = None,
    removals: str | Path | None = None,
    cache_dir: str | Path | None = None,
) -> Any:
    """Return a table of a built dataset or of a collection folder, proved first.

    Args:
        path: A directory that `sahelcorpus build` wrote, or a collection's folder, which is checked and built.
        table: `articles`, `quotes`, `stances`, `annotations`, `sources`, `actors` or `annotators`.
        split: `train`, `validation` or `test`; None for all.
        streaming: Return iterable datasets that read as they go.
        digest: The release digest a built directory must have.
        removals: Something newer that says what was removed since a directory was built: a newer directory, the
            collection, or its `removals.yaml`; None takes the file `NAME.removals.yaml` beside the directory, if there
            is one. What was removed is left out, with a warning.
        cache_dir: Where `datasets` keeps its cache.

    Returns:
        What `datasets.load_dataset` returns: a `Dataset` for one split, a `DatasetDict` for all, or their iterable kin.

    Raises:
        CorpusError: with everything that does not hold.
        KeyError: for a table that does not exist.
        ValueError: for a split that the table does not have.
    """
    folder = Path(path)
    table_named(table)
    removed: Collection[str] = ()
    builder_type: type[_TableBuilder]
    if (folder / RELEASE_FILE).is_file():
        release, findings = verify(folder, digest=digest)
        if findings:
            raise CorpusError(findings)
        removed = _removed_since(folder, release, removals)
        builder_type, version, key = ReleaseBuilder, release.version, release.digest
    elif (folder / "collection.yaml").is_file():
        if digest is not None:
            raise ValueError("a collection folder has no release digest: build it, or leave digest out")
        if removals is not None:
            raise ValueError("a collection folder says itself what was removed from it: leave removals out")
        assembled = Assembled.open(folder)
        builder_type, version = CollectionBuilder, assembled.registry.collection.version
        key = assembled.folder.digest()
    else:
        allowed = "a folder with release.json (built) or collection.yaml (a collection)"
        raise CorpusError(finding("SC112", str(path), "", "neither a dataset nor a collection", allowed))
    builder = builder_type(
        cache_dir=str(cache_dir) if cache_dir else None,
        config_name=table,
        hash=f"{key[:32]}-{__version__}",
        version=version,
        folder=str(folder.resolve()),
        table=table,
    )
    if streaming:
        return _chosen(_without(removed, builder.as_streaming_dataset(), table), table, split)
    try:
        builder.download_and_prepare()
    except datasets.exceptions.DatasetGenerationError as error:
        if isinstance(error.__cause__, CorpusError):
            raise error.__cause__ from None
        raise
    return _chosen(_without(removed, builder.as_dataset(), table), table, split)


class RemovedSinceWarning(UserWarning):
    """Given where a release is loaded from which articles were removed since."""


def _removed_since(folder: Path, release: Release, removals: str | Path | None) -> Collection[str]:
    """Return the articles that left since a release was built, and warn of them."""
    withdrawn = read_withdrawn(folder, Path(removals) if removals is not None else None)
    if withdrawn is None:
        return ()
    findings = list(removed_since(folder, release, withdrawn))
    if findings:
        told = "; ".join(f"{found.place}: {found.found}" for found in findings)
        words = f"{folder} ({release.version}) holds what was removed since, which is left out here. {told}"
        warnings.warn(words, RemovedSinceWarning, stacklevel=3)
    return removed_ids(folder, withdrawn)


def _without(removed: Collection[str], parts: Any, table: str) -> Any:
    """Return the splits of a table without the rows of removed articles."""
    if not removed or table_named(table) in REGISTRY_TABLES:
        return parts
    for name, part in parts.items():
        if isinstance(part, datasets.IterableDataset):
            parts[name] = part.filter(lambda row: row["article_id"] not in removed)
        else:
            kept = [number for number, article_id in enumerate(part["article_id"]) if article_id not in removed]
            parts[name] = part.select(kept)
    return parts


def _chosen(parts: Any, table: str, split: str | None) -> Any:
    if split is None:
        return parts
    if split not in parts:
        raise ValueError(f"{table} has no split {split!r}; it has {', '.join(parts)}")
    return parts[split]
