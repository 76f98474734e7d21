"""Write a page to browse a built dataset: search, read, concordance, who quotes whom, downloads; offline.

Exit status: 0 written, 1 a dataset that does not hold or a place that cannot be written, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sahelcorpus.commands.printing import counted, print_json, progress_bar

EXAMPLE = "sahelcorpus explore build/tamasna -o tamasna.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("directory", type=Path, help="the dataset directory")
    parser.add_argument("-o", "--output", type=Path, metavar="PAGE.html", help="the page (default: DIRECTORY.html)")
    parser.add_argument(
        "--articles-in-page",
        type=int,
        metavar="N",
        help="with more articles than N, texts and annotations go into the folder PAGE.html.files (default: 10,000)",
    )
    parser.add_argument("--json", action="store_true", help="what was written, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.explore.dataset import BuiltDataset  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.explore.page import ARTICLES_IN_PAGE, explore  # noqa: PLC0415

    page = arguments.output or arguments.directory.with_name(arguments.directory.resolve().name + ".html")
    dataset = BuiltDataset.open(arguments.directory, progress=progress_bar("verify", least=1))
    in_page = ARTICLES_IN_PAGE if arguments.articles_in_page is None else arguments.articles_in_page
    written = explore(dataset, page, in_page=in_page, progress=progress_bar("page"))
    if arguments.json:
        print_json(
            {
                "page": str(written.page),
                "beside": str(written.beside) if written.beside else None,
                "bytes": written.size,
                "digest": dataset.release.digest,
                **written.counts,
            }
        )
        return 0
    counts = written.counts
    told = f"{counted(counts['articles'], 'article')}, {counted(counts['quotes'], 'quotation')}"
    print(f"{written.page}: {told}, {counted(counts['stances'], 'stance')}, {written.size / 1e6:.1f} MB")
    if written.beside:
        print(f"  {written.beside} belongs to it: move both together")
    print("Open it in a browser; it needs no network.")
    return 0
