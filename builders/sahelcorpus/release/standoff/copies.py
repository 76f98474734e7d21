"""Which of a user's own documents are the articles whose text a stand-off dataset does not carry."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from sahelcorpus.text.canonical import text_sha256
from sahelcorpus.text.shapes import Shape, ShapesAtHand

LEAST_LIKENESS = 0.25
"""Part of an article's runs of words that a copy must have, by their lengths; unrelated texts have next to none."""

_ELSEWHERE_LIKENESS = 0.9
"""The same, for a copy from another address: a reprint with cuts is another article."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the user's documents.

    Attributes:
        text: Its canonical text.
        file: The file it was read from.
        url: Its address, if the file says one.
    """

    text: str
    file: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article whose text was withheld.

    Attributes:
        article_id: Its id.
        text_sha256: Digest of its text.
        url: Its address, if known.
        shape: Shape of its text.
    """

    article_id: str
    text_sha256: str
    url: str | None
    shape: Shape


@dataclass(frozen=True, slots=True)
class Held:
    """A copy that was found for an article.

    Attributes:
        start: Where its text stands among those put by, in bytes.
        size: How long it is there, in bytes.
        file: The file it was read from.
        likeness: Part of the article's runs of words that it has; 1 for the very text.
        is_exact: Whether it is the very text.
    """

    start: int
    size: int
    file: str
    likeness: float
    is_exact: bool


class CopiesAtHand:
    """Copies found for articles; their texts are put by in a temporary file, so that memory does not grow with them."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        """Look for these articles."""
        self._wanted: dict[str, Wanted] = {article.article_id: article for article in wanted}
        self._by_digest: dict[str, list[str]] = {}
        for article in self._wanted.values():
            self._by_digest.setdefault(article.text_sha256, []).append(article.article_id)
        self._shapes = ShapesAtHand((article.article_id, article.shape) for article in self._wanted.values())
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._size = 0
        self._exact: dict[str, Held] = {}
        self._alike: list[tuple[float, str, int, Held]] = []
        self._taken = 0

    def __enter__(self) -> Self:
        """Open it for use."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Throw the texts away."""
        self._file.close()

    def take(self, copy: Copy) -> bool:
        """Look at one copy, and say whether it can be one of the articles."""
        self._taken += 1
        exact = self._by_digest.get(text_sha256(copy.text), [])
        likeness = {} if exact else self._likely(copy)
        if not exact and not likeness:
            return False
        content = copy.text.encode()
        self._file.seek(self._size)
        self._file.write(content)
        for article_id in exact:
            self._exact.setdefault(article_id, Held(self._size, len(content), copy.file, 1.0, is_exact=True))
        for article_id, share in likeness.items():
            held = Held(self._size, len(content), copy.file, share, is_exact=False)
            self._alike.append((-share, article_id, self._taken, held))
        self._size += len(content)
        return True

    def chosen(self) -> dict[str, Held]:
        """Return the copy of each article that has one: the very text, else the most alike, none taken twice."""
        chosen = dict(self._exact)
        used: set[int] = set()
        for _, article_id, number, held in sorted(self._alike, key=lambda item: item[:3]):
            if article_id not in chosen and number not in used:
                chosen[article_id] = held
                used.add(number)
        return chosen

    def text(self, held: Held) -> str:
        """Return the text of a chosen copy."""
        self._file.seek(held.start)
        return self._file.read(held.size).decode()

    def _likely(self, copy: Copy) -> Mapping[str, float]:
        likeness = self._shapes.likeness(Shape.of(copy.text))
        return {
            article_id: share
            for article_id, share in likeness.items()
            if share >= (_ELSEWHERE_LIKENESS if self._is_elsewhere(article_id, copy) else LEAST_LIKENESS)
        }

    def _is_elsewhere(self, article_id: str, copy: Copy) -> bool:
        known = self._wanted[article_id].url
        return bool(known and copy.url and _plain(known) != _plain(copy.url))


def _plain(url: str) -> tuple[str, str]:
    """Return host and path of an address, without what changes from one link to the same page to another."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, ""
    return (parts.hostname or "").removeprefix("www.").removeprefix("m."), parts.path.rstrip("/")
