"""Interviews without marks: turns under a name, and answers after a question's paragraph."""

from __future__ import annotations

from time import perf_counter

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.quotes.constructions.turns import unmarked_answers

LABELLED = """Radio Sarrune : Awa Kobo, bonjour. Le magasin a-t-il rouvert ?
Awa Kobo : Bonjour. Pas encore. On nous avait dit mars.
Radio Sarrune : Et les sacs ?
Awa Kobo : Ils sont à Tindar, sous une bâche.
Radio Sarrune : Et le pont, vous le croyez solide ?
Awa Kobo : « Je crois ce que je pèse. »
"""
ASKED = """Awa Kobo dirige la coopérative de Sarrune. Elle nous reçoit dans son bureau.

Comment avez-vous vécu la fermeture ?

Mal. J'ai vu partir la moitié des femmes en trois semaines.

Le magasin est resté fermé jusqu'en mars.

Et le gouvernement ?

Il a promis des sacs, nous attendons encore.

Pensez-vous rester ?

Je n'ai pas d'autre pays.

Propos recueillis par Ali Serme
"""
EXPLAINED = """Que sait-on de l'explosion ?

Elle a eu lieu samedi matin. La police cherche deux hommes.

Quel est le bilan ?

La mairie compte neuf blessés.

Que va-t-il se passer ?

Le marché rouvrira jeudi.
"""


def told(text: str) -> list[str]:
    """The answers that stand without marks."""
    return [text[start:end] for start, end in unmarked_answers(text)]


def test_turns_under_a_name_are_that_names() -> None:
    """Each turn is one direct quotation; the outlet's are its own, and marks are left to the marks."""
    assert told(LABELLED) == ["Bonjour. Pas encore. On nous avait dit mars.", "Ils sont à Tindar, sous une bâche."]
    quotes = extract_quotes(LABELLED, "fr")
    said = [(quote.type.value, LABELLED[slice(*quote.segments[0])], quote.speaker) for quote in quotes]
    assert [(kind, words) for kind, words, _ in said] == [
        ("direct", "Bonjour. Pas encore. On nous avait dit mars."),
        ("direct", "Ils sont à Tindar, sous une bâche."),
        ("direct", "Je crois ce que je pèse."),
    ]
    assert all(place is not None and LABELLED[slice(*place)] == "Awa Kobo" for _, _, place in said)


def test_answers_after_questions_of_their_own_paragraph() -> None:
    """An answer goes on to the next question; after the last one it is one paragraph, and the credit is none."""
    assert told(ASKED) == [
        "Mal. J'ai vu partir la moitié des femmes en trois semaines.\n\nLe magasin est resté fermé jusqu'en mars.",
        "Il a promis des sacs, nous attendons encore.",
        "Je n'ai pas d'autre pays.",
    ]


def test_an_article_that_asks_its_readers_is_no_interview() -> None:
    """Headings that ask, without anybody who is spoken to or speaks of himself."""
    assert told(EXPLAINED) == []
    assert extract_quotes(EXPLAINED, "fr") == []


def test_answers_in_marks_are_left_to_the_marks() -> None:
    """Where most answers stand in marks, what follows a question without marks is the author's."""
    marked = ASKED.replace("Mal. J'ai", "« Mal. J'ai").replace("en mars.", "en mars. »").replace("Il a", "« Il a")
    assert told(marked) == []


def test_a_list_with_colons_is_no_interview() -> None:
    """Names that nobody asks."""
    listed = "Date : lundi\nLieu : Sarrune\nDate : mardi\nLieu : Tindar\nDate : jeudi\nLieu : Kaldé\n"
    assert told(listed) == []


def test_time_is_linear() -> None:
    """A megabyte of turns, and one of questions, within seconds."""
    start = perf_counter()
    unmarked_answers("Radio : Vraiment ?\nAwa : Oui, je le crois.\n" * 25_000)
    unmarked_answers("Le pensez-vous ?\nOui, je le crois.\n" * 30_000)
    unmarked_answers("A : " * 250_000)
    unmarked_answers("?\n" * 500_000)
    assert perf_counter() - start < 8
