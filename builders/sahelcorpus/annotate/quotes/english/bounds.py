"""Where the English clause starts that a verb's subject stands in: after other clauses, signs and contents."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_abbreviated
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_AS_WHAT = frozenset(
    "such well far long soon name known dressed seen identified described posing acting working serving".split()  # noqa: SIM905
)
_AS_WHAT |= {"himself", "herself", "themselves", "itself"}
"""What `as` goes on with, so that it opens no clause: `a man identifying himself as a commander`."""
_UNTIL = frozenset(("until", "since", "before"))
_HARD = frozenset((";", ":", "–", "—", "|", "/", "[", "]", "!", "?", "…", "("))
_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that", "when"))
_SHORT = 60
_FURTHEST = 60
_SAYING = frozenset("qz")


def clause_low(sentence: Sentence, end: int, start: int) -> int:
    """Return where the clause starts whose subject ends before a token.

    Args:
        sentence: The sentence.
        end: The index after the subject.
        start: The first token that may belong to it.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    depth = 0
    for index in range(end - 1, max(start - 1, end - _FURTHEST), -1):
        word = words[index]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif depth:
            continue
        elif word in _HARD or word == ",":
            return index + 1
        elif word == "-":
            if tokens.starts[index] > tokens.ends[index - 1] if index else True:
                return index + 1
        elif word == ".":
            if not is_abbreviated(sentence, index):
                return index + 1
        elif word == QUOTATION:
            stretch = sentence.stretch(index)
            short = stretch is not None and stretch.end - stretch.start <= _SHORT
            if not short or ends_in_comma(sentence, index) or (index > start and words[index - 1] in (",", ":")):
                return index + 1
        elif word in _UNTIL and _is_until(sentence, index):
            continue
        elif word in known.words("clausal =but =so =yet =nor"):
            if word != "than" or not (words[index + 1][0].isdigit() or words[index + 1] in known.words("determiners")):
                return index + 1
        elif word in ("after", "before", "until", "since") and (
            _verb_before(sentence, index, start)
            or (index and words[index - 1] in known.words("times =long =shortly =soon =just =even"))
        ):
            return index + 1
        elif word == "as" and words[index + 1] not in ("well", "of"):
            if not index or words[index - 1] not in _AS_WHAT:
                return index + 1
        elif word == "that" and index + 1 < end:
            if any(words[place] in known.verbs for place in range(max(start, index - 4), index)):
                return index + 1
        elif word in ("which", "whom") and index and words[index - 1] in known.words("prepositions"):
            return index + 1
        elif word in ("and", "or"):
            if _joins_clauses(sentence, index, start):
                return index + 1
        elif _opens_content(sentence, index, end):
            return index + 1
    return max(start, end - _FURTHEST)


def _is_until(sentence: Sentence, index: int) -> bool:
    """Say whether no more than a time follows: `A colonel who served there until last year told me`."""
    times = sentence.lexicon.words("times days months")
    following = sentence.tokens.word(index + 1)
    if following in ("last", "this", "next", "the"):
        return sentence.tokens.word(index + 2) in times
    return following in times or following.isdigit()


def ends_in_comma(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation holds the comma after it between its marks."""
    stretch = sentence.stretch(index)
    return stretch is not None and sentence.text[stretch.inner_end - 1] == ","


def _joins_clauses(sentence: Sentence, at: int, start: int) -> bool:
    """Tell `A left and B says` from `A and B say`: by a verb before the conjunction."""
    words = sentence.tokens.words
    return not at or words[at - 1] == "," or _verb_before(sentence, at, start)


def _verb_before(sentence: Sentence, at: int, start: int) -> bool:
    """Say whether a finite verb of the clause stands before a token."""
    words = sentence.tokens.words
    for index in range(at - 1, max(start - 1, at - _FURTHEST), -1):
        word = words[index]
        if word in _HARD or word in (",", QUOTATION) or word in _RELATIVES:
            return False
        if word in sentence.lexicon.words("clausal =but"):
            return False
        if finite(sentence, index):
            return True
    return False


def _opens_content(sentence: Sentence, index: int, end: int) -> bool:
    """Say whether a cue verb stands at a token whose content starts right after it: `the army says rebels claim`."""
    form = sentence.lexicon.verbs.get(sentence.tokens.words[index])
    if form is None or _SAYING.isdisjoint(form.frames) or index + 1 >= end:
        return False
    following = sentence.tokens.words[index + 1]
    if following in sentence.lexicon.words("prepositions =by days") or not following[0].isalnum():
        return False
    return finite(sentence, index) > 0 or (form.moods == "g" and sentence.tokens.word(index - 1) == ",")


def holds_verb(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether there is a finite verb outside relative clauses, participles not counted."""
    relative = False
    for index in range(low, high):
        word = sentence.tokens.words[index]
        if word in _RELATIVES:
            relative = True
        elif finite(sentence, index) == STRONG:
            if not relative:
                return True
            relative = False
    return False
