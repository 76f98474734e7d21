"""The report on speakers as tables that fit a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sahelcorpus.commands.printing import counted, print_table, print_wrapped
from sahelcorpus.commands.score_tables import bounds, cut, share

_CHAINS = {"b_cubed": "B³", "ceaf_m": "CEAF, mentions", "ceaf_e": "CEAF, chains"}


def print_speaker_report(report: Mapping[str, Any]) -> None:
    """Print a report: names, joint, actors and chains, then by kind of mention, language, style, outlet and way."""
    named = (
        f"; gold knows the name of {report['with_name']:,} of those" if report["with_name"] < report["found"] else ""
    )
    print_wrapped(
        f"{report['gold_file']}: {report['gold']:,} gold, {report['found']:,} found{named}; "
        f"names by {report['names_by']}"
    )
    for note in report["notes"]:
        print_wrapped(f"note: {note}", indent=6)
    print()
    _print_names(report)
    print()
    print_wrapped(f"names: {report['comparison']}; 95 % intervals over documents, none where there are few")
    reference = report["reference"]
    joint = reference["joint@0.5"]
    print_wrapped(
        "to the reference scorer, which compares Latin letters alone and drops curly apostrophes: "
        f"name {share(reference['name_accuracy'])}, joint {share(joint.get('f1', joint['r']))}"
    )
    if report["kind_accuracy"] is not None:
        print_wrapped(f"kind of mention right: {share(report['kind_accuracy'])}")
    if report["linking"]:
        _print_linking(report["linking"])
    if report["chains"]:
        _print_chains(report["chains"])
    for part in ("kind", "language", "style", "outlet"):
        _print_groups(part, report[f"by_{part}"], exhaustive=report["exhaustive"])
    _print_how(report["by_how"])


def _print_names(report: Mapping[str, Any]) -> None:
    joint = report["joint@0.5"]
    last = "f1" if report["exhaustive"] else "r"
    cells = [share(joint.get(name)) for name in ("p", "r", "f1")]
    name = ["name, of those found", "", "", share(report["name_accuracy"]), bounds(report["name_accuracy_interval"])]
    print_table(
        ["measure", "P", "R", "F1 or share", "95 %"],
        [name, ["quotation and name", *cells, bounds(report[f"joint_{last}_interval"])]],
    )


def _print_linking(linking: Mapping[str, Any]) -> None:
    print()
    rows = [
        [title, share(linking[name]), bounds(linking[f"{name}_interval"])]
        for title, name in (("precision", "p"), ("recall", "r"), ("F1", "f1"))
    ]
    print_table(["actors, of quotations found", "", "95 %"], rows)
    print_wrapped(
        f"{linking['right']:,} of {counted(linking['linked'], 'link')} right; gold links {linking['gold_found']:,} of "
        f"the quotations found, {linking['gold']:,} in all (recall of all: {share(linking['r_of_all'])})",
        indent=2,
    )


def _print_chains(chains: Mapping[str, Any]) -> None:
    print()
    rows = [
        [title, *(share(chains[name][part]) for part in ("p", "r", "f1")), bounds(chains[name]["f1_interval"])]
        for name, title in _CHAINS.items()
    ]
    print_table(["chains", "P", "R", "F1", "95 %"], rows)
    print_wrapped(f"{counted(chains['mentions'], 'mention')} in {counted(chains['chains'], 'chain')} of gold")


def _print_groups(title: str, groups: Mapping[str, Mapping[str, Any]], *, exhaustive: bool) -> None:
    if not groups:
        return
    measure = "f1" if exhaustive and title != "kind" else "r"
    linked = any(row["linking"] for row in groups.values())
    headers = [title, "gold", "found", "name (95 %)", f"joint {measure.upper()}"]
    rows = []
    for name, row in groups.items():
        cells = [cut(name), f"{row['gold']:,}", f"{row['found']:,}"]
        cells += [f"{share(row['name_accuracy'])} {bounds(row['name_accuracy_interval'])}".rstrip()]
        cells += [share(row["joint@0.5"][measure])]
        if linked:
            linking = row["linking"] or {}
            cells += [share(linking.get("p")), share(linking.get("r"))]
        rows.append(cells)
    print()
    print_table([*headers, *(("link P", "link R") if linked else ())], rows)


def _print_how(ways: Mapping[str, Mapping[str, Any]]) -> None:
    if not ways:
        return
    print()
    rows: Sequence[Sequence[str]] = [
        [how, f"{row['found']:,}", share(row["stated"]), f"{share(row['share'])} {bounds(row['interval'])}"]
        for how, row in ways.items()
    ]
    print_table(["name found by", "found", "stated", "right (95 %)"], rows)
