"""Whom a noun phrase means: « le ministre », « cet officier », « son avocat », « le quotidien », « l'un d'eux »."""

from __future__ import annotations

import re
from dataclasses import replace

from sahelcorpus.annotate.speakers.antecedents import Antecedents, Candidate, Wanted
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.complements import goes_on, in_full, title_end
from sahelcorpus.annotate.speakers.demonyms import of_nationality
from sahelcorpus.annotate.speakers.described_bodies import DescribedBodies, has_adjective
from sahelcorpus.annotate.speakers.namings import named_after
from sahelcorpus.annotate.speakers.offices import accused, headlined, only_ruler
from sahelcorpus.annotate.speakers.ordinals import one_of_two
from sahelcorpus.annotate.speakers.owners import Owners
from sahelcorpus.annotate.speakers.phrases import Determiner, is_common
from sahelcorpus.annotate.speakers.readings import Form, Reading, read_mention
from sahelcorpus.annotate.speakers.referents import BODIES, PEOPLE, Being, Referent, both
from sahelcorpus.annotate.speakers.resolved import How
from sahelcorpus.annotate.speakers.scenes import Scenes, Seen

_DEEPEST = 2
"""How many descriptions may be looked into to find out whom one means."""

_SPEAKERS_BACK = 40
_PARAGRAPHS_BACK = 3
_SAME_NOUN_WITHIN = 2_000
_FAR = -0.6
_OWNERS_BACK = 3
_OPENS_WITHIN = 4
_OF_SOMETHING = re.compile(r" d'une? ")
"""What makes a definite description one of somebody new."""

_FORMER = re.compile(
    r"[Ll](?:'ancien(?:ne)?|'ex|a future|e futur)[ -][a-zà-ÿ' -]+(?: (?:du |de la |de l'|des )[\w -]+)?"
)
"""What somebody was, in small letters, who has been named: « L'ancien apprenti mécanicien »."""

_AGED = re.compile(r"the \d+-year-old(?: [a-z][a-z-]+){0,3}|l[ea] [\w-]+ de \d+ ans", re.IGNORECASE)
_SAME_SOURCE = re.compile(r"\b(?:(?:l[ea]|de|cette|the|this) (?:même|same)|cette) source\b", re.IGNORECASE)
_THE_TWO = re.compile(r"(?:l|c)es deux |(?:the|these) two |both ")
_ONE_OF = re.compile(r"(?:one of|(?:l')?une? d(?:e|es)) ", re.IGNORECASE)
_SAME = re.compile(r"l[ea] même", re.IGNORECASE)
_OF_BODY = {
    "fr": re.compile(r" (du |de la |de l['’]|de son |de sa )([^\W\d_]+)$"),
    "en": re.compile(r" (?:to|of|for|from|in|with) (the |his |her )([^\W\d_]+)$"),
}


class Descriptions:
    """Resolves noun phrases, and with them what a pronoun may take up.

    Attributes:
        cast: Whom the text names.
        antecedents: What stands before a place, and who was quoted so far.
        owners: Whose somebody is.
        scenes: The text's paragraphs.
    """

    def __init__(self, cast: Cast, scenes: Scenes) -> None:
        self.cast = cast
        self.antecedents = Antecedents(scenes, self.refer, cast.is_town)
        self.scenes = scenes
        self._bodies = DescribedBodies(cast, scenes, self.antecedents, self._find)
        self.owners = Owners(cast, self.antecedents)
        self._referred: dict[int, Referent | None] = {}
        self._tried: dict[str, Referent | None] = {}
        self._depth = 0

    def refer(self, seen: Seen) -> Referent | None:
        """Return whom a mention in the running text means, if that is somebody or something that can speak."""
        at = seen.start
        if at not in self._referred:
            self._referred[at] = None  # whatever asks for it while it is found out, does not get it
            if seen.name is not None:
                self._referred[at] = self.cast.mentioned(seen.name)
            else:
                reading = read_mention(self.cast.plain[at : title_end(self.cast, seen)], self.cast.words.language)
                if reading.form is Form.DESCRIPTION and (reading.head or reading.is_one_of):
                    found, _ = self.resolve(reading, at)
                    self._referred[at] = in_full(self.cast, found, (at, seen.end))
        return self._referred[at]

    def resolve(
        self, reading: Reading, at: int, *, follows: bool = False, is_speaker: bool = False
    ) -> tuple[Referent, How]:
        """Return whom a noun phrase means.

        Args:
            reading: The phrase.
            at: Where it stands.
            follows: Whether it stands after what it says, in the announcing clause.
            is_speaker: Whether it is the mention of a quotation's speaker.
        """
        determiner = reading.determiner
        if reading.head in self.cast.words.of("bodies") and not reading.plural:
            if determiner is Determiner.INDEFINITE:
                return self.itself(reading, at, Being.BODY), How.ITSELF
            if determiner is Determiner.POSSESSIVE:
                whose = self.owners.body(reading, at)
                if whose is not None:
                    return whose, How.DESCRIPTION
                return self._described(reading, at, Being.BODY, is_speaker=is_speaker), How.ITSELF
            return self._bodies.resolve(reading, at)
        if not reading.head and determiner is Determiner.DEFINITE and self.cast.words.language == "fr":
            person = one_of_two(self.cast, reading, at, self.antecedents.spoken) or self._same(reading, at)
            if person is not None:
                return person, How.DESCRIPTION
        if reading.head == "source" and _SAME_SOURCE.search(self.cast.plain, max(0, at - 3), at + reading.end):
            last = self.antecedents.last_spoken(at)
            if last is not None:
                return last.referent, How.DESCRIPTION
        if reading.is_one_of:
            return self._one_of(reading, at), How.DESCRIPTION
        if reading.plural and _ONE_OF.match(self.cast.plain, at + reading.start):
            one = self._described(replace(reading, plural=False), at, Being.SOMEBODY, is_speaker=is_speaker)
            return replace(one, head=one.head.removesuffix("s")), How.ITSELF  # « l'un de ses adjoints »
        if reading.plural:
            group = self._described(reading, at, Being.GROUP, is_speaker=is_speaker)
            two = self.antecedents.only_two(at) if _THE_TWO.match(group.name) and not reading.complement else None
            if two is None:
                return group, How.ITSELF
            return both(*two, group.place, self.cast.words.language), How.DESCRIPTION
        # « de source policière », « le directeur d'un hebdomadaire »
        is_new = (
            determiner is Determiner.INDEFINITE
            or _OF_SOMETHING.match(self.cast.plain, at + reading.head_end)
            or (determiner is Determiner.NONE and reading.head == "source")
        )
        found = None if is_new else self._person(reading, at, follows=follows, is_speaker=is_speaker)
        if found is not None:
            return found
        return self._described(reading, at, Being.SOMEBODY, is_speaker=is_speaker), How.ITSELF

    def _same(self, reading: Reading, at: int) -> Referent | None:
        """Return who spoke last, if « le même » can mean them."""
        last = self.antecedents.last_spoken(at)
        if last is None or _SAME.fullmatch(self.cast.plain, at + reading.start, at + reading.end) is None:
            return None
        fits = last.referent.being in PEOPLE and last.referent.gender in ("", reading.gender)
        return last.referent if fits else None

    def of_nationality(self, reading: Reading, at: int) -> Referent | None:
        """Return whom « le Kotinais » means, or None if it may be a newspaper, or nobody is near."""
        found = self._find(at, Wanted(reading.gender, beings=PEOPLE), 3)
        is_small = self.cast.plain[at : at + 1] == "l"
        last = self.antecedents.last_spoken(at)
        scene = self.scenes.at(at)
        goes_on = last is not None and last.end >= scene.start and scene.sentence(at) - scene.sentence(last.end) <= 1
        return of_nationality(self.cast, reading.words[0], found, is_somebody=is_small or goes_on)

    def _described(self, reading: Reading, at: int, being: Being, *, is_speaker: bool) -> Referent:
        """Return somebody under the words that describe them, in which what stands for a name is that name."""
        own = self.itself(reading, at, being)
        if not is_speaker or own.being is not being:
            return own
        own = self.owners.owned(own, reading, at)
        return self._of_body_before(own, reading, at)

    def _of_body_before(self, own: Referent, reading: Reading, at: int) -> Referent:
        """Return a description whose complement is named: « un conseiller du mouvement » is one « du Front »."""
        pattern = _OF_BODY.get(self.cast.words.language)
        match = pattern.search(own.name) if pattern else None
        if match is None or reading.determiner is Determiner.POSSESSIVE:
            return own
        if match[2] not in self.cast.words.of("bodies_described"):
            return own
        place = at + reading.end - len(match[2])
        found = self._find(place, Wanted(beings=BODIES, with_capital=True), _OWNERS_BACK)[:1]
        named = self._bodies.named(match[2]) or next((candidate.referent for candidate in found), None)
        if named is None:
            return own
        acronym = self.cast.bodies.acronym(named.place)
        if acronym is not None:
            named = replace(named, name=self.cast.shown(acronym))  # with the article of the full name
        of = self.owners.joined(named) if self.cast.words.language == "fr" else f"the {named.name.removeprefix('The ')}"
        return replace(own, name=own.name[: match.start(1)] + of)

    def itself(self, reading: Reading, at: int, being: Being) -> Referent:
        """Return somebody under the words that describe them, or under the name that the text gives right after."""
        place = (at + reading.start, at + reading.end)
        is_new = reading.determiner is Determiner.INDEFINITE
        if (
            is_new
            and being is Being.SOMEBODY
            and (named := named_after(self.cast.plain, self.cast.words.language, place[1])) is not None
        ):
            return Referent(self.cast.shown(named), named, Being.PERSON, reading.gender, head=reading.head)
        name = self.cast.shown(place)
        if name[:1].isupper() and not name[1:2].isupper():
            opens = self.cast.names.opens_sentence(place[0]) and is_common(name.partition(" ")[0], self.cast.words)
            if reading.determiner is not Determiner.NONE or opens:
                name = name[0].lower() + name[1:]
        return Referent(
            name, place, being, reading.gender, reading.plural, reading.head, reading.complement, is_new=is_new
        )

    def _person(self, reading: Reading, at: int, *, follows: bool, is_speaker: bool) -> tuple[Referent, How] | None:
        """Return the person whom a definite description means."""
        cast, known = self.cast, self.cast.words
        head, complement, gender = reading.head, reading.complement, reading.gender
        former = ((head[3:], complement),) if head.startswith("ex-") else ()
        for title, beside in ((head, complement), *known.same_office(head, complement), *former):
            person = cast.titles.bearer((title,), beside, gender, at, ahead=is_speaker)
            if person is None and beside and beside <= known.of("vague"):
                person = cast.titles.bearer((title,), frozenset(), gender, at)  # « le maire de la ville »
            if person is not None:
                return cast.person(person), How.TITLE
        rules = head in known.of("heads_of_state") or (complement and head in known.of("rulers"))
        if rules and (ruler := only_ruler(cast, complement)) is not None:
            return ruler, How.TITLE
        if head in known.of("tried"):
            if gender not in self._tried:
                self._tried[gender] = accused(cast, gender)
            if (tried := self._tried[gender]) is not None:
                return tried, How.DESCRIPTION
        if head.endswith("-de-famille"):
            # « une mère de cinq enfants … la mère de famille »
            unnamed = next(self.antecedents.unnamed((head.removesuffix("-de-famille"), head), gender, at), None)
            if unnamed is not None:
                return unnamed, How.DESCRIPTION
        if head in known.of("generic") or _AGED.fullmatch(cast.plain, at + reading.start, at + reading.end):
            here = self._find(at, Wanted(gender, beings=PEOPLE), 1)
            if here and (
                here[0].referent.being is Being.PERSON or follows or self.antecedents.spoke_last(here[0].referent, at)
            ):
                return here[0].referent, How.DESCRIPTION
            if not here and (portrayed := headlined(cast, gender)) is not None:
                return portrayed, How.DESCRIPTION
        earlier = self._same_noun(reading, at, is_speaker=is_speaker)
        if earlier is not None:
            return earlier, How.DESCRIPTION
        if reading.determiner is Determiner.POSSESSIVE:
            return None
        supporting = known.hypernyms.get(head)
        if supporting:
            heads = supporting | known.of("ranked") if head in known.of("ranked") else supporting
            unnamed = None if complement else self.antecedents.unnamed_last(heads, gender, at)
            if unnamed is not None:
                return unnamed, How.DESCRIPTION
            beside = frozenset[str]() if has_adjective(cast, reading, at) else complement
            person = cast.titles.bearer(supporting, beside, gender, at)
            if person is not None:
                return cast.person(person), How.TITLE
        if supporting and (last := self._who_just_spoke(supporting, gender, at)) is not None:
            return last, How.TITLE
        if supporting and is_speaker and not complement:
            unnamed = next(self.antecedents.unnamed(supporting, gender, at), None)
            if unnamed is not None:
                return unnamed, How.DESCRIPTION
        near = self._near(reading, at, follows=follows, is_speaker=is_speaker)
        if near is None and is_speaker:
            near = self._unnamed_before(reading, at) or self._named_next(reading, at)
        return None if near is None else (near, How.DESCRIPTION)

    def _unnamed_before(self, reading: Reading, at: int) -> Referent | None:
        """Return who just spoke, unnamed: « le gouverneur … Le haut fonctionnaire »."""
        last = self.antecedents.last_spoken(at)
        known = self.cast.words
        if last is None or reading.complement or reading.head not in known.of("described") - known.of("offices"):
            return None
        referent = last.referent
        if referent.being is not Being.SOMEBODY or not self.scenes.at(at).start <= last.end <= at:
            return None
        another = referent.head == reading.head or not (referent.head or referent.is_new)
        return None if another or not referent.can_be(reading.gender) else referent

    def _named_next(self, reading: Reading, at: int) -> Referent | None:
        """Return who opens the next sentence, first named there: « Le ministre a salué … Awa Tindari a promis »."""
        known, scene = self.cast.words, self.scenes.at(at)
        if known.language != "fr" or reading.head not in known.of("offices") | known.of("ministers"):
            return None
        sentence = scene.sentence(at)
        if sentence >= len(scene.ends):
            return None
        for seen in scene.between(scene.ends[sentence], scene.end)[:1]:
            person = seen.name.person if seen.name is not None and seen.is_subject else None
            opens = seen.start - scene.ends[sentence] <= _OPENS_WITHIN and seen.sentence == sentence + 1
            if person is None or person.mentions[0] != seen.start:
                continue
            goes_on = self.cast.plain[seen.end : seen.end + 1] == " "
            fits = not (reading.gender and person.gender) or reading.gender == person.gender
            if opens and goes_on and fits and not self.cast.titles.has_any(person):
                return self.cast.person(person)
        return None

    def _who_just_spoke(self, titles: frozenset[str], gender: str, at: int) -> Referent | None:
        """Return the last speaker, if that is a person with one of some titles: « le spécialiste des mines »."""
        last = self.antecedents.last_spoken(at)
        person = None if last is None else self.cast.known_person(last.referent)
        if person is None or (gender and person.gender and gender != person.gender):
            return None
        return None if titles.isdisjoint(self.cast.titles.of(person)) else self.cast.person(person)

    def _find(self, at: int, wanted: Wanted, paragraphs: int) -> list[Candidate]:
        """Look for antecedents, but no deeper than makes sense: the antecedents may be descriptions themselves."""
        if self._depth >= _DEEPEST:
            return []
        self._depth += 1
        found = self.antecedents.find(at, wanted, paragraphs)
        self._depth -= 1
        return found

    def _near(self, reading: Reading, at: int, *, follows: bool, is_speaker: bool) -> Referent | None:
        """Return whom a description means that no title supports: the one whom the paragraph is about."""
        known, head = self.cast.words, reading.head
        points = reading.determiner is Determiner.DEMONSTRATIVE
        # « le portier »: a noun that nobody listed takes somebody up, since it is definite and speaks
        is_unknown = is_speaker and not reading.complement and head not in known.nouns
        is_former = is_speaker and _FORMER.fullmatch(self.cast.plain, at + reading.start, at + reading.end) is not None
        if not head or not (points or follows or is_unknown or is_former or head in known.of("described")):
            return None
        relational = head in known.of("relational") and not points
        if reading.complement and relational and not has_adjective(self.cast, reading, at):
            return None  # « l'avocat de la famille », in what is said of one of them
        found = self._find(at, Wanted(reading.gender, beings=PEOPLE), 2)
        is_of = not is_former and goes_on(self.cast, at + reading.head_end)  # « l'imam | de la ville »
        anywhere = points or follows or head in known.of("generic") or (len(found) == 1 and not is_of)
        for candidate in found[:3]:
            referent = candidate.referent
            if candidate.paragraphs and not anywhere and (candidate.score < _FAR or is_of):
                continue
            is_kind = referent.head in known.hypernyms.get(head, ()) and not candidate.paragraphs
            unnamed_here = follows and (head in known.of("echoing") or is_kind)
            if referent.being is Being.SOMEBODY and (points or unnamed_here):
                return referent
            if referent.being is not Being.PERSON:
                continue
            is_first = candidate is found[0]
            if not is_former and self._has_another_office(
                reading, candidate, is_first=is_first, points=points, follows=follows
            ):
                continue
            person = self.cast.known_person(referent)
            if person is not None and head:
                self.cast.titles.learn(person, head, reading.complement)
            return referent
        return None if is_of else self._only_one(reading)

    def _has_another_office(
        self, reading: Reading, candidate: Candidate, *, is_first: bool, points: bool, follows: bool
    ) -> bool:
        """Say whether somebody has a title of their own, so that an office or a narrower description means another."""
        known, referent = self.cast.words, candidate.referent
        person = self.cast.known_person(referent)
        if person is None or not self.cast.titles.has_any(person):
            return False
        is_office = reading.head in known.of("offices")
        sure = is_first and not candidate.paragraphs and reading.gender == "f" == referent.gender
        if is_office and not sure:
            return True
        exact = is_office or reading.head in known.of("ministers")
        return bool(reading.complement) and not points and (exact or not follows)

    def _only_one(self, reading: Reading) -> Referent | None:
        """Return the only person of a gender whom the text has quoted by name, if a description shows that gender."""
        if not reading.gender or reading.complement or reading.head in self.cast.words.of("offices"):
            return None
        return self.antecedents.only_person(reading.gender)

    def _same_noun(self, reading: Reading, at: int, *, is_speaker: bool) -> Referent | None:
        """Return somebody unnamed whom an earlier description with the same noun meant."""
        for referent in self.antecedents.unnamed((reading.head,), reading.gender, at):
            if reading.complement <= referent.complement or reading.determiner is Determiner.DEMONSTRATIVE:
                return referent
        if reading.complement or not is_speaker:
            return None
        if self.cast.plain.rfind(reading.head, max(0, at - _SAME_NOUN_WITHIN), at) < 0:
            return None
        scene = self.scenes.at(at)
        for _ in range(_PARAGRAPHS_BACK):
            for seen in scene.before(at, _SPEAKERS_BACK):
                found = self.refer(seen) if seen.name is None else None
                if found is None or found.head != reading.head or not found.can_be(reading.gender):
                    continue
                if found.is_new:
                    return found
                first = read_mention(self.cast.plain[seen.start : seen.end], self.cast.words.language)
                if first.determiner is Determiner.POSSESSIVE:  # « Her neighbour nodded … the neighbour said »
                    return self.owners.owned(found, first, seen.start)
            before = self.scenes.before(scene)
            if before is None:
                return None
            scene = before
        return None

    def _one_of(self, reading: Reading, at: int) -> Referent:
        """Return one of several who were mentioned: « l'un d'eux » is « un habitant »."""
        own = self.itself(reading, at, Being.SOMEBODY)
        for candidate in self._find(at, Wanted(plural=True), 2)[:1]:
            head = candidate.referent.head
            if not head:
                return own
            if self.cast.words.language == "en":
                several = head.endswith("s") and " and " not in candidate.referent.name
                return replace(own, name=f"one of the {head}", head=head) if several else own
            one = head.removesuffix("s")
            return replace(own, name=f"{'une' if reading.gender == 'f' else 'un'} {one}", head=one)
        return own
