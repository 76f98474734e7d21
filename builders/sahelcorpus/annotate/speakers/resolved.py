"""What the resolver finds: of each quotation, who says it, and how that was found out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.records.vocabulary import SpeakerKind


class How(StrEnum):
    """What led from a quotation to its speaker's name."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    ACRONYM = "acronym"
    METONYM = "metonym"
    DESCRIPTION = "description"
    ISSUER = "issuer"
    FLOATING = "floating"
    CONTINUED = "continued"
    TURN = "turn"
    COLON = "colon"
    ITSELF = "itself"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """Who says a quotation.

    Attributes:
        name: The fullest name that the document gives the source; None only if it gives no way to know.
        kind: What kind of mention the quotation has.
        place: The mention that gives the name, or None where the name stands nowhere as such.
        confidence: How often a name found this way is right, as a probability.
        how: What led to the name.
        is_named: Whether the name is a proper name or a body's, not the description of somebody unnamed.
        is_person: Whether it is a person's proper name.
        is_private: Whether the text introduces that person as a private one: a resident, a witness.
    """

    name: str | None
    kind: SpeakerKind
    place: Place | None
    confidence: float
    how: How
    is_named: bool = False
    is_person: bool = False
    is_private: bool = False
