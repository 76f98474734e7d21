"""Whether a confidence means what it says: does 0.9 mean right nine times in ten?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sahelcorpus.annotate.evaluation.intervals import wilson
from sahelcorpus.annotate.evaluation.scored import RIGHT_FROM, Scored

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where one bin of confidences ends and the next begins; a bin holds its lower bound, the last one both."""


def reliability(documents: Sequence[Scored]) -> list[dict[str, Any]]:
    """Return for each bin that holds predictions how sure they were and how many were right.

    Returns:
        Rows with `from`, `to`, `predicted`, `stated` (the mean confidence), `right` (intersection over union of 0.5 or
        more with a gold quotation), `share`, its Wilson `interval`, and `stated_is`: `within` the interval, `above` it
        (too sure) or `below` it (too modest). Predictions without a confidence are in no row.
    """
    judged = [
        (quote["confidence"], number in one.right[RIGHT_FROM])
        for one in documents
        for number, quote in enumerate(one.predicted)
        if quote.get("confidence") is not None
    ]
    rows = []
    for low, high in pairwise(BOUNDS):
        inside = [pair for pair in judged if low <= pair[0] < high or pair[0] == high == BOUNDS[-1]]
        right = sum(is_right for _, is_right in inside)
        interval = wilson(right, len(inside))
        if interval is None:
            continue
        stated = sum(confidence for confidence, _ in inside) / len(inside)
        side = "above" if stated > interval[1] else "below" if stated < interval[0] else "within"
        rows.append(
            {
                "from": low,
                "to": high,
                "predicted": len(inside),
                "stated": round(stated, 4),
                "right": right,
                "share": round(right / len(inside), 4),
                "interval": [round(bound, 4) for bound in interval],
                "stated_is": side,
            }
        )
    return rows
