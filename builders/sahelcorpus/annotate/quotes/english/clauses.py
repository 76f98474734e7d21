"""Whether an English stretch is a clause, and where a subordinate one ends."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_adjective, is_plural, may_be_present
from sahelcorpus.annotate.quotes.sentence import Sentence

_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that"))
_SUBJECTS = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those", "nobody", "everyone")
)
_SURE = frozenset(("say", "tell", "think", "believe", "hope", "insist", "claim", "argue", "swear", "reckon", "warn"))
"""Verbs whose bare object is hardly ever a noun phrase, so that a weak verb in it shows a clause."""

_CLAUSE_ALONE = frozenset(("say", "tell", "insist", "argue", "reckon", "think", "add", "warn"))
"""Those of them that take nothing else, so that a form that may be a noun too is the clause's verb."""

_SUBJECT = 9
"""Most tokens of a subject before such a form."""


def clause_verb(sentence: Sentence, start: int, end: int, *, sure: bool = False) -> int | None:
    """Return the finite verb of the clause that starts at a token, or None if a noun phrase stands there.

    Args:
        sentence: The sentence.
        start: The clause's first token.
        end: Index that the verb may not reach.
        sure: Whether only a clause is expected, so that a weak sign is enough.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    relative = False
    depth = 0
    for index in range(start, end):
        word = words[index]
        if word in ("(", ")"):
            depth += 1 if word == "(" else -1
        elif depth > 0:
            continue
        elif word in _RELATIVES and index > start:
            relative = True
        elif word == "," and relative:
            relative = False
        elif index == start:
            continue
        elif word in ("and", "but") and index + 1 < end and finite(sentence, index + 1):
            return None  # « promised an inquiry but has never opened it »
        else:
            strength = finite(sentence, index)
            if not strength:
                continue
            if relative:
                relative = False
                continue
            if strength == STRONG or words[index - 1] in _SUBJECTS:
                return index
            if sure:
                return index
            following = tokens.word(index + 1)
            if following.isalnum() and following not in known.words(
                "prepositions conjunctions days =next =last =earlier"
            ):
                return index
    return None


def is_adverbial(sentence: Sentence, low: int) -> bool:
    """Say whether a time, a place, an occasion or a participle opens a clause, so that a comma parts it from the rest.

    Args:
        sentence: The sentence.
        low: The clause's first token.
    """
    words, known = sentence.tokens.words, sentence.lexicon
    while low + 1 < len(words) and words[low] in known.words("conjunctions"):
        low += 1
    return words[low].endswith(("ing", "ed", "ly")) or words[low] in known.words(
        "prepositions subordinators clausal adverbs days times =last =two =three =earlier =this =that =asked =to"
    )


def before_main_clause(sentence: Sentence, start: int, end: int) -> int:
    """Return where a content ends whose clause a subordinator opened: `When X insisted that A, | Y answered`.

    Args:
        sentence: The sentence.
        start: The content's first token.
        end: Where the content would end.
    """
    words = sentence.tokens.words
    for comma in range(start + 2, end):
        if words[comma] == "," and clause_verb(sentence, comma + 1, len(words), sure=True) is not None:
            return comma
    return end


def holds_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tokens from `start` to `end` are a clause: a subject with its finite verb."""
    return clause_verb(sentence, start, end, sure=True) is not None


def starts_clause(sentence: Sentence, start: int, end: int, lemma: str, *, noun: bool) -> bool:
    """Say whether what a verb takes without `that` is a clause and no noun phrase.

    Args:
        sentence: The sentence.
        start: The first token after the verb and its adverbials.
        end: Where the content would end.
        lemma: The verb.
        noun: Whether the verb takes noun phrases too.
    """
    if clause_verb(sentence, start, end, sure=lemma in _SURE or not noun) is not None:
        return True
    return lemma in _CLAUSE_ALONE and _has_agreeing_verb(sentence, start, end)


def _has_agreeing_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a form that may be a noun agrees, as a verb, with the noun before it: `says the camp needs water`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words, between = tokens.words, known.words("prepositions")
    head: int | None = None
    for index in range(start + 1, min(end, start + _SUBJECT)):
        word = words[index]
        if not word[0].isalpha():
            return False
        if tokens.capital(index):
            continue
        if word in between:
            head = index - 1 if head is None else head
            continue
        if words[index - 1] in between or not may_be_present(sentence, index):
            continue
        noun = index - 1 if head is None else head
        if words[noun] in known.words("determiners articles") or is_adjective(sentence, noun):
            continue
        if is_plural(sentence, noun) != word.endswith("s"):
            return True
    return False
