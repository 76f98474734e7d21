"""What changed within a record, field by field, and the words in the text that a changed span covers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sahelcorpus.records.canonical_json import canonical_json
from sahelcorpus.release.verification import spans_in
from sahelcorpus.release.words_elsewhere import REMOVED

_LONG = 200  # code points of a text above which only the part that differs is told
_AROUND = 40  # code points told before and after it, and around a span


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that changed.

    Attributes:
        path: Where in the record, such as `cue.lemma` or `segments[0].start`.
        before: What stood there, as plain JSON; of a long text only the part that differs.
        after: What stands there.
        at: For such a part: where it begins in the two texts, in code points.
    """

    path: str
    before: Any
    after: Any
    at: int | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the change as plain data."""
        plain = {"path": self.path, "before": self.before, "after": self.after}
        return plain if self.at is None else {**plain, "at": self.at}


@dataclass(frozen=True, slots=True)
class SpanInContext:
    """The words that a span covers, between those around it.

    Attributes:
        path: Where in the record the span stands.
        side: `before` or `after`: in which of the two texts.
        left: Up to 40 code points before it.
        words: What it covers.
        right: Up to 40 code points after it.
    """

    path: str
    side: str
    left: str
    words: str
    right: str

    def to_plain(self) -> dict[str, str]:
        """Return it as plain data."""
        return {"path": self.path, "side": self.side, "left": self.left, "words": self.words, "right": self.right}


def field_changes(before: Any, after: Any, path: str = "") -> Iterator[FieldChange]:
    """Yield what differs between two dumped values, as deep inside as it does."""
    if before == after:
        return
    if isinstance(after, str) and REMOVED in after:
        # words of a removed article were taken out here: what stood in their place is not told
        yield FieldChange(path, REMOVED, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        for name in [*before, *(name for name in after if name not in before)]:
            yield from field_changes(before.get(name), after.get(name), f"{path}.{name}" if path else name)
    elif _are_records(before) and _are_records(after) and len(before) == len(after):
        for place, (one, two) in enumerate(zip(before, after, strict=True)):
            yield from field_changes(one, two, f"{path}[{place}]")
    elif isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > _LONG:
        start = _shared(before, after)
        shorter = min(len(before), len(after)) - start
        end = min(shorter, _shared(before[::-1], after[::-1]))
        first = max(0, start - _AROUND)
        parts = [text[first : len(text) - max(0, end - _AROUND)] for text in (before, after)]
        yield FieldChange(path, parts[0], parts[1], first)
    else:
        yield FieldChange(path, _plain(before), _plain(after))


def _shared(one: str, two: str) -> int:
    """Return how many code points two texts share at their beginning."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _plain(value: Any) -> Any:
    return json.loads(canonical_json(value))


def spans_in_context(record: dict[str, Any], text: str, side: str, changed: set[str] | None) -> Iterator[SpanInContext]:
    """Yield the spans of a dumped record with the text around them.

    Args:
        record: The record.
        text: The article's text.
        side: `before` or `after`.
        changed: Names of the record's fields whose spans are wanted; None for all.
    """
    for path, span in spans_in(record):
        if changed is None or path.replace("[", ".").split(".", maxsplit=1)[0] in changed:
            start, end = span["start"], span["end"]
            left, right = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            yield SpanInContext(path, side, left, text[start:end], right)
