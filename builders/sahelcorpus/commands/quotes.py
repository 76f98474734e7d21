"""Find the quotations of texts: one JSON object a line in, one a line out, in the same order.

Reads {"id", "lang", "text"} and writes {"id", "quotes": [{"type", "segments", "cue", "speaker", "speaker_name",
"speaker_kind", "speaker_how", "speaker_confidence", "cue_lemma", "construction", "confidence"}]}; offsets are code
points, half-open. French and English are read with their grammar, some languages by quotation marks and announcing
verbs, any other by its marks alone; the output says which.

Exit status: 0 done, 1 a line that is no such object, 2 usage, or no parser for --parser.
"""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.commands.parallel import add_workers_argument, in_order
from sahelcorpus.commands.parser_option import add_parser_argument, parser_is_missing
from sahelcorpus.commands.printing import counted, print_json, print_read_by, progress_bar
from sahelcorpus.commands.registry_option import add_registry_argument, gazetteer_of

if TYPE_CHECKING:
    from sahelcorpus.annotate.speakers import Gazetteer

EXAMPLE = "sahelcorpus quotes IN.jsonl -o OUT.jsonl --workers 4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("texts", type=Path, metavar="IN.jsonl", help="texts, one JSON object a line")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.jsonl", help="where quotations go")
    add_workers_argument(parser)
    add_parser_argument(parser)
    add_registry_argument(parser)
    parser.add_argument("--json", action="store_true", help="say what was done as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.annotate.quotes.interchange import texts_read_by  # noqa: PLC0415 - not needed for --help
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    lines = [line for line in arguments.texts.read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        fault = _fault(line)
        if fault:
            allowed = 'allowed: an object with strings "id", "lang" and "text"'
            print(f"{arguments.texts}:{number}: found {fault}; {allowed}. Nothing was written.")
            return 1
    if parser_is_missing(arguments):
        return 2
    show = progress_bar("quotes", least=50)
    out = []
    total = 0
    quoted = partial(quoted_line, parsed=arguments.parser, gazetteer=gazetteer_of(arguments))
    for number, (plain, quotes) in enumerate(in_order(quoted, lines, arguments.workers), start=1):
        out.append(plain + "\n")
        total += quotes
        show(number, len(lines))
    write_file(arguments.output, "".join(out).encode())
    ways = texts_read_by(json.loads(line)["lang"] for line in lines)
    if arguments.json:
        print_json({"texts": len(lines), "quotes": total, "output": str(arguments.output), "read_by": ways})
    else:
        print(f"{counted(total, 'quotation')} in {counted(len(lines), 'text')}: {arguments.output}")
        print_read_by(ways)
    return 0


def _fault(line: str) -> str | None:
    """Return what is wrong with a line, or None."""
    try:
        document = json.loads(line)
    except ValueError:
        return "a line that is not JSON"
    if not isinstance(document, dict):
        return f"a JSON {type(document).__name__}"
    return next(
        (f"no string {key!r}" for key in ("id", "lang", "text") if not isinstance(document.get(key), str)), None
    )


def quoted_line(line: str, *, parsed: bool = False, gazetteer: Gazetteer | None = None) -> tuple[str, int]:
    """Return the output line for an input line, and how many quotations it holds."""
    from sahelcorpus.annotate.quotes.interchange import plain_quotes  # noqa: PLC0415 - not needed for --help

    document = json.loads(line)
    quotes = plain_quotes(document["text"], document["lang"], parsed=parsed, gazetteer=gazetteer)
    return json.dumps({"id": document["id"], "quotes": quotes}, ensure_ascii=False), len(quotes)
