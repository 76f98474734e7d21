"""From one dataset directory to another, article by article: every table that hangs on articles follows."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from sahelcorpus.records import Release
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import ARTICLE_TABLES, REGISTRY_TABLES, Row, table_named
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.build import current_vocabularies, described_files, release_digest, table_parts
from sahelcorpus.release.chunks import Part, encoded
from sahelcorpus.release.parquet import PartWriter, part_rows
from sahelcorpus.release.verification import TRACES_FILE

_ROWS_AT_ONCE = 250


def dumped_articles(directory: Path, split: Split) -> Iterator[Row]:
    """Yield the articles of one split of a dataset directory, as records are dumped."""
    table = table_named("articles")
    decode = row_decoder(table.row)
    for batch in part_rows(directory, table, split, _ROWS_AT_ONCE):
        for row in batch.to_pylist():
            yield decode(row)


def splits_in(release: Release) -> list[Split]:
    """Return the splits that the articles of a dataset are in."""
    return [part.split for part in release.tables if part.table == "articles"]


def rewrite_tables(directory: Path, release: Release, target: Path, change: Callable[[Row], Row]) -> Release:
    """Write every table of a dataset anew, each article changed, and copy the other files.

    Args:
        directory: A dataset directory that was verified.
        release: What it says of itself.
        target: An empty folder. `README.md` and `release.json` are left to the caller.
        change: Returns the changed article; it may leave out quotations and stances.

    Returns:
        The release with the digests of the changed tables; `describe_files` makes it complete.
    """
    digests: defaultdict[Part, bytearray] = defaultdict(bytearray)
    for split in splits_in(release):
        writers = {table.name: PartWriter(target, table, split) for table in ARTICLE_TABLES}
        changed = map(change, dumped_articles(directory, split))
        while articles := list(islice(changed, _ROWS_AT_ONCE)):
            for table in ARTICLE_TABLES:
                assert table.from_article is not None  # noqa: S101 - that is what ARTICLE_TABLES are
                batch, found = encoded(table, [row for article in articles for row in table.from_article(article)])
                writers[table.name].write(batch)
                digests[table.name, split] += found
        for writer in writers.values():
            writer.close()
    registry = {table.name for table in REGISTRY_TABLES}
    made_anew = {table.name for table in ARTICLE_TABLES} | {TRACES_FILE.split("/", maxsplit=1)[0]}
    for part in release.files:
        if part.path.split("/")[0] not in made_anew:
            (target / part.path).parent.mkdir(exist_ok=True)
            shutil.copyfile(directory / part.path, target / part.path)
    tables = table_parts(digests) + [part for part in release.tables if part.table in registry]
    vocabularies = current_vocabularies()
    return release.model_copy(
        update={
            "tables": tables,
            "vocabularies": vocabularies,
            "digest": release_digest(tables, vocabularies),
            "files": [],
        }
    )


def describe_files(directory: Path, release: Release) -> Release:
    """Return the release with the list of files that now lie in its directory."""
    return release.model_copy(update={"files": list(described_files(directory))})
