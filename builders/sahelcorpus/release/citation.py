"""How a release is cited: `CITATION.cff` for people and forges, `datacite.json` for whoever registers a DOI, BibTeX."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sahelcorpus.records import Collection, TablePart
from sahelcorpus.store.yaml_writing import to_yaml

CITATION_FILE = "CITATION.cff"
DATACITE_FILE = "datacite.json"


def creators(collection: Collection) -> list[str]:
    """Return whom to name as makers."""
    return list(collection.creators) or [f"The makers of {collection.title}"]


def citation_cff(collection: Collection, digest: str, released: date | None) -> str:
    """Return the text of `CITATION.cff` (Citation File Format 1.2.0).

    Args:
        collection: What was built.
        digest: The digest of the release.
        released: Day of the release; None before it.
    """
    plain: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it with version and digest.",
        "type": "dataset",
        "title": collection.title,
        "abstract": collection.description,
        "authors": [{"name": name} for name in creators(collection)],
        "version": collection.version,
        "license": collection.annotation_licence,
        "identifiers": [{"type": "other", "value": f"sha256:{digest}", "description": "digest of the records"}],
    }
    if released:
        plain["date-released"] = released.isoformat()
    if collection.homepage:
        plain["url"] = collection.homepage
    return to_yaml(plain)


def bibtex(collection: Collection, released: date | None) -> str:
    """Return a BibTeX entry; the digest stands in `release.json`, as an entry is copied without its file."""
    lines = [
        f"@misc{{sahelcorpus-{collection.name}-{collection.version},",
        f"  title = {{{collection.title}}},",
        f"  author = {{{' and '.join('{' + name + '}' for name in creators(collection))}}},",
        f"  version = {{{collection.version}}},",
        *([f"  year = {{{released.year}}},"] if released else []),
        *([f"  url = {{{collection.homepage}}},"] if collection.homepage else []),
        "  note = {Dataset},",
        "}",
    ]
    return "\n".join(lines)


def datacite(collection: Collection, tables: Iterable[TablePart], digest: str, released: date | None) -> str:
    """Return the text of `datacite.json`: the attributes of DataCite's metadata schema 4.6, as its API takes them.

    Before a release the year of publication is missing, which DataCite needs: only a release can be registered.
    """
    rows: dict[str, int] = {}
    for part in tables:
        rows[part.table] = rows.get(part.table, 0) + part.rows
    attributes: dict[str, Any] = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "annotated news corpus"},
        "titles": [{"title": collection.title, "lang": "en"}],
        "creators": [{"name": name, "nameType": "Organizational"} for name in creators(collection)],
        "publisher": {"name": creators(collection)[0]},
        "descriptions": [{"description": collection.description, "descriptionType": "Abstract", "lang": "en"}],
        "subjects": [{"subject": word} for word in ("news", "quotation", "attribution", "stance", "Sahel")],
        "language": collection.languages[0],
        "version": collection.version,
        "rightsList": [
            {
                "rights": "Annotations. Texts of articles: as each article's rights say.",
                "rightsIdentifier": collection.annotation_licence,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "sizes": [f"{count} records in {table}" for table, count in rows.items()],
        "formats": ["application/vnd.apache.parquet"],
        "alternateIdentifiers": [{"alternateIdentifierType": "sha256 of the records", "alternateIdentifier": digest}],
    }
    if released:
        attributes["publicationYear"] = released.year
        attributes["dates"] = [{"date": released.isoformat(), "dateType": "Issued"}]
    if collection.homepage:
        attributes["url"] = collection.homepage
    described = {"data": {"type": "dois", "attributes": attributes}}
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
