"""Which record types have a published schema, and the text of each."""

from __future__ import annotations

import json

from sahelcorpus.records.articles import Annotations, ArticleMetadata
from sahelcorpus.records.base import Record
from sahelcorpus.records.json_schema import json_schema
from sahelcorpus.records.registry import Collection, ColumnMapping, Removal
from sahelcorpus.records.releases import PastRelease, Release
from sahelcorpus.records.tables import TABLES

PUBLISHED: dict[str, type[Record]] = {
    **{table.name: table.row for table in TABLES},
    "article-metadata": ArticleMetadata,
    "article-annotations": Annotations,
    "collection": Collection,
    "removals": Removal,
    "columns": ColumnMapping,
    "release": Release,
    "past-release": PastRelease,
}


def schema_files() -> dict[str, str]:
    """Return the name and the whole text of every file of `schemas/`."""
    return {
        f"{name}.schema.json": json.dumps(json_schema(record, name), ensure_ascii=False, indent=2, default=str) + "\n"
        for name, record in PUBLISHED.items()
    }
