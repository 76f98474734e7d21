"""The cast of a text: whom and what it names, and what each of them is called in full."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.skeleton import plain_text
from sahelcorpus.annotate.speakers.bodies import Bodies
from sahelcorpus.annotate.speakers.gazetteer import Gazetteer, KnownActor
from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.phrases import gender_of
from sahelcorpus.annotate.speakers.proper_names import Person, ProperName
from sahelcorpus.annotate.speakers.readings import Form, Reading
from sahelcorpus.annotate.speakers.referents import Being, Referent
from sahelcorpus.annotate.speakers.resolved import How
from sahelcorpus.annotate.speakers.titles import Titles
from sahelcorpus.annotate.speakers.words import Words, given_names, name_words

ARTICLES = ("The ", "Le ", "La ", "Les ", "L'")
"""Articles that belong to a name where their capital does not come from the head of a sentence."""

_SHORTEST_ACRONYM = 3
_APPOSED = re.compile(r", (?:(?:an?|une?) ([a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,2})|([a-zà-ÿ-]+))")
_OUR_OWN = re.compile(
    r"\b(?:notre|nos|our) (?:envoyée?s?|correspondante?s?|reporter|special|correspondent|journaliste|confrère)"
    r"[^.;:«»\n]*\Z",
    re.IGNORECASE,
)
_ON_AIR = re.compile(
    r"\b(?:ondes|micros?|antennes?|colonnes|plateau) (?:de (?:la |l')?|d'|du )\Z|\b(?:speaking to|told) \Z"
)
"""What stands before the outlet that somebody spoke to, and that nothing takes up."""

_BEFORE = 70
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_AGE = re.compile(r", (?:\d+|[a-zà-ÿ-]+) ans\b|, (?:aged )?\d+[,.]")
"""How old somebody is, which proves a single name to be a person's: « Sika, 24 ans, »."""


class Cast:
    """Everybody and everything that a text names.

    Attributes:
        text: The text.
        words: What is known of its language.
        plain: The text with plain apostrophes and blanks; the same length.
        names: Its proper names.
        bodies: Its bodies.
        titles: Who bears which title.
    """

    def __init__(self, text: str, known: Words, gazetteer: Gazetteer | None = None) -> None:
        self.text = text
        self.words = known
        self.plain = plain_text(text)
        self.names = Names(self.plain, known, gazetteer)
        self.bodies = Bodies(self.names)
        self.titles = Titles(self.names)
        self._referents: dict[int, Referent] = {}
        self._people: dict[Place, Person] = {}
        self._nouns: dict[str, tuple[str, str]] = {}
        """The nouns and genders that bodies had with their names, by name."""
        self._own: dict[int, bool] = {}
        self._full_names: dict[str, Place | None] = {}

    def shown(self, place: Place) -> str:
        """Return the words at a place, with single blanks between them."""
        return " ".join(self.text[place[0] : place[1]].split())

    def person(self, person: Person) -> Referent:
        """Return somebody whom the text names, under the fullest name."""
        known = self._referents.get(id(person))
        if known is None:
            known = Referent(self.shown(person.place), person.place, Being.PERSON, person.gender)
            self._referents[id(person)] = known
            self._people[person.place] = person
        known.gender = person.gender
        return known

    def known_person(self, referent: Referent) -> Person | None:
        """Return the person that a referent made by `person` stands for, or None."""
        return self._people.get(referent.place)

    def named(self, reading: Reading, at: int) -> tuple[Referent, How]:
        """Return whom a mention with a proper name means.

        Args:
            reading: The mention, read.
            at: Where it starts.
        """
        place = (at + reading.start, at + reading.end)
        if reading.plural:
            return Referent(self.shown(place), place, Being.PERSON, plural=True), How.NAME
        is_body = reading.form is Form.BODY
        person = None
        if not (is_body and reading.has_article) or self._has_article_in_name(place, reading.words):
            person = self.names.person(reading.words, place[0], reading.title)
        if person is not None and not (is_body and len(reading.words) == 1 and not person.gender):
            if reading.gender and not person.gender:
                person.gender = reading.gender
            return self.person(person), How.NAME
        is_single = len(reading.words) == 1
        if reading.form is Form.NAME and is_single:
            metonym = self._metonym(reading.words[0])
            if metonym is not None:
                return metonym, How.METONYM
        if is_body or (reading.form is Form.NAME and is_single):
            return self.body(place, reading)
        gender = reading.gender or given_names().get(reading.words[0], "")
        return Referent(self.shown(place), place, Being.PERSON, gender if gender in ("m", "f") else ""), How.NAME

    def _has_article_in_name(self, place: Place, words: tuple[str, ...]) -> bool:
        """Say whether the article before a name is part of somebody's: « Le Drève », after « Yves Le Drève »."""
        article = self.names.word_before(place[0])
        person = self.names.person(words, place[0]) if article else None
        if person is None:
            return False
        return any(person.words[at : at + 2] == (article, words[0]) for at in range(len(person.words) - 1))

    def is_town(self, referent: Referent) -> bool:
        """Say whether a body goes by the name of a town, which stands for a government, never for an organisation."""
        words = name_words(referent.name)
        return len(words) == 1 and (words[0] in self.names.places or self.bodies.is_home(words[0]))

    def behind(self, place: Place) -> Referent | None:
        """Return whom a by-name means that is known before the text is read, under a full name that the text has.

        An acronym, a palace, a capital. A capital at home is left to the text, which may name its government.
        """
        gazetteer = self.names.gazetteer
        if gazetteer is None:
            return None
        words = name_words(self.plain[slice(*place)])
        known = gazetteer.behind_by_name(words)
        if known is None or known.is_person or (known.is_state and self.bodies.is_home(" ".join(words))):
            return None
        full = self._full_name(known)
        if full is None:
            return None
        gender = gender_of(name_words(self.plain[slice(*full)])[0], self.words)
        return Referent(self.shown(full), full, Being.BODY, gender)

    def _full_name(self, actor: KnownActor) -> Place | None:
        """Return where the longest of an actor's full names stands that the text has, or None."""
        if actor.actor_id not in self._full_names:
            found = ((self.plain.find(name), len(name)) for name in actor.full)
            place = next(((at, at + length) for at, length in found if at >= 0), None)
            self._full_names[actor.actor_id] = place
        return self._full_names[actor.actor_id]

    def body(self, place: Place, reading: Reading) -> tuple[Referent, How]:
        """Return a body under its fullest name, and whether an acronym or a metonym led there."""
        if len(reading.words) == 1 and reading.words[0] in self.words.of("cabinets"):
            government = self.bodies.government(None)
            if government is not None:
                return Referent(self.shown(government), government, Being.BODY, "m"), How.METONYM
        full, by_acronym = self.bodies.fullest(place)
        article = next((word for word in ARTICLES if self.plain.endswith(word, 0, full[0])), "")
        if article and not self.names.opens_sentence(full[0] - len(article)):
            full = (full[0] - len(article), full[1])  # « écrit Le Fouet »
        name = self.shown(full)
        if reading.head or reading.gender:
            self._nouns.setdefault(name, (reading.head, reading.gender))
        # « le parti Horizon … Horizon … il »
        head, gender = self._nouns.get(name, ("", ""))
        referent = Referent(name, full, Being.BODY, reading.gender or gender, head=reading.head or head)
        return referent, How.ACRONYM if by_acronym else How.NAME

    def mentioned(self, name: ProperName) -> Referent | None:
        """Return whom a name in the running text means, if that is somebody or something that can speak."""
        if name.person is not None:
            return None if self._is_own(name.person) else self.person(name.person)
        if self.plain.endswith("coup d'", 0, name.start):
            return None  # « le coup d'État d'octobre »
        if _ON_AIR.search(self.plain, max(0, name.start - _BEFORE), name.start):
            return None
        place = (name.start, name.end)
        first = name.words[0]
        if len(name.words) == 1 and first in self.words.of("portfolios") and self.names.is_of_place(name.start):
            return None  # « le ministre de la Défense »
        if self._goes_with_title(name):
            return None
        body = self._whole_body(name)
        if body is not None:
            return body
        if len(name.words) == 1:
            gender = given_names().get(first, "")
            if not gender and self.words.language == "fr":
                gender = self._titled(name)  # « le général Kobo »
            if gender or name.title or _AGE.match(self.plain, name.end) or self._is_told(name):
                return Referent(self.shown(place), place, Being.PERSON, gender if gender != "e" else "")
            if first in self.words.of("generic_bodies"):
                return None  # « l'ONG »: a noun, not a name
        text = self.plain[name.start : name.end]
        is_acronym = text.isupper() and len(text) >= _SHORTEST_ACRONYM
        if is_acronym and self.bodies.is_home(" ".join(name.words)):
            return None  # « TESSOUMÉ, 3 mars »
        head = name.words[-1] if self.words.language == "en" else first
        is_company = len(name.words) > 1 and name.words[-1] in self.words.of("corporate")
        # « the charity Grain First »
        before = self.names.word_before(name.start) if self.words.language == "en" else ""
        is_body = head in self.words.of("bodies") or before in self.words.of("before_bodies")
        if not (is_acronym or is_company or is_body):
            return None
        gender = gender_of(head, self.words)
        return self.body(place, Reading(Form.BODY, 0, len(text), name.words, gender=gender))[0]

    def _goes_with_title(self, name: ProperName) -> bool:
        """Say whether a word with its capital from the sentence goes with a title: `Army spokesman Ali Kobo`."""
        if self.words.language != "en" or len(name.words) > 1 or not self.names.opens_sentence(name.start):
            return False
        after = _NEXT_WORD.match(self.plain, name.end)
        return after is not None and after[1] in self.words.of("titles")

    def _is_own(self, person: Person) -> bool:
        """Say whether somebody is the outlet's own: « avec notre envoyée spéciale à Sarrune, Awa Kobo »."""
        known = self._own.get(id(person))
        if known is None:
            start = person.mentions[0]
            known = _OUR_OWN.search(self.plain, max(0, start - _BEFORE), start) is not None
            self._own[id(person)] = known
        return known

    def _is_told(self, name: ProperName) -> bool:
        """Say whether an apposition tells what somebody is: « Adjara, a fabric seller who », « Zika, vendeuse, »."""
        match = _APPOSED.match(self.plain, name.end)
        if match is None or self.plain[name.start : name.end].isupper() or self.names.is_of_place(name.start):
            return False
        titles, described = self.words.of("titles"), self.words.of("described")
        return any(word in titles or word in described for word in (match[1] or match[2]).split(" "))

    def _titled(self, name: ProperName) -> str:
        """Return the gender of somebody named by one word after a title in small letters, else the empty string."""
        before, known = self.names.word_before(name.start), self.words
        if before not in known.of("titles") or before in known.of("bodies"):
            return ""
        return "f" if before in known.of("women") else "m" if before in known.of("men") else "e"

    def _whole_body(self, name: ProperName) -> Referent | None:
        """Return the body of which a French name with small words in it is the beginning, or None.

        « le Syndicat autonome des infirmiers », « la société Minéraux du Sahel », « Médecins du Fleuve ».
        """
        known, first = self.words, name.words[0]
        if known.language != "fr" or name.title:
            return None
        before = self.names.word_before(name.start)
        is_named = before in known.of("bodies") and before not in known.of("unlikely")
        if not (is_named or first in known.of("bodies") or first in known.of("press_words")):
            is_plural = first[-1:] == "s" and self.plain[name.start : name.end].lower() in known.nouns
            if not is_plural or self.names.opens_sentence(name.start):
                return None
        place = self.bodies.whole((name.start, name.end))
        if place[1] == name.end and not is_named:
            return None
        self.bodies.learn(place)
        gender = gender_of(before if is_named else first, known)
        return Referent(self.shown(place), place, Being.BODY, gender, head=before if is_named else first)

    def _metonym(self, name: str) -> Referent | None:
        """Return the government that a capital stands for, if the text names it: « Tessoumé a démenti »."""
        seat = self.words.seats.get(name)
        if seat is None and not self.bodies.is_home(name):
            return None
        full = self.bodies.government(seat)
        return None if full is None else Referent(self.shown(full), full, Being.BODY, "m")
