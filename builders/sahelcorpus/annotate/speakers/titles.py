"""Who bears which title: read off the words right before a name, and off the apposition after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.proper_names import CAPITAL, Person
from sahelcorpus.annotate.speakers.words import fold

_MODIFIERS = 4
"""Most words before an English title that are taken with it."""

_BEFORE = 120
_AFTER = 160
_READ = 2
_MOST_BEARERS = 200
_BREAKS = ';:!?«»"“”()\n–—'
_BREAK = re.compile(r"[;:!?«»\"“”()\n–—]|\.(?=\s|$)")
_COPULAS = (" is ", " was ", " est ", " était ")
_ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Dr|Pr|Mr|Mrs|Ms|Hon|Rev|Col|Gen|Capt|Lt|Maj|Sgt|Cdr|Prof|St|Engr|[A-Z])$")
_ACRONYM = re.compile(rf" \(([{CAPITAL}][\w&/-]{{1,13}})\)")
"""An acronym after the name of a body, by which a later description may name it: « la présidente du RRC »."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*'?")

_KIN = re.compile(r"\b(?:sa|son|ma|mon|leur|his|her|my|their) ([^\W\d_]+),? \Z", re.IGNORECASE)
_LONGEST_KIN = 28

_Bearers = dict[str, list[tuple[Person, frozenset[str]]]]


class Titles:
    """The titles that a text gives the people whom it names; read once, when first asked for."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._bearers: _Bearers | None = None
        self._titled: set[int] = set()

    def bearer(
        self, heads: Collection[str], complement: frozenset[str], gender: str, at: int, *, ahead: bool = False
    ) -> Person | None:
        """Return who of those with a title was named last before a place.

        Args:
            heads: The titles, in small letters, any of which will do.
            complement: Folded words that the title must have beside it.
            gender: The gender that the mention shows, or the empty string.
            at: Where the mention stands.
            ahead: Whether somebody will do who is named only after it, as in a headline.
        """
        bearers = self._bearers or self._read()
        best: tuple[int, Person] | None = None
        for head in heads:
            for person, context in bearers.get(head, ())[-_MOST_BEARERS:]:
                if gender and person.gender and gender != person.gender:
                    continue
                if not complement <= context:
                    continue
                index = bisect_left(person.mentions, at)
                if not index and not ahead:
                    continue
                rank = person.mentions[index - 1] if index else -person.mentions[0] - 1
                if best is None or rank > best[0] or (rank == best[0] and person.place < best[1].place):
                    best = (rank, person)
        return best[1] if best else None

    def has_any(self, person: Person) -> bool:
        """Say whether the text gives somebody a title."""
        self._read()
        return id(person) in self._titled

    def bearers_of(self, heads: Collection[str]) -> list[Person]:
        """Return everybody to whom the text gives one of some titles, each once."""
        bearers = self._read()
        return list({id(person): person for head in heads for person, _ in bearers.get(head, ())}.values())

    def of(self, person: Person) -> frozenset[str]:
        """Return the titles of somebody, in small letters."""
        return frozenset(head for head, own in self._read().items() if any(one is person for one, _ in own))

    def learn(self, person: Person, head: str, complement: frozenset[str]) -> None:
        """Take in a title that a description gave somebody."""
        self._read().setdefault(head, []).append((person, complement | {fold(head)}))

    def _read(self) -> _Bearers:
        bearers = self._bearers
        if bearers is None:
            bearers = self._bearers = {}
            for person in {id(person): person for person in self.names.people.values()}.values():
                for start, end in person.full[:_READ]:
                    person.gender = person.gender or self._kin_gender(start)
                    apposed = self.names.plain.endswith(", ", 0, start)
                    self._take(bearers, person, self._before(start), apposed=apposed)
                    for context in self._after(end, person.gender):
                        self._take(bearers, person, context)
        return bearers

    def _take(self, bearers: _Bearers, person: Person, context: list[str], *, apposed: bool = True) -> None:
        known = self.names.words
        titles, women, men = known.of("titles"), known.of("women"), known.of("men")
        modifying, courtesy = known.of("modifying"), known.of("courtesy")
        folded: frozenset[str] | None = None
        if context and context[0] in known.of("ours"):
            return  # « notre envoyée spéciale, Awa Kobo » is nobody's envoy
        for index, word in enumerate(context):
            if word in modifying and index and context[index - 1] in titles:
                continue  # « secrétaire général » is no general
            if word in titles and not self._is_owned(context, index, apposed=apposed):
                folded = folded or frozenset([fold(word.rstrip("'")) for word in context])
                bearers.setdefault(word, []).append((person, folded))
                if word not in courtesy:
                    self._titled.add(id(person))
                if not person.gender:
                    before = context[index - 1] if index else ""
                    if before in ("la", "une") or word in women:
                        person.gender = "f"
                    elif before in ("le", "un") or word in men:
                        person.gender = "m"

    def _kin_gender(self, start: int) -> str:
        """Return the gender that the noun before a name shows, if that names a woman or a man: « sa sœur, Fanta »."""
        match = _KIN.search(self.names.plain, max(0, start - _LONGEST_KIN), start)
        word = match[1].lower() if match else ""
        known = self.names.words
        return "f" if word in known.of("women") else "m" if word in known.of("men") else ""

    def _is_owned(self, context: list[str], index: int, *, apposed: bool) -> bool:
        """Say whether a title belongs to somebody else: « défenseur de l'ancien président », « le fils du maire, Ali ».

        Not where it stands right before the name, or what is done to him: « au maire, Ali », « du maire Ali ».
        """
        passed, governing = self.names.words.of("passing"), self.names.words.of("governing")
        for at in range(index - 1, -1, -1):
            word = context[at]
            if word in governing:
                return at > 0 or (apposed and word in self.names.words.of("of"))
            if word not in passed:
                return False
        return False

    def _before(self, start: int) -> list[str]:
        """Return the words before a name as far as they can belong to its title."""
        known, plain = self.names.words, self.names.plain
        low = max(0, start - _BEFORE, self._person_before(start))
        text = _ACRONYM.sub(r" \1", plain[low:start])
        cut = max(map(text.rfind, _BREAKS)) + 1
        stop = text.rfind(". ", cut)
        while stop >= 0 and _is_abbreviated(text, stop):
            stop = text.rfind(". ", cut, stop)
        found = self._joined(_WORD.findall(text[max(cut, stop + 1) :].lower()))
        titles, finite = known.of("titles"), known.lexicon.finite
        definite, of = known.of("definite"), known.of("of")
        first = None
        for index in range(len(found) - 1, -1, -1):
            if found[index] in titles:
                first = index
            elif found[index] in finite and not (index and (found[index - 1] in definite or found[index - 1] in of)):
                break  # but « la mine », « de défense »
        if first is None:
            return []
        low = max(0, first - 1)
        if "s" in found[low:first]:
            # « the charity's director »: what narrows an English title stands before it
            while low > max(0, first - _MODIFIERS) and found[low - 1] not in known.of("governing"):
                low -= 1
        return found[low:]

    def _person_before(self, start: int) -> int:
        """Return where the person named before a place ends, past whom no title reaches; 0 if an apposition follows."""
        names = self.names
        for number in range(bisect_left(names.starts, start) - 1, -1, -1):
            before = names.found[number]
            if before.end < start - _BEFORE:
                break
            if before.person is not None and len(before.words) > 1:
                return before.end if names.plain[before.end : before.end + 1] != "," else 0
        return 0

    def _after(self, end: int, gender: str) -> list[list[str]]:
        """Return the words of the appositions after the name of somebody of a gender, each by itself."""
        known, plain = self.names.words, self.names.plain
        if plain[end : end + 1] == ",":
            start = end + 1
        elif plain[end : end + 2] == " (":
            start = end + 2
        else:
            copula = next((word for word in _COPULAS if plain.startswith(word, end)), "")
            if not copula:
                return []
            start = end + len(copula)
        found = []
        titles, relative = known.of("titles"), known.of("relative")
        text = _ACRONYM.sub(r" \1", plain[start : end + _AFTER])
        cut = _BREAK.search(text)
        for part in text[: cut.start() if cut else len(text)].lower().split(","):
            own = self._doing(self._joined(_WORD.findall(part)), gender)
            if titles.isdisjoint(own[:6]) or own[0] in relative:
                break
            found.append(own)
        return found

    def _doing(self, found: list[str], gender: str) -> list[str]:
        """Put the titles of who does something in the place of that: « Awa, | qui dirige la clinique, »."""
        known = self.names.words
        if found[:1] == [] or found[0] not in known.of("relative") or found[1:2] == []:
            return found
        of_another = known.of("women") if gender != "f" else known.of("men")
        done = [title for title in known.doing.get(found[1], ()) if title not in of_another]
        return [*done, *found[2:]] if done else found

    def _joined(self, found: list[str]) -> list[str]:
        """Write titles of several words as one."""
        joined = self.names.words.joined
        heads = self.names.words.of("joined_heads")
        if heads.isdisjoint(found):
            return found
        index = 0
        while index < len(found):
            if found[index] in heads:
                for length in (4, 3, 2):
                    one = joined.get("_".join(found[index : index + length]))
                    if one is not None:
                        found[index : index + length] = [one]
                        break
            index += 1
        return found


def _is_abbreviated(text: str, stop: int) -> bool:
    return bool(_ABBREVIATION.search(text, max(0, stop - 5), stop))
