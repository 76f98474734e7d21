"""When, where and to whom somebody spoke in French: what stands beside a mention and is no part of it."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.predicates import FRENCH_MONTHS
from sahelcorpus.annotate.quotes.sentence import Sentence

TIMES = frozenset(
    [
        "soir",
        "matin",
        "midi",
        "nuit",
        "semaine",
        "veille",
        "lendemain",
        "jour",
        "mois",
        "année",
        "fois",
        "après-midi",
        "instant",
        "moment",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
)
"""Nouns of times, and days of the week."""

_WHICH = (
    "autre même seul seule premier première second seconde deuxième troisième dernier dernière prochain prochaine "
    "petit pleine fin début mi deux trois quatre cinq six sept huit dix quinze trente"
)
_WHICH_TIME = frozenset(_WHICH.split())
"""What stands between an article and a time."""

_YEAR = 4
DAYPARTS = frozenset(("matin", "midi", "soir", "après-midi", "nuit"))
"""What may follow a day of the week: `mardi soir`."""

_WITH_NAMES = (
    "camp lycée hôtel stade palais quartier marché hôpital aéroport université avenue place rue boulevard pont fort "
    "centre institut fondation journal quotidien hebdomadaire site radio télévision chaîne agence groupe parti "
    "mouvement société mine base opération force village cercle salle résidence maison port gare plage"
)
TAKING_NAMES = frozenset(_WITH_NAMES.split())
"""Nouns that a name right behind them belongs to: `au camp Zarko`; behind others it is the speaker's."""

_OUTLETS = frozenset(
    "presse info infos news matin soir actu actus actualités express hebdo tv fm médias média".split()  # noqa: SIM905
)
STATIONS = frozenset(("radio", "télé", "télévision", "agence", "studio", "chaîne"))
"""Nouns that the name of an outlet begins with, or stands behind."""


def outlet_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where the outlet ends that a row of capitals begins with, by the word that tells; else where all ends.

    Args:
        sentence: The sentence.
        start: The row's first token.
        end: The token after it.
    """
    words = sentence.tokens.words
    if words[start] in STATIONS:
        return start + 2
    return next((at + 1 for at in range(start, end) if words[at] in _OUTLETS), end)


_OCCASIONS = (
    "marge réponse conférence direct visite guise conclusion préambule référence exclusivité privé aparté ligne fin "
    "pleurs larmes coulisses off personne substance toute haut connaissance langue français anglais arabe bambara peul "
    "haoussa wolof tamasheq sango fulfuldé zarma mooré dioula"
)
ON_OCCASION = frozenset(_OCCASIONS.split())
"""What `en` begins an adverbial with, which belongs to no mention: `a dit le maire | en marge du sommet`."""


def tokens_capital(sentence: Sentence, index: int) -> bool:
    """Say whether there is a token with a capital letter at an index."""
    return 0 <= index < len(sentence.tokens.words) and sentence.tokens.capital(index)


def time_phrase(sentence: Sentence, index: int) -> int:
    """Return the index after `l'autre soir`, `ce matin`, `la veille`; the same index if there is no such phrase.

    Args:
        sentence: The sentence.
        index: The token of the article.
    """
    tokens = sentence.tokens
    noun = tokens.word(index + 1)
    if noun.isdigit() and tokens.word(index + 2) in FRENCH_MONTHS:
        return index + 3 + tokens.word(index + 3).isdigit()
    if noun in TIMES and not tokens.capital(index + 1):
        return index + 2
    if tokens.word(index + 2) not in TIMES or tokens.capital(index + 1) or tokens.capital(index + 2):
        return index
    return index + 3 if noun in _WHICH_TIME or noun in TIMES else index  # « a déclaré le maire mardi »: who, and when


def is_date(sentence: Sentence, index: int) -> bool:
    """Say whether a time begins at a token that no mention holds: `a dit le ministre | en novembre`, `| mi-juin`."""
    word, following = sentence.tokens.words[index], sentence.tokens.word(index + 1)
    if word in ("en", "fin", "début"):
        return following in FRENCH_MONTHS or (len(following) == _YEAR and following.isdigit())
    return word.startswith("mi-") and word[3:] in FRENCH_MONTHS


def is_told_to(sentence: Sentence, index: int) -> bool:
    """Say whether an outlet follows that was told, and no part of the mention: `a dit le maire | à Sarrune Presse`."""
    tokens = sentence.tokens
    following = tokens.word(index + 1)
    if following in ("notre", "nos"):
        return True
    end = index + 1
    while tokens_capital(sentence, end):
        end += 1
    row = tokens.words[index + 1 : end]
    if not row or tokens.words[index] != "à":
        return False
    return tokens.capital(index - 1) or row[0] in STATIONS or not _OUTLETS.isdisjoint(row)
