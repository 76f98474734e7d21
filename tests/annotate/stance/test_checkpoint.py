"""A tiny checkpoint, made and trained here, read from a folder, in batches, on the CPU."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.stance import (
    Settings,
    StanceAnnotator,
    StanceArticle,
    Target,
    UnusableAnnotatorError,
    faults,
    open_annotator,
)
from sahelcorpus.annotate.stance.found import BatchAnnotator, annotated
from sahelcorpus.records.vocabulary import AnnotatorKind, StanceLabel

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # what torch and transformers say among themselves
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

WORDS = [
    "mission",
    "sarrune",
    "armée",
    "bonne",
    "mauvaise",
    "utile",
    "honte",
    "part",
    "la",
    "une",
    "est",
    "l",
    "'",
    ".",
]
HYPOTHESIS = ["auteur", "favorable", "hostile", "à", "ne", "prend", "pas", "parti", "sur"]
GOOD, BAD, NONE = "La mission est utile.", "La mission est une honte.", "La mission part."

Made = Callable[..., Path]

_STEPS = 800
"""So many small steps without dropout learn the few rows; sixty large ones did, or did not, as the library's version fell."""


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Makes folders with a checkpoint: one layer, random weights, a tokenizer of a few words, and training on request."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    torch = pytest.importorskip("torch", reason='PyTorch is not installed: pip install "sahelcorpus[transformers]"')
    transformers = pytest.importorskip("transformers")

    def make(labels: list[str], rows: list[tuple[str, str, str]] | None = None, **options: Any) -> Path:
        torch.manual_seed(1)
        folder = tmp_path_factory.mktemp("checkpoint")
        vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS, *HYPOTHESIS]
        (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        tokenizer = transformers.BertTokenizerFast(
            vocab={word: place for place, word in enumerate(vocabulary)}, do_lower_case=True, strip_accents=False
        )
        config = transformers.BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            id2label=dict(enumerate(labels)),
            label2id={label: place for place, label in enumerate(labels)},
            **options,
        )
        model = transformers.BertForSequenceClassification(config)
        if rows:
            _train(torch, tokenizer, model, rows, labels)
        model.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        return folder

    return make


def _train(torch: Any, tokenizer: Any, model: Any, rows: list[tuple[str, str, str]], labels: list[str]) -> None:
    tokens = tokenizer([one for one, _, _ in rows], [two for _, two, _ in rows], padding=True, return_tensors="pt")
    aims = torch.tensor([labels.index(label) for _, _, label in rows])
    steps = torch.optim.Adam(model.parameters(), lr=0.001)
    model.train()
    for _ in range(_STEPS):
        steps.zero_grad()
        model(**tokens, labels=aims).loss.backward()
        steps.step()


STANCE_ROWS = [
    (GOOD, "la mission", "favor"),
    ("La mission est bonne.", "la mission", "favor"),
    (BAD, "la mission", "against"),
    ("La mission est mauvaise.", "la mission", "against"),
    (NONE, "la mission", "neutral"),
    ("La mission part la.", "la mission", "neutral"),
]


def article(text: str, number: int = 0) -> StanceArticle:
    """Return an article with one target, which was asked for."""
    start = text.lower().index("la mission")
    places, small = [], text.lower()
    while start >= 0:
        places.append((start, start + len("la mission")))
        start = small.find("la mission", start + 1)
    target = Target("la mission", None, tuple(places))
    return StanceArticle(text, "fr", (), (target,), targets_given=True, article_id=f"t-{number}")


def labels_of(annotator: StanceAnnotator, *texts: str) -> list[str]:
    """Return the label of each text."""
    return [found[0].label.value for found in annotated(annotator, [article(text) for text in texts])]


@pytest.mark.parametrize("names", [["against", "neutral", "favor"], ["favor", "against", "neutral"]])
def test_whatever_the_order_of_its_labels(checkpoint: Made, names: list[str]) -> None:
    """Each column is read as the label that it is; the rows hold, and the evidence is the sentence."""
    folder = checkpoint(names, STANCE_ROWS)
    annotator = open_annotator("transformers", Settings(model=str(folder), device="cpu"))
    assert labels_of(annotator, GOOD, BAD, NONE) == ["favor", "against", "neutral"]
    one = article(f"{BAD} L'armée part. {BAD}")
    (found,) = annotator.annotate_stance(one)
    assert list(faults(one, [found])) == []
    assert [span.text for span in found.evidence] == [BAD, BAD]
    assert found.confidence > 0.5
    signed = annotator.annotator
    assert signed.annotator_id == f"transformers-{folder.name}"
    assert signed.kind is AnnotatorKind.MODEL
    assert signed.version is not None
    assert signed.version.startswith(f"{folder.name}, ")


def test_labels_that_say_nothing_need_a_map(checkpoint: Made) -> None:
    """Refused without one; with one, the columns are what it says."""
    names = ["LABEL_0", "LABEL_1", "LABEL_2"]
    meanings = {"LABEL_0": "neutral", "LABEL_1": "favor", "LABEL_2": "against"}
    ours = {ours: its for its, ours in meanings.items()}
    folder = checkpoint(names, [(one, two, ours[label]) for one, two, label in STANCE_ROWS])
    with pytest.raises(UnusableAnnotatorError, match="may mean anything"):
        open_annotator("transformers", Settings(model=str(folder), device="cpu"))
    told = Settings(model=str(folder), device="cpu", labels=tuple(meanings.items()))
    assert labels_of(open_annotator("transformers", told), GOOD, BAD, NONE) == ["favor", "against", "neutral"]


def test_nli(checkpoint: Made) -> None:
    """Each hypothesis is read beside the sentence; the one that follows from it is the label."""
    said = {
        "favor": "L'auteur est favorable à la mission.",
        "against": "L'auteur est hostile à la mission.",
        "neutral": "L'auteur ne prend pas parti sur la mission.",
    }
    rows = [
        (text, hypothesis, "entailment" if label == side else "contradiction")
        for text, _, label in STANCE_ROWS
        for side, hypothesis in said.items()
    ]
    folder = checkpoint(["contradiction", "neutral", "entailment"], rows)
    annotator = open_annotator("transformers", Settings(model=str(folder), device="cpu"))
    assert labels_of(annotator, GOOD, BAD, NONE) == ["favor", "against", "neutral"]


def test_batches_change_nothing(checkpoint: Made) -> None:
    """Many articles at once give what each gives alone, in order, whatever the size of a batch."""
    folder = checkpoint(["against", "neutral", "favor"], STANCE_ROWS)
    texts = [article(" ".join([GOOD, BAD, NONE, GOOD][: 1 + n % 4]), n) for n in range(150)]
    annotator = open_annotator("transformers", Settings(model=str(folder), device="cpu"))
    assert isinstance(annotator, BatchAnnotator)
    alone = [annotator.annotate_stance(text) for text in texts]
    for batch in (1, 7, 64):
        settings = Settings(model=str(folder), device="cpu", batch=batch)
        together = list(annotated(open_annotator("transformers", settings), texts))
        assert [[one.label for one in rows] for rows in together] == [[one.label for one in rows] for rows in alone]
        sure = [one.confidence for rows in together for one in rows]
        assert sure == pytest.approx([one.confidence for rows in alone for one in rows], abs=2e-4)


def test_texts_that_are_too_long_are_cut(checkpoint: Made) -> None:
    """A sentence of many times what the model reads, and a target too: a label all the same."""
    folder = checkpoint(["against", "neutral", "favor"])
    annotator = open_annotator("transformers", Settings(model=str(folder), device="cpu"))
    long = "La mission est " + "une " * 500 + "honte."
    target = Target("la mission " * 200, None, ((0, 10),))
    found = annotator.annotate_stance(StanceArticle(long, "fr", (), (target,), targets_given=True))
    assert len(found) == 1


def test_a_checkpoint_without_a_trained_head_is_refused(checkpoint: Made) -> None:
    """A language model that nobody taught to classify would answer by chance."""
    transformers = pytest.importorskip("transformers")
    folder = checkpoint(["against", "neutral", "favor"])
    base = transformers.BertModel.from_pretrained(folder)
    base.config.id2label = {0: "against", 1: "neutral", 2: "favor"}
    base.save_pretrained(folder)
    with pytest.raises(UnusableAnnotatorError, match="never trained"):
        open_annotator("transformers", Settings(model=str(folder), device="cpu"))


def test_a_pickle_is_not_opened(checkpoint: Made) -> None:
    """Weights in the older format run code when they are opened: a checkpoint with these alone is refused."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    folder = checkpoint(["against", "neutral", "favor"])
    model = transformers.BertForSequenceClassification.from_pretrained(folder)
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    with pytest.raises(UnusableAnnotatorError, match="cannot be loaded"):
        open_annotator("transformers", Settings(model=str(folder), device="cpu"))


def test_what_cannot_be_had(checkpoint: Made, tmp_path: Path) -> None:
    """No such folder or id, an empty folder, no such device: what was found, and why it cannot be used."""
    folder = checkpoint(["against", "neutral", "favor"])
    for model in ("nobody/nothing", str(tmp_path)):
        with pytest.raises(UnusableAnnotatorError, match="cannot be loaded"):
            open_annotator("transformers", Settings(model=model))
    with pytest.raises(UnusableAnnotatorError, match="found the device"):
        open_annotator("transformers", Settings(model=str(folder), device="abacus"))


def test_the_version_changes_with_the_weights(checkpoint: Made) -> None:
    """Two states of one name are told apart."""
    folders = [checkpoint(["against", "neutral", "favor"], rows) for rows in (None, STANCE_ROWS)]
    versions = {
        open_annotator("transformers", Settings(model=str(folder), device="cpu")).annotator.version
        for folder in folders
    }
    assert len({str(version).partition(", ")[2] for version in versions}) == 2


def test_a_gpu_says_the_same(checkpoint: Made) -> None:
    """Where there is one."""
    torch = pytest.importorskip("torch")
    if not torch.cuda.is_available():
        pytest.skip("there is no GPU here")
    folder = checkpoint(["against", "neutral", "favor"], STANCE_ROWS)
    texts = [article(" ".join([GOOD, BAD, NONE, GOOD][: 1 + n % 4]), n) for n in range(150)]
    by_device = []
    for device in ("cpu", None):
        annotator = open_annotator("transformers", Settings(model=str(folder), device=device))
        by_device.append([one for rows in annotated(annotator, texts) for one in rows])
    one, two = by_device
    assert [found.label for found in one] == [found.label for found in two]
    assert [found.confidence for found in one] == pytest.approx([found.confidence for found in two], abs=1e-3)
    assert StanceLabel.AGAINST in {found.label for found in one}
