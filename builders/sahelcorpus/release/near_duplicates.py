"""The near-duplicate groups of a collection: found over all its articles, and written into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from sahelcorpus.annotate.near_duplicates.credits import Agencies
from sahelcorpus.annotate.near_duplicates.groups import Grouping, Link, grouped
from sahelcorpus.annotate.near_duplicates.verification import SharedText
from sahelcorpus.check.near_duplicates import Comparison
from sahelcorpus.records import ArticleMetadata
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.vocabulary import NearDuplicateReason
from sahelcorpus.store.changing import one_change
from sahelcorpus.store.collection import CollectionFolder, StoredArticle
from sahelcorpus.store.files import finding, read_text

Progress = Callable[[int, int], None]


def find_groups(
    folder: CollectionFolder,
    *,
    article_ids: Sequence[str] | None = None,
    listed: Iterable[tuple[str, ...]] = (),
    merge: bool = False,
    progress: Progress | None = None,
) -> Grouping:
    """Find the near-duplicates of a collection and group them; nothing is written.

    Args:
        folder: The collection.
        article_ids: The articles to look at; None takes all.
        listed: Groups of article ids that an archive itself lists as copies of each other.
        merge: Merge groups that meet, where no released article changes its split.
        progress: Told how many articles are done, of how many.

    Raises:
        CorpusError: with what keeps articles from being read.
    """
    comparison = Comparison(folder)
    article_ids = folder.article_ids() if article_ids is None else article_ids
    metadata: dict[str, ArticleMetadata] = {}
    for done, article_id in enumerate(article_ids, start=1):
        metadata[article_id] = folder.metadata(article_id)
        comparison.see_article(article_id, metadata[article_id], folder.text(article_id))
        if progress:
            progress(done, len(article_ids))
    pairs = [pair for pair in comparison.pairs() if not comparison.of_waived(pair)]
    linked = {comparison.article_ids[number] for pair in pairs for number in (pair.one, pair.other)}
    lists = [*listed, *_listed_before(metadata)]
    linked |= {name for names in lists for name in names}
    linked |= {name for name, one in metadata.items() if one.cluster_id}
    agencies = Agencies(folder.registry().sources.values())
    lengths, credited = {}, {}
    for name in sorted(linked):
        text = folder.text(name)
        lengths[name], credited[name] = len(text), agencies.credited(metadata[name], text)
    links = _links(comparison.article_ids, pairs, credited, lists)
    return grouped(metadata, lengths, links, merge=merge)


def _listed_before(metadata: dict[str, ArticleMetadata]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that an archive's list joined in an earlier run."""
    for name, one in metadata.items():
        why = one.near_duplicate
        if why and NearDuplicateReason.ARCHIVE_LIST in why.reasons and why.nearest in metadata:
            yield name, why.nearest


def _links(
    article_ids: list[str],
    pairs: Iterable[SharedText],
    credited: dict[str, frozenset[str]],
    lists: Iterable[tuple[str, ...]],
) -> list[Link]:
    links: dict[tuple[str, str], Link] = {}
    for pair in pairs:
        one, other = sorted((article_ids[pair.one], article_ids[pair.other]))
        reasons = [NearDuplicateReason.SAME_WORDS if pair.same_words else NearDuplicateReason.SHARED_TEXT]
        if credited[one] & credited[other]:
            reasons.append(NearDuplicateReason.AGENCY_CREDIT)
        links[one, other] = Link(one, other, tuple(reasons), pair.jaccard, pair.containment)
    for names in lists:
        for one, other in combinations(sorted(set(names)), 2):
            link = links.get((one, other), Link(one, other, (), 0.0, 0.0))
            reasons = [*link.reasons, NearDuplicateReason.ARCHIVE_LIST]
            links[one, other] = Link(one, other, tuple(dict.fromkeys(reasons)), link.jaccard, link.containment)
    return list(links.values())


def read_list(path: Path, folder: CollectionFolder) -> list[tuple[str, ...]]:
    """Read an archive's list of copies: one group a line, ids with commas or spaces between, `#` before a remark.

    Raises:
        CorpusError: if the file cannot be read, or with every id that is no article of the collection (SC507).
    """
    known = set(folder.article_ids())
    groups: list[tuple[str, ...]] = []
    findings: list[Finding] = []
    for number, line in enumerate(read_text(path, str(path)).splitlines(), start=1):
        names = line.partition("#")[0].replace(",", " ").split()
        for name in set(names) - known:
            found = finding("SC507", str(path), f"line {number}", repr(name), "an article of the collection")
            findings.append(found)
        if names:
            groups.append(tuple(names))
    if findings:
        raise CorpusError(findings)
    return groups


def write_groups(folder: CollectionFolder, grouping: Grouping) -> None:
    """Write what changes into the articles, all of it or nothing.

    Raises:
        CorpusError: if it cannot be written.
    """
    with one_change(folder.path) as change:
        for name, metadata in sorted(grouping.changed.items()):
            article = folder.article(name)
            folder.save_article(StoredArticle(article.folder, metadata, article.text, article.annotations), change)
