"""English reported speech whose announcing clause follows it without marks: `A, X said`, `A, said X, B`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.complements import is_author
from sahelcorpus.annotate.quotes.constructions.english_incises import Announcement, english_incise, goes_on_after
from sahelcorpus.annotate.quotes.english_extent import english_clause_end, holds_clause
from sahelcorpus.annotate.quotes.english_verbs import finite
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_CLOSED = frozenset(("", ".", ",", ";", "–", "—", ")", "-"))
_STARTS = frozenset((";", ":", "–", "—", "|", "("))
_ADVERBIAL_CLAUSE = frozenset(
    ("when", "while", "as", "asked", "speaking", "after", "before", "although", "though", "if")
)
_REACH = 36


def read_english_fronted(sentence: Sentence) -> None:
    """Propose every content that its announcing clause follows or interrupts, without marks around it."""
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    words, size = tokens.words, len(tokens)
    for comma in range(2, size - 1):
        if words[comma] not in (",", "–", "—"):
            continue
        if not any(words[place] in verbs for place in range(comma + 1, min(size, comma + _REACH))):
            return
        low = _content_start(sentence, comma)
        if comma - low < 2 or (sentence.is_quotation(comma - 1) and comma - low < 3):
            continue
        found = english_incise(sentence, comma + 1)
        if found is None or not found.sure or is_author(sentence, found.speaker):
            continue
        frames = verbs[words[found.at]].frames if words[found.at] in verbs else "q"
        if not set(frames) & set("qz"):
            continue
        after = goes_on_after(sentence, found.end)
        following = tokens.word(after)
        closed = following in _CLOSED and words[comma] == ","
        clausal = following in sentence.lexicon.words("prepositions subordinators added -that") and holds_clause(
            sentence, low, comma
        )
        if (closed or clausal) and _propose(sentence, low, comma, after, found):
            return


def _propose(sentence: Sentence, low: int, comma: int, after: int, found: Announcement) -> bool:
    """Propose what stands before an announcing clause, and what goes on after it."""
    tokens = sentence.tokens
    words, size = tokens.words, len(tokens)
    clausal = holds_clause(sentence, low, comma) and not (
        tokens.word(after) == "," and after + 1 < size and finite(sentence, after + 1)
    )
    opening = words[low + (words[low] in ("but", "and", "yet", "so"))]
    if clausal and opening in _ADVERBIAL_CLAUSE and "," not in words[low:comma]:
        clausal = False
    places = [sentence.place(low, comma)]
    name = "fronted"
    quoted = words[after : after + 2] == [",", QUOTATION] and not _is_adverbial(sentence, low)
    if clausal and quoted:
        places.append(sentence.place(after + 1, after + 2))
        name = "interrupted"
    elif (
        not clausal
        and tokens.word(after) == ","
        and after + 2 < size
        and words[after + 1] not in ("and", "but", "adding")
    ):
        end = english_clause_end(sentence, after + 1)
        if not holds_clause(sentence, low, end) and (words[after + 1] != QUOTATION or _is_adverbial(sentence, low)):
            return False
        places.append(sentence.place(after + 1, end))
        name = "interrupted"
    elif not clausal and not _is_headline(sentence, low, comma, after):
        return False
    sentence.speakers.append((found.at, found.speaker))
    score = 0.91 if quoted else 0.89
    return sentence.propose(name, score, places, cue=found.cue, speaker=found.speaker, least=8)


def _is_adverbial(sentence: Sentence, low: int) -> bool:
    """Say whether a time, a place or an occasion stands in front, which belongs to the attribution."""
    word = sentence.tokens.words[low]
    return word.endswith(("ing", "ed", "ly")) or word in sentence.lexicon.words(
        "prepositions subordinators clausal adverbs days times =last =two =three =earlier =this =that =asked =to"
    )


def _is_headline(sentence: Sentence, low: int, comma: int, after: int) -> bool:
    """Say whether a headline without its verb stands before an attribution at the end: `Ferry to resume, says X`."""
    words = sentence.tokens.words
    if low or after < len(words) or words[-1] == "." or len(words) > 20:
        return False
    return any(word in ("to", QUOTATION) or word.endswith(("ed", "ing")) for word in words[1:comma])


def _content_start(sentence: Sentence, comma: int) -> int:
    """Return where the content before a comma starts: after a dateline, a colon or a dash."""
    tokens = sentence.tokens
    for index in range(comma - 1, -1, -1):
        word = tokens.words[index]
        if word in _STARTS or (word == "-" and 0 < index < 14 and tokens.starts[index] > tokens.ends[index - 1]):
            if word == "(" and ")" in tokens.words[index:comma]:
                continue
            return index + 1
    return 0
