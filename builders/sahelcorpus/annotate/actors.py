"""Which actor of a collection a speaker is: by name, then by spelling, then by an office and its dates; else nobody.

Precision comes first. A name that two actors share, and that nothing in the article tells apart, links to neither; who
is described without a name, and holds no dated office that one actor alone holds, links to nobody; and so does whoever
the article introduces as a private person, or was found with little confidence.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sahelcorpus.annotate.speakers.resolved import ResolvedSpeaker
from sahelcorpus.annotate.speakers.words import fold, name_words, words
from sahelcorpus.records import Actor, Source
from sahelcorpus.records.vocabulary import ActorKind, NameKind, SpeakerKind

LEAST_CONFIDENCE = 0.7
"""A speaker found with less confidence than this is linked to nobody."""

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset("le la les l de du des d un une et the of and for a an".split())  # noqa: SIM905 - read as a line
_SHORTEST_LOOSE = 6
_LEAST_WORDS = 2
# Spellings of one sound, made alike in this order: Vitali and Vitaly, Oumar and Umar, Djibril and Jibril.
_SPELLINGS = (
    (re.compile(r"dj"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"kh|ck|q|c(?=[aouklrt]|$)"), "k"),
    (re.compile(r"tch|ch|sch"), "sh"),
    (re.compile(r"gu(?=[eiy])"), "g"),
    (re.compile(r"y|ee|ie(?=$|[^aeiou])"), "i"),
    (re.compile(r"(?<=[bdgrt])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ENGLISH_OFFICES = {
    "minister": "ministre", "prime": "premier", "defence": "defense", "foreign": "etrangeres", "interior": "interieur",
    "spokesman": "porteparole", "spokeswoman": "porteparole", "spokesperson": "porteparole", "head": "chef",
    "chief": "chef", "mayor": "maire", "prosecutor": "procureur", "army": "armees", "mining": "mines",
    "economy": "economie", "communications": "communication", "affairs": "affaires", "ambassador": "ambassadeur",
    "governor": "gouverneur", "secretary": "secretaire",
}  # fmt: skip
_MEN_S_OFFICES = {
    "premiere": "premier", "presidente": "president", "cheffe": "chef", "procureure": "procureur",
    "ambassadrice": "ambassadeur", "directrice": "directeur", "coordinatrice": "coordinateur", "deputee": "depute",
    "deleguee": "delegue", "gouverneure": "gouverneur", "generale": "general",
}  # fmt: skip
_OFFICES = frozenset(
    ("ministre", "president", "porteparole", "chef", "maire", "procureur", "ambassadeur", "gouverneur", "secretaire")
)
# How a text speaks of the one government or army of a country, and a word that its record's name has.
_BODIES = {
    "gouvernement": (ActorKind.GOVERNMENT, frozenset(("gouvernement", "government"))),
    "government": (ActorKind.GOVERNMENT, frozenset(("gouvernement", "government"))),
    "armee": (ActorKind.ARMED_FORCE, frozenset(("armee", "army", "forces"))),
    "army": (ActorKind.ARMED_FORCE, frozenset(("armee", "army", "forces"))),
    "major": (ActorKind.ARMED_FORCE, frozenset(("armee", "army", "forces"))),
}

_Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where an article was published.

    Attributes:
        published: The day, or None if unknown.
        countries: The countries it is about, ISO 3166-1 alpha-2.
        language: Its BCP 47 tag.
    """

    published: date | None
    countries: Sequence[str] = ()
    language: str = "und"


@dataclass(frozen=True, slots=True)
class Link:
    """Which actor a speaker is.

    Attributes:
        actor_id: The actor's or the outlet's id; None if nobody, or more than one, fits.
        candidates: Who it may be, if that could not be told; sorted.
    """

    actor_id: str | None
    candidates: tuple[str, ...] = ()


NOBODY = Link(None)


@dataclass(frozen=True, slots=True)
class _Role:
    words: frozenset[str]
    start: date | None
    end: date | None

    def holds(self, day: date | None) -> bool:
        """Say whether it was held in the month of a day; without a day, whether it ever was."""
        if day is None:
            return True
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return (self.start is None or self.start <= last) and (self.end is None or self.end >= day.replace(day=1))


@dataclass(frozen=True, slots=True)
class _Known:
    actor_id: str
    kind: ActorKind
    names: tuple[_Name, ...]
    country: str | None
    roles: tuple[_Role, ...]
    shown: tuple[tuple[str, NameKind], ...]

    @property
    def is_person(self) -> bool:
        return self.kind is ActorKind.PERSON


class ActorIndex:
    """A collection's actors and outlets by their names and offices."""

    def __init__(self, actors: Iterable[Actor], sources: Iterable[Source] = ()) -> None:
        """Take in the records.

        Args:
            actors: The collection's actors.
            sources: Its outlets, which speak too.
        """
        self._known = {known.actor_id: known for known in (*map(_actor, actors), *map(_source, sources))}
        self._exact: dict[_Name, list[str]] = {}
        self._loose: dict[_Name, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        for known in self._known.values():
            for name in known.names:
                _add(self._exact.setdefault(name, []), known.actor_id)
                _add(self._loose.setdefault(_loosened(name), []), known.actor_id)
                if known.is_person and len(name) >= _LEAST_WORDS:
                    for word in name:
                        _add(self._by_word.setdefault(word, []), known.actor_id)
        # the full names of bodies, the longest first, each with its acronym
        self._acronyms = sorted(
            (
                (name, name_words(acronym))
                for known in self._known.values()
                for acronym, kind in known.shown
                if kind is NameKind.ACRONYM
                for name in known.names
                if len(name) >= _LEAST_WORDS
            ),
            key=lambda pair: -len(pair[0]),
        )

    def link(self, speaker: ResolvedSpeaker, mention: str | None, circumstances: Circumstances) -> Link:
        """Return which actor a speaker is.

        Args:
            speaker: The resolved speaker of a quotation.
            mention: The words of its mention, or None if there is none.
            circumstances: When and where the article was published.
        """
        if speaker.name is None or speaker.is_private or speaker.kind is SpeakerKind.ANONYMOUS:
            return NOBODY
        has_grammar = words(circumstances.language).has_grammar
        if has_grammar and speaker.confidence < LEAST_CONFIDENCE:
            return NOBODY
        if not speaker.is_named:
            return self._by_office(speaker, circumstances)
        name = name_words(speaker.name)
        found = self._exact.get(name) or self._spelt_alike(name) or self._part_of(name, speaker)
        if not found and not speaker.is_person:
            found = self._exact.get(self._with_acronym(name), ())
        if not found and not has_grammar:
            found = self._within(name_words(mention or "") or name, people=True)
        elif not found and not speaker.is_person:
            found = self._within(name, people=False)
        if found:
            return self._chosen(found, speaker, mention, circumstances)
        if speaker.is_person or not has_grammar:
            return self._by_surname(name, mention, circumstances)
        return self._by_noun(name, circumstances)

    def knows(self, name: str | None) -> bool:
        """Say whether an actor has a name, whoever is meant by it here."""
        return name is not None and bool(self._exact.get(name_words(name)) or self._loose.get(same_name(name)))

    def fullest_name(self, actor_id: str, name: str, text: str) -> str:
        """Return the fullest name that a text gives an actor of whom it has used a by-name: `Montfélix`, an acronym.

        Args:
            actor_id: The actor's id.
            name: The name found so far.
            text: The text.
        """
        known = self._known[actor_id]
        own = name_words(name)
        if not any(kind is not NameKind.NAME and name_words(shown) == own for shown, kind in known.shown):
            return name
        full = [shown for shown, kind in known.shown if kind is NameKind.NAME and shown in text]
        return max(full, key=len, default=name)

    def _with_acronym(self, name: _Name) -> _Name:
        """Return a name in which a body's full name is its acronym: « la Cour de l'Union du Fleuve », « de l'UF »."""
        for full, acronym in self._acronyms:
            for start in range(1, len(name) - len(full) + 1):
                if name[start : start + len(full)] == full:
                    return name[:start] + acronym + name[start + len(full) :]
        return name

    def _spelt_alike(self, name: _Name) -> Sequence[str]:
        if len(name) < _LEAST_WORDS and sum(map(len, name)) < _SHORTEST_LOOSE:
            return ()
        return self._loose.get(_loosened(name), ())

    def _part_of(self, name: _Name, speaker: ResolvedSpeaker) -> Sequence[str]:
        """Return people of whose names this is a part, or who have a name that is a part of it, two words at least."""
        if not speaker.is_person or len(name) < _LEAST_WORDS:
            return ()
        own = frozenset(name)
        found = []
        for actor_id in dict.fromkeys(actor_id for word in name for actor_id in self._by_word.get(word, ())):
            for other in map(frozenset, self._known[actor_id].names):
                if min(len(own), len(other)) >= _LEAST_WORDS and (own <= other or other <= own):
                    found.append(actor_id)
                    break
        return found

    def _within(self, name: _Name, *, people: bool) -> Sequence[str]:
        """Return who has the longest name within another: `Tamasna's | transitional government`, a title before it."""
        for size in range(len(name), _LEAST_WORDS - 1, -1):
            for start in range(len(name) - size + 1):
                found = self._exact.get(name[start : start + size], ())
                found = [one for one in found if self._known[one].is_person is people]
                if found and not (start and name[start - 1] in _EMPTY):
                    return found
        return ()

    def _chosen(
        self, ids: Sequence[str], speaker: ResolvedSpeaker, mention: str | None, circumstances: Circumstances
    ) -> Link:
        """Return the one of several namesakes for whom the office or the country speaks; nobody if that is not one."""
        found = list(dict.fromkeys(ids))
        if len(found) == 1:
            return self._unless_home(found[0], speaker, circumstances)
        own = _office(mention or "")
        held = [one for one in found if any(role & own for role in self._roles(one, circumstances))]
        if len(held) == 1:
            return Link(held[0])
        near = [one for one in held or found if self._known[one].country in circumstances.countries]
        return Link(near[0]) if len(near) == 1 else Link(None, tuple(sorted(found)))

    def _unless_home(self, actor_id: str, speaker: ResolvedSpeaker, circumstances: Circumstances) -> Link:
        """Return an actor, unless it is the article's own country by its capital's name, which means a government."""
        known = self._known[actor_id]
        if known.kind is not ActorKind.STATE or known.country not in circumstances.countries[:1]:
            return Link(actor_id)
        own = name_words(speaker.name or "")
        if any(kind is NameKind.NAME and name_words(shown) == own for shown, kind in known.shown):
            return Link(actor_id)
        governments = [
            one.actor_id
            for one in self._known.values()
            if one.kind is ActorKind.GOVERNMENT and one.country == known.country
        ]
        return Link(None, tuple(sorted((actor_id, *governments))))

    def _by_surname(self, name: _Name, mention: str | None, circumstances: Circumstances) -> Link:
        """Return whose surname stands alone in an article, if an office of that month or the country speaks for one."""
        if len(name) > 1:
            return NOBODY
        bearers = [
            one for one in self._by_word.get(name[-1], ()) if any(own[-1] == name[-1] for own in self._known[one].names)
        ]
        own = _office(mention or "")
        held = [one for one in bearers if any(role & own for role in self._roles(one, circumstances))]
        near = [one for one in held or bearers if self._known[one].country in circumstances.countries]
        if len(bearers) == 1 and (held or near):
            return Link(bearers[0])
        return Link(held[0]) if len(held) == 1 else Link(None, tuple(sorted(bearers)))

    def _by_office(self, speaker: ResolvedSpeaker, circumstances: Circumstances) -> Link:
        """Return who held an office in the month of the article: « le ministre de la Défense »."""
        if speaker.kind is not SpeakerKind.NOMINAL or circumstances.published is None:
            return NOBODY
        own = _office(speaker.name or "")
        if len(own) < _LEAST_WORDS or own.isdisjoint(_OFFICES):
            return NOBODY
        found = [
            known.actor_id
            for known in self._known.values()
            if known.country in circumstances.countries
            and any(own <= role for role in self._roles(known.actor_id, circumstances))
        ]
        return Link(found[0]) if len(found) == 1 else Link(None, tuple(sorted(found)))

    def _by_noun(self, name: _Name, circumstances: Circumstances) -> Link:
        """Return the only government or army of the article's own country, where it has no other name."""
        kind, nouns = (
            _BODIES.get(name[-1], (None, frozenset[str]())) if len(name) <= _LEAST_WORDS else (None, frozenset())
        )
        if kind is None or (len(name) > 1 and name != ("etat", "major")):
            return NOBODY
        found = [
            known
            for known in self._known.values()
            if known.kind is kind
            and known.country in circumstances.countries[:1]
            and any(nouns & frozenset(own) for own in known.names)
        ]
        headed = {known.actor_id: self._heads(known, circumstances) for known in found}
        current = [one for one, heads in headed.items() if heads is True]
        found_ids = current or [one for one, heads in headed.items() if heads is None]
        return Link(found_ids[0]) if len(found_ids) == 1 else Link(None, tuple(sorted(headed)))

    def _heads(self, government: _Known, circumstances: Circumstances) -> bool | None:
        """Say whether whom a government is named after held an office that month; None if it is named after nobody."""
        surnames = {word for name in government.names for word in name}
        people = [
            known
            for known in self._known.values()
            if known.is_person and known.country == government.country and known.names[0][-1] in surnames
        ]
        heads = [known for known in people if any(role.words & {"president", "premier"} for role in known.roles)]
        if not heads:
            return None
        return any(self._roles(known.actor_id, circumstances) for known in heads)

    def _roles(self, actor_id: str, circumstances: Circumstances) -> list[frozenset[str]]:
        """Return an actor's offices in the month of the article, all of them if that is unknown."""
        return [role.words for role in self._known[actor_id].roles if role.holds(circumstances.published)]


def same_name(name: str) -> tuple[str, ...]:
    """Return what two spellings of one name have in common: no accents, no article, one spelling for one sound."""
    return _loosened(name_words(name))


def _actor(actor: Actor) -> _Known:
    shown = [(actor.name, NameKind.NAME), *((name.name, name.kind) for name in actor.names)]
    roles = tuple(_Role(_office(role.title), role.valid_from, role.valid_to) for role in actor.roles)
    country = actor.country or next((role.country for role in actor.roles if role.country), None)
    return _Known(actor.actor_id, actor.kind, _all_words(shown), country, roles, tuple(shown))


def _source(source: Source) -> _Known:
    shown = [(source.name, NameKind.NAME), *((name.name, name.kind) for name in source.aliases)]
    return _Known(source.source_id, ActorKind.OUTLET, _all_words(shown), source.country, (), tuple(shown))


def _all_words(shown: Sequence[tuple[str, NameKind]]) -> tuple[_Name, ...]:
    return tuple(dict.fromkeys(filter(None, (name_words(name) for name, _ in shown))))


def _loosened(name: _Name) -> _Name:
    """Return the words of a name with the spellings of one sound made alike."""
    found = []
    for word in name:
        alike = word
        if word.isascii():
            for pattern, sound in _SPELLINGS:
                alike = pattern.sub(sound, alike)
        found.append(alike)
    return tuple(found)


def _office(title: str) -> frozenset[str]:
    """Return the content words of an office, folded, of one gender, and in French where they are known."""
    folded = fold(title).replace("porte-parole", "porteparole")
    found = (word for word in _WORD.findall(folded) if word not in _EMPTY)
    return frozenset(_MEN_S_OFFICES.get(word, _ENGLISH_OFFICES.get(word, word)) for word in found)


def _add(ids: list[str], actor_id: str) -> None:
    if actor_id not in ids:
        ids.append(actor_id)
