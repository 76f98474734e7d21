"""Whom a nationality means in French: « le chef de la mission, le Kotinais Daouda Serme … Le Kotinais a appelé »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelcorpus.annotate.speakers.antecedents import Candidate
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.proper_names import Person
from sahelcorpus.annotate.speakers.readings import Form, Reading
from sahelcorpus.annotate.speakers.referents import Being, Referent
from sahelcorpus.annotate.speakers.words import fold, is_demonym

_FEMININE = re.compile(r"(?:(?<=n)n|(?<!nn))e$")
_WORD = re.compile(r"\b[a-zà-ÿ]{4,}\b")
_BESIDE = 60
_READ = 2


def is_nationality(reading: Reading) -> bool:
    """Say whether a mention can be a nationality with its article: « le Kotinais », « La Suédoise »."""
    if reading.form not in (Form.NAME, Form.BODY) or not reading.has_article or len(reading.words) != 1:
        return False
    return reading.end - reading.start == len(reading.words[0]) and is_demonym(reading.words[0])


def of_nationality(cast: Cast, word: str, found: list[Candidate], *, is_somebody: bool) -> Referent | None:
    """Return the person whom a nationality means, or None.

    Args:
        cast: Whom the text names.
        word: The nationality, folded.
        found: The people whom a pronoun there could mean, the likeliest first.
        is_somebody: Whether it is no newspaper: its article is small, « le Kotinais », or the one before just spoke.
    """
    said = cast.names.demonyms.get(word)
    person = None if said is None else cast.names.people.get(said)
    if person is not None:
        return cast.person(person)
    stem = _FEMININE.sub("", word)
    for candidate in found:
        known = cast.known_person(candidate.referent)
        if known is not None and any(_FEMININE.sub("", fold(word)) == stem for word in _words_beside(cast, known)):
            return candidate.referent
    if not is_somebody or word in cast.names.places:
        return None
    near = (candidate.referent for candidate in found[:1] if not candidate.paragraphs)
    return next((referent for referent in near if referent.being is Being.PERSON), None)


def _words_beside(cast: Cast, person: Person) -> Iterator[str]:
    """Yield the words around somebody's full name, in which an adjective may give a nationality."""
    for start, end in person.full[:_READ]:
        low, high = cast.names.line(start)
        yield from _WORD.findall(cast.plain, max(low, start - _BESIDE), min(high, end + _BESIDE))
