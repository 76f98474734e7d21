"""Write the JSON Schemas and the page of rules, or check that they are fresh.

Exit status: 0 fresh or written, 1 stale (with --check), 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sahelcorpus.commands.printing import print_findings

EXAMPLE = "sahelcorpus schema --check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("-o", "--output", type=Path, default=Path(), help="the project's folder (default: this one)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.check.page import rules_page  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.records.findings import Finding  # noqa: PLC0415
    from sahelcorpus.records.rules import RULES  # noqa: PLC0415
    from sahelcorpus.records.schemas import schema_files  # noqa: PLC0415
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    wanted = {f"schemas/{name}": text for name, text in schema_files().items()} | {"docs/checks.md": rules_page()}
    there = {f"schemas/{path.name}" for path in (arguments.output / "schemas").glob("*.schema.json")}
    if not arguments.check:
        for name, text in wanted.items():
            (arguments.output / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(arguments.output / name, text.encode())
        print(f"{len(wanted)} files are fresh")
        return 0
    stale = []
    for name in sorted(wanted.keys() | there):
        path = arguments.output / name
        is_fresh = name in wanted and path.is_file() and path.read_text(encoding="utf-8") == wanted[name]
        if not is_fresh:
            found = "another text than the record types give" if path.is_file() else "no file"
            stale.append(Finding("SC903", name, "", found, RULES["SC903"].mend, "Run sahelcorpus schema."))
    print_findings(stale)
    return 1 if stale else 0
