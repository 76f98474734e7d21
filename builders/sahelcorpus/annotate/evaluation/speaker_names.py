"""When two names are one speaker: the reference scorer's rule, over the letters of every script.

The reference scorer compares Latin letters alone, so that to it any two names in Arabic letters are the same, and drops
a curly apostrophe, so that « l’armée » is one word. Here a name is compared in whatever script it has, past what Arabic
spells in more than one way, and an apostrophe of either form parts words.
"""

from __future__ import annotations

import re
import unicodedata

_EMPTY = frozenset("le la les l de du des d un une the of a m mme et".split())  # noqa: SIM905 - read as a line
_WORD = re.compile(r"[^\W_]+")
# Arabic letters that are written one for the other, vowel signs being left out with all other marks.
_SPELLINGS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_ARTICLE = "ال"
_SHORTEST = 3


def same_speaker(gold: str | None, predicted: str | None) -> bool:
    """Say whether two names are one speaker: the same words, or one's words all within the other's.

    Args:
        gold: A name, or None for nobody.
        predicted: Another.
    """
    one, other = _words(gold), _words(predicted)
    if not one or not other:
        return (gold or "").strip() == (predicted or "").strip()
    return one <= other or other <= one


def folded_name(name: str | None) -> str:
    """Return a name by which spellings of it can be gathered: its words without accents, articles or titles."""
    return " ".join(sorted(_words(name))) or (name or "").strip()


def _words(name: str | None) -> frozenset[str]:
    letters = unicodedata.normalize("NFKD", (name or "").translate(_SPELLINGS)).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return frozenset(map(_without_article, _WORD.findall(bare))) - _EMPTY


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) - 2 >= _SHORTEST else word
