"""What a word can be, from the closed classes of a language that is read by marks and cues.

`docs/languages.md` explains the classes; one that a folder does not have is empty.
"""

from __future__ import annotations

from sahelcorpus.annotate.quotes.lexicon import Lexicon
from sahelcorpus.annotate.quotes.sentence import Sentence


def belongs(lexicon: Lexicon, word: str, names: str) -> bool:
    """Say whether a word is in one of some classes, alone or behind an attached conjunction."""
    known = lexicon.joined.get(names + "+")
    if known is None:
        own, attached = lexicon.words(names), lexicon.words("attached")
        known = own | {conjunction + member for conjunction in attached for member in own}
        lexicon.joined[names + "+"] = known
    return word in known


def is_word(word: str) -> bool:
    """Say whether a token is a word or a number, not a sign or a quotation."""
    return word[:1].isalnum()


def has_no_determiners(lexicon: Lexicon) -> bool:
    """Say whether a language has no determiners of their own, so that any word may begin a noun phrase."""
    return not lexicon.words("determiners")


def without_article(lexicon: Lexicon, word: str) -> str:
    """Return a word without an article that is written in one word with it."""
    for article in lexicon.words("article"):
        if word.startswith(article):
            return word.removeprefix(article)
    return word


def is_definite(lexicon: Lexicon, word: str) -> bool:
    """Say whether a word has an article in one word with it, also where a preposition swallowed its first letter."""
    return any(word.startswith((article, article[1:] + article[1:])) for article in lexicon.words("article"))


def is_person(lexicon: Lexicon, word: str) -> bool:
    """Say whether a noun is a title, or a word for people and what speaks like them."""
    known = lexicon.words("titles humans")
    return without_article(lexicon, word) in known or any(
        word.removesuffix(ending) in known for ending in lexicon.words("case-endings")
    )


def head_of(sentence: Sentence, start: int) -> str:
    """Return the first word of a phrase that is no determiner."""
    determiners = sentence.lexicon.words("determiners")
    while sentence.tokens.word(start) in determiners and is_word(sentence.tokens.word(start + 1)):
        start += 1
    return sentence.tokens.word(start)


def is_finite_cue(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a cue verb in a form that stands for itself, and no noun that looks like one."""
    word = sentence.tokens.words[index]
    form = sentence.lexicon.verbs.get(word)
    if form is None or "f" not in form.moods or (index and sentence.tokens.capital(index)):
        return False
    before = sentence.tokens.word(index - 1)
    return not (before in sentence.lexicon.words("determiners prepositions -clitics") or is_bare_noun(sentence, index))


def is_bare_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a form that is also a noun is one here: `la pregunta`."""
    before = sentence.tokens.word(index - 1)
    return sentence.tokens.words[index] in sentence.lexicon.words("ambiguous") and (
        before in sentence.lexicon.words("determiners prepositions")
    )
