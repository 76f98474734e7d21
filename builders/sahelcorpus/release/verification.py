"""Is a dataset directory what its maker built? Every file, count, label order, digest and span is proved again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from sahelcorpus.records import Release, TablePart
from sahelcorpus.records.arrow_schema import arrow_schema
from sahelcorpus.records.canonical_json import record_digest, set_digest
from sahelcorpus.records.features import features
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import TABLES, Table, table_named
from sahelcorpus.records.vocabulary import Redistribution
from sahelcorpus.release.build import (
    RELEASE_FILE,
    Progress,
    current_vocabularies,
    file_sha256,
    release_digest,
)
from sahelcorpus.release.columns import (
    Columns,
    column_paths,
    columns_named,
    columns_of,
    features_without_others,
    without_others,
)
from sahelcorpus.release.parquet import part_files
from sahelcorpus.store.files import finding, read_text
from sahelcorpus.store.parquet_reading import opened_parquet

TRACES_FILE = "standoff/traces.parquet"
"""In a stand-off dataset: what is told of the texts that it does not carry, so that their copies are known."""

_ROWS_AT_ONCE = 1_000


def read_release(directory: Path) -> Release:
    """Return what `release.json` says.

    Raises:
        CorpusError: if the directory holds none, or it does not fit its schema.
    """
    if not directory.is_dir():
        raise CorpusError(finding("SC902", str(directory), "", "no folder", "a dataset directory"))
    text = read_text(directory / RELEASE_FILE, RELEASE_FILE)
    try:
        return Release.from_plain(json.loads(text))
    except (ValidationError, ValueError) as error:
        found = str(error).replace("\n", " ")[:200]
        raise CorpusError(finding("SC902", RELEASE_FILE, "", found, "what schemas/release.schema.json says")) from None


def verify(
    directory: Path, *, digest: str | None = None, progress: Progress | None = None
) -> tuple[Release, list[Finding]]:
    """Prove a dataset directory.

    Args:
        directory: The directory.
        digest: The release digest it must have, as published; without it, the directory is proved against itself.
        progress: Told how many tables are done, of how many.

    Returns:
        What the directory says of itself, and everything that does not hold.

    Raises:
        CorpusError: if it does not say anything of itself.
    """
    release = read_release(directory)
    findings = [*_files(directory, release), *_declarations(directory, release)]
    columns = {one.table: columns_named(one.columns) for one in release.columns}
    if digest is not None and digest.removeprefix("sha256:") != release.digest:
        findings.append(finding("SC902", RELEASE_FILE, "digest", release.digest, f"{digest}, as was asked for"))
    for done, part in enumerate(release.tables, start=1):
        findings += _part(directory, part, release, columns.get(part.table))
        if progress:
            progress(done, len(release.tables))
    return release, findings


def _files(directory: Path, release: Release) -> Iterator[Finding]:
    listed = {part.path: part for part in release.files}
    there = {path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file()} - {RELEASE_FILE}
    for name in sorted(listed.keys() - there):
        yield finding("SC902", name, "", "no file", "the file that release.json lists")
    for name in sorted(there - listed.keys()):
        yield finding("SC902", name, "", "a file that release.json does not list", "the listed files alone")
    for name in sorted(there & listed.keys()):
        path, part = directory / name, listed[name]
        if path.is_symlink():
            yield finding("SC902", name, "", "a link", "the file itself")
        elif path.stat().st_size != part.size:
            yield finding("SC902", name, "", f"{path.stat().st_size:,} bytes", f"{part.size:,} bytes")
        elif (actual := file_sha256(path)) != part.sha256:
            found = f"bytes with SHA-256 {actual[:12]}…"
            yield finding("SC902", name, "", found, f"{part.sha256[:12]}…: at least one byte was changed")


def _declarations(directory: Path, release: Release) -> Iterator[Finding]:
    whole = release_digest(release.tables, release.vocabularies)
    if whole != release.digest:
        yield finding("SC902", RELEASE_FILE, "digest", release.digest, f"{whole}, from the tables it lists")
    current = {(words.table, words.column): words.names for words in current_vocabularies()}
    for words in release.vocabularies:
        known = current.get((words.table, words.column), [])
        if known[: len(words.names)] != words.names:
            # vocabularies only ever grow: an older release has the first names, in the same order
            place = f"vocabulary of {words.table}.{words.column}"
            yield finding("SC902", RELEASE_FILE, place, ", ".join(words.names), ", ".join(known) or "no such column")
    yield from _unknown_columns(release)
    listed = {(part.table, part.split) for part in release.tables}
    for folder in sorted(path for path in directory.iterdir() if path.is_dir()):
        for path in sorted(folder.glob("*.parquet")):
            if path.relative_to(directory).as_posix() == TRACES_FILE:
                continue
            if not any(table == folder.name and path.name.startswith(f"{split}-") for table, split in listed):
                place = path.relative_to(directory).as_posix()
                yield finding("SC902", place, "", "a part that release.json does not list", "the listed parts alone")


def _unknown_columns(release: Release) -> Iterator[Finding]:
    current = {table.name: set(column_paths(columns_of(table))) for table in TABLES}
    for one in release.columns:
        for name in sorted(set(one.columns) - current.get(one.table, set())):
            found = f"a column {name} that this version of sahelcorpus does not know"
            yield finding("SC902", RELEASE_FILE, f"columns of {one.table}", found, "its own columns, or fewer")


def _part(directory: Path, part: TablePart, release: Release, columns: Columns | None) -> Iterator[Finding]:
    place = f"{part.table}/{part.split}"
    try:
        table = table_named(part.table)
    except KeyError as error:
        yield finding("SC902", RELEASE_FILE, place, "an unknown table", str(error.args[0]))
        return
    digests = bytearray()
    keys = 0
    schemas_hold = True
    try:
        for path in part_files(directory, part.table, part.split):
            name = path.relative_to(directory).as_posix()
            with opened_parquet(path) as file:
                differences = list(_schema_differences(name, table, file.schema_arrow, columns or columns_of(table)))
                yield from differences
                schemas_hold = schemas_hold and not differences
                if not schemas_hold:
                    continue
                decode = row_decoder(table.row)
                for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
                    for row in batch.to_pylist():
                        record = decode(row)
                        digests += record_digest(record)
                        keys += 1
                        if part.table == "articles":
                            yield from _article(name, record, release)
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        yield finding("SC902", place, "", f"a table that cannot be read: {str(error)[:120]}", "readable Parquet")
        return
    if not schemas_hold:
        return
    if keys != part.rows:
        yield finding("SC902", place, "", f"{keys:,} records", f"{part.rows:,} records")
    elif (actual := set_digest(bytes(digests))) != part.digest:
        found = f"records with digest {actual[:12]}…"
        yield finding("SC902", place, "", found, f"{part.digest[:12]}…: at least one record was changed")


def _schema_differences(name: str, table: Table, found: pa.Schema, columns: Columns) -> Iterator[Finding]:
    """Yield how a file's schema differs from its table's; `columns` are those that there were when it was built."""
    wanted = pa.schema(without_others(arrow_schema(table.row), columns))
    if not found.remove_metadata().equals(wanted.remove_metadata()):
        missing = [column for column in wanted.names if column not in found.names] or ["the types of its columns"]
        yield finding("SC902", name, "", f"another schema: {', '.join(missing)}", f"that of the table {table.name}")
        return
    told = json.loads((found.metadata or {}).get(b"huggingface", b"{}")).get("info", {}).get("features", {})
    for path, is_, should in _feature_differences(told, features_without_others(features(table.row), columns), ""):
        yield finding("SC902", name, f"column {path}", _in_words(is_), _in_words(should))


def _feature_differences(told: Any, wanted: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the columns whose features differ, as deep inside as they do, with what is told and what is wanted."""
    if isinstance(told, dict) and isinstance(wanted, dict) and "_type" not in wanted:
        for name in wanted:
            yield from _feature_differences(told.get(name), wanted[name], f"{path}.{name}" if path else name)
    elif isinstance(told, dict) and isinstance(wanted, dict) and "feature" in wanted and "feature" in told:
        yield from _feature_differences(told["feature"], wanted["feature"], path)
    elif told != wanted and not _is_older(told, wanted):
        yield path, told, wanted


def _is_older(told: Any, wanted: Any) -> bool:
    """Say whether a vocabulary is an earlier state of another: they only grow at the end."""
    if not (isinstance(told, dict) and told.get("_type") == wanted.get("_type") == "ClassLabel"):
        return False
    names: list[str] = told.get("names", [])
    return bool(names) and wanted["names"][: len(names)] == names


def _in_words(feature: Any) -> str:
    if isinstance(feature, dict) and feature.get("_type") == "ClassLabel":
        return "labels in the order " + ", ".join(feature.get("names", []))
    return json.dumps(feature, ensure_ascii=False)[:160]


def _article(name: str, article: dict[str, Any], release: Release) -> Iterator[Finding]:
    may_be_passed_on = article["rights"]["redistribution"] == Redistribution.FULL
    if release.standoff_of is None or may_be_passed_on:
        yield from _spans(name, article)
    elif not article["text"]:
        yield from _offsets(name, article, release.standoff_limit)
    elif release.is_rebuilt:
        yield from _spans(name, article)
    else:
        found = f"{len(article['text']):,} code points of a text that may not be passed on"
        yield finding("SC902", name, article["article_id"], found, "no text: this is a stand-off dataset")


def _offsets(name: str, article: dict[str, Any], limit: int) -> Iterator[Finding]:
    """Yield spans of a withheld text that say more than they may, or something else than their offsets."""
    for path, span in spans_in(article):
        length = span["end"] - span["start"]
        if span["text"] and (len(span["text"]) != length or length > limit):
            found = f"{len(span['text'])} code points of text at {span['start']}–{span['end']}"
            allowed = f"none, or as many as the offsets say and at most {limit}"
            yield finding("SC902", name, f"{article['article_id']} {path}", found, allowed)


def _spans(name: str, article: dict[str, Any]) -> Iterator[Finding]:
    text = article["text"]
    for path, span in spans_in(article):
        if text[span["start"] : span["end"]] != span["text"]:
            found = f"{text[span['start'] : span['end']][:40]!r} at {span['start']}–{span['end']}"
            yield finding("SC902", name, f"{article['article_id']} {path}", found, repr(span["text"][:40]))


def spans_in(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every span below a dumped record, with its path."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            yield path, value
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                yield from spans_in(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            if isinstance(item, (dict, list)):
                yield from spans_in(item, f"{path}[{number}]")
