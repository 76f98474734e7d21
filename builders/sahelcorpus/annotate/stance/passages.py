"""A text as passages: the article's own words and those of each quotation, cut into sentences of tokens.

What stands in a quotation belongs to its speaker, all the rest to the article's voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.evaluations import Evaluation, Evaluations, cut, evaluations

VOICE = -1
"""The owner of the tokens that stand in no quotation."""

_ENDS = frozenset(".!?…")
_BREAKS = frozenset(";:()—–[]")
_CLOSING = frozenset("\"'»”’)]")
_SHORT = 2  # a dot behind one or two letters is an abbreviation's: M., Mr.
_TITLES = frozenset(("mme", "mlle", "mrs", "gen", "col", "sen", "rep", "gov", "sgt", "capt"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A word, or several, that evaluate.

    Attributes:
        start: The index of its first token in the sentence.
        end: One past that of its last.
        entries: What the lists say of it, one construction each.
    """

    start: int
    end: int
    entries: tuple[Evaluation, ...]


Part = tuple[int, list[str], list[Place]]
"""An owner, and the tokens that it has in a sentence, with their places."""


class Sentence:
    """The words that one owner has in one sentence.

    Attributes:
        owner: The index of a quotation, or `VOICE`.
        number: Which sentence of the text it is; owners that share a sentence share the number.
        words: The tokens in small letters.
        places: Where each stands in the text.
        hits: The words that evaluate.
        clauses: For each token the number of its clause; signs, subordinators and words of concession open one.
    """

    __slots__ = ("clauses", "hits", "known", "number", "owner", "places", "words")

    def __init__(self, part: Part, text: str, number: int, known: Evaluations) -> None:
        self.owner, self.words, self.places = part
        self.number = number
        self.known = known
        self.hits = [hit for hit in _hits(self.words, known) if not self._is_name(hit, text)]
        opening = known.opening
        self.clauses = []
        clause = 0
        for word in self.words:
            clause += word in opening or word in _BREAKS
            self.clauses.append(clause)

    def _is_name(self, hit: Hit, text: str) -> bool:
        """Say whether a word is part of a name: `Justice` with a capital within a sentence."""
        if not (hit.start and text[self.places[hit.start][0]].isupper()):
            return False
        return not text[self.places[hit.start][0] : self.places[hit.end - 1][1]].isupper()

    def covered(self, place: Place) -> tuple[int, int] | None:
        """Return the tokens that a place covers, as a half-open range; None if there are none."""
        first = bisect_left(self.places, place)
        end = bisect_left(self.places, (place[1], 0), first)
        return (first, end) if first < end else None

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return "?" in self.words[-2:]


def _hits(words: Sequence[str], known: Evaluations) -> Iterator[Hit]:
    forms, rows = known.forms, known.rows
    index = 0
    while index < len(words):
        word = words[index]
        row = _row(words, index, rows[word]) if word in rows else None
        if row is not None:
            yield Hit(index, index + row[0], (row[1],))
            index += row[0]
            continue
        entries = forms.get(word)
        if entries is not None:
            yield Hit(index, index + 1, entries)
        index += 1


def _row(
    words: Sequence[str], index: int, rows: Sequence[tuple[tuple[str, ...], Evaluation]]
) -> tuple[int, Evaluation] | None:
    for rest, entry in rows:
        if tuple(words[index + 1 : index + 1 + len(rest)]) == rest:
            return len(rest) + 1, entry
    return None


def sentences(article: StanceArticle) -> list[Sentence]:
    """Return the sentences of an article, in text order; of a sentence that several own, each owner's part.

    A quotation inside another has its words for itself. Words that announce a quotation belong to nobody: « dénonce »
    before a quotation evaluates no one on the article's part.
    """
    known = evaluations(article.language)
    text = article.text
    matches = cut(text)
    starts = [place[0] for _, place in matches]
    owners = [VOICE] * len(matches)
    for index, quote in enumerate(article.quotes):
        for start, end in quote.segments:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            owners[first:last] = [index] * (last - first)
        if quote.cue is not None:
            at = bisect_left(starts, quote.cue[0])
            if at < len(owners) and owners[at] == VOICE:
                owners[at] = _NOBODY
    found: list[Sentence] = []
    parts: dict[int, Part] = {}
    number = 0
    for index, (word, place) in enumerate(matches):
        owner = owners[index]
        if owner != _NOBODY:
            _, words, places = parts.setdefault(owner, (owner, [], []))
            words.append(word)
            places.append(place)
        if index + 1 == len(matches) or _ends_sentence(text, matches, index):
            found += [Sentence(part, text, number, known) for part in parts.values()]
            parts = {}
            number += 1
    return found


_NOBODY = -2


def _ends_sentence(text: str, matches: Sequence[tuple[str, Place]], index: int) -> bool:
    """Say whether a sentence ends with a token, not the text's last: at a sign with its marks, or at a line's end."""
    word, (_, end) = matches[index]
    following, (start, _) = matches[index + 1]
    if start > end and "\n" in text[end:start]:
        return True
    if start == end or following in _CLOSING or following in _ENDS:
        return False
    if word in _CLOSING and index and matches[index - 1][0] in _ENDS:
        return text[start].isupper() or not text[start].isalnum()
    if word not in _ENDS:
        return False
    if word == ".":
        before = matches[index - 1][0] if index else ""
        if (len(before) <= _SHORT and before.isalpha()) or before in _TITLES:
            return False
    return not text[start].islower()
