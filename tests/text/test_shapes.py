"""The shape of a text tells it among others, and where its places are in a changed copy, and nothing of what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahelcorpus.text.shapes import Alignment, Shape, ShapesAtHand

TEXT = (
    "La préfète de Sarrune a reçu hier les délégués du marché. « Nous rouvrirons le bac avant la crue », a-t-elle promis, "
    "sans donner de date. Les piroguiers, eux, demandent que la rive soit dégagée et que le quai, abîmé par les pluies "
    "de septembre, soit enfin réparé par la commune ou par le ministère des Routes."
)


def test_a_shape_holds_lengths_alone() -> None:
    """Two texts of the same lengths have the same shape, whatever their words, apostrophes and spaces."""
    assert Shape.of("Il a dit : « non ».") == Shape.of("Tu y vas -\N{NO-BREAK SPACE}“ oui ”!")
    assert Shape.of("Il a dit.").numbers() == [0, 2, 1, 1, 1, 3, 1]


@given(st.text(alphabet="ab «»é’\n", max_size=60))
def test_a_shape_comes_back_from_its_numbers(text: str) -> None:
    """Whatever the text, and its lengths add up to the text's."""
    shape = Shape.of(text)
    assert Shape.from_numbers(shape.numbers()) == shape
    assert sum(shape.numbers()) == len(text)


@pytest.mark.parametrize("numbers", [[], [1, 2], [0, 0, 1], [0, 3, -1]])
def test_numbers_that_are_no_shape_are_refused(numbers: list[int]) -> None:
    """A word has a length, and gaps stand around all words."""
    with pytest.raises(ValueError, match="gap, word"):
        Shape.from_numbers(numbers)


def place(new: str, start: int, end: int) -> str | None:
    """Return what the places of a span of `TEXT` cover in a new text."""
    alignment = Alignment(Shape.of(TEXT), Shape.of(new))
    first, last = alignment.start(start), alignment.end(end)
    return None if first is None or last is None else new[first:last]


def around(words: str) -> tuple[int, int]:
    """Return where words stand in `TEXT`."""
    at = TEXT.index(words)
    return at, at + len(words)


QUOTE = "Nous rouvrirons le bac avant la crue"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (TEXT, QUOTE),
        ("Sarrune, mardi. " + TEXT, QUOTE),
        (TEXT.replace("hier", "hier matin, sous les arbres,"), QUOTE),
        (TEXT.replace("le bac", "notre vieux bac"), "Nous rouvrirons notre vieux bac avant la crue"),
        (TEXT.replace("crue", "saison"), "Nous rouvrirons le bac avant la saison"),
        (TEXT.replace("« ", "“").replace(" »", "”"), None),
        (TEXT.replace("« Nous rouvrirons le bac avant la crue », a-t-elle promis, ", ""), None),
        ("Un tout autre texte, qui n'a rien de commun avec le premier, ni les mots ni leurs longueurs.", None),
        ("", None),
    ],
)
def test_a_place_is_found_in_a_changed_copy_or_not_at_all(new: str, expected: str | None) -> None:
    """Text added before, words added, put for others inside or at the border: yes. Doubt at the border: no."""
    assert place(new, *around(QUOTE)) == expected


def test_a_stretch_holds_what_became_of_a_span() -> None:
    """From the last sure word before it to the first one after."""
    new = TEXT.replace(QUOTE, "Le bac rouvrira bientôt")
    low, high = Alignment(Shape.of(TEXT), Shape.of(new)).stretch(*around(QUOTE))
    assert "Le bac rouvrira bientôt" in new[low:high]
    assert high - low < 60


def test_which_of_two_words_of_one_length_went_is_in_doubt() -> None:
    """Of « trois » and « cinqs » one is gone: nobody can say which, so no border is set between them."""
    before = "Avant la crue de septembre, le préfet du fleuve avait compté les bacs et les quais. "
    after = " Ensuite, les piroguiers de la rive ont attendu toute une saison sans aucune réponse."
    old, new = (before + words + after for words in ("un deux trois cinqs quatre", "un deux trois quatre"))
    alignment = Alignment(Shape.of(old), Shape.of(new))
    trois, cinqs = old.index("trois"), old.index("cinqs")
    assert alignment.end(trois + 5) is None
    assert alignment.start(cinqs) is None
    assert alignment.start(trois) == new.index("trois")
    assert alignment.end(cinqs + 5) == new.index(" quatre")


def test_a_text_is_told_among_others() -> None:
    """A changed copy shares its runs with the text it came from, and none with others."""
    other = (
        "Le conseil de district a voté mardi soir la fermeture du poste frontière pour une durée de trois mois entiers."
    )
    at_hand = ShapesAtHand([("one", Shape.of(TEXT)), ("two", Shape.of(other))])
    likeness = at_hand.likeness(Shape.of(TEXT.replace("hier", "mardi soir")))
    assert likeness["one"] > 0.7
    assert "two" not in likeness
    assert at_hand.likeness(Shape.of("")) == {}
