"""Words without what a copy may be typed differently in."""

from __future__ import annotations

import pytest

from sahelcorpus.text.words import folded_words, words_sha256


def test_words_know_where_they_stand() -> None:
    """Folded, with their place in the text as it is typed."""
    text = "« L'ÉCOLE »"
    assert list(folded_words(text)) == [("l", 2, 3), ("ecole", 4, 9)]
    assert text[4:9] == "ÉCOLE"


@pytest.mark.parametrize("typed", ["L’école, fermée.", "l'ecole\nFERMEE", "L'e\u0301cole fermée !"])
def test_one_digest_however_typed(typed: str) -> None:
    """Capitals, accents, marks and spaces make no difference; words do."""
    assert words_sha256(typed) == words_sha256("L'école fermée")
    assert words_sha256(typed) != words_sha256("L'école ouverte")
