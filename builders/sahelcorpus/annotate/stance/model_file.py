"""A trained model on disk: a folder of `model.skops`, opened without pickle, and `model.json`, which proves it.

A model is refused that was changed since it was written, that holds a type which could run code, that was trained for
labels in another order, or that expects to be shown something else than this version shows.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sahelcorpus.annotate.stance.describing import VERSION
from sahelcorpus.annotate.stance.registry import UnusableAnnotatorError
from sahelcorpus.records.vocabulary import StanceLabel

if TYPE_CHECKING:
    from sahelcorpus.annotate.stance.learning import LinearModel

MODEL, ABOUT = "model.skops", "model.json"
INSTALL = 'pip install "sahelcorpus[stance]"'

_TRAIN = "train one with examples/train_stance.py"


@dataclass(frozen=True, slots=True)
class AboutModel:
    """What `model.json` says of a model.

    Attributes:
        name: What the model is called: part of how it signs.
        labels: All labels in the vocabulary's order when it was trained; the classifier's classes are their numbers.
        description: The version of what it is shown.
        model_sha256: The digest of `model.skops`.
        training_sha256: The digest of its training data.
        training: What it was trained on, in words: a file or a dataset with its digest, and how many questions.
        languages: The languages of its training data.
        sentences: Fingerprints of the sentences that it was trained on, so that no score is taken on them.
        targets: Fingerprints of the targets.
    """

    name: str
    labels: Sequence[str]
    description: int
    model_sha256: str
    training_sha256: str
    training: Sequence[str]
    languages: Sequence[str]
    sentences: Sequence[str]
    targets: Sequence[str]


def model_files(model: LinearModel, about: AboutModel) -> dict[str, bytes]:
    """Return the files of a model's folder by name, for whoever trains to write them.

    Args:
        model: What `learning.trained` returned.
        about: What is to be said of it; the digest of `model.skops` is filled in.
    """
    from skops.io import dumps  # noqa: PLC0415 - an extra

    written = dumps(model.to_plain())
    plain = asdict(about) | {"model_sha256": hashlib.sha256(written).hexdigest()}
    return {MODEL: written, ABOUT: (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()}


def load_model(folder: Path) -> tuple[LinearModel, AboutModel]:
    """Return a model that was proved first, and what is said of it.

    Raises:
        UnusableAnnotatorError: if it is not there, is not the one that was written, or does not fit this version.
    """
    about = _about(folder)
    path = folder / MODEL
    try:
        written = path.read_bytes()
    except OSError as error:
        raise UnusableAnnotatorError(f"{path}: found {error.strerror}; allowed: a saved model; {_TRAIN}") from error
    found = hashlib.sha256(written).hexdigest()
    if found != about.model_sha256:
        allowed = f"the file that {ABOUT} was written with, {about.model_sha256[:12]}…"
        raise UnusableAnnotatorError(f"{path}: found the digest {found[:12]}…; allowed: {allowed}; {_TRAIN}")
    return _opened(path, written, about), about


def _about(folder: Path) -> AboutModel:
    path = folder / ABOUT
    try:
        about = AboutModel(**json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnusableAnnotatorError(f"{path}: found {error.strerror}; allowed: a model's folder; {_TRAIN}") from error
    except (ValueError, TypeError) as error:
        raise UnusableAnnotatorError(f"{path}: found something else than a model's description; {_TRAIN}") from error
    order = [str(label) for label in StanceLabel]
    if list(about.labels) != order[: len(about.labels)] or not about.labels:
        raise UnusableAnnotatorError(
            f"{path}: found the labels {', '.join(map(str, about.labels))}; allowed: {', '.join(order)}, in this "
            f"order; its answers would be taken for other labels; {_TRAIN}"
        )
    if about.description != VERSION:
        allowed = f"{VERSION}, which this version shows"
        raise UnusableAnnotatorError(f"{path}: found the description {about.description}; allowed: {allowed}; {_TRAIN}")
    return about


def _opened(path: Path, written: bytes, about: AboutModel) -> LinearModel:
    try:
        from skops.io import get_untrusted_types, load  # noqa: PLC0415 - an extra

        from sahelcorpus.annotate.stance.learning import LinearModel  # noqa: PLC0415 - the same extra
    except ImportError as error:
        raise UnusableAnnotatorError(f"scikit-learn or skops is not installed; run: {INSTALL}") from error
    try:
        untrusted = sorted(get_untrusted_types(data=written))
        model = None if untrusted else LinearModel.from_plain(load(io.BytesIO(written), trusted=[]))
    except Exception as error:
        raise UnusableAnnotatorError(f"{path}: found a file that is no saved model ({error}); {_TRAIN}") from error
    if model is None:
        allowed = "types of scikit-learn, SciPy and NumPy alone"
        raise UnusableAnnotatorError(f"{path}: found {', '.join(untrusted)}, which may run code; allowed: {allowed}")
    classes = [int(number) for number in model.classifier.classes_]
    if classes != sorted(classes) or not set(classes) <= set(range(len(about.labels))):
        allowed = f"numbers of the labels {', '.join(about.labels)}"
        raise UnusableAnnotatorError(f"{path}: found the classes {classes}; allowed: {allowed}; {_TRAIN}")
    return model
