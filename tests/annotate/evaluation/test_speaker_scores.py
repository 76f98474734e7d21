"""Scores of speakers: names in every script, quotation and name together, actors, chains; errors to read."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.chains import chain_report, chain_scorers, chains_of
from sahelcorpus.annotate.evaluation.documents import read_documents
from sahelcorpus.annotate.evaluation.errors_page import speaker_errors_page
from sahelcorpus.annotate.evaluation.intervals import LEAST_DOCUMENTS
from sahelcorpus.annotate.evaluation.speaker_errors import SpeakerErrorKind, speaker_errors
from sahelcorpus.annotate.evaluation.speaker_names import folded_name, same_speaker
from sahelcorpus.annotate.evaluation.speaker_report import speaker_report
from sahelcorpus.annotate.evaluation.speakers_scored import UNTOLD, ScoredSpeakers, scored_speakers
from sahelcorpus.annotate.quotes.interchange import plain_quotes

GOLD = Path(__file__).parents[4] / "shared" / "gold"


def quote(start: int, name: str | None, actor_id: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a quotation of ten letters, with a mention right after it unless `speaker` says otherwise."""
    mention = {"speaker": [start + 12, start + 16]}
    plain = {"type": "direct", "segments": [[start, start + 10]], "cue": None, "speaker_name": name}
    return {**plain, "actor_id": actor_id, **mention, **more}


def document(gold: list[dict[str, Any]], found: list[dict[str, Any]], **more: Any) -> ScoredSpeakers:
    return scored_speakers({"id": "a", "text": "x" * 300, "quotes": gold, **more}, found)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Élise Corvanne", "Mme Corvanne", True),
        ("le porte-parole de l’armée", "porte-parole de l'armée", True),
        ("Awa Tindari", "Ali Tindari", False),
        ("الجيش", "حكومة تماسنا", False),
        ("الجيش", "جيش", True),
        ("أمينة العلي", "امينه العلي", True),
        ("Виталий", "Vitaly", False),
        ("الجيش", None, False),
        (None, "الجيش", False),
        (None, None, True),
        (None, "", True),
        ("—", "…", False),
    ],
)
def test_names_of_every_script_are_compared(gold: str | None, predicted: str | None, same: bool) -> None:
    """No script is taken for right unread: nothing but the same words, or some of them, is the same speaker."""
    assert same_speaker(gold, predicted) is same
    assert same_speaker(predicted, gold) is same


def test_a_name_gathers_its_spellings() -> None:
    """Whatever accents, order or articles; a name of signs alone stays what it is."""
    assert folded_name("L’Armée du Tamasna") == folded_name("l'armee, Tamasna")
    assert folded_name("—") == "—"
    assert folded_name(None) == ""


def test_names_are_scored_on_what_was_found() -> None:
    """Accuracy over the found quotations whose name gold knows; the joint score over all gold and all found."""
    gold = [quote(0, "Awa Tindari"), quote(40, "Ali Kobo"), quote(80, "Ali Kobo"), quote(120, None)]
    del gold[3]["speaker_name"]
    found = [quote(0, "Tindari"), quote(40, "Awa Tindari"), quote(120, "Ali Kobo"), quote(200, "Ali Kobo")]
    report = speaker_report([document(gold, found)])
    assert (report["gold"], report["predicted"], report["found"], report["with_name"]) == (4, 4, 3, 2)
    assert report["name_accuracy"] == 0.5
    assert report["joint@0.5"] == {"p": 0.25, "r": 0.25, "f1": 0.25}


def test_arabic_is_not_flattered() -> None:
    """A wrong Arabic name is wrong, though the reference scorer, which reads no Arabic, takes it for right."""
    report = speaker_report([document([quote(0, "الجيش")], [quote(0, "الحكومة")], lang="ar")])
    assert report["name_accuracy"] == report["joint@0.5"]["f1"] == 0.0
    assert report["reference"]["name_accuracy"] == report["reference"]["joint@0.5"]["f1"] == 1.0


def test_links_are_scored_on_what_was_found() -> None:
    """A link where gold has none is wrong; recall of all counts the quotations that were not found too."""
    gold = [quote(0, "A", "a"), quote(40, "B", "b"), quote(80, "C", None), quote(120, "D", "d"), quote(160, "E", "e")]
    found = [quote(0, "A", "a"), quote(40, "B", "x"), quote(80, "C", "c"), quote(120, "D", None)]
    linking = speaker_report([document(gold, found)])["linking"]
    counted = {name: linking[name] for name in ("gold", "gold_found", "linked", "right")}
    assert counted == {"gold": 4, "gold_found": 3, "linked": 3, "right": 1}
    assert (linking["p"], linking["r"], linking["r_of_all"]) == (0.3333, 0.3333, 0.25)


def test_gold_without_actors_has_no_linking() -> None:
    """Nothing is scored that gold does not say."""
    assert speaker_report([document([quote(0, "A")], [quote(0, "A")])])["linking"] is None


def test_by_kind_language_and_outlet() -> None:
    """By the kind that gold has; without a mention unexpressed, with one that gold does not call anything, not told."""
    gold = [
        quote(0, "A", speaker_kind="pronoun"),
        quote(40, "B", speaker=None),
        quote(80, "C"),
        quote(120, "D", speaker_kind="pronoun"),
    ]
    found = [
        quote(0, "A", speaker_kind="pronoun"),
        quote(40, "X"),
        quote(80, "C"),
        quote(120, "X", speaker_kind="named"),
    ]
    one = document(gold, found, lang="fr", outlet="Le Fouet")
    report = speaker_report([one, document([quote(0, "A")], [], lang="en", outlet="The Post")])
    assert list(report["by_kind"]) == ["pronoun", "unexpressed", UNTOLD]
    assert report["by_kind"]["pronoun"]["name_accuracy"] == 0.5
    assert report["by_kind"]["pronoun"]["joint@0.5"] == {"r": 0.5}
    assert report["by_kind"][UNTOLD]["found"] == 1
    assert report["kind_accuracy"] == 0.5
    assert report["by_language"]["fr"]["name_accuracy"] == report["by_outlet"]["Le Fouet"]["name_accuracy"] == 0.5
    assert report["by_outlet"]["The Post"]["name_accuracy"] is None
    assert report["by_style"] == {}


def test_enough_documents_have_intervals() -> None:
    """For names, quotation and name, and links; drawn over documents."""
    right = document([quote(0, "A", "a")], [quote(0, "A", "a")])
    wrong = document([quote(0, "A", "a")], [quote(0, "B", "b")])
    report = speaker_report([right, wrong] * LEAST_DOCUMENTS)
    for interval in (
        report["name_accuracy_interval"],
        report["joint_f1_interval"],
        report["linking"]["p_interval"],
        report["chains"]["b_cubed"]["f1_interval"],
    ):
        assert interval is not None
        assert interval[0] <= interval[1]
    low, high = report["name_accuracy_interval"]
    assert low < 0.5 < high
    assert speaker_report([right])["name_accuracy_interval"] is None


def test_where_gold_is_not_exhaustive_joint_is_recall() -> None:
    """Since a prediction that meets no gold proves nothing."""
    report = speaker_report([document([quote(0, "A")], [quote(0, "A"), quote(40, "B")])], exhaustive=False)
    assert report["joint@0.5"] == {"r": 1.0}
    assert "predicted" not in report


def test_how_names_were_found() -> None:
    """Each way with how sure it was and how often it was right."""
    ways = {"speaker_how": "pronoun", "speaker_confidence": 0.9}
    gold = [quote(0, "A"), quote(40, "B")]
    report = speaker_report([document(gold, [quote(0, "A", **ways), quote(40, "X", **ways)])])
    row = report["by_how"]["pronoun"]
    assert (row["found"], row["right"], row["share"], row["stated"]) == (2, 1, 0.5, 0.9)


CHAINED = [quote(0, "A"), quote(40, "A"), quote(80, "B"), quote(120, "B", speaker=None)]


def test_chains_that_are_right_score_one() -> None:
    """Whatever the names are called; mentions of one actor are one chain, whatever its names."""
    found = [quote(0, "X"), quote(40, "X"), quote(80, "Y"), quote(120, "Y", speaker=None)]
    gold, predicted = chains_of(document(CHAINED, found))
    assert set(gold) == set(predicted)
    chains = chain_report([document(CHAINED, found)], chain_scorers())
    assert (chains["mentions"], chains["chains"]) == (4, 2)
    assert [chains[name]["f1"] for name in ("b_cubed", "ceaf_m", "ceaf_e")] == [1.0, 1.0, 1.0]
    named = [quote(0, "A", "a"), quote(40, "Paris", "a")]
    assert len(chains_of(document(named, []))[0]) == 1


def test_chains_that_are_merged_or_parted_lose() -> None:
    """B³ by its published formula: everything in one chain has full recall and half the precision."""
    found = [quote(start, "X", speaker=gold["speaker"]) for start, gold in zip((0, 40, 80, 120), CHAINED, strict=True)]
    chains = chain_report([document(CHAINED, found)], chain_scorers())
    assert (chains["b_cubed"]["r"], chains["b_cubed"]["p"]) == (1.0, 0.5)
    assert chains["ceaf_m"]["r"] == chains["ceaf_m"]["p"] == 0.5
    parted = [
        quote(start, None, speaker=gold["speaker"]) for start, gold in zip((0, 40, 80, 120), CHAINED, strict=True)
    ]
    chains = chain_report([document(CHAINED, parted)], chain_scorers())
    assert (chains["b_cubed"]["r"], chains["b_cubed"]["p"]) == (0.5, 1.0)


def test_a_mention_elsewhere_is_another_mention() -> None:
    """A quotation whose mention was found at another place has a mention that gold lacks; what is missed is missed."""
    chains = chain_report([document([quote(0, "A")], [quote(0, "A", speaker=[200, 204])])], chain_scorers())
    assert chains["b_cubed"]["f1"] == 0.0
    chains = chain_report([document(CHAINED, [])], chain_scorers())
    assert (chains["mentions"], chains["ceaf_e"]["r"]) == (4, 0.0)


def test_without_the_library_chains_are_not_scored_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is; the note names what to install."""
    monkeypatch.setitem(sys.modules, "scorch.scores", None)
    report = speaker_report([document([quote(0, "A")], [quote(0, "A")])])
    assert report["chains"] is None
    assert report["name_accuracy"] == 1.0
    assert report["notes"] == [
        'chains of mentions are not scored: scorch is not installed; pip install "sahelcorpus[evaluation]" adds it'
    ]


def test_errors_are_told_by_what_is_wrong() -> None:
    """Wrong and missed names, wrong and missed actors; a quotation that was not found is no error about speakers."""
    gold = [quote(0, "A", "a"), quote(40, "B", "b"), quote(80, "C", "c"), quote(120, "D")]
    found = [quote(0, "X", "a"), quote(40, None, None), quote(80, "C", "x")]
    told = list(speaker_errors(document(gold, found, lang="fr")))
    assert [error.kind for error in told] == [
        SpeakerErrorKind.WRONG_NAME,
        SpeakerErrorKind.MISSED_NAME,
        SpeakerErrorKind.MISSED_ACTOR,
        SpeakerErrorKind.WRONG_ACTOR,
    ]
    words = told[0].in_words(60)
    assert words.startswith("wrong name: a (fr)")
    assert "gold:  A; actor a" in words
    assert "found: X; actor a" in words
    assert "⟦xxxxxxxxxx⟧" in words
    assert told[1].as_plain()["predicted"]["speaker_name"] is None


def test_predictions_that_link_nobody_at_all_miss_no_actor() -> None:
    """Where the predictions say nothing of actors, their names alone are judged."""
    found = quote(0, "A")
    del found["actor_id"]
    assert list(speaker_errors(document([quote(0, "A", "a")], [found]))) == []


def test_the_page_of_errors_escapes_names() -> None:
    """And shows both names, both actors, and the kind of mention, under a title for each kind of error."""
    hostile = "<script>alert(1)</script>"
    one = document(
        [quote(0, hostile, "a", speaker_kind="named")],
        [quote(0, "X", hostile, speaker_how="itself", speaker_confidence=0.7)],
    )
    report = {"gold_file": "gold.jsonl", "notes": [], **speaker_report([one])}
    page = speaker_errors_page(report, list(speaker_errors(one)))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 4
    assert "<h2>Wrong name <b>1</b></h2>" in page
    assert "<h2>Wrong actor <b>1</b></h2>" in page
    assert "<h2>Missed name <b>0</b></h2>" in page


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no development gold at {GOLD}: it is not part of the project")
def test_equal_to_the_reference_scorer() -> None:
    """Names and joint scores, as the reference compares names; on Latin names the own comparison gives the same."""
    spec = importlib.util.spec_from_file_location("reference", GOLD / "score.py")
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    gold = read_documents(GOLD / "en_gum_wikinews.jsonl", gold=True)
    predicted = [{"id": doc["id"], "quotes": plain_quotes(doc["text"], doc["lang"])} for doc in gold]
    wanted = reference.score(gold, predicted)
    report = speaker_report([scored_speakers(doc, own["quotes"]) for doc, own in zip(gold, predicted, strict=True)])
    names = ("name_accuracy", "joint@0.5")
    assert {name: report["reference"][name] for name in names} == {name: wanted[name] for name in names}
    assert (report["gold"], report["predicted"]) == (wanted["gold"], wanted["predicted"])
