"""Private people: whom a text introduces by no more than an everyday occupation, or as a witness or a victim."""

from __future__ import annotations

import re

from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.proper_names import Person

_INTRODUCTIONS = 2
_AROUND = 60
_AFTER = re.compile(
    r"(?:, | \()(?:(?:âgée? de )?\d+(?: ans|-year-old)?,? )?(?:(?:un|une|le|la|a|an|the) |l')?"
    r"([^\W\d_]+(?:-[^\W\d_]+)*)"
)


def _last_word(text: str) -> str:
    """Return the word at a text's end in small letters; the empty string if a sign stands there."""
    at = len(text)
    while at and (text[at - 1].isalpha() or text[at - 1] == "-"):
        at -= 1
    return text[at:].lower()


def is_private(names: Names, person: Person) -> bool:
    """Say whether a text introduces somebody as a private person: « Awa Tindari, marchande de mil ».

    Such a person may share a name with somebody known, whom the text does not mean.

    Args:
        names: The text's names.
        person: One of them.
    """
    private = names.words.of("private")
    for start, end in person.full[:_INTRODUCTIONS]:
        after = _AFTER.match(names.plain, end, end + _AROUND)
        if after is not None and after[1].lower() in private:
            return True
        before = names.plain[max(0, start - _AROUND) : start]
        if before.endswith(" ") and _last_word(before[:-1].removesuffix(",")) in private:
            return True
    return False
