"""Whom an article with an ordinal or « même » means in French: « Ali Kobo et Awa Tindo … raconte le premier »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.readings import Reading
from sahelcorpus.annotate.speakers.referents import Referent, Spoken, people_quoted

_ORDINALS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1}
_ORDINAL = re.compile(r"l[ea] (\w+)$", re.IGNORECASE)
_JOINED = re.compile(r"(?:,[^,;.:!?]{1,60})?,? et (?:(?:(?:l[ea]|son|sa) |l')[\w' -]{1,60},? )?$")
_COUNTED = re.compile(r"\b(?:deux|trois) (?:articles|points|volets|textes|documents|messages|communiqués|lettres)\b")
_BACK = 1_200
_SPEAKERS_BACK = 4
_BOTH = (0, 1)


def one_of_two(cast: Cast, reading: Reading, at: int, spoken: Sequence[Spoken]) -> Referent | None:
    """Return the first or second of the two people whom a text last named together before a place, or None.

    Args:
        cast: Whom the text names.
        reading: The mention, read.
        at: Where it starts.
        spoken: Who was quoted so far, in text order; the last two will do where nobody is named together.
    """
    match = _ORDINAL.fullmatch(cast.plain, at + reading.start, at + reading.end)
    number = _ORDINALS.get(match[1]) if match else None
    if number is None:
        return None
    found = [name for name in cast.names.between(max(0, at - _BACK), at) if name.person is not None]
    for one, other in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if one.person is other.person or _JOINED.fullmatch(cast.plain, one.end, other.start) is None:
            continue
        if _COUNTED.search(cast.plain, other.end, at):
            return None  # « Le décret tient en deux articles. « A », énonce le premier »
        person = (one, other)[number].person
        fits = person is not None and (not reading.gender or person.gender in ("", reading.gender))
        return cast.person(person) if fits and person is not None else None
    two = people_quoted(spoken[-_SPEAKERS_BACK:], cast.names.line(at)[0], at)
    return two[number] if len(two) == len(_BOTH) else None
