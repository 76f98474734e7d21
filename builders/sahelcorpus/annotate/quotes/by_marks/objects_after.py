"""Where an object begins that follows a subject without anything between: `اتهمت المحامية | النيابة بإخفاء الملف`.

For languages without determiners of their own. What can be said without cases: a verbal noun or a quantifier begins an
object; so does the first definite noun after a name; of two definite nouns side by side the second, unless it agrees
with the first like an adjective.
"""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.subjects_before import phrase_before
from sahelcorpus.annotate.quotes.by_marks.word_classes import (
    belongs,
    is_finite_cue,
    is_person,
    is_word,
    without_article,
)
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_WITHIN = 20
_SHORTEST = 4
_STOPS = frozenset((";", ":", ".", "!", "?", "؟"))


def marker_length(sentence: Sentence, index: int) -> int:
    """Return the length of a preposition of accusations and demands that is written in one word with its noun, or 0."""
    word, lexicon = sentence.tokens.word(index), sentence.lexicon
    fitting = [prefix for prefix in lexicon.words("marker-prefixes") if word.startswith(prefix)]
    if not fitting or word in lexicon.words("not-markers"):
        return 0
    return max(map(len, fitting)) if len(word) >= _SHORTEST or word in fitting else 0


def marked_after(sentence: Sentence, cue: Cue) -> int | None:
    """Return the first token after a verb that holds such a preposition, a sure one if there is any, or None.

    It is sure before an article, a verbal noun or a quotation, and drawn out; else it may be the first of a name.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    likely = possible = None
    for at in range(cue.end, min(len(tokens.words), cue.end + _WITHIN)):
        word = tokens.words[at]
        if word in _STOPS or word == QUOTATION:
            break
        length = marker_length(sentence, at)
        if not length:
            continue
        rest = word[length:]
        bare = without_article(lexicon, rest)
        if length > 1 or bare != rest or not rest or bare in lexicon.words("objects") or word in lexicon.words("that"):
            return at
        before = tokens.words[at - 1]
        if likely is None and at > cue.end and without_article(lexicon, before) != before:
            likely = at
        possible = at if possible is None else possible
    return possible if likely is None else likely


def judged_object(sentence: Sentence, cue: Cue) -> int | None:
    """Return the first token of who is accused or judged, before the accusation's preposition; None without one."""
    tokens = sentence.tokens
    marker = marked_after(sentence, cue)
    if marker is None or marker == cue.end:
        return None
    low = cue.end
    if marker - low == 1 or phrase_before(sentence, cue.first) or (cue.joined and sentence.speakers):
        return low
    commas = [at for at in range(low, marker) if tokens.words[at] == ","]
    if commas:
        return min(commas[-1] + 1, marker - 1)
    verbal = noun_object(sentence, cue)
    if verbal is not None and low < verbal < marker:
        return verbal
    return _after_subject(sentence, low, marker)


def _after_subject(sentence: Sentence, low: int, marker: int) -> int:
    """Return the first token of the last noun phrase of two that fill the tokens from `low` to `marker`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words

    def is_definite(at: int) -> bool:
        return at >= low and without_article(lexicon, words[at]) != words[at]

    for at in range(marker - 1, low, -1):
        if is_definite(at) and not is_definite(at - 1):
            if not is_person(lexicon, words[at - 1]):
                return at  # after a name
            if at > low + 1 and is_definite(at - 2):
                return at - 1  # after a definite noun, a noun with its complement
    last = marker - 1
    agrees = words[last].endswith(tuple(lexicon.words("adjective-endings"))) and (
        words[last - 1].endswith(tuple(lexicon.words("noun-endings")))
    )
    if last - 1 > low and is_definite(last) and is_definite(last - 2) and agrees:
        return last if is_person(lexicon, words[last]) else last - 1
    return last


def noun_object(sentence: Sentence, cue: Cue) -> int | None:
    """Return the first token of what is denied, announced or asked for: a verbal noun or a quantifier; None without."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for at in range(cue.end, min(len(tokens.words), cue.end + _WITHIN)):
        word, before = tokens.words[at], tokens.words[at - 1]
        if word in _STOPS or word == QUOTATION or belongs(lexicon, word, "that relatives"):
            return None
        if at > cue.end and is_finite_cue(sentence, at):
            return None
        governed = before in lexicon.words("prepositions") or (at > cue.end and _is_construct(sentence, at - 1))
        if is_word(word) and without_article(lexicon, word) in lexicon.words("objects") and not governed:
            return at
    return None


def _is_construct(sentence: Sentence, index: int) -> bool:
    """Say whether a noun without an article is one for people, whose complement follows: `وكالة الأنباء`."""
    word, lexicon = sentence.tokens.words[index], sentence.lexicon
    bare = word[1:] if word[:1] in lexicon.words("attached-prepositions") else word
    known = lexicon.words("titles humans")
    return (word in known or bare in known) and without_article(lexicon, sentence.tokens.word(index + 1)) != (
        sentence.tokens.word(index + 1)
    )
