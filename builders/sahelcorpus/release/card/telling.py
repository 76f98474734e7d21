"""What a card says in its language: English as it stands in the code, other languages from `languages/<code>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from sahelcorpus.store.yaml_reading import read_yaml

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Telling:
    """A language to tell something in.

    Attributes:
        language: Its code: `en`, or one that `languages/` has a file of.
    """

    language: str = ENGLISH

    def __call__(self, words: str, /, **values: object) -> str:
        """Return words in this language, with values put in where they have names in braces.

        Raises:
            KeyError: for words that the language's file lacks.
        """
        told = words if self.language == ENGLISH else _words_of(self.language)[words]
        return told.format(**values) if values else told

    def number(self, value: int) -> str:
        """Return a count with its thousands apart."""
        apart = f"{value:,}"
        return apart if self.language == ENGLISH else apart.replace(",", "\N{NARROW NO-BREAK SPACE}")


@cache
def _words_of(language: str) -> dict[str, str]:
    name = f"languages/{language}.yaml"
    text = resources.files("sahelcorpus.release").joinpath(name).read_text(encoding="utf-8")
    words = read_yaml(text, name)
    assert isinstance(words, dict)  # noqa: S101 - our own file
    return words


def languages_told() -> list[str]:
    """Return the codes of the languages that a card can be in, English first."""
    folder = resources.files("sahelcorpus.release").joinpath("languages")
    others = sorted(path.name.removesuffix(".yaml") for path in folder.iterdir() if path.name.endswith(".yaml"))
    return [ENGLISH, *others]
