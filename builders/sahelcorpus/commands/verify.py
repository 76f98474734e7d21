"""Prove a built dataset: files, counts, label orders, digests and every span; say what was removed since.

Exit status: 0 it holds, 1 it does not, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sahelcorpus.commands.printing import counted, print_findings, print_json

EXAMPLE = "sahelcorpus verify build/sahel"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("directory", type=Path, help="the dataset directory")
    parser.add_argument("--digest", help="the release digest it must have, as published")
    parser.add_argument(
        "--removals",
        type=Path,
        metavar="NEWER",
        help="say what was removed since: a newer dataset directory, the collection, or its removals.yaml",
    )
    parser.add_argument("--json", action="store_true", help="the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.verification import verify  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.release.withdrawn import read_withdrawn, removed_since  # noqa: PLC0415

    release, findings = verify(arguments.directory, digest=arguments.digest)
    withdrawn = read_withdrawn(arguments.directory, arguments.removals)
    if withdrawn is not None:
        findings += removed_since(arguments.directory, release, withdrawn)
    if arguments.json:
        print_json(
            {
                "directory": str(arguments.directory),
                "version": release.version,
                "released": release.released,
                "digest": release.digest,
                "findings": [found.to_plain() for found in findings],
            }
        )
    elif findings:
        print_findings(findings)
        print(f"{arguments.directory} does not hold: {counted(len(findings), 'finding')}. Do not train on it.")
    else:
        rows = sum(part.rows for part in release.tables)
        print(f"{arguments.directory} holds: {release.collection} {release.version}, {rows:,} records")
        print(f"  digest {release.digest}")
        if not release.released:
            print("  not a release: its collection's history does not name these records")
    return 1 if findings else 0
