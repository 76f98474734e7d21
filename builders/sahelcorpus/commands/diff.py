"""Say what changed between two releases, record by record, and which version that makes.

A and B are each a built directory, a collection's folder as it stands, or COLLECTION@x.y.z, a version in the
collection's history. A collection alone is compared with its last release. The history knows digests alone: name the
built directory of that release to see which fields changed.

Exit status: 0 compared, 1 something cannot be read, 2 usage.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import counted, print_wrapped

if TYPE_CHECKING:
    from sahelcorpus.release.differences import Comparison

EXAMPLE = "sahelcorpus diff build/sahel corpus/sahel"
_SHOWN = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("before", metavar="A", help="the earlier side, or a collection alone")
    parser.add_argument("after", metavar="B", nargs="?", help="the later side")
    parser.add_argument(
        "--limit", type=int, default=_SHOWN, metavar="N", help="differences shown; 0 shows all (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="every difference, as JSON, written as it is found")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.differences import Comparison  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.release.named_sides import last_release, named_side  # noqa: PLC0415

    is_alone = arguments.after is None
    before = last_release(Path(arguments.before)) if is_alone else named_side(arguments.before)
    comparison = Comparison(before, named_side(arguments.before if is_alone else arguments.after))
    if arguments.json:
        _print_json(comparison)
    else:
        _print_words(comparison, arguments.limit)
    return 0


def _print_words(comparison: Comparison, limit: int) -> None:
    from sahelcorpus.commands.difference_words import (  # noqa: PLC0415 - keeps --help quick
        bump_in_words,
        print_difference,
        print_how_many_more,
        print_summary,
    )

    total = shown = left_out = 0
    whole: tuple[str, str] | None = None  # an article that is new or gone: what is in it needs no line of its own
    for difference in comparison.differences():
        total += 1
        if difference.table == "articles" and difference.kind != "changed":
            whole = (difference.kind, difference.key + ".")
        elif whole and difference.kind == whole[0] and difference.key.startswith(whole[1]):
            continue
        if limit and shown >= limit:
            left_out += 1
            continue
        shown += 1
        print_difference(difference)
    print_how_many_more(left_out)
    if total:
        print()
    print_summary(comparison)
    changed = sum(counts["changed"] for counts in comparison.counts.values())
    if changed and "@" in comparison.before.name + comparison.after.name:
        told = "a history knows digests alone; name the built directory of that release to see which fields changed"
        print_wrapped(f"note: {told}", indent=6)
    names = f"{comparison.before.name} → {comparison.after.name}"
    print(f"{names}: {counted(total, 'difference')}; {bump_in_words(comparison.bump)}")


def _print_json(comparison: Comparison) -> None:
    """Print one object, its list of differences a line each, before the counts that are only then complete."""
    sides = {"before": comparison.before, "after": comparison.after}
    for name, side in sides.items():
        plain = {"name": side.name, "collection": side.collection, "version": side.version}
        print(f"{'{' if name == 'before' else ''}{json.dumps(name)}: {json.dumps(plain, ensure_ascii=False)},")
    print('"differences": [')
    separator = ""
    for difference in comparison.differences():
        print(separator + json.dumps(difference.to_plain(), ensure_ascii=False), end="")
        separator = ",\n"
    counts = {
        table: {kind: counts[kind] for kind in ("added", "removed", "changed")}
        for table, counts in comparison.counts.items()
    }
    rest = {
        "counts": counts,
        "columns_added": comparison.columns_added(),
        "columns_removed": comparison.columns_removed(),
        "labels_added": comparison.labels_added(),
        "labels_renumbered": comparison.labels_changed(),
        "bump": comparison.bump.value,
    }
    print("],\n" + json.dumps(rest, ensure_ascii=False, indent=1).removeprefix("{\n"))
