"""Proper names of a text: where they stand, which words they have, and which of them are one person.

One search passes over the text; all else is looked up by the words of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.gazetteer import Gazetteer
from sahelcorpus.annotate.speakers.misspelt import FUZZY_FROM, is_near
from sahelcorpus.annotate.speakers.proper_names import (
    CAPITAL,
    NAME,
    NAME_PATTERN,
    PARTICLES,
    Person,
    ProperName,
    proper_name,
    word_of_name,
)
from sahelcorpus.annotate.speakers.words import Words, fold, given_gender, given_names, is_demonym

_PARTICLE = re.compile(r" (de la |de |du |d')")
"""What joins a given name and a family name in French."""

_SENTENCE_ENDS = frozenset('.!?…:»”"«“—–-•)')
_SHOUTED = re.compile(rf"(?<!\w)[{CAPITAL}]{{3,}}(?!\w)")
_DATELINE_SIGNS = (",", "(", "-", "–", "—")
_FULL = 2
_OFFICE = 40
_MOST_BLANKS = 200
_MOST_NAMESAKES = 60
"""Most people with a word in common who are told apart; more of them are no article, and time stays linear."""


@cache
def _after(locative: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{locative}) ({NAME_PATTERN})")


class Names:
    """The proper names of one text.

    Attributes:
        plain: The text with plain apostrophes and blanks.
        gazetteer: What is known of names before the text is read, or None.
        found: Every name, in text order.
        people: Everybody with a name of two words or more, by its words.
        demonyms: The names that stand after a nationality with its article, by that: « le Kotinais Daouda Serme ».
    """

    def __init__(self, plain: str, words: Words, gazetteer: Gazetteer | None = None) -> None:
        self.plain = plain
        self.words = words
        self.gazetteer = gazetteer
        self.found: list[ProperName] = []
        self.people: dict[tuple[str, ...], Person] = {}
        self.demonyms: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._places: frozenset[str] | None = None
        sizes = accumulate(map(len, plain.split("\n")))
        self._lines = [0, *(size + number for number, size in enumerate(sizes, start=1))]
        """Where each line starts."""
        self._find()
        self._chain()
        self.starts = [name.start for name in self.found]

    def between(self, start: int, end: int) -> list[ProperName]:
        """Return the names that start in a stretch."""
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def line(self, at: int) -> Place:
        """Return the line at a place, without the break at its end."""
        lines = self._lines
        index = bisect_right(lines, at)
        start = lines[index - 1]
        return start, max(start, (lines[index] if index < len(lines) else len(self.plain) + 1) - 1)

    def text_end(self, start: int) -> int:
        """Return where the text before a line ends, blank lines passed over."""
        end = max(0, start - 1)
        low = max(0, end - _MOST_BLANKS)
        return low + len(self.plain[low:end].rstrip())

    def word_before(self, start: int) -> str:
        """Return the word before a place in small letters, an elided one with its apostrophe; else the empty string."""
        sign = self.plain[start - 1 : start]
        if sign == "'":
            return self.plain[max(0, start - 2) : start].lower()
        before = self.plain[max(0, start - 16) : max(0, start - 1)] if sign == " " else ""
        word = before[max(before.rfind(" "), before.rfind("\n"), before.rfind("'")) + 1 :]
        return word.lower() if word.isalpha() else ""

    def opens_sentence(self, start: int) -> bool:
        """Say whether a place opens a sentence, where any word has a capital."""
        before = self.plain[max(0, start - 2) : start]
        return not before or before[-1] in "\n\"«“'‘(" or before[0] in _SENTENCE_ENDS

    def is_of_place(self, start: int) -> bool:
        """Say whether what stands before a name makes a thing or a place of it: « place des | Égreneurs »."""
        before = self.word_before(start)
        return any(before in self.words.of(name) for name in ("of", "definite", "locative"))

    @property
    def places(self) -> frozenset[str]:
        """Folded names that stand after a preposition of place somewhere in the text."""
        if self._places is None:
            self._places = self._after_locatives()
        return self._places

    def _after_locatives(self) -> frozenset[str]:
        if not (locative := sorted(self.words.of("locative"))):
            return frozenset()
        pattern = _after("|".join((*locative, *(word.capitalize() for word in locative))))
        return frozenset(fold(match[1]) for match in pattern.finditer(self.plain))

    def _find(self) -> None:
        plain, language, found = self.plain, self.words.language, self.found
        noble, particle = -1, ""
        for match in NAME.finditer(plain):
            text, start = match[0], match.start()
            if start == noble:
                given = found[-1]
                given.end, given.words = match.end(), (*given.words, *particle.split(), *fold(text).split(" "))
                continue
            if " " not in text:
                word = word_of_name(text, language)
                if not word.is_no_name:
                    end = match.end()
                    found.append(ProperName(start, end, word.alone))
                    own = _PARTICLE.match(plain, end) if word.is_given else None
                    if own:
                        noble, particle = own.end(), own[1].rstrip("'")  # « Henri de Valmasque »
                continue
            name = proper_name(match, language)
            if name is not None:
                title, start, end, folded = name
                if len(folded) > _FULL and language == "fr" and not title and is_demonym(folded[0]):
                    start, folded = self._after_demonym(start, folded)
                found.append(ProperName(start, end, folded, title))

    def _after_demonym(self, start: int, folded: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        """Return where a name starts, and its words, without a nationality before it: « le Kotinais | Ali Serme »."""
        if self.word_before(start) not in ("le", "la", "l'"):
            return start, folded
        self.demonyms[folded[0]] = folded[1:]
        return self.plain.index(" ", start) + 1, folded[1:]

    def _chain(self) -> None:
        """Gather the names of two words or more, then give each shorter name to whom it can belong."""
        longer: dict[tuple[str, ...], ProperName | None] = {}
        for name in self.found:
            if len(name.words) > 1:
                if len(name.words) > _FULL and not name.title:
                    self._cut_office(name)
                if not self._may_be_person(name):
                    longer[name.words] = None
                elif name.words not in longer:
                    longer[name.words] = name
        for name in sorted(filter(None, longer.values()), key=lambda name: (-len(name.words), name.start)):
            person = self._longer(name.words)
            if person is None:
                gender = (self.gazetteer and self.gazetteer.gender(name.words)) or given_gender(name.words)
                person = Person(name.words, (name.start, name.end), gender=gender)
                for word in set(name.words):
                    self._by_word.setdefault(word, []).append(person)
            self.people[name.words] = person
        last: dict[str, Person] = {}
        women, men = self.words.of("women"), self.words.of("men")
        for name in self.found:
            if len(name.words) > 1:
                name.person = self.people.get(name.words)
            else:
                name.person = self._bearer(name, last)
            person = name.person
            if person is None:
                continue
            person.mentions.append(name.start)
            if len(name.words) > 1:
                person.full.append((name.start, name.end))
            for word in (person.words[0], person.words[-1]):
                last[word] = person
            if name.title in women:
                person.gender = "f"
            elif name.title in men and not person.gender:
                person.gender = "m"

    def _may_be_person(self, name: ProperName) -> bool:
        known = self.words
        if name.title and name.title not in known.of("bodies"):
            return True
        if not known.of("body_words").isdisjoint(name.words):
            return False
        if self.gazetteer is not None and self.gazetteer.is_body(name.words):
            return False
        before = self.word_before(name.start)
        if before in known.of("before_things") or before in known.of("before_bodies"):
            return False
        text = self.plain[name.start : name.end]
        if not text.isupper():
            ends_line = self.plain[name.end : name.end + 1] in ("", "\n")
            heads = ends_line and self.plain.startswith(("/ ", "| "), name.start - 2)  # « Fil Sahel / Port Assel »
            return not heads and _SHOUTED.search(text) is None
        # « PORT ASSEL, 3 mars »
        is_dateline = self.plain[max(0, name.start - 1) : name.start] in ("", "\n")
        return not (is_dateline and self.plain[name.end : name.end + 2].lstrip()[:1] in _DATELINE_SIGNS)

    def _cut_office(self, name: ProperName) -> None:
        """Leave out of a name what an office before it ends with: « le ministre des Routes | Salif Kobo »."""
        given, known = given_names(), self.words
        if name.words[0] in given:
            return
        preceding = self.word_before(name.start)
        if preceding not in known.of("of") and preceding not in known.of("definite"):
            return
        before = self.plain[max(0, name.start - _OFFICE) : name.start].lower().replace("'", " ").split(" ")
        if known.of("titles").isdisjoint(before):
            return
        parts, portfolios = self.plain[name.start : name.end].split(" "), known.of("portfolios")
        for index in range(1, len(name.words) - 1):
            begins = name.words[index] in given or name.words[index - 1] in portfolios
            if begins and len(parts) == len(name.words):
                name.start += sum(map(len, parts[:index])) + index
                name.words = name.words[index:]
                return

    def _longer(self, words: tuple[str, ...]) -> Person | None:
        """Return the one person whose fuller name ends or begins with these words, or leaves some out between."""
        found = None
        for person in self._by_word.get(words[-1], ())[:_MOST_NAMESAKES]:
            theirs = person.words
            fits = theirs[-len(words) :] == words or (len(words) > 1 and theirs[: len(words)] == words)
            if not fits and len(words) > 1 and theirs[-1] == words[-1]:
                first = words[0].rstrip(".")
                is_initial = len(first) == 1 or first[1:2] == "."  # « S. », « J.-N. »
                fits = theirs[0] == first or (is_initial and theirs[0].startswith(first[0]))
                fits = fits or set(words) == set(theirs)
                fits = fits or (first in PARTICLES and _is_within(words, theirs))  # « Ould Ghazali »
            if fits and person is not found:
                if found is not None:
                    return None
                found = person
        return found

    def _bearer(self, name: ProperName, last: dict[str, Person]) -> Person | None:
        word = name.words[0]
        bearers = self._by_word.get(word, [])[:_MOST_NAMESAKES]
        if not bearers:
            return None
        if len(bearers) == 1:
            return bearers[0]
        gender = self._title_gender(name.title)
        fitting = [person for person in bearers if not gender or person.gender in ("", gender)] or bearers
        surnamed = [person for person in fitting if person.words[-1] == word] or fitting
        recent = last.get(word)
        return recent if recent in surnamed else surnamed[0]

    def _title_gender(self, title: str) -> str:
        return "f" if title in self.words.of("women") else "m" if title in self.words.of("men") else ""

    def person(self, words: tuple[str, ...], at: int, title: str = "") -> Person | None:
        """Return whom a name means at a place: the one who bears it, or of several the last one named before.

        Args:
            words: The name's words, folded.
            at: Where it stands.
            title: The title before it, or the empty string.
        """
        known = self.people.get(words)
        if known is not None:
            return known
        bearers = self._by_word.get(words[-1], [])[:_MOST_NAMESAKES]
        if len(words) > 1:
            return self._longer(words)
        gender = self._title_gender(title)
        fitting = [person for person in bearers if not gender or person.gender in ("", gender)] or bearers
        fitting = [person for person in fitting if person.words[-1] == words[-1]] or fitting
        if len(fitting) > 1:
            fitting = [max(fitting, key=lambda person: _last_before(person.mentions, at))]
        return fitting[0] if fitting else self._misspelt(words[0])

    def _misspelt(self, word: str) -> Person | None:
        """Return the one person whose surname differs from a word by a letter that was left out, added or changed."""
        if len(word) < FUZZY_FROM or len(self.people) > _MOST_NAMESAKES:
            return None
        found = None
        for person in self.people.values():
            if person is not found and is_near(word, person.words[-1]):
                if found is not None:
                    return None
                found = person
        return found


def _is_within(words: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether a name's words stand in another's, in their order."""
    rest = iter(theirs)
    return all(any(word == other for other in rest) for word in words)


def _last_before(mentions: list[int], at: int) -> int:
    """Return the last mention before a place; if all stand after it, less the further the first is away."""
    index = bisect_left(mentions, at)
    return mentions[index - 1] if index else -mentions[0] - 1 if mentions else -at - 1
