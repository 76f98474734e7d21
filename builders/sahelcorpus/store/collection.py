"""A collection folder: its registry, and its articles one at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from pydantic import ValidationError

from sahelcorpus.records import (
    Actor,
    Annotations,
    Annotator,
    Article,
    ArticleMetadata,
    Collection,
    ColumnMapping,
    Record,
    Removal,
    Source,
)
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rules import RULES
from sahelcorpus.store.changing import Change, finish_changes, one_change
from sahelcorpus.store.files import finding, read_bytes, read_text
from sahelcorpus.store.yaml_reading import line_of, place, read_yaml
from sahelcorpus.store.yaml_writing import edited_yaml, to_yaml

MAX_YAML_BYTES = 20_000_000
ARTICLE_FILES = ("article.yaml", "text.txt", "annotations.yaml")
REGISTRY_FILES = ("collection.yaml", "sources.yaml", "actors.yaml", "annotators.yaml", "removals.yaml")
COLUMNS_FILE = "columns.yaml"
"""What the columns of tables mean that were added; only there if somebody had to say it."""
CHANGELOG = "CHANGELOG.md"
FOLDERS = ("articles", "guidelines", "releases")

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as it lies on disk.

    Attributes:
        folder: Its folder, relative to the collection's.
        metadata: What `article.yaml` says.
        text: What `text.txt` holds, byte for byte as UTF-8.
        annotations: What `annotations.yaml` says.
    """

    folder: str
    metadata: ArticleMetadata
    text: str
    annotations: Annotations

    def as_article(self) -> Article:
        """Return the three files as one record; they were validated when they were read."""
        return Article.model_construct(
            **dict(self.metadata),
            text=self.text,
            quotes=self.annotations.quotes,
            stances=self.annotations.stances,
        )


@dataclass(frozen=True, slots=True)
class Registry:
    """What a collection knows of the world, each record under its id, in the order of the files."""

    collection: Collection
    sources: dict[str, Source]
    actors: dict[str, Actor]
    annotators: dict[str, Annotator]
    removals: dict[str, Removal]


class CollectionFolder:
    """A collection on disk. Nothing is read before it is asked for, and no article is kept."""

    def __init__(self, path: Path | str) -> None:
        """Open the collection at `path`; a change of it that was interrupted is finished first.

        Raises:
            CorpusError: if the folder is no collection (SC112), or a change cannot be finished (SC113, SC116).
        """
        self.path = Path(path)
        finish_changes(self.path)
        if not (self.path / "collection.yaml").is_file():
            found = "a folder without collection.yaml" if self.path.is_dir() else "no folder"
            raise CorpusError(finding("SC112", str(path), "", found, "a folder with collection.yaml"))

    def registry(self) -> Registry:
        """Read the five registry files.

        Raises:
            CorpusError: with the findings of the first file that cannot be read, or does not fit its schema.
        """
        return Registry(
            collection=self._record("collection.yaml", Collection),
            sources={record.source_id: record for record in self._records("sources.yaml", Source)},
            actors={record.actor_id: record for record in self._records("actors.yaml", Actor)},
            annotators={record.annotator_id: record for record in self._records("annotators.yaml", Annotator)},
            removals={record.article_id: record for record in self._records("removals.yaml", Removal)},
        )

    def column_mappings(self) -> list[ColumnMapping]:
        """Read what the columns of tables mean, as far as somebody said it.

        Raises:
            CorpusError: if the file is there and cannot be read, or does not fit its schema.
        """
        return self._records(COLUMNS_FILE, ColumnMapping) if (self.path / COLUMNS_FILE).exists() else []

    def remember_columns(self, mapping: ColumnMapping) -> None:
        """Keep what the columns of a table mean, in the place of what was said of the same columns before.

        Raises:
            CorpusError: if it cannot be written (SC113).
        """
        kept = [other for other in self.column_mappings() if other.header != mapping.header]
        if kept or (self.path / COLUMNS_FILE).exists():
            self.save_registry(COLUMNS_FILE, [*kept, mapping])
            return
        told = "What the columns of tables mean. schemas/columns.schema.json says what a record takes."
        with one_change(self.path) as change:
            change.write(COLUMNS_FILE, to_yaml([mapping.to_sparse()], told).encode())

    def duplicate_registry_ids(self) -> Iterator[tuple[str, str]]:
        """Yield the file and the id of every registry record whose id stands twice in its file."""
        for name, record, key in (
            ("sources.yaml", Source, "source_id"),
            ("actors.yaml", Actor, "actor_id"),
            ("annotators.yaml", Annotator, "annotator_id"),
            ("removals.yaml", Removal, "article_id"),
        ):
            seen: set[str] = set()
            for item in self._records(name, record):
                identity = getattr(item, key)
                if identity in seen:
                    yield name, identity
                seen.add(identity)

    def article_ids(self) -> list[str]:
        """Return the names of the article folders, sorted by code point, whatever the disk's order.

        Raises:
            CorpusError: if the folder cannot be listed (SC102).
        """
        try:
            return self.names("articles")
        except OSError as error:
            raise CorpusError(finding("SC102", "articles", "", error.strerror or str(error), "a folder")) from None

    def article(self, article_id: str) -> StoredArticle:
        """Read one article.

        Raises:
            CorpusError: with every finding that keeps it from being read.
        """
        folder = f"articles/{article_id}"
        self._refuse_outside(folder)
        if not (self.path / folder).is_dir():
            found = "a file" if (self.path / folder).is_file() else "nothing that can be opened"
            raise CorpusError(finding("SC110", folder, "", found, "a folder with " + ", ".join(ARTICLE_FILES)))
        findings: list[Finding] = []
        metadata = self._kept(findings, self._record, f"{folder}/article.yaml", ArticleMetadata)
        text = self._kept(findings, self._text, f"{folder}/text.txt")
        annotations = self._kept(findings, self._record, f"{folder}/annotations.yaml", Annotations)
        if metadata is None or text is None or annotations is None:
            raise CorpusError(findings)
        return StoredArticle(folder, metadata, text, annotations)

    def metadata(self, article_id: str) -> ArticleMetadata:
        """Read an article's `article.yaml` alone.

        Raises:
            CorpusError: with every finding that keeps it from being read.
        """
        return self._record(f"articles/{article_id}/article.yaml", ArticleMetadata)

    def text(self, article_id: str) -> str:
        """Read an article's `text.txt` alone.

        Raises:
            CorpusError: if it cannot be read.
        """
        return self._text(f"articles/{article_id}/text.txt")

    def article_with_text(self, sha256: str) -> str | None:
        """Return the id of an article whose canonical text has this digest; None if there is none that can be read."""
        for article_id in self.article_ids():
            try:
                if self.metadata(article_id).provenance.text_sha256 == sha256:
                    return article_id
            except CorpusError:
                continue  # the checks say what is wrong with it; it is no reason to refuse another
        return None

    def articles(self) -> Iterator[StoredArticle]:
        """Yield every article in the order of `article_ids`."""
        for article_id in self.article_ids():
            yield self.article(article_id)

    def save_registry(self, name: str, records: Sequence[Record], change: Change | None = None) -> None:
        """Write one of the list files of the registry, touching only the lines that change.

        Args:
            name: The file.
            records: What it shall list.
            change: The change that this is a part of; None makes it at once.

        Raises:
            CorpusError: if it cannot be written (SC113).
        """
        if change is None:
            with one_change(self.path) as change_of_its_own:
                self.save_registry(name, records, change_of_its_own)
            return
        text = read_text(self.path / name, name)
        if records and self._records(name, type(records[0])) == list(records):
            return
        plain, sparse = [record.to_plain() for record in records], [record.to_sparse() for record in records]
        change.write(name, edited_yaml(text, plain, sparse).encode())

    def save_article(self, article: StoredArticle, change: Change | None = None) -> None:
        """Write the YAML files of an article, touching only the lines that change; the text is never written.

        Args:
            article: The article as it shall be.
            change: The change that this is a part of; None makes it at once.

        Raises:
            CorpusError: if a file cannot be written (SC113).
        """
        if change is None:
            with one_change(self.path) as change_of_its_own:
                self.save_article(article, change_of_its_own)
            return
        records: tuple[ArticleMetadata | Annotations, ...] = (article.metadata, article.annotations)
        for file, record in zip(("article.yaml", "annotations.yaml"), records, strict=True):
            name = f"{article.folder}/{file}"
            if self._record(name, type(record)) != record:
                text = read_text(self.path / name, name)
                changed = edited_yaml(text, record.to_plain(), record.to_sparse())
                change.write(name, changed.encode())

    def line_of(self, file: str, path: tuple[str | int, ...]) -> int | None:
        """Return the line, from 1, at which a value stands in one of the YAML files."""
        return line_of(read_text(self.path / file, file), path)

    def names(self, folder: str = "") -> list[str]:
        """Return the names in a folder of the collection, sorted, hidden ones left out; none if it is no folder."""
        try:
            return sorted(path.name for path in (self.path / folder).iterdir() if not path.name.startswith("."))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def digest(self) -> str:
        """Return a digest of the names and bytes of all the files that a dataset is built from."""
        whole = hashlib.sha256()
        names = [*REGISTRY_FILES]
        names += [f"articles/{article_id}/{name}" for article_id in self.article_ids() for name in ARTICLE_FILES]
        for name in names:
            found = hashlib.sha256(read_bytes(self.path / name, name, MAX_YAML_BYTES)).hexdigest()
            whole.update(f"{name}\t{found}\n".encode())
        return whole.hexdigest()

    @cached_property
    def _real_path(self) -> Path:
        return self.path.resolve()

    def _refuse_outside(self, name: str) -> None:
        path = self.path / name
        if path.is_symlink() and not path.resolve().is_relative_to(self._real_path):
            raise CorpusError(
                finding("SC114", name, "", f"a link to {path.readlink()}", "a path inside the collection")
            )

    def _text(self, name: str) -> str:
        self._refuse_outside(name)
        return read_text(self.path / name, name)

    def _plain(self, name: str) -> Any:
        self._refuse_outside(name)
        return read_yaml(read_text(self.path / name, name), name)

    def _record(self, name: str, record: type[AnyRecord]) -> AnyRecord:
        plain = self._plain(name)
        return self._fitted({} if plain is None and record is Annotations else plain, name, record, ())

    def _records(self, name: str, record: type[AnyRecord]) -> list[AnyRecord]:
        plain = self._plain(name)
        if plain is None:
            return []
        if not isinstance(plain, list):
            raise CorpusError(finding("SC109", name, "", f"a {type(plain).__name__}", "a list of records"))
        return [self._fitted(item, name, record, (place_,)) for place_, item in enumerate(plain)]

    def _fitted(self, plain: Any, name: str, record: type[AnyRecord], above: tuple[str | int, ...]) -> AnyRecord:
        try:
            return record.from_plain(plain)
        except ValidationError as error:
            raise CorpusError(self._misfits(error, name, above)) from None
        except (msgspec.MsgspecError, TypeError, ValueError) as error:
            raise CorpusError(finding("SC109", name, place(above), str(error), "plain YAML values")) from None

    def _misfits(self, error: ValidationError, name: str, above: tuple[str | int, ...]) -> Iterator[Finding]:
        for fault in error.errors(include_url=False, include_context=False):
            path = (*above, *fault["loc"])
            found = "nothing" if fault["type"] == "missing" else _shown(fault["input"])
            yield Finding(
                code="SC109",
                file=name,
                place=place(path),
                found=found,
                allowed=fault["msg"][0].lower() + fault["msg"][1:],
                mend=RULES["SC109"].mend,
                line=self.line_of(name, path),
            )

    @staticmethod
    def _kept(findings: list[Finding], read: Any, *arguments: Any) -> Any:
        try:
            return read(*arguments)
        except CorpusError as error:
            findings += error.findings
            return None


def _shown(value: Any, most: int = 60) -> str:
    words = repr(value)
    return words if len(words) <= most else words[:most] + "…"
