"""Judged sentences in a file, one JSON object a line, read and proved before anything is trained or scored on them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.judged import JudgedArticle
from sahelcorpus.annotate.stance.targets import given_target
from sahelcorpus.records.vocabulary import StanceLabel

_OTHER_NAMES = {"positive": StanceLabel.FAVOR, "negative": StanceLabel.AGAINST}
LABELS: Mapping[str, StanceLabel] = {**{str(label): label for label in StanceLabel}, **_OTHER_NAMES}
"""What a label may be called in such a file."""


class UnreadableGoldError(ValueError):
    """A file of judged sentences that cannot be used, in words: the file, the line, what was found, what is allowed."""


def read_judged_file(path: Path) -> list[JudgedArticle]:
    """Return the sentences of a file, each as an article with one target, in the file's order.

    A line is `{"id", "lang", "text", "target", "label"}`, and optionally `"target_span": [start, end]` and `"split"`.
    The label is about the sentence as a whole, whoever speaks in it, so that no quotation is parted from it.

    Raises:
        UnreadableGoldError: at the first line that does not fit.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
        except ValueError as error:
            raise UnreadableGoldError(f"{path}:{number}: found a line that is not JSON; allowed: an object") from error
        fault = _fault(plain)
        if fault:
            raise UnreadableGoldError(f"{path}:{number}: {fault}")
        found.append(_judged(plain))
    return found


def _fault(plain: object) -> str | None:
    if not isinstance(plain, dict):
        return f"found a JSON {type(plain).__name__}; allowed: an object"
    for key in ("id", "lang", "text", "target", "label"):
        if not isinstance(plain.get(key), str) or not plain[key]:
            return f'found no string "{key}"; allowed: strings "id", "lang", "text", "target" and "label"'
    if plain["label"] not in LABELS:
        return f"found the label {plain['label']!r}; allowed: {', '.join(LABELS)}"
    span = plain.get("target_span")
    if span is not None:
        is_pair = isinstance(span, list) and len(span) == 2 and all(type(edge) is int for edge in span)  # noqa: PLR2004
        if not is_pair or not 0 <= span[0] < span[1] <= len(plain["text"]):
            return f"found the target_span {span}; allowed: [start, end] within the text, or null"
    return None


def _judged(plain: dict[str, Any]) -> JudgedArticle:
    span = plain.get("target_span")
    target = given_target(plain["text"], plain["target"], tuple(span) if span else None)
    article = StanceArticle(
        plain["text"], plain["lang"], (), (target,), targets_given=True, is_whole=True, article_id=plain["id"]
    )
    return JudgedArticle(article, {(None, target): LABELS[plain["label"]]}, plain.get("split") or "", plain["text"])
