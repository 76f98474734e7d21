"""The forms of a cue verb, as a language's folder gives them: listed, or by a conjugation of the folder.

A listed form is `form`, `form/moods` (moods as in `inflection`; `f` where none are given) or `form~particle`, which is
a cue only together with its particle: `fügte~hinzu`. A line of `conjugations.txt` holds an ending of lemmas and what
takes its place, `-` for the stem: `ar: -a -ó -ado/p -ando/g`; the longest ending that fits a lemma counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sahelcorpus.annotate.quotes.inflection import Form

MOODS = frozenset("foipg")
"""The moods that a form can have."""

Conjugations = Mapping[str, list[Form]]
"""Templates with `-` for the stem, by the ending of the lemma."""


def listed_forms(entries: str) -> list[Form]:
    """Return the forms in a list with blanks between them; a form without moods is finite."""
    forms = []
    for entry in entries.split():
        form, _, moods = entry.partition("/")
        forms += [(form, mood) for mood in moods or "f"]
    return forms


def conjugated(lemma: str, conjugations: Conjugations) -> list[Form]:
    """Return a verb's forms by the conjugation whose ending fits best; none where none fits."""
    fitting = [ending for ending in conjugations if lemma.endswith(ending)]
    if not fitting:
        return []
    ending = max(fitting, key=len)
    stem = lemma.removesuffix(ending)
    return [(template.replace("-", stem), mood) for template, mood in conjugations[ending]]


def spelled(form: str, attached: Iterable[str], spellings: Iterable[str]) -> list[str]:
    """Return the ways a form is written: alone, with each attached conjunction, and in the looser spellings.

    Args:
        form: A form.
        attached: Conjunctions that are written in one word with what follows: Arabic `و`.
        spellings: `strict/loose` pairs: `أ/ا`.
    """
    ways = [form]
    for pair in spellings:
        strict, _, loose = pair.partition("/")
        ways += [way.replace(strict, loose) for way in ways if strict in way]
    return ways + [conjunction + way for conjunction in attached for way in ways]
