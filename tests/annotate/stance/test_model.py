"""A trained model: masked targets, saved without pickle, refused where it is not what it says it is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sahelcorpus.annotate.stance import Settings, UnusableAnnotatorError, faults, open_annotator
from sahelcorpus.annotate.stance.describing import described
from sahelcorpus.annotate.stance.gold_files import read_judged_file
from sahelcorpus.annotate.stance.interchange import stance_article
from sahelcorpus.annotate.stance.judged import JudgedArticle, fingerprints, target_fingerprint
from sahelcorpus.annotate.stance.questions import questions
from sahelcorpus.records.vocabulary import AnnotatorKind, StanceLabel

pytest.importorskip("sklearn", reason="the extra `stance` is not installed")
pytest.importorskip("skops", reason="the extra `stance` is not installed")

from sahelcorpus.annotate.stance.model_file import ABOUT, MODEL, model_files
from sahelcorpus.annotate.stance.training import TrainingSet, disjoint_folds, fitted

NAMES = ("Boulsano", "Tindari", "Okoro", "Sarrune", "Kaldi", "Zongari")
FORMS = (
    ("{} is an honest and courageous mayor of the old river town.", "positive"),
    ("Everybody here praises {} for the brilliant work on the bridge.", "positive"),
    ("{} is a corrupt liar who betrayed the people of the town.", "negative"),
    ("The shameful failure of {} has ruined the market by the river.", "negative"),
    ("{} arrived on Tuesday and met the members of the council.", "neutral"),
    ("The council will hear {} on the second floor next Thursday.", "neutral"),
)


@pytest.fixture(scope="module")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> list[JudgedArticle]:
    """Every sentence about every name, read from a file as users have them."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    rows = [
        {"id": f"{name}-{number}", "lang": "en", "text": form.format(name), "target": name, "label": label}
        for name in NAMES
        for number, (form, label) in enumerate(FORMS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return read_judged_file(path)


@pytest.fixture(scope="module")
def files(sentences: list[JudgedArticle]) -> dict[str, bytes]:
    """The files of a small model."""
    return model_files(*fitted("small", [TrainingSet("gold.jsonl", sentences)]))


@pytest.fixture
def folder(files: dict[str, bytes], tmp_path: Path) -> Path:
    """A model's folder."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def refused(folder: Path) -> str:
    """Return why a model is refused."""
    with pytest.raises(UnusableAnnotatorError) as caught:
        open_annotator("model", Settings(model=str(folder)))
    return str(caught.value)


def change_about(folder: Path, **changes: object) -> None:
    """Change what `model.json` says."""
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    (folder / ABOUT).write_text(json.dumps(about | changes), encoding="utf-8")


def test_a_model_answers_and_signs(folder: Path) -> None:
    """With a label, a probability, evidence, the words that weighed most, and its training data as its version."""
    annotator = open_annotator("model", Settings(model=str(folder)))
    text = "Madame Fofana is a corrupt liar who betrayed the village."
    target = {"name": "Fofana", "span": None}
    article = stance_article({"id": "x", "lang": "en", "text": text, "targets": [target]})
    (one,) = annotator.annotate_stance(article)
    assert list(faults(article, [one])) == []
    assert one.label is StanceLabel.AGAINST
    assert one.confidence > 0.5
    assert one.explanation.startswith("against 0.")
    assert "most weight" in one.explanation
    signed = annotator.annotator
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    assert (signed.annotator_id, signed.kind) == ("stance-model-small", AnnotatorKind.MODEL)
    assert signed.version == about["training_sha256"][:12]


def test_the_same_data_make_the_same_model(sentences: list[JudgedArticle], files: dict[str, bytes]) -> None:
    """What is said of it is the same, and so are its answers; the order of the data counts for nothing in the digest."""
    from sahelcorpus.annotate.stance.judged import digest

    about = json.loads(files[ABOUT])
    assert about["training_sha256"] == digest(reversed(sentences))
    assert about["model_sha256"] == hashlib.sha256(files[MODEL]).hexdigest()


def test_no_name_of_a_target_is_shown(sentences: list[JudgedArticle]) -> None:
    """Two sentences that differ in the target alone are shown alike."""
    first, other = (sentences[number * len(FORMS)].article for number in (0, 1))
    assert first.targets != other.targets
    shown = [described(article, questions(article)[0]) for article in (first, other)]
    assert shown[0] == shown[1]
    assert not any("boulsano" in name for bag in (shown[0].words, shown[0].shapes, shown[0].letters) for name in bag)


def test_a_changed_file_is_refused(folder: Path) -> None:
    """One byte is enough."""
    content = bytearray((folder / MODEL).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / MODEL).write_bytes(content)
    assert "found the digest" in refused(folder)


def test_another_order_of_labels_is_refused(folder: Path) -> None:
    """Its answers would be taken for other labels."""
    change_about(folder, labels=["against", "favor", "neutral", "mixed", "unclear"])
    assert "allowed: favor, against, neutral, mixed, unclear, in this order" in refused(folder)


def test_a_model_that_was_shown_something_else_is_refused(folder: Path) -> None:
    """The version of what a model is shown is part of it."""
    change_about(folder, description=0)
    assert "found the description 0" in refused(folder)


def test_a_type_that_may_run_code_is_refused(folder: Path) -> None:
    """However its digest fits: only types of scikit-learn, SciPy and NumPy are opened."""
    from skops.io import dumps

    written = dumps({"names": {}, "weights": {}, "classifier": Foreign()})
    (folder / MODEL).write_bytes(written)
    change_about(folder, model_sha256=hashlib.sha256(written).hexdigest())
    why = refused(folder)
    assert "Foreign" in why
    assert "may run code" in why


class Foreign:
    """A type that nobody trusts."""

    def __init__(self) -> None:
        self.number = 1


def test_what_is_no_model_is_refused_in_words(tmp_path: Path) -> None:
    """No folder, no description, no model named at all."""
    assert "allowed: a model's folder" in refused(tmp_path / "nowhere")
    (tmp_path / ABOUT).write_text("[]", encoding="utf-8")
    assert "found something else than a model's description" in refused(tmp_path)
    with pytest.raises(UnusableAnnotatorError, match="found no --model"):
        open_annotator("model")


def test_folds_share_no_sentence_and_no_target(sentences: list[JudgedArticle]) -> None:
    """What is held out is new in both ways, and every question is held out once."""
    held: list[tuple[str, StanceLabel]] = []
    for train, test in disjoint_folds(sentences, 3):
        marks = [{found for one in part for found, _ in fingerprints(one.article.text)} for part in (train, test)]
        names = [{target_fingerprint(target) for one in part for _, target in one.labels} for part in (train, test)]
        assert marks[0].isdisjoint(marks[1])
        assert names[0].isdisjoint(names[1])
        held += [(one.article.article_id, label) for one in test for label in one.labels.values()]
    assert len(held) == len(set(held)) == len(sentences)


def test_what_is_unclear_teaches_nothing(sentences: list[JudgedArticle]) -> None:
    """It is left out of training and named in the digest."""
    unclear = [replace(one, labels=dict.fromkeys(one.labels, StanceLabel.UNCLEAR)) for one in sentences]
    _, about = fitted("small", [TrainingSet("a", sentences), TrainingSet("b", unclear[:3])])
    assert [words.partition(" (")[2].partition(",")[0] for words in about.training] == ["36 questions", "0 questions"]
