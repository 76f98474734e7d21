"""Which body a noun phrase means: « l'organisation », « le quotidien », « l'agence onusienne », « la direction »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sahelcorpus.annotate.speakers.antecedents import Antecedents, Candidate, Wanted
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.outlets import Outlets
from sahelcorpus.annotate.speakers.phrases import Determiner, gender_of
from sahelcorpus.annotate.speakers.proper_names import CAPITAL
from sahelcorpus.annotate.speakers.readings import Reading
from sahelcorpus.annotate.speakers.referents import BODIES, Being, Referent
from sahelcorpus.annotate.speakers.resolved import How
from sahelcorpus.annotate.speakers.scenes import Scenes
from sahelcorpus.annotate.speakers.words import fold, name_words

_BODIES_BACK = 6
_SPEAKERS_BACK = 40
_NEXT_SENTENCE = 30
_OF_A_KIND = re.compile(
    r" (?:non[ -]gouvernementale|d'opposition|(?:de défense )?des droits(?: humains| de l'homme)?|de régulation"
    r"|de la société civile|des Nations unies|de l'ONU)"
)
"""What tells of which kind a body is, and not which one it is."""

_MODIFIED = re.compile(r"[Tt]he (?:[a-z-]{3,}|UN|US) [a-z-]+")
"""An English noun with one modifier: « the regional bloc », « the UN agency »."""

_NAMED = re.compile(rf"(?:the )?[{CAPITAL}]")
"""How the name of a body begins: « Vigie Droits », « the Horizon party »."""

_ADJECTIVE = re.compile(r" [a-zà-ÿ-]{4,}(?: des droits (?:humains|de l'homme))?")


class DescribedBodies:
    """Resolves the noun phrases of a text that mean bodies."""

    def __init__(
        self,
        cast: Cast,
        scenes: Scenes,
        antecedents: Antecedents,
        find: Callable[[int, Wanted, int], list[Candidate]],
    ) -> None:
        self._cast = cast
        self._antecedents = antecedents
        self._outlets = Outlets(cast, scenes)
        self._find = find

    def resolve(self, reading: Reading, at: int) -> tuple[Referent, How]:
        """Return the body that a description at a place means: named before, or itself."""
        cast, known = self._cast, self._cast.words
        head = reading.head
        if head in known.of("bodies_described"):
            earlier = self._body_before(reading, at)
            if earlier is not None:
                # « le mouvement … il », though its name is « la Coordination »
                return replace(earlier, gender=reading.gender or earlier.gender), How.DESCRIPTION
        elif not reading.complement:
            named = self.named(head) or self._body_of_noun(head, at) or self._company_of(head, at)
            if named is not None:
                return named, How.DESCRIPTION
        gender = reading.gender or gender_of(head, known)
        if head in known.of("army"):
            army = cast.bodies.army(reading.complement)
            if army is not None:
                return Referent(cast.shown(army), army, Being.BODY, gender, head=head), How.METONYM
        place = (at + reading.start, at + reading.end)
        name = _small_article(cast.shown(place), known.of("definite"))
        return Referent(name, place, Being.BODY, gender, head=head), How.ITSELF

    def named(self, head: str) -> Referent | None:
        """Return the body whose name begins with a noun: « le tribunal » is « Tribunal de Sarrune »."""
        place = self._cast.bodies.begins_with(fold(head))
        if place is None:
            return None
        return Referent(self._cast.shown(place), place, Being.BODY, gender_of(head, self._cast.words), head=head)

    def _body_before(self, reading: Reading, at: int) -> Referent | None:
        """Return the body that « l'organisation » or « le journal » takes up."""
        is_press = reading.head in self._cast.words.of("press")
        if is_press:
            outlet = self._outlets.last_before(at) if len(reading.complement) <= 1 else None
            if outlet is not None:
                return outlet
        elif not reading.complement:
            named = self.named(reading.head)
            if named is not None:
                return named
        if reading.complement and not (is_press and len(reading.complement) == 1):
            named = self._body_with_adjective(reading, at) or self._just_spoke(reading, at)
            return named or self._only_one(reading, at)
        unlike = self._cast.words.unlike(reading.head)
        wanted = Wanted(beings=BODIES, with_capital=True, unlike=unlike, no_towns=True)
        found = [candidate.referent for candidate in self._find(at, wanted, _BODIES_BACK)]
        if not is_press:
            found = [body for body in found if self._cast.words.of("press_words").isdisjoint(_nouns_of(body))]
        candidates = [*found, *self._spoken(reading, at)]
        for nouns in (frozenset((reading.head,)), self._kinds(reading)):
            if of_kind := _of_kind(candidates, nouns):
                return of_kind[0]
        return found[0] if found else self._body_of_noun(reading.head, at) or self._only_one(reading, at)

    def _kinds(self, reading: Reading) -> frozenset[str]:
        """Return the nouns of those bodies that a phrase rather takes up than others."""
        return self._cast.words.kinds.get(reading.head, frozenset())

    def _only_one(self, reading: Reading, at: int) -> Referent | None:
        """Return the one named body that spoke before, for « l'organisation » or « l'organisation régionale »."""
        if reading.determiner is not Determiner.DEFINITE or reading.head not in self._cast.words.of("generic_bodies"):
            return None
        if reading.complement and not has_adjective(self._cast, reading, at):
            return None
        spoke = self._spoken(reading, at)
        for bodies in (_of_kind(spoke, self._kinds(reading)), spoke):
            if len(bodies) == 1:
                return bodies[0]
        return None

    def _spoken(self, reading: Reading, at: int) -> list[Referent]:
        """Return the named bodies that spoke before, however far away, that a phrase may take up, the last first."""
        unlike = self._cast.words.unlike(reading.head)
        found: dict[str, Referent] = {}
        for spoken in reversed(self._antecedents.spoken[-_SPEAKERS_BACK:]):
            body = spoken.referent
            named = body.being is Being.BODY and _NAMED.match(body.name) is not None and not spoken.is_document
            if spoken.at < at and named and unlike.isdisjoint(_nouns_of(body)) and not self._cast.is_town(body):
                found.setdefault(body.name, body)
        return list(found.values())

    def _just_spoke(self, reading: Reading, at: int) -> Referent | None:
        """Return the body that spoke in the sentence before: « … », dit Vigie. L'organisation de défense des droits."""
        last = self._antecedents.last_spoken(at)
        if last is None or reading.determiner is not Determiner.DEFINITE or at - last.end > _NEXT_SENTENCE:
            return None
        if reading.head not in self._cast.words.of("generic_bodies") or self._cast.names.between(at, at + reading.end):
            return None
        is_name = last.referent.being is Being.BODY and last.referent.name[:1].isupper()
        fits = is_name and not last.is_document and not self._cast.is_town(last.referent)
        return last.referent if fits and last.referent.head not in self._cast.words.unlike(reading.head) else None

    def _body_of_noun(self, head: str, at: int) -> Referent | None:
        """Return the last speaker that was a body with a noun: « la direction générale », then « la direction »."""
        for spoken in reversed(self._antecedents.spoken[-_SPEAKERS_BACK:]):
            referent = spoken.referent
            if spoken.at < at and referent.being is Being.BODY and referent.head == head:
                return referent
        return None

    def _company_of(self, head: str, at: int) -> Referent | None:
        """Return the company that « la direction » speaks for, or None."""
        known = self._cast.words
        if head not in known.of("led"):
            return None
        for candidate in self._find(at, Wanted(beings=BODIES, with_capital=True), _BODIES_BACK):
            if candidate.referent.head in known.of("led_by_direction"):
                return candidate.referent
        return None

    def _body_with_adjective(self, reading: Reading, at: int) -> Referent | None:
        """Return the body that « l'agence onusienne » takes up, if one was just named."""
        if reading.determiner is not Determiner.DEFINITE or "civile" in reading.complement:
            return None
        is_kind = _OF_A_KIND.fullmatch(self._cast.plain, at + reading.head_end, at + reading.end) is not None
        if not is_kind and not has_adjective(self._cast, reading, at):
            return None
        wanted = Wanted(beings=BODIES, with_capital=True, unlike=self._cast.words.unlike(reading.head))
        found = [candidate.referent for candidate in self._find(at, wanted, 2)]
        of_kind = _of_kind(found, self._kinds(reading)) or _of_kind(self._spoken(reading, at), self._kinds(reading))
        for body in (*of_kind, *found)[:1]:
            # « la société minière » may be « la société Aurium », no « mission kotinaise » is « la Mission du Sahel »
            if body.head != reading.head or fold(reading.head) not in name_words(body.name):
                return body
        return None


def _nouns_of(body: Referent) -> tuple[str, str, str]:
    """Return a body's noun and its name's first and last word in small letters: they tell of which kind it is."""
    name = body.name.lower()
    return body.head, name.partition(" ")[0], name.rpartition(" ")[2]


def _of_kind(bodies: list[Referent], nouns: frozenset[str]) -> list[Referent]:
    """Return those of some bodies that have one of some nouns."""
    return [body for body in bodies if not nouns.isdisjoint(_nouns_of(body))]


def has_adjective(cast: Cast, reading: Reading, at: int) -> bool:
    """Say whether nothing but an adjective goes with a phrase's noun: « le diplomate norvégien », « the aid group »."""
    if cast.words.language == "en":
        modified = cast.plain[at + reading.start : at + reading.end]
        return reading.head_end == reading.end and _MODIFIED.fullmatch(modified) is not None
    return bool(_ADJECTIVE.fullmatch(cast.plain, at + reading.head_end, at + reading.end))


def _small_article(name: str, definite: frozenset[str]) -> str:
    """Return a description of a body as it stands within a sentence: `L'armée` opens one, `l'armée` is its name."""
    first = name.partition(" ")[0]
    elided = name[:2].lower() in ("l'", "l’")
    return name[:1].lower() + name[1:] if elided or (first != name and fold(first) in definite) else name
