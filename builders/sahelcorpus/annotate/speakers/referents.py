"""Who can be meant: somebody or something that a text has named or described, with gender and number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sahelcorpus.annotate.quotes.found import Place


class Being(Enum):
    """What kind of speaker it is."""

    PERSON = "person"
    BODY = "body"
    SOMEBODY = "somebody"
    GROUP = "group"
    DOCUMENT = "document"


PEOPLE = frozenset((Being.PERSON, Being.SOMEBODY))
BODIES = frozenset((Being.BODY,))
ANYBODY = frozenset((Being.PERSON, Being.SOMEBODY, Being.BODY, Being.GROUP))


@dataclass(slots=True)
class Referent:
    """A possible speaker.

    Attributes:
        name: The fullest name, or a description.
        place: The mention that gives it.
        being: A named person, a body, somebody unnamed, several of them, or a document.
        gender: `m`, `f`, or the empty string while unknown.
        plural: Whether it is several.
        head: The noun that describes it, if it is not named.
        complement: Folded words that narrow that noun.
        is_new: Whether the mention introduces somebody: « un officier ».
    """

    name: str
    place: Place
    being: Being
    gender: str = ""
    plural: bool = False
    head: str = ""
    complement: frozenset[str] = frozenset()
    is_new: bool = False

    def can_be(self, gender: str) -> bool:
        """Say whether somebody can be of a gender; an unknown one, on either side, contradicts nothing."""
        return not (gender and self.gender) or gender == self.gender

    @property
    def is_named(self) -> bool:
        """Whether the name is a proper one, or a body's."""
        return self.being in (Being.PERSON, Being.BODY)


def both(one: Referent, other: Referent, place: Place, language: str) -> Referent:
    """Return two who speak together: « Awa Tindari et Ali Kobo ».

    Args:
        one: The first.
        other: The second.
        place: The mention that means them.
        language: ISO 639-1 code.
    """
    gender = "f" if one.gender == other.gender == "f" else "m"
    joint = " et " if language == "fr" else " and "
    return Referent(one.name + joint + other.name, place, Being.GROUP, gender, plural=True)


@dataclass(slots=True)
class Spoken:
    """Somebody who was quoted.

    Attributes:
        at: Where the mention or, without one, the quotation stands.
        end: Where all of the quotation ends, its mention and cue included.
        referent: Who it was.
        is_document: Whether the mention was a document's.
    """

    at: int
    end: int
    referent: Referent
    is_document: bool = False


def people_quoted(spoken: Iterable[Spoken], low: int, at: int) -> list[Referent]:
    """Return the people with names who were quoted in a stretch, each once, in the order of the text.

    Args:
        spoken: Who was quoted.
        low: Where the stretch starts, in code points.
        at: Where it ends.
    """
    people = (one.referent for one in spoken if low <= one.at < at and one.referent.being is Being.PERSON)
    return list({referent.name: referent for referent in people}.values())
