"""What is known of names before a text is read: a collection's actors and outlets, by each of their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sahelcorpus.annotate.speakers.words import name_words
from sahelcorpus.records import Actor, Source
from sahelcorpus.records.vocabulary import ActorKind, Gender, NameKind

_GENDERS = {Gender.FEMALE: "f", Gender.MALE: "m"}


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor as far as it helps to read its names in a text.

    Attributes:
        actor_id: Its id.
        is_person: Whether it is a person.
        is_state: Whether it is a state, whose capital's name means its government.
        gender: `m`, `f`, or the empty string.
        full: Its full names, in any language, the longest first.
    """

    actor_id: str
    is_person: bool
    is_state: bool
    gender: str
    full: tuple[str, ...]


class Gazetteer:
    """A collection's names. One that two actors share settles nothing, and is left to the text."""

    def __init__(self, actors: Iterable[Actor], sources: Iterable[Source] = ()) -> None:
        """Take in the records.

        Args:
            actors: The collection's actors.
            sources: Its outlets, which speak too.
        """
        self._known: dict[tuple[str, ...], KnownActor | None] = {}
        self._by_names: set[tuple[str, ...]] = set()
        for actor in actors:
            self._take(
                [(actor.name, NameKind.NAME), *((name.name, name.kind) for name in actor.names)],
                (actor.actor_id, actor.kind),
                _GENDERS.get(actor.gender, "") if actor.gender else "",
            )
        for source in sources:
            names = [(source.name, NameKind.NAME), *((name.name, name.kind) for name in source.aliases)]
            self._take(names, (source.source_id, ActorKind.OUTLET), "")

    def _take(self, names: list[tuple[str, NameKind]], actor: tuple[str, ActorKind], gender: str) -> None:
        actor_id, kind = actor
        full = sorted({name for name, own in names if own is NameKind.NAME}, key=lambda name: (-len(name), name))
        known = KnownActor(actor_id, kind is ActorKind.PERSON, kind is ActorKind.STATE, gender, tuple(full))
        own_full = {name_words(name) for name in full}
        for name, _ in names:
            key = name_words(name)
            if self._known.setdefault(key, known) is not known:
                self._known[key] = None
            elif key not in own_full:
                self._by_names.add(key)

    def actor(self, words: tuple[str, ...]) -> KnownActor | None:
        """Return the one actor with a name, given as its folded words; None for an unknown or a shared name."""
        return self._known.get(words)

    def behind_by_name(self, words: tuple[str, ...]) -> KnownActor | None:
        """Return the one actor of whom a name is not a full one: an acronym, a capital, a palace."""
        return self._known.get(words) if words in self._by_names else None

    def is_body(self, words: tuple[str, ...]) -> bool:
        """Say whether a name is known as that of something that is no person."""
        known = self._known.get(words)
        return known is not None and not known.is_person

    def gender(self, words: tuple[str, ...]) -> str:
        """Return the gender that is known of a person with a name: `m`, `f`, or the empty string."""
        known = self._known.get(words)
        return known.gender if known is not None else ""
