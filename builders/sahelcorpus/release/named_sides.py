"""From what somebody typed to a side of a comparison: a built directory, a collection, or a version of one."""

from __future__ import annotations

from pathlib import Path

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.release.build import RELEASE_FILE
from sahelcorpus.release.past import past_versions
from sahelcorpus.release.record_lists import PastSide
from sahelcorpus.release.sides import BuiltSide, CollectionSide, Side
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding


def named_side(words: str) -> Side:
    """Return the side that words name.

    Args:
        words: A directory that was built, a collection's folder, or `COLLECTION@x.y.z`: that version of the collection,
            as its history remembers it.

    Raises:
        CorpusError: if they name none, or it cannot be read.
    """
    path = Path(words)
    if (path / RELEASE_FILE).is_file():
        return BuiltSide(path)
    if (path / "collection.yaml").is_file():
        return CollectionSide(path)
    before, at, version = words.rpartition("@")
    if not at:
        allowed = "a built directory, a collection's folder, or COLLECTION@x.y.z"
        raise CorpusError(finding("SC112", words, "", "neither a dataset nor a collection", allowed))
    folder = CollectionFolder(before)
    versions = past_versions(folder)
    if version not in versions:
        allowed = ", ".join(versions) or "nothing: it was never released"
        raise CorpusError(finding("SC101", f"{before}/releases/{version}.json", "", f"no version {version}", allowed))
    return PastSide(folder, version)


def last_release(collection: Path) -> PastSide:
    """Return the last release of a collection, as its history remembers it.

    Raises:
        CorpusError: if it was never released.
    """
    folder = CollectionFolder(collection)
    versions = past_versions(folder)
    if not versions:
        found, allowed = "no release", "a collection that was released, or two things to compare"
        raise CorpusError(finding("SC101", f"{collection}/releases", "", found, allowed))
    return PastSide(folder, versions[-1])
