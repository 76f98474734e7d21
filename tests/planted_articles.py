"""Invented articles with planted near-duplicates, as many as asked for, the same ones every time.

The words are made of syllables and used as often as words are (the n-th word 1/n as often as the first); stock phrases come
back in many articles, as they do in newspapers. What is planted, and what share of it is shared, is known.
"""

# ruff: noqa: S311 - what is drawn by chance is invented text, no secret

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

KINDS = ("wire header", "edited 5 %", "edited 10 %", "edited 15 %", "cut by 30 %", "60 % reused")
"""The near-duplicates that the target of the project speaks of, planted equally often."""

FURTHER_KINDS = ("cut by 65 %", "as much again added")
"""Near-duplicates whose shared text is all of the shorter and little of both together."""

PLANTED = 10  # one article in so many is a near-duplicate of another
_WORDS_AN_ARTICLE = 500


@dataclass(frozen=True, slots=True)
class Planted:
    """An invented article.

    Attributes:
        text: Its text.
        kind: How it came about: one of the kinds above, `hard negative`, or `original`.
        of: The number of the article whose text it has, wholly or in part; None for an original.
    """

    text: str
    kind: str
    of: int | None


def planted_articles(count: int, hard_negatives: int = 2_000, kinds: tuple[str, ...] = KINDS) -> Iterator[Planted]:
    """Yield so many invented articles: originals first, then near-duplicates, then the hard negatives.

    No original is used twice, so that every near-duplicate has one partner. A hard negative has a fifth of its sentences
    from an original of its own.
    """
    copies = count // PLANTED
    originals = count - copies - hard_negatives
    chance = random.Random(20_260)
    sources = chance.sample(range(originals), copies + hard_negatives)
    for number in range(originals):
        yield Planted(_text(_sentences(number)), "original", None)
    for place, source in enumerate(sources):
        own = random.Random(f"copy {place}")
        kind = kinds[place % len(kinds)] if place < copies else "hard negative"
        yield Planted(_text(_changed(kind, _sentences(source), own)), kind, source)


def _changed(kind: str, sentences: list[list[str]], chance: random.Random) -> list[list[str]]:
    name, _, share = kind.partition(" ")
    if kind == "wire header":
        place = chance.choice(_vocabulary()).capitalize()
        header = [place, str(chance.randint(1, 30)), chance.choice(_vocabulary()), "(ATI)"]
        return [[*header, *sentences[0]], *sentences[1:], ["ATI", *chance.sample(_vocabulary(), 2)]]
    if name == "edited":
        share_edited = int(share.split()[0]) / 100
        return [list(_edited(sentence, share_edited, chance)) for sentence in sentences]
    if name == "cut":
        kept = (100 - int(share.split()[1])) / 100
        return sentences[: max(1, round(kept * len(sentences)))]
    if kind == "as much again added":
        return sentences + _new_sentences(len(sentences), chance)
    return _partly(sentences, 0.6 if kind == "60 % reused" else 0.2, chance)


def _edited(sentence: list[str], share: float, chance: random.Random) -> Iterator[str]:
    for word in sentence:
        if chance.random() >= share:
            yield word
            continue
        edit = chance.randrange(3)
        if edit != 0:  # 0 deletes
            yield _word(chance)
        if edit == 2:  # inserts
            yield word


def _partly(sentences: list[list[str]], share: float, chance: random.Random) -> list[list[str]]:
    """Return as many sentences, of which a share is the given ones, in their order, in random places."""
    kept = set(chance.sample(range(len(sentences)), round(share * len(sentences))))
    new = iter(_new_sentences(len(sentences) - len(kept), chance))
    return [sentence if place in kept else next(new) for place, sentence in enumerate(sentences)]


def _new_sentences(count: int, chance: random.Random) -> list[list[str]]:
    return [_sentence(chance) for _ in range(count)]


def _sentences(number: int) -> list[list[str]]:
    chance = random.Random(number)
    sentences: list[list[str]] = []
    words = 0
    length = chance.randint(_WORDS_AN_ARTICLE // 2, _WORDS_AN_ARTICLE * 3 // 2)
    while words < length:
        sentences.append(_sentence(chance))
        words += len(sentences[-1])
    return sentences


def _sentence(chance: random.Random) -> list[str]:
    words = chance.choices(_vocabulary(), cum_weights=_weights(), k=chance.randint(8, 24))
    if chance.random() < 0.3:
        words += chance.choice(_stock_phrases())
    return words


def _word(chance: random.Random) -> str:
    return chance.choices(_vocabulary(), cum_weights=_weights())[0]


def _text(sentences: list[list[str]]) -> str:
    return " ".join(f"{' '.join(sentence).capitalize()}." for sentence in sentences)


@cache
def _vocabulary() -> list[str]:
    chance = random.Random("vocabulary")
    words: dict[str, None] = {}
    while len(words) < 30_000:
        syllables = chance.choices((1, 2, 3, 4), (1, 5, 4, 1))[0] if len(words) > 60 else 1
        syllable = chance.choice("bdfgklmnprstvz") + chance.choice(("a", "e", "é", "i", "o", "ou", "u"))
        word = syllable + "".join(
            chance.choice("bdfgklmnprstvz") + chance.choice(("a", "e", "é", "i", "o", "an", "ou", "u"))
            for _ in range(syllables - 1)
        )
        words[word + chance.choice(("", "", "r", "s", "l", "n"))] = None
    return list(words)


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, len(_vocabulary()) + 1)))


@cache
def _stock_phrases() -> list[list[str]]:
    chance = random.Random("stock phrases")
    return [chance.choices(_vocabulary(), cum_weights=_weights(), k=chance.randint(5, 9)) for _ in range(400)]
