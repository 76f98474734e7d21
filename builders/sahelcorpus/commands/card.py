"""Refresh the generated parts of a collection's data card, in every language it is in, and its figures.

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
    from sahelcorpus.records.findings import Finding  # noqa: PLC0415
    from sahelcorpus.release.build import Assembled  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.release.card.cards import card_path, refreshed_cards, stale_card, stale_figures  # noqa: PLC0415
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    assembled = Assembled.open(arguments.collection)
    for _ in assembled.chunks(progress=progress_bar("count")):
        pass
    folder, collection = assembled.folder, assembled.registry.collection
    path = card_path(folder, collection)
    fresh = refreshed_cards(folder, assembled.registry, assembled.statistics)
    gone = stale_figures(folder, collection, fresh)
    command = f"sahelcorpus card {arguments.collection}"
    stale = []
    for name, content in fresh.items():
        earlier = (folder.path / name).read_bytes() if (folder.path / name).is_file() else b""
        found = stale_card(earlier.decode(), content.decode(), name, command)
        stale += [found] if found else []
    if arguments.check:
        stale += [Finding("SC903", name, "", "a figure", "no figure of that name", f"Run {command}.") for name in gone]
        if stale:
            print_findings(stale)
            return 1
        print(f"{path} is fresh")
        return 0
    for name, content in fresh.items():
        (folder.path / name).parent.mkdir(exist_ok=True)
        write_file(folder.path / name, content)
    for name in gone:
        (folder.path / name).unlink()
    print(f"{path} is {'refreshed' if stale or gone else 'as it was'}")
    return 0
