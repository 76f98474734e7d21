"""Score what is found against gold data, by language, type and construction, with bootstrap intervals.

Exit status: 0 done, 2 usage.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from sahelcorpus.commands.printing import print_json, progress_bar

EXAMPLE = "sahelcorpus evaluate quotes --gold corpus/tamasna --split validation --errors 20"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("what", choices=["quotes"], help="what is scored")
    parser.add_argument(
        "--gold", type=Path, required=True, metavar="GOLD", help="gold data: JSONL, one text a line, or a collection"
    )
    parser.add_argument("--split", choices=["train", "validation", "test"], help="this split of a collection alone")
    parser.add_argument("--predicted", type=Path, metavar="FILE.jsonl", help="score this instead of the extractor")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each kind, in context")
    parser.add_argument("--json", action="store_true", help="scores as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.annotate.evaluation.quote_scores import (  # noqa: PLC0415 - not needed for --help
        document_counts,
        f1_interval,
        scores,
        summed,
    )

    if (arguments.gold / "collection.yaml").is_file():
        gold = _collection(arguments.gold, arguments.split)
    elif arguments.split:
        print("sahelcorpus evaluate: --split is for a collection; a file is scored whole")
        return 2
    else:
        gold = _read(arguments.gold)
    predicted = _predictions(gold, arguments.predicted)
    counts = [
        document_counts(doc["quotes"], found, doc.get("optional", ()))
        for doc, found in zip(gold, predicted, strict=True)
    ]
    report: dict[str, Any] = {"gold_file": str(arguments.gold), **scores(summed(counts))}
    report["f1@0.5_interval"] = [round(bound, 4) for bound in f1_interval(counts)]
    report["f1@0.8_interval"] = [round(bound, 4) for bound in f1_interval(counts, 0.8)]
    languages = sorted({str(doc.get("lang", "und")) for doc in gold})
    report["by_language"] = {
        language: scores(
            summed(one for one, doc in zip(counts, gold, strict=True) if doc.get("lang", "und") == language)
        )
        for language in languages
    }
    report["by_construction"] = _by_construction(gold, predicted)
    if arguments.json:
        print_json(report)
    else:
        _print(report)
    if arguments.errors > 0:
        _print_errors(gold, predicted, arguments.errors)
    return 0


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _collection(path: Path, split: str | None) -> list[dict[str, Any]]:
    from sahelcorpus.release.plain_quotes import plain_gold  # noqa: PLC0415 - seconds of imports

    return list(plain_gold(path, split))


def _predictions(gold: list[dict[str, Any]], path: Path | None) -> list[list[dict[str, Any]]]:
    if path is not None:
        by_id = {doc["id"]: doc["quotes"] for doc in _read(path)}
        return [by_id.get(doc["id"], []) for doc in gold]
    from sahelcorpus.annotate.quotes.interchange import plain_quotes  # noqa: PLC0415 - a second of imports

    show = progress_bar("quotes", least=200)
    found = []
    for number, doc in enumerate(gold, start=1):
        found.append(plain_quotes(doc["text"], doc.get("lang", "und")))
        show(number, len(gold))
    return found


def _by_construction(gold: list[dict[str, Any]], predicted: list[list[dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    from sahelcorpus.annotate.evaluation.matching import matched  # noqa: PLC0415

    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for doc, found in zip(gold, predicted, strict=True):
        names = [str(quote.get("construction")) for quote in found]
        total.update(names)
        right.update(names[column] for _, column in matched(doc["quotes"], found, 0.5))
    return {
        name: {"predicted": count, "right": right[name], "p": round(right[name] / count, 4)}
        for name, count in total.most_common()
    }


def _print(report: dict[str, Any]) -> None:
    print(f"{report['gold_file']}: {report['gold']:,} gold, {report['predicted']:,} predicted\n")
    print("| measure | precision | recall | F1 | 95 % |\n| --- | --- | --- | --- | --- |")
    for name in ("quote@0.5", "quote@0.8", "joint@0.5"):
        row = report[name]
        bounds = report.get(name.replace("quote", "f1") + "_interval")
        interval = f"{bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else ""
        print(f"| {name} | {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} | {interval} |")
    print(f"\nspeaker mention {report['speaker_iou50']:.3f}, speaker name {report['name_accuracy']:.3f}, ", end="")
    print(f"cue {report['cue_overlap']:.3f}, type {report['type_accuracy']:.3f}")
    print("recall by type: " + ", ".join(f"{name} {share:.3f}" for name, share in report["recall_by_type@0.5"].items()))
    print("\n| language | gold | F1 @0.5 | F1 @0.8 | speaker |\n| --- | --- | --- | --- | --- |")
    for language, row in report["by_language"].items():
        one, other = row["quote@0.5"]["f1"], row["quote@0.8"]["f1"]
        print(f"| {language} | {row['gold']:,} | {one:.3f} | {other:.3f} | {row['speaker_iou50']:.3f} |")
    print("\n| construction | predicted | precision @0.5 |\n| --- | --- | --- |")
    for name, row in report["by_construction"].items():
        print(f"| {name} | {row['predicted']:,} | {row['p']:.3f} |")


def _print_errors(gold: list[dict[str, Any]], predicted: list[list[dict[str, Any]]], most: int) -> None:
    from sahelcorpus.annotate.evaluation.quote_errors import errors  # noqa: PLC0415

    shown: Counter[str] = Counter()
    for doc, found in zip(gold, predicted, strict=True):
        for error in errors(doc["id"], doc["quotes"], found):
            shown[error.kind] += 1
            if shown[error.kind] <= most:
                print("\n" + error.in_words(doc["text"]))
