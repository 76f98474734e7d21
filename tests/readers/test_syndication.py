"""Traces of syndication in plain words: credits, and what only looks like one."""

from __future__ import annotations

import pytest

from sahelcorpus.readers.syndication import syndication

BODY = "La place du marché est restée vide toute la journée, et le bac n'a pas traversé.\n\nLe maire se tait."


@pytest.mark.parametrize(
    ("first", "agencies"),
    [
        ("Paul Tindari (avec AFP)", ["AFP"]),
        ("Par Paul Tindari avec AFP", ["AFP"]),
        ("Paul Tindari (Reuters)", ["Reuters"]),
        ("Paul Tindari, à Ourma", []),
        ("Ourma traite avec Xinhua depuis lundi", []),
        ("Le ministre (AFP) et le maire", []),
        ("« Il a parlé avec AFP »", []),
    ],
)
def test_a_byline_that_a_format_does_not_set_apart(first: str, agencies: list[str]) -> None:
    """A short first line that ends with a credit is one; a sentence that names an agency is none."""
    assert [signal.agency for signal in syndication(None, f"{first}\n\n{BODY}")] == agencies
