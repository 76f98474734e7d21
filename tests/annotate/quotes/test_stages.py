"""The extractor's stages, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahelcorpus.annotate.quotes import confidence as confidence_module
from sahelcorpus.annotate.quotes.inflection import inflected
from sahelcorpus.annotate.quotes.lexicon import lexicon
from sahelcorpus.annotate.quotes.marks import marked_stretches
from sahelcorpus.annotate.quotes.sentences import sentences
from sahelcorpus.annotate.quotes.skeleton import plain_text, skeleton
from sahelcorpus.annotate.quotes.tokens import QUOTATION, tokens_of


def contents(text: str) -> list[str]:
    return [text[stretch.inner_start : stretch.inner_end] for stretch in marked_stretches(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Il dit « oui » et “non”.", ["oui", "non"]),
        ("Il dit «\u00a0oui\u00a0».", ["oui"]),
        ("« Il m'a dit “viens” et j'ai dit « non ». »", ["Il m'a dit “viens” et j'ai dit « non »."]),
        ("« Un.\n« Deux. »", ["Un.\n« Deux."]),
        ("« Un.\nDeux. »", ["Un.\nDeux."]),
        ('"Un.\n"Deux."', ['Un.\n"Deux.']),
        ("« Un, dit-il.\nAutre chose.", ["Un, dit-il."]),
        ("une règle de 12\" et 'voilà'", ["voilà"]),
        ("‘We did not lose’, she says of the agents’ union.", ["We did not lose"]),
        ("‘It is the agents’ union’, she says.", ["It is the agents’ union"]),
        ("l'accord d'hier qu'on a signé", []),
        ("<< oui >> et < < non >> et ,, peut-être >>", ["oui", "non", "peut-être"]),
        ("Il faut « partir, dit-il.", ["partir"]),
    ],
)
def test_marks_pair_up(text: str, content: list[str]) -> None:
    """Every style, nested, repeated at paragraphs, damaged, left open; apostrophes are none."""
    assert contents(text) == content


def split(text: str) -> list[str]:
    stretches = marked_stretches(text)
    return [text[start:end] for start, end in sentences(text, skeleton(plain_text(text), stretches), stretches)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Tindari part. Mme Awa reste.", ["M. Tindari part.", "Mme Awa reste."]),
        ("Il y a 1.500 morts. On compte.", ["Il y a 1.500 morts.", "On compte."]),
        ("J. A. Tindari est venu.", ["J. A. Tindari est venu."]),
        ("« Un. Deux. » Il sort.", ["« Un. Deux. »", "Il sort."]),
        ("« Qui ? », dit-il. Rien.", ["« Qui ? », dit-il.", "Rien."]),
        ("« Qui ? » demande la plus jeune.", ["« Qui ? » demande la plus jeune."]),
        ("Titre\nTexte", ["Titre", "Texte"]),
        ("une ligne\ncoupée", ["une ligne\ncoupée"]),
        ("On l'accuse de vol. Le maire nie.", ["On l'accuse de vol.", "Le maire nie."]),
        ("Ils étaient sept. Le vol. 3 manque, et l'art. 12.", ["Ils étaient sept.", "Le vol. 3 manque, et l'art. 12."]),
        ("He told me. Then he left. It was Me. Tilma.", ["He told me.", "Then he left.", "It was Me. Tilma."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    """Abbreviations, figures, initials and quoted full stops end none."""
    assert split(text) == expected


def test_a_quotation_is_one_token() -> None:
    """Elided words and inverted pronouns stand alone."""
    text = "« Oui. Non. », a-t-il dit à l'aube."
    tokens = tokens_of(skeleton(plain_text(text), marked_stretches(text)), (0, len(text)))
    assert tokens.words == [QUOTATION, ",", "a", "-t-il", "dit", "à", "l'", "aube", "."]
    assert all(len(skeleton(plain_text(text), marked_stretches(text))) == len(text) for _ in range(1))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("annoncer", ["annonce", "annonçait", "annoncèrent", "annoncerait", "annoncé", "annonçant"]),
        ("exiger", ["exigent", "exigeait", "exigeant", "exigée"]),
        ("rappeler", ["rappelle", "rappellera", "rappelait", "rappelé"]),
        ("répéter", ["répète", "répétera", "répétait"]),
        ("avertir", ["avertit", "avertissent", "avertissait", "averti", "avertira"]),
    ],
)
def test_french_verbs_are_inflected(lemma: str, forms: list[str]) -> None:
    """With the spelling changes of their conjugation."""
    made = {form for form, _ in inflected(lemma, "fr")}
    assert set(forms) <= made


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("fr", "dit", "dire"),
        ("fr", "soutiennent", "soutenir"),
        ("en", "told", "tell"),
        ("en", "denies", "deny"),
        ("ar", "قالت", "قال"),
    ],
)
def test_the_lexicon_knows_forms(language: str, form: str, lemma: str) -> None:
    """By their dictionary form."""
    assert lexicon(language).verbs[form].lemma == lemma


def test_an_unknown_language_has_no_words() -> None:
    """And no error: its texts are read by marks alone."""
    assert lexicon("xx").verbs == {}
    assert lexicon("../fr").verbs == {}


def test_every_construction_with_a_rate_exists() -> None:
    """A renamed construction would lose its rate without anybody seeing it."""
    folder = Path(confidence_module.__file__).parent
    source = "\n".join(path.read_text() for path in folder.rglob("*.py") if path.name != "confidence.py")
    assert [name for name in confidence_module._RATES if f'"{name}"' not in source] == []


def test_a_doubtful_reading_promises_no_more_than_its_score() -> None:
    """The rate of a construction is an average: what speaks against one reading of it counts."""
    assert confidence_module.confidence("incise", 0.6, named=True) == 0.6
    assert confidence_module.confidence("that-clause", 0.95, named=True) == 0.88
    assert confidence_module.confidence("that-clause", 0.8, named=False) == 0.8
