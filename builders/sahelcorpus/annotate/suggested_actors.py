"""Whom a collection quotes by name and has no actor for: proposals with their evidence, for people to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sahelcorpus.annotate.actors import same_name
from sahelcorpus.annotate.speakers.resolved import ResolvedSpeaker
from sahelcorpus.annotate.speakers.words import fold
from sahelcorpus.records.vocabulary import ActorKind

Unlinked = tuple[str, ResolvedSpeaker, str | None, tuple[str, ...]]
"""An article's id, a speaker whom it quotes, the words of the mention if there is one, and the actors it may be."""

_LEAST_WORDS = 2
# Words of a name that tell what kind of actor it is; the first kind that one of its words fits.
_KINDS = (
    (
        ActorKind.GOVERNMENT,
        frozenset(("gouvernement", "government", "presidence", "presidency", "ministere", "ministry")),
    ),
    (ActorKind.ARMED_FORCE, frozenset(("armee", "armees", "army", "forces", "etat-major", "gendarmerie", "police"))),
    (ActorKind.ARMED_GROUP, frozenset(("katiba", "legion", "brigade", "rebelles", "milice", "militia", "front"))),
    (ActorKind.MISSION, frozenset(("mission",))),
    (
        ActorKind.OUTLET,
        frozenset(("journal", "presse", "press", "radio", "times", "ledger", "news", "matin", "soir", "info")),
    ),
)


@dataclass(slots=True)
class SuggestedActor:
    """Somebody whom a collection quotes by name and does not know.

    Attributes:
        name: The name, as most articles give it.
        kind: A guess at the kind of actor.
        quotations: How many quotations are theirs.
        articles: The ids of the articles that quote them, in the order in which they were read.
        mention: The longest mention, for what it says of them.
        may_be: Actors of the collection that they may be, if that could not be told.
    """

    name: str
    kind: ActorKind
    quotations: int = 0
    articles: list[str] = field(default_factory=list)
    mention: str = ""
    may_be: tuple[str, ...] = ()


def suggested_actors(quoted: Iterable[Unlinked]) -> list[SuggestedActor]:
    """Gather named speakers whom no actor of a collection is.

    Private people get no record: left out is who an article introduces as one, who is known by one name alone, and who
    is described without a name.

    Args:
        quoted: The quotations that no actor could be linked to.

    Returns:
        The proposals, who is quoted most first.
    """
    found: dict[tuple[str, ...], SuggestedActor] = {}
    for article_id, speaker, mention, may_be in quoted:
        if speaker.name is None or not speaker.is_named or speaker.is_private:
            continue
        if speaker.is_person and len(speaker.name.split()) < _LEAST_WORDS:
            continue
        if not speaker.name[:1].isupper():
            continue
        kind = ActorKind.PERSON if speaker.is_person else _kind(speaker.name)
        one = found.setdefault(same_name(speaker.name), SuggestedActor(speaker.name, kind))
        one.quotations += 1
        if article_id not in one.articles:
            one.articles.append(article_id)
        if mention is not None and len(mention) > len(one.mention):
            one.mention = mention
        one.may_be = tuple(sorted({*one.may_be, *may_be}))
    return sorted(found.values(), key=lambda one: (-one.quotations, -len(one.articles), one.name))


def _kind(name: str) -> ActorKind:
    own = frozenset(fold(name).replace("-", " ").replace("'", " ").split())
    return next((kind for kind, nouns in _KINDS if own & nouns), ActorKind.ORGANISATION)
