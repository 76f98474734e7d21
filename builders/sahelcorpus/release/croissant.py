"""`croissant.json`: the dataset described as MLCommons Croissant 1.1 wants it, over the Parquet files as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sahelcorpus.records import Annotator, TablePart
from sahelcorpus.records.shape import Labels, ListOf, Member, Scalar, Struct, walk
from sahelcorpus.records.tables import TABLES
from sahelcorpus.records.vocabulary import AnnotatorKind
from sahelcorpus.release.citation import bibtex
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import Registry

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "day": "sc:Date",
    "instant": "sc:DateTime",
}


def croissant(
    registry: Registry,
    tables: Iterable[TablePart],
    statistics: Statistics,
    prose: Mapping[str, str],
    released: date | None,
) -> dict[str, Any]:
    """Return the Croissant description of a dataset directory as plain data.

    Columns of text, numbers, dates and labels are described (labels by their number, as the files hold them); columns
    that nest records are left to the Parquet schema, which Croissant's fields cannot yet express.

    Args:
        registry: Of the collection that it was built from.
        tables: The tables and splits in it.
        statistics: What stands in it.
        prose: The card's sections, as `card_sections.sections` gives them.
        released: Day of the release; None before it.
    """
    collection = registry.collection
    names = {part.table for part in tables}
    present = [table for table in TABLES if table.name in names]
    repository = {
        "@type": "cr:FileObject",
        "@id": "directory",
        "name": "directory",
        "description": "The directory that holds this file.",
        "contentUrl": ".",
        "encodingFormat": "application/x-directory",
        "sha256": "main",
    }
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": collection.name,
        "description": collection.description,
        "version": collection.version,
        "license": collection.annotation_licence,
        "inLanguage": list(collection.languages),
        "citeAs": bibtex(collection, released),
        **({"datePublished": released.isoformat()} if released else {}),
        **_responsible(registry, statistics, prose),
        **({"url": collection.homepage} if collection.homepage else {}),
        "distribution": [repository, *(_file_set(table.name) for table in present)],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": table.name,
                "name": table.name,
                "description": (table.row.__doc__ or "").split("\n")[0],
                "key": {"@id": f"{table.name}/{table.key}"},
                "field": [
                    described
                    for member in walk(table.row).fields
                    if (described := _field(table.name, member)) is not None
                ],
            }
            for table in present
        ],
    }


_FROM_PROSE = {
    "dataCollection": "Collection",
    "dataAnnotationProtocol": "Annotation",
    "dataUseCases": "Uses",
    "dataReleaseMaintenancePlan": "Maintenance",
    "personalSensitiveInformation": "Removal requests",
}
"""Which section of a card says what a field of Croissant's RAI vocabulary asks for."""


def _responsible(registry: Registry, statistics: Statistics, prose: Mapping[str, str]) -> dict[str, Any]:
    """Return the RAI fields that the collection knows an answer to; one that it does not know is left out."""
    fields: dict[str, Any] = {name: prose[section] for name, section in _FROM_PROSE.items() if section in prose}
    years = sorted(year for year in statistics.by.get("articles.year", ()) if year != "unknown")
    if years:
        fields["dataCollectionTimeFrame"] = sorted({f"{years[0]}-01-01", f"{years[-1]}-12-31"})
    fields["dataPreprocessingProtocol"] = [
        "Texts are canonical: Unicode NFC, line feeds between lines, nothing else changed.",
        "Near-duplicates are grouped, and a group stands in one split.",
    ]
    records = statistics.sizes["quotes"] + statistics.sizes["stances"]
    if records:
        mean = statistics.sizes["judgements"] / records
        fields["annotationsPerItem"] = f"{mean:.2f} judgements a quotation or stance, on average"
    annotators = registry.annotators.values()
    people = [_said(annotator) for annotator in annotators if annotator.kind not in _MACHINES]
    tools = [_said(annotator) for annotator in annotators if annotator.kind in _MACHINES]
    if people:
        fields["annotatorDemographics"] = people
    if tools:
        fields["machineAnnotationTools"] = tools
    return {f"rai:{name}": value for name, value in sorted(fields.items())}


_MACHINES = (AnnotatorKind.RULE, AnnotatorKind.MODEL)


def _said(annotator: Annotator) -> str:
    version = f" {annotator.version}" if annotator.version else ""
    reads = f", reads {', '.join(annotator.languages)}" if annotator.languages else ""
    return f"{annotator.annotator_id}{version} ({annotator.kind}{reads}): {annotator.background or 'nothing said'}"


def _file_set(table: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": f"{table}-files",
        "name": f"{table}-files",
        "containedIn": {"@id": "directory"},
        "encodingFormat": "application/x-parquet",
        "includes": f"{table}/*.parquet",
    }


def _field(table: str, member: Member) -> dict[str, Any] | None:
    shape = member.shape
    repeated = isinstance(shape, ListOf)
    if isinstance(shape, ListOf):
        shape = shape.item
    if isinstance(shape, (ListOf, Struct)):
        return None
    labels = f" Number of a label: {', '.join(shape.names)}." if isinstance(shape, Labels) else ""
    data_type = _TYPES[shape.kind] if isinstance(shape, Scalar) else "sc:Integer"
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{member.name}",
        "name": member.name,
        "description": member.description + labels,
        "dataType": data_type,
        **({"repeated": True} if repeated else {}),
        "source": {"fileSet": {"@id": f"{table}-files"}, "extract": {"column": member.name}},
    }
