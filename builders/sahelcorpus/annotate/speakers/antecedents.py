"""Whom a pronoun means: by gender and number, by what is near, and by what its sentences are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from sahelcorpus.annotate.speakers.referents import ANYBODY, Being, Referent, Spoken, people_quoted
from sahelcorpus.annotate.speakers.scenes import Scene, Scenes, Seen

_PARAGRAPHS = 5
_TWO = 2
_MOST = 40
# How much speaks for somebody, in sentences: one sentence further away weighs 1.
_PARAGRAPH_AWAY = 0.6
_WAS_QUOTED = 1.1
_IS_SUBJECT = 0.9
_PERSON = 0.4
_SOMEBODY = 0.2
_BODY = -0.5
_BODY_FOR_SEVERAL = -0.6
_UNKNOWN_GENDER = 0.4
_ACRONYM = 3.0
_FITS = 0.3
_UNLIKELY = -1.0
"""Below this somebody is not so likely that who is named further away need not be asked."""

_NOBODY = -1e9


class Wanted(NamedTuple):
    """What a pronoun or a description shows of whom it means.

    Attributes:
        gender: `m`, `f`, `it` for English things and bodies, or the empty string.
        plural: Whether it means several.
        beings: What kinds of speakers will do.
        with_capital: Whether only a name with a capital will do.
        unlike: Nouns of bodies that it cannot mean.
        no_towns: Whether a town's name that stands for a government will not do.
    """

    gender: str = ""
    plural: bool = False
    beings: frozenset[Being] = ANYBODY
    with_capital: bool = False
    unlike: frozenset[str] = frozenset()
    no_towns: bool = False


class Candidate(NamedTuple):
    """Somebody whom a pronoun may mean.

    Attributes:
        score: How well.
        referent: Who.
        paragraphs: How many paragraphs away.
    """

    score: float
    referent: Referent
    paragraphs: int


class Antecedents:
    """Looks for what a pronoun takes up, from its place backwards.

    Attributes:
        spoken: Who was quoted so far, in text order.
    """

    def __init__(
        self, scenes: Scenes, refer: Callable[[Seen], Referent | None], is_town: Callable[[Referent], bool]
    ) -> None:
        self.scenes = scenes
        self.spoken: list[Spoken] = []
        self.refer = refer
        self._is_town = is_town
        self._starts: list[int] = []

    def spoke(self, spoken: Spoken) -> None:
        """Take in who was quoted; in the order of the text."""
        self._starts.append(spoken.at)
        self.spoken.append(spoken)

    def last_spoken(self, at: int) -> Spoken | None:
        """Return who was quoted last before a place."""
        index = bisect_left(self._starts, at)
        return self.spoken[index - 1] if index else None

    def unnamed(self, heads: Collection[str], gender: str, at: int) -> Iterator[Referent]:
        """Yield who spoke unnamed before a place, under one of some nouns, last first: « une infirmière … elle ».

        Args:
            heads: The nouns.
            gender: The gender wanted, or the empty string.
            at: The place.
        """
        for spoken in reversed(self.spoken[-_MOST:]):
            referent = spoken.referent
            if spoken.at >= at or referent.being is not Being.SOMEBODY or referent.head not in heads:
                continue
            if referent.can_be(gender):
                yield referent

    def spoke_last(self, referent: Referent, at: int) -> bool:
        """Say whether somebody spoke last before a place."""
        last = self.last_spoken(at)
        return last is not None and last.referent is referent

    def unnamed_last(self, heads: Collection[str], gender: str, at: int) -> Referent | None:
        """Return who spoke last, if unnamed and described by one of some nouns: « un officier … Selon ce gradé »."""
        last = self.last_spoken(at)
        if last is None or last.referent.being is not Being.SOMEBODY or last.referent.head not in heads:
            return None
        is_near = self.scenes.at(at).start <= last.end
        return last.referent if is_near and last.referent.can_be(gender) else None

    def only_person(self, gender: str) -> Referent | None:
        """Return the only person whom the text has quoted by name so far who can be of a gender, if he or she is."""
        found = {
            spoken.referent.name: spoken.referent
            for spoken in self.spoken[-_MOST:]
            if spoken.referent.being is Being.PERSON and spoken.referent.can_be(gender)
        }
        only = next(iter(found.values())) if len(found) == 1 else None
        return only if only is not None and only.gender == gender else None

    def only_two(self, at: int) -> tuple[Referent, Referent] | None:
        """Return the two people whom the text has quoted by name before a place, if there are no more and no fewer."""
        found = people_quoted(self.spoken[-_MOST:], 0, at)
        return (found[0], found[1]) if len(found) == _TWO else None

    def find(self, at: int, wanted: Wanted, paragraphs: int = _PARAGRAPHS) -> list[Candidate]:
        """Return those whom a pronoun at a place may mean, the likeliest first.

        Args:
            at: Where the pronoun stands.
            wanted: What it shows.
            paragraphs: How many paragraphs, its own included, are looked through.
        """
        best: dict[str, Candidate] = {}
        highest = _NOBODY
        for step, score, referent in self._candidates(at, wanted, paragraphs):
            if referent is None:
                # what is left stands so far away that it cannot be likelier
                if highest >= score:
                    break
                continue
            if wanted.no_towns and self._is_town(referent):
                continue
            known = best.get(referent.name)
            if known is None or known.score < score:
                best[referent.name] = Candidate(score, referent, step)
                highest = max(highest, score)
        return sorted(best.values(), key=_by_score)

    def latest(self, at: int, wanted: Wanted) -> Referent | None:
        """Return who was mentioned last before a place, in whatever role, of those that fit."""
        scene: Scene | None = self.scenes.at(at)
        for _ in range(2):
            if scene is None:
                return None
            for seen in scene.before(at, _MOST):
                referent = self.refer(seen) if seen.end <= at else None
                if referent is not None and _fit(referent, wanted) is not None:
                    return referent
            scene = self.scenes.before(scene)
        return None

    def _candidates(self, at: int, wanted: Wanted, paragraphs: int) -> Iterator[tuple[int, float, Referent | None]]:
        """Yield who may be meant, with how many paragraphs away and how well; None with the best that can follow."""
        scene: Scene | None = self.scenes.at(at)
        sentence = scene.sentence(at) if scene else 0
        distance = 0.0
        left = _MOST
        found = False
        refer = self.refer
        for step in range(paragraphs):
            if scene is None or left <= 0:
                return
            low, high = scene.start, min(scene.end, at)
            last_spoken = bisect_left(self._starts, high)
            first_spoken = max(bisect_left(self._starts, low), last_spoken - _MOST)
            for spoken in self.spoken[first_spoken:last_spoken]:
                score = _fit(spoken.referent, wanted)
                if score is not None:
                    found = found or score > _UNLIKELY
                    away = distance + max(0, sentence - scene.sentence(spoken.at))
                    yield step, score - away + _WAS_QUOTED, spoken.referent
            last = sentence
            for seen in scene.before(at, left):
                left -= 1
                if seen.sentence < last:
                    last = seen.sentence
                    yield step, _PERSON + _IS_SUBJECT - distance - (sentence - last), None
                referent = refer(seen)
                score = None if referent is None else _fit(referent, wanted)
                if score is not None:
                    found = found or score > _UNLIKELY
                    away = distance + max(0, sentence - seen.sentence)
                    yield step, score - away + (_IS_SUBJECT if seen.is_subject else 0.0), referent
            if found and step:
                return
            distance += sentence + _PARAGRAPH_AWAY
            yield step, _PERSON + _WAS_QUOTED - distance, None
            scene = self.scenes.before(scene)
            sentence = len(scene.ends) if scene else 0


def _ends(name: str) -> tuple[str, str]:
    """Return a name's first and last word, one of which is the noun of a body, in small letters."""
    words = name.lower().split(" ")
    return words[0], words[-1]


def _by_score(candidate: Candidate) -> float:
    return -candidate.score


def _fit(referent: Referent, wanted: Wanted) -> float | None:
    """Return how well somebody fits a pronoun; None if not at all."""
    being = referent.being
    gender, plural, beings, with_capital, unlike, _ = wanted
    if being not in beings or (with_capital and not referent.name[:1].isupper()):
        return None
    if unlike and not unlike.isdisjoint((referent.head, *_ends(referent.name))):
        return None
    if gender == "it":
        return _FITS if being is Being.BODY else None
    if plural:
        if referent.plural or being is Being.GROUP:
            return _FITS if not (gender and referent.gender) or gender == referent.gender else None
        return _BODY_FOR_SEVERAL if being is Being.BODY else None
    if referent.plural or being is Being.GROUP:
        return None
    if gender and referent.gender and gender != referent.gender:
        return None
    score = _PERSON if being is Being.PERSON or len(beings) == 1 else _SOMEBODY if being is Being.SOMEBODY else _BODY
    if gender and not referent.gender:
        # every French noun has a gender: an acronym's is not known, and a pronoun rarely takes it up
        score -= _ACRONYM if being is Being.BODY else _UNKNOWN_GENDER
    return score
