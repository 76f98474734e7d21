"""Reading a built dataset for the page: proved first, then article by article."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sahelcorpus.records import Release
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import table_named
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.parquet import part_files, part_rows
from sahelcorpus.release.verification import verify
from sahelcorpus.store.files import read_text
from sahelcorpus.store.yaml_reading import read_yaml

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


@dataclass(frozen=True, slots=True)
class BuiltDataset:
    """A dataset directory that was proved.

    Attributes:
        directory: The directory, as it was named.
        release: What it says of itself.
        title: Its title for people.
        description: One sentence.
        licence: Licence of the annotations.
        homepage: Where it lives, if anywhere.
    """

    directory: Path
    release: Release
    title: str
    description: str
    licence: str
    homepage: str | None

    @classmethod
    def open(cls, directory: Path, progress: Progress | None = None) -> BuiltDataset:
        """Prove a directory and open it.

        Raises:
            CorpusError: with everything that does not hold.
        """
        release, findings = verify(directory, progress=progress)
        if findings:
            raise CorpusError(findings)
        front = _FRONT.match(read_text(directory / "README.md", "README.md"))
        told = read_yaml(front[1], "README.md") if front else {}
        described = json.loads(read_text(directory / "croissant.json", "croissant.json"))
        return cls(
            directory,
            release,
            str(told.get("pretty_name") or release.collection),
            str(described.get("description") or ""),
            str(described.get("license") or ""),
            described.get("url"),
        )

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return sum(part.rows for part in self.release.tables if part.table == "articles")

    def articles(self) -> Iterator[tuple[Split, dict[str, Any]]]:
        """Yield each article's row as Parquet holds it (labels as numbers), with its split."""
        table = table_named("articles")
        for split in Split:
            if part_files(self.directory, table.name, split):
                for batch in part_rows(self.directory, table, split, rows=250):
                    for row in batch.to_pylist():
                        yield split, row

    def registry(self, name: str) -> list[dict[str, Any]]:
        """Return the records of `sources`, `actors` or `annotators`, labels by name."""
        table = table_named(name)
        decode = row_decoder(table.row)
        return [decode(row) for batch in part_rows(self.directory, table, Split.TRAIN) for row in batch.to_pylist()]
