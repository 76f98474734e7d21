"""Bodies and their names: acronyms and what they stand for, short names and the full ones that a text gives."""

from __future__ import annotations

import re
from collections import Counter

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.proper_names import CAPITAL, NAME_PATTERN
from sahelcorpus.annotate.speakers.words import fold

_BRACKETS = re.compile(r" \(([^()\n]{2,90})\)")
_ACRONYM = re.compile(rf"[{CAPITAL}][\w&-]*[{CAPITAL}][\w&-]*")
_APPOSED = re.compile(rf", (?:(?:or|ou) )?(?:(?:the|le|la|les) |l')?([{CAPITAL}]{{3,10}})(?=[,.;:)])")
_SEVERAL = re.compile(rf"({_ACRONYM.pattern})(?:(?:, | ou | or | ?/ ?){_ACRONYM.pattern})*(?=,| en | in |$)")
"""An acronym, or several for one name, in brackets: « (GST, JNT en arabe) »."""

_LONGEST_ACRONYM = 14
_WINDOW = 120
_CUT = re.compile(r"[.;:!?«»\"“”()\n,]")
_CAPITALISED = re.compile(rf"\b(?:[LD]')?([{CAPITAL}][\w'-]*)")
_GOING_ON = {
    "fr": re.compile(
        r"(?:(?: [^\W\d_]{4,})?(?: (?:des|de l'|d'|de|du) ?[a-zà-ÿ-]{3,})?"
        r"(?: (?:de la|de l'|du|des|de|d'|pour la|pour le|pour l'|pour|et du|et de la|et de l'|et) ?)"
        rf"{NAME_PATTERN})+"
        r"|(?: (?:des|de l'|du|pour la|pour le|pour les|pour l') ?[a-zà-ÿ-]{4,}"
        r"(?: (?:des|de la|de l'|du|et de la|et du|et des) ?[a-zà-ÿ-]{4,})?)"
    ),
    "en": re.compile(rf"(?:(?: (?:of the|of|for the|for a|for|and|on) ){NAME_PATTERN})+"),
}
_SHORTEST = 2
_SHORTEST_SPELT, _LONGEST_SPELT = 3, 8
_MOST_CAPITALS = 60
_SPELT_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset(
    ("de", "d", "du", "des", "la", "le", "les", "l", "et", "pour", "of", "the", "for", "and", "au", "aux")
)
_DATELINE = 100
_DATELINE_SIGNS = frozenset(",(–—-")
_BEFORE_IT = 40
_BEFORE_GOVERNMENT = re.compile(
    rf"(?:(?<!\w)(?!The )[{CAPITAL}]\w+('s)? )?(?:(?<!\w)(?:transitional|interim|military|civilian) )?$"
)
_GOVERNMENT = {
    "fr": re.compile(
        rf"[Gg]ouvernement\b((?: de(?: la)? transition)?(?: (?:du|de la|de l'|d'|de) ?[{CAPITAL}][\w'-]+)?)"
        rf"(?: (?!vous|nous)([a-zà-ÿ]+(?:ien|ais|ois|ain|éen|an|ol|and|abè|si|ri)))?\b"
    ),
    "en": re.compile(rf"government\b(?: of [{CAPITAL}][\w-]+)?(?: in [{CAPITAL}][\w-]+)?"),
}
_ARMY = {
    "fr": re.compile(
        rf"Forces (?:armées|de défense)(?: et de sécurité)?"
        rf"(?: (?:du|de la|de l'|de|d') ?{NAME_PATTERN}| [a-zà-ÿ]+(?:iennes|aises|oises|aines|éennes))?"
    ),
    "en": re.compile(rf"(?:Armed|Defence|Defense) Forces(?: of {NAME_PATTERN})?"),
}


# How a French name goes on that has begun with a capital: « Syndicat autonome des infirmiers », « Minéraux du Sahel ».
_ADJECTIVE = (
    r"[a-zà-ÿ-]{2,}(?:al|ale|aux|ales|ique|iques|aine?|éen|éenne|ienne?s?|oise?|aise?|ive?|ome|elle?|aire|ante?|ée?s?"
    r"|ier|ière|rieur)"
)
_LINK = (
    r"(?:de la |de l'|des |du |de |d'|pour la |pour le |pour l'|pour les |sans |et de |et du |et des |au |aux "
    r"|à la |à l')"
)
_WHOLE_NAME = re.compile(rf"(?: {_ADJECTIVE}(?![\w'-]))?(?: {_LINK}(?:{NAME_PATTERN}|[a-zà-ÿ-]{{4,}})){{1,3}}")


_UNSOUGHT = (-1, -1)
"""The place of an army that was not looked for."""


class Bodies:
    """The bodies that a text names; looked up when first asked for."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._full: dict[str, Place] = {}
        self._spelt: dict[str, Place | None] = {}
        self._acronym_of: dict[Place, Place] = {}
        self._governments: dict[tuple[str, str] | None, Place | None] = {}
        self._acronyms: dict[str, Place] | None = None
        self._capitals: dict[str, list[int]] | None = None
        self._by_word: dict[str, Place] | None = None
        self._extended: dict[str, Place] | None = None
        self._place_counts: Counter[str] | None = None
        self._most_places = 0
        self._army: Place | None = _UNSOUGHT

    @property
    def acronyms(self) -> dict[str, Place]:
        """Where the names stand that the text's acronyms are introduced with, by the folded acronym."""
        if self._acronyms is None:
            self._acronyms = self._find_acronyms()
        return self._acronyms

    def _find_acronyms(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        plain = self.names.plain
        for match in _BRACKETS.finditer(plain):
            several = _SEVERAL.match(match[1])
            if several is not None:
                place = self._before(match.start() + 1, several[1])
                if place is None:
                    continue
                if fold(several[1]) not in found:
                    self._acronym_of[place] = (match.start(1), match.start(1) + len(several[1]))
                for acronym in _ACRONYM.findall(several[0]):
                    found.setdefault(fold(acronym), place)
            elif match[1][0].isupper() and " " in match[1]:
                before = plain[max(0, match.start() - _LONGEST_ACRONYM) : match.start()]
                acronym = before[before.rfind(" ") + 1 :]
                if _ACRONYM.fullmatch(acronym) and not match[1].isupper():
                    found.setdefault(fold(acronym), match.span(1))
        for match in _APPOSED.finditer(plain):
            place = self._before(match.start(), match[1])
            if place is not None and _spells(plain[slice(*place)], match[1]):
                found.setdefault(fold(match[1]), place)
        return found

    def _before(self, bracket: int, acronym: str) -> Place | None:
        """Return the name before a bracket: from the first capital that the acronym begins with."""
        plain = self.names.plain
        low = max(0, bracket - _WINDOW)
        text = plain[low:bracket].rstrip()
        cuts = [match.end() for match in _CUT.finditer(text)]
        start = cuts[-1] if cuts else 0
        capitals = [match.start(1) for match in _CAPITALISED.finditer(text, start)]
        initial = fold(acronym[0])
        fitting = [at for at in capitals if fold(text[at]) == initial and not text[at:].startswith(acronym)]
        # « C'est ce que la Coordination du Nord (CN) » does not begin with « C'est »
        spelt = [at for at in fitting if _spells(text[at:], acronym)]
        fitting = spelt[-1:] or [at for at in fitting if text[at + 1 : at + 2] != "'"]
        if not fitting:
            fitting = [at for at in capitals if text[at : at + 1] and len(text) - at > len(acronym)]
        if not fitting or len(text) - fitting[0] < _SHORTEST:
            return None
        return low + fitting[0], low + len(text)

    def learn(self, place: Place) -> None:
        """Take in a body's name that a speaker's mention gives."""
        key = fold(self.names.plain[slice(*place)])
        self._full.setdefault(key, place)

    def fullest(self, place: Place) -> tuple[Place, bool]:
        """Return where the fullest name of a body stands, given one of its names, and whether that was an acronym."""
        text = self.names.plain[slice(*place)]
        bare = re.sub(r"\s*\([^()]*\)\s*$", "", text)
        key = fold(bare)
        known = self.acronyms.get(key) or self._spelt_out(bare)
        if known is not None:
            return known, True
        if " " in bare:
            end = place[0] + len(bare)
            # « The United Front | for the North (UFN) »
            ends = [last for first, last in self.acronyms.values() if first == place[0] and last > end]
            return (place[0], max([end, *ends])), False
        return self._longer(key) or place, False

    def acronym(self, place: Place) -> Place | None:
        """Return where the acronym stands that a text introduces a name with, or None."""
        return self._acronym_of.get(place) if self.acronyms else None

    def _spelt_out(self, acronym: str) -> Place | None:
        """Return where a name stands whose words an acronym spells, though no brackets say so, or None."""
        if not (_SHORTEST_SPELT <= len(acronym) <= _LONGEST_SPELT and acronym.isalpha() and acronym.isupper()):
            return None
        if self._capitals is None:
            self._capitals = self._find_capitals()
        if acronym not in self._spelt:
            self._spelt[acronym] = next(
                (place for start in self._capitals.get(acronym[0], ()) if (place := self._spells_from(start, acronym))),
                None,
            )
        return self._spelt[acronym]

    def _find_capitals(self) -> dict[str, list[int]]:
        """Return where names begin with a capital and small letters, by that capital; no more than a text needs."""
        found: dict[str, list[int]] = {}
        plain = self.names.plain
        for name in self.names.found:
            initial = fold(plain[name.start]).upper()
            own = found.setdefault(initial, [])
            if len(own) < _MOST_CAPITALS and plain[name.start + 1 : name.start + 2].islower():
                own.append(name.start)
        return found

    def _spells_from(self, start: int, acronym: str) -> Place | None:
        """Return the words from a place on that begin with an acronym's letters, small joining words passed over."""
        index = 0
        for match in _SPELT_WORD.finditer(self.names.plain, start, start + _WINDOW):
            word = match[0]
            if fold(word[0]).upper() == acronym[index] and word not in _JOINING:
                index += 1
                if index == len(acronym):
                    return start, match.end()
            elif word not in _JOINING or self.names.plain[match.end() : match.end() + 1] not in (" ", "'"):
                return None
        return None

    def _longer(self, key: str) -> Place | None:
        """Return the longest name that begins with a word, or in English ends with it."""
        if self._by_word is None:
            self._by_word = self._names_by_word()
        if (place := self._by_word.get(key)) is not None:
            return place
        if self._extended is None:
            self._extended = self._find_extended()
        return self._extended.get(key)

    def _names_by_word(self) -> dict[str, Place]:
        """Return names of several words, the longest by their first word, and in English by their second and last."""
        found: dict[str, Place] = {}
        english = self.names.words.language == "en"
        for place in (*self.acronyms.values(), *self._full.values()):
            name = fold(self.names.plain[slice(*place)]).replace("'", " ").split()
            if len(name) > 1:
                for key in {name[0], name[1], name[-1]} if english else {name[0]}:
                    known = found.get(key)
                    if known is None or known[1] - known[0] < place[1] - place[0]:
                        found[key] = place
        return found

    def _find_extended(self) -> dict[str, Place]:
        """Return names that go on after a preposition, by their first word: « Conférence des imams du Tamasna »."""
        going_on = _GOING_ON.get(self.names.words.language)
        if going_on is None:
            return {}
        found: dict[str, Place] = {}
        for name in self.names.found:
            if name.words[0] in self.names.words.of("bodies") and name.words[0] not in found:
                match = going_on.match(self.names.plain, name.end)
                if match:
                    found[name.words[0]] = (name.start, self._end_of_inner(name.start, match.end()))
        return found

    def whole(self, place: Place) -> Place:
        """Return where all of a French name stands whose first words have capitals; the same place if it ends there."""
        match = _WHOLE_NAME.match(self.names.plain, place[1], place[1] + _WINDOW)
        return place if match is None else (place[0], self._end_of_inner(place[0], match.end()))

    def _end_of_inner(self, start: int, end: int) -> int:
        """Return where a name ends that takes in another one: « la Cour de l'Union des États du Fleuve (UEF) »."""
        return max([end, *(last for first, last in self.acronyms.values() if start < first < end)])

    def begins_with(self, word: str) -> Place | None:
        """Return where the fullest name of a body stands that begins with a folded word, or None."""
        return self._longer(word)

    def is_home(self, name: str) -> bool:
        """Say whether a folded name is the place that a text is written from, or the one that it names most."""
        dateline = fold(self.names.plain[:_DATELINE])
        at = dateline.find(name)
        opens = at == 0 or (at > 0 and dateline[at - 1] == "\n")
        if opens and dateline[at + len(name) :].lstrip(" ")[:1] in _DATELINE_SIGNS:
            return True
        if self._place_counts is None:
            places = self.names.places
            single = (name.words[0] for name in self.names.found if len(name.words) == 1)
            self._place_counts = Counter(word for word in single if word in places)
            self._most_places = max(self._place_counts.values(), default=0)
        count = self._place_counts[name]
        return count > 1 and count == self._most_places

    def government(self, seat: tuple[str, str] | None) -> Place | None:
        """Return where a text names the government: of a country, or the one that it names most fully.

        Args:
            seat: The country and the stem of its adjective, or None for the government at home.
        """
        if seat not in self._governments:
            self._governments[seat] = self._government(seat)
        return self._governments[seat]

    def _government(self, seat: tuple[str, str] | None) -> Place | None:
        pattern = _GOVERNMENT.get(self.names.words.language)
        if pattern is None:
            return None
        plain = self.names.plain
        best: tuple[int, int, Place] | None = None
        for match in pattern.finditer(plain):
            start, end = match.span()
            foreign = match.lastindex is not None and match.lastindex > 1 and seat is None
            if self.names.words.language == "en":
                before = _BEFORE_GOVERNMENT.search(plain, max(0, start - _BEFORE_IT), start)
                if before is not None:
                    foreign = seat is None and before[0][:1].isupper() and before[1] is None
                    start = before.start()
            shown = fold(plain[start:end])
            if seat is not None and fold(seat[1]) not in shown and fold(seat[0]) not in shown:
                continue
            rank = (0 if foreign else 1, end - start, (start, end))
            if best is None or rank[:2] > best[:2]:
                best = rank
        if best is not None:
            return best[2]
        at = plain.find(seat[0]) if seat is not None else -1
        return (at, at + len(seat[0])) if seat is not None and at >= 0 else None

    def army(self, complement: frozenset[str]) -> Place | None:
        """Return where a text names its army in full, if that can be the one that some folded words narrow."""
        if self._army == _UNSOUGHT:
            pattern = _ARMY.get(self.names.words.language)
            match = pattern.search(self.names.plain) if pattern else None
            self._army = match.span() if match else None
        place = self._army
        if place is None:
            return None
        shown = fold(self.names.plain[slice(*place)])
        return place if all(word[:4] in shown for word in complement) else None


def _spells(name: str, acronym: str) -> bool:
    """Say whether an acronym's letters begin words of a name, in their order: « Front pour l'Imzar libre, le FPIL »."""
    initials = iter([word[0] for word in fold(name).replace("'", " ").replace("-", " ").split()])
    return all(letter in initials for letter in fold(acronym))
