"""Propose who is for or against whom in texts: one JSON object a line in, one a line out, in the same order.

Reads {"id", "lang", "text"}, optionally with "targets": [{"name", "span": [start, end] or null}], and writes {"id",
"stances": [{"holder_kind", "holder_name", "target", "label", "evidence", "confidence", "explanation"}]}; offsets are
code points, half-open. With targets given the article's voice has exactly one row for each of them, `neutral` where the
text takes no side; without them whoever the text names may be one. Every row is a candidate: a person decides.

Exit status: 0 done, 1 a line that is no such object, 2 usage, or an annotator that cannot be had.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, deque
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.parallel import add_workers_argument, in_order
from sahelcorpus.commands.printing import counted, print_json, print_wrapped, progress_bar
from sahelcorpus.commands.stance_options import add_annotator_arguments, opened, settings_of

if TYPE_CHECKING:
    from sahelcorpus.annotate.stance import FoundStance, Settings, StanceAnnotator, StanceArticle

EXAMPLE = "sahelcorpus stance IN.jsonl -o OUT.jsonl --annotator rules --workers 4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("texts", type=Path, metavar="IN.jsonl", help="texts, one JSON object a line")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.jsonl", help="where stances go")
    add_annotator_arguments(parser, default="rules")
    add_workers_argument(parser)
    parser.add_argument("--json", action="store_true", help="say what was done as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.annotate.stance import TellingAnnotator, UnusableAnnotatorError  # noqa: PLC0415 - not for --help
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    lines = [line for line in arguments.texts.read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        fault = _fault(line)
        if fault:
            print(f"{arguments.texts}:{number}: {fault}. Nothing was written.", file=sys.stderr)
            return 1
    settings = settings_of(arguments)
    annotator = opened(arguments, settings)
    if annotator is None:
        return 2
    show = progress_bar("stance", least=50)
    out = []
    labels: Counter[str] = Counter()
    try:
        for number, (plain, own) in enumerate(_answered(lines, annotator, arguments, settings), start=1):
            out.append(plain + "\n")
            labels.update(own)
            show(number, len(lines))
    except UnusableAnnotatorError as error:
        print_wrapped(f"sahelcorpus stance: {error}. Nothing was written.", indent=2, file=sys.stderr)
        return 1
    write_file(arguments.output, "".join(out).encode())
    notes = annotator.told() if isinstance(annotator, TellingAnnotator) else []
    told: dict[str, Any] = {"texts": len(lines), "stances": labels.total(), "labels": dict(labels.most_common())}
    if arguments.json:
        signed = annotator.annotator
        told |= {"output": str(arguments.output), "annotator": signed.annotator_id, "version": signed.version}
        print_json(told | {"notes": notes})
        return 0
    print(f"{counted(labels.total(), 'candidate')} in {counted(len(lines), 'text')}: {arguments.output}")
    if labels:
        print_wrapped(", ".join(f"{number:,} {label}" for label, number in labels.most_common()), indent=2)
    for note in notes:
        print_wrapped(note, indent=2)
    return 0


def _answered(
    lines: list[str], annotator: StanceAnnotator, arguments: argparse.Namespace, settings: Settings
) -> Iterator[tuple[str, list[str]]]:
    """Yield the output line for each input line, and the labels it holds, in whatever way is quickest.

    Processes share out the lines, whole or, where the annotator works on several texts at once, as far as the texts are
    made ready for it.
    """
    from sahelcorpus.annotate.stance.found import BatchAnnotator  # noqa: PLC0415 - not needed for --help
    from sahelcorpus.annotate.stance.interchange import proved_each  # noqa: PLC0415

    if not isinstance(annotator, BatchAnnotator):
        answered = partial(answered_line, name=arguments.annotator, settings=settings)
        yield from in_order(answered, lines, arguments.workers)
        return
    ids: deque[str] = deque()

    def articles() -> Iterator[StanceArticle]:
        for article in in_order(article_of, lines, arguments.workers):
            ids.append(article.article_id)
            yield article

    for found in proved_each(articles(), annotator):
        yield _plain_line(ids.popleft(), found)


def _fault(line: str) -> str | None:
    """Return what is wrong with a line, what is allowed instead, or None."""
    try:
        document = json.loads(line)
    except ValueError:
        return "found a line that is not JSON; allowed: one JSON object a line"
    if not isinstance(document, dict):
        return f"found a JSON {type(document).__name__}; allowed: an object"
    for key in ("id", "lang", "text"):
        if not isinstance(document.get(key), str):
            return f'found no string "{key}"; allowed: an object with strings "id", "lang" and "text"'
    targets = document.get("targets")
    if targets is not None and not isinstance(targets, list):
        return f'found {type(targets).__name__} as "targets"; allowed: a list, or no such key'
    for number, target in enumerate(targets or ()):
        fault = _target_fault(target, len(document["text"]))
        if fault:
            return f"targets[{number}]: {fault}"
    return None


def _target_fault(target: object, length: int) -> str | None:
    if not isinstance(target, dict) or not isinstance(target.get("name"), str) or not target["name"].strip():
        return 'found no "name"; allowed: {"name": "…", "span": [start, end] or null}'
    span = target.get("span")
    if span is None:
        return None
    is_pair = isinstance(span, list) and len(span) == 2 and all(type(edge) is int for edge in span)  # noqa: PLR2004
    if not is_pair or not 0 <= span[0] < span[1] <= length:
        return f"found the span {span}; allowed: [start, end] with 0 ≤ start < end ≤ {length}, or null"
    return None


@cache
def _annotator(name: str, settings: Settings) -> StanceAnnotator:
    """Return an annotator; each process opens it once."""
    from sahelcorpus.annotate.stance import open_annotator  # noqa: PLC0415 - not needed for --help

    return open_annotator(name, settings)


def answered_line(line: str, *, name: str, settings: Settings) -> tuple[str, list[str]]:
    """Return the output line for an input line, and the labels it holds."""
    from sahelcorpus.annotate.stance.interchange import proved  # noqa: PLC0415 - not needed for --help

    article = article_of(line)
    return _plain_line(article.article_id, proved(article, _annotator(name, settings)))


def article_of(line: str) -> StanceArticle:
    """Return what an annotator is given for an input line."""
    from sahelcorpus.annotate.stance.interchange import stance_article  # noqa: PLC0415 - not needed for --help

    return stance_article(json.loads(line))


def _plain_line(text_id: str, found: list[FoundStance]) -> tuple[str, list[str]]:
    from sahelcorpus.annotate.stance.interchange import plain_stances  # noqa: PLC0415 - not needed for --help

    stances = plain_stances(found)
    plain = json.dumps({"id": text_id, "stances": stances}, ensure_ascii=False)
    return plain, [stance["label"] for stance in stances]
