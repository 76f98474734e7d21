"""The lists of evaluating words: every line can be read, every form is met, no word is on both sides."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sahelcorpus.annotate.stance.evaluations import LANGUAGES, TOKEN, Construction, evaluations, plain_small


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_well_formed(language: str) -> None:
    """A construction, a polarity from -2 to 2 but 0, and words in small letters."""
    folder = files("sahelcorpus.annotate.stance").joinpath("languages", language)
    for line in folder.joinpath("evaluations.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        title, colon, words = line.partition(": ")
        construction, polarity = title.split()
        assert colon, line
        assert construction in list(Construction), line
        assert polarity in ("+1", "+2", "-1", "-2"), line
        assert words == words.lower(), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_on_both_sides(language: str) -> None:
    """Under one construction a form has one polarity; only what befalls somebody may be news of either kind."""
    known = evaluations(language)
    for form, entries in known.forms.items():
        for construction in (Construction.QUALITY, Construction.REGARD):
            signs = {entry.polarity > 0 for entry in entries if entry.construction is construction}
            assert len(signs) <= 1, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_closed_classes_are_all_there(language: str) -> None:
    """Both languages name the same ones."""
    assert set(evaluations(language).classes) == set(evaluations("en").classes)


def test_words_are_met_in_their_forms() -> None:
    """Feminines, plurals, adverbs and all forms of verbs, irregular ones too."""
    french, english = evaluations("fr"), evaluations("en-GB")
    for form in ("courageuses", "honteusement", "mensongère", "trahissait", "trahi"):
        assert form in french.forms, form
    for form in ("cowards", "shamefully", "betrays", "stolen", "fled"):
        assert form in english.forms, form
    assert evaluations("de").forms == {}


def test_tokens_part_elisions_and_possessives() -> None:
    """« l'armée » is two tokens, and so is `Trump's`; a contraction is one."""
    assert TOKEN.findall(plain_small("L’armée n'est pas")) == ["l'", "armée", "n'", "est", "pas"]
    assert TOKEN.findall(plain_small("Boulsano's men don’t")) == ["boulsano", "'s", "men", "don't"]
