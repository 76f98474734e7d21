"""The mention of an English speaker before `, … ,`: with its appositions, without its relative clauses."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.bounds import clause_low, holds_verb
from sahelcorpus.annotate.quotes.english.regions import counts, is_name, last_start, past_time, subject_in
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_HARD = frozenset((";", ":", "–", "—", "|", "/", "[", "]", "!", "?", "…", "("))
_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that", "when"))
_SHORT = 60
_FURTHEST = 60
_MOST_PARTS = 6
_BOUND = frozenset(("of", "from", "for", "at", "with"))
"""Prepositions that go on with the noun before them rather than with the verb."""


def detached_mention(sentence: Sentence, comma: int, start: int) -> tuple[int, int] | None:
    """Return the mention before `, …,`: `the mayor, Awa Tindari,` whole, `the mayor, who fled,` its head alone."""
    words = sentence.tokens.words
    head: tuple[int, int] | None = None
    stop = comma
    for _ in range(_MOST_PARTS):
        low = _part_low(sentence, stop, start)
        edge = low <= start or words[low - 1] != ","
        kind = _part_kind(sentence, low, stop, edge=edge and head is None)
        if kind == "aside" and edge and head is not None and _opens_with_time(sentence, low, stop):
            kind = "noun"  # « On Wednesday the minister, Yaya Dorban, said »
        if kind == "noun":
            region = subject_in(sentence, clause_low(sentence, stop, low) if edge else low, stop)
            if region is None:
                break
            if edge and holds_verb(sentence, clause_low(sentence, stop, low), region[0]):
                break
            if head is not None and region[0] != low and not edge:
                break
            head = (region[0], head[1] if head is not None else region[1])
        elif kind in ("age", "bound"):
            if head is not None and low <= start:
                break  # « At a parade, its leader, Ali Kobo, »: nothing before it to which it is bound
            head = (low, stop) if head is None else (low, head[1])
        elif kind == "aside":
            if edge:
                break
            if head is not None:
                # what stood after the aside was apposed to the same head, or is the head itself
                if not _goes_back(sentence, low):
                    break
                head = None
        else:
            break
        if edge:
            break
        stop = low - 1
    if head is None or _part_kind(sentence, head[0], head[1], edge=False) in ("age", "bound"):
        return None
    return head


def _part_low(sentence: Sentence, stop: int, start: int) -> int:
    """Return where the part between commas starts that ends before a token."""
    words, depth = sentence.tokens.words, 0
    for index in range(stop - 1, max(start - 1, stop - _FURTHEST), -1):
        word = words[index]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif not depth and (
            word == "," or word in _HARD or (word == QUOTATION and words[index - 1 if index else 0] != "the")
        ):
            stretch = sentence.stretch(index) if word == QUOTATION else None
            if stretch is None or stretch.end - stretch.start > _SHORT:
                return index + 1
    return max(start, stop - _FURTHEST)


def _part_kind(sentence: Sentence, low: int, stop: int, *, edge: bool) -> str:
    """Return what a part between commas is: `noun`, `age`, `bound` (`of the mission`), `aside` or `clause`."""
    tokens, known = sentence.tokens, sentence.lexicon
    if low >= stop:
        return "clause"
    word = tokens.words[low]
    # « who fled », « a copy of which was seen »
    of_which = any(
        tokens.words[place] in ("which", "whom", "whose") and tokens.words[place - 1] == "of"
        for place in range(low + 1, min(stop, low + 5))
    )
    if (word in _RELATIVES and word != "that") or (of_which and not edge):
        return "aside"
    if word[0].isdigit() and stop - low <= 3 and not edge:
        return "age"
    if stop - low == 1 and word in ("right", "left", "centre", "center", "pictured"):
        return "aside"
    if word in known.words("times days months") or word in ("last", "earlier", "later", "meanwhile", "however", "too"):
        return "aside"
    if word in _BOUND and not edge and tokens.word(low + 1) not in ("his", "her", "their", "its", "now", "example"):
        return "bound"
    if word in known.words("prepositions subordinators clausal adverbs") and not counts(sentence, low):
        return "aside" if not edge or not _splits(sentence, low, stop) else "noun"
    if (word.endswith(("ing", "ed")) or word in known.words("participles")) and not is_name(sentence, low, stop):
        return "aside" if not edge or not _splits(sentence, low, stop) else "noun"
    if word in known.words("conjunctions") and not edge:
        return "clause" if holds_verb(sentence, low, stop) else "noun"
    if word in known.words("pronouns") and stop - low == 1:
        return "noun"
    if not edge and holds_verb(sentence, low, stop):
        return "clause"
    return "noun"


def _splits(sentence: Sentence, low: int, stop: int) -> bool:
    """Say whether a part that opens with an adverbial goes on to a subject: `In a statement the minister`."""
    return last_start(sentence, low, stop) is not None or past_time(sentence, low, stop) != low


def _opens_with_time(sentence: Sentence, low: int, stop: int) -> bool:
    """Say whether a time opens a part, and a noun phrase with its article goes on: `In April the minister`."""
    words, known = sentence.tokens.words, sentence.lexicon
    after = past_time(sentence, low, stop)
    return after > low and after < stop and words[after] in known.words("articles")


def _goes_back(sentence: Sentence, low: int) -> bool:
    """Say whether a noun stands before an aside, which it then belongs to."""
    return sentence.tokens.words[low] in _RELATIVES
