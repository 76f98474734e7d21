"""Words of a removed article are found wherever people wrote them, and nothing else is touched."""

from __future__ import annotations

import pytest

from sahelcorpus.release.words_elsewhere import WordsElsewhere
from sahelcorpus.store.yaml_reading import read_yaml

TITLE = "Le pont de Sarrune rouvre"
TEXT = "Le gouvernement a annoncé mardi la réouverture du pont, que la crue avait emporté au printemps dernier."


@pytest.fixture
def elsewhere() -> WordsElsewhere:
    """Those of one article."""
    return WordsElsewhere(TITLE, TEXT)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("See LE PONT DE SARRUNE ROUVRE, page 2.", "See [removed], page 2."),
        ("Le pont\nde «Sarrune»  rouvre", "[removed]"),
        (
            "It says: annonce mardi la reouverture du pont, que le!",
            "It says: annonce mardi la reouverture du pont, que le!",
        ),
        ("It says: annonce mardi la reouverture du pont, que la!", "It says: [removed]!"),
        ("annoncé mardi la réouverture du pont", "annoncé mardi la réouverture du pont"),
        ("Le pont de Sarrune ferme", "Le pont de Sarrune ferme"),
        ("", ""),
    ],
)
def test_a_title_or_eight_words_in_a_row_are_a_trace(elsewhere: WordsElsewhere, words: str, left: str) -> None:
    """However they are typed; seven words, or half a title, are not."""
    assert elsewhere.without(words) == left


def test_a_short_title_is_not_searched_for() -> None:
    """It would be found in every other sentence."""
    assert WordsElsewhere("Le pont", TEXT).without("Devant le pont, la foule.") == "Devant le pont, la foule."


def test_yaml_keeps_its_form_and_its_data(elsewhere: WordsElsewhere) -> None:
    """Notes and comments are cleaned; values that are data, titles and texts of the article itself stay."""
    text = (
        "# Le pont de Sarrune rouvre: first of three.\n"
        "title: Le pont de Sarrune rouvre # Le pont de Sarrune rouvre\n"
        "text: 'Le pont # de Sarrune rouvre'\n"
        "notes:\n"
        "  - {note: 'From Le pont de Sarrune rouvre.', id: 7}   # kept as it is\n"
    )
    cleaned = elsewhere.without_in_yaml(text, "a.yaml")
    assert read_yaml(cleaned, "a.yaml") == {
        "title": TITLE,
        "text": "Le pont # de Sarrune rouvre",
        "notes": [{"note": "From [removed].", "id": 7}],
    }
    assert cleaned.startswith("# [removed]: first of three.\n")
    assert "# kept as it is" in cleaned
    assert elsewhere.without_in_yaml("# nothing\na: 1\n", "a.yaml") == "# nothing\na: 1\n"
