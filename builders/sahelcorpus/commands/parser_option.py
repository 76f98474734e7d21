"""`--parser`, the same for each command that finds quotations."""

from __future__ import annotations

import argparse
import sys


def add_parser_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `--parser`."""
    parser.add_argument(
        "--parser",
        action="store_true",
        help="correct what is found in French by a dependency parse, many times slower; needs the extra [parser]",
    )


def parser_is_missing(arguments: argparse.Namespace) -> bool:
    """Say whether the parser was asked for and is not installed, and if so print how to get it."""
    if not arguments.parser:
        return False
    from sahelcorpus.annotate.quotes.parser import ParserMissingError, load_parser  # noqa: PLC0415 - not for --help

    try:
        load_parser()
    except ParserMissingError as error:
        print(f"sahelcorpus {arguments.verb}: {error}", file=sys.stderr)
        return True
    return False
