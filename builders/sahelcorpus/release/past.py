"""The history of a collection: which versions were released, and what `releases/<version>.json` says of each."""

from __future__ import annotations

import json
import re
from datetime import date

from pydantic import ValidationError

from sahelcorpus.records import PastRelease
from sahelcorpus.records.base import VERSION_PATTERN
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.release.versions import parsed
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding, read_text

_VERSION = re.compile(VERSION_PATTERN)


def past_versions(folder: CollectionFolder) -> list[str]:
    """Return the versions that a collection was released as, the earliest first."""
    names = (name.removesuffix(".json") for name in folder.names("releases") if name.endswith(".json"))
    return sorted((name for name in names if _VERSION.match(name)), key=parsed)


def past_release(folder: CollectionFolder, version: str) -> PastRelease:
    """Return what the history says of a version.

    Raises:
        CorpusError: if it says nothing (SC101), or what does not fit its schema (SC109).
    """
    name = f"releases/{version}.json"
    text = read_text(folder.path / name, name)
    try:
        return PastRelease.from_plain(json.loads(text))
    except (ValidationError, ValueError) as error:
        found, allowed = str(error).replace("\n", " ")[:200], "what schemas/past-release.schema.json says"
        raise CorpusError(finding("SC109", name, "", found, allowed)) from None


def released_day(folder: CollectionFolder, version: str, digest: str) -> date | None:
    """Return the day on which records of this digest were released as this version; None if they were not.

    Raises:
        CorpusError: as `past_release`.
    """
    if version not in past_versions(folder):
        return None
    past = past_release(folder, version)
    return past.released if past.digest == digest else None
