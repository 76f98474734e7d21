"""What left a collection since a release was built, told to whoever has that release; nothing is asked of a network.

The list comes from something newer: a directory that was built later (its `release.json` carries the tombstones), the
collection itself, or its `removals.yaml`. A file `NAME.removals.yaml` beside the directory NAME is found by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
from pydantic import ValidationError

from sahelcorpus.records import Release, Removal
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.build import RELEASE_FILE
from sahelcorpus.release.parquet import part_files
from sahelcorpus.release.verification import read_release
from sahelcorpus.release.versions import parsed
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding, read_text
from sahelcorpus.store.yaml_reading import read_yaml


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What left a collection.

    Attributes:
        name: Where the list was read.
        removals: The tombstones.
        min_usable_version: The oldest version from which nothing was removed since, if the list says so.
        collection: The collection's name, if the list says so.
    """

    name: str
    removals: list[Removal]
    min_usable_version: str | None = None
    collection: str | None = None


def read_withdrawn(directory: Path, path: Path | None = None) -> Withdrawn | None:
    """Read what left a collection.

    Args:
        directory: The dataset in hand.
        path: A newer dataset directory, a collection's folder, or a file such as `removals.yaml`; None takes the file
            beside the directory, if there is one.

    Returns:
        The list; None if no path was given and no file lies beside.

    Raises:
        CorpusError: if it cannot be read.
    """
    if path is None:
        whole = directory.resolve()
        path = whole.with_name(f"{whole.name}.removals.yaml")
        if not path.is_file():
            return None
    if (path / RELEASE_FILE).is_file():
        release = read_release(path)
        return Withdrawn(str(path), release.removals, release.min_usable_version, release.collection)
    if path.is_dir():
        registry = CollectionFolder(path).registry()
        about = registry.collection
        return Withdrawn(str(path), list(registry.removals.values()), about.min_usable_version, about.name)
    plain = read_yaml(read_text(path, str(path)), str(path)) or []
    try:
        return Withdrawn(str(path), [Removal.from_plain(item) for item in plain])
    except (ValidationError, TypeError, ValueError) as error:
        found = str(error).replace("\n", " ")[:200]
        allowed = "what schemas/removals.schema.json says"
        raise CorpusError(finding("SC109", str(path), "", found, allowed)) from None


def removed_ids(directory: Path, withdrawn: Withdrawn) -> dict[str, Removal]:
    """Return the articles of a dataset that left since, with their tombstones: known by id or by text."""
    by_id = {removal.article_id: removal for removal in withdrawn.removals}
    by_text = {removal.text_sha256: removal for removal in withdrawn.removals if removal.text_sha256}
    found = {}
    for split in Split:
        for part in part_files(directory, "articles", split):
            with pq.ParquetFile(part) as file:
                for row in file.read(columns=["article_id", "provenance.text_sha256"]).to_pylist():
                    removal = by_id.get(row["article_id"]) or by_text.get(row["provenance"]["text_sha256"])
                    if removal is not None:
                        found[row["article_id"]] = removal
    return found


def removed_since(directory: Path, release: Release, withdrawn: Withdrawn) -> Iterator[Finding]:
    """Yield what a dataset holds that left its collection since (SC923).

    Raises:
        CorpusError: if the list is another collection's (SC112).
    """
    if withdrawn.collection not in (None, release.collection):
        found = f"removals of the collection {withdrawn.collection!r}"
        raise CorpusError(finding("SC112", withdrawn.name, "", found, f"those of {release.collection!r}"))
    oldest = withdrawn.min_usable_version
    if oldest is not None and parsed(release.version) < parsed(oldest):
        found, allowed = f"version {release.version}", f"{oldest} or newer: articles were removed since"
        yield finding("SC923", RELEASE_FILE, "version", found, allowed)
    for article_id, removal in sorted(removed_ids(directory, withdrawn).items()):
        found = f"an article that was removed on {removal.removed}: {removal.reason.value.replace('_', ' ')}"
        yield finding("SC923", "articles", article_id, found, f"what {withdrawn.name} does not list")
