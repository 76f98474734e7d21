"""Agreement on stances: who is compared with whom, by what, before and after adjudication."""

from __future__ import annotations

from typing import Any

import pytest

from sahelcorpus.annotate.agreement.stances import Agreement, judged_once, judged_stances, stance_agreement
from sahelcorpus.records.vocabulary import AnnotatorKind

PEOPLE = {"a": AnnotatorKind.PERSON, "b": AnnotatorKind.MAINTAINER, "m": AnnotatorKind.MODEL}
STEP = {"favor": 1, "against": -1, "neutral": 0}


def stance(labels: dict[str, str], published: str = "favor", **changes: Any) -> dict[str, Any]:
    """Return a dumped stance with a label by each annotator."""
    judgements = [
        {"annotator_id": name, "label": label, "intensity": STEP.get(label)} for name, label in labels.items()
    ]
    row = {"holder_kind": "article_voice", "target_actor_id": "mission", "adjudication": {"state": "disputed"}}
    return row | {"label": published, "intensity": STEP.get(published), "annotations": judgements} | changes


def agreement(*articles: list[dict[str, Any]]) -> dict[tuple[str, str], Agreement]:
    """Return the groups of some articles."""
    return {(one.by, one.name): one for one in stance_agreement([judged_stances(a) for a in articles], PEOPLE)}


def test_by_label_holder_target_and_pair() -> None:
    """The article's voice and quoted speakers, and one target and another, are told apart."""
    found = agreement(
        [
            stance({"a": "against", "b": "against"}, holder_kind="quoted_speaker"),
            stance({"a": "favor", "b": "favor"}, holder_kind="quoted_speaker", target_actor_id="army"),
            stance({"a": "favor", "b": "against"}),
        ]
    )
    assert found["all", "all"].before.rows == 3
    assert found["all", "all"].before.unanimous == pytest.approx(2 / 3)
    # by hand: 6 judgements, 3 of each label; observed 2 of 6, expected 18 of 30
    assert found["all", "all"].before.nominal.value == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert found["holder_kind", "quoted_speaker"].before.nominal.value == 1
    assert found["holder_kind", "article_voice"].before.rows == 1
    assert found["target", "army"].before.nominal.value is None, "one label alone cannot differ"
    assert found["label", "favor"].before.rows == 2
    assert found["label", "favor"].before.unanimous == 0.5
    assert found["label", "favor"].before.ordinal is None
    assert found["readers", "a and b"].before == found["all", "all"].before
    assert found["readers", "a and published"].before.nominal.value is not None
    assert ("label", "mixed") not in found


def test_before_and_after_adjudication() -> None:
    """A decision settles its row after, and changes nothing before; a disputed row stays what it is."""
    rows = [
        stance({"a": "favor", "b": "favor"}),
        stance({"a": "favor", "b": "against"}, adjudication={"state": "adjudicated"}),
        stance({"a": "against", "b": "neutral"}, published="against"),
    ]
    found = agreement(rows)["all", "all"]
    assert found.after is not None
    assert (found.before.unanimous, found.after.unanimous) == (pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert found.before.nominal.value is not None
    assert found.after.nominal.value is not None
    assert found.before.nominal.value < found.after.nominal.value < 1
    assert agreement(rows)["readers", "a and published"].after is None, "compared with itself"


def test_a_rule_or_a_model_is_no_reader() -> None:
    """It counts in pairs alone; what people agree on does not change by it."""
    people = [stance({"a": "favor", "b": "favor"}), stance({"a": "against", "b": "neutral"})]
    with_model = [
        stance({"a": "favor", "b": "favor", "m": "against"}),
        stance({"a": "against", "b": "neutral", "m": "against"}),
    ]
    assert agreement(with_model)["all", "all"] == agreement(people)["all", "all"]
    assert agreement(with_model)["readers", "a and m"].before.rows == 2
    one_person = agreement([stance({"a": "favor", "m": "favor"})])
    assert ("all", "all") not in one_person
    assert ("readers", "a and m") in one_person


def test_mixed_and_unclear_have_no_place_in_the_order() -> None:
    """The ordinal alpha leaves these judgements out; the nominal one does not."""
    rows = [stance({"a": "favor", "b": "favor"}), stance({"a": "against", "b": "against"})]
    with_mixed = [*rows, stance({"a": "favor", "b": "mixed"}), stance({"a": "unclear", "b": "against"})]
    found = agreement(with_mixed)["all", "all"].before
    assert found.ordinal is not None
    assert found.ordinal.value == 1
    assert found.nominal.value is not None
    assert found.nominal.value < 1


def test_rows_that_one_reader_judged_alone_are_counted_apart() -> None:
    """They cannot agree or disagree; an article that one reader read gives nothing at all."""
    two, one = stance({"a": "favor", "b": "favor"}), stance({"a": "favor"})
    assert judged_once([judged_stances([two, one])]) == 1
    assert judged_stances([one, one]) == ()


def test_intervals_are_over_articles() -> None:
    """Rows that repeat inside one article make nobody surer; under five articles there is no interval."""
    mixed = [stance({"a": "favor", "b": "favor"}), stance({"a": "against", "b": "against"})]
    differing = [*mixed, stance({"a": "favor", "b": "against"})]
    assert agreement(*[mixed, differing] * 2)["all", "all"].before.nominal.low is None
    few = agreement(*[mixed, differing] * 5)["all", "all"].before.nominal
    repeated = agreement(*[mixed * 3, differing * 3] * 5)["all", "all"].before.nominal
    many = agreement(*[mixed, differing] * 40)["all", "all"].before.nominal
    for measured in (few, repeated, many):
        assert measured.low is not None
        assert measured.high is not None
        assert measured.value is not None
        assert measured.low < measured.value < measured.high
    assert (few.high or 0) - (few.low or 0) > 2 * ((many.high or 0) - (many.low or 0))
    assert (repeated.high or 0) - (repeated.low or 0) > 0.9 * ((few.high or 0) - (few.low or 0))


def test_the_same_interval_every_time() -> None:
    """A card does not go stale by being made again."""
    articles = [[stance({"a": "favor", "b": "favor"}), stance({"a": "favor", "b": "against"})]] * 7
    assert agreement(*articles) == agreement(*articles)
