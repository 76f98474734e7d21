"""Whom an article with an ordinal or « même » means in French: « Ali Kobo et Awa Tindo … raconte le premier »."""

from __future__ import annotations

import re

from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.readings import Reading
from sahelcorpus.annotate.speakers.referents import Referent

_ORDINALS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1}
_ORDINAL = re.compile(r"l[ea] (\w+)$", re.IGNORECASE)
_JOINED = re.compile(r"(?:,[^,;.:!?]{1,60},?)? et (?:(?:l[ea]|son|sa) [a-zà-ÿ-]+ |l'[a-zà-ÿ-]+ )?$")
_BACK = 1_200


def one_of_two(cast: Cast, reading: Reading, at: int) -> Referent | None:
    """Return the first or second of the two people whom a text last named together before a place, or None.

    Args:
        cast: Whom the text names.
        reading: The mention, read.
        at: Where it starts.
    """
    match = _ORDINAL.fullmatch(cast.plain, at + reading.start, at + reading.end)
    number = _ORDINALS.get(match[1]) if match else None
    if number is None:
        return None
    found = cast.names.between(max(0, at - _BACK), at)
    for one, other in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if one.person is None or other.person is None or one.person is other.person:
            continue
        if _JOINED.fullmatch(cast.plain, one.end, other.start) is None:
            continue
        person = (one, other)[number].person
        fits = person is not None and (not reading.gender or person.gender in ("", reading.gender))
        return cast.person(person) if fits and person is not None else None
    return None
