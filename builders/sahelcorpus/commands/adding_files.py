"""Files of many documents: each read, every document accounted for, the sum printed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sahelcorpus.commands.adding_text import waivers
from sahelcorpus.commands.asking import record_from
from sahelcorpus.commands.printing import (
    count_bar,
    counted,
    print_findings,
    print_json,
    print_usage_error,
    print_wrapped,
    progress_bar,
)
from sahelcorpus.intake.adding import Intake
from sahelcorpus.intake.known_articles import KnownArticles
from sahelcorpus.intake.ledger import Entry, Fate, Ledger
from sahelcorpus.intake.metadata import Defaults
from sahelcorpus.readers.columns import FIELDS, Columns
from sahelcorpus.readers.detection import HEAD_BYTES, detected, head_of
from sahelcorpus.readers.document import REASONS_IN_WORDS, Reader, Rejection, RejectionReason, excerpt
from sahelcorpus.readers.formats import known_readers
from sahelcorpus.readers.plain_text import sidecar_of
from sahelcorpus.records import ArticleMetadata, ColumnMapping, FieldColumn, Source
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.store.atomic import write_file
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding
from sahelcorpus.store.yaml_writing import to_yaml

_MOST_SHOWN = 5


def add(arguments: argparse.Namespace) -> int:
    """Add every document of the files, print the ledger's sum, and return the exit status."""
    named = dict(column.partition("=")[::2] for column in arguments.column)
    unknown = [field for field, column in named.items() if field not in FIELDS or not column]
    if unknown:
        return print_usage_error(f"--column {unknown[0]}: give FIELD=COLUMN, the field one of {', '.join(FIELDS)}")
    titles = {reader.name for reader in known_readers()}
    if arguments.format and arguments.format not in titles:
        return print_usage_error(f"--format {arguments.format}: give one of {', '.join(sorted(titles))}")
    missing = [finding("SC101", str(path), "", "no file", "a file") for path in arguments.files if not path.exists()]
    if missing:
        raise CorpusError(missing)  # before any other file is read
    folder = CollectionFolder(arguments.to)
    registry = folder.registry()
    mapping = Columns(named, arguments.day_first)
    intake = Intake(
        folder=folder,
        registry=registry,
        known=KnownArticles.of(folder, progress_bar("collection")),
        today=datetime.now(UTC).date(),
        defaults=_defaults(arguments),
        revises=arguments.revise,
        writes=not arguments.dry_run,
        only_sahel=arguments.only_sahel,
    )
    # `add folder/*` names the YAML files beside the texts too: they are read with their texts
    beside = {sidecar_of(path) for path in arguments.files}
    files = [path for path in arguments.files if path not in beside]
    with Ledger(None if arguments.dry_run else arguments.ledger) as ledger:
        for path in files:
            one = Ledger()
            format_read = ""
            show = count_bar(path.name)
            for title, entry in _read(path, arguments, folder, mapping, intake):
                format_read = title
                ledger.enter(entry)
                one.enter(entry)
                show(one.documents)
            if not arguments.json:
                _print_sum(path, format_read, one, arguments)
    proposed = intake.proposals.sources(registry.sources)
    if proposed and arguments.propose_sources and not arguments.dry_run:
        told = "Outlets that documents name and sources.yaml lacks. Fill in kind and country, and paste them there."
        write_file(arguments.propose_sources, to_yaml([source.to_plain() for source, _ in proposed], told).encode())
    if arguments.json:
        print_json({**ledger.to_plain(), "proposed_sources": [source.to_plain() for source, _ in proposed]})
    else:
        _print_end(ledger, len(files), arguments)
        if proposed:
            _print_proposed(proposed, arguments)
    return 1 if ledger.fates[Fate.REJECTED] or not ledger.documents else 0


def _read(
    path: Path, arguments: argparse.Namespace, folder: CollectionFolder, mapping: Columns, intake: Intake
) -> Iterator[tuple[str, Entry]]:
    """Yield the title of a file's format and what became of each of its documents."""
    readers = known_readers(mapping)
    if arguments.format:
        reader = next((one for one in readers if one.name == arguments.format), None)
    else:
        reader = detected(path, readers)
    if reader is None:
        shown = "" if path.is_dir() else excerpt(head_of(path)[: HEAD_BYTES // 8].decode("utf-8", "replace"))
        unread = Rejection(RejectionReason.UNKNOWN_FORMAT, "", shown)
        yield "no known format", intake.entry(unread, path.name, "")
        return
    if reader.header is not None:
        reader = _with_columns(reader, path, folder, mapping, writes=intake.writes)
    for entry in intake.take(path, path.name, reader):
        yield f"{reader.title}, {reader.label}", entry


def _with_columns(reader: Reader, path: Path, folder: CollectionFolder, mapping: Columns, *, writes: bool) -> Reader:
    """Return the reader of a table with what was said, now or earlier, of the columns that the table has."""
    assert reader.header is not None  # noqa: S101 - asked by the caller
    header = reader.header(path)
    if not mapping.named:
        kept = next((one for one in folder.column_mappings() if one.header == sorted(header)), None)
        if kept is None:
            return reader
        day_first = kept.day_first if mapping.day_first is None else mapping.day_first
        said = Columns({item.field: item.column for item in kept.fields}, day_first)
        return next(one for one in known_readers(said) if one.name == reader.name)
    missing = [column for column in mapping.named.values() if column not in header]
    if missing:
        found = f"{missing[0]!r}, which is no column of {path.name}; its columns: {', '.join(header)}"
        allowed = "a column of the table"
        raise CorpusError(Finding("SC109", "the command line", "--column", found, allowed, "Give another."))
    if writes:
        fields = [FieldColumn(field=field, column=column) for field, column in mapping.named.items()]
        folder.remember_columns(ColumnMapping(header=sorted(header), fields=fields, day_first=mapping.day_first))
    return reader


def _defaults(arguments: argparse.Namespace) -> Defaults:
    """Return what the flags say of every document.

    Raises:
        CorpusError: naming the flag that does not fit (SC109).
    """
    rights = None
    if arguments.rights_basis is not None:
        rights = {
            "licence": arguments.licence,
            "holder": arguments.rights_holder,
            "redistribution": arguments.redistribution,
            "basis": arguments.rights_basis,
        }
    # a record with every field that no flag gives filled in, so that the flags are judged as the record judges them
    plain = {
        "article_id": "a", "language": arguments.language or "und", "published_precision": "unknown",
        "source_id": arguments.source or "a", "retrieved": arguments.retrieved, "genre": arguments.genre,
        "countries": arguments.country, "rights": rights or {"redistribution": "standoff", "basis": "-"},
        "provenance": {"reader": "a", "received_sha256": "0" * 64, "text_sha256": "0" * 64},
        "origin": "published", "waivers": waivers(arguments.waive),
    }  # fmt: skip
    flags = {"source_id": "--source", "rights": "--rights-basis", "countries": "--country", "waivers": "--waive"}
    record = record_from(ArticleMetadata, plain, flags)
    return Defaults(
        source_id=arguments.source,
        language=arguments.language,
        rights=record.rights if rights else None,
        countries=tuple(record.countries),
        genre=record.genre,
        retrieved=record.retrieved,
        invented=arguments.invented,
        waivers=tuple(record.waivers),
    )


def _print_sum(path: Path, title: str, ledger: Ledger, arguments: argparse.Namespace) -> None:
    print(f"{path.name}: {title}" if title else f"{path.name}: nothing in it")
    print(f"  {_sum_in_words(ledger, arguments)}")
    for reason, number in ledger.reasons.most_common():
        rules = ", ".join(f"{code} {count:,}" for code, count in ledger.rules.most_common())
        told = f" ({rules})" if reason is RejectionReason.CHECKS else ""
        print_wrapped(f"  {number:>6,} rejected, {reason.value}: {REASONS_IN_WORDS[reason]}{told}", indent=9)
        example = ledger.examples[reason]
        if shown := ": ".join(filter(None, (example.place, example.detail.partition("\n")[0], example.excerpt[:40]))):
            print_wrapped(f"         first at {shown}", indent=11)


def _sum_in_words(ledger: Ledger, arguments: argparse.Namespace) -> str:
    would = "would be added" if arguments.dry_run else "added"
    parts = [f"{ledger.fates[Fate.ADDED]:,} {would}", f"{ledger.fates[Fate.ALREADY_THERE]:,} already there"]
    if ledger.fates[Fate.REVISED]:
        parts.append(f"{ledger.fates[Fate.REVISED]:,} revised")
    return f"{counted(ledger.documents, 'document')} in = " + " + ".join(
        [*parts, f"{ledger.fates[Fate.REJECTED]:,} rejected"]
    )


def _print_end(ledger: Ledger, files: int, arguments: argparse.Namespace) -> None:
    if files > 1:
        print(f"Together: {_sum_in_words(ledger, arguments)}")
    if ledger.to_look_at:
        print(f"\nTo look at, {counted(len(ledger.to_look_at), 'finding')}:")
        print_findings(ledger.to_look_at[:_MOST_SHOWN])
        if len(ledger.to_look_at) > _MOST_SHOWN:
            where = f"all of them are in {arguments.ledger}" if arguments.ledger else "--ledger FILE keeps them all"
            print(f"… and {len(ledger.to_look_at) - _MOST_SHOWN:,} more; {where}")
    if arguments.dry_run:
        print("Nothing was written.")
    elif arguments.ledger:
        print(f"What became of each document is in {arguments.ledger}")
    elif ledger.fates[Fate.REJECTED]:
        print("--ledger FILE keeps what became of each document, and why.")
    if ledger.fates[Fate.ADDED] and not arguments.dry_run:
        to = arguments.to
        print(f"Next: sahelcorpus near-duplicates {to} --write, sahelcorpus annotate {to}, sahelcorpus check {to}")


def _print_proposed(proposed: list[tuple[Source, int]], arguments: argparse.Namespace) -> None:
    print("\nOutlets that sources.yaml does not list; add them there, kind and country filled in, and run this again:")
    for source, number in proposed[:_MOST_SHOWN]:
        print(f"  {counted(number, 'document')}: {source.name}")
    if arguments.propose_sources and not arguments.dry_run:
        print(f"All {len(proposed):,} are in {arguments.propose_sources}, ready to paste.")
        return
    print()
    print(to_yaml([source.to_sparse() for source, _ in proposed[:_MOST_SHOWN]]), end="")
    if len(proposed) > _MOST_SHOWN:
        print(f"… and {len(proposed) - _MOST_SHOWN:,} more; --propose-sources FILE writes them all")
