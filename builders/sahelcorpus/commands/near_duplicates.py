"""Find near-duplicates in a collection, and write their groups into it.

Exit status: 0 nothing to decide, 1 groups that meet and have to be decided on, or findings, 2 usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.printing import counted, print_json, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.annotate.near_duplicates.groups import Grouping, Meeting

EXAMPLE = "sahelcorpus near-duplicates corpus/sahel --write"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--write", action="store_true", help="write the groups into the articles (default: show them)")
    parser.add_argument("--listed", type=Path, metavar="FILE", help="the archive's own list: a group of ids a line")
    parser.add_argument(
        "--merge", action="store_true", help="merge groups that meet, where no released article changes its split"
    )
    parser.add_argument("--json", action="store_true", help="the groups as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.near_duplicates import find_groups, read_list, write_groups  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415 - seconds of imports

    folder = CollectionFolder(arguments.collection)
    listed = read_list(arguments.listed, folder) if arguments.listed else []
    grouping = find_groups(folder, listed=listed, merge=arguments.merge, progress=progress_bar("compare"))
    if arguments.write:
        write_groups(folder, grouping)
    undecided = [meeting for meeting in grouping.meetings if not meeting.merged]
    if arguments.json:
        print_json({"collection": str(arguments.collection), "written": arguments.write, **_plain(grouping)})
    else:
        _print_groups(folder.article_ids(), grouping, written=arguments.write)
    return 1 if undecided else 0


def _plain(grouping: Grouping) -> dict[str, Any]:
    return {
        "groups": grouping.members,
        "changed": {
            name: {
                "cluster_id": metadata.cluster_id,
                "near_duplicate": metadata.near_duplicate.to_plain() if metadata.near_duplicate else None,
                "pinned_split": metadata.pinned_split,
            }
            for name, metadata in sorted(grouping.changed.items())
        },
        "meetings": [
            {
                "groups": meeting.groups,
                "splits": meeting.splits,
                "between": [meeting.link.one, meeting.link.other],
                "containment": round(meeting.link.containment, 3),
                "merged": meeting.merged,
            }
            for meeting in grouping.meetings
        ],
    }


def _print_groups(article_ids: list[str], grouping: Grouping, *, written: bool) -> None:
    for group, members in grouping.members.items():
        print_wrapped(f"{group}: {counted(len(members), 'article')}", indent=2)
        for name in members:
            metadata = grouping.changed.get(name)
            why = metadata.near_duplicate if metadata else None
            if why is None:
                print_wrapped(f"  {name}", indent=4)
                continue
            stands = ", stands for the group" if why.representative == name else ""
            reasons = ", ".join(reason.value.replace("_", " ") for reason in why.reasons)
            shared = f"{why.containment:.0%} of the shorter text shared with {why.nearest}"
            print_wrapped(f"  {name}{stands}: {reasons}; {shared}", indent=4)
    for meeting in grouping.meetings:
        print_wrapped(_in_words(meeting), indent=2)
    grouped = sum(map(len, grouping.members.values()))
    changed = counted(len(grouping.changed), "article")
    print(
        f"{counted(len(grouping.members), 'group')} of {counted(grouped, 'article')} among {len(article_ids):,}; "
        + (f"{changed} changed" if written else f"{changed} would change, nothing written")
    )


def _in_words(meeting: Meeting) -> str:
    one, other = meeting.groups
    link = f"{meeting.link.one} and {meeting.link.other} share {meeting.link.containment:.0%} of the shorter text"
    if meeting.merged:
        return f"merged {one} and {other}: {link}"
    if len(meeting.splits) > 1:
        splits = " and ".join(meeting.splits)
        return (
            f"to decide: {one} and {other} are near-duplicates, and released in {splits}: {link}. Neither changes its "
            "split. Remove one of them, or waive SC921 in one with the reason; the leak report counts them either way."
        )
    return f"to decide: {one} and {other} are near-duplicates: {link}. --merge makes one group of them."
