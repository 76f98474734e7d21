"""Release a collection: compute its version and write it, with the changelog, the card and the history.

The version follows from what changed since the last release: nobody types it. The first release is the version that
collection.yaml names. Every check must hold and every file of the collection be committed; where records were edited or
removed, or nothing changed at all, a note must say why. All of it is written or, whenever the process dies, none.

Nothing is committed or tagged: the commands for that are printed, since the commit is the maintainer's to look at.

Exit status: 0 released, or with --dry-run could be, 1 refused and nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import counted, print_findings, print_json, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.release.releasing import Prepared

EXAMPLE = 'sahelcorpus release corpus/sahel --note "Two speakers were confused." --dry-run'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    reason = parser.add_mutually_exclusive_group()
    reason.add_argument("--note", metavar="TEXT", help="why, for whoever uses the data")
    reason.add_argument("--note-file", metavar="FILE", type=Path, help="a file that says it")
    parser.add_argument("--stable", action="store_true", help="make this 1.0.0: from now on an edit is a major version")
    parser.add_argument("--dry-run", action="store_true", help="check and compare, write nothing")
    parser.add_argument("--workers", type=int, help="processes to use (default: one a core)")
    parser.add_argument("--json", action="store_true", help="what is released, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.releasing import Terms, releasing  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.store.files import read_text  # noqa: PLC0415

    note = arguments.note
    if arguments.note_file:
        note = read_text(arguments.note_file, str(arguments.note_file))
    with releasing(
        arguments.collection,
        Terms(note=(note or "").strip() or None, stable=arguments.stable),
        workers=arguments.workers,
        progress=progress_bar("check"),
        dry_run=arguments.dry_run,
    ) as prepared:
        if not arguments.json:
            _print_prepared(prepared)
    if arguments.json:
        findings = [found.to_plain() for found in prepared.refusals]
        print_json({"written": not arguments.dry_run, "findings": findings, **prepared.past.to_plain()})
    elif arguments.dry_run:
        print_findings(prepared.refusals)
        print("Nothing was written." + (" It would be refused." if prepared.refusals else ""))
    else:
        _print_next(arguments.collection, prepared)
    return 1 if prepared.refusals else 0


def _print_prepared(prepared: Prepared) -> None:
    from sahelcorpus.commands.difference_words import bump_in_words, print_summary  # noqa: PLC0415 - quick --help

    past = prepared.past
    if prepared.comparison is None:
        print(f"{past.collection} {past.version}: the first release")
    else:
        print_summary(prepared.comparison)
        bump = bump_in_words(prepared.comparison.bump)
        print(f"{past.collection} {past.version}, after {past.previous}: {bump}")
    print(f"  digest {past.digest}")
    if prepared.newly_pinned:
        print(f"  {counted(prepared.newly_pinned, 'article')} pinned to the split of this release")
    if not prepared.in_git:
        print_wrapped("  note: not in a git tree, so that nothing says whether the files are committed", indent=8)


def _print_next(collection: Path, prepared: Prepared) -> None:
    past = prepared.past
    print(f"Released {past.collection} {past.version}: releases/{past.version}.json in {collection}")
    if not prepared.in_git:
        return
    outside = [str(path) for path in prepared.cards if path.exists() and not path.is_relative_to(collection)]
    name = f"{past.collection}-v{past.version}"
    print("Look at it, commit it and tag it:")
    for command in (
        ["git", "add", "--all", str(collection), *outside],
        ["git", "commit", "-m", f"Release {past.collection} {past.version}"],
        ["git", "tag", "-a", name, "-m", f"{past.collection} {past.version}"],
    ):
        print(f"  {shlex.join(command)}")
