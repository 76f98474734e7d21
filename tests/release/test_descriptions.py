"""What a built directory says of itself to other programs: Croissant, CITATION.cff, DataCite."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from sahelcorpus.release.build import build
from sahelcorpus.release.card_sections import sections
from sahelcorpus.release.citation import bibtex, citation_cff, datacite
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.yaml_reading import read_yaml

CARD = """---
license: other
---

# Kalindo

Lead.

## Collection

Sent by *letter*, see [the page](https://kalindo.example).

| a | b |
| --- | --- |
| 1 | 2 |

### Why

Because.

```python
code()
```

## Uses

*To be written: What is it good for?*

## Annotation

<!-- generated: annotators -->
| annotator |
<!-- end of annotators -->

- In `one` pass.
"""


def test_the_prose_of_a_card_by_section() -> None:
    """Tables, code, marks and generated parts left out; a section that nobody wrote is not there."""
    assert sections(CARD) == {
        "Collection": "Sent by letter, see the page. Because.",
        "Annotation": "In one pass.",
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # what mlcroissant's own dependencies are dropping
@pytest.mark.parametrize("name", ["sahel", "tamasna"])
def test_mlcroissant_reads_every_record_back(name: str, project: Path, tmp_path: Path) -> None:
    """Valid for the standard's own library, and every described column of every record is what the files hold."""
    mlcroissant = pytest.importorskip("mlcroissant", reason="reads croissant.json back")
    target = tmp_path / name
    build(project / "corpus" / name, target)
    dataset = mlcroissant.Dataset(str(target / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    told = json.loads((target / "croissant.json").read_text(encoding="utf-8"))
    for record_set in told["recordSet"]:
        table = record_set["name"]
        columns = [field["name"] for field in record_set["field"]]
        files = sorted((target / table).glob("*.parquet"))
        rows = [row for file in files for row in pq.read_table(file, columns=columns).to_pylist()]
        read = [
            {key.split("/", 1)[1]: plain(value) for key, value in record.items()} for record in dataset.records(table)
        ]
        key = record_set["key"]["@id"].split("/")[1]
        assert len(read) == len(rows) > 0
        own = {row[key]: {name: plain(value) for name, value in row.items()} for row in rows}
        assert {record[key]: record for record in read} == own


def plain(value: Any) -> Any:
    """Return a value as both ways of reading give it: text for bytes, ISO for days, a list for an array."""
    if isinstance(value, bytes):
        return value.decode()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value] or None
    if value is None or value != value:  # noqa: PLR0124 - not a number, as pandas fills a column of numbers
        return None
    return value.isoformat()[:10] if hasattr(value, "isoformat") else value


def test_the_responsible_fields_say_what_the_collection_knows(project: Path, tmp_path: Path) -> None:
    """From the card and the counts; nothing is claimed that nobody wrote."""
    build(project / "corpus/sahel", tmp_path / "sahel")
    told = json.loads((tmp_path / "sahel/croissant.json").read_text(encoding="utf-8"))
    assert told["rai:annotationsPerItem"].startswith("1.00 judgements")
    assert told["rai:dataCollectionTimeFrame"] == ["2022-01-01", "2022-12-31"]
    assert "not independent human annotation" in told["rai:annotatorDemographics"][0]
    assert "Not for: ranking or blacklisting outlets" in told["rai:dataUseCases"]
    assert "rai:machineAnnotationTools" not in told
    assert "http://mlcommons.org/croissant/RAI/1.0" in told["conformsTo"]


def test_a_small_collection_claims_nothing(collection: Path, tmp_path: Path) -> None:
    """A card without sections gives no prose fields."""
    build(collection, tmp_path / "built")
    told = json.loads((tmp_path / "built/croissant.json").read_text(encoding="utf-8"))
    assert not {"rai:dataCollection", "rai:dataUseCases", "rai:dataAnnotationProtocol"} & told.keys()


def test_citations_name_makers_version_and_digest(collection: Path) -> None:
    """In each form; without creators the collection's makers; the year only once it is released."""
    about = CollectionFolder(collection).registry().collection
    cited = read_yaml(citation_cff(about, "ab" * 32, date(2026, 11, 26)), "CITATION.cff")
    assert (cited["cff-version"], cited["type"], cited["version"]) == ("1.2.0", "dataset", "0.1.0")
    assert cited["authors"] == [{"name": "The makers of Kalindo"}]
    assert cited["identifiers"][0]["value"] == f"sha256:{'ab' * 32}"
    assert cited["date-released"] == "2026-11-26"
    assert "date-released" not in read_yaml(citation_cff(about, "ab" * 32, None), "CITATION.cff")
    attributes = json.loads(datacite(about, [], "ab" * 32, date(2026, 11, 26)))["data"]["attributes"]
    assert attributes["publicationYear"] == 2026
    assert attributes["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    assert attributes["creators"][0]["name"] == "The makers of Kalindo"
    assert "publicationYear" not in json.loads(datacite(about, [], "ab" * 32, None))["data"]["attributes"]
    assert "  year = {2026}," in bibtex(about, date(2026, 11, 26)).splitlines()
    assert "year" not in bibtex(about, None)
