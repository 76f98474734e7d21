"""Build a collection into a dataset directory that `load_dataset` opens.

Exit status: 0 built, 1 findings or nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sahelcorpus.commands.printing import print_json, progress_bar

EXAMPLE = "sahelcorpus build corpus/sahel"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("-o", "--output", type=Path, help="the directory to write (default: build/NAME)")
    parser.add_argument("--workers", type=int, help="processes to use (default: one a core)")
    parser.add_argument("--json", action="store_true", help="what was built, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.build import build  # noqa: PLC0415 - seconds of imports

    target = arguments.output or Path("build") / arguments.collection.resolve().name
    release = build(arguments.collection, target, workers=arguments.workers, progress=progress_bar("check and build"))
    if arguments.json:
        print_json({"directory": str(target), **release.to_plain()})
        return 0
    rows: dict[str, int] = {}
    for part in release.tables:
        rows[part.table] = rows.get(part.table, 0) + part.rows
    print(f"Built {release.collection} {release.version} in {target}")
    print("  " + ", ".join(f"{table} {count:,}" for table, count in rows.items()))
    print(f"  digest {release.digest}")
    print("Open it:")
    print(f'  from datasets import load_dataset; articles = load_dataset("{target}")')
    return 0
