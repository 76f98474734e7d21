"""Add articles to a collection from whatever researchers hold them in, and account for every document.

The format is detected by content: exports of Europresse, Factiva and LexisNexis, JSON lines, CSV, TSV, Parquet, plain
text with a YAML file beside it, datasets that `sahelcorpus build` wrote, and what else `docs/readers.md` lists.

A single plain text is asked about: what no flag says is a question on a terminal. Everything else says itself what it
is, and ends with a ledger: documents in = articles added + already there + rejected by reason.

Exit status: 0 all documents added or already there, 1 a document was rejected or nothing could be read, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "sahelcorpus add export.html --to corpus/mine --ledger ledger.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file of any format that is read")
    parser.add_argument("--to", type=Path, required=True, metavar="COLLECTION", help="the collection's folder")
    parser.add_argument("--dry-run", action="store_true", help="read and check everything, write nothing")
    parser.add_argument("--json", action="store_true", help="print the ledger's sum as JSON")
    known = parser.add_argument_group("what is known of every document, where it does not say it itself")
    known.add_argument("--source", help="the outlet, an id of sources.yaml")
    known.add_argument("--language", help="language of the texts, BCP 47")
    known.add_argument("--retrieved", help="day on which the texts were fetched")
    known.add_argument("--genre", help="journalistic genre")
    known.add_argument("--country", action="append", default=[], help="country they are about, ISO 3166-1; repeatable")
    known.add_argument("--licence", help="licence that the rights holder states")
    known.add_argument("--rights-holder", help="who holds the rights")
    known.add_argument("--redistribution", choices=["full", "standoff", "metadata"], default="standoff")
    known.add_argument("--rights-basis", help="how the rights are known, in a sentence")
    known.add_argument("--invented", action="store_true", help="the articles are invented, not published")
    known.add_argument(
        "--waive", action="append", default=[], metavar="CODE=REASON", help="accept a finding; repeatable"
    )
    single = parser.add_argument_group("a single text only")
    single.add_argument("--id", help="the article's id (default: made from the file's name)")
    single.add_argument("--title", help="headline as published")
    single.add_argument("--published", help="date of publication: 2022-02-17, 2022-02, 2022, or unknown")
    single.add_argument("--url", help="where it was published")
    single.add_argument("--archive-url", help="where an archive keeps a copy")
    single.add_argument("--byline", help="author line as published")
    many = parser.add_argument_group("files of many documents")
    many.add_argument("--ledger", type=Path, metavar="FILE", help="keep what became of each document, as JSON lines")
    many.add_argument("--format", metavar="NAME", help="read every file as this format, whatever it looks like")
    many.add_argument(
        "--revise", action="store_true", help="where a document is there with another text, take the new text"
    )
    many.add_argument(
        "--propose-sources", type=Path, metavar="FILE", help="write the outlets that sources.yaml lacks, to paste"
    )
    many.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column of a table is which field; repeatable, and remembered in the collection's columns.yaml",
    )
    order = many.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_const", const=True, dest="day_first", help="03/04/2006 is in April")
    order.add_argument(
        "--month-first", action="store_const", const=False, dest="day_first", help="03/04/2006 is in March"
    )


_OF_A_SINGLE_TEXT = ("id", "title", "published", "url", "archive_url", "byline")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.commands import adding_files, adding_text  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.commands.printing import print_usage_error  # noqa: PLC0415
    from sahelcorpus.readers.detection import detected  # noqa: PLC0415
    from sahelcorpus.readers.formats import known_readers  # noqa: PLC0415
    from sahelcorpus.readers.plain_text import PLAIN_TEXT, sidecar_of  # noqa: PLC0415
    from sahelcorpus.records.findings import CorpusError  # noqa: PLC0415
    from sahelcorpus.store.files import finding  # noqa: PLC0415

    of_many = arguments.format or arguments.column or arguments.ledger or arguments.revise or arguments.propose_sources
    if len(arguments.files) == 1 and not of_many and not arguments.json:
        (file,) = arguments.files
        reader = detected(file, known_readers())
        if reader is None and file.is_dir():
            allowed = "a file, or a folder that a reader knows"
            raise CorpusError(finding("SC102", str(file), "", "a folder", allowed))
        if (reader is None or reader.name == PLAIN_TEXT.name) and sidecar_of(file) is None:
            return adding_text.add(arguments, file)
    given = [f"--{name.replace('_', '-')}" for name in _OF_A_SINGLE_TEXT if getattr(arguments, name) is not None]
    if given:
        return print_usage_error(f"{', '.join(given)} says something of a single text, not of many documents")
    return adding_files.add(arguments)
