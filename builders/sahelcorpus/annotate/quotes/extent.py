"""Where a content ends: at the end of its clause, before what the author adds."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english_extent import english_clause_end, english_phrase_content_end, holds_clause
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_STOPS = frozenset((";", "!", "?"))
_AND = frozenset(("et", "and", "puis", "mais", "but", "then"))
_POINTING = frozenset(("ceux", "celui", "celle", "celles", "allusion"))
_ADVERBIAL = frozenset(("dans", "lors", "devant", "au", "sur", "en", "in", "at", "on", "during", "after", "without"))
_DATED = frozenset(("deux", "trois", "après", "lors", "devant", "mais", "two", "three", "after", "but"))
_PARTICIPLES = ("ée", "ées", "és")
_FINITE = ("aient", "èrent", "eront", "iront", "erait", "eraient", "irait", "era", "ira")
_EARLY = 3


def clause_end(sentence: Sentence, start: int) -> int:
    """Return the index after a complement clause that starts at a token: to the sentence's end, or before an addition.

    Args:
        sentence: The sentence.
        start: The first token of the content.
    """
    if sentence.lexicon.language == "en":
        return english_clause_end(sentence, start)
    tokens = sentence.tokens
    words = tokens.words
    size = len(words)
    depth = 0
    for index in range(start + (tokens.word(start) == ","), size):
        word = words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            if not depth:
                return index
            depth -= 1
        elif depth:
            continue
        elif word in _STOPS and index > start:
            return index + 1 if word in "!?" else index
        elif _author_goes_on(sentence, start, index, word):
            return index
    return size


def _author_goes_on(sentence: Sentence, start: int, index: int, word: str) -> bool:
    """Say whether the author's own words go on at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    following = tokens.word(index + 1)
    if word == ",":
        return _author_adds(sentence, start, index)
    if word in _AND:
        if index == start:
            return False
        if tokens.words[index - 1] == QUOTATION or lexicon.language == "en":
            third = tokens.word(index + 2)
            if following in lexicon.words("auxiliaries") and third not in lexicon.words("pronouns"):
                return tokens.words[index - 1] == QUOTATION or following in ("has", "have", "had")
        return _verb_follows(sentence, index + 1)
    if word == ":":
        return following == QUOTATION
    if word in ("–", "—"):
        return index > start and following in ("selon", "a", "dit")
    if word == "avant" and following in ("de", "d'"):
        form = lexicon.verbs.get(tokens.word(index + 2))
        return form is not None and "i" in form.moods
    return False


def _author_adds(sentence: Sentence, start: int, comma: int) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    following, third = tokens.word(comma + 1), tokens.word(comma + 2)
    if following in lexicon.words("added"):
        return (following != "avant" or third in ("de", "d'")) and (following != "tout" or third == "en")
    if following in ("sans", "without"):
        return third in lexicon.words("withheld")
    if following in _POINTING:
        return comma > start + _EARLY
    if following in ("an", "a"):
        return third in ("apparent", "reference")
    return _verb_follows(sentence, comma + 1) and has_finite_verb(sentence, start, comma)


def _verb_follows(sentence: Sentence, index: int) -> bool:
    """Say whether a cue verb in a finite form, without a subject of its own, goes on with the author's sentence."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    auxiliaries = lexicon.words("auxiliaries")
    passed = lexicon.words("clitics -definite auxiliaries adverbs =ne =n' =l' =le")
    seen = False
    for place in range(index, min(index + 6, len(tokens))):
        word = tokens.words[place]
        form = lexicon.verbs.get(word)
        shared = form is not None and place == index and form.moods == "p" and bool(set(form.frames) & set("xtqe"))
        if form is not None and ("f" in form.moods or shared or (seen and "p" in form.moods)):
            return not (lexicon.language == "en" and tokens.word(place - 1) in lexicon.words("determiners"))
        if word not in passed:
            return False
        seen = seen or word in auxiliaries
    return False


def phrase_content_end(sentence: Sentence, start: int) -> int:
    """Return the index after a noun phrase that was said, asked or promised, or an infinitive's clause.

    It ends before a relative clause or participle that the author adds after a comma.

    Args:
        sentence: The sentence.
        start: The first token of the content.
    """
    if sentence.lexicon.language == "en":
        return english_phrase_content_end(sentence, start)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    relatives = lexicon.words("relatives -that")
    end = clause_end(sentence, start)
    documents = lexicon.words("documents")
    for index in range(start + 1, end):
        if tokens.words[index] == "dans" and tokens.word(index + 2) in documents:
            return index
        if tokens.words[index] != ",":
            continue
        following = tokens.word(index + 1)
        if tokens.capital(index - 1) and _is_bare_noun(sentence, index + 1):
            return index
        more = any(tokens.words[place] == "," for place in range(index + 1, end))
        if (following in relatives and tokens.words[index - 1] != QUOTATION) or (
            following == "et" and tokens.word(index + 2) == "voilà"
        ):
            return index
        if following.endswith(_PARTICIPLES) or following in _DATED:
            if not more:
                return index
        elif following in _ADVERBIAL and not more and not _coordinated_later(sentence, index + 1, end):
            return index
    return end


def _is_bare_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a noun without an article follows a name, as an apposition: `à Badoussa, village de potiers`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index + 1) not in lexicon.words("of") or tokens.capital(index) or lexicon.language == "en":
        return False
    word = tokens.words[index]
    closed = "definite prepositions conjunctions adverbs subjects relatives that negation auxiliaries determiners"
    return word.isalpha() and word not in lexicon.words(closed) and word not in lexicon.verbs


def _coordinated_later(sentence: Sentence, index: int, end: int) -> bool:
    return any(sentence.tokens.words[place] in ("et", "and", "ou", "or") for place in range(index, end))


def has_finite_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tokens from `start` to `end` hold a finite verb outside relative clauses, as far as one sees."""
    if sentence.lexicon.language == "en":
        return holds_clause(sentence, start, end)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    signs = lexicon.words("finite auxiliaries")
    relatives = lexicon.words("relatives -that")
    relative = False
    for index in range(start, end):
        word = tokens.words[index]
        if word in relatives:
            relative = True
        elif word == ",":
            relative = False
        elif relative:
            continue
        elif word in signs or _is_finite(word, tokens.word(index - 1)):
            return True
    return False


def _is_finite(word: str, before: str) -> bool:
    """Say whether a French form looks finite: an ending that only verbs have, or -ent after a plural."""
    if len(word) <= _EARLY + 1:
        return False
    return word.endswith(_FINITE) or (
        word.endswith("ent") and not word.endswith("ment") and before.endswith(("s", "x"))
    )
