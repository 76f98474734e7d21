"""What the constructions after a verb share: adverbs to skip, infinitives, where a new verb begins."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.french.predicates import FRENCH_MONTHS
from sahelcorpus.annotate.quotes.sentence import Sentence

_DAYS = frozenset(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"))
_MEANS = frozenset(("lettre", "téléphone", "courriel", "communiqué", "écrit", "message", "courrier", "radio"))
_SPANS = frozenset(
    ("heures", "jours", "semaines", "mois", "ans", "années", "an", "année", "semaine", "printemps", "été")
)
_PARENTHESIS = 11
"""Most tokens from the comma that opens a parenthesis to the one that closes it."""

_FORCE = frozenset(("force", "vigueur", "fermeté", "véhémence", "insistance"))
_DAYPARTS = frozenset(("matin", "midi", "après-midi", "soir"))
_INFINITIVE = re.compile(r"\w*(?:er|ir|oir|re)$")


_NOT_INFINITIVE = frozenset(
    [
        "leur",
        "janvier",
        "février",
        "mer",
        "hier",
        "cher",
        "fier",
        "dernier",
        "premier",
        "entre",
        "notre",
        "votre",
        "autre",
        "contre",
        "quatre",
        "ministre",
        "lettre",
        "être-là",
        "sur",
        "par",
        "pour",
    ]
)


def is_infinitive(sentence: Sentence, index: int) -> bool:
    """Say whether an infinitive stands at a token, clitics and negation before it allowed."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    skip = lexicon.words("clitics negation =ne =n' =bien =tout =mieux =rien")
    for place in range(index, min(len(tokens.words), index + 5)):
        word = tokens.words[place]
        if word in ("avoir", "être"):
            return True
        if word in skip:
            continue
        return (
            bool(_INFINITIVE.match(word))
            and word not in _NOT_INFINITIVE
            and not (word.endswith("ure") and not word.endswith("clure"))
            and word not in lexicon.words("titles humans speakers things prepositions")
            and len(word) > 3
            and not tokens.capital(place)
        )
    return False


def skip_adverbs(sentence: Sentence, index: int) -> int:
    """Return the index after adverbs, times and a parenthesis between commas."""
    adverbs = sentence.lexicon.words("adverbs =pas =point =plus =par")
    tokens = sentence.tokens
    while index < len(tokens.words):
        word = tokens.words[index]
        if word in ("la", "le") and tokens.word(index + 1) in ("veille", "lendemain", "jour"):
            index += 2
        elif tokens.words[index : index + 5] == ["dans", "les", "termes", "les", "plus"]:
            index += 6  # « condamne dans les termes les plus fermes »
        elif word == "par" and tokens.word(index + 1) in _MEANS:
            index += 2  # « a proposé par lettre l'envoi d'une mission »
        elif word == "une" and tokens.word(index + 1) == "fois":
            index += 2  # « a menacé une fois de démissionner »
        elif word == "depuis" and (since := _since(sentence, index)):
            index = since  # « accuse depuis plusieurs mois le président de A »
        elif word == "avec" and tokens.word(index + 1) in _FORCE:
            index += 2
        elif word in _DAYPARTS and tokens.word(index - 1) in _DAYS:
            index += 1  # « jeudi matin »
        elif (word in adverbs and not tokens.capital(index)) or (word.endswith("ment") and len(word) > 6):
            index += 1
        elif (
            word == ","
            and (
                close := next(
                    (
                        p
                        for p in range(index + 1, min(len(tokens.words), index + _PARENTHESIS))
                        if tokens.words[p] == ","
                    ),
                    None,
                )
            )
            is not None
        ):
            index = close + 1
        else:
            return index
    return index


def _since(sentence: Sentence, index: int) -> int:
    """Return the index after `depuis mars`, `depuis plusieurs mois`, `depuis l'an dernier`; else 0."""
    tokens = sentence.tokens
    following, third = tokens.word(index + 1), tokens.word(index + 2)
    if (
        following in FRENCH_MONTHS
        or following in _DAYS
        or following.isdigit()
        or following in ("longtemps", "toujours")
    ):
        return index + 2
    if third not in _SPANS:
        return 0
    return index + 3 + (tokens.word(index + 3) in ("dernier", "dernière", "déjà"))


def before_new_verb(sentence: Sentence, start: int, end: int) -> int:
    """Return where an infinitive's clause ends if a finite verb of the author's follows: `dit vouloir A et part`."""
    tokens = sentence.tokens
    for index in range(start + 2, end - 1):
        if tokens.words[index] not in ("et", "puis", "mais") and not (
            tokens.words[index] == "," and tokens.word(index + 1) == "puis"
        ):
            continue
        word = tokens.word(index + 1)
        if word in ("s'", "se") and is_infinitive(sentence, index + 2):
            continue  # « dit avoir pris le camp et s'être emparé des armes »
        if word in ("a", "ont", "avait", "s'", "se", "m'", "est") or (
            word.endswith(("ite", "ue", "rme", "rre"))
            and tokens.word(index + 2) in sentence.lexicon.words("determiners")
        ):
            return index
    return end
