"""How exactly a reader's outcomes say what is true: field by field, and the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from invented_exports.world import Truth
from sahelcorpus.readers.document import Document, Outcome, Rejection

FIELDS = (
    "title", "subtitle", "byline", "outlet", "outlet_code", "published", "precision", "time_and_zone", "language",
    "section", "page", "edition", "url", "document_id", "rights_line", "signals", "disagrees", "text",
)  # fmt: skip
_SIGNALS = {
    "credit_in_byline": "byline", "credit_in_text": "text", "source_line": "source_line", "provider": "provider",
    "other_outlet": "other_outlet",
}  # fmt: skip


class Scores:
    """Exactness of each field, over every document that was compared."""

    def __init__(self) -> None:
        self.documents = 0
        self.outcomes_right = 0
        self.right: Counter[str] = Counter()
        self.similarity = 0.0
        self.compared = 0
        self.wrong: list[tuple[int, str, object, object]] = []

    def add(self, outcome: Outcome | None, truth: Truth | None) -> None:
        """Compare one outcome with what is true of it."""
        self.documents += 1
        if truth is None or outcome is None:
            self.wrong.append((-1 if truth is None else truth.number, "document", outcome, truth))
            return
        if truth.rejected is not None or isinstance(outcome, Rejection):
            found = outcome.reason.value if isinstance(outcome, Rejection) else None
            self.outcomes_right += found == truth.rejected
            if found != truth.rejected:
                self.wrong.append((truth.number, "outcome", outcome, truth.rejected))
            return
        self.outcomes_right += 1
        self.compared += 1
        said, meant = of_document(outcome), of_truth(truth)
        for name in FIELDS:
            self.right[name] += said[name] == meant[name]
            if said[name] != meant[name]:
                self.wrong.append((truth.number, name, said[name], meant[name]))
        same = said["text"] == meant["text"]
        self.similarity += 1.0 if same else SequenceMatcher(None, said["text"], meant["text"], autojunk=False).ratio()

    def exactness(self, name: str) -> float:
        """Return the share of compared documents whose field is exactly what is true."""
        return self.right[name] / self.compared if self.compared else 0.0


def of_document(document: Document) -> dict[str, object]:
    """Return what a document says, as the truth would say it."""
    day = document.published
    return {
        **{name: getattr(document, name) for name in FIELDS if hasattr(document, name)},
        "published": day.day if day else None,
        "precision": day.precision.value if day else None,
        "time_and_zone": day.time_and_zone() if day else None,
        "signals": frozenset(
            (_SIGNALS.get(signal.kind.value, signal.kind.value), signal.agency) for signal in document.syndication
        ),
        "disagrees": frozenset(disagreement.field for disagreement in document.disagreements),
    }


def of_truth(truth: Truth) -> dict[str, object]:
    """Return what is true, field by field."""
    return {name: getattr(truth, name) for name in FIELDS}


def scored(outcomes: Iterable[Outcome], truths: list[Truth]) -> Scores:
    """Return the scores of a reader's outcomes against what is true, in the order of the file."""
    scores = Scores()
    found = list(outcomes)
    for place in range(max(len(found), len(truths))):
        scores.add(found[place] if place < len(found) else None, truths[place] if place < len(truths) else None)
    return scores
