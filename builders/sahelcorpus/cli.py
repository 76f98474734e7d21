"""The command line: `sahelcorpus VERB …`. Each verb is a module of `sahelcorpus.commands`.

Exit status: 0 done, 1 findings or failure, 2 usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from sahelcorpus import __version__
from sahelcorpus.commands import (
    add,
    adjudicate,
    agreement,
    annotate,
    build,
    card,
    check,
    diff,
    evaluate,
    explore,
    near_duplicates,
    new,
    publish,
    quotes,
    rebuild,
    release,
    remove,
    schema,
    stance,
    standoff,
    verify,
)

COMMANDS = {
    "new": new,
    "add": add,
    "annotate": annotate,
    "near-duplicates": near_duplicates,
    "remove": remove,
    "check": check,
    "agreement": agreement,
    "adjudicate": adjudicate,
    "build": build,
    "verify": verify,
    "card": card,
    "diff": diff,
    "release": release,
    "standoff": standoff,
    "rebuild": rebuild,
    "publish": publish,
    "schema": schema,
    "quotes": quotes,
    "stance": stance,
    "evaluate": evaluate,
    "explore": explore,
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="sahelcorpus",
        description="News coverage of the Sahel as a versioned dataset that says who said what, about whom.",
        epilog="sahelcorpus VERB --help shows a verb's arguments and an example.",
    )
    whole.add_argument("--version", action="version", version=f"sahelcorpus {__version__}")
    verbs = whole.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, module in COMMANDS.items():
        doc = (module.__doc__ or "").strip()
        summary, _, rest = doc.partition("\n")
        verb = verbs.add_parser(
            name,
            help=summary[0].lower() + summary[1:].rstrip("."),
            description=summary,
            epilog=f"{rest.strip()}\n\nExample:\n  {module.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(verb)
        verb.set_defaults(run=module.run)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parsed = parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader of our output, `head` say, has gone; what is left to print goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Interrupted. What was there before is untouched.", file=sys.stderr)
        return 130
    except Exception as error:  # noqa: BLE001 - `_refused` raises again what it does not know
        return _refused(error)
    return status


def _refused(error: Exception) -> int:
    from sahelcorpus.commands.printing import print_findings  # noqa: PLC0415 - only where something is wrong
    from sahelcorpus.records.findings import CorpusError  # noqa: PLC0415

    if isinstance(error, CorpusError):
        sys.stdout.flush()
        print_findings(error.findings, file=sys.stderr)
        return 1
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        print(f"{place}{error.strerror or error}. Nothing more was done.", file=sys.stderr)
        return 1
    raise error


if __name__ == "__main__":
    sys.exit(main())
