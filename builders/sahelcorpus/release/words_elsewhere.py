"""Where words of an article stand outside its own folder, and how they are taken out there.

Searched for are its title, if that has three words or more, and runs of eight words of its text: in notes, reasons and
rationales, in comments of the YAML files, in the card and other prose. Capitals, accents and marks make no difference.
What is found is replaced by `[removed]`. The text of another article is never touched: what it has in common with the
removed one is for a person to decide on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.yaml_reading import read_yaml
from sahelcorpus.store.yaml_writing import edited_yaml
from sahelcorpus.text.words import folded_words

REMOVED = "[removed]"
"""Stands where words of a removed article stood."""

RUN = 8
"""Words of the text in a row that are a trace of it; fewer stand in many texts."""

LEAST_TITLE = 3
"""Words of a title that is searched for; a shorter one would be found in every other sentence."""

_FREE_TEXT = frozenset(("background", "basis", "description", "note", "published_note", "rationale", "reason"))
"""Fields in which people write what they like. All others are data, or text of the article itself."""

_COMMENT_LINES = re.compile(r"(?:^[ \t]*#[^\n]*(?:\n|\Z))+", re.MULTILINE)
_COMMENT = re.compile(rf"{_COMMENT_LINES.pattern}|[ \t]#[^\n]*", re.MULTILINE)


class WordsElsewhere:
    """Finds words of one article elsewhere."""

    def __init__(self, title: str | None, text: str) -> None:
        """Take the title and the text of the article."""
        title_words = [word for word, _, _ in folded_words(title or "")]
        words = [word for word, _, _ in folded_words(text)]
        self._runs: dict[int, set[tuple[str, ...]]] = {RUN: set(_runs(words, RUN))}
        if len(title_words) >= LEAST_TITLE:
            self._runs.setdefault(len(title_words), set()).add(tuple(title_words))

    def places(self, words: str) -> list[tuple[int, int]]:
        """Return where words of the article stand, as half-open offsets in code points, apart from each other."""
        found = list(folded_words(words))
        folded = [word for word, _, _ in found]
        places: list[tuple[int, int]] = []
        for first, last in sorted(self._word_places(folded)):
            start, end = found[first][1], found[last][2]
            if places and start <= places[-1][1]:
                places[-1] = (places[-1][0], max(end, places[-1][1]))
            else:
                places.append((start, end))
        return places

    def _word_places(self, folded: list[str]) -> Iterator[tuple[int, int]]:
        for length, runs in self._runs.items():
            for first, run in enumerate(_runs(folded, length)):
                if run in runs:
                    yield first, first + length - 1

    def without(self, words: str) -> str:
        """Return words with those of the article replaced."""
        for start, end in reversed(self.places(words)):
            words = words[:start] + REMOVED + words[end:]
        return words

    def without_in_data(self, plain: Any, key: str = "") -> Any:
        """Return plain data with what people wrote into it replaced, where it has words of the article."""
        if isinstance(plain, dict):
            return {name: self.without_in_data(value, name) for name, value in plain.items()}
        if isinstance(plain, list):
            return [self.without_in_data(value, key) for value in plain]
        return self.without(plain) if isinstance(plain, str) and key in _FREE_TEXT else plain

    def without_in_yaml(self, text: str, name: str) -> str:
        """Return a YAML document with words of the article replaced in its data and its comments.

        Raises:
            CorpusError: if it is no YAML.
        """
        plain = read_yaml(text, name)
        if isinstance(plain, (dict, list)):
            cleaned = self.without_in_data(plain)
            if cleaned != plain:
                text, plain = edited_yaml(text, cleaned), cleaned
        for comments in (_COMMENT, _COMMENT_LINES):
            # a `#` inside a quoted value begins no comment: then only lines that are nothing else are looked at
            commented = comments.sub(lambda match: self.without(match[0]), text)
            if commented == text or _says(commented, name, plain):
                return commented
        return text


def _says(text: str, name: str, plain: Any) -> bool:
    try:
        return bool(read_yaml(text, name) == plain)
    except CorpusError:
        return False


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(length)), strict=False)
