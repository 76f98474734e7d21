"""Words as numbers: the same for every way a copy may be typed, different for every difference in words."""

from __future__ import annotations

import re
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelcorpus.annotate.near_duplicates.word_hashes import words_of


def numbers(text: str) -> list[int]:
    """Return the numbers of a text's words."""
    return words_of([text]).numbers.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'école d'Éloi", "L’ÉCOLE d’éloi"),
        ("« Été », dit-il…", 'ete dit  il "'),
        ("deux\nlignes", "deux lignes"),
        ("sépa\u00adrable", "séparable"),
        ("كتـاب", "كتاب"),
        ("مُدَرِّس", "مدرس"),
        ("Bàmàkɔ̌", "bamakɔ"),
    ],
)
def test_typing_hides_no_copy(one: str, other: str) -> None:
    """Capitals, accents, marks, spaces, soft hyphens and vowel signs make no difference."""
    assert numbers(one) == numbers(other)


@pytest.mark.parametrize(("one", "other"), [("ab", "ba"), ("a b", "ab"), ("a1", "a2"), ("aa", "a"), ("с", "c")])
def test_other_words_have_other_numbers(one: str, other: str) -> None:
    """Order, spaces, digits, length and script do."""
    assert numbers(one) != numbers(other)


WORDS = st.lists(st.text("abcé", min_size=1, max_size=4), max_size=30)


@given(st.lists(WORDS, max_size=6))
def test_runs_are_those_that_python_would_cut(texts: list[list[str]]) -> None:
    """Equal runs have equal numbers, different ones different numbers, and none goes from one text into the next."""
    words = words_of([" ".join(text) for text in texts])
    plain = [[word.replace("é", "e") for word in text] for text in texts]
    assert np.diff(words.ends, prepend=0).tolist() == [len(text) for text in plain]
    for length in (1, 3, 5):
        runs, ends = words.runs(length)
        expected = [tuple(text[n : n + length]) for text in plain for n in range(len(text) - length + 1)]
        assert np.diff(ends, prepend=0).tolist() == [max(len(text) - length + 1, 0) for text in plain]
        assert len(runs) == len(expected)
        assert len(set(zip(expected, runs.tolist(), strict=True))) == len(set(expected)) == len(set(runs.tolist()))


@given(st.lists(WORDS, max_size=6))
def test_whole_texts_are_told_apart(texts: list[list[str]]) -> None:
    """One number for a text, whatever stands beside it; equal for equal words, different otherwise."""
    joined = [" ".join(text) for text in texts]
    whole = words_of(joined).whole().tolist()
    assert whole == [int(words_of([text]).whole()[0]) for text in joined]
    plain = [text.replace("é", "e") for text in joined]
    assert len(set(zip(plain, whole, strict=True))) == len(set(plain)) == len(set(whole))


def test_many_texts_give_what_each_gives_alone() -> None:
    """Texts are taken in some hundred thousand code points at a time; where they are cut is not to be seen."""
    texts = [f"Texte {number} du fleuve, " * 3_000 for number in range(8)] + ["", "Fin."]
    words = words_of(texts)
    alone = [words_of([text]) for text in texts]
    assert words.numbers.tolist() == [number for one in alone for number in one.numbers.tolist()]
    assert words.ends.tolist() == np.cumsum([len(one.numbers) for one in alone]).tolist()


def test_words_are_those_that_a_pattern_finds() -> None:
    """In prose without marks over letters, words are runs of letters and digits."""
    text = "Le 3 mai 2021, l'armée (FAMa) a dit : «\u202f10\u00a0000 hommes ! » — 🙂 fin"
    assert len(numbers(text)) == len(re.findall(r"[^\W_]+", text))


def test_numbers_are_the_same_in_every_process() -> None:
    """They do not hang on Python's seed for hashes; written down once."""
    code = "from sahelcorpus.annotate.near_duplicates.word_hashes import words_of; print(words_of(['Le pont']).numbers.tolist())"
    told = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{WRITTEN_DOWN}\n"}


WRITTEN_DOWN = [14399044985341346738, 7988002331010491870]
