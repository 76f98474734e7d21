"""Refresh the generated parts of a collection's data card.

Exit status: 0 fresh, 1 stale (with --check) or findings, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sahelcorpus.commands.printing import print_findings, progress_bar

EXAMPLE = "sahelcorpus card corpus/sahel --check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the card is stale")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.build import Assembled  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.release.card import card_path, read_card, refreshed_card, stale_card  # noqa: PLC0415
    from sahelcorpus.store.changing import one_change  # noqa: PLC0415

    assembled = Assembled.open(arguments.collection)
    for _ in assembled.chunks(progress=progress_bar("count")):
        pass
    path = card_path(assembled.folder, assembled.registry.collection)
    card = read_card(assembled.folder, assembled.registry.collection)
    fresh = refreshed_card(card, str(path), assembled.registry, assembled.statistics)
    if arguments.check:
        command = f"sahelcorpus card {arguments.collection}"
        stale = stale_card(card, fresh, assembled.registry.collection.card, command)
        if stale:
            print_findings([stale])
            return 1
        print(f"{path} is fresh")
        return 0
    name = assembled.registry.collection.card
    with one_change(assembled.folder.path, outside={name}) as change:
        change.write(name, fresh.encode())
    print(f"{path} is {'as it was' if card == fresh else 'refreshed'}")
    return 0
