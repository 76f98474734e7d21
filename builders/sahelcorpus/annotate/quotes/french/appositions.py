"""Where a French noun phrase goes on after a comma: with what renames somebody, `le maire, Awa Kobo`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.circumstances import time_phrase
from sahelcorpus.annotate.quotes.sentence import Sentence

DOTTED = frozenset(("me", "mme", "mlle", "pr", "m", "mr", "mrs", "ms", "dr", "st", "gen", "col", "mgr", "prof", "mm"))
"""Titles that a full stop may end."""

_TRADES = ("iste", "istes", "ante", "antes", "euse", "euses", "ière", "ières", "ienne", "iennes", "logue", "trice")
"""How nouns of trades end, and hardly any other word that stands without an article after a comma."""

_SHORTEST = 5
BESIDES = frozenset(
    ("également", "aussi", "désormais", "alors", "jadis", "naguère", "aujourd'hui", "actuellement", "devenu", "encore")
)
"""What may stand before an apposition without an article: « M. Handa, également ministre »."""

_FIGURES = frozenset(("figure", "membre", "icône", "natif", "native", "originaire"))
"""What tells without an article what somebody is, and no clause begins with."""


def apposition_at(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether an apposition starts at a token, right after a comma.

    Args:
        sentence: The sentence.
        index: The token after the comma.
        stop: Index that it may not pass.
    """
    if index >= stop:
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.words[index]
    if tokens.capital(index) and word in DOTTED:
        return True  # « Me », « M. »: no pronoun
    if (tokens.word(index + 1) == "ans" and word not in ("ses", "leurs", "les")) or word in (
        "ceux",
        "celui",
        "celle",
        "celles",
    ):
        return True  # « Élise Corvanne, treize ans de métier », « les experts, ceux des plateaux »
    if tells_where_from(sentence, index):
        return True
    if word == "l'" and tokens.word(index + 1) in ("un", "une") and tokens.word(index + 2) in lexicon.words("of"):
        return True  # « Me Aïcha Kobo, l'une de ses conseils »
    if word in lexicon.words("prepositions") or word in lexicon.words("subjects") or word in lexicon.words("relatives"):
        return False
    if word in lexicon.words("auxiliaries") or (
        word in lexicon.words("clitics") and word not in lexicon.words("definite")
    ):
        return False
    if word in BESIDES and tokens.word(index + 1) in lexicon.words("titles"):
        return True  # « M. Handa, également ministre des Routes »
    if (
        word in lexicon.words("conjunctions")
        or word in lexicon.words("adverbs")
        or word in lexicon.words("subordinators")
    ):
        return False
    if word in lexicon.words("titles humans speakers") or word.split("-")[0] in lexicon.words("titles humans"):
        return True  # « médecin-chef »
    if word in lexicon.words("modifiers"):
        return tokens.word(index + 1) in lexicon.words("titles")
    if word in lexicon.words("definite"):
        if time_phrase(sentence, index) != index:
            return False  # « Ali Dembo, la semaine dernière »
        follows = (tokens.word(index + 1), tokens.word(index + 2), tokens.word(index + 3))
        nouns = lexicon.words("titles humans speakers")
        if any(noun in nouns for noun in follows):
            return True
        if index + 2 < stop and tokens.capital(index + 1) and tokens.capital(index + 2):
            return True  # « le président de l'organisation, le Kotinais Daouda Serme »
        if (
            index + 3 < stop
            and not tokens.capital(index + 1)
            and tokens.capital(index + 2)
            and tokens.capital(index + 3)
        ):
            return True  # « sa principale auteure, la toxicologue Edwige Kobo »
    if _is_trade(sentence, index) or (word in _FIGURES and tokens.capital(index - 2)):
        return True
    if not tokens.capital(index) or word in lexicon.verbs:
        return False
    while index < stop and tokens.capital(index):
        index += 1
    return tokens.word(index) not in lexicon.words("auxiliaries")  # « dit cet homme, Tébéra serait tombée »


def tells_where_from(sentence: Sentence, index: int) -> bool:
    """Say whether words after a comma tell to which body somebody belongs: `Awa Kobo, de la Ligue des plaines`.

    Args:
        sentence: The sentence.
        index: The token after the comma.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if index < 2 or tokens.word(index) not in ("de", "d'", "du") or not tokens.capital(index - 2):
        return False
    noun = index + 1 + (tokens.word(index + 1) in ("la", "l'"))
    if noun >= len(tokens.words):
        return False
    return tokens.capital(noun) or (
        (noun > index + 1 or tokens.words[index] == "du") and (tokens.words[noun] in lexicon.words("speakers"))
    )


def _is_trade(sentence: Sentence, index: int) -> bool:
    """Say whether a noun without an article tells what somebody named before does: `lâche Ramata, détaillante`."""
    tokens = sentence.tokens
    word = tokens.words[index]
    return tokens.capital(index - 2) and not tokens.capital(index) and len(word) > _SHORTEST and word.endswith(_TRADES)
