"""Write an extractor's candidates into a collection, never over what a person has decided.

A quotation that anybody else has judged, or that a stance names, stays as it is; what the rules found earlier makes
room for what they find now. Whoever changes a candidate therefore signs it. Running twice changes nothing.

Exit status: 0 done, 1 findings or nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.parallel import add_workers_argument, in_order
from sahelcorpus.commands.printing import counted, print_json, print_read_by, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.annotate.quotes import FoundQuote

EXAMPLE = "sahelcorpus annotate corpus/sahel --dry-run --workers 4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--article", action="append", metavar="ID", help="this article alone; repeatable")
    parser.add_argument("--dry-run", action="store_true", help="say what would be found, write nothing")
    add_workers_argument(parser)
    parser.add_argument("--json", action="store_true", help="what was found, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from datetime import UTC, datetime  # noqa: PLC0415 - keeps --help quick

    from sahelcorpus.annotate.candidates import found_again, own_and_decided, with_candidates  # noqa: PLC0415
    from sahelcorpus.annotate.quotes import ANNOTATOR  # noqa: PLC0415
    from sahelcorpus.annotate.quotes.interchange import texts_read_by  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder, StoredArticle  # noqa: PLC0415

    folder = CollectionFolder(arguments.collection)
    registry = folder.registry()
    judged = (ANNOTATOR.annotator_id, datetime.now(UTC).replace(microsecond=0), "quotes-1")
    article_ids = arguments.article or folder.article_ids()
    show = progress_bar("annotate", least=50)
    told: list[dict[str, Any]] = []
    languages: list[str] = []
    under_way: deque[StoredArticle] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for article_id in article_ids:
            article = folder.article(article_id)
            under_way.append(article)
            yield article.text, article.metadata.language

    for found in in_order(quotes_of, texts(), arguments.workers):
        article = under_way.popleft()
        metadata, before = article.metadata, article.annotations
        quotes = with_candidates(metadata.article_id, article.text, metadata.language, before, found, judged)
        after = before.model_copy(update={"quotes": quotes})
        earlier, _ = own_and_decided(before, ANNOTATOR.annotator_id)
        new, decided = own_and_decided(after, ANNOTATOR.annotator_id)
        row: dict[str, Any] = {"article_id": metadata.article_id, "found": len(found), "decided": len(decided)}
        row |= {"found_again": found_again(decided, found), "candidates": len(new), "changed": new != earlier}
        told.append(row)
        languages.append(metadata.language)
        if row["changed"] and not arguments.dry_run:
            if ANNOTATOR.annotator_id not in registry.annotators:
                registry.annotators[ANNOTATOR.annotator_id] = ANNOTATOR
                folder.save_registry("annotators.yaml", list(registry.annotators.values()))
            folder.save_article(StoredArticle(article.folder, metadata, article.text, after))
        show(len(told), len(article_ids))
    ways = texts_read_by(languages)
    if arguments.json:
        print_json({"collection": str(arguments.collection), "articles": told, "read_by": ways})
        return 0
    for row in told:
        among = f"{row['found_again']} of the {row['decided']} decided ones among them"
        print_wrapped(
            f"{row['article_id']}: {row['found']} found, {among}, {counted(row['candidates'], 'candidate')}", indent=2
        )
    total = sum(row["candidates"] for row in told)
    changed = counted(sum(row["changed"] for row in told), "article")
    if arguments.dry_run:
        print(f"{counted(total, 'candidate')} would be written, {changed} would change")
    else:
        print(f"{counted(total, 'candidate')} written, {changed} changed")
    print_read_by(ways)
    return 0


def quotes_of(article: tuple[str, str]) -> list[FoundQuote]:
    """Return the quotations of an article, given as its text and its language."""
    from sahelcorpus.annotate.quotes import extract_quotes  # noqa: PLC0415 - keeps --help quick

    return extract_quotes(*article)
