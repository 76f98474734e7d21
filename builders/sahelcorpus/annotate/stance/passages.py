"""A text as passages: the article's own words and those of each quotation, cut into sentences of tokens.

What stands in a quotation belongs to its speaker, all the rest to the article's voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.lexicon import lexicon
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.evaluations import Evaluation, Evaluations, cut, evaluations

VOICE = -1
"""The owner of the tokens that stand in no quotation."""

_ENDS = frozenset(".!?…")
_BREAKS = frozenset(";:()—–[]")
_CLOSING = frozenset("\"'»”’)]")
_SHORT = 2  # a dot behind one or two letters is an abbreviation's: M., Mr.
_TITLES = frozenset(("mme", "mlle", "mrs", "gen", "col", "sen", "rep", "gov", "sgt", "capt"))


class Hit(NamedTuple):
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
        reports: Whether regard that it tells of is somebody else's: in the article's voice, unless a text is judged as
            a whole.
        number: Which sentence of the text it is; owners that share a sentence share the number.
        is_doubtful: Whether words in the article's voice may be a quotation's that was not found: an announcing verb or
            a mark stands there, or a dash at the head.
        words: The tokens in small letters.
        places: Where each stands in the text.
    """

    __slots__ = ("_clauses", "_hits", "_text", "is_doubtful", "known", "number", "owner", "places", "reports", "words")

    def __init__(
        self, part: Part, article: StanceArticle, number: int, known: Evaluations, *, is_doubtful: bool = False
    ) -> None:
        self.is_doubtful = is_doubtful
        self.owner, self.words, self.places = part
        self.reports = self.owner == VOICE and not article.is_whole
        self.number = number
        self.known = known
        self._text = article.text
        self._hits: list[Hit] | None = None
        self._clauses: list[int] | None = None

    @property
    def hits(self) -> list[Hit]:
        """The words that evaluate."""
        if self._hits is None:
            self._hits = [hit for hit in _hits(self.words, self.known) if not self._is_name(hit, self._text)]
        return self._hits

    @property
    def clauses(self) -> list[int]:
        """For each token the number of its clause; signs, subordinators and words of concession open one."""
        if self._clauses is None:
            opening = self.known.opening
            self._clauses = list(accumulate(word in opening or word in _BREAKS for word in self.words))
        return self._clauses

    def _is_name(self, hit: Hit, text: str) -> bool:
        """Say whether a word is part of a name: `Justice` with a capital within a sentence."""
        if not (hit.start and text[self.places[hit.start][0]].isupper()):
            return False
        return not text[self.places[hit.start][0] : self.places[hit.end - 1][1]].isupper()

    def covered(self, place: Place) -> tuple[int, int] | None:
        """Return the tokens that a place covers, as a half-open range; None if there are none."""
        places = self.places
        first = end = bisect_left(places, place)
        last = place[1]
        while end < len(places) and places[end][0] < last:  # a name has few tokens
            end += 1
        return (first, end) if first < end else None

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return "?" in self.words[-2:]


def _hits(words: Sequence[str], known: Evaluations) -> Iterator[Hit]:
    forms, rows, starts = known.forms, known.rows, known.starts
    if starts.isdisjoint(words):
        return
    last = 0
    size = len(words)
    for index in [index for index, word in enumerate(words) if word in starts]:
        if index < last:
            continue
        word = words[index]
        known_rows = rows[word].get(words[index + 1]) if index + 1 < size and word in rows else None
        row = _row(words, index, known_rows) if known_rows is not None else None
        if row is not None:
            last = index + row[0]
            yield Hit(index, last, (row[1],))
        elif word in forms:
            yield Hit(index, index + 1, forms[word])


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
    before a quotation evaluates no one on the article's part. Nor are words in marks its own where no quotation was
    found: somebody said them.
    """
    known = evaluations(article.language)
    words, places = cut(article.text)
    starts = [place[0] for place in places]
    owners = [VOICE] * len(words)
    if not article.is_whole:
        for first, last in _in_marks(article.text, starts):
            owners[first:last] = [_NOBODY] * (last - first)
    for index, quote in enumerate(article.quotes):
        for start, end in quote.segments:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            owners[first:last] = [index] * (last - first)
        cue = bisect_left(starts, quote.cue[0]) if quote.cue else len(owners)
        if cue < len(owners) and owners[cue] == VOICE:
            owners[cue] = _NOBODY
    found: list[Sentence] = []
    announcing = frozenset() if article.is_whole else _announcing_words(article.language)
    for number, (first, last) in enumerate(pairwise(_bounds(article.text, words, places))):
        for part in _parts(owners[first:last], words[first:last], places[first:last]):
            doubtful = part[0] == VOICE and (words[first] in _DASHES or not announcing.isdisjoint(part[1]))
            found.append(Sentence(part, article, number, known, is_doubtful=doubtful))
    return found


def _parts(owners: list[int], words: list[str], places: list[Place]) -> Iterable[Part]:
    """Return what each owner has of a sentence, in the order in which they come in."""
    one = owners[0]
    if owners.count(one) == len(owners):
        return ((one, words, places),) if one != _NOBODY else ()
    parts: dict[int, Part] = {}
    at = 0
    for owner, run in groupby(owners):
        end = at + len(list(run))
        if owner != _NOBODY:
            _, own, own_places = parts.setdefault(owner, (owner, [], []))
            own += words[at:end]
            own_places += places[at:end]
        at = end
    return parts.values()


_NOBODY = -2
_MARKS = frozenset('«»“”"‹›')
_DASHES = frozenset("–—")


@cache
def _announcing_words(language: str) -> frozenset[str]:
    """Return quotation marks, and finite forms of verbs that announce a clause or words in marks."""
    verbs = lexicon(language).verbs.items()
    return _MARKS | {form for form, cue in verbs if "f" in cue.moods and not _ANNOUNCING.isdisjoint(cue.frames)}


_ANNOUNCING = frozenset("dq")  # the frames of direct speech and of a clause
_MARKED = re.compile(r"«[^«»\n]+»|“[^“”\n]+”|\"[^\"\n]+\"")
_NAME = 4  # a title or a term in marks is shorter, and may be the article's own


def _in_marks(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of tokens in quotation marks, as half-open ranges, that are longer than names and terms are."""
    for match in _MARKED.finditer(text):
        first, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        if end - first > _NAME + 2:
            yield first, end


def _bounds(text: str, words: Sequence[str], places: Sequence[Place]) -> list[int]:
    """Return the index of the first token of each sentence, and the number of tokens."""
    found = {0, len(words)}
    at = text.find("\n")
    while at >= 0:
        found.add(bisect_left(places, (at, 0)))
        at = text.find("\n", at + 1)
    for index in [index for index, word in enumerate(words) if word in _ENDS]:
        closing = index + 1 if index + 1 < len(words) and words[index + 1] in _CLOSING else index
        if closing + 1 < len(words) and _ends_sentence(text, words, places, closing):
            found.add(closing + 1)
    return sorted(found)


def _ends_sentence(text: str, words: Sequence[str], places: Sequence[Place], index: int) -> bool:
    """Say whether a sentence ends with a sign that may end one, or with the closing mark behind such a sign."""
    word, end = words[index], places[index][1]
    following, start = words[index + 1], places[index + 1][0]
    if start == end or following in _CLOSING or following in _ENDS:
        return False
    if word in _CLOSING:
        return text[start].isupper() or not text[start].isalnum()
    if word == ".":
        before = words[index - 1] if index else ""
        if (len(before) <= _SHORT and before.isalpha()) or before in _TITLES:
            return False
    return not text[start].islower()
