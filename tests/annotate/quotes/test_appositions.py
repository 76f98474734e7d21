"""Every noun for somebody, apposed to a name: the mention holds it, before its verb and after. Everything is invented."""

from __future__ import annotations

import pytest

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.quotes.lexicon import lexicon

SENTENCES = {
    "fr": (
        ("Ali Kobo, {noun}, assure que tout va bien.", "Ali Kobo, {noun}"),
        ("« Tout va bien », assure Ali Kobo, {noun} à Tirel.", "Ali Kobo, {noun}"),
        ("« Tout va bien », assure Ali Kobo, {noun} de Tirel.", "Ali Kobo, {noun} de Tirel"),
    ),
    "en": (
        ("Ali Kobo, a {noun}, said that all was well.", "Ali Kobo, a {noun}"),
        ("“All is well,” said Ali Kobo, a {noun} from Tirel.", "Ali Kobo, a {noun} from Tirel"),
        ("According to Ali Kobo, a {noun} at the port, all is well.", "Ali Kobo, a {noun} at the port"),
        ("On Monday the {noun}, Ali Kobo, said all was well.", "the {noun}, Ali Kobo"),
        ("“All is well,” said the {noun}, Ali Kobo.", "the {noun}, Ali Kobo"),
    ),
}
"""A sentence with a noun, and what its speaker's mention begins with."""

_PRONOUNS = frozenset(("beaucoup", "certains", "personne"))
"""What the lexicon lists among them and is no noun here."""


@pytest.mark.parametrize(
    ("language", "sentence", "mention"),
    [(language, sentence, mention) for language, cases in SENTENCES.items() for sentence, mention in cases],
)
def test_a_mention_holds_the_noun_beside_a_name(language: str, sentence: str, mention: str) -> None:
    """Whatever somebody is."""
    classes = "titles humans speakers" if language == "fr" else "titles humans"
    nouns = sorted(noun for noun in lexicon(language).words(classes) if noun.isalpha() and len(noun) > 3)
    missed = []
    for noun in nouns:
        text = sentence.format(noun=noun)
        found = extract_quotes(text, language)
        place = found[0].speaker if found else None
        if place is None or not text[slice(*place)].startswith(mention.format(noun=noun)):
            missed.append(noun)
    assert len(nouns) > 400
    assert set(missed) <= _PRONOUNS
