"""`--registry`, the same for each command that finds speakers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahelcorpus.annotate.speakers import Gazetteer


def add_registry_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `--registry`."""
    parser.add_argument(
        "--registry",
        type=Path,
        metavar="COLLECTION",
        help="let the names of this collection's actors and outlets help to name speakers (default: the text alone)",
    )


def gazetteer_of(arguments: argparse.Namespace) -> Gazetteer | None:
    """Return the names of the collection that `--registry` names, or None.

    Raises:
        CorpusError: if it is no collection, or its registry cannot be read.
    """
    if arguments.registry is None:
        return None
    from sahelcorpus.annotate.speakers import Gazetteer  # noqa: PLC0415 - not for --help
    from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415

    registry = CollectionFolder(arguments.registry).registry()
    return Gazetteer(registry.actors.values(), registry.sources.values())
