"""Upload a built dataset to a hub and tag its version; private unless asked otherwise.

Exit status: 0 uploaded, 1 refused and nothing uploaded, 2 usage. Whoever publishes is logged in (`hf auth login`), or
gives a token in HF_TOKEN; HF_ENDPOINT names another hub.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from sahelcorpus.commands.printing import counted, print_findings, print_json, print_wrapped

EXAMPLE = "sahelcorpus publish build/sahel-standoff --to my-group/sahel --dry-run"
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("directory", type=Path, help="the dataset directory")
    parser.add_argument("--to", required=True, metavar="OWNER/NAME", help="the repository; it is made if need be")
    parser.add_argument("--public", action="store_true", help="make a new repository public")
    parser.add_argument("--dry-run", action="store_true", help="list everything that would be done; ask no hub")
    parser.add_argument("--json", action="store_true", help="what is or would be uploaded, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.publishing import publication, publish  # noqa: PLC0415 - seconds of imports

    if not _REPOSITORY.fullmatch(arguments.to):
        print(f"--to {arguments.to}: a repository is written OWNER/NAME.", file=sys.stderr)
        return 2
    planned = publication(arguments.directory, arguments.to, is_private=not arguments.public)
    if arguments.json and (arguments.dry_run or planned.findings):
        print_json(planned.to_plain())
        return 1 if planned.findings else 0
    if planned.findings:
        print_findings(planned.findings)
        print("Nothing was uploaded.")
        return 1
    release = planned.release
    seen = "private" if planned.is_private else "public"
    if not arguments.json:
        would = "Would upload" if arguments.dry_run else "Uploading"
        size = sum(size for _, size in planned.files)
        print_wrapped(f"{would} {release.collection} {release.version} to {planned.repository}", indent=2)
        print(f"  digest {release.digest}")
        print(f"  {counted(len(planned.files), 'file')}, {size:,} bytes, tag {planned.tag}; a new repository is {seen}")
    if arguments.dry_run:
        for path, file_size in planned.files:
            print(f"  {file_size:>12,}  {path}")
        print_wrapped("  files there that this version does not have would be removed in the same commit", indent=2)
        print("Nothing was uploaded.")
        return 0
    from huggingface_hub import HfApi  # noqa: PLC0415
    from huggingface_hub.errors import HfHubHTTPError  # noqa: PLC0415

    try:
        address = publish(planned, HfApi(library_name="sahelcorpus"))
    except HfHubHTTPError as error:
        print_wrapped(f"{planned.repository}: the hub refused: {error}", indent=2, file=sys.stderr)
        return 1
    if arguments.json:
        print_json({**planned.to_plain(), "address": address})
    else:
        print(f"Published: {address}")
    return 0
