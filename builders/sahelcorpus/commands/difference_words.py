"""What changed between two releases, in words for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sahelcorpus.commands.printing import counted, print_table, print_wrapped, terminal_width

if TYPE_CHECKING:
    from sahelcorpus.records.vocabulary import Bump
    from sahelcorpus.release.differences import Comparison, Difference
    from sahelcorpus.release.field_changes import FieldChange, SpanInContext

_MEANS = {
    "patch": "the same records: patch",
    "minor": "only additions: minor",
    "major": "something was edited or removed: major",
}


def print_difference(difference: Difference) -> None:
    """Print one record that was added, removed or changed."""
    print(f"{difference.kind} {difference.table} {difference.key}")
    for change in difference.fields:
        _print_change(change)
    for span in difference.spans:
        _print_span(span, tells_side=difference.kind == "changed")


def _print_change(change: FieldChange) -> None:
    where = change.path if change.at is None else f"{change.path}, from code point {change.at:,}"
    before, after = _value(change.before), _value(change.after)
    line = f"  {where}: {before} → {after}"
    if len(line) <= terminal_width():
        print(line)
        return
    print_wrapped(f"  {where}:", indent=4)
    for title, value in (("was", before), ("is", after)):
        print_wrapped(f"    {title + ':':<4} {value}", indent=9)


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _print_span(span: SpanInContext, *, tells_side: bool) -> None:
    left, words, right = (part.replace("\n", " ") for part in (span.left, span.words, span.right))
    title = f"{span.path}, {span.side}" if tells_side else span.path
    print_wrapped(f"  {title}: …{left}[{words}]{right}…", indent=4)


def print_summary(comparison: Comparison) -> None:
    """Print how much changed in each table, and in the schema."""
    rows = [
        (table, *(f"{counts[kind]:,}" if counts[kind] else "" for kind in ("added", "removed", "changed")))
        for table, counts in comparison.counts.items()
        if any(counts.values())
    ]
    if rows:
        print_table(("table", "added", "removed", "changed"), rows)
    for title, names in (
        ("column added", comparison.columns_added()),
        ("column removed", comparison.columns_removed()),
        ("label added", comparison.labels_added()),
        ("labels renumbered", comparison.labels_changed()),
    ):
        for name in names:
            print_wrapped(f"{title}: {name}", indent=2)


def bump_in_words(bump: Bump) -> str:
    """Return what a change amounts to, with the rule."""
    return _MEANS[bump.value]


def print_how_many_more(left_out: int) -> None:
    """Say how many differences were not shown."""
    if left_out:
        print(f"… and {counted(left_out, 'more difference')}; --limit 0 shows all")
