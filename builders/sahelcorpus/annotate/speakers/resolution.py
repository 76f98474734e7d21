"""From quotations and the mentions of their speakers to names: each mention resolved in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sahelcorpus.annotate.quotes.constructions.turns import initials_of
from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.quotes.french.impersonal import speaks_for
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.demonyms import is_nationality
from sahelcorpus.annotate.speakers.descriptions import Descriptions
from sahelcorpus.annotate.speakers.documents import Documents, issuer_after
from sahelcorpus.annotate.speakers.foreign import speakers_by_names
from sahelcorpus.annotate.speakers.gazetteer import Gazetteer
from sahelcorpus.annotate.speakers.interviews import Interview
from sahelcorpus.annotate.speakers.phrases import Determiner
from sahelcorpus.annotate.speakers.private import is_private
from sahelcorpus.annotate.speakers.pronouns import pronoun_speaker
from sahelcorpus.annotate.speakers.readings import Form, Reading, read_mention
from sahelcorpus.annotate.speakers.referents import Being, Referent, Spoken
from sahelcorpus.annotate.speakers.resolved import How, ResolvedSpeaker
from sahelcorpus.annotate.speakers.scenes import Scenes
from sahelcorpus.annotate.speakers.unexpressed import Unexpressed
from sahelcorpus.annotate.speakers.words import Words, fold, words
from sahelcorpus.records.vocabulary import QuoteType, SpeakerKind

Answer = tuple[Referent | None, SpeakerKind, float, How]

_INITIALS = re.compile(r"[A-ZÀ-Þ]\.(?:[ -]?[A-ZÀ-Þ]\.?){1,3}")
_APPOSED = re.compile(r"(?:,? |,? an? )(?=[A-ZÀ-Þ])")
_ACTS = re.compile(r"(?:tion|sion|ment|age|té|ence|ance|ise|ial|ure)s?$|^(?:démenti|appel|refus|mot|cri|claim)s?$")
_READING = frozenset(("lire", "voir", "read"))
_READ_IN = re.compile(r"(?: y)? (?:lire )?(?:dans|sur|à|en conclusion de) ([^,;:.!?()«»“”\"\n]{3,80})")
_RUMOUR = re.compile(r"\b[Oo]n (?:(?:l'|le |nous |me |m'|vous )?a |(?:l'|le |nous |me |m'|vous )?)\Z")
"""What stands before the cue where nobody in particular speaks: « on dit que », « on nous a dit que »."""

_CONFIDENCE = {
    How.NAME: 0.95, How.ACRONYM: 0.95, How.METONYM: 0.8, How.TITLE: 0.95, How.DESCRIPTION: 0.9, How.ITSELF: 0.8,
}  # fmt: skip
"""How often a name found in a way is right, counted on development data; `evaluate speakers` shows both."""

_USUALLY = 0.85
_NEXT = 30
"""Most code points between what somebody says and the quotation that follows at once."""


def resolve_speakers(
    text: str, language: str, quotes: Sequence[FoundQuote], gazetteer: Gazetteer | None = None
) -> list[ResolvedSpeaker]:
    """Return who says each quotation, under the fullest name that the text gives.

    Pure and deterministic; time grows linearly with the text. Never raises, whatever the text holds.

    Args:
        text: Any text.
        language: A BCP 47 tag. In French and English pronouns, titles and descriptions are resolved; in other
            languages names alone.
        quotes: Its quotations, as `extract_quotes` finds them.
        gazetteer: Names that are known before the text is read: whose capital a town is, which name is a body's. None
            goes by the text alone.

    Returns:
        One for each quotation, in the order of `quotes`.
    """
    if not quotes:
        return []
    known = words(language)
    if not known.has_grammar:
        return speakers_by_names(text, quotes)
    return _Resolution(text, known, quotes, gazetteer).run()


_THERE = re.compile(r"\b[Yy] (?:[\w'-]+ ){0,3}\Z")
"""What takes up a document before the verb of what it says: « y lit-on », « il y est également précisé »."""

_CIVIL = re.compile(r"(?:M\.|Mme|Mlle|Me|Mgr|Dr|Pr) (?:de la |de |du |d')")
"""A title and the particle of a name after it."""


class _Resolution:
    """One pass over the quotations of a text."""

    def __init__(self, text: str, known: Words, quotes: Sequence[FoundQuote], gazetteer: Gazetteer | None) -> None:
        self.words = known
        self.quotes = quotes
        self.cast = Cast(text, known, gazetteer)
        quoted = sorted(segment for quote in quotes if quote.type is QuoteType.DIRECT for segment in quote.segments)
        scenes = Scenes(self.cast.names, quoted)
        self.descriptions = Descriptions(self.cast, scenes)
        self.documents = Documents(self.descriptions)
        self.interview = Interview(self.cast, scenes, quotes, self.descriptions.antecedents.spoken)
        self.unexpressed = Unexpressed(self.descriptions, scenes, self.interview)
        self._private: dict[Place, bool] = {}
        self._by_start = sorted((quote.segments[0][0], index) for index, quote in enumerate(quotes))

    def run(self) -> list[ResolvedSpeaker]:
        plain, language = self.cast.plain, self.words.language
        readings: list[Reading | None] = []
        for quote in self.quotes:
            reading = read_mention(plain[slice(*quote.speaker)], language) if quote.speaker else None
            if quote.speaker and reading and reading.form is Form.BODY:
                self.cast.bodies.learn((quote.speaker[0] + reading.start, quote.speaker[0] + reading.end))
            readings.append(reading)
        places = [_anchor(quote) for quote in self.quotes]
        found: dict[int, ResolvedSpeaker] = {}
        for index in sorted(range(len(places)), key=places.__getitem__):
            quote = self.quotes[index]
            referent, kind, confidence, how = self._resolve(quote, readings[index])
            if quote.speaker is not None and kind is SpeakerKind.UNEXPRESSED:
                kind = SpeakerKind.NOMINAL  # there is a mention, though nothing that speaks
            if referent is None or not referent.name:
                found[index] = ResolvedSpeaker(None, kind, None, confidence, how)
                continue
            spoken = Spoken(places[index], _end(quote), referent, kind is SpeakerKind.DOCUMENT)
            self.descriptions.antecedents.spoke(spoken)
            is_person = referent.being is Being.PERSON and not referent.plural
            found[index] = ResolvedSpeaker(
                name=referent.name,
                kind=kind,
                place=referent.place,
                confidence=confidence,
                how=how,
                is_named=referent.is_named,
                is_person=is_person,
                is_private=is_person and self._is_private(referent),
            )
        return [found[index] for index in range(len(places))]

    def _is_private(self, referent: Referent) -> bool:
        known = self._private.get(referent.place)
        if known is None:
            person = self.cast.known_person(referent)
            known = self._private[referent.place] = person is not None and is_private(self.cast.names, person)
        return known

    def _resolve(self, quote: FoundQuote, reading: Reading | None) -> Answer:
        if quote.speaker is None or reading is None:
            return self._without_mention(quote)
        at = quote.speaker[0]
        if reading.form is Form.PRONOUN and reading.head == "nobody":
            read = self._read_in(quote) or self._for_whom(quote)
            if read is not None:
                return read
        if reading.form is Form.PRONOUN:
            found, confidence = pronoun_speaker(self.descriptions, self.interview, reading, quote, at)
            if found is not None and found.being is Being.PERSON and not found.gender and reading.gender in ("m", "f"):
                person = self.cast.known_person(found)
                if person is not None:
                    person.gender = found.gender = reading.gender
            return found, SpeakerKind.PRONOUN, confidence, How.PRONOUN
        if reading.form is Form.DOCUMENT:
            referent, confidence, how = self.documents.speaker(reading, quote.speaker)
            return referent, SpeakerKind.DOCUMENT, confidence, how
        behind = self.cast.behind(quote.speaker)
        if behind is not None:
            return behind, SpeakerKind.NAMED, _CONFIDENCE[How.METONYM], How.METONYM
        noble = self._noble(quote.speaker)
        if noble is not None:
            return noble, SpeakerKind.NAMED, _USUALLY, How.NAME
        if self.words.language == "fr" and is_nationality(reading):
            national = self.descriptions.of_nationality(reading, at)
            if national is not None:
                return national, SpeakerKind.NOMINAL, _CONFIDENCE[How.DESCRIPTION], How.DESCRIPTION
        initialled = self._of_initials(quote.speaker)
        if initialled is not None:
            return initialled, SpeakerKind.NAMED, _CONFIDENCE[How.NAME], How.NAME
        office = self._office(reading, at)
        if office is not None:
            return office, SpeakerKind.NOMINAL, _CONFIDENCE[How.TITLE], How.TITLE
        if reading.form is not Form.DESCRIPTION:
            referent, how = self.cast.named(reading, at)
            return referent, SpeakerKind.NAMED, _CONFIDENCE.get(how, _USUALLY), how
        return self._described(quote, quote.speaker, reading)

    def _of_initials(self, mention: Place) -> Referent | None:
        """Return whom initials stand for at the head of an interview's turn: « O. B. » after « Ousseini Ballakou »."""
        label = self.cast.plain[slice(*mention)]
        if _INITIALS.fullmatch(label) is None:
            return None
        own = initials_of(label)
        people = {id(person): person for person in self.cast.names.people.values()}.values()
        found = [
            person
            for person in people
            if "".join(word[0] for word in person.words).upper() == own and max(map(len, person.words)) > 1
        ]
        return self.cast.person(found[0]) if len(found) == 1 else None

    def _office(self, reading: Reading, at: int) -> Referent | None:
        """Return who holds the office that an acronym stands for: « le CEMGA », after « chef d'état-major (CEMGA) »."""
        if reading.form is not Form.BODY or len(reading.words) != 1:
            return None
        place = self.cast.bodies.acronyms.get(reading.words[0])
        if place is None:
            known = self.words.joined.get(reading.words[0])  # « le PM », which nothing spells out
            person = self.cast.titles.bearer((known,), frozenset(), "", at) if known is not None else None
            return None if person is None else self.cast.person(person)
        title = read_mention(self.cast.plain[slice(*place)], self.words.language)
        if title.form is not Form.DESCRIPTION or title.head not in self.words.of("titles") - self.words.of("bodies"):
            return None
        person = self.cast.titles.bearer((title.head,), frozenset(), title.gender, at, ahead=True)
        return None if person is None else self.cast.person(person)

    def _read_in(self, quote: FoundQuote) -> Answer | None:
        """Return the speaker where nobody speaks, but a document is read: « peut-on lire dans le décret »."""
        if quote.speaker is None or quote.cue is None or quote.cue.lemma not in _READING:
            return None
        plain = self.cast.plain
        after = max(quote.cue.place[1], quote.speaker[1])
        match = _READ_IN.match(plain, after)
        if match is None:
            return None
        reading = read_mention(match[1], self.words.language)
        if reading.form is not Form.DOCUMENT:
            return None
        referent, confidence, how = self.documents.speaker(reading, match.span(1))
        return referent, SpeakerKind.DOCUMENT, confidence, how

    def _for_whom(self, quote: FoundQuote) -> Answer | None:
        """Return the body or the people for whom `on` speaks: « à l'Élysée, on assure », « dit-on au ministère »."""
        if quote.speaker is None or quote.cue is None or self.words.language != "fr":
            return None
        after = max(quote.cue.place[1], quote.speaker[1])
        place = speaks_for(self.cast.plain, quote.speaker[0], after, self.words.lexicon)
        if place is None:
            return None
        reading = read_mention(self.cast.plain[slice(*place)], self.words.language)
        referent, _, confidence, how = self._resolve(quote._replace(speaker=place), reading)
        return referent, SpeakerKind.PRONOUN, confidence, how

    def _noble(self, mention: Place) -> Referent | None:
        """Return whom a title and a name with its particle mean: after `Henri de Valmasque`, `M. de Valmasque`."""
        match = _CIVIL.match(self.cast.plain, *mention)
        if match is None:
            return None
        for name in self.cast.names.between(match.end(), match.end() + 1):
            if name.person is not None and len(name.person.words) > len(name.words) + 1:
                return self.cast.person(name.person)
        return None

    def _without_mention(self, quote: FoundQuote) -> Answer:
        if quote.cue is not None and _RUMOUR.search(
            self.cast.plain, max(0, quote.cue.place[0] - 14), quote.cue.place[0]
        ):
            return None, SpeakerKind.UNEXPRESSED, 0.3, How.NONE
        if quote.cue is not None and _THERE.search(
            self.cast.plain, max(0, quote.cue.place[0] - 30), quote.cue.place[0]
        ):
            issuer = self.documents.there(min(quote.segments[0][0], quote.cue.place[0]))
            if issuer is not None:
                return issuer, SpeakerKind.UNEXPRESSED, _USUALLY, How.ISSUER
        referent, confidence, how = self.unexpressed.resolve(quote)
        return referent, SpeakerKind.UNEXPRESSED, confidence, how

    def _described(self, quote: FoundQuote, mention: Place, reading: Reading) -> Answer:
        at = mention[0]
        if reading.head and reading.head not in self.words.nouns:
            # « l'accusation du porte-parole », « la nuit »: nothing that speaks
            if reading.determiner is Determiner.DEFINITE and _ACTS.search(reading.head):
                issuer = issuer_after(self.descriptions, at + reading.head_end, mention[1])
                if issuer is not None:
                    return issuer, SpeakerKind.NOMINAL, 0.8, How.ISSUER
            if reading.head in self.words.lexicon.words("things"):
                return self._without_mention(quote)
        named = self._named_right_after(reading, mention)
        if named is not None:
            return named, SpeakerKind.NAMED, 0.95, How.NAME
        follows = quote.segments[0][0] < at
        if follows and reading.determiner is not Determiner.INDEFINITE and self.interview.is_answer(quote):
            asked = self.interview.asked
            if asked is not None and (not asked.gender or not reading.gender or asked.gender == reading.gender):
                return asked, SpeakerKind.NOMINAL, 0.85, How.TURN
        referent, how = self.descriptions.resolve(reading, at, follows=follows, is_speaker=True)
        if referent.being is Being.SOMEBODY and how is How.ITSELF:
            person = self._named_by_next(quote, reading)
            if person is not None:
                return person, SpeakerKind.NOMINAL, _USUALLY, How.DESCRIPTION
        return referent, self._kind(reading, referent, how), _CONFIDENCE.get(how, 0.9), how

    def _named_by_next(self, quote: FoundQuote, reading: Reading) -> Referent | None:
        """Return who speaks on under a name that is new: « Le ministre a jugé A. « B », a averti Awa Tindari. »."""
        titles = self.words.of("titles") - self.words.of("bodies")
        if reading.determiner is not Determiner.DEFINITE or reading.plural or reading.head not in titles:
            return None
        end = _end(quote)
        index = bisect_left(self._by_start, (end, 0))
        following = self.quotes[self._by_start[index][1]] if index < len(self._by_start) else None
        if following is None or following.speaker is None or following.segments[0][0] - end > _NEXT:
            return None
        if "\n" in self.cast.plain[end : following.speaker[0]] or following.speaker[0] < following.segments[-1][1]:
            return None
        for name in self.cast.names.between(*following.speaker)[:1]:
            person = name.person
            is_new = person is not None and len(name.words) > 1 and person.mentions[0] == name.start
            fits = is_new and name.end == following.speaker[1] and self.cast.plain[name.end : name.end + 1] != ","
            if person is None or not fits:
                continue
            if not self.cast.titles.of(person) <= self.words.of("addressed") | self.words.of("courtesy"):
                continue  # an office of their own
            if not (reading.gender and person.gender) or reading.gender == person.gender:
                return self.cast.person(person)
        return None

    def _kind(self, reading: Reading, referent: Referent, how: How) -> SpeakerKind:
        """Return what kind of mention a description is, which whom it means shows in part."""
        if reading.head in self.words.of("anonymous"):
            return SpeakerKind.ANONYMOUS
        if referent.being is Being.GROUP:
            return SpeakerKind.COLLECTIVE
        if referent.being is Being.SOMEBODY:
            is_new = reading.determiner in (Determiner.INDEFINITE, Determiner.NONE)
            return SpeakerKind.ANONYMOUS if is_new or how is How.DESCRIPTION else SpeakerKind.NOMINAL
        if referent.being is Being.BODY and reading.complement:
            return SpeakerKind.NAMED
        return SpeakerKind.NOMINAL

    def _named_right_after(self, reading: Reading, mention: Place) -> Referent | None:
        """Return the person named at a title's end, or right after it: `Tunisia's coach, | Nabil Tari`."""
        if reading.head not in self.words.of("titles") or reading.plural:
            return None
        names = self.cast.names
        if reading.row is not None:
            parts = names.plain[mention[0] + reading.row[0] : mention[0] + reading.row[1]].split(" ")
            for index in range(1, len(parts) - 1):
                person = names.people.get(tuple(fold(part) for part in parts[index:]))
                if person is not None:
                    return self.cast.person(person)
        match = _APPOSED.match(names.plain, mention[1])
        if match is None:
            return None
        for name in names.between(match.end(), match.end() + 1):
            if name.person is not None and len(name.words) > 1:
                return self.cast.person(name.person)
        return None


def _anchor(quote: FoundQuote) -> int:
    return quote.speaker[0] if quote.speaker else quote.segments[0][0]


def _end(quote: FoundQuote) -> int:
    end = quote.segments[-1][1]
    if quote.speaker:
        end = max(end, quote.speaker[1])
    return max(end, quote.cue.place[1]) if quote.cue else end
