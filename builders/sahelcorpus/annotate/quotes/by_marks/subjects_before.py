"""The subject before a verb, in the languages that are read by marks and cues: what fills its clause so far."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.phrases import (
    Bounds,
    apposition_end,
    begins_phrase,
    is_name,
    past_preposition,
    phrase_end,
)
from sahelcorpus.annotate.quotes.by_marks.word_classes import belongs, has_no_determiners
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_CLAUSE = 30
_BOUNDARIES = frozenset((".", ";", ":", "!", "?", "؟", "…", "–", "—"))


def phrase_before(sentence: Sentence, first: int) -> Bounds | None:
    """Return the noun phrase that is the subject before a verb group, or None.

    Args:
        sentence: The sentence.
        first: The first token of the verb group.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    stop = first
    while stop and belongs(lexicon, tokens.words[stop - 1], "adverbs clitics auxiliaries negation"):
        stop -= 1
    if not stop:
        return None
    last = tokens.words[stop - 1]
    if last in lexicon.words("relatives"):
        return _antecedent(sentence, stop - 1) or (stop - 1, stop)
    if last == ",":
        return _before_comma(sentence, stop - 1)
    low = clause_start(sentence, stop)
    within = low > 0 and tokens.words[low - 1] in lexicon.words("relatives")
    subject = None if within and has_no_determiners(lexicon) else subject_between(sentence, low, stop)
    return _antecedent(sentence, low - 1) if subject is None and within else subject


def _antecedent(sentence: Sentence, relative: int) -> Bounds | None:
    """Return the noun phrase that a relative pronoun takes up."""
    end = relative - (sentence.tokens.word(relative - 1) == ",")
    return subject_between(sentence, clause_start(sentence, end), end)


def clause_start(sentence: Sentence, end: int) -> int:
    """Return the index at which the clause, or the part between commas, begins that ends at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    index = end
    while index > max(0, end - _CLAUSE):
        word = tokens.words[index - 1]
        if word in _BOUNDARIES or word == "," or belongs(lexicon, word, "that relatives subordinators auxiliaries"):
            return index
        if word == QUOTATION and not is_name(sentence, index - 1, len(tokens.words)):
            return index
        index -= 1
    return index


def subject_between(sentence: Sentence, low: int, stop: int) -> Bounds | None:
    """Return the noun phrase that fills the tokens up to `stop`, but for adverbials around it; None if none does."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while low < stop:
        word, following = tokens.words[low], tokens.word(low + 1)
        if belongs(lexicon, word, "conjunctions adverbs times subordinators opposing -pronouns") or word == ")":
            low += 1
        elif word in lexicon.words("determiners prepositions") and following in lexicon.words("times"):
            low += 2
        elif belongs(lexicon, word, "prepositions -of -determiners"):
            if has_no_determiners(lexicon):
                return None
            low = past_preposition(sentence, low, stop)
        else:
            break
    if low >= stop or not begins_phrase(sentence, low):
        return None
    end = phrase_end(sentence, low, limit=stop)
    if end < stop and not belongs(lexicon, tokens.words[end], "prepositions times adverbs audience"):
        return None
    return low, end


def _before_comma(sentence: Sentence, close: int) -> Bounds | None:
    """Return the subject before `, … ,`: with an apposition whole, with anything else its head alone."""
    tokens = sentence.tokens
    comma = next((at for at in range(close - 1, max(-1, close - 1 - _CLAUSE), -1) if tokens.words[at] == ","), None)
    if comma is None or any(tokens.words[at] in _BOUNDARIES for at in range(comma, close)):
        return None
    head = subject_between(sentence, clause_start(sentence, comma), comma)
    if head is None or head[1] != comma:
        return None
    apposed = apposition_end(sentence, comma + 1, close + 1, strict=True) == close
    return (head[0], close) if apposed else head
