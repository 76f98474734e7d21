"""Put the texts back into a stand-off dataset, from one's own copies of the articles.

Exit status: 0 every article is as it was, 1 some are changed or gone, or nothing was written, 2 usage.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import counted, print_json, print_wrapped, progress_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahelcorpus.release.standoff.copies import Copy
    from sahelcorpus.release.standoff.rebuilding import Restoration

EXAMPLE = "sahelcorpus rebuild sahel-standoff --from export.html pages.zip -o sahel --report report.jsonl"
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("directory", type=Path, help="a stand-off dataset")
    parser.add_argument(
        "--from",
        dest="files",
        type=Path,
        nargs="+",
        required=True,
        metavar="FILE",
        help="exports, pages, folders or other files that `sahelcorpus add` reads",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="the directory to write")
    parser.add_argument("--report", type=Path, metavar="FILE.jsonl", help="where to write what became of each article")
    parser.add_argument("--json", action="store_true", help="the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.release.standoff.rebuilding import Outcome, rebuild  # noqa: PLC0415 - seconds of imports
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    passed_over: Counter[str] = Counter()
    copies = _copies(arguments.files, passed_over)
    release, restorations = rebuild(arguments.directory, copies, arguments.output, progress=progress_bar("rebuild"))
    if arguments.report:
        lines = (json.dumps(restoration.to_plain(), ensure_ascii=False) for restoration in restorations)
        write_file(arguments.report, "".join(f"{line}\n" for line in lines).encode())
    outcomes = Counter(restoration.outcome for restoration in restorations)
    is_as_it_was = release.standoff_of is None
    if arguments.json:
        print_json(
            {
                "directory": str(arguments.output),
                "digest": release.digest,
                "is_as_it_was": is_as_it_was,
                "outcomes": {outcome.value: outcomes[outcome] for outcome in Outcome},
                "documents_rejected": dict(passed_over),
                "articles": [restoration.to_plain() for restoration in restorations],
            }
        )
        return 0 if is_as_it_was else 1
    print(f"Rebuilt {release.collection} {release.version} in {arguments.output}")
    for outcome in Outcome:
        if outcomes[outcome]:
            print_wrapped(f"  {counted(outcomes[outcome], 'article')} {_WORDS[outcome.value]}", indent=4)
    for reason, number in passed_over.items():
        print_wrapped(f"  {counted(number, 'document')} of the files could not be read: {reason}", indent=4)
    _print_changed([found for found in restorations if found.outcome in (Outcome.DRIFT, Outcome.GONE)])
    if is_as_it_was:
        print(f"It is the dataset that was built: digest {release.digest}")
    else:
        print_wrapped(f"It is not the dataset that was built: digest {release.digest}, not {release.standoff_of}.")
    return 0 if is_as_it_was else 1


_WORDS = {
    "carried": "had their text all along",
    "match": "match: the very text was found",
    "drift": "drift: a changed copy was found, spans were anchored anew",
    "gone": "gone: no copy was found; they stay without text",
    "record_only": "have their text again, but never had annotations here: their record alone may be passed on",
}


def _print_changed(changed: list[Restoration]) -> None:
    for found in changed[:_SHOWN]:
        if found.file is None:
            print(f"  gone   {found.article_id}")
        else:
            share = f"{found.survived:,} of {found.spans:,} spans stand"
            print_wrapped(f"  drift  {found.article_id}: {share}; from {found.file}", indent=9)
    if len(changed) > _SHOWN:
        print(f"  … and {len(changed) - _SHOWN:,} more; --report FILE.jsonl lists them all")


def _copies(files: list[Path], passed_over: Counter[str]) -> Iterator[Copy]:
    """Yield the documents of all the files; count those that could not be read, by reason."""
    from sahelcorpus.readers.detection import detected  # noqa: PLC0415 - only this verb and `add` need readers
    from sahelcorpus.readers.document import REASONS_IN_WORDS, Rejection, RejectionReason  # noqa: PLC0415
    from sahelcorpus.readers.formats import known_readers  # noqa: PLC0415
    from sahelcorpus.release.standoff.copies import Copy  # noqa: PLC0415

    readers = known_readers()
    for file in files:
        reader = detected(file, readers)
        if reader is None:
            passed_over[REASONS_IN_WORDS[RejectionReason.UNKNOWN_FORMAT]] += 1
            continue
        for found in reader.read(file):
            if isinstance(found, Rejection):
                passed_over[REASONS_IN_WORDS[found.reason]] += 1
            else:
                yield Copy(found.text, str(file) + (f", {found.place}" if found.place else ""), found.url)
