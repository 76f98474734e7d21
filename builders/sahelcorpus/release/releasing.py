"""Releasing a collection: check it, compare it with the last release, and write all that a release writes, at once."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sahelcorpus import __version__
from sahelcorpus.records import PastRelease, Release, TableChanges, TableColumns
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.tables import TABLES
from sahelcorpus.records.vocabulary import Bump, Split
from sahelcorpus.release.build import Assembled, Progress, write_dataset
from sahelcorpus.release.card.cards import card_places, refreshed_cards, stale_figures
from sahelcorpus.release.changelog import with_release
from sahelcorpus.release.columns import column_paths
from sahelcorpus.release.differences import ADDED, CHANGED, REMOVED, Comparison
from sahelcorpus.release.past import past_versions
from sahelcorpus.release.record_lists import PastSide, listed, record_lines
from sahelcorpus.release.sides import BuiltSide
from sahelcorpus.release.uncommitted import uncommitted
from sahelcorpus.release.versions import next_version
from sahelcorpus.store.changing import Change, one_change
from sahelcorpus.store.collection import CHANGELOG, CollectionFolder
from sahelcorpus.store.files import finding, read_text
from sahelcorpus.store.yaml_reading import read_yaml
from sahelcorpus.store.yaml_writing import edited_yaml

_NAMED = 5  # uncommitted files, of perhaps thousands
_NO_PIN = re.compile(r"^pinned_split: null$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Terms:
    """What somebody has to say about a release.

    Attributes:
        note: Why, in a sentence; asked for where records were edited or removed, and where nothing changed.
        stable: End the time before 1.0.0 with this release.
        today: The day of the release; None takes the clock's.
    """

    note: str | None = None
    stable: bool = False
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release that was checked and compared, before anything of it is written.

    Attributes:
        past: What the history will say of it.
        comparison: How it differs from the last release; None for the first.
        newly_pinned: How many articles get their split for good.
        cards: Where the collection's cards and their figures lie, those that it has and those it may have.
        in_git: Whether the collection's files lie in a git tree, all of them committed.
        refusals: Why it may not be released; empty if it may.
    """

    past: PastRelease
    comparison: Comparison | None
    newly_pinned: int
    cards: list[Path]
    in_git: bool
    refusals: list[Finding]


@contextmanager
def releasing(
    collection: Path,
    terms: Terms,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> Iterator[Prepared]:
    """Prepare a release, give it to be looked at, and write it when the block ends well; no other process interferes.

    Written are the version in `collection.yaml`, `pinned_split` of every article, the card, `CHANGELOG.md`, and
    `releases/<version>.json` with its list of records: all of them or, whenever the process dies, none.

    Args:
        collection: The collection's folder.
        terms: What is said about it.
        workers: Processes that check; None takes one a core.
        progress: Told how far the checks are.
        dry_run: Write nothing.

    Raises:
        CorpusError: if a check fails, the collection cannot be written, another process is at work on it, or the
            release is refused; then nothing was written. With `dry_run` a refusal is not raised.
    """
    folder = CollectionFolder(collection)
    outside = card_places(folder.registry().collection)
    with one_change(folder.path, outside=outside) as change, tempfile.TemporaryDirectory(prefix="sahelcorpus-") as made:
        assembled = Assembled.open(collection, terms.today, pinned=True)
        (directory := Path(made) / "dataset").mkdir()
        built = write_dataset(directory, assembled, workers, progress)
        records = Path(made) / "records.tsv"
        prepared = _prepared(assembled, built, BuiltSide(directory), records, terms)
        yield prepared
        if not dry_run:
            if prepared.refusals:
                raise CorpusError(prepared.refusals)
            _write(change, assembled, prepared, records)


def _prepared(assembled: Assembled, built: Release, side: BuiltSide, records: Path, terms: Terms) -> Prepared:
    folder, collection = assembled.folder, assembled.registry.collection
    versions = past_versions(folder)
    comparison, version = None, collection.version
    if versions:
        comparison = Comparison(PastSide(folder, versions[-1]), side)
        for _ in comparison.differences():
            pass
        version = next_version(versions[-1], comparison.bump, stable=terms.stable)
    elif terms.stable:
        version = "1.0.0"
    part = listed(records, record_lines(side.groups(), side.columns))
    past = PastRelease(
        collection=collection.name,
        version=version,
        previous=versions[-1] if versions else None,
        bump=comparison.bump if comparison else None,
        released=terms.today or datetime.now(UTC).date(),
        note=terms.note,
        digest=built.digest,
        built_with=f"sahelcorpus {__version__}",
        tables=built.tables,
        changes=_changes(comparison) if comparison else [],
        columns=[
            TableColumns(table=table.name, columns=list(column_paths(side.columns[table.name]))) for table in TABLES
        ],
        vocabularies=built.vocabularies,
        records=part.model_copy(update={"path": f"{version}.records.tsv"}),
    )
    open_files = uncommitted(folder.path, card_places(collection))
    refusals = [*_uncommitted_findings(open_files or []), *_unexplained(past, collection.version)]
    return Prepared(
        past=past,
        comparison=comparison,
        newly_pinned=len(assembled.new_pins),
        cards=[Path(os.path.normpath(folder.path / place)) for place in card_places(collection)],
        in_git=open_files is not None,
        refusals=refusals,
    )


def _changes(comparison: Comparison) -> list[TableChanges]:
    return [
        TableChanges(table=table, added=counts[ADDED], removed=counts[REMOVED], changed=counts[CHANGED])
        for table, counts in comparison.counts.items()
        if any(counts.values())
    ]


def _uncommitted_findings(names: list[str]) -> Iterator[Finding]:
    if names:
        more = f", and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        found = f"changes that are not committed: {', '.join(names[:_NAMED])}{more}"
        yield finding("SC904", names[0], "", found, "the collection's files as git has them")


def _unexplained(past: PastRelease, stated: str) -> Iterator[Finding]:
    """Yield what somebody has to say before this can be released."""
    if past.previous is not None and stated != past.previous:
        allowed = f"{past.previous}, as it was released last: the next version is computed"
        yield finding("SC905", "collection.yaml", "version", stated, allowed)
    if past.note is None and past.bump is Bump.MAJOR:
        found = f"records that were edited or removed since {past.previous}, and no reason"
        yield finding("SC905", f"releases/{past.version}.json", "note", found, "a sentence that says why")
    if past.note is None and past.bump is Bump.PATCH:
        found = f"the same records as {past.previous}, and no reason"
        yield finding("SC905", f"releases/{past.version}.json", "note", found, "a sentence that says what is new")


def _write(change: Change, assembled: Assembled, prepared: Prepared, records: Path) -> None:
    past, folder = prepared.past, assembled.folder
    collection = assembled.registry.collection.model_copy(update={"version": past.version})
    text = read_text(folder.path / "collection.yaml", "collection.yaml")
    change.write("collection.yaml", edited_yaml(text, collection.to_plain(), collection.to_sparse()).encode())
    for article_id, split in assembled.new_pins:
        name = f"articles/{article_id}/article.yaml"
        change.write(name, _pinned(read_text(folder.path / name, name), name, split).encode())
    registry = replace(assembled.registry, collection=collection)
    cards = refreshed_cards(folder, registry, assembled.statistics)
    for name, card in cards.items():
        change.write(name, card)
    for name in stale_figures(folder, collection, cards):
        change.remove(name)
    path = folder.path / CHANGELOG
    earlier = read_text(path, CHANGELOG) if path.exists() else None
    change.write(CHANGELOG, with_release(earlier, collection.title, past).encode())
    with records.open("rb") as lines:
        change.write(f"releases/{past.records.path}", lines)
    content = json.dumps(past.to_plain(), ensure_ascii=False, indent=1) + "\n"
    change.write(f"releases/{past.version}.json", content.encode())


def _pinned(text: str, name: str, split: Split) -> str:
    """Return the text of an `article.yaml` with its split pinned, changing one line where that is enough."""
    plain = {**read_yaml(text, name), "pinned_split": split.value}
    line = f"pinned_split: {split.value}"
    quick = _NO_PIN.sub(line, text) if _NO_PIN.search(text) else f"{text.rstrip()}\n{line}\n"
    try:
        if read_yaml(quick, name) == plain:
            return quick
    except CorpusError:
        pass
    return edited_yaml(text, plain)
