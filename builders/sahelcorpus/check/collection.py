"""Rules over a whole collection: its registry, its files, its groups of near-duplicates, and each of its articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from sahelcorpus.check.article import check_article
from sahelcorpus.check.near_duplicates import Comparison
from sahelcorpus.check.rule import Known
from sahelcorpus.readers.columns import FIELDS
from sahelcorpus.records import Actor, ArticleMetadata, Source
from sahelcorpus.records.base import SLUG_PATTERN
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.vocabulary import ActorKind, AnnotatorKind, Split
from sahelcorpus.store.collection import (
    ARTICLE_FILES,
    CHANGELOG,
    COLUMNS_FILE,
    FOLDERS,
    REGISTRY_FILES,
    CollectionFolder,
    Registry,
    StoredArticle,
)
from sahelcorpus.store.files import finding

_SLUG = re.compile(SLUG_PATTERN)
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def check_registry(folder: CollectionFolder, registry: Registry) -> Iterator[Finding]:
    """Yield what is wrong with outlets, actors, annotators and removals."""
    for file, identity in folder.duplicate_registry_ids():
        yield finding("SC501", file, identity, f"{identity!r} twice", "an id that stands once")
    for identity in sorted(registry.sources.keys() & registry.actors.keys()):
        if registry.actors[identity].kind is not ActorKind.OUTLET:
            kind = registry.actors[identity].kind
            yield finding("SC501", "actors.yaml", identity, f"an outlet's id on a {kind}", "an id of its own")
    for source in registry.sources.values():
        yield from _check_source(source)
    for actor in registry.actors.values():
        yield from _check_actor(actor, registry)
    yield from _check_columns(folder)
    for annotator in registry.annotators.values():
        if annotator.kind in {AnnotatorKind.RULE, AnnotatorKind.MODEL} and not annotator.version:
            place = annotator.annotator_id
            yield finding("SC804", "annotators.yaml", place, f"a {annotator.kind} without version", "a version")


def _check_columns(folder: CollectionFolder) -> Iterator[Finding]:
    try:
        mappings = folder.column_mappings()
    except CorpusError as error:
        yield from error.findings
        return
    for place, mapping in enumerate(mappings):
        for item in mapping.fields:
            where = f"[{place}].fields"
            if item.field not in FIELDS:
                allowed = "one of " + ", ".join(FIELDS)
                yield finding("SC109", COLUMNS_FILE, where, f"the field {item.field!r}", allowed)
            if item.column not in mapping.header:
                yield finding("SC109", COLUMNS_FILE, where, f"the column {item.column!r}", "a column of header")


def _check_source(source: Source) -> Iterator[Finding]:
    for label in source.labels:
        if label.valid_from and label.valid_to and label.valid_to < label.valid_from:
            found = f"{label.valid_from} to {label.valid_to}"
            yield finding("SC801", "sources.yaml", source.source_id, found, "an end on or after the start")


def _check_actor(actor: Actor, registry: Registry) -> Iterator[Finding]:
    if actor.kind is ActorKind.PERSON and not actor.roles:
        yield finding("SC803", "actors.yaml", actor.actor_id, "a person without a role", "a person with a public role")
    if actor.wikidata and not actor.wikidata_verified:
        yield finding(
            "SC802", "actors.yaml", actor.actor_id, f"{actor.wikidata}, not verified", "a verified item or null"
        )
    for role in actor.roles:
        if role.valid_from and role.valid_to and role.valid_to < role.valid_from:
            found = f"{role.valid_from} to {role.valid_to}"
            yield finding("SC801", "actors.yaml", actor.actor_id, found, "an end on or after the start")
        known = registry.actors.keys() | registry.sources.keys()
        if role.organisation_id and role.organisation_id not in known:
            allowed = "an id of actors.yaml or sources.yaml"
            yield finding("SC506", "actors.yaml", actor.actor_id, repr(role.organisation_id), allowed)


def check_files(folder: CollectionFolder, card: str) -> Iterator[Finding]:
    """Yield files that nobody reads, and article folders whose names cannot be ids.

    Args:
        folder: The collection's folder.
        card: Its card; the same card in another language and the folder of their figures are read with it.
    """
    stem = re.escape(card.removesuffix(".md"))
    of_card = re.compile(rf"{stem}(\.[a-z]{{2,3}})?\.md|{stem}_figures")
    read = {*REGISTRY_FILES, *FOLDERS, COLUMNS_FILE, CHANGELOG}
    for name in folder.names():
        if name not in read and not of_card.fullmatch(name):
            yield finding("SC110", name, "", "a file or folder that nothing reads", "what the design names")
    lowered: dict[str, str] = {}
    for article_id in folder.article_ids():
        if not _SLUG.match(article_id):
            yield finding("SC201", f"articles/{article_id}", "", repr(article_id), "lower-case words joined by hyphens")
        if article_id.lower() in lowered:
            found = f"{article_id!r} beside {lowered[article_id.lower()]!r}"
            yield finding("SC208", f"articles/{article_id}", "", found, "names that differ in more than case")
        lowered[article_id.lower()] = article_id
        for name in folder.names(f"articles/{article_id}"):
            if name not in ARTICLE_FILES:
                allowed = ", ".join(ARTICLE_FILES)
                yield finding("SC110", f"articles/{article_id}/{name}", "", "a file that nothing reads", allowed)
    if not lowered:
        yield finding("SC111", "articles", "", "no article", "at least one")


class SplitKeeper:
    """Collects which pinned splits each group of near-duplicates stands in, and reports those in two."""

    def __init__(self) -> None:
        self._splits: defaultdict[str, dict[Split, str]] = defaultdict(dict)

    def see(self, pins: Iterable[tuple[str, Split, str]]) -> None:
        """Take note of pinned articles: group, split and id of each."""
        for group, split, article_id in pins:
            self._splits[group].setdefault(split, article_id)

    def findings(self) -> Iterator[Finding]:
        """Yield the groups that stand in several splits."""
        for group, splits in sorted(self._splits.items()):
            if len(splits) > 1:
                found = ", ".join(f"{article_id} in {split}" for split, article_id in sorted(splits.items()))
                first = min(splits.values())
                yield finding("SC901", f"articles/{first}/article.yaml", f"group {group}", found, "one split a group")


def pins(metadata: ArticleMetadata) -> Iterator[tuple[str, Split, str]]:
    """Yield group, split and id of an article that is pinned and has near-duplicates."""
    if metadata.cluster_id and metadata.pinned_split:
        yield metadata.cluster_id, metadata.pinned_split, metadata.article_id


def check_collection(
    folder: CollectionFolder, today: date, progress: Callable[[int, int], None] | None = None
) -> Iterator[Finding]:
    """Yield everything that is wrong with a collection, one article in memory at a time.

    Args:
        folder: The collection.
        today: The day after whose morrow dates are in the future.
        progress: Told how many articles are done, of how many.
    """
    try:
        registry = folder.registry()
    except CorpusError as error:
        yield from error.findings
        return
    yield from check_registry(folder, registry)
    yield from check_files(folder, registry.collection.card)
    known = Known.of(registry, today)
    keeper, comparison = SplitKeeper(), Comparison(folder)
    article_ids = folder.article_ids()
    for done, article_id in enumerate(article_ids, start=1):
        article, findings = read_and_check(folder, article_id, known)
        if article is not None:
            keeper.see(pins(article.metadata))
            comparison.see_article(article_id, article.metadata, article.text)
        if progress:
            progress(done, len(article_ids))
        yield from findings
    yield from keeper.findings()
    yield from (with_line(folder, found) for found in comparison.findings(comparison.pairs()))


def read_and_check(
    folder: CollectionFolder, article_id: str, known: Known
) -> tuple[StoredArticle | None, list[Finding]]:
    """Return an article, or None if it cannot be read, and everything that is wrong with it, lines included."""
    try:
        article = folder.article(article_id)
    except CorpusError as error:
        return None, error.findings
    return article, [with_line(folder, found) for found in check_article(article, known)]


def with_line(folder: CollectionFolder, found: Finding) -> Finding:
    """Return a finding with the line of its place in a YAML file, if it has one."""
    if found.line is not None or not found.place or not found.file.endswith(".yaml"):
        return found
    path = tuple(int(number) if number else word for number, word in _STEP.findall(found.place))
    try:
        return replace(found, line=folder.line_of(found.file, path))
    except CorpusError:
        return found
