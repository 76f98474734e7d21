"""The report on an extractor as tables that fit a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sahelcorpus.commands.printing import counted, print_table, print_wrapped

_LONGEST = 28
_READS = {"within": "as stated", "above": "too sure", "below": "too modest"}


def print_report(report: Mapping[str, Any]) -> None:
    """Print a report: the whole, then by language, style, outlet, type, construction, and how far confidences hold."""
    whole = report["exhaustive"]
    print_wrapped(f"{report['gold_file']}: {report['gold']:,} gold, {report['predicted']:,} predicted")
    for note in report["notes"]:
        print_wrapped(f"note: {note}", indent=6)
    print()
    names = ("quote@0.5", "quote@0.8", *(["joint@0.5"] if report["with_name"] else []))
    last = "f1" if whole else "r"
    rows = [
        [name, *map(share, report[name].values()), bounds(report.get(f"{name.replace('quote', last)}_interval"))]
        for name in names
    ]
    print_table(["measure", *(("P", "R", "F1") if whole else "R"), "95 %"], rows)
    print()
    name = share(report["name_accuracy"]) if report["with_name"] else "not in gold"
    print_wrapped(
        f"speaker mention {share(report['speaker_iou50'])}, speaker name {name}, "
        f"cue {share(report['cue_overlap'])}, type {share(report['type_accuracy'])}"
    )
    print_wrapped(
        f"{'P precision, ' if whole else ''}R recall, spk speaker mention; 95 % intervals over documents, none where "
        "there are few"
    )
    for part in ("language", "style", "outlet", "type"):
        _print_groups(part, report[f"by_{part}"], whole=whole)
    _print_constructions(report["by_construction"], whole=whole)
    _print_negatives(report["negatives"], whole=whole)
    if report["judged"]:
        _print_judged(report["judged"])
    if whole:
        _print_reliability(report["reliability"])


def _print_groups(title: str, groups: Mapping[str, Mapping[str, Any]], *, whole: bool) -> None:
    if not groups:
        return
    brief = title == "outlet"  # names are long; the rest stands in the JSON
    speakers = not brief and all("speaker_iou50" in row for row in groups.values())
    ends = whole and not brief
    score, measure = ("F1", "f1") if whole else ("R", "r")
    headers = [title, "gold", *(("P", "R") if ends else ())]
    headers += [f"{score} @0.5 (95 %)", f"{score} @0.8 (95 %)", *(["spk"] if speakers else [])]
    rows = []
    for name, row in groups.items():
        at = row["quote@0.5"]
        cells = [cut(name), f"{row['gold']:,}", *((share(at["p"]), share(at["r"])) if ends else ())]
        cells += [
            f"{share(row[f'quote@{threshold}'][measure])} {bounds(row[f'{measure}@{threshold}_interval'])}".rstrip()
            for threshold in (0.5, 0.8)
        ]
        rows.append([*cells, *([share(row["speaker_iou50"])] if speakers else [])])
    print()
    print_table(headers, rows)


def _print_constructions(constructions: Mapping[str, Mapping[str, Any]], *, whole: bool) -> None:
    if not constructions:
        return
    print()
    proven = any(row["proven_wrong"] for row in constructions.values())
    headers = ["construction", "found", *(("P @0.5 (95 %)", "P @0.8") if whole else ("right @0.5", "right @0.8"))]
    rows = []
    for name, row in constructions.items():
        cells = [name, f"{row['predicted']:,}"]
        if whole:
            cells += [f"{share(row['p@0.5'])} {bounds(row['p@0.5_interval'])}", share(row["p@0.8"])]
        else:
            cells += [f"{row['right@0.5']:,}", f"{row['right@0.8']:,}"]
        rows.append([*cells, *([f"{row['proven_wrong']:,}"] if proven else [])])
    print_table([*headers, *(["proven wrong"] if proven else [])], rows)


def _print_negatives(negatives: Mapping[str, Any], *, whole: bool) -> None:
    if not negatives["documents"]:
        return
    print()
    documents, given = counted(negatives["documents"], "document"), negatives["given_a_quote"]
    but = "" if whole else ", which proves no error here"
    told = f"{share(negatives['share'])} {bounds(negatives['interval'])}"
    print_wrapped(f"negatives: of {documents} without a gold quotation, {given:,} were given one ({told}){but}")


def _print_judged(judged: Mapping[str, int]) -> None:
    print()
    decided = judged["right"] + judged["proven_wrong"]
    print_wrapped(
        f"gold decides on {decided:,} of {counted(sum(judged.values()), 'prediction')}: {judged['right']:,} right, "
        f"{judged['proven_wrong']:,} proven wrong by the cue; {judged['neither']:,} lie on spans on which it does not "
        f"judge, {judged['open']:,} are open",
        indent=2,
    )


def _print_reliability(rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    print()
    print_table(
        ["confidence", "found", "stated", "right (95 %)", "reads"],
        [
            [
                f"{_short(row['from'])}–{_short(row['to'])}",
                f"{row['predicted']:,}",
                share(row["stated"]),
                f"{share(row['share'])} {bounds(row['interval'])}",
                _READS[row["stated_is"]],
            ]
            for row in rows
        ],
    )


def share(value: float | None) -> str:
    """Return a share in four columns: three places, without the nought before the point; nothing for None."""
    return "" if value is None else f"{value:.3f}".removeprefix("0")[:4]


def _short(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def cut(name: str) -> str:
    """Return a name, its end left out where it is too long for a column."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def bounds(interval: Sequence[float] | None) -> str:
    """Return an interval; nothing for None."""
    return f"{share(interval[0])}–{share(interval[1])}" if interval else ""
