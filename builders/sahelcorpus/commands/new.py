"""Start a collection: its registry, its card, and a place for articles.

Exit status: 0 made, 1 nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = 'sahelcorpus new corpus/mine --title "My collection" --language fr'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", type=Path, help="the folder to make; its name is the collection's")
    parser.add_argument("--title", required=True, help="title for people")
    parser.add_argument("--description", help="one sentence (default: the title)")
    parser.add_argument(
        "--language", action="append", required=True, help="language of the articles, BCP 47; repeatable"
    )
    parser.add_argument("--licence", default="CC-BY-4.0", help="SPDX id of the licence of the annotations")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.commands.asking import record_from  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.records import Collection  # noqa: PLC0415
    from sahelcorpus.release.card_template import new_card  # noqa: PLC0415
    from sahelcorpus.store.adding import new_collection  # noqa: PLC0415

    name = arguments.folder.resolve().name
    collection = record_from(
        Collection,
        {
            "name": name,
            "title": arguments.title,
            "description": arguments.description or arguments.title,
            "version": "0.1.0",
            "languages": arguments.language,
            "annotation_licence": arguments.licence,
            "split_key": f"{name}-1",
        },
        {"name": "the folder's name", "languages": "--language"},
    )
    new_collection(arguments.folder, collection, new_card(collection))
    print(f"Started the collection {name} in {arguments.folder}")
    print(f"Next: list its outlets in {arguments.folder / 'sources.yaml'}, then")
    print(f"  sahelcorpus add FILE --to {arguments.folder}")
    return 0
