"""What a built dataset says of itself."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.base import SHA256_PATTERN, SLUG_PATTERN, VERSION_PATTERN, Day, Record, about
from sahelcorpus.records.registry import Removal
from sahelcorpus.records.vocabulary import Bump, Split

Digest = Annotated[
    str,
    about("SHA-256 over sorted canonical JSON, not over files.", examples=["0" * 64], pattern=SHA256_PATTERN),
]


class TablePart(Record):
    """One table in one split."""

    table: Annotated[str, about("Name of the table and its config.", examples=["quotes"], min_length=1)]
    split: Annotated[Split, about("Name of the split.", examples=["train"])]
    rows: Annotated[int, about("How many records.", unit="records", examples=[9], ge=0)]
    digest: Digest


class FilePart(Record):
    """One file of the directory."""

    path: Annotated[
        str, about("Path inside the directory, with `/`.", examples=["quotes/train-00000.parquet"], min_length=1)
    ]
    size: Annotated[int, about("Length of the file.", unit="bytes", examples=[8123], ge=0)]
    sha256: Annotated[str, about("SHA-256 of the file.", examples=["0" * 64], pattern=SHA256_PATTERN)]


class Vocabulary(Record):
    """The label names of one column, in order."""

    table: Annotated[str, about("Name of the table.", examples=["quotes"], min_length=1)]
    column: Annotated[str, about("Path of the column.", examples=["cue.kind"], min_length=1)]
    names: Annotated[list[str], about("Names in `ClassLabel` order.", examples=[["verb", "noun", "preposition"]])]


class TableColumns(Record):
    """The columns of one table."""

    table: Annotated[str, about("Name of the table.", examples=["quotes"], min_length=1)]
    columns: Annotated[list[str], about("Dotted paths of its columns.", examples=[["quote_id", "cue.lemma"]])]


class Release(Record):
    """What `release.json` holds."""

    collection: Annotated[str, about("Name of the collection.", examples=["sahel"], pattern=SLUG_PATTERN)]
    version: Annotated[str, about("Version of the data, x.y.z.", examples=["0.1.0"], pattern=VERSION_PATTERN)]
    digest: Digest
    built_with: Annotated[
        str, about("Package and version that built it.", examples=["sahelcorpus 0.1.0"], min_length=1)
    ]
    released: Annotated[
        bool,
        about("Whether these are the records that were released under this version.", examples=[True]),
    ] = False
    standoff_limit: Annotated[
        int,
        about(
            "Longest stretch of an article that may not be passed on which a stand-off dataset may still carry.",
            unit="code points",
            examples=[100],
            ge=0,
        ),
    ] = 100
    standoff_of: Annotated[
        str | None,
        about(
            "In a stand-off dataset: the digest of the whole dataset that it was made from; null in a whole one.",
            examples=[None],
            pattern=SHA256_PATTERN,
        ),
    ] = None
    is_rebuilt: Annotated[
        bool,
        about(
            "Whether texts were put back into a stand-off dataset without all of it becoming as it was.",
            examples=[False],
        ),
    ] = False
    min_usable_version: Annotated[
        str | None,
        about(
            "Oldest version of the collection from which nothing was removed since.",
            examples=[None],
            pattern=VERSION_PATTERN,
        ),
    ] = None
    removals: Annotated[
        list[Removal], about("Articles that left the collection: earlier releases may hold them.", examples=[[]])
    ] = []
    tables: Annotated[list[TablePart], about("Every table and split, with its digest.", examples=[[]])]
    columns: Annotated[
        list[TableColumns],
        about("Every table's columns: later versions of the schema may have more.", examples=[[]]),
    ] = []
    vocabularies: Annotated[list[Vocabulary], about("Every column of labels.", examples=[[]])]
    files: Annotated[list[FilePart], about("Every other file of the directory.", examples=[[]])]


class TableChanges(Record):
    """How many records of one table changed since the release before."""

    table: Annotated[str, about("Name of the table.", examples=["quotes"], min_length=1)]
    added: Annotated[int, about("Records that are new.", unit="records", examples=[12], ge=0)]
    removed: Annotated[int, about("Records that are gone.", unit="records", examples=[0], ge=0)]
    changed: Annotated[int, about("Records that differ.", unit="records", examples=[1], ge=0)]


class PastRelease(Record):
    """What `releases/<version>.json` of a collection holds: a release as the history remembers it."""

    collection: Annotated[str, about("Name of the collection.", examples=["sahel"], pattern=SLUG_PATTERN)]
    version: Annotated[str, about("Version of the data, x.y.z.", examples=["0.1.0"], pattern=VERSION_PATTERN)]
    previous: Annotated[
        str | None, about("The version before; null for the first.", examples=[None], pattern=VERSION_PATTERN)
    ] = None
    bump: Annotated[Bump | None, about("What changed since then; null for the first.", examples=[None])] = None
    released: Annotated[Day, about("Day of the release.", examples=["2026-11-26"])]
    note: Annotated[str | None, about("Why, in the words of whoever released it.", examples=[None])] = None
    digest: Digest
    built_with: Annotated[
        str, about("Package and version that made the digests.", examples=["sahelcorpus 0.1.0"], min_length=1)
    ]
    tables: Annotated[list[TablePart], about("Every table and split, with its digest.", examples=[[]])]
    changes: Annotated[list[TableChanges], about("What changed since the version before.", examples=[[]])] = []
    columns: Annotated[list[TableColumns], about("Every table's columns.", examples=[[]])]
    vocabularies: Annotated[list[Vocabulary], about("Every column of labels.", examples=[[]])]
    records: Annotated[
        FilePart,
        about(
            "The file beside this one that lists every record: table, split, key, and the first 16 hexadecimal digits "
            "of the SHA-256 of its canonical JSON, over the columns that no other table repeats.",
            examples=[{"path": "0.1.0.records.tsv", "size": 8123, "sha256": "0" * 64}],
        ),
    ]
