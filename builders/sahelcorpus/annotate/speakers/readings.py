"""What a mention is made of: a pronoun, a proper name, or a noun with its determiner, gender and complement.

A mention is read by its own words alone, so that the same words are read once, whichever text they stand in; whether a
name that could be a person's or a body's is one or the other, the text decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from sahelcorpus.annotate.speakers.phrases import (
    Determiner,
    Phrase,
    complement,
    gender_of,
    is_plural,
    modifies_title,
    names_a_body,
    read_phrase,
)
from sahelcorpus.annotate.speakers.pronoun_forms import pronoun_form
from sahelcorpus.annotate.speakers.proper_names import CAPITAL, NAME, proper_name
from sahelcorpus.annotate.speakers.words import Words, fold, given_names, is_demonym, words

_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_RELATIVE = {
    "fr": re.compile(r",? (?:qu'|(?:qui|que|dont|où|lequel|laquelle)\b ?)|,? \(|,? ?«"),
    "en": re.compile(r",? (?:who|whose|whom|which|that|where) |,? \("),
}
_DIVIDER = re.compile("[|\u2190-\u2bff\U0001f000-\U0001faff]")
_ONE_OF = re.compile(
    r"(?:l'un |un |l'une |une )(?:d'eux|d'elles|d'entre eux|d'entre elles)\b|l'une?$|one of them\b", re.IGNORECASE
)
# « la France, ses alliés et le Canada »: several bodies that speak as one
_LISTED = re.compile(
    rf"(?:(?:[Ll]e|[Ll]a|[Ll]es) |[Ll]')[{CAPITAL}][\w'-]*(?: [{CAPITAL}][\w'-]*)*"
    rf"(?:(?:, [^,«»]{{2,50}})+,? et (?:(?:le|la|les|ses|son|sa|leurs?) |l')?\w"
    rf"|,? et (?:(?:le|la|les) |l')[{CAPITAL}])",
)
_HEADED = re.compile(r"['’]s [a-z -]+,")
"""What makes a body's name that of somebody it has: « Minuka's head, the diplomat Awa Kobo »."""

_CAPITAL = re.compile(rf"[{CAPITAL}]")
_LONGEST_ACRONYM = 8
_MOST_PARTS = 4
_KEPT = 60


class Form(Enum):
    """What a mention is by its form."""

    PRONOUN = "pronoun"
    PERSON = "person"
    BODY = "body"
    NAME = "name"
    DESCRIPTION = "description"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention, read.

    Attributes:
        form: What it is.
        start: Where the part starts that names or describes the speaker, from the mention's start.
        end: Where it ends.
        words: A proper name's words, folded.
        title: The title before a proper name, in small letters.
        head: A description's noun, or the noun before a name, in small letters; the class of a pronoun.
        head_end: Where that noun ends.
        determiner: How a description points.
        gender: `m`, `f`, `it` for an English thing, or the empty string.
        plural: Whether it means several.
        complement: Folded words that narrow a description: `defense` in « le ministre de la Défense ».
        has_article: Whether an article stands right before a name.
        row: The row of capitals after a title's complement, in which a person's name may end.
        is_one_of: Whether it picks one out of several that were mentioned: « l'un d'eux ».
    """

    form: Form
    start: int
    end: int
    words: tuple[str, ...] = ()
    title: str = ""
    head: str = ""
    head_end: int = 0
    determiner: Determiner = Determiner.NONE
    gender: str = ""
    plural: bool = False
    complement: frozenset[str] = field(default=frozenset())
    has_article: bool = False
    row: tuple[int, int] | None = None
    is_one_of: bool = False


_IN_MARKS = re.compile(rf"([\w' -]{{3,40}}) [«“\"]\s?([{CAPITAL}][^«»“”\"]{{2,60}}?)\s?[»”\"]")
"""A body's noun, and its name in marks: « le quotidien « Le Fouet » »."""


def read_mention(mention: str, language: str) -> Reading:
    """Read a mention.

    Args:
        mention: Its words, with plain apostrophes and blanks.
        language: ISO 639-1 code.

    Returns:
        What it is; places count from the mention's start.
    """
    return _kept(mention, language) if len(mention) <= _KEPT else _read(mention, words(language))


@lru_cache(maxsize=50_000)
def _kept(mention: str, language: str) -> Reading:
    return _read(mention, words(language))


def _read(mention: str, known: Words) -> Reading:
    whole = _pronoun(mention, known) or _acronym(mention, known)
    if whole is not None:
        return whole
    if _LISTED.match(mention):
        return Reading(Form.PERSON, 0, len(mention), (fold(mention),), plural=True)
    readings = [_read_part(mention, start, end, known) for start, end in _parts(mention)[:_MOST_PARTS]]
    if len(readings) > 1 and readings[0].form is Form.BODY and _is_heading(mention, readings):
        readings = readings[1:]  # what stands before a picture or a bar is no part of the name: « FLASH ⚡ Le … »
    first = readings[0]
    for reading in readings:
        if reading.form is Form.PERSON:
            if first.form is Form.DESCRIPTION:
                if first.complement and first.head in known.of("bodies"):
                    return first  # « le cabinet du Premier ministre, Ali Kobo »: whom it belongs to
                return replace(reading, title=reading.title or first.head, gender=reading.gender or first.gender)
            headed = known.language == "en" and _HEADED.search(mention, first.end, reading.start) is not None
            owned = reading.start > first.end and (
                first.form is Form.DOCUMENT or (first.form is Form.BODY and not reading.title and not headed)
            )
            return first if owned else reading
    return first if len(readings) == 1 else _with_apposition(first, readings[1], known)


def _with_apposition(first: Reading, second: Reading, known: Words) -> Reading:
    """Return a part of a mention as the part after it lets it be read: « Netvigie, une ONG », « son voisin, Seko »."""
    if first.is_one_of and second.form is Form.DESCRIPTION and second.determiner is Determiner.INDEFINITE:
        return second
    neighbour = first.determiner is Determiner.POSSESSIVE and first.head in known.of("relational") and not first.plural
    if neighbour and second.form is Form.DESCRIPTION and second.determiner is Determiner.INDEFINITE:
        return second  # « son voisin, un pêcheur »
    if first.form is Form.NAME and second.form is Form.DESCRIPTION:
        if second.head in known.of("bodies"):
            return replace(first, form=Form.BODY, head=second.head, gender=second.gender)
        return replace(first, form=Form.PERSON, title=second.head, head=second.head, gender=second.gender)
    if first.form is Form.DESCRIPTION and not first.plural and second.form in (Form.NAME, Form.BODY):
        if first.head in known.of("bodies"):
            return replace(second, form=Form.BODY, head=first.head, gender=first.gender)
        if second.form is Form.NAME:
            return replace(second, form=Form.PERSON, title=first.head, gender=first.gender)
    return first


def _is_heading(mention: str, readings: list[Reading]) -> bool:
    return bool(_DIVIDER.search(mention[readings[0].end : readings[1].start]))


def _pronoun(mention: str, known: Words) -> Reading | None:
    form = pronoun_form(mention, known)
    if form is None:
        return None
    head, gender, plural = form
    return Reading(Form.PRONOUN, 0, len(mention), head=head, gender=gender, plural=plural)


def _acronym(mention: str, known: Words) -> Reading | None:
    """Return the reading of a mention that is an acronym alone, which may look like another word: `WHO`."""
    capitals = mention.rpartition(" ")[2]
    if not (2 < len(capitals) <= _LONGEST_ACRONYM and capitals.isupper() and capitals.isalpha()):
        return None
    if mention[: -len(capitals)].lower() not in ("", "the ") or fold(capitals) in known.of("generic_bodies"):
        return None  # « the NGO » is a noun
    return Reading(Form.BODY, len(mention) - len(capitals), len(mention), (fold(capitals),))


def _parts(mention: str) -> list[tuple[int, int]]:
    """Return the parts of a mention between commas; brackets and quotations stay whole."""
    divider = _DIVIDER.search(mention)
    if "," not in mention and divider is None:
        return [(0, len(mention))]
    parts, depth, first = [], 0, 0
    for index, sign in enumerate(mention):
        if sign in "(«“":
            depth += 1
        elif sign in ")»”":
            depth = max(0, depth - 1)
        elif sign == "," and mention[index - 1 : index].isdigit() and mention[index + 1 : index + 2].isdigit():
            continue  # `40,000`
        elif (sign == "," and not depth) or (divider is not None and _DIVIDER.match(sign)):
            if mention[first:index].strip():
                parts.append((first, index))
            first = index + 1
    if mention[first:].strip() or not parts:
        parts.append((first, len(mention)))
    return parts


def _read_part(mention: str, start: int, end: int, known: Words) -> Reading:
    while start < end and mention[start] in " \n-–—":
        start += 1
    titled = _IN_MARKS.match(mention, start, end)
    if titled and not known.of("generic_bodies").isdisjoint(fold(titled[1]).replace("'", " ").split()):
        return Reading(Form.BODY, *titled.span(2), tuple(fold(titled[2]).split()))
    bracket = _BRACKET.search(mention, start, end)
    if bracket and bracket.start() > start:
        end = bracket.start()
    relative = _RELATIVE.get(known.language)
    cut = relative.search(mention, start + 1, end) if relative else None
    if cut:
        end = cut.start()
    while end > start and mention[end - 1] in " \n.,;:":
        end -= 1
    if (phrase := read_phrase(mention, start, end, known)) is None:
        return Reading(Form.DESCRIPTION, 0, len(mention))
    named, row = _Naming(mention, phrase, end, known).read()
    if named is not None:
        return named
    own = Reading(Form.DESCRIPTION, start, end, determiner=phrase.determiner, gender=phrase.gender, row=row)
    one_of = _ONE_OF.match(mention, start, end)
    if one_of is not None:
        woman = "une" in one_of[0] or "elles" in one_of[0]
        gender = "f" if woman else "m" if known.language == "fr" else ""
        return replace(own, gender=gender, is_one_of=True)
    if phrase.head is None:
        return replace(own, plural=phrase.plural)
    noun = phrase.noun
    return replace(
        own,
        form=Form.DOCUMENT if _is_document(noun, phrase, known) else Form.DESCRIPTION,
        head=noun,
        head_end=phrase.tokens[phrase.head].end,
        gender=phrase.gender or gender_of(noun, known),
        plural=is_plural(phrase, known),
        complement=complement(phrase, known),
    )


def _is_document(noun: str, phrase: Phrase, known: Words) -> bool:
    """Say whether a noun is a document's: `a post` is one, `the Post` is a newspaper."""
    if noun not in known.of("issued"):
        return False
    return noun not in known.of("bodies") or phrase.determiner is Determiner.INDEFINITE


_REGIONS = frozenset((".", "eastern", "western", "northern", "southern", "central", "neighbouring", "neighboring"))
"""What may stand between a preposition and a place's name: « in eastern Kalindo »."""


@dataclass(slots=True)
class _Name:
    start: int
    end: int
    words: tuple[str, ...]
    title: str
    has_article: bool


class _Naming:
    """Looks for the proper name that a phrase is about, among those that only belong to its complement."""

    def __init__(self, mention: str, phrase: Phrase, end: int, known: Words) -> None:
        self.mention = mention
        self.phrase = phrase
        self.end = end
        self.known = known
        self.row: tuple[int, int] | None = None
        self.candidates: list[_Name] = []

    def read(self) -> tuple[Reading | None, tuple[int, int] | None]:
        """Return the reading of a phrase that a name heads, or None; and the row of capitals after a complement."""
        for match in NAME.finditer(self.mention, self.phrase.tokens[0].start, self.end):
            name = proper_name(match, self.known.language)
            if name is not None:
                self._take(*name)
        if not self.candidates:
            return None, self.row
        found = self.candidates[0]
        head = self.phrase.head
        if self.known.language == "en" and head is not None:
            after = self.phrase.tokens[head].start
            if not self.mention.startswith(" and ", found.end):  # « Sidibara and four others at the border »
                found = next((name for name in self.candidates if name.start >= after), found)
        also = self._coordinated(found)
        if also is not None:
            return Reading(Form.PERSON, found.start, also.end, found.words + also.words, plural=True), self.row
        return self._reading(found), self.row

    def _take(self, title: str, start: int, stop: int, folded: tuple[str, ...]) -> None:
        known, (tokens, first, head, *_) = self.known, self.phrase
        if start == tokens[0].start and len(folded) == 1 and tokens[0].small in known.of("common"):
            return  # any word has a capital at the head of a sentence
        if len(folded) == 1 and folded[0] in known.of("generic_bodies") and self.mention[start:stop].isupper():
            return  # « l'ONG » is a noun
        at = next((index for index, token in enumerate(tokens) if token.end > start), len(tokens))
        if at < len(tokens) and tokens[at].start < start:
            return  # inside a title of several words
        following = tokens[at + len(folded)] if at + len(folded) < len(tokens) else None
        attached = known.language == "en" and self.mention[stop : stop + 2] in ("'s", "’s")
        if attached or (following is not None and following.small == "'s"):
            return  # « Tall's daughter », « Tall 's daughter »
        if known.language == "en" and len(folded) == 1 and not title and modifies_title(self.phrase, at, known):
            return  # « Kalindese foreign minister »
        if self._is_governed(at):
            if head is not None and tokens[head].small in known.of("titles") and len(folded) > 1:
                self.row = (start, stop)
                self._take_from_row(start, stop, folded)
            return
        titled = known.language == "fr" and head is not None and tokens[head].small in known.of("titles")
        if titled and folded[0] not in given_names() and names_a_body(self.phrase, at, known):
            return  # « le patron du groupe Orvane »
        modifies = known.language == "en" and following is not None and following.small in known.nouns
        if modifies and following is not None and not following.capital and not title:
            return
        has_article = at > 0 and tokens[at - 1].small in known.of("definite") and at <= first
        self.candidates.append(_Name(start, stop, folded, title, has_article))

    def _is_governed(self, at: int) -> bool:
        """Say whether a preposition governs the name at a token, past the titles and adjectives before it."""
        known, (tokens, first, *_) = self.known, self.phrase
        outside = at - 1
        passing = known.of("passing_titles")
        while outside >= first and (tokens[outside].small in passing or tokens[outside].small in _REGIONS):
            outside -= 1
        if outside < first:
            return False
        governing = known.of("governing")
        before, previous = tokens[outside].small, tokens[outside - 1].small if outside else ""
        if before == "de" and previous in known.of("courtesy"):
            return False  # « M. de Valmasque »
        if before in ("and", "et") and outside > first and tokens[outside - 1].capital:
            return self._is_governed(outside - 1)  # « the Minister of Mines and Petroleum »
        return before in governing or (before in known.of("articles") and previous in governing)

    def _take_from_row(self, start: int, stop: int, folded: tuple[str, ...]) -> None:
        """Take the person whose name ends a row of capitals: « le ministre de la Justice Moussa Tindo »."""
        parts = self.mention[start:stop].split(" ")
        given = given_names()
        for index in range(1, len(folded) - 1):
            if folded[index] in given:
                inner = start + sum(map(len, parts[:index])) + index
                self.candidates.append(_Name(inner, stop, folded[index:], self.phrase.noun, has_article=False))
                return

    def _reading(self, name: _Name) -> Reading:
        known, (tokens, _, head, _, gender, _) = self.known, self.phrase
        bodies, titles, given = known.of("bodies"), known.of("titles"), given_names()
        before = tokens[head].small if head is not None and tokens[head].start < name.start else ""
        title = name.title or (before if before in titles and before not in bodies else "")
        text, rest = self.mention[name.start : name.end], self.mention[name.end : self.end]
        is_single = len(name.words) == 1
        own = not known.of("body_words").isdisjoint(name.words)
        shown = Reading(
            Form.NAME, name.start, name.end, name.words, title, before, gender=gender, has_article=name.has_article
        )
        if name.has_article and len(name.words) > 2 and known.language == "fr" and is_demonym(name.words[0]):
            # « le Kotinais | Daouda Serme »
            return replace(shown, form=Form.PERSON, start=name.start + text.index(" ") + 1, words=name.words[1:])
        if title and not own:
            own_gender = "f" if title in known.of("women") else gender or ("m" if title in known.of("men") else "")
            return replace(shown, form=Form.PERSON, gender=own_gender)
        if own or before in bodies or before in known.of("collectives"):
            gender = gender or gender_of(before or name.words[0], known)
            start = next((token.start for token in tokens if name.title and token.end + 1 == name.start), name.start)
            if head is not None and before in bodies and before not in known.of("before_bodies") and not own:
                start = tokens[head].start  # « le camp Zarko », but « l'organisation | Vigie Droits »
            return replace(shown, form=Form.BODY, start=start, end=self.end, gender=gender)
        if name.has_article or (text.isupper() and len(text) > 1 and is_single):
            return replace(shown, form=Form.BODY, end=self.end if name.has_article else name.end)
        if name.words[0] in given or (not is_single and name.words[0].split("-")[0] in given):
            return replace(shown, form=Form.PERSON)
        if rest.strip() and not before and (_CAPITAL.search(rest) or is_single):
            return replace(shown, form=Form.BODY, end=self.end)
        return replace(shown, form=Form.BODY) if before and not is_single else shown

    def _coordinated(self, name: _Name) -> _Name | None:
        """Return the second of two people who speak as one: « Awa Tindari et Ali Kobo »."""
        if len(name.words) < 2:
            return None
        for joint in (" et ", " and "):
            if self.mention.startswith(joint, name.end):
                start = name.end + len(joint)
                return next((other for other in self.candidates if other.start == start and len(other.words) > 1), None)
        return None
