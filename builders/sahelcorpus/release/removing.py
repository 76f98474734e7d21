"""Taking an article out of a collection for good: its folder, and every trace of it elsewhere; a tombstone stays.

The tombstone says which id left, when, for which class of reason and at whose request, and holds digests by which the
text is known if somebody brings it back: of the canonical text, of its words however they are typed, and of its
address. A digest is of the whole and cannot be read backwards. A sketch, which would also recognise edited copies, is
not kept: it is made of the hashes of single runs of words, and whoever guesses a sentence could find out that the
article had it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from sahelcorpus.annotate.near_duplicates.candidates import RUN
from sahelcorpus.annotate.near_duplicates.verification import (
    LEAST_CONTAINMENT,
    LEAST_SHARED,
    distinct_runs,
    shared_runs,
)
from sahelcorpus.annotate.near_duplicates.word_hashes import Numbers, words_of
from sahelcorpus.check.removed import address_sha256
from sahelcorpus.records import ArticleMetadata, Removal
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.vocabulary import Bump, RemovalReason, Requester
from sahelcorpus.release.card.cards import card_names
from sahelcorpus.release.leaks import RUN as COPIED_RUN
from sahelcorpus.release.near_duplicates import find_groups
from sahelcorpus.release.past import past_versions
from sahelcorpus.release.record_lists import PastSide
from sahelcorpus.release.versions import next_version
from sahelcorpus.release.words_elsewhere import LEAST_TITLE, WordsElsewhere
from sahelcorpus.store.changing import one_change
from sahelcorpus.store.collection import ARTICLE_FILES, REGISTRY_FILES, CollectionFolder
from sahelcorpus.store.files import finding, read_text
from sahelcorpus.store.yaml_reading import read_yaml
from sahelcorpus.store.yaml_writing import edited_yaml
from sahelcorpus.text.canonical import text_sha256
from sahelcorpus.text.words import folded_words, words_sha256

Progress = Callable[[int, int], None]
_TEXTS_AT_ONCE = 250
_NAMED = re.compile(r"\b(?:source_id|(?:[a-z]+_)?actor_id): *[\"']?(?!null\b)([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for.

    Attributes:
        article_id: The article.
        reason: Class of the reason.
        requested_by: Class of who asked.
        today: The day of the removal; None takes the clock's.
    """

    article_id: str
    reason: RemovalReason
    requested_by: Requester
    today: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Kin:
    """Another article that has words of the removed one.

    Attributes:
        article_id: Which.
        containment: Runs of three words that both have, as a share of the shorter's.
        near_duplicate: Whether that makes it a near-duplicate.
        copied_runs: How many runs of 13 words of the removed text stand in it.
        has_title: Whether the title stands in its text.
    """

    article_id: str
    containment: float
    near_duplicate: bool
    copied_runs: int
    has_title: bool


@dataclass(slots=True)
class Removed:
    """What a removal did, or would do.

    Attributes:
        tombstone: What stays of the article.
        folder: The folder that is gone.
        cleaned: Files from which words of the article were taken.
        regrouped: Articles that stood in its group of near-duplicates and change with it.
        kin: Other articles that have words of it, those that share most first: a person decides about them.
        alone: Actors and outlets of the registry that no other article names: a person decides about them too.
        unread: Files that could not be searched.
        versions: Releases that hold the article.
        min_usable_version: The first version that will not; None if none was released.
        title_searched: Whether the title could be read and was long enough to be searched for.
    """

    tombstone: Removal
    folder: str
    cleaned: list[str] = field(default_factory=list)
    regrouped: list[str] = field(default_factory=list)
    kin: list[Kin] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    min_usable_version: str | None = None
    title_searched: bool = True


def remove_article(
    collection: Path, request: Request, *, dry_run: bool = False, progress: Progress | None = None
) -> Removed:
    """Take an article out of a collection, all of it at once or, whenever the process dies, not at all.

    Args:
        collection: The collection's folder.
        request: What was asked for.
        dry_run: Write nothing.
        progress: Told how many articles were searched, of how many.

    Raises:
        CorpusError: if there is no such article (SC507), it was removed before (SC207), or the collection cannot be
            read or written; then nothing was written.
    """
    folder = CollectionFolder(collection)
    registry = folder.registry()
    target = f"articles/{request.article_id}"
    if request.article_id not in folder.article_ids():
        code = "SC207" if request.article_id in registry.removals else "SC507"
        raise CorpusError(finding(code, target, "", "no such article", "an article of the collection"))
    cards = card_names(registry.collection).values()
    with one_change(folder.path, outside=cards) as change:
        metadata, text = _as_far_as_readable(folder, request.article_id)
        others = [name for name in folder.article_ids() if name != request.article_id]
        removed = Removed(_tombstone(folder, request, metadata, text, others), target)
        title = metadata.title if metadata else None
        long_enough = title is None or len(list(folded_words(title))) >= LEAST_TITLE
        removed.title_searched = metadata is not None and long_enough
        changes = _group_changes(folder, metadata, others)
        removed.regrouped = sorted(changes)
        removed.versions, removed.min_usable_version = _released(folder, request.article_id)
        cleaning = _Cleaning(folder, WordsElsewhere(title, text), removed)
        for start in range(0, len(others), _TEXTS_AT_ONCE):
            names = others[start : start + _TEXTS_AT_ONCE]
            removed.kin += _kin(folder, names, title, text, removed.unread)
            for name in names:
                cleaning.clean(f"articles/{name}/article.yaml", changes.get(name))
                cleaning.clean(f"articles/{name}/annotations.yaml")
            if progress:
                progress(start + len(names), len(others))
        for name in _registry_and_prose(folder, cards):
            cleaning.clean(name)
        cleaning.write_tombstone()
        removed.alone = sorted(_named(folder, target) - cleaning.named_elsewhere)
        removed.kin.sort(key=lambda kin: (-kin.containment, kin.article_id))
        if not dry_run:
            for name, content in cleaning.written.items():
                change.write(name, content.encode())
            change.remove(target)
    return removed


def _named(folder: CollectionFolder, article: str) -> set[str]:
    """Return the actors and outlets that an article names by their ids."""
    named: set[str] = set()
    for file in ARTICLE_FILES:
        with suppress(CorpusError):
            if file.endswith(".yaml"):
                named |= set(_NAMED.findall(read_text(folder.path / article / file, f"{article}/{file}")))
    return named


def _as_far_as_readable(folder: CollectionFolder, article_id: str) -> tuple[ArticleMetadata | None, str]:
    """Return what is known of an article; one that breaks every rule can be removed as well."""
    metadata, text = None, ""
    with suppress(CorpusError):
        metadata = folder.metadata(article_id)
    with suppress(CorpusError):
        text = folder.text(article_id)
    return metadata, text


def _tombstone(
    folder: CollectionFolder, request: Request, metadata: ArticleMetadata | None, text: str, others: list[str]
) -> Removal:
    address = address_sha256(metadata.url) if metadata and metadata.url else None
    return Removal(
        article_id=request.article_id,
        reason=request.reason,
        removed=request.today or datetime.now(UTC).date(),
        text_sha256=text_sha256(text) if text else None,
        words_sha256=words_sha256(text) if text.strip() else None,
        url_sha256=None if address is None or _is_shared(folder, address, others) else address,
        requested_by=request.requested_by,
    )


def _is_shared(folder: CollectionFolder, address: str, others: list[str]) -> bool:
    """Say whether another article has the same address: a home page says nothing of one article."""
    for name in others:
        with suppress(CorpusError):
            url = folder.metadata(name).url
            if url and address_sha256(url) == address:
                return True
    return False


def _group_changes(
    folder: CollectionFolder, metadata: ArticleMetadata | None, others: list[str]
) -> dict[str, dict[str, Any]]:
    """Return what changes in the articles of its group of near-duplicates: the last one left stands alone."""
    group = metadata.cluster_id if metadata else None
    members = []
    for name in others if group else []:
        with suppress(CorpusError):
            if folder.metadata(name).cluster_id == group:
                members.append(name)
    if len(members) == 1:
        return {members[0]: {"cluster_id": None, "near_duplicate": None}}
    try:
        changed = find_groups(folder, article_ids=members).changed
    except CorpusError:
        return {name: {"near_duplicate": None} for name in members}
    return {
        name: {"near_duplicate": one.near_duplicate.to_plain() if one.near_duplicate else None}
        for name, one in changed.items()
    }


def _released(folder: CollectionFolder, article_id: str) -> tuple[list[str], str | None]:
    """Return the releases that hold an article, and the first version after all of them."""
    versions = past_versions(folder)
    holding = [
        version
        for version in versions
        if any(group.rank == 0 and group.owner == article_id for group in PastSide(folder, version).groups())
    ]
    if not holding:
        return [], None
    later = versions[versions.index(holding[-1]) + 1 :]
    return holding, later[0] if later else next_version(holding[-1], Bump.MAJOR)


def _kin(
    folder: CollectionFolder, names: Sequence[str], title: str | None, text: str, unread: list[str]
) -> Iterator[Kin]:
    """Yield which of some articles have words of the removed one in their texts."""
    texts: dict[str, str] = {}
    for name in names:
        try:
            texts[name] = folder.text(name)
        except CorpusError:
            unread.append(f"articles/{name}/text.txt")
    own, words = words_of([text]), words_of(list(texts.values()))
    own_runs, own_long = np.unique(own.runs(RUN)[0]), np.unique(own.runs(COPIED_RUN)[0])
    title_words = words_of([title or ""])
    length = len(title_words.numbers)
    titles = _by_text(*words.runs(length)) if length >= LEAST_TITLE else [np.zeros(0, np.uint64)] * len(texts)
    title_run = title_words.runs(length)[0] if length else np.zeros(0, np.uint64)
    long_runs = _by_text(*words.runs(COPIED_RUN))
    for place, (name, runs) in enumerate(zip(texts, distinct_runs(*words.runs(RUN)), strict=True)):
        shared = shared_runs(own_runs, runs)
        shorter = min(len(own_runs), len(runs))
        copied = shared_runs(own_long, np.unique(long_runs[place]))
        has_title = bool(np.isin(title_run, titles[place]).any())
        near = shared >= max(LEAST_SHARED, LEAST_CONTAINMENT * shorter)
        if near or copied or has_title:
            yield Kin(name, shared / max(shorter, 1), near, copied, has_title)


def _by_text(runs: Numbers, ends: Any) -> list[Numbers]:
    return np.split(runs, ends[:-1])


def _registry_and_prose(folder: CollectionFolder, cards: Collection[str]) -> list[str]:
    names = [*REGISTRY_FILES, *cards, *(name for name in folder.names() if name.endswith(".md") and name not in cards)]
    names += [f"guidelines/{name}" for name in folder.names("guidelines")]
    return names + [f"releases/{name}" for name in folder.names("releases") if name.endswith(".json")]


@dataclass(slots=True)
class _Cleaning:
    """Takes words of an article out of files, and keeps what is to be written."""

    folder: CollectionFolder
    elsewhere: WordsElsewhere
    removed: Removed
    written: dict[str, str] = field(default_factory=dict)
    named_elsewhere: set[str] = field(default_factory=set)

    def clean(self, name: str, changes: dict[str, Any] | None = None) -> None:
        """Take words of the article out of a file, and make what else changes in it."""
        path = self.folder.path / name
        if not path.exists():
            return
        try:
            before = read_text(path, name)
            is_yaml = name.endswith(".yaml")
            after = self.elsewhere.without_in_yaml(before, name) if is_yaml else self.elsewhere.without(before)
            if after != before:
                self.removed.cleaned.append(name)
            if changes:
                after = edited_yaml(after, read_yaml(after, name) | changes)
        except CorpusError:
            self.removed.unread.append(name)
            return
        if name.startswith("articles/"):
            self.named_elsewhere |= set(_NAMED.findall(before))
        if after != before:
            self.written[name] = after

    def write_tombstone(self) -> None:
        """Add the tombstone to `removals.yaml`, and move the oldest version that may be used."""
        removals = self._cleaned("removals.yaml")
        tombstone = self.removed.tombstone
        listed = read_yaml(removals, "removals.yaml") or []
        # an article that came back in spite of its tombstone gets one that says what it came back as
        before = [one for one in listed if one.get("article_id") != tombstone.article_id]
        plain, sparse = [*before, tombstone.to_plain()], [*before, tombstone.to_sparse()]
        self.written["removals.yaml"] = edited_yaml(removals, plain, sparse)
        oldest = self.removed.min_usable_version
        if oldest is not None:
            text = self._cleaned("collection.yaml")
            plain = read_yaml(text, "collection.yaml") | {"min_usable_version": oldest}
            self.written["collection.yaml"] = edited_yaml(text, plain)

    def _cleaned(self, name: str) -> str:
        return self.written.get(name) or read_text(self.folder.path / name, name)
