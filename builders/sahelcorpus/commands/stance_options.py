"""Which annotator of stance works, the same for each command that asks one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahelcorpus.annotate.stance import Settings

ANNOTATORS = ("rules", "model")
"""The names of `sahelcorpus.annotate.stance.ANNOTATORS`, here as well so that --help need not import them."""


def add_annotator_arguments(parser: argparse.ArgumentParser, *, default: str | None, flag: str = "--annotator") -> None:
    """Declare which annotator works, and what it has to be told.

    Args:
        parser: The command's parser.
        default: The annotator without the flag; None for none.
        flag: The name of the flag.
    """
    without = f"default: {default}" if default else "without it, none"
    parser.add_argument(
        flag, dest="annotator", choices=ANNOTATORS, default=default, help=f"who proposes stances ({without})"
    )
    parser.add_argument("--model", metavar="PATH", help="the model that the annotator needs: for `model` a file")
    parser.add_argument("--endpoint", metavar="URL", help="where a service answers, for an annotator that asks one")
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="where such answers are kept")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return what the annotator is told."""
    from sahelcorpus.annotate.stance import Settings  # noqa: PLC0415 - not needed for --help

    return Settings(arguments.model, arguments.endpoint, arguments.cache)


def unusable(arguments: argparse.Namespace, settings: Settings) -> bool:
    """Say whether the annotator cannot be had, and if so print why and what to do."""
    from sahelcorpus.annotate.stance import UnusableAnnotatorError, open_annotator  # noqa: PLC0415

    try:
        open_annotator(arguments.annotator, settings)
    except UnusableAnnotatorError as error:
        print(f"sahelcorpus {arguments.verb}: {error}", file=sys.stderr)
        return True
    return False
