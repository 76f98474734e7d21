"""Write an extractor's candidates into a collection, never over what a person has decided.

Exit status: 0 done, 1 findings or nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sahelcorpus.commands.printing import counted, print_json, progress_bar

EXAMPLE = "sahelcorpus annotate corpus/sahel --dry-run"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--article", action="append", metavar="ID", help="this article alone; repeatable")
    parser.add_argument("--dry-run", action="store_true", help="say what would be found, write nothing")
    parser.add_argument("--json", action="store_true", help="what was found, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from datetime import UTC, datetime  # noqa: PLC0415 - keeps --help quick

    from sahelcorpus.annotate.candidates import found_again, is_own_candidate, with_candidates  # noqa: PLC0415
    from sahelcorpus.annotate.quotes import ANNOTATOR, extract_quotes  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder, StoredArticle  # noqa: PLC0415

    folder = CollectionFolder(arguments.collection)
    registry = folder.registry()
    judged = (ANNOTATOR.annotator_id, datetime.now(UTC).replace(microsecond=0), "quotes-1")
    article_ids = arguments.article or folder.article_ids()
    show = progress_bar("annotate")
    told: list[dict[str, Any]] = []
    for done, article_id in enumerate(article_ids, start=1):
        article = folder.article(article_id)
        metadata, annotations = article.metadata, article.annotations
        found = extract_quotes(article.text, metadata.language)
        quotes = with_candidates(article_id, article.text, metadata.language, annotations.quotes, found, judged)
        new = [quote for quote in quotes if is_own_candidate(quote, ANNOTATOR.annotator_id)]
        decided = [quote for quote in quotes if not is_own_candidate(quote, ANNOTATOR.annotator_id)]
        again = found_again(decided, found)
        row = {"article_id": article_id, "found": len(found), "decided": len(decided), "found_again": again}
        told.append(row | {"candidates": len(new)})
        if new and not arguments.dry_run:
            if ANNOTATOR.annotator_id not in registry.annotators:
                registry.annotators[ANNOTATOR.annotator_id] = ANNOTATOR
                folder.save_registry("annotators.yaml", list(registry.annotators.values()))
            changed = annotations.model_copy(update={"quotes": quotes})
            folder.save_article(StoredArticle(article.folder, metadata, article.text, changed))
        show(done, len(article_ids))
    if arguments.json:
        print_json({"collection": str(arguments.collection), "articles": told})
        return 0
    for row in told:
        among = f"{row['found_again']} of the {row['decided']} decided ones among them"
        print(f"{row['article_id']}: {row['found']} found, {among}, {counted(row['candidates'], 'candidate')}")
    total = sum(row["candidates"] for row in told)
    print(f"{counted(total, 'candidate')} {'would be written' if arguments.dry_run else 'written'}")
    return 0
