"""A decision changes what is published and nothing that anybody judged."""

from __future__ import annotations

from typing import Any

import pytest
from making import JUDGED, TEXT, annotations, span

from sahelcorpus.annotate.adjudication import (
    StanceDecision,
    decided_quote,
    decided_stance,
    disputed_stance,
    open_quotes,
    open_stances,
    published_reading,
    reading,
)
from sahelcorpus.annotate.wording import places_of
from sahelcorpus.records import Annotations, Quote, QuoteJudgement, Span, Stance
from sahelcorpus.records.vocabulary import QuoteDecision, StanceLabel, Status

READERS = ("reader-1", "reader-2")


def article(stance: dict[str, Any] | None = None, quote: dict[str, Any] | None = None) -> Annotations:
    """Return annotations whose first stance and first quotation are changed."""
    plain = annotations("a", TEXT)
    plain["stances"][0] |= stance or {}
    plain["quotes"][0] |= quote or {}
    return Annotations.from_plain(plain)


def judged(*labels: str) -> list[dict[str, Any]]:
    """Return judgements of as many readers."""
    return [
        {"annotator_id": f"reader-{number}", "label": label, "guideline": "stance-2", "judged_at": JUDGED}
        for number, label in enumerate(labels, start=1)
    ]


@pytest.mark.parametrize(
    ("labels", "adjudication", "is_open"),
    [
        (("against", "favor"), {"state": "disputed"}, True),
        (("against", "favor"), {"state": "single"}, True),
        (("against", "favor"), {"state": "adjudicated", "by": "reader-3"}, False),
        (("against", "favor"), {"state": "disputed", "note": "Both can be read."}, False),
        (("against", "against"), {"state": "agreed"}, False),
        (("against",), {"state": "single"}, False),
    ],
)
def test_what_is_open(labels: tuple[str, ...], adjudication: dict[str, str], is_open: bool) -> None:
    """Labels that differ and that nobody has decided about, whatever state the row claims."""
    found = article({"annotations": judged(*labels), "adjudication": adjudication})
    assert [stance.stance_id for stance in open_stances(found)] == (["a.s1"] if is_open else [])


def test_a_row_of_one_reader_among_several() -> None:
    """Asked for, it is open as well; not where a single reader read everything, nor because a model read along."""
    two = article({"annotations": judged("against", "against"), "adjudication": {"state": "agreed"}})
    assert [stance.stance_id for stance in open_stances(two, READERS)] == ["a.s2"]
    assert list(open_stances(two)) == []
    assert list(open_stances(article(), READERS)) == []
    assert list(open_stances(two, ("reader-1",))) == []


def test_a_decided_stance_keeps_every_judgement() -> None:
    """Label, intensity, evidence and status are the decision's; who decided and why stands beside them."""
    (stance,) = open_stances(article({"annotations": judged("against", "favor"), "status": "candidate"}))
    evidence = Span.from_plain(span(TEXT, "trop duré"))
    decision = StanceDecision("reader-3", "It complains.", StanceLabel.AGAINST, -2, (evidence,))
    after = decided_stance(stance, decision)
    assert after.annotations == stance.annotations
    assert (after.label, after.intensity, after.evidence) == (StanceLabel.AGAINST, -2, [evidence])
    assert after.status is Status.GOLD
    assert after.adjudication.to_plain() == {"state": "adjudicated", "by": "reader-3", "note": "It complains."}
    assert not list(open_stances(Annotations(quotes=[], stances=[after])))


def test_a_refused_and_a_disputed_stance() -> None:
    """A refused row stays, rejected; a disputed one keeps its label and names nobody."""
    (stance,) = open_stances(article({"annotations": judged("against", "favor")}))
    refused = decided_stance(stance, StanceDecision("reader-3", "It evaluates nobody.", None))
    assert (refused.status, refused.label, refused.annotations) == (Status.REJECTED, stance.label, stance.annotations)
    disputed = disputed_stance(stance, "Both can be read.")
    assert disputed.model_copy(update={"adjudication": stance.adjudication}) == stance
    assert disputed.adjudication.by is None


def quote_read(*decisions: tuple[str, list[dict[str, Any]]], **changes: Any) -> Quote:
    """Return the first quotation with readings by as many readers."""
    judgements = [
        {"annotator_id": f"reader-{n}", "judged_at": JUDGED, "guideline": "quotes-1", "decision": how, "segments": own}
        for n, (how, own) in enumerate(decisions, start=1)
    ]
    return article(quote={"annotations": judgements} | changes).quotes[0]


LONGER = [span(TEXT, "« Nous tiendrons parole »")]
MARKED, NOT_MARKED, DIFFERENTLY = ("marked", []), ("not_marked", []), ("marked_differently", LONGER)


@pytest.mark.parametrize(
    ("decisions", "status", "is_open"),
    [
        ((MARKED, DIFFERENTLY), "gold", True),
        ((MARKED, NOT_MARKED), "gold", True),
        ((MARKED, DIFFERENTLY, MARKED), "gold", False),
        ((MARKED, NOT_MARKED, NOT_MARKED), "rejected", False),
        ((MARKED, NOT_MARKED, NOT_MARKED), "gold", True),
        ((MARKED, MARKED), "gold", False),
        ((MARKED,), "gold", False),
    ],
)
def test_which_quotations_are_open(decisions: Any, status: str, is_open: bool) -> None:
    """Readings that differ, unless a judgement that came after stands published."""
    quote = quote_read(*decisions, status=status)
    assert bool(list(open_quotes(Annotations(quotes=[quote], stances=[])))) is is_open


@pytest.mark.parametrize("which", [0, 1, None])
def test_a_decided_quotation_keeps_every_reading(which: int | None) -> None:
    """Whichever reading is right, each annotator's segments are what they were, and the decision is one more."""
    quote = quote_read(MARKED, DIFFERENTLY)
    before = [reading(quote, one) for one in quote.annotations]
    judgement = QuoteJudgement(
        annotator_id="reader-3", judged_at=quote.annotations[0].judged_at, guideline="quotes-1", note="The marks go."
    )
    after = decided_quote(quote, () if which is None else before[which], judgement)
    assert [reading(after, one) for one in after.annotations[:2]] == before
    assert published_reading(after) == (() if which is None else before[which])
    assert after.annotations[2].note == "The marks go."
    assert after.text == " ".join(segment.text for segment in after.segments)
    assert not list(open_quotes(Annotations(quotes=[after], stances=[])))
    decisions = {0: "marked", 1: "marked_differently", None: "marked"}
    assert after.annotations[0].decision == QuoteDecision(decisions[which])


def test_words_are_found_where_they_stand() -> None:
    """To the letter but for blanks and apostrophes, which keyboards write otherwise; and only where they may."""
    text = "Il dit : «\N{NO-BREAK SPACE}L’armée n’a pas fui. L’armée tient.\N{NO-BREAK SPACE}»"
    assert [found.text for found in places_of(text, "L'armée")] == ["L’armée", "L’armée"]
    assert all(found.lies_in(text) for found in places_of(text, "« L'armée n'a pas fui"))
    assert len(places_of(text, "«  L'armée")) == 0
    half = Span(start=0, end=30, text=text[:30])
    assert len(places_of(text, "L'armée", [half])) == 1
    assert places_of(text, "") == places_of(text, "l'armée") == []


def test_stance_has_no_field_that_a_decision_forgets() -> None:
    """What a decision leaves alone: ids, holder, target, endorsement, judgements."""
    left = {"stance_id", "quote_id", "holder_kind", "holder_actor_id", "holder_chain", "target_actor_id", "endorsement"}
    decided = {"label", "intensity", "evidence", "status", "adjudication"}
    assert set(Stance.model_fields) == left | decided | {"annotations"}
