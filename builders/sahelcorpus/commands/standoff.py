"""Write the stand-off twin of a dataset: everything but text that may not be passed on.

Exit status: 0 written, 1 findings or nothing written, 2 usage.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from sahelcorpus.commands.printing import print_json, print_wrapped, progress_bar

EXAMPLE = "sahelcorpus standoff build/sahel -o build/sahel-standoff"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("directory", type=Path, help="a built dataset, or a collection, which is built first")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the directory to write")
    parser.add_argument(
        "--limit",
        type=int,
        metavar="N",
        help="longest stretch of a text to leave, in code points (default: the collection's standoff_limit)",
    )
    parser.add_argument("--json", action="store_true", help="what was written, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.build import RELEASE_FILE, build  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.release.standoff.withholding import MOST_SHARE  # noqa: PLC0415
    from sahelcorpus.release.standoff.writing import write_standoff  # noqa: PLC0415

    if arguments.limit is not None and arguments.limit < 0:
        print(f"--limit {arguments.limit}: a length in code points is 0 or more.")
        return 2
    progress = progress_bar("withhold texts")
    with tempfile.TemporaryDirectory() as built:
        directory = arguments.directory
        if not (directory / RELEASE_FILE).is_file() and (directory / "collection.yaml").is_file():
            directory = Path(built) / "whole"
            build(arguments.directory, directory, progress=progress_bar("check and build"))
        twin = write_standoff(directory, arguments.output, limit=arguments.limit, progress=progress)
    if arguments.json:
        counts = {"articles": twin.articles, "withheld": twin.withheld}
        left = {"characters": twin.characters, "passed_on": twin.passed_on}
        print_json({"directory": str(arguments.output), **counts, **left, **twin.release.to_plain()})
        return 0
    print(f"Wrote {arguments.output}: {twin.release.collection} {twin.release.version}, stand-off")
    if twin.withheld:
        print_wrapped(
            f"  {twin.withheld:,} of {twin.articles:,} articles without their text; of its {twin.characters:,} code "
            f"points {twin.passed_on:,} still stand in spans, no stretch longer than {twin.release.standoff_limit}, "
            f"no article with more than {MOST_SHARE:.0%}",
            indent=2,
        )
    else:
        print(f"  all of the {twin.articles:,} articles may be passed on: nothing was withheld")
    print(f"  digest {twin.release.digest}")
    print(f"  of the whole dataset {twin.release.standoff_of}")
    return 0
