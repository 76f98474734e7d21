"""Paragraphs as a pronoun sees them: sentences, and the people and bodies that are mentioned in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.names import Names
from sahelcorpus.annotate.speakers.proper_names import CAPITAL, ProperName
from sahelcorpus.annotate.speakers.words import Words, words

_STOP = re.compile(r"[.!?…]+(?=[\s»”\"’)\]]|$)")
_ABBREVIATED = frozenset(("m", "mm", "mme", "mr", "mrs", "ms", "dr", "pr", "gen", "col", "st", "lt", "capt", "sgt"))
_MARKS = " «»“”\"'‘’,"
_PRONOUN = re.compile(r"\b(?:[Ii]l|[Ee]lle|[Oo]n|[Ii]ls|[Ee]lles) ")
"""Subjects after which a sentence mentions others: « En mars, il avait décrit le journaliste »."""
_BREAKING = frozenset('.;:!?«»“”"()')
_APPOSED_WITHIN = 90
# An adjective or participle between a noun and its name: « la candidate éliminée Awa Tindari »; what may be a verb as
# well, as « indique », does not count.
_ADJECTIVE = re.compile(r"[a-zà-ÿ]{2}(?:ée?s?|ante?s?|aise?|ienne?|éenne?|oise?|aine?|al|if|el)$")
# What stands between an office and its bearer's name: « des Affaires étrangères », « de la Défense nationale ».
_OF_NOUN = r"(?: et)? (?:de la |de l'|du |des |de |d')[\w-]+"
_COMPLEMENT = re.compile(rf"((?:{_OF_NOUN}(?: [a-zà-ÿ-]{{4,}}){{0,2}}){{1,3}}) ")
_COMPLEMENT_NOUN = re.compile(_OF_NOUN)
_PHRASES_BACK = 3
_CLOSING = frozenset(',.;:)»”\n"')


class Seen(NamedTuple):
    """A mention that a pronoun may take up.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        sentence: The number of its sentence in its paragraph.
        is_subject: Whether it is the first in its sentence, and no preposition governs it.
        name: The proper name, if it is one.
    """

    start: int
    end: int
    sentence: int
    is_subject: bool
    name: ProperName | None


class Scene(NamedTuple):
    """A paragraph.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        ends: Where its sentences end, quotations passed over.
        seen: What it mentions outside quotations, in text order.
    """

    start: int
    end: int
    ends: tuple[int, ...]
    seen: tuple[Seen, ...]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at a place."""
        return bisect_right(self.ends, at)

    def bounds(self, sentence: int) -> Place:
        """Return where a sentence, given by its number, starts and ends."""
        start = self.ends[sentence - 1] if sentence else self.start
        return start, self.ends[sentence] if sentence < len(self.ends) else self.end

    def before(self, at: int, most: int) -> Iterator[Seen]:
        """Yield the mentions that start before a place, the last first, and no more than so many."""
        index = bisect_left(self.seen, at, key=_start)
        for number in range(index - 1, max(-1, index - 1 - most), -1):
            yield self.seen[number]

    def between(self, low: int, high: int) -> Sequence[Seen]:
        """Return the mentions that start in a stretch."""
        return self.seen[bisect_left(self.seen, low, key=_start) : bisect_left(self.seen, high, key=_start)]


def _start(seen: Seen) -> int:
    return seen.start


class Scenes:
    """The paragraphs of a text; each is read once, when first asked for."""

    def __init__(self, names: Names, quoted: list[Place]) -> None:
        self.names = names
        self._quoted = quoted
        self._quoted_starts = [start for start, _ in quoted]
        self._read: dict[int, Scene] = {}

    def at(self, place: int) -> Scene:
        """Return the paragraph at a place."""
        start, end = self.names.line(place)
        scene = self._read.get(start)
        if scene is None:
            scene = self._read[start] = self._scene(start, end)
        return scene

    def before(self, scene: Scene) -> Scene | None:
        """Return the last paragraph before another that is not empty, or None."""
        end = self.names.text_end(scene.start)
        return self.at(end - 1) if end > 0 else None

    def is_quoted(self, place: int) -> bool:
        """Say whether a place lies inside what somebody is quoted with in marks."""
        index = bisect_right(self._quoted_starts, place) - 1
        return index >= 0 and place < self._quoted[index][1]

    def _ends(self, start: int, end: int) -> tuple[int, ...]:
        """Return where the sentences of a stretch end; within a quotation only its own end counts."""
        plain, quoted, starts = self.names.plain, self._quoted, self._quoted_starts
        found = []
        for match in _STOP.finditer(plain, start, end):
            first, last = match.span()
            index = bisect_right(starts, first) - 1
            if index >= 0 and first < quoted[index][1]:
                if last < quoted[index][1] or plain[last : last + 4].strip(_MARKS)[:1].islower():
                    continue
            elif plain[first] == "." and _is_abbreviation(plain, first):
                continue
            found.append(last)
        return tuple(found)

    def _scene(self, start: int, end: int) -> Scene:
        names = self.names
        plain = names.plain
        ends = self._ends(start, end)
        named = [name for name in names.between(start, end) if name.words not in _NOUNS]
        mentions = _apposed(names, _phrases(plain, start, end, names.words), named)
        seen: list[Seen] = []
        subject_of = -1
        for first, last, name in mentions:
            if self.is_quoted(first) or (name is None and _tells_who(names, seen, first)):
                continue
            sentence = bisect_right(ends, first)
            is_subject = sentence != subject_of and not _is_governed(names, first, start)
            if is_subject:
                subject_of = sentence
                opens = ends[sentence - 1] if sentence else start
                is_subject = names.words.language != "fr" or _PRONOUN.search(plain, opens, first) is None
            seen.append(Seen(first, last, sentence, is_subject, name))
        return Scene(start, end, ends, tuple(seen))


def _tells_who(names: Names, seen: list[Seen], first: int) -> bool:
    """Say whether a phrase is what the name before it is told to be: « Adjara, | a fabric seller »."""
    name = seen[-1].name if seen else None
    if name is None or not names.plain.startswith(("a ", "an ", "un ", "une "), first):
        return False
    is_person = name.person is not None or not (names.is_of_place(name.start) or name.words[0] in names.places)
    return is_person and names.plain[name.end : first] == ", "


def _is_abbreviation(plain: str, at: int) -> bool:
    before = plain[max(0, at - 5) : at]
    if len(before) > 4 and before[1:].isalpha():
        return False  # longer than any
    word = before[max(before.rfind(" "), before.rfind("\n"), before.rfind("'")) + 1 :]
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


def _apposed(names: Names, phrases: list[Place], found: list[ProperName]) -> list[tuple[int, int, ProperName | None]]:
    """Return all mentions in text order; a phrase that a name follows as its apposition is one mention with it."""
    mentions: list[tuple[int, int, ProperName | None]] = []
    index = 0
    recent: list[int] = []
    for name in found:
        while index < len(phrases) and phrases[index][0] < name.start:
            recent.append(len(mentions))
            mentions.append((*phrases[index], None))
            index += 1
        renamed = _renamed(names, [mentions[number] for number in recent[-_PHRASES_BACK:]], name)
        start = name.start
        if renamed is not None:
            number = recent[-_PHRASES_BACK:][renamed]
            start = mentions[number][0]
            is_one = mentions[number][1] > name.start  # « la Mission », in « la cheffe de la Mission, Awa Kobo, »
            recent = [earlier for earlier in recent if is_one and earlier < number]
            del mentions[number]
        mentions.append((start, name.end, name))
    mentions += [(first, last, None) for first, last in phrases[index:]]
    mentions.sort(key=lambda mention: mention[:2])
    return mentions


def _renamed(names: Names, phrases: list[tuple[int, int, ProperName | None]], name: ProperName) -> int | None:
    """Return which of the phrases before a name it renames: rather one that no preposition governs."""
    found = None
    governing = names.words.of("governing")
    for number in range(len(phrases) - 1, -1, -1):
        first, last, _ = phrases[number]
        if name.start - first > _APPOSED_WITHIN or not _is_apposition(names, (first, last), name):
            break
        found = number
        before = names.word_before(first)
        between = names.plain[last : name.start]
        # « le porte-parole, le colonel | Ali Kobo, »: the title belongs to an apposition, too
        goes_on = names.plain.endswith(", ", 0, first) if "," not in between else before in governing
        # « le ministre de | la Défense | Awa Tindo »
        is_of = before in governing and number > 0 and _ends_title(names, phrases[number - 1][:2], name)
        if not (goes_on or is_of):
            break
    return found


def _is_apposition(names: Names, phrase: Place, name: ProperName) -> bool:
    """Say whether a name renames the phrase before it: « le maire, Hama Foulgani, », « le juge Issa Tindo »."""
    plain, known, end = names.plain, names.words, phrase[1]
    if end > name.start:
        return True  # « l'ONG », whose name begins with the noun
    between = plain[end : name.start]
    if len(between) <= 1:
        return between == " "
    own = between.lower().replace(",", " , ").replace("'", "' ").split()
    passing = known.of("before_names")
    if "," not in own:
        is_title = all(_passes(word, passing) or _ADJECTIVE.search(word) for word in own)
        return is_title or _ends_title(names, phrase, name)
    last = len(own) - 1 - own[::-1].index(",")
    if not all(_passes(word, passing) for word in own[last + 1 :]):
        return False
    if plain[name.end : name.end + 1] not in _CLOSING and name.end != len(plain):
        return False
    finite, governing, definite = known.lexicon.finite, known.of("governing"), known.of("definite")
    for number, word in enumerate(own[:last]):
        before = own[number - 1] if number else ""
        # « de la structure », though `structure` may be a verb
        if word[-1] in _BREAKING or (word in finite and before not in governing and before not in definite):
            return False
    return True


def _ends_title(names: Names, phrase: Place, name: ProperName) -> bool:
    """Say whether a name stands at the end of a title: « le ministre | des Affaires étrangères | Luc Tarvel »."""
    known = names.words
    if known.language != "fr" or name.person is None or len(name.words) < 2 or name.title:
        return False
    if names.plain[slice(*phrase)].lower().replace("'", " ").split()[-1] not in known.of("titles"):
        return False
    match = _COMPLEMENT.fullmatch(names.plain, phrase[1], name.start)
    return match is not None and known.lexicon.finite.isdisjoint(_COMPLEMENT_NOUN.sub("", match[1]).split())


def _passes(word: str, passing: frozenset[str]) -> bool:
    """Say whether a word may stand between a noun and its name, « l'ex-ministre » among them."""
    return word.rstrip(".").removeprefix("ex-") in passing


def _is_governed(names: Names, start: int, low: int) -> bool:
    """Say whether a preposition governs the phrase that a mention belongs to: « avec le ministre Ali Kobo »."""
    words_before = names.words
    governing, passed = words_before.of("governing"), words_before.of("passing")
    at = start
    for _ in range(5):
        word = names.word_before(at)
        if not word or at <= low:
            return False
        if word in governing:
            return True
        if word not in passed:
            return False
        at -= len(word) + (word[-1] != "'")
    return False


_BEFORE_PHRASE = " \n'\"(«“‘[:;,.!?…–—/-\t|*•·"
"""What may stand before a determiner; the sign is taken first, so that the search passes over letters quickly."""


@cache
def _phrase_starts(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern of a determiner with the word after it, as a text begins and behind a sign."""
    known = words(language)
    listed: set[str] = set()
    listed = listed.union(*(known.of(name) for name in ("definite", "indefinite", "demonstrative", "possessive")))
    rests: dict[str, list[str]] = {}
    for word in listed - known.of("of") - known.of("ours"):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    letters = "".join(letter + letter.upper() for letter in sorted(rests))
    branches = "|".join(
        f"[{letter}{letter.upper()}](?:{'|'.join(sorted(own, key=lambda rest: (-len(rest), rest)))})"
        for letter, own in sorted(rests.items())
    )
    phrase = rf"(?=[{letters}])({branches})(?: |(?<='))([^\W\d_]+(?:-[^\W\d_]+)*)"
    return re.compile(phrase), re.compile(f"[{re.escape(_BEFORE_PHRASE)}]{phrase}")


_NEXT_WORD = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
_ONE_OF_THEM = re.compile(r"\b(?:[Ll]'une? d'(?:entre )?(?:eux|elles)|[Oo]ne of them)\b")
_NOUNS = (("ong",), ("ngo",))
"""Nouns that look like names: « l'ONG »."""

_COUNTS = frozenset(
    ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "two", "three", "four", "five", "seven", "eight")
)
"""Numbers between an article and a noun: « les deux élus »."""

_VERB = re.compile(r" (?:(?:a|avait|has|had) )?([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,3}")
_BARE_PLURAL = re.compile(rf"(?:^|(?<=[.!?…”»\"’] ))[{CAPITAL}][a-z]+s(?= )", re.MULTILINE)


def _phrases(plain: str, start: int, end: int, known: Words) -> list[Place]:
    """Return noun phrases of a determiner and a noun that can be a speaker's, as far as the noun."""
    nouns, passed, rare = known.of("antecedents"), known.of("passed") | _COUNTS, known.of("rare_bodies")
    english = known.language == "en"
    found = []
    at_head, behind_sign = _phrase_starts(known.language)
    opening = at_head.match(plain, start, end)
    further = behind_sign.finditer(plain, start if opening is None else opening.end(), end)
    for match in further if opening is None else chain((opening,), further):
        word = match[2].lower()
        if english:
            last = _english_noun(plain, match.start(2), known)
        elif word in nouns:
            last = match.end()
        elif word in passed:
            last = _noun_after(plain, match.end(), known)
        else:
            last = 0
        if not last and word in rare and _announces(plain, match.end(), known):
            last = match.end()
        if last and not _is_clitic(plain, match.start(1), known):
            found.append((match.start(1), last))
    several = [match.span() for match in _ONE_OF_THEM.finditer(plain, start, end)]
    if several:
        found = sorted([*found, *several])
    if english:
        plurals = known.of("collectives")
        bare = (match.span() for match in _BARE_PLURAL.finditer(plain, start, end) if match[0].lower() in plurals)
        found = sorted([*found, *bare])
    return found


def _noun_after(plain: str, at: int, known: Words) -> int:
    """Return where the noun ends that follows an adjective at a place; 0 if none does."""
    nouns, passed = known.of("antecedents"), known.of("passed")
    for _ in range(2):
        match = _NEXT_WORD.match(plain, at)
        if match is None:
            return 0
        word = match[1].lower()
        if word in nouns:
            return match.end()
        if word not in passed:
            return 0
        at = match.end()
    return 0


def _announces(plain: str, at: int, known: Words) -> bool:
    """Say whether what is rarely a speaker's noun stands before a verb that announces: « L'université | a démenti »."""
    match = _VERB.match(plain, at)
    return match is not None and match[1].lower() in known.lexicon.verbs


def _english_noun(plain: str, at: int, known: Words) -> int:
    """Return where the last noun ends of up to four words from a place on; 0 if none is a speaker's."""
    nouns, stops = known.of("antecedents"), known.of("stops")
    found = 0
    match = _WORDS.match(plain, at)
    for word in match[0].lower().split(" ") if match else ():
        if word in stops and (found or word not in _COUNTS):
            break
        at += len(word)
        if word in nouns:
            found = at
        at += 1
    return found


def _is_clitic(plain: str, at: int, known: Words) -> bool:
    """Say whether a determiner is a pronoun, « il le garde », or begins what somebody is, « il est un homme »."""
    before = plain[max(0, at - 24) : at].split(" ")
    if len(before) > 1 and before[-2] in known.of("clitic_hosts"):
        return True
    # « est aussi un homme », but not « l'armée est prête, le ministre … »
    return (
        len(before) > 2
        and before[-3] in known.of("copulas")
        and before[-2][-1:] not in _BREAKING
        and "," not in before[-2]
    )
