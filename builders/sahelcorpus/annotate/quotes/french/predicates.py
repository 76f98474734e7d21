"""Where a French clause has its verb: finite forms, told from the nouns that look like them."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

FRENCH_MONTHS = frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
)

_CLITIC_OR_ARTICLE = frozenset(("le", "la", "les", "l'", "leur"))

_SPANS = frozenset(("ans", "an", "mois", "jours", "semaine", "semaines", "heures", "minutes", "années", "longtemps"))
"""What `il y a` counts: a time, and no clause."""

_FINITE = re.compile(r"\w{2,}(?:ait|aient|era|eront|erait|eraient|ira|iront|èrent|irent|urent)$")


def is_inverted(word: str) -> bool:
    """Say whether a token is a pronoun behind its verb: `-il` of `dit-il`, `-t-elle` of `a-t-elle dit`.

    Args:
        word: The token's form.
    """
    return word[0] == "-" and len(word) > 1


_BEFORE = (
    "principal principale nouveau nouvel nouvelle premier première second seconde petit petite grand grande ancien "
    "ancienne vieux vieille jeune futur future autre même dernier dernière puissant puissante célèbre"
)
_BEFORE_NOUNS = frozenset(_BEFORE.split())
"""Adjectives between a determiner and its noun."""


def looks_finite(word: str) -> bool:
    """Say whether a word has an ending that verbs alone have, whether or not a lexicon knows it."""
    return _FINITE.match(word) is not None


def is_finite(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a finite verb of the third person, as far as the words before it tell.

    Args:
        sentence: A French sentence.
        index: The token.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.words[index]
    if word not in lexicon.finite:
        return False
    if word in lexicon.doubtful and tokens.word(index + 1) in ("par", "hier", "lundi", "mardi", "mercredi", "jeudi"):
        return False  # « un habitant joint par téléphone »
    if index == 0:
        # « Élise Corvanne », « Barra estime que »
        named = len(tokens.words) > 1 and tokens.capital(0) and (tokens.capital(1) or tokens.words[1] in lexicon.finite)
        return word not in lexicon.words("nounlike") and not named
    if word == "a" and tokens.words[index - 1] == "y" and not _SPANS.isdisjoint(tokens.words[index + 1 : index + 4]):
        return False  # « il y a cinq ans »
    if tokens.capital(index):
        return False
    before = tokens.words[index - 1]
    if before in _CLITIC_OR_ARTICLE:
        if word not in lexicon.words("nounlike auxiliaries"):
            return True
        return tokens.word(index - 2) in lexicon.words("pronouns negation =qui =on =se =s'")
    if before in lexicon.words("determiners -clitics"):
        return word in lexicon.words("auxiliaries") and before == "ce"
    if before in lexicon.words("prepositions -clitics"):
        return False
    if before in _BEFORE_NOUNS and index > 1 and tokens.words[index - 2] in lexicon.words("determiners contracted =du"):
        return word not in lexicon.words("nounlike speakers humans")  # « du principal groupe »
    return before != "en" or word not in lexicon.words("nounlike")


def is_verb_start(sentence: Sentence, index: int) -> bool:
    """Say whether a French clause goes on with its finite verb at a token, clitics and negation before it allowed."""
    passed = sentence.lexicon.words("clitics negation -definite =l'")
    words = sentence.tokens.words
    while index < len(words) and words[index] in passed:
        index += 1
    return index < len(words) and is_finite(sentence, index)


def finite_verbs(sentence: Sentence, start: int, end: int) -> list[int]:
    """Return the finite verbs of the main clauses between two tokens; a relative clause takes its verb for itself.

    Args:
        sentence: A French sentence.
        start: The first token.
        end: The token after the last.
    """
    lexicon = sentence.lexicon
    relatives, subordinators = (
        lexicon.words("relatives"),
        lexicon.words("subordinators -=et -=ou -=pour -=bien -=afin -=pendant -=alors"),
    )
    words, finite = sentence.tokens.words, lexicon.finite
    found = []
    pending = 0
    for index in range(start, end):
        word = words[index]
        if word in finite:
            if is_finite(sentence, index):
                if pending:
                    pending -= 1
                else:
                    found.append(index)
        elif (word in relatives and (index > start or word != "que")) or word in subordinators:
            pending += 1
    return found


def before_main_verb(sentence: Sentence, start: int, end: int) -> int:
    """Return where a content ends whose noun is the subject of the sentence: before the sentence's own verb.

    Args:
        sentence: A French sentence.
        start: The content's first token.
        end: Where it ends at the latest.
    """
    tokens = sentence.tokens
    verbs = finite_verbs(sentence, start, end)
    if tokens.word(start) == QUOTATION and verbs:
        return start + 1
    passed = sentence.lexicon.words("clitics negation -definite =l'")
    for verb in verbs[1:]:
        stop = verb
        while stop > start and tokens.words[stop - 1] in passed:
            stop -= 1
        before = tokens.words[stop - 1]
        if before in sentence.lexicon.words("subjects conjunctions") or stop <= start + 1:
            continue
        return stop - (before == ",")
    return end


_SINGULAR_ENT = frozenset(("dément", "ment", "sent", "consent", "ressent", "pressent", "advient"))


def is_plural(word: str) -> bool:
    """Say whether a finite French form is a third person plural: `affirment`, `ont`, but not `soutient`."""
    if word.endswith(("ont", "aient")):
        return True
    return word.endswith("ent") and not word.endswith(("vient", "tient")) and word not in _SINGULAR_ENT


def agrees(sentence: Sentence, start: int, end: int, *, plural: bool) -> bool:
    """Say whether a subject can have a verb in this number; a name of unknown number agrees with both.

    Args:
        sentence: A French sentence.
        start: The subject's first token.
        end: The token after its last.
        plural: Whether the verb is plural.
    """
    words, lexicon = sentence.tokens.words, sentence.lexicon
    word = words[start]
    if word in ("qui", "beaucoup", "nombre", "certains") or word in lexicon.words("relatives"):
        return True
    if "et" in words[start:end]:
        return plural or word in lexicon.words("singular")
    if word in lexicon.words("plural"):
        return plural or word == "nous"
    if word in lexicon.words("singular"):
        collective = words[start + 1] if start + 1 < end else ""
        return not plural or collective in lexicon.words("counted")
    return True
