"""A checkpoint from a folder or the Hub: safe to open, trained to classify, on a device."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sahelcorpus.annotate.stance.checkpoints.label_map import Columns, label_map
from sahelcorpus.annotate.stance.registry import Settings, UnusableAnnotatorError

_LONGEST = 512
_READ = 1 << 20

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checkpoint, ready to read.

    Attributes:
        name: What it is called: the folder's name, or the id on the Hub.
        version: What tells it from any other state of that name.
        columns: What its columns mean.
        tokenizer: What makes tokens of texts.
        model: What reads them, on its device.
    """

    name: str
    version: str
    columns: Columns
    tokenizer: Any
    model: Any

    def read(self, pairs: Sequence[Pair]) -> list[list[float]]:
        """Return the probability of each column for each pair of texts; all of them are read at once."""
        import torch  # noqa: PLC0415 - an extra, and heavy

        tokens = self.tokenizer(
            [one for one, _ in pairs],
            [other for _, other in pairs],
            padding=True,
            truncation=True,
            max_length=self._longest(),
            return_tensors="pt",
        ).to(self.model.device)
        with torch.inference_mode():
            told: list[list[float]] = torch.softmax(self.model(**tokens).logits, dim=-1).cpu().tolist()
        return told

    def _longest(self) -> int:
        """Return how many tokens the model reads: what tokenizer and model say, and never more than 512."""
        positions = getattr(self.model.config, "max_position_embeddings", None) or _LONGEST
        padding = getattr(self.model.config, "pad_token_id", None) or 0
        # some families count their positions from behind the padding's own
        return int(min(self.tokenizer.model_max_length, positions - padding - 1, _LONGEST))


def load(settings: Settings) -> Loaded:
    """Return a checkpoint from a folder, or from the Hub, whose ids may end in `@` and a revision.

    The weights are read from safetensors alone: the older format is a pickle, which runs code when it is opened. No
    code that comes with a checkpoint is run.

    Raises:
        UnusableAnnotatorError: if the checkpoint cannot be loaded, has no trained head, its labels may mean anything,
            or the device is not there.
    """
    if not settings.model:
        raise UnusableAnnotatorError(
            "found no model for the annotator transformers; allowed: a folder, or an id of the Hub"
        )
    try:
        import torch  # noqa: F401, PLC0415 - an extra, and heavy
        import transformers  # noqa: PLC0415
    except ImportError:
        raise UnusableAnnotatorError(
            "found no transformers with torch, by which a checkpoint is run; pip install "
            "'sahelcorpus[transformers]' brings them"
        ) from None
    is_folder = Path(settings.model).is_dir()
    path, _, revision = (settings.model, "", "") if is_folder else settings.model.partition("@")
    options: dict[str, Any] = {"trust_remote_code": False, **({"revision": revision} if revision else {})}
    try:
        config = transformers.AutoConfig.from_pretrained(path, **options)
        tokenizer = transformers.AutoTokenizer.from_pretrained(path, **options)
        model, report = transformers.AutoModelForSequenceClassification.from_pretrained(
            path, use_safetensors=True, output_loading_info=True, **options
        )
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        said = next(iter(str(error).strip().splitlines()), type(error).__name__)
        raise UnusableAnnotatorError(f"found the model {settings.model!r}, which cannot be loaded: {said}") from None
    lacking = sorted(map(str, report["missing_keys"] or report["mismatched_keys"]))
    if lacking:
        raise UnusableAnnotatorError(
            f"found a checkpoint without {', '.join(lacking[:3])}: that part was never trained, and would answer by "
            "chance; allowed: one that was trained to classify"
        )
    columns = label_map([config.id2label[place] for place in range(config.num_labels)], settings.labels)
    name = Path(path).resolve().name if is_folder else path
    version = _digest(Path(path)) if is_folder else str(getattr(config, "_commit_hash", None) or revision or "unknown")
    return Loaded(name, version, columns, tokenizer, _on_device(model, settings.device))


def _on_device(model: Any, device: str | None) -> Any:
    import torch  # noqa: PLC0415 - an extra, and heavy

    device = device or ("cuda" if torch.cuda.is_available() else "cpu")
    try:
        return model.float().eval().to(torch.device(device))
    except (RuntimeError, AssertionError) as error:
        raise UnusableAnnotatorError(f"found the device {device!r}, which cannot be used: {error}") from None


def _digest(folder: Path) -> str:
    """Return the digest of a checkpoint's files."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".safetensors", ".json", ".txt", ".model"}:
            whole.update(path.name.encode())
            with path.open("rb") as file:
                while piece := file.read(_READ):
                    whole.update(piece)
    return whole.hexdigest()
