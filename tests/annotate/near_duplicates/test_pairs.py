"""Pairs of near-duplicates: what is planted is proposed and verified, and nothing else is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from planted_articles import FURTHER_KINDS, KINDS, Planted, planted_articles

from sahelcorpus.annotate.near_duplicates.candidates import (
    ALL_PAIRS_UP_TO,
    Sketches,
    candidate_pairs,
    equal_pairs,
    pairs_by_bands,
    pairs_by_samples,
)
from sahelcorpus.annotate.near_duplicates.verification import SharedText, near_duplicate_pairs
from sahelcorpus.annotate.near_duplicates.word_hashes import words_of


def pairs_in(texts: Sequence[str]) -> list[SharedText]:
    """Return the near-duplicates among some texts."""
    candidates = candidate_pairs(Sketches.of(words_of(texts)))
    return list(near_duplicate_pairs(candidates, lambda numbers: [texts[number] for number in numbers]))


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    """800 invented articles: 80 near-duplicates of eight kinds, 60 that share a fifth with another."""
    return list(planted_articles(800, 60, KINDS + FURTHER_KINDS))


def test_what_is_planted_is_found_and_nothing_else(planted: list[Planted]) -> None:
    """Reprints, edited, shortened, lengthened and partly reused copies; not what shares a fifth."""
    found = {(pair.one, pair.other) for pair in pairs_in([article.text for article in planted])}
    wanted = {
        (article.of, number)
        for number, article in enumerate(planted)
        if article.of is not None and article.kind != "hard negative"
    }
    assert found == wanted


def test_candidates_are_what_comparing_every_pair_would_verify(planted: list[Planted]) -> None:
    """Of 400 articles all 79,800 pairs are compared, in Python; the candidates lead to the same near-duplicates."""
    texts = [article.text for article in planted[:330] + planted[-70:]] + [planted[0].text[:1_500]]
    runs = []
    for text in texts:
        words = text.lower().replace(".", " ").replace("é", "e").split()
        runs.append(set(zip(words, words[1:], words[2:], strict=False)))
    expected = {}
    for one, other in combinations(range(len(texts)), 2):
        shared = len(runs[one] & runs[other])
        if shared >= max(20, 0.4 * min(len(runs[one]), len(runs[other]))):
            shorter = min(len(runs[one]), len(runs[other]))
            expected[one, other] = (shared / len(runs[one] | runs[other]), shared / shorter)
    assert len(expected) == 7
    assert {(pair.one, pair.other): (pair.jaccard, pair.containment) for pair in pairs_in(texts)} == expected


def test_each_way_to_candidates_finds_what_the_other_may_miss(planted: list[Planted]) -> None:
    """Bands find edited copies however many there are of one text; samples find what was cut short."""
    copies = [planted[0].text, *(f"{planted[0].text} {planted[n].text[:200]}" for n in range(1, 3 * ALL_PAIRS_UP_TO))]
    sketches = Sketches.of(words_of(copies))
    linked = defaultdict(set)
    for one, other in pairs_by_bands(sketches).tolist():
        linked[one].add(other)
        linked[other].add(one)
    assert _reached_from(0, linked) == set(range(len(copies)))
    cut = Sketches.of(words_of([planted[1].text, planted[1].text[: len(planted[1].text) // 5]]))
    assert pairs_by_samples(cut).tolist() == [[0, 1]]


def _reached_from(start: int, linked: dict[int, set[int]]) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        new = linked[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def test_equal_words_are_a_chain_however_many(planted: list[Planted]) -> None:
    """A thousand copies of one text are 999 pairs, not half a million."""
    texts = [planted[0].text] * 1_000
    sketches = Sketches.of(words_of(texts))
    assert equal_pairs(sketches).tolist() == [[number, number + 1] for number in range(999)]
    assert len(candidate_pairs(sketches)) == 999
    assert all(pair.same_words for pair in pairs_in(texts))


@pytest.mark.parametrize(
    "texts", [[], [""], ["", ""], ["un deux", "un deux"], ["Abonnez-vous pour lire la suite."] * 2]
)
def test_texts_without_a_paragraph_are_no_near_duplicates(texts: list[str]) -> None:
    """Nothing, two words, a teaser: what they share says nothing about where they come from."""
    assert pairs_in(texts) == []


def test_a_stock_phrase_joins_nothing() -> None:
    """Two hundred articles that end in the same two sentences stay two hundred."""
    articles = [article.text for article in planted_articles(250, 0)][:200]
    end = " Toute reproduction de cet article est interdite sans accord écrit de la rédaction, qui répond par courrier."
    assert pairs_in([text + end for text in articles]) == []


def test_sketches_are_the_same_in_parts_and_whole(planted: list[Planted]) -> None:
    """A collection is sketched part by part, by several processes."""
    texts = [article.text for article in planted[:100]]
    whole = Sketches.of(words_of(texts))
    joined = Sketches.joined([Sketches.of(words_of(texts[start : start + 30])) for start in range(0, 100, 30)])
    for name in ("bands", "samples", "sample_ends", "whole", "runs"):
        assert np.array_equal(getattr(whole, name), getattr(joined, name)), name
