"""How far a text is about the Sahel: a number from 0 to 1, and the names that it rests on."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from sahelcorpus.annotate.places.finding import TITLE, Mention, countries, mentions
from sahelcorpus.annotate.places.gazetteer import Place, Reach

RELEVANT = 0.5
"""An article of this relevance or more is about the Sahel."""
LEAD_CODE_POINTS = 600
"""How far an article's opening reaches, in code points."""

_REACH = {Reach.SAHEL: 1.0, Reach.BORDER: 0.6, Reach.ELSEWHERE: 0.0}
_IN_TITLE = 2.0
_IN_LEAD = 1.5
_LATER = 0.7
_HALF_WAY = 1.5
_ELSEWHERE = 0.5


@dataclass(frozen=True, slots=True)
class Reason:
    """What one place adds.

    Attributes:
        name: The place, as the gazetteer names it.
        count: How often it is named.
        first: Its first mention: `title`, `lead` or `text`.
        weight: What it adds before everything is put on the scale of 0 to 1.
    """

    name: str
    count: int
    first: str
    weight: float


@dataclass(frozen=True, slots=True)
class Relevance:
    """How far an article is about the Sahel.

    Attributes:
        score: 0 to 1; from `RELEVANT` on it is.
        countries: The countries that it is about, most named first.
        reasons: What the score rests on, the heaviest first.
        elsewhere: How many names of other countries stand against it.
        mentions: Every place named.
    """

    score: float
    countries: tuple[str, ...]
    reasons: tuple[Reason, ...]
    elsewhere: int
    mentions: tuple[Mention, ...]

    @property
    def is_relevant(self) -> bool:
        """Whether the article is about the Sahel."""
        return self.score >= RELEVANT

    def in_words(self) -> str:
        """Return the score and what it rests on, on one line."""
        if not self.reasons:
            return f"{self.score:.2f}: no place of the Sahel is named"
        named = ", ".join(f"{reason.name} {reason.count}× (first in the {reason.first})" for reason in self.reasons[:5])
        more = f" and {len(self.reasons) - 5} more" if len(self.reasons) > 5 else ""  # noqa: PLR2004 - as many as above
        return f"{self.score:.2f}: {named}{more}; other countries {self.elsewhere}×"


def relevance(text: str, title: str | None = None) -> Relevance:
    """Return how far a text is about the Sahel.

    Each place of the Sahel weighs 1 (a place on its border 0.6), and more the oftener it is named, by the logarithm; it
    weighs twice as much if it is first named in the title, half as much again in the first 600 code points, and 0.7
    otherwise. The sum goes onto 0 to 1 as 1 - exp(-sum / 1.5), and is lowered by the root of the share of the Sahel
    among all places named, where names of other countries count half.

    Args:
        text: Canonical text.
        title: Headline, if it is known.
    """
    found = mentions(text, title)
    counts: Counter[Place] = Counter()
    first: dict[Place, str] = {}
    elsewhere = 0
    for mention in found:
        if mention.place.reach is Reach.ELSEWHERE:
            elsewhere += 1
            continue
        counts[mention.place] += 1
        is_lead = mention.start < LEAD_CODE_POINTS
        first.setdefault(mention.place, TITLE if mention.where == TITLE else "lead" if is_lead else "text")
    weighed = {TITLE: _IN_TITLE, "lead": _IN_LEAD, "text": _LATER}
    reasons = sorted(
        (
            Reason(
                place.name, count, first[place], _REACH[place.reach] * weighed[first[place]] * (1 + math.log2(count))
            )
            for place, count in counts.items()
        ),
        key=lambda reason: (-reason.weight, reason.name),
    )
    total = sum(reason.weight for reason in reasons)
    here = sum(_REACH[place.reach] * count for place, count in counts.items())
    share = here / (here + _ELSEWHERE * elsewhere) if here else 0.0
    score = (1 - math.exp(-total / _HALF_WAY)) * math.sqrt(share)
    about = countries(found, is_short=len(text) <= LEAD_CODE_POINTS)
    return Relevance(round(score, 3), about, tuple(reasons), elsewhere, tuple(found))
