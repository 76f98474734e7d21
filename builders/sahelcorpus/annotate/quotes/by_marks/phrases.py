"""Noun phrases around a cue, from title to apposition, for the languages that are read by marks and cues.

In a language without determiners of their own (Arabic) any word that stands in no
other class can begin a noun phrase; elsewhere a determiner, a capital letter, a title or a word for people begins one.
"""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.word_classes import (
    belongs,
    has_no_determiners,
    is_definite,
    is_finite_cue,
    is_person,
    is_word,
    without_article,
)
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

Bounds = tuple[int, int]
"""The first token of a phrase and the one after its last."""

_LONGEST = 18
_APPOSITION = 12
_REACH = 30
_PARENTHESIS = 5
_NAME = 3
_BEGINS_NOTHING = (
    "prepositions that relatives subordinators opposing conjunctions negation auxiliaries adverbs times stops audience "
    "clitics -determiners"
)
_ENDS = (
    "that questions relatives subordinators opposing adverbs negation auxiliaries times stops audience pronouns "
    "clitics -determiners"
)


def begins_phrase(sentence: Sentence, index: int) -> bool:
    """Say whether a noun phrase, or a pronoun, can begin at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.word(index)
    if not is_word(word):
        return False
    if belongs(lexicon, word, "pronouns"):
        return True
    if belongs(lexicon, word, _BEGINS_NOTHING) or is_finite_cue(sentence, index):
        return False
    if has_no_determiners(lexicon):
        return not (word[:1] in lexicon.words("attached-prepositions") and is_definite(lexicon, word[1:]))
    following = tokens.word(index + 1)
    if word in lexicon.words("determiners"):
        return (
            is_word(following)
            and following not in lexicon.words("times that")
            and (following not in lexicon.words("audience") or is_person(lexicon, following))
            and not is_finite_cue(sentence, index + 1)
        )
    return tokens.capital(index) or is_person(lexicon, word)


def phrase_end(sentence: Sentence, start: int, *, limit: int | None = None, strict: bool = False) -> int:
    """Return the index after the noun phrase that begins at a token, with its appositions.

    Args:
        sentence: The sentence.
        start: The first token.
        limit: An index that it may not pass.
        strict: Whether an apposition counts only if a comma closes it, as where a clause may follow the comma.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    if belongs(lexicon, words[start], "pronouns"):
        return start + 1
    stop = min(len(words) if limit is None else limit, start + _LONGEST)
    segment, index = start, start + 1
    while index < stop:
        word = words[index]
        if word == ",":
            end = apposition_end(sentence, index + 1, stop, strict=strict)
            if end is None:
                break
            segment, index = index + 1, end
            continue
        if word == "(":
            close = next((at for at in range(index + 1, min(stop, index + _PARENTHESIS)) if words[at] == ")"), None)
            if close is None:
                break
            index = close
        elif word == QUOTATION:
            if not is_name(sentence, index, stop):
                break
        elif not _goes_on(sentence, segment, index):
            break
        index += 1
    while index > start + 1 and (
        words[index - 1] == "," or words[index - 1] in lexicon.words("prepositions of conjunctions determiners")
    ):
        index -= 1
    return index


def _goes_on(sentence: Sentence, segment: int, index: int) -> bool:
    """Say whether a word or a sign goes on with the phrase whose present part begins at `segment`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word, before = tokens.words[index], tokens.words[index - 1]
    if tokens.capital(index) and not lexicon.words("capitals"):
        return True
    if not is_word(word):
        abbreviated = word == "." and len(before) < 4 and tokens.capital(index - 1)
        named = index + 1 < len(tokens.words) and tokens.capital(index + 1)
        return word in ("'", "-", "/") or (abbreviated and named)
    if word in lexicon.words("of") or (before in lexicon.words("determiners -pronouns") and word.isalpha()):
        return True
    if belongs(lexicon, word, _ENDS):
        return False
    if word in lexicon.words("conjunctions"):
        return begins_phrase(sentence, index + 1)
    if belongs(lexicon, word, "prepositions"):
        return _attaches(sentence, segment, index)
    if word in lexicon.words("determiners"):
        return before in lexicon.words("of prepositions conjunctions determiners")
    if is_finite_cue(sentence, index) or word in lexicon.particles:
        return before in lexicon.words("determiners")
    if lexicon.words("capitals") and not tokens.capital(index) and word.isalpha():
        return not tokens.capital(index - 1) or before in lexicon.words("determiners of prepositions")
    return True


def _attaches(sentence: Sentence, segment: int, index: int) -> bool:
    """Say whether a prepositional phrase belongs to the noun: `a diplomat in Kaldé`, not `the minister in a speech`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    following = tokens.word(index + 1)
    if following in lexicon.words("determiners"):
        following = tokens.word(index + 2)
    if tokens.words[index] not in lexicon.words("joining") or not following[:1].isalpha():
        return False
    if without_article(lexicon, following) in lexicon.words("media times pronouns audience"):
        return False
    if not has_no_determiners(lexicon):
        return tokens.words[index - 1] in lexicon.words("members")
    if index - segment > 2:
        return False
    part = tokens.words[segment:index]
    definite = any(without_article(lexicon, word) != word for word in part)
    head = without_article(lexicon, part[0])
    return head in lexicon.words("members") or (not definite and is_person(lexicon, head))


def is_name(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether a short quotation is a name within the phrase: `el colectivo «Río» de Kaldé`."""
    stretch = sentence.stretch(index)
    if stretch is None or not is_word(sentence.tokens.word(index - 1)) or index + 1 >= stop:
        return False
    content = sentence.text[stretch.inner_start : stretch.inner_end]
    return len(content.split()) <= _NAME and (
        is_word(sentence.tokens.words[index + 1]) or sentence.tokens.words[index + 1] in (",", ":")
    )


def apposition_end(sentence: Sentence, index: int, stop: int, *, strict: bool) -> int | None:
    """Return the index after an apposition that begins behind a comma, or None."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.word(index)
    if not begins_phrase(sentence, index) or belongs(lexicon, word, "pronouns"):
        return None
    if has_no_determiners(lexicon) and without_article(lexicon, word) == word and not is_person(lexicon, word):
        return None
    end = index + 1
    while (
        end < min(stop, index + _APPOSITION)
        and (tokens.words[end] == "." or tokens.words[end] != ",")
        and _goes_on(sentence, index, end)
    ):
        end += 1
    following = tokens.word(end)
    if strict:
        return end if following == "," else None
    if following in lexicon.words("auxiliaries") or (end < len(tokens.words) and is_finite_cue(sentence, end)):
        return None
    closed = not is_word(following) or belongs(lexicon, following, "that relatives prepositions times adverbs stops")
    return end if closed else None


def phrase_after(sentence: Sentence, index: int, *, limit: int | None = None, strict: bool = False) -> Bounds | None:
    """Return the noun phrase after a verb, past adverbs, times and prepositional phrases; None if there is none.

    Args:
        sentence: The sentence.
        index: The token after the verb.
        limit: An index that it may not pass.
        strict: As in `phrase_end`.
    """
    stop = min(len(sentence.tokens.words), index + _REACH) if limit is None else limit
    place = skipped(sentence, index, stop)
    if place >= stop or not begins_phrase(sentence, place):
        return None
    return place, phrase_end(sentence, place, limit=stop, strict=strict)


def skipped(sentence: Sentence, index: int, stop: int) -> int:
    """Return the index after adverbs, times, addressees and prepositional phrases that stand at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while index < stop:
        word, following = tokens.words[index], tokens.word(index + 1)
        if belongs(lexicon, word, "adverbs times audience") or word in lexicon.words("clitics -determiners"):
            index += 1
        elif word in lexicon.words("determiners prepositions") and following in lexicon.words("times"):
            index += 2
        elif word[0].isdigit() and tokens.word(index - 1) in lexicon.words("times"):
            index += 1
        elif word in lexicon.words("of") and following in lexicon.words("times"):
            index += 2
        elif belongs(lexicon, word, "prepositions -of -determiners") and following not in lexicon.words("that"):
            index = past_preposition(sentence, index, stop)
        elif word == "," and (
            belongs(lexicon, following, "prepositions -of -determiners") or belongs(lexicon, following, "times adverbs")
        ):
            close = next((at for at in range(index + 1, min(stop, index + _APPOSITION)) if tokens.words[at] == ","), 0)
            if not close:
                return index
            index = close + 1
        else:
            return index
    return index


def past_preposition(sentence: Sentence, index: int, stop: int) -> int:
    """Return the index after a prepositional phrase: at a sign, or at the next noun phrase that it does not govern."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    governing = lexicon.words("prepositions of conjunctions determiners")
    index += 1
    if has_no_determiners(lexicon):
        index += 1
        while index < stop and without_article(lexicon, tokens.words[index]) != tokens.words[index]:
            index += 1
        return min(index, stop)
    while index < stop and tokens.words[index] in lexicon.words("determiners"):
        index += 1
    index += 1
    while index < stop:
        word, before = tokens.words[index], tokens.words[index - 1]
        if not is_word(word) or belongs(lexicon, word, "that relatives") or is_finite_cue(sentence, index):
            return index
        if before not in governing and (
            word in lexicon.words("determiners -of pronouns")
            or (tokens.capital(index) and not tokens.capital(index - 1))
            or word in lexicon.words("titles")
        ):
            return index
        index += 1
    return min(index, stop)


def place_of(sentence: Sentence, bounds: Bounds | None, *, prefixes: str = "") -> Place | None:
    """Return the place of a phrase, without what is written in one word with its first word.

    Args:
        sentence: The sentence.
        bounds: The phrase, or None for no phrase.
        prefixes: A class of prepositions that are left out besides conjunctions.
    """
    if bounds is None:
        return None
    lexicon = sentence.lexicon
    start, end = sentence.place(*bounds)
    word = sentence.tokens.words[bounds[0]]
    rest = word[1:]
    attached = word[:1] in lexicon.words("attached") and (
        rest in lexicon.words("pronouns") or is_person(lexicon, rest) or without_article(lexicon, rest) != rest
    )
    if rest and (attached or (prefixes and word[:1] in lexicon.words(prefixes))):
        start += 2 if not attached and rest[:1] == word[:1] else 1
    return start, end
