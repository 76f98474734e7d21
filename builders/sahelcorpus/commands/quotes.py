"""Find the quotations of texts: one JSON object a line in, one a line out, in the same order.

Reads {"id", "lang", "text"} and writes {"id", "quotes": [{"type", "segments", "cue", "speaker", "speaker_name",
"cue_lemma", "construction", "confidence"}]}; offsets are code points, half-open.

Exit status: 0 done, 1 a line that is no such object, 2 usage.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sahelcorpus.commands.printing import counted, print_json, progress_bar

EXAMPLE = "sahelcorpus quotes IN.jsonl -o OUT.jsonl --workers 4"
_CHUNK = 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("texts", type=Path, metavar="IN.jsonl", help="texts, one JSON object a line")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.jsonl", help="where quotations go")
    parser.add_argument("--workers", type=int, default=1, help="processes that read texts (default: 1)")
    parser.add_argument("--json", action="store_true", help="say what was done as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415 - not needed for --help

    lines = [line for line in arguments.texts.read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        fault = _fault(line)
        if fault:
            allowed = 'allowed: an object with strings "id", "lang" and "text"'
            print(f"{arguments.texts}:{number}: found {fault}; {allowed}. Nothing was written.")
            return 1
    show = progress_bar("quotes", least=50)
    out = []
    total = 0
    for number, (plain, quotes) in enumerate(_quoted(lines, max(1, arguments.workers)), start=1):
        out.append(plain + "\n")
        total += quotes
        show(number, len(lines))
    write_file(arguments.output, "".join(out).encode())
    if arguments.json:
        print_json({"texts": len(lines), "quotes": total, "output": str(arguments.output)})
    else:
        print(f"{counted(total, 'quotation')} in {counted(len(lines), 'text')}: {arguments.output}")
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


def _quoted(lines: list[str], workers: int) -> Iterator[tuple[str, int]]:
    if workers == 1:
        yield from map(quoted_line, lines)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where asked for
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(quoted_line, lines, chunksize=_CHUNK)


def quoted_line(line: str) -> tuple[str, int]:
    """Return the output line for an input line, and how many quotations it holds."""
    document = json.loads(line)
    quotes = plain_quotes(document["text"], document["lang"])
    return json.dumps({"id": document["id"], "quotes": quotes}, ensure_ascii=False), len(quotes)


def plain_quotes(text: str, language: str) -> list[dict[str, Any]]:
    """Return a text's quotations as the interchange format writes them; a speaker's name is the mention for now."""
    from sahelcorpus.annotate.quotes import extract_quotes  # noqa: PLC0415 - not needed for --help

    return [
        {
            "type": str(quote.type),
            "segments": [list(place) for place in quote.segments],
            "cue": list(quote.cue.place) if quote.cue else None,
            "speaker": list(quote.speaker) if quote.speaker else None,
            "speaker_name": text[slice(*quote.speaker)] if quote.speaker else None,
            "cue_lemma": quote.cue.lemma if quote.cue else None,
            "construction": quote.construction,
            "confidence": round(quote.confidence, 2),
        }
        for quote in extract_quotes(text, language)
    ]
