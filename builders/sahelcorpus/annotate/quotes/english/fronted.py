"""English reported speech whose announcing clause follows it without marks: `A, X said`, `A, said X, B`."""

from __future__ import annotations

from bisect import bisect_left

from sahelcorpus.annotate.quotes.english.clauses import holds_clause, is_adverbial
from sahelcorpus.annotate.quotes.english.extent import english_clause_end
from sahelcorpus.annotate.quotes.english.incises import Announcement, english_incise, goes_on_after
from sahelcorpus.annotate.quotes.english.phrases import speaks
from sahelcorpus.annotate.quotes.english.verbs import finite
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_CLOSED = frozenset(("", ".", ",", ";", "–", "—", ")", "-"))
_STARTS = frozenset((";", ":", "–", "—", "|", "("))
_ADVERBIAL_CLAUSE = frozenset(
    ("when", "while", "as", "asked", "speaking", "after", "before", "although", "though", "if", "once")
)
_REACH = 36
_REASONS = frozenset(("because", "since", "unless", "until", "although", "though"))
_PRONOUN_AND_VERB = 3


def read_english_fronted(sentence: Sentence) -> None:
    """Propose every content that its announcing clause follows or interrupts, without marks around it."""
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    words, size = tokens.words, len(tokens.words)
    for comma in range(1, size - 1):
        if words[comma] not in (",", "–", "—"):
            continue
        if not any(words[place] in verbs for place in range(comma + 1, min(size, comma + _REACH))):
            continue
        low = _content_start(sentence, comma)
        if comma - low < 1 or (sentence.is_quotation(comma - 1) and comma - low < 3):
            continue
        found = english_incise(sentence, comma + 1)
        if found is None or not found.sure or (words[comma + 1] != "it" and is_author(sentence, found.speaker)):
            continue
        frames = verbs[words[found.at]].frames if words[found.at] in verbs else "q"
        if not set(frames) & set("qz"):
            continue
        if found.at == comma + 1 and not _is_speaker(sentence, found):
            continue
        after = goes_on_after(sentence, found.end)
        if tokens.word(after) == "," and tokens.word(after + 1) == "to":
            continue  # « went on, X writes, to say »
        following = tokens.word(found.end if tokens.word(after) not in _CLOSED else after)
        closed = following in _CLOSED and words[comma] == ","
        going_on = sentence.lexicon.words("prepositions subordinators added -that")
        clausal = (following in going_on or tokens.word(after) in going_on) and holds_clause(sentence, low, comma)
        if (closed or clausal) and _propose(sentence, low, comma, after, found):
            return


def _is_speaker(sentence: Sentence, found: Announcement) -> bool:
    """Say whether the subject after an inverted verb can be a source."""
    begin = bisect_left(sentence.tokens.starts, found.speaker[0])
    return speaks(sentence, begin, found.end)


def _propose(sentence: Sentence, low: int, comma: int, after: int, found: Announcement) -> bool:
    """Propose what stands before an announcing clause, and what goes on after it."""
    tokens = sentence.tokens
    words, size = tokens.words, len(tokens.words)
    clausal = holds_clause(sentence, low, comma) and not (
        tokens.word(after) == "," and after + 1 < size and finite(sentence, after + 1)
    )
    clausal = clausal or _quoted_clause(sentence, low, comma)
    if words[comma - 1] in sentence.lexicon.words("questions modal") and not tokens.capital(comma - 1):
        clausal = False  # « That was why, X wrote, he left »
    opening = words[low + (words[low] in ("but", "and", "yet", "so"))]
    if clausal and opening in _ADVERBIAL_CLAUSE and "," not in words[low:comma]:
        clausal = False
    bare = all(words[place] in sentence.lexicon.words("conjunctions adverbs") for place in range(low, comma))
    if bare and tokens.word(after) != ",":
        return False
    places = [] if bare else [sentence.place(low, comma)]
    name = "fronted"
    quoted = words[after : after + 2] == [",", QUOTATION] and not is_adverbial(sentence, low)
    if clausal and _goes_on(sentence, after, found):
        places.append(sentence.place(after + 1, english_clause_end(sentence, after + 1)))
        name = "interrupted"
    elif clausal and quoted:
        places.append(sentence.place(after + 1, after + 2))
        name = "interrupted"
    elif (
        not clausal
        and tokens.word(after) == ","
        and (after + 2 < size or _runs_on(sentence, after + 1))
        and words[after + 1] not in ("and", "but", "adding")
    ):
        end = english_clause_end(sentence, after + 1)
        if words[after + 1] == QUOTATION and _is_ended(sentence, after + 1):
            end = after + 2
        if not holds_clause(sentence, low, end) and (words[after + 1] != QUOTATION or is_adverbial(sentence, low)):
            return False
        places.append(sentence.place(after + 1, end))
        name = "interrupted"
    elif not clausal and not _is_headline(sentence, low, comma, after):
        return False
    sentence.speakers.append((found.at, found.speaker))
    score = 0.91 if quoted else 0.89
    return sentence.propose(name, score, places, cue=found.cue, speaker=found.speaker, least=8)


def _goes_on(sentence: Sentence, after: int, found: Announcement) -> bool:
    """Say whether what is interrupted goes on with a clause of its own: `A, she added, and B`; `because B`."""
    tokens = sentence.tokens
    if tokens.word(after) != "," or after + 3 >= len(tokens.words):
        return False
    word = tokens.words[after + 1]
    if word not in ("and", "but") and word not in _REASONS:
        return False
    begin = bisect_left(tokens.starts, found.speaker[0])
    named = found.end - begin > _PRONOUN_AND_VERB or tokens.words[begin] not in sentence.lexicon.words("pronouns")
    if named and word == "but":
        return False
    clausal = holds_clause(sentence, after + 2, len(tokens.words)) or _quoted_clause(
        sentence, after + 2, len(tokens.words)
    )
    return clausal and not finite(sentence, after + 2)


def _quoted_clause(sentence: Sentence, low: int, comma: int) -> bool:
    """Say whether the verb of a clause stands in marks: `The council “will never agree” to it, X said`."""
    for index in range(low + 1, comma):
        stretch = sentence.stretch(index)
        if stretch is not None and sentence.tokens.words[index - 1][0].isalpha():
            inner = sentence.text[stretch.inner_start : stretch.inner_end]
            governed = sentence.tokens.words[index - 1] in sentence.lexicon.words("prepositions articles")
            return inner[:1].islower() and len(inner.split()) > 1 and not governed
    return False


def _runs_on(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation goes on with a sentence: `The army, he said, “will not wait.”`."""
    stretch = sentence.stretch(index)
    return stretch is not None and sentence.text[stretch.inner_start].islower()


def _is_ended(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation ends its sentence between its marks."""
    stretch = sentence.stretch(index)
    return stretch is not None and sentence.text[stretch.inner_end - 1] in ".!?'’”\""


def _is_headline(sentence: Sentence, low: int, comma: int, after: int) -> bool:
    """Say whether a headline without its verb stands before an attribution at the end: `Ferry to resume, says X`."""
    words = sentence.tokens.words
    if low or after < len(words) or words[-1] == "." or len(words) > 20:
        return False
    return comma > 3


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
