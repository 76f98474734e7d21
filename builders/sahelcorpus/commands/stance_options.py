"""Which annotator of stance works, the same for each command that asks one."""

from __future__ import annotations

import argparse
import sys
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import print_wrapped

if TYPE_CHECKING:
    from sahelcorpus.annotate.stance import Settings, StanceAnnotator

ANNOTATORS = ("rules", "model", "transformers", "llm")
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
    parser.add_argument(
        "--model",
        metavar="PATH",
        help=(
            "the model that the annotator needs: for `model` a file, for `transformers` a folder or an id of the Hub, "
            "for `llm` its name at the endpoint"
        ),
    )
    parser.add_argument(
        "--endpoint", metavar="URL", help="for `llm`: where it answers, such as http://localhost:8000/v1"
    )
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="for `llm`: where answers are kept")
    parser.add_argument(
        "--prices",
        type=_prices,
        metavar="SENT/RECEIVED",
        help="for `llm`: what a million tokens cost, such as 0.15/0.6",
    )
    parser.add_argument(
        "--labels",
        type=_labels,
        default=(),
        metavar="ITS=OURS,…",
        help="for `transformers`: what the model's labels mean, such as LABEL_0=against,LABEL_1=neutral,LABEL_2=favor",
    )
    parser.add_argument(
        "--device", metavar="NAME", help="for `transformers`: cpu, cuda, cuda:1 (default: what there is)"
    )
    parser.add_argument(
        "--batch", type=int, metavar="N", help="for `transformers` and `llm`: how much is worked on at once"
    )


def _prices(words: str) -> tuple[float, float]:
    sent, _, received = words.partition("/")
    try:
        prices = float(sent), float(received)
    except ValueError:
        prices = (-1.0, -1.0)
    if not (0 <= prices[0] < inf and 0 <= prices[1] < inf):
        raise argparse.ArgumentTypeError(f"found {words!r}; allowed: two prices with a slash, such as 0.15/0.6")
    return prices


def _labels(words: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple(tuple(pair.rsplit("=", 1)) for pair in words.split(","))
    if not all(len(pair) == 2 and all(pair) for pair in pairs):  # noqa: PLR2004 - its label and ours
        raise argparse.ArgumentTypeError(f"found {words!r}; allowed: pairs such as LABEL_0=against,LABEL_1=favor")
    return tuple((pair[0].strip(), pair[1].strip()) for pair in pairs)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return what the annotator is told."""
    from sahelcorpus.annotate.stance import Settings  # noqa: PLC0415 - not needed for --help

    return Settings(
        model=arguments.model,
        endpoint=arguments.endpoint,
        cache=arguments.cache,
        prices=arguments.prices,
        labels=arguments.labels,
        device=arguments.device,
        batch=arguments.batch,
    )


def opened(arguments: argparse.Namespace, settings: Settings) -> StanceAnnotator | None:
    """Return the annotator; if it cannot be had, print why and what to do, and return None."""
    from sahelcorpus.annotate.stance import UnusableAnnotatorError, open_annotator  # noqa: PLC0415

    try:
        return open_annotator(arguments.annotator, settings)
    except UnusableAnnotatorError as error:
        print_wrapped(f"sahelcorpus {arguments.verb}: {error}", indent=2, file=sys.stderr)
        return None
