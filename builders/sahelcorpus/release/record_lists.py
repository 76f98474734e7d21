"""The list of records that lies beside `releases/<version>.json`: every record of a release with its digest.

With it, what changed since a release can be told without the dataset of that release, record by record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from sahelcorpus.records import FilePart
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import TABLES, table_named
from sahelcorpus.release.columns import Columns, columns_named, own_columns
from sahelcorpus.release.groups import RANKS, DigestGroup, Group, owner_of
from sahelcorpus.release.past import past_release
from sahelcorpus.release.sides import Side
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding


class PastSide(Side):
    """A release that a collection's history remembers: digests of records, not the records."""

    def __init__(self, folder: CollectionFolder, version: str) -> None:
        """Open the history of `version`.

        Raises:
            CorpusError: as `past_release`.
        """
        self.release = past_release(folder, version)
        self.name = f"{folder.path}@{version}"
        self.collection, self.version = self.release.collection, version
        self.columns = {part.table: columns_named(part.columns) for part in self.release.columns}
        self.vocabularies = self.release.vocabularies
        self._records = f"releases/{self.release.records.path}"
        self._path = folder.path / self._records

    def groups(self) -> Iterator[Group]:
        """Yield the groups in order.

        Raises:
            CorpusError: if the list of records is not there or not the one that was written (SC101, SC902).
        """
        for (rank, owner), lines in groupby(self._lines(), key=itemgetter(0)):
            group = DigestGroup(rank, owner)
            for _, (table, split, key, digest) in lines:
                group.known.setdefault(table, {})[key] = (split, digest)
            yield group

    def _lines(self) -> Iterator[tuple[tuple[int, str], tuple[str, str, str, str]]]:
        sha256 = hashlib.sha256()
        try:
            with self._path.open("rb") as file:
                for line in file:
                    sha256.update(line)
                    table, split, key, digest = line.decode().rstrip("\n").split("\t")
                    yield (RANKS[table], owner_of(table_named(table), key)), (table, split, key, digest)
        except FileNotFoundError:
            raise CorpusError(finding("SC101", self._records, "", "no file", "the list of records")) from None
        except (ValueError, KeyError):
            allowed = "table, split, key and digest, between tabs"
            raise CorpusError(finding("SC902", self._records, "", "a line that is none", allowed)) from None
        if sha256.hexdigest() != self.release.records.sha256:
            found = f"bytes with SHA-256 {sha256.hexdigest()[:12]}…"
            raise CorpusError(finding("SC902", self._records, "", found, f"{self.release.records.sha256[:12]}…"))


def record_lines(groups: Iterable[Group], columns: dict[str, Columns]) -> Iterator[bytes]:
    """Yield the lines of the list of records of a release, from its groups in order."""
    own = {table.name: own_columns(table, columns[table.name]) for table in TABLES}
    for group in groups:
        for table in TABLES:
            for key, (split, digest) in sorted(group.digests(table, own[table.name]).items()):
                yield f"{table.name}\t{split}\t{key}\t{digest}\n".encode()


def listed(path: Path, lines: Iterable[bytes]) -> FilePart:
    """Write the list of records of a release to a file, and return its name, size and digest."""
    sha256, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for line in lines:
            file.write(line)
            sha256.update(line)
            size += len(line)
    return FilePart(path=path.name, size=size, sha256=sha256.hexdigest())
