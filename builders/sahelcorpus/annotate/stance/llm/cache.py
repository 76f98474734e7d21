"""Answers on disk: what was asked once need not be asked, and paid, again; a killed run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.llm.prompt import VERSION, material


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept.

    Attributes:
        content: The answer's text.
        sent: Tokens that the question had.
        received: Tokens that the answer had.
    """

    content: str
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder with one file an answer, named by what was asked.

    Attributes:
        folder: Where; made when the first answer is kept.
        model: The model that is asked.
    """

    folder: Path
    model: str

    def key(self, article: StanceArticle) -> str:
        """Return the digest of model, prompt version, and the text with its quotations and targets."""
        asked = json.dumps([self.model, VERSION, article.targets_given, material(article)], ensure_ascii=False)
        return hashlib.sha256(asked.encode()).hexdigest()

    def get(self, article: StanceArticle) -> Kept | None:
        """Return the answer about an article; None if none is kept, or it cannot be read."""
        key = self.key(article)
        try:
            plain = json.loads(self._path(key).read_bytes())
            kept = Kept(plain["content"], int(plain["sent"]), int(plain["received"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return kept if plain.get("key") == key and isinstance(kept.content, str) else None

    def put(self, article: StanceArticle, kept: Kept) -> None:
        """Keep an answer: wholly or not at all, also if the process dies meanwhile."""
        key = self.key(article)
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = {
            "key": key,
            "model": self.model,
            "prompt": VERSION,
            "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
            "article_id": article.article_id,
            "sent": kept.sent,
            "received": kept.received,
            "content": kept.content,
        }
        handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump(plain, file)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"
