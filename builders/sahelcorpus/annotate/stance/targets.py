"""Whom a text may evaluate: targets that are given, actors of a collection that it mentions, or else whom it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.skeleton import plain_text
from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.words import words
from sahelcorpus.annotate.stance.article import Target
from sahelcorpus.annotate.stance.evaluations import TOKEN, cut, plain_small
from sahelcorpus.records import Actor, Source
from sahelcorpus.records.vocabulary import ActorKind

_ARTICLES = frozenset(("le", "la", "les", "l'", "the", "un", "une", "a", "an"))
_DEFINITE = frozenset(("le", "la", "les", "l'", "the", "ce", "cet", "cette", "ces", "this", "these", "du", "des", "au"))
_PREPOSITIONS = frozenset(("of", "for", "in", "on", "to", "and"))
_DROPPED = frozenset(("nouveau", "nouvelle", "new"))  # « le code minier », once « nouveau » has been said
_SHORTEST_SURNAME = 4
_SHORTEST_HEAD = 4
_MOST_WORDS = 12
_SHORTEST_NAME = 4
_PRONOUNS = frozenset(
    ("they", "them", "their", "theirs", "this", "that", "these", "those", "elle", "elles", "leur", "leurs", "celui")
)

Tokens = tuple[str, ...]


def given_target(text: str, name: str, place: Place | None = None, actor_id: str | None = None) -> Target:
    """Return a target that was asked for, with every place where the text has its name.

    Where a place was given, what is no name, a pronoun say, counts there alone.

    Args:
        text: The text.
        name: The name, as it was given.
        place: Where the target is meant, if that was given; it counts whatever stands there.
        actor_id: Its id, or None.
    """
    places = {place} if place is not None else set()
    known, wanted = plain_small(text), plain_small(name.strip())
    if place is not None and (len(wanted) < _SHORTEST_NAME or wanted in _PRONOUNS or not name.strip()[0].isupper()):
        wanted = ""
    at = known.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        whole = not known[max(0, at - 1) : at].isalnum() and not known[end : end + 1].isalnum()
        if whole and not any(start < end and at < stop for start, stop in places):
            places.add((at, end))
        at = known.find(wanted, end)
    return Target(name, actor_id, tuple(sorted(places)))


def named_targets(text: str, language: str) -> list[Target]:
    """Return whom and what a text names, as targets, in the order of their first mention."""
    found: dict[tuple[str, ...], tuple[str, list[Place]]] = {}
    for name in Names(plain_text(text), words(language)).found:
        person = name.person
        key = person.words if person is not None else name.words
        first = person.place if person is not None else (name.start, name.end)
        _, places = found.setdefault(key, (" ".join(text[first[0] : first[1]].split()), []))
        places.append((name.start, name.end))
    return [Target(shown, None, tuple(places)) for shown, places in found.values()]


class TargetIndex:
    """A collection's actors by their names, to find where a text mentions them."""

    def __init__(self, actors: Iterable[Actor], sources: Iterable[Source] = ()) -> None:
        """Take in the records: actors, and outlets, which are evaluated too."""
        self._shown: dict[str, str] = {}
        self._names: dict[str, dict[Tokens, list[str]]] = {}
        self._heads: dict[str, set[str]] = {}
        self._surnames: dict[str, list[str]] = {}
        self._small: set[str] = set()  # names of one word that are written without a capital: the junta
        self._actors = {actor.actor_id: actor for actor in actors}
        for actor in self._actors.values():
            names = [(actor.name, ""), *((name.name, name.language or "") for name in actor.names)]
            self._take(actor.actor_id, names, actor.kind)
        for source in sources:
            names = [(source.name, ""), *((name.name, name.language or "") for name in source.aliases)]
            self._take(source.source_id, names, ActorKind.OUTLET)

    def _take(self, actor_id: str, names: Sequence[tuple[str, str]], kind: ActorKind) -> None:
        self._shown[actor_id] = names[0][0]
        for name, language in dict.fromkeys(names):
            tokens = _without_article(tuple(TOKEN.findall(plain_small(name))[:_MOST_WORDS]))
            if len(tokens) == 1 and name[-len(tokens[0])].islower():
                self._small.add(tokens[0])
            for way in {tokens, tokens[1:] if tokens[0] in _DROPPED and len(tokens) > 1 else tokens}:
                ids = self._names.setdefault(way[0], {}).setdefault(way, [])
                if actor_id not in ids:
                    ids.append(actor_id)
            if kind is ActorKind.PERSON:
                if len(tokens) > 1 and len(tokens[-1]) >= _SHORTEST_SURNAME:
                    ids = self._surnames.setdefault(tokens[-1], [])
                    if actor_id not in ids:
                        ids.append(actor_id)
            elif len(tokens) > 1:
                head = _head(tokens, language)
                if len(head) >= _SHORTEST_HEAD:
                    self._heads.setdefault(actor_id, set()).add(head)

    def targets(self, text: str, wanted: Sequence[str] | None = None) -> list[Target]:
        """Return the actors that a text mentions, in the order of their first mention.

        Args:
            text: The text.
            wanted: These actors alone, in their order, mentioned or not; None for all that are mentioned.

        A name that several actors have counts for the one of them that is wanted or has another name in the text.
        """
        found, doubtful = self._by_name(text)
        for place, ids in doubtful:
            able = [one for one in ids if one in found or (wanted is not None and one in wanted)]
            if len(able) == 1:
                found.setdefault(able[0], set()).add(place)
        self._by_head(text, found, wanted or ())
        chosen = list(wanted) if wanted is not None else sorted(found, key=lambda one: min(found[one]))
        return [
            Target(self._shown.get(one, one), one, tuple(sorted(_longest(found.get(one, set()))))) for one in chosen
        ]

    def _by_name(self, text: str) -> tuple[dict[str, set[Place]], list[tuple[Place, list[str]]]]:
        """Return the places of names that one actor has, and those that several have."""
        found: dict[str, set[Place]] = {}
        doubtful: list[tuple[Place, list[str]]] = []
        small, places = cut(text)
        index = 0
        while index < len(small):
            word, (start, _) = small[index], places[index]
            size, ids = 0, list[str]()
            for row, owners in self._names.get(word, {}).items():
                size_ok = len(row) > size and tuple(small[index : index + len(row)]) == row
                if size_ok and (len(row) > 1 or text[start].isupper() or word in self._small):
                    size, ids = len(row), owners
            if not size and word in self._surnames and text[start].isupper():
                size, ids = 1, self._surnames[word]
            if size:
                place = (start, places[index + size - 1][1])
                if len(ids) == 1:
                    found.setdefault(ids[0], set()).add(place)
                else:
                    doubtful.append((place, ids))
            index += max(size, 1)
        return found, doubtful

    def _by_head(self, text: str, found: dict[str, set[Place]], wanted: Sequence[str]) -> None:
        """Add where a body that is mentioned by name is called by its head alone: `the mission`, « le Front »."""
        heads: dict[str, list[str]] = {}
        for actor_id in dict.fromkeys((*found, *wanted)):
            for head in self._heads.get(actor_id, ()):
                heads.setdefault(head, []).append(actor_id)
        if not heads:
            return
        words, places = cut(text)
        taken = {place[0] for known in found.values() for place in known}
        for index, (word, place) in enumerate(zip(words, places, strict=True)):
            owners = heads.get(word)
            if owners and len(owners) == 1 and index and words[index - 1] in _DEFINITE and place[0] not in taken:
                found.setdefault(owners[0], set()).add(place)

    def affiliations(self, actor_id: str | None, day: date | None) -> tuple[str, ...]:
        """Return the bodies that somebody held an office of on a day, or ever if the day is unknown."""
        actor = self._actors.get(actor_id or "")
        if actor is None:
            return ()
        return tuple(
            dict.fromkeys(
                role.organisation_id
                for role in actor.roles
                if role.organisation_id is not None
                and (day is None or role.valid_from is None or role.valid_from <= day)
                and (day is None or role.valid_to is None or role.valid_to >= day)
            )
        )


def _without_article(tokens: Tokens) -> Tokens:
    return tokens[1:] if len(tokens) > 1 and tokens[0] in _ARTICLES else tokens


def _head(tokens: Tokens, language: str) -> str:
    """Return the noun of a body's name: the first in French, in English what a preposition follows, or the last."""
    if language != "en":
        return tokens[0]
    before = next((at for at, word in enumerate(tokens) if at and word in _PREPOSITIONS), len(tokens))
    return tokens[before - 1]


def _longest(places: Iterable[Place]) -> set[Place]:
    """Return places without those that lie within another."""
    kept = set(places)
    return {one for one in kept if not any(two != one and two[0] <= one[0] and one[1] <= two[1] for two in kept)}
