"""Whose somebody is: « ses enquêteurs » are the enquirers of a body, « sa mère » is a person's mother."""

from __future__ import annotations

import re
from dataclasses import replace

from sahelcorpus.annotate.speakers.antecedents import Antecedents, Wanted
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.phrases import Determiner
from sahelcorpus.annotate.speakers.readings import Reading
from sahelcorpus.annotate.speakers.referents import BODIES, PEOPLE, Being, Referent
from sahelcorpus.annotate.speakers.words import fold

_PARAGRAPHS_BACK = 3
_PLACES_BACK = 1_500
_POSSESSIVE = re.compile(r"^(?:son|sa|ses|leurs?|his|her|its|their) ", re.IGNORECASE)
_ONE_OF_THEIRS = re.compile(
    r"(?:(?:l['’])?(une?) de (?:ses|leurs)|(one|two|three|several|some|many) of (his|her|its|their))"
    r" (\w+(?: (?!(?:au|aux|à|du|de|des|dans|en|sur|at|in|from|on) )\w+)?)( .*)?$",
    re.IGNORECASE,
)
_MEMBER_OF = {
    "fr": re.compile(r", [^,.;:«»()]{2,60}? (?:de la |de l'|du |des |de |d'|à la |à l'|au |aux )(?=[A-ZÀ-Þ])"),
    "en": re.compile(r",(?: [^,.;:“”()]{2,60}?)? (?:of|at|for|with|from) (?:[a-z-]+ ){0,3}(?=[A-Z])"),
}
_OF_BODY = {
    "fr": re.compile(r"(?:de la |de l'|du |des |de |d')(?=[A-ZÀ-Þ][^,.;:«»()\n]{2,80}, \Z)"),
    "en": re.compile(r"(?:of|at|for) (?:the )?(?=[A-Z][^,.;:“”()\n]{2,80}, \Z)"),
}
"""What introduces somebody as one of a body: after the name, and before it, « le secrétaire de l'Union, X »."""

_INTRODUCED = 2
_APPOSITION = 120
_GOES_ON = re.compile(r", (il|elle) ")
_VOWELS = frozenset("aeiouyh")
# What a name is joined with, by the article or the preposition that the text has before it.
_JOINED = {"le": "du ", "du": "du ", "au": "du ", "la": "de la ", "l'": "de l'", "les": "des ", "des": "des "}

_NO_OWNER = frozenset(("presse", "press"))
"""Bodies to which one speaks: nobody means their members."""
_BODY = Wanted(beings=BODIES, unlike=_NO_OWNER)
_ANY_OWNER = Wanted(beings=PEOPLE | BODIES, unlike=_NO_OWNER)


class Owners:
    """Resolves the possessives of a text."""

    def __init__(self, cast: Cast, antecedents: Antecedents) -> None:
        self._cast = cast
        self._antecedents = antecedents

    def owner(self, at: int, head: str = "") -> Referent | None:
        """Return whom a possessive at a place means: somebody with a name, or a body; None if that cannot be told.

        Args:
            at: Where the possessive stands.
            head: The noun that goes with it; one that bodies have rather than people asks for a body first.
        """
        if head in self._cast.words.of("of_places"):
            return self._place_before(at)
        if head in self._cast.words.of("of_bodies"):
            for candidate in self._antecedents.find(at, _BODY, _PARAGRAPHS_BACK)[:1]:
                if not candidate.paragraphs:
                    return candidate.referent
        for candidate in self._antecedents.find(at, _ANY_OWNER, _PARAGRAPHS_BACK)[:1]:
            if candidate.referent.is_named:
                return candidate.referent
        return None

    def body(self, reading: Reading, at: int) -> Referent | None:
        """Return the body that somebody was introduced as being of: « X, délégué de l'Union … son organisation ».

        Args:
            reading: The description, with a possessive.
            at: Where it stands.
        """
        language = self._cast.words.language
        if language not in _MEMBER_OF or reading.head not in self._cast.words.of("bodies_described"):
            return None
        owner = self._person_of(self._cast.plain[at + reading.start : at + reading.end], at) or self.owner(at)
        person = None if owner is None else self._cast.known_person(owner)
        for start, end in person.full[:_INTRODUCED] if person is not None else ():
            match = _MEMBER_OF[language].match(self._cast.plain, end, end + _APPOSITION)
            if match is None:
                match = _OF_BODY[language].search(self._cast.plain, max(0, start - _APPOSITION), start)
            name = next(iter(self._cast.names.between(match.end(), match.end() + 1)), None) if match else None
            found = None if name is None else self._cast.mentioned(name)
            if found is not None and found.being is Being.BODY:
                return found
            if name is not None and name.person is None:
                place = self._cast.bodies.whole((name.start, name.end))
                return Referent(self._cast.shown(place), place, Being.BODY, reading.gender, head=reading.head)
        return None

    def _person_of(self, mention: str, at: int) -> Referent | None:
        """Return the person whom an English possessive shows: `her organisation` is a woman's; None for all others."""
        gender = {"his ": "m", "her ": "f"}.get(mention[:4].lower())
        found = self._antecedents.find(at, Wanted(gender, beings=PEOPLE), _PARAGRAPHS_BACK) if gender else []
        return found[0].referent if found and found[0].referent.is_named else None

    def _who_goes_on(self, at: int, end: int) -> Referent | None:
        """Return whom a source speaks of, and whose it is: « D'après ses amis, elle n'a jamais pris de vacances »."""
        follows = _GOES_ON.match(self._cast.plain, end) if self._cast.words.language == "fr" else None
        if follows is None:
            return None
        wanted = Wanted("f" if follows[1] == "elle" else "m", beings=PEOPLE)
        found = self._antecedents.find(at, wanted, _PARAGRAPHS_BACK)
        return found[0].referent if found and found[0].referent.is_named else None

    def _place_before(self, at: int) -> Referent | None:
        """Return the place that was named last before a place in the text: « ses habitants » are those of a country."""
        names = self._cast.names
        for name in reversed(names.between(max(0, at - _PLACES_BACK), at)):
            if name.person is None and len(name.words) == 1 and name.words[0] in names.places:
                place = (name.start, name.end)
                return Referent(self._cast.shown(place), place, Being.BODY)
        return None

    def owned(self, own: Referent, reading: Reading, at: int) -> Referent:
        """Return a description whose possessive is resolved: « son avocat » is « l'avocat d'Awa Tindari ».

        Args:
            own: The description, under its own words.
            reading: The same, read.
            at: Where it stands.
        """
        one_of = _ONE_OF_THEIRS.match(own.name)
        if one_of is not None:
            return self._one_of(own, one_of, at)
        if reading.determiner is not Determiner.POSSESSIVE:
            return own
        owner = self._who_goes_on(at, at + reading.end) or self._person_of(own.name, at)
        owner = owner or self.owner(at, reading.head)
        rest = _POSSESSIVE.sub("", own.name)
        if self._cast.words.language == "en":
            return replace(own, name=f"{owner.name}'s {rest}" if owner is not None else f"the {rest}")
        if reading.plural:
            article = "les "
        elif fold(rest[:1]) in _VOWELS:
            article = "l'"
        else:
            article = "la " if reading.gender == "f" else "le "
        name = self._written(article + rest)
        return replace(own, name=name if owner is None else f"{name} {self.joined(owner)}")

    def _one_of(self, own: Referent, found: re.Match[str], at: int) -> Referent:
        """Return one of somebody's people: « l'un de ses conseillers » is « un conseiller du Front »."""
        french, how_many, english, theirs, rest = found.groups("")
        owner = self.owner(at, theirs.split(" ")[0].removesuffix("s"))
        if owner is None:
            return own
        if english:
            return replace(own, name=f"{how_many.lower()} of {owner.name}'s {theirs}{rest}")
        one = " ".join(word.removesuffix("s") for word in theirs.split(" "))
        return replace(own, name=f"{french.lower()} {one} {self.joined(owner)}{rest}")

    def joined(self, owner: Referent) -> str:
        """Return a name with the French preposition before it, and the article that the text has: « du Front »."""
        name = owner.name
        if owner.being is Being.BODY:
            article, _, rest = name.partition(" ")
            if article.lower() in ("le", "les", "la") and rest:
                return _JOINED[article.lower()] + rest
            if name[:2].lower() in ("l'", "l’"):
                return "de " + name[:1].lower() + name[1:]
            before = _JOINED.get(self._cast.names.word_before(owner.place[0]))
            if before and name.isupper():  # an acronym, for a full name whose article has elided or not
                elided = before in ("du ", "de la ", "de l'") and fold(name[0]) in _VOWELS
                before = "de l'" if elided else "de " if before == "de l'" else before
            if before:
                return self._written(before) + name
        return self._written("d'" if fold(name[:1]) in _VOWELS else "de ") + name

    def _written(self, words: str) -> str:
        """Return words as the text would write them: with its own apostrophe."""
        return words.replace("'", "’") if "’" in self._cast.text else words
