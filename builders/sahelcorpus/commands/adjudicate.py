"""Walk through what annotators disagree about, and record who decided what, and why.

Each disagreement is shown in its text, with every annotator's label and reason. A decision is written at once, into
the published row and its `adjudication`; no judgement is changed. Stop whenever you like: the same command goes on with
what is still open. Where there is no terminal, answers are read line by line.

Exit status: 0 done or stopped, 1 a collection that cannot be read, 2 usage.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.printing import counted, print_findings, print_json, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.commands.adjudication_desk import Desk
    from sahelcorpus.store.collection import CollectionFolder, Registry

EXAMPLE = "sahelcorpus adjudicate corpus/tamasna --by maintainer-3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--by", metavar="ID", help="who decides: a person or maintainer of annotators.yaml")
    parser.add_argument("--what", choices=["stances", "quotes", "all"], default="all", help="what to decide about")
    parser.add_argument("--article", metavar="ID", help="this article alone")
    parser.add_argument(
        "--alone",
        action="store_true",
        help="also stances that one reader alone marked, in articles that several read",
    )
    parser.add_argument("--list", action="store_true", help="list what is open, and decide nothing")
    parser.add_argument("--json", action="store_true", help="the list as JSON")


@dataclass(frozen=True, slots=True)
class Open:
    """A disagreement that nobody has decided.

    Attributes:
        article_id: The article.
        kind: `stance` or `quote`.
        record_id: The stance's or quotation's id.
        said: What each annotator said, in a word.
    """

    article_id: str
    kind: str
    record_id: str
    said: dict[str, str]


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.annotate.agreement.stances import PEOPLE  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415

    folder = CollectionFolder(arguments.collection)
    registry = folder.registry()
    deciders = [key for key, annotator in registry.annotators.items() if annotator.kind in PEOPLE]
    listing = arguments.list or arguments.json
    if not listing and arguments.by not in deciders:
        found = "nobody" if arguments.by is None else repr(arguments.by)
        print_wrapped(
            f"sahelcorpus adjudicate: --by names {found}; allowed: a person or maintainer of annotators.yaml: "
            f"{', '.join(deciders) or 'there is none'}",
            indent=2,
            file=sys.stderr,
        )
        return 2
    found_open = list(_open(folder, arguments, deciders))
    if arguments.json:
        rows = [{"article_id": o.article_id, "kind": o.kind, "id": o.record_id, "said": o.said} for o in found_open]
        print_json({"collection": str(arguments.collection), "open": rows})
    elif listing:
        for one in found_open:
            said = ", ".join(f"{who} {what}" for who, what in one.said.items())
            print_wrapped(f"{one.record_id}: {said}", indent=2)
        print(f"{counted(len(found_open), 'disagreement')} open")
    elif found_open:
        return _walk(folder, registry, arguments, found_open)
    else:
        print("No disagreement is open.")
    return 0


def _open(folder: CollectionFolder, arguments: argparse.Namespace, readers: list[str]) -> Iterator[Open]:
    from sahelcorpus.annotate.adjudication import open_quotes, open_stances  # noqa: PLC0415 - keeps --help quick

    show = progress_bar("read")
    article_ids = [arguments.article] if arguments.article else folder.article_ids()
    for done, article_id in enumerate(article_ids, start=1):
        annotations = folder.article(article_id).annotations
        if arguments.what != "quotes":
            for stance in open_stances(annotations, readers if arguments.alone else None):
                labels = {judged.annotator_id: judged.label.value for judged in stance.annotations}
                yield Open(article_id, "stance", stance.stance_id, labels)
        if arguments.what != "stances":
            for quote in open_quotes(annotations):
                decisions = {judgement.annotator_id: judgement.decision.value for judgement in quote.annotations}
                yield Open(article_id, "quote", quote.quote_id, decisions)
        show(done, len(article_ids))


def _walk(folder: CollectionFolder, registry: Registry, arguments: argparse.Namespace, found_open: list[Open]) -> int:
    """Show one disagreement after the other, and write each decision as it is made."""
    from sahelcorpus.commands.adjudication_desk import Back, Desk, Stop  # noqa: PLC0415 - keeps --help quick

    if sys.stdin.isatty():
        with suppress(ImportError):  # not everywhere; without it a line can be typed, but not edited
            import readline  # noqa: F401, PLC0415 - what it gives to `input` is all that is wanted of it
    desk = Desk(folder, registry, arguments.by)
    outcomes: dict[str, str] = {}
    place = 0
    print_wrapped(
        f"{counted(len(found_open), 'disagreement')} open. Each decision is written at once; q stops, ? explains."
    )
    interrupted = False
    try:
        while place < len(found_open):
            one = found_open[place]
            try:
                outcomes[one.record_id] = _decide(desk, one, f"{place + 1} of {len(found_open)}")
            except Back:
                place = max(0, place - 1)
            else:
                place += 1
    except Stop:
        pass
    except KeyboardInterrupt:
        interrupted = True
    print()
    told: Counter[str] = Counter(outcomes.values())
    left = len(found_open) - len(outcomes)
    parts = [f"{number:,} {what}" for what, number in told.items()] + ([f"{left:,} not reached"] if left else [])
    print_wrapped(f"{', '.join(parts)}. {_advice(told, left)}")
    return 130 if interrupted else 0


def _advice(told: Counter[str], left: int) -> str:
    from sahelcorpus.commands.adjudication_desk import SKIPPED  # noqa: PLC0415 - keeps --help quick

    if left or told[SKIPPED]:
        return "The same command goes on with what is still open."
    return "Nothing is open any more. `sahelcorpus check` and `sahelcorpus card` come next."


def _decide(desk: Desk, one: Open, place: str) -> str:
    decide: Any = desk.decide_stance if one.kind == "stance" else desk.decide_quote
    while True:
        outcome, findings = decide(one.article_id, one.record_id, place)
        if not findings:
            return str(outcome)
        print("\nThis decision would break a rule. Nothing was written; decide otherwise, or mend the article first.")
        print_findings(findings)
