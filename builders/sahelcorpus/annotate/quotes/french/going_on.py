"""What goes on with a French noun phrase that has begun, and what ends it."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.sentence import Sentence

_CAUSES = (
    "collectif front mouvement alliance ligue union association comité coalition rassemblement coordination convention "
    "fonds programme agence centre bureau organisation réseau fondation parti"
)
_FOR_A_CAUSE = frozenset(_CAUSES.split())
"""Bodies whose names tell what they are for."""

_OFFICE = 7
"""Most tokens from the preposition in an office to the comma before its holder's name."""

_COURTESIES = frozenset(("mme", "madame", "monsieur", "majesté", "excellence", "éminence"))
"""Forms of address that an office follows: `Mme la maire`."""

ALL_OF = frozenset(("tous", "toutes", "tout", "toute"))
"""What stands before an article: `toute l'opposition`."""

WHOEVER = frozenset(("ceux", "celui", "celle", "celles"))
"""Pronouns that a relative clause tells who is meant by: `celui qui dirige la mission`."""

_RELATIVE = 14
"""Most tokens of such a clause."""

_SHARES = frozenset(("nombre", "chacun", "chacune", "beaucoup"))
"""What part of several speaks, before `de` and `des`: `nombre d'élus`."""

ARTICLES = frozenset(("le", "la", "les", "un", "une"))
"""Articles that a noun follows."""


def goes_on_with(sentence: Sentence, index: int) -> bool:
    """Say whether an article within a mention goes on with it: `le journal Le Fouet`, `X, commandant la compagnie`.

    Args:
        sentence: The sentence.
        index: The token of the article.
    """
    words = sentence.tokens.words
    commands = words[index - 2 : index] == [",", "commandant"]
    return commands or words[index - 1] in _COURTESIES or _begins_title(sentence, index)


def _begins_title(sentence: Sentence, index: int) -> bool:
    """Say whether an article within a sentence begins a newspaper's name: `le journal Le Fouet`."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens.words) or not (tokens.capital(index) and tokens.capital(index + 1)):
        return False
    return not tokens.text[tokens.starts[index + 1] : tokens.ends[index + 1]].isupper()  # else all is in capitals


def leads_to_name(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether an office goes on until its holder's name: `la coordonnatrice pour la région, Inna Salou`.

    Args:
        sentence: The sentence.
        index: The token of `pour`.
        stop: Index that the phrase may not pass.
    """
    tokens = sentence.tokens
    comma = next((place for place in range(index, min(stop, index + _OFFICE)) if tokens.words[place] == ","), None)
    if comma is None or comma + 2 >= len(tokens.words) or tokens.words[index - 1] == ",":
        return False
    return all(tokens.capital(place) for place in (comma + 1, comma + 2))


def is_cause(sentence: Sentence, start: int, index: int) -> bool:
    """Say whether `pour` goes on with a body's name: `le Collectif birimbais pour la transparence`.

    Args:
        sentence: The sentence.
        start: The phrase's first token.
        index: The token of `pour`.
    """
    tokens = sentence.tokens
    if tokens.word(index + 1) not in sentence.lexicon.words("definite"):
        return False
    return any(tokens.capital(place) and tokens.words[place] in _FOR_A_CAUSE for place in range(start, index))


def is_manner(sentence: Sentence, index: int) -> bool:
    """Say whether an adverb at the end of a mention tells how somebody spoke: `a dit le maire | sèchement`.

    Args:
        sentence: The sentence.
        index: The token.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not tokens.words[index].endswith(("ement", "amment", "emment")) or tokens.capital(index):
        return False
    governed = tokens.words[index - 1] in lexicon.words("prepositions determiners conjunctions contracted")
    following = tokens.word(index + 1)
    return not governed and not following.isalpha()


def is_cue_form(sentence: Sentence, index: int) -> bool:
    """Say whether a word that can be a cue verb is one: finite for sure, and no noun after its determiner.

    Args:
        sentence: The sentence.
        index: The token.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    moods = lexicon.verbs[tokens.words[index]].moods
    if "f" not in moods or "p" in moods or tokens.capital(index):
        return False
    return tokens.words[index - 1] not in lexicon.words("determiners prepositions")


def is_noun_after(sentence: Sentence, start: int, index: int) -> bool:
    """Say whether a word right after the article that a mention begins with is a noun: `selon la légende`.

    Args:
        sentence: The sentence.
        start: The phrase's first token.
        index: The token.
    """
    return index == start + 1 and sentence.tokens.words[start] in ARTICLES


def coordinates(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether a conjunction goes on with the noun phrase: a determiner or name follows, and no verb of its own.

    Args:
        sentence: The sentence.
        index: The token of the conjunction.
        stop: Index that the phrase may not pass.
    """
    if index + 1 >= stop:
        return False
    following = sentence.tokens.word(index + 1)
    if following in sentence.lexicon.words("subjects") or following in sentence.lexicon.words("auxiliaries"):
        return False
    if following in sentence.lexicon.words("clitics -definite"):
        return False
    if following in sentence.lexicon.words("prepositions -of"):
        return False
    return sentence.lexicon.verbs.get(following) is None and following not in sentence.lexicon.words("negation")


def begins_mention(sentence: Sentence, index: int) -> bool:
    """Say whether a mention begins at a token without an article or a name: `tous les élus`, `ceux qui`, `nombre de`.

    Args:
        sentence: The sentence.
        index: The token.
    """
    word, following = sentence.tokens.words[index], sentence.tokens.word(index + 1)
    if word in ALL_OF:
        return following in sentence.lexicon.words("definite")  # but « tout en rangeant ses filets »
    return word in WHOEVER or opens_share(sentence, index)


def opens_share(sentence: Sentence, index: int) -> bool:
    """Say whether a mention of some of several begins at a token: `nombre d'élus`, `bon nombre de`, `plus d'un maire`.

    Args:
        sentence: The sentence.
        index: The token.
    """
    words = sentence.tokens.words
    at = index + (words[index : index + 2] == ["bon", "nombre"])
    if words[index : index + 3] == ["plus", "d'", "un"]:
        return True
    return words[at] in _SHARES and sentence.tokens.word(at + 1) in ("de", "d'", "des")


def relative_end(sentence: Sentence, index: int, limit: int | None) -> int:
    """Return the index after a relative clause that tells who is meant: up to the next sign.

    Args:
        sentence: The sentence.
        index: The relative pronoun.
        limit: Index that the mention may not pass.
    """
    words = sentence.tokens.words
    stop = min(len(words) if limit is None else limit, index + _RELATIVE)
    return next((at for at in range(index, stop) if not words[at][0].isalnum()), stop)
