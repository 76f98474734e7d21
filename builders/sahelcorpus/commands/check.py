"""Check a collection against every rule.

Exit status: 0 clean, 1 findings, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import counted, print_findings, print_github, print_json, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.store.collection import CollectionFolder

EXAMPLE = "sahelcorpus check corpus/sahel"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", nargs="?", type=Path, help="the collection's folder")
    parser.add_argument("--fix", action="store_true", help="re-anchor spans that moved, and say what was done")
    parser.add_argument("--json", action="store_true", help="findings as JSON")
    parser.add_argument("--github", action="store_true", help="findings as annotations of a GitHub workflow")
    parser.add_argument("--explain", metavar="CODE", help="say what a rule promises, and why; `all` for every rule")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    if arguments.explain:
        return _explain(arguments.explain)
    if arguments.collection is None:
        print("sahelcorpus check: name a collection, for example: " + EXAMPLE)
        return 2
    from datetime import UTC, datetime  # noqa: PLC0415

    from sahelcorpus.check.collection import check_collection  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415

    folder = CollectionFolder(arguments.collection)
    if arguments.fix:
        _fix(folder)
    count = 0
    findings = []
    for found in check_collection(folder, datetime.now(UTC).date(), progress_bar("check")):
        count += 1
        if arguments.json:
            findings.append(found.to_plain())
        elif arguments.github:
            print_github([found], str(arguments.collection))
        else:
            print_findings([found])
    if arguments.json:
        print_json({"collection": str(arguments.collection), "findings": findings})
    elif count:
        print(f"{counted(count, 'finding')} in {arguments.collection}")
    else:
        print(f"{arguments.collection} is clean: {counted(len(folder.article_ids()), 'article')}")
    return 1 if count else 0


def _fix(folder: CollectionFolder) -> None:
    from sahelcorpus.check.fixing import fix_article  # noqa: PLC0415
    from sahelcorpus.records.findings import CorpusError  # noqa: PLC0415

    for article_id in folder.article_ids():
        try:
            article = folder.article(article_id)
        except CorpusError:
            continue  # the check that follows says why it cannot be read
        mended, repairs = fix_article(article)
        if repairs:
            folder.save_article(mended)
        for repair in repairs:
            print("fixed " + repair.in_words())


def _explain(code: str) -> int:
    from sahelcorpus.records.rules import RULES  # noqa: PLC0415

    if code != "all" and code not in RULES:
        print(f"sahelcorpus check --explain: found {code!r}; allowed: all, {', '.join(RULES)}")
        return 2
    for rule in RULES.values() if code == "all" else [RULES[code]]:
        print(f"{rule.code} {rule.name}\n  why:  {rule.why}\n  mend: {rule.mend}")
        if rule.waivable:
            print("  An article may waive it, with a reason, in article.yaml.")
    return 0
