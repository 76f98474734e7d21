"""Take an article out of a collection for good, with every trace of it; a tombstone without text or title stays.

Exit status: 0 removed, 1 refused and nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import counted, print_json, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.release.removing import Removed

EXAMPLE = "sahelcorpus remove ARTICLE --from corpus/sahel --reason privacy --requested-by person_concerned --dry-run"
# as in the vocabulary, which takes too long to import for --help; a test compares them
REASONS = ("rights_holder", "privacy", "court_order", "safety", "retracted", "error")
REQUESTERS = (
    "rights_holder",
    "person_concerned",
    "outlet",
    "author",
    "court",
    "authority",
    "maintainer",
    "other",
)
_KIN_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("article", help="the article's id")
    parser.add_argument("--from", dest="collection", type=Path, required=True, metavar="COLLECTION", help="its folder")
    parser.add_argument("--reason", required=True, choices=REASONS, help="class of the reason")
    parser.add_argument(
        "--requested-by",
        required=True,
        choices=REQUESTERS,
        help="who asked, as a class: no name is written down",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    parser.add_argument("--json", action="store_true", help="the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.records.vocabulary import RemovalReason, Requester  # noqa: PLC0415
    from sahelcorpus.release.removing import Request, remove_article  # noqa: PLC0415 - seconds of imports

    request = Request(arguments.article, RemovalReason(arguments.reason), Requester(arguments.requested_by))
    removed = remove_article(
        arguments.collection, request, dry_run=arguments.dry_run, progress=progress_bar("search for traces")
    )
    if arguments.json:
        plain = {"collection": str(arguments.collection), "written": not arguments.dry_run}
        print_json(plain | {**asdict(removed), "tombstone": removed.tombstone.to_plain()})
    else:
        _print_removed(removed, arguments.collection, dry_run=arguments.dry_run)
    return 0


def _print_removed(removed: Removed, collection: Path, *, dry_run: bool) -> None:
    done = "would be gone" if dry_run else "is gone"
    print(f"{removed.folder} {done}; its tombstone in removals.yaml:")
    for name, value in removed.tombstone.to_plain().items():
        print(f"  {name}: {value if value is not None else 'null'}")
    if removed.cleaned:
        _print_list("words of it taken out of", removed.cleaned)
    if removed.regrouped:
        _print_list("near-duplicate group renewed in", removed.regrouped)
    if removed.alone:
        _print_list("to decide: actors and outlets that no other article names stay in the registry", removed.alone)
    if removed.unread:
        _print_list("could not be searched, look yourself", removed.unread)
    if not removed.title_searched:
        why = "its title was not searched for, as it has fewer than three words or could not be read"
        print_wrapped(f"{why}: look for it yourself", indent=2)
    _print_kin(removed, collection)
    if removed.min_usable_version:
        held = ", ".join(removed.versions)
        print_wrapped(f"released in {held}; min_usable_version is {removed.min_usable_version}", indent=2)
    for line in _what_remains(removed, collection):
        print_wrapped(line, indent=2)
    if dry_run:
        print("Nothing was written.")


def _print_list(title: str, names: list[str]) -> None:
    print(f"{title}:")
    for name in names:
        print(f"  {name}")


def _print_kin(removed: Removed, collection: Path) -> None:
    if not removed.kin:
        print("no other article has words of it")
        return
    print("to decide: other articles have words of it, and were not touched:")
    for kin in removed.kin[:_KIN_SHOWN]:
        what = [f"near-duplicate, {kin.containment:.0%} of the shorter text"] if kin.near_duplicate else []
        if kin.copied_runs and not kin.near_duplicate:
            what.append(f"{counted(kin.copied_runs, 'run')} of 13 words")
        if kin.has_title:
            what.append("its title")
        print_wrapped(f"  {kin.article_id}: {', '.join(what)}", indent=4)
    if len(removed.kin) > _KIN_SHOWN:
        print(f"  and {counted(len(removed.kin) - _KIN_SHOWN, 'article')} more; --json lists all")
    tombstone = removed.tombstone
    command = f"sahelcorpus remove ID --from {collection} --reason {tombstone.reason.value}"
    print_wrapped(f"  to remove one too: {command} --requested-by {tombstone.requested_by}", indent=4)


def _what_remains(removed: Removed, collection: Path) -> list[str]:
    path = f"{collection.as_posix()}/{removed.folder}/"
    history = (
        f"- the history of git: git filter-repo --invert-paths --path {path} takes the folder out of every commit. "
        "Make all clones anew, and ask the host to drop what it keeps of old commits. Earlier commits of the files "
        "named above held words of it too."
    )
    lines = [
        "What is left elsewhere, which no command here can reach:",
        history,
        "- directories that were built, caches of `datasets`, clones and forks.",
    ]
    if removed.versions:
        held = ", ".join(removed.versions)
        lines.append(
            f"- the published releases {held}: withdraw their files where they were published. Whoever has one learns "
            "of the removal by sahelcorpus verify DIRECTORY --removals NEWER."
        )
    lines.append(f"Next: sahelcorpus card {collection}, commit, sahelcorpus release {collection}.")
    return lines
