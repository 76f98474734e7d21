"""One chunk of articles from disk to Arrow: read, checked, dumped, digested; work for a process of its own."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa

from sahelcorpus.annotate.near_duplicates.word_hashes import words_of
from sahelcorpus.check.collection import read_and_check
from sahelcorpus.check.near_duplicates import SketchedArticles
from sahelcorpus.check.rule import Known
from sahelcorpus.records.arrow_schema import arrow_schema
from sahelcorpus.records.canonical_json import record_digest
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rows import row_encoder
from sahelcorpus.records.tables import ARTICLE_TABLES, Row, Table
from sahelcorpus.records.vocabulary import Split
from sahelcorpus.release.leaks import COPIED, LeakPart, sampled_runs
from sahelcorpus.release.splits import split_of
from sahelcorpus.release.statistics import Statistics
from sahelcorpus.store.collection import CollectionFolder, StoredArticle
from sahelcorpus.store.files import finding

ARTICLES_A_CHUNK = 250
_ALONE_BELOW = 1_000  # articles under which starting processes costs more than it gives
Part = tuple[str, Split]


@dataclass(frozen=True, slots=True)
class Order:
    """What a chunk's work needs to know besides its articles.

    Attributes:
        collection: The collection's folder.
        known: What the registry knows.
        split_key: The collection's split key.
        article_count: Articles in the whole collection.
        pinned: Whether every article is written as pinned to its split, as a release pins it.
        compare: Whether near-duplicates and text in several splits are looked for.
    """

    collection: Path
    known: Known
    split_key: str
    article_count: int
    pinned: bool = False
    compare: bool = True


@dataclass(slots=True)
class Chunk:
    """What became of some articles.

    Attributes:
        articles: How many there were.
        findings: What is wrong with them; with any, the rest is not to be used.
        batches: Their rows, by table and split.
        digests: The digests of the records, 32 bytes each, by table and split.
        statistics: What stands in them.
        in_groups: Group, split and id of every article that has near-duplicates.
        new_pins: Id and split of every article that was not pinned before.
        leaks: What near-duplicates and text in several splits are found by; None where that is not asked for.
    """

    articles: int = 0
    findings: list[Finding] = field(default_factory=list)
    batches: dict[Part, pa.RecordBatch] = field(default_factory=dict)
    digests: dict[Part, bytes] = field(default_factory=dict)
    statistics: Statistics = field(default_factory=Statistics)
    in_groups: list[tuple[str, Split, str]] = field(default_factory=list)
    new_pins: list[tuple[str, Split]] = field(default_factory=list)
    leaks: LeakPart | None = None


def make_chunk(order: Order, article_ids: Sequence[str]) -> Chunk:
    """Read, check and dump some articles."""
    folder = CollectionFolder(order.collection)
    chunk = Chunk(articles=len(article_ids))
    rows: dict[Part, list[Row]] = {}
    passed: list[tuple[StoredArticle, Split]] = []
    for article_id in article_ids:
        stored, findings = read_and_check(folder, article_id, order.known)
        chunk.findings += findings
        if stored is None or findings:
            continue
        article = stored.as_article().model_dump()
        split = split_of(article, order.split_key, order.article_count)
        passed.append((stored, split))
        if stored.metadata.cluster_id:
            chunk.in_groups.append((stored.metadata.cluster_id, split, article_id))
        if order.pinned and article["pinned_split"] is None:
            article["pinned_split"] = split
            chunk.new_pins.append((article_id, split))
        chunk.statistics.count(article, split.value)
        for table in ARTICLE_TABLES:
            assert table.from_article is not None  # noqa: S101 - that is what ARTICLE_TABLES are
            rows.setdefault((table.name, split), []).extend(table.from_article(article))
    if order.compare:
        chunk.leaks = _leak_part(passed, order.article_count)
    for table in ARTICLE_TABLES:
        for split in Split:
            if (table.name, split) in rows:
                batch, digests = encoded(table, rows.pop((table.name, split)))
                chunk.batches[table.name, split] = batch
                chunk.digests[table.name, split] = digests
    return chunk


def _leak_part(passed: Sequence[tuple[StoredArticle, Split]], article_count: int) -> LeakPart:
    articles = {stored.metadata.article_id: stored.metadata for stored, _ in passed}
    words = words_of([stored.text for stored, _ in passed])
    runs, counts = sampled_runs(words, article_count)
    return LeakPart(
        compared=SketchedArticles.of(articles, words),
        splits=[split for _, split in passed],
        targets=[
            tuple(sorted({stance.target_actor_id for stance in stored.annotations.stances})) for stored, _ in passed
        ],
        waived={name for name, one in articles.items() if any(waiver.code == COPIED for waiver in one.waivers)},
        runs=runs,
        counts=counts,
    )


def encoded(table: Table, rows: list[Row]) -> tuple[pa.RecordBatch, bytes]:
    """Return dumped records as a record batch, and their digests, 32 bytes each."""
    encode = row_encoder(table.row)
    digests = b"".join(record_digest(row) for row in rows)
    return pa.RecordBatch.from_pylist([encode(row) for row in rows], schema=arrow_schema(table.row)), digests


def chunks(order: Order, article_ids: Sequence[str], workers: int | None) -> Iterator[Chunk]:
    """Yield the chunks of a collection in the order of its articles.

    Args:
        order: What the work needs to know.
        article_ids: All the articles.
        workers: Processes to use; None takes one a core, and none at all for a small collection.

    Raises:
        CorpusError: if a process died (SC902).
    """
    parts = [article_ids[start : start + ARTICLES_A_CHUNK] for start in range(0, len(article_ids), ARTICLES_A_CHUNK)]
    workers = workers or (os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()) or 1
    if workers == 1 or len(article_ids) < _ALONE_BELOW:
        for part in parts:
            yield make_chunk(order, part)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield from _in_order(pool, order, parts, 2 * workers)
        except BrokenProcessPool:
            found = "a worker process that died"
            raise CorpusError(
                finding("SC902", str(order.collection), "", found, "workers that live; try --workers 1 or free memory")
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, order: Order, parts: Sequence[Sequence[str]], most_waiting: int
) -> Iterator[Chunk]:
    waiting: deque[Future[Any]] = deque()
    for part in parts:
        waiting.append(pool.submit(make_chunk, order, part))
        if len(waiting) >= most_waiting:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
