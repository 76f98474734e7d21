"""Score what is found against gold: quotations, who says them, or stances.

Quotations, by language, outlet, type and construction, and by how sure it was: gold is a collection, or a file with one
object a line: {"id", "text", "quotes"}, and where it has them "lang", "style" (what kind of outlet; scored apart),
"optional", "exhaustive", "not_quote_cues", "other_spans". Quotations are matched one to one, best first, by the
intersection over union of their characters.

`quotes` scores by language, outlet, type and construction, and by how sure it was. `speakers` scores the names of found
quotations, quotation and name together, the chains of mentions of one speaker (with the extra [evaluation]), and the
links to a collection's actors; by kind of mention, language, outlet, and how the name was found.

`stance` takes gold from a collection, or a file of {"id", "lang", "text", "target", "target_span", "label", "split"}.
Holder and target are given, the label is scored, beside controls that never read what the holder says. No score is
reported where test text stands in training text.

Exit status: 0 done, 1 gold or predictions that cannot be read or scored, 2 usage, or something that is not installed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.parallel import add_workers_argument, in_order
from sahelcorpus.commands.parser_option import add_parser_argument, parser_is_missing
from sahelcorpus.commands.printing import (
    counted,
    print_json,
    print_read_by,
    print_wrapped,
    progress_bar,
    terminal_width,
)
from sahelcorpus.commands.registry_option import add_registry_argument, gazetteer_of
from sahelcorpus.commands.score_tables import print_report
from sahelcorpus.commands.stance_options import add_annotator_arguments

if TYPE_CHECKING:
    from sahelcorpus.annotate.evaluation.errors_page import AnyError
    from sahelcorpus.annotate.evaluation.quote_errors import QuoteError
    from sahelcorpus.annotate.speakers import Gazetteer

EXAMPLE = "sahelcorpus evaluate quotes --gold corpus/tamasna --split validation --errors-page errors.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("what", choices=["quotes", "speakers", "stance"], help="what is scored")
    parser.add_argument(
        "--gold", type=Path, required=True, metavar="GOLD", help="gold data: JSONL, one text a line, or a collection"
    )
    parser.add_argument("--split", metavar="NAME", help="this split alone: train, validation or test of a collection")
    parser.add_argument("--predicted", type=Path, metavar="FILE.jsonl", help="quotes: score this, not the extractor")
    parser.add_argument(
        "--not-exhaustive",
        action="store_true",
        help="quotes: gold does not hold all of them: report recall alone (so it is where documents say so themselves)",
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="quotes: print N errors of each kind")
    parser.add_argument("--errors-page", type=Path, metavar="FILE.html", help="write all errors as a page to read")
    add_annotator_arguments(parser, default="rules")
    parser.add_argument(
        "--leave-out-seen", action="store_true", help="stance: score the texts alone that training data do not hold"
    )
    add_workers_argument(parser)
    add_parser_argument(parser)
    add_registry_argument(parser)
    parser.add_argument("--json", action="store_true", help="scores as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    is_collection = (arguments.gold / "collection.yaml").is_file()
    if arguments.split and is_collection and arguments.split not in _SPLITS:
        print(f"sahelcorpus evaluate: found the split {arguments.split!r}; allowed: {', '.join(_SPLITS)}")
        return 2
    if arguments.what == "stance":
        from sahelcorpus.commands.evaluate_stance import evaluate_stance  # noqa: PLC0415 - not for --help

        return evaluate_stance(arguments)
    return _evaluate_quotes(arguments, is_collection=is_collection)


_SPLITS = ("train", "validation", "test")


def _evaluate_quotes(arguments: argparse.Namespace, *, is_collection: bool) -> int:
    from sahelcorpus.annotate.evaluation.documents import UnreadableDocumentsError  # noqa: PLC0415 - not for --help

    if arguments.split and not is_collection:
        print("sahelcorpus evaluate: --split is for a collection; a file is scored whole")
        return 2
    if parser_is_missing(arguments):
        return 2
    try:
        gold = _gold(arguments.gold, arguments.split, is_collection=is_collection)
        read = _read_predictions(gold, arguments.predicted)
    except UnreadableDocumentsError as error:
        print(f"{error}. Nothing was scored.")
        return 1
    exhaustive, why = _exhaustive(gold, asked=arguments.not_exhaustive)
    found: Sequence[AnyError]
    if arguments.what == "speakers":
        from sahelcorpus.commands.speaker_scores import score_speakers  # noqa: PLC0415

        whole, found = score_speakers(gold, None if read is None else read[0], arguments, exhaustive=exhaustive)
    else:
        whole, found = _score_quotes(gold, None if read is None else read[0], arguments, exhaustive=exhaustive)
    notes = [*why, *(read[1] if read else ()), *whole.get("notes", ())]
    whole = {"gold_file": str(arguments.gold), **whole, "notes": notes}
    if arguments.errors_page:
        _write_page(arguments.errors_page, arguments.what, whole, found)
        whole["errors_page"] = str(arguments.errors_page)
    if arguments.json:
        if arguments.errors > 0:
            whole["errors"] = [error.as_plain() for error in _first(found, arguments.errors)]
        print_json(whole)
        return 0
    _print(arguments.what, whole)
    if arguments.predicted is None:
        from sahelcorpus.annotate.quotes.interchange import texts_read_by  # noqa: PLC0415

        print_read_by(texts_read_by(document.get("lang") or "und" for document in gold))
    if arguments.errors > 0:
        _print_errors(found, arguments.errors)
    if arguments.errors_page:
        print()
        print_wrapped(f"{counted(len(found), 'error')} to read: {arguments.errors_page}", indent=2)
    return 0


def _gold(path: Path, split: str | None, *, is_collection: bool) -> list[dict[str, Any]]:
    if not is_collection:
        from sahelcorpus.annotate.evaluation.documents import read_documents  # noqa: PLC0415

        return read_documents(path, gold=True)
    from sahelcorpus.release.plain_quotes import plain_gold  # noqa: PLC0415 - seconds of imports

    return list(plain_gold(path, split))


def _exhaustive(gold: list[dict[str, Any]], *, asked: bool) -> tuple[bool, list[str]]:
    """Return whether gold holds every quotation, and if not, the note that says why recall is reported alone."""
    incomplete = sum(document.get("exhaustive") is False for document in gold)
    if not (asked or incomplete):
        return True, []
    who = "--not-exhaustive was given" if asked else f"{incomplete:,} of {counted(len(gold), 'document')} say so"
    why = "a prediction that meets no gold quotation is no proof of error, so that precision and F1 mean nothing"
    return False, [f"gold does not hold every quotation ({who}): {why}; recall alone is reported"]


def _read_predictions(
    gold: list[dict[str, Any]], path: Path | None
) -> tuple[list[list[dict[str, Any]]], list[str]] | None:
    """Return what a file predicts for each gold document, and what has to be said about it; None without a file."""
    if path is None:
        return None
    from sahelcorpus.annotate.evaluation.documents import read_documents  # noqa: PLC0415

    by_id = {document["id"]: document["quotes"] for document in read_documents(path, gold=False)}
    ids = {document["id"] for document in gold}
    absent, foreign = len(ids - by_id.keys()), len(by_id.keys() - ids)
    notes = []
    if absent:
        notes.append(f"{path} lacks {counted(absent, 'document')} of gold: nothing was found there")
    if foreign:
        notes.append(f"{path} has {counted(foreign, 'document')} that gold lacks: left out")
    return [by_id.get(document["id"], []) for document in gold], notes


def _score_quotes(
    gold: list[dict[str, Any]],
    predicted: list[list[dict[str, Any]]] | None,
    arguments: argparse.Namespace,
    *,
    exhaustive: bool,
) -> tuple[dict[str, Any], list[QuoteError]]:
    """Return the report on quotations, and their errors; those that the rules find where nothing is predicted."""
    from sahelcorpus.annotate.evaluation.quote_errors import errors  # noqa: PLC0415 - not for --help
    from sahelcorpus.annotate.evaluation.report import report  # noqa: PLC0415
    from sahelcorpus.annotate.evaluation.scored import scored  # noqa: PLC0415

    if predicted is None:
        show = progress_bar("quotes", least=200)
        predicted = []
        texts = ((document["text"], document.get("lang") or "und") for document in gold)
        quotes_of_text = partial(quotes_of, parsed=arguments.parser, gazetteer=gazetteer_of(arguments))
        for quotes in in_order(quotes_of_text, texts, arguments.workers):
            predicted.append(quotes)
            show(len(predicted), len(gold))
    documents = [scored(document, quotes) for document, quotes in zip(gold, predicted, strict=True)]
    found = [error for one in documents for error in errors(one, exhaustive=exhaustive)]
    return report(documents, exhaustive=exhaustive), found


def quotes_of(
    text: tuple[str, str], *, parsed: bool = False, gazetteer: Gazetteer | None = None
) -> list[dict[str, Any]]:
    """Return the quotations of a text, given with its language."""
    from sahelcorpus.annotate.quotes.interchange import plain_quotes  # noqa: PLC0415 - a second of imports

    return plain_quotes(*text, parsed=parsed, gazetteer=gazetteer)


def _first(found: Sequence[AnyError], most: int) -> list[AnyError]:
    """Return the first so many errors of each kind, in their order."""
    shown: Counter[str] = Counter()
    first = []
    for error in found:
        shown[error.kind] += 1
        if shown[error.kind] <= most:
            first.append(error)
    return first


def _print(what: str, whole: dict[str, Any]) -> None:
    if what == "speakers":
        from sahelcorpus.commands.speaker_tables import print_speaker_report  # noqa: PLC0415

        print_speaker_report(whole)
    else:
        print_report(whole)


def _print_errors(found: Sequence[AnyError], most: int) -> None:
    for error in _first(found, most):
        print("\n" + error.in_words(terminal_width()))
    totals = Counter(error.kind for error in found)
    if totals:
        print()
        print_wrapped("errors: " + ", ".join(f"{number:,} {kind}" for kind, number in totals.most_common()), indent=2)


def _write_page(path: Path, what: str, whole: dict[str, Any], found: Any) -> None:
    from sahelcorpus.annotate.evaluation.errors_page import errors_page, speaker_errors_page  # noqa: PLC0415
    from sahelcorpus.store.atomic import write_file  # noqa: PLC0415

    page = speaker_errors_page if what == "speakers" else errors_page
    write_file(path, page(whole, found).encode())
