"""Say how far annotators agree: stances by label, kind of holder, target and pair, and quotations by pair.

Alpha is Krippendorff's, nominal and ordinal, with its 95 % interval over whole articles drawn again, as the annotators
judged and once their disagreements were decided. Near-duplicates are left out: they were read like their originals.

Exit status: 0 done, 1 a collection that cannot be read, 2 usage.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.printing import counted, print_json, print_table, print_wrapped, progress_bar

if TYPE_CHECKING:
    from sahelcorpus.annotate.agreement.quotes import Counts, QuoteAgreement
    from sahelcorpus.annotate.agreement.resampling import Measured
    from sahelcorpus.annotate.agreement.stances import Agreement, JudgedArticle

EXAMPLE = "sahelcorpus agreement corpus/tamasna"

_TITLES = {
    "all": "All stances",
    "label": "By label: given or not",
    "holder_kind": "By kind of holder",
    "target": "By target",
    "readers": "By pair of readings",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("collection", type=Path, help="the collection's folder")
    parser.add_argument("--json", action="store_true", help="all of it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from sahelcorpus.annotate.agreement.quotes import quote_agreement, quote_pairs  # noqa: PLC0415 - keeps --help quick
    from sahelcorpus.annotate.agreement.stances import judged_once, judged_stances, stance_agreement  # noqa: PLC0415
    from sahelcorpus.store.collection import CollectionFolder  # noqa: PLC0415

    folder = CollectionFolder(arguments.collection)
    kinds = {key: annotator.kind for key, annotator in folder.registry().annotators.items()}
    show = progress_bar("agreement")
    article_ids = folder.article_ids()
    judged: list[JudgedArticle] = []
    pairs: list[Counts] = []
    near_duplicates = 0
    for done, article_id in enumerate(article_ids, start=1):
        article = folder.article(article_id)
        if article.metadata.cluster_id is None:
            annotations = article.annotations.model_dump()
            judged += filter(None, [judged_stances(annotations["stances"])])
            pairs += filter(None, [quote_pairs(annotations["quotes"])])
        else:
            near_duplicates += 1
        show(done, len(article_ids))
    stances, quotes = stance_agreement(judged, kinds), quote_agreement(pairs)
    whole = {
        "collection": str(arguments.collection),
        "articles": len(article_ids),
        "near_duplicates_left_out": near_duplicates,
        "stances": {
            "articles": len(judged),
            "judged_by_one_alone": judged_once(judged),
            "groups": [one.as_plain() for one in stances],
        },
        "quotes": {"articles": len(pairs), "pairs": [one.as_plain() for one in quotes]},
    }
    if arguments.json:
        print_json(whole)
    else:
        _print(whole, stances, quotes)
    return 0


def _print(whole: dict[str, Any], stances: list[Agreement], quotes: list[QuoteAgreement]) -> None:
    from sahelcorpus.annotate.agreement.stances import AGREEMENT_EXPLAINED  # noqa: PLC0415 - keeps --help quick

    left_out = whole["near_duplicates_left_out"]
    print_wrapped(
        f"{whole['collection']}: {counted(whole['articles'], 'article')}, of which {left_out:,} left out as "
        "near-duplicates"
    )
    if not stances and not quotes:
        print("Every article was read once: there is no agreement to tell.")
        return
    if quotes:
        _print_quotes(quotes, whole["quotes"]["articles"])
    if stances:
        told = whole["stances"]
        print()
        print_wrapped(
            f"Stances in {counted(told['articles'], 'article')} with two readings or more; "
            f"{counted(told['judged_by_one_alone'], 'row')} there that one reader alone judged cannot be compared."
        )
        for by, title in _TITLES.items():
            _print_stances(by, title, [one for one in stances if one.by == by])
        print()
        print_wrapped(
            "rows: with two judgements or more; same: share of these on which all say the same; steps: alpha of the "
            "steps of intensity; after: alpha once decided"
        )
        print_wrapped(AGREEMENT_EXPLAINED)


def _print_quotes(quotes: list[QuoteAgreement], articles: int) -> None:
    from sahelcorpus.annotate.agreement.quotes import THRESHOLDS  # noqa: PLC0415 - keeps --help quick

    print(f"\nQuotations in {counted(articles, 'article')} that two or more read whole")
    headers = ("", "marked", "same", *(f"F1 at {threshold} (95 %)" for threshold in THRESHOLDS))
    rows = [
        (f"{one.one}, {one.two}", f"{one.rows:,}", _share(one.same), *(_words(f1) for f1 in one.f1)) for one in quotes
    ]
    print_table(headers, rows)
    print_wrapped("marked: by either of the two; same: share of these that both marked, and to the letter alike")


_LONGEST = 26
_COLUMNS = ("rows", "same", "alpha (95 %)", "ordinal", "steps", "after")
_LEFT_OUT = {"label": {"ordinal", "steps"}, "target": {"steps"}, "readers": {"steps"}}
"""What does not apply to a group, or would make its table wider than 80 columns; the JSON holds it."""


def _print_stances(by: str, title: str, groups: Sequence[Agreement]) -> None:
    if not groups:
        return
    kept = [column not in _LEFT_OUT.get(by, ()) for column in _COLUMNS]
    rows = []
    for one in groups:
        name = one.name.replace(" and ", ", ")
        before, after = one.before, one.after
        cells = [f"{before.rows:,}", _share(before.unanimous), _words(before.nominal), _value(before.ordinal)]
        cells += [_value(before.intensity), _value(after.nominal if after else None)]
        rows.append([name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…", *compress(cells, kept)])
    print(f"\n{title}")
    print_table(["", *compress(_COLUMNS, kept)], rows)


def _words(measure: Measured) -> str:
    bounds = f" {_share(measure.low)}–{_share(measure.high)}" if measure.low is not None else ""
    return _value(measure) + bounds


def _value(measure: Measured | None) -> str:
    return "" if measure is None else _share(measure.value)


def _share(share: float | None) -> str:
    """Return a measure in three places without the nought before the point; nothing where it is not defined."""
    if share is None:
        return ""
    return f"{share:.3f}".replace("0.", ".", 1) if abs(share) < 1 else f"{share:.2f}"
