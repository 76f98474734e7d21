"""What a checkpoint is asked, what its labels mean, and what is made of what it says: all of it without one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.stance import (
    QuotedSpeech,
    Settings,
    StanceArticle,
    Target,
    UnusableAnnotatorError,
    faults,
    open_annotator,
)
from sahelcorpus.annotate.stance.checkpoints.judging import judged
from sahelcorpus.annotate.stance.checkpoints.label_map import EntailmentColumn, StanceColumns, label_map
from sahelcorpus.annotate.stance.checkpoints.questions import HYPOTHESES, hypotheses, questions
from sahelcorpus.annotate.stance.passages import VOICE
from sahelcorpus.records.vocabulary import HolderKind, QuoteType, StanceLabel

FAVOR, AGAINST, NEUTRAL, MIXED = StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.NEUTRAL, StanceLabel.MIXED
TEXT = (
    "La mission a quitté Sarrune mardi. « La mission n’a servi à rien », tranche Awa Tindari, que la mission a reçue. "
    "Le marché rouvre. La mission laisse une ville sans secours."
)


def places(words: str) -> tuple[Place, ...]:
    """Return every place where words stand."""
    found, start = [], TEXT.lower().find(words)
    while start >= 0:
        found.append((start, start + len(words)))
        start = TEXT.lower().find(words, start + 1)
    return tuple(found)


QUOTE = QuotedSpeech(
    QuoteType.DIRECT,
    ((TEXT.index("La mission n’a"), TEXT.index(" »")),),
    speaker_name="Awa Tindari",
    actor_id="awa-tindari",
    cue=(TEXT.index("tranche"), TEXT.index("tranche") + 7),
)
ARTICLE = StanceArticle(TEXT, "fr", (QUOTE,), (Target("la mission", "mission", places("la mission")), Target("l'ONU")))
ASKED = StanceArticle(TEXT, "fr", (QUOTE,), ARTICLE.targets, targets_given=True)


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (("favor", "against", "neutral"), (FAVOR, AGAINST, NEUTRAL)),
        (("AGAINST", "Neutral", "FAVOUR"), (AGAINST, NEUTRAL, FAVOR)),
        (("against", "mixed", "favor", "neutral", "unclear"), (AGAINST, MIXED, FAVOR, NEUTRAL, StanceLabel.UNCLEAR)),
    ],
)
def test_names_that_are_ours_say_what_they_mean(names: tuple[str, ...], labels: tuple[StanceLabel, ...]) -> None:
    """In whatever order the columns stand."""
    assert label_map(names) == StanceColumns(labels)


@pytest.mark.parametrize(
    ("names", "column"),
    [
        (("entailment", "neutral", "contradiction"), 0),
        (("CONTRADICTION", "NEUTRAL", "ENTAILMENT"), 2),
        (("not_entailment", "entailment"), 1),
    ],
)
def test_nli(names: tuple[str, ...], column: int) -> None:
    """The column of entailment is found by its name."""
    assert label_map(names) == EntailmentColumn(column)


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("LABEL_0", "LABEL_1", "LABEL_2"), "LABEL_0, LABEL_1, LABEL_2 may mean anything"),
        (("negative", "neutral", "positive"), "of which negative, positive may mean anything"),
        (("favor", "against", "none"), "of which none may mean anything"),
        (("favor", "neutral"), "allowed: favor and against at least"),
        (("neutral", "contradiction"), "of which contradiction may mean anything"),
        (("entailment",), "allowed: entailment once, and another"),
        (("entailment", "Entailment", "neutral"), "allowed: entailment once, and another"),
        (("favor", "favor", "against"), "found two columns of one name"),
        (("LABEL_0",), "may mean anything"),
    ],
)
def test_what_may_mean_anything_is_refused(names: tuple[str, ...], why: str) -> None:
    """A sentiment is no stance, and a number says nothing."""
    with pytest.raises(UnusableAnnotatorError, match=why):
        label_map(names)


def test_whoever_runs_it_says_what_labels_mean() -> None:
    """One meaning for each label, several labels for one meaning if need be; NLI likewise."""
    names = ("LABEL_0", "LABEL_1", "LABEL_2")
    given = (("LABEL_2", "favor"), ("LABEL_0", "against"), ("LABEL_1", "neutral"))
    assert label_map(names, given) == StanceColumns((AGAINST, NEUTRAL, FAVOR))
    twice = (("LABEL_2", "favor"), ("LABEL_0", "against"), ("LABEL_1", "against"))
    assert label_map(names, twice) == StanceColumns((AGAINST, AGAINST, FAVOR))
    nli = (("LABEL_2", "entailment"), ("LABEL_0", "contradiction"), ("LABEL_1", "neutral"))
    assert label_map(names, nli) == EntailmentColumn(2)
    for bad in (given[:2], (*given, ("LABEL_3", "mixed")), (*given[:2], ("LABEL_1", "none")), (*given[:2], given[0])):
        with pytest.raises(UnusableAnnotatorError):
            label_map(names, bad)


def test_each_holder_is_asked_about_with_their_own_words() -> None:
    """The article's sentences without what others say in them; a quotation's words for its speaker."""
    voice, speaker = questions(ARTICLE)
    assert (voice.owner, voice.target, speaker.owner) == (VOICE, 0, 0)
    assert [passage.words for passage in voice.passages] == [
        "La mission a quitté Sarrune mardi.",
        "Awa Tindari, que la mission a reçue.",
        "La mission laisse une ville sans secours.",
    ]
    assert [passage.words for passage in speaker.passages] == ["La mission n’a servi à rien"]
    for question in (voice, speaker):
        for passage in question.passages:
            assert all(span.lies_in(TEXT) for span in passage.spans)


def test_targets_asked_for_have_their_question() -> None:
    """Named or not; the article's voice comes first, in the order of the targets."""
    assert [(one.owner, one.target, len(one.passages)) for one in questions(ASKED)] == [
        (VOICE, 0, 3),
        (VOICE, 1, 0),
        (0, 0, 1),
    ]


def test_hypotheses_are_in_the_text_s_language() -> None:
    """One for each side, and one for none; English where there are no others. A name stays on one line."""
    assert set(HYPOTHESES) == {"fr", "en"}
    told = hypotheses(ARTICLE, 0)
    assert told[AGAINST] == "L'auteur est hostile à la mission."
    arabic = StanceArticle(TEXT, "ar", (), (Target("the\nmission"),))
    assert hypotheses(arabic, 0)[FAVOR] == "The author is in favor of the mission."
    assert all(set(one) == {FAVOR, AGAINST, NEUTRAL} for one in HYPOTHESES.values())


def shares(favor: float, against: float) -> dict[StanceLabel, float]:
    """Return the probabilities of a passage."""
    return {FAVOR: favor, AGAINST: against, NEUTRAL: 1 - favor - against}


def test_the_evidence_is_the_sentences_that_say_so() -> None:
    """The label is that of the mean; what shows it are the sentences of that label."""
    voice, speaker = questions(ARTICLE)
    found = judged(ARTICLE, voice, [shares(0.1, 0.3), shares(0.0, 0.9), shares(0.2, 0.7)], "x")
    assert found is not None
    assert (found.label, found.confidence) == (AGAINST, 0.6333)
    assert [span.text for span in found.evidence] == [span.text for p in voice.passages[1:] for span in p.spans]
    assert found.explanation == "x: against 0.63, neutral 0.27, favor 0.10 in 3 sentences"
    assert list(faults(ARTICLE, [found])) == []
    quoted = judged(ARTICLE, speaker, [shares(0.8, 0.1)], "x")
    assert quoted is not None
    assert (quoted.holder_kind, quoted.holder_actor_id) == (HolderKind.QUOTED_SPEAKER, "awa-tindari")
    assert list(faults(ARTICLE, [quoted])) == []


def test_two_sentences_that_take_opposite_sides_are_mixed() -> None:
    """Where both are sure, and the checkpoint has no label of its own for it."""
    (voice, _) = questions(ARTICLE)
    found = judged(ARTICLE, voice, [shares(0.9, 0.0), shares(0.0, 0.6), shares(0.1, 0.1)], "x")
    assert found is not None
    assert (found.label, found.confidence) == (MIXED, 0.6)
    assert found.evidence[0].text.startswith("La mission a quitté")
    own = [one | {MIXED: 0.0} for one in (shares(0.9, 0.0), shares(0.0, 0.6), shares(0.6, 0.1))]
    mean = judged(ARTICLE, voice, own, "x")
    assert mean is not None
    assert (mean.label, mean.confidence) == (FAVOR, 0.5)


def test_no_side_is_a_row_only_where_one_was_asked_for() -> None:
    """A target that the article's own words do not name is neutral, and the row says why."""
    (voice, _) = questions(ARTICLE)
    none = [shares(0.1, 0.1)] * 3
    assert judged(ARTICLE, voice, none, "x") is None
    named, unnamed, _ = questions(ASKED)
    rows = [judged(ASKED, named, none, "x"), judged(ASKED, unnamed, [], "x")]
    found = [row for row in rows if row is not None]
    assert [row.label for row in found] == [NEUTRAL, NEUTRAL]
    assert "do not name it" in found[1].explanation
    assert list(faults(ASKED, found)) == []


def test_without_the_extra() -> None:
    """Where transformers is not installed, the error names the extra; without a model it says what is lacking."""
    with pytest.raises(UnusableAnnotatorError, match="found no model"):
        open_annotator("transformers", Settings())
    code = (
        "import sys; sys.modules['transformers'] = None\n"
        "from sahelcorpus.annotate.stance import Settings, UnusableAnnotatorError, open_annotator\n"
        "try: open_annotator('transformers', Settings(model='m'))\n"
        "except UnusableAnnotatorError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "sahelcorpus[transformers]" in done.stdout
