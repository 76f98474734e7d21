"""Who may speak: whether a mention's head noun names a person, a body or a document, or a thing that says nothing.

The head is looked up in the language's lists; of a French noun that stands in none, the ending tells: nouns in -tion,
-ment, -age, -ité, -ure or -ance are acts and states, those in -eur, -ier, -iste or -ien are people.
"""

from __future__ import annotations

from enum import Enum

from sahelcorpus.annotate.quotes.sentence import Sentence


class Speaking(Enum):
    """Whether a mention can be the source of words."""

    SOURCE = "source"
    UNKNOWN = "unknown"
    THING = "thing"


_ACTS = (
    *("tion", "sion", "xion", "tions", "sions", "ment", "ments", "age", "ages", "ité", "ités", "ure", "ures"),
    *("ance", "ances", "ence", "ences", "isme", "ismes", "itude", "esse", "aison", "aisons"),
)
_PEOPLE = (
    *("eur", "eurs", "euse", "euses", "rice", "rices", "ier", "iers", "ière", "ières", "iste", "istes", "ien", "iens"),
    *("ienne", "iennes", "logue", "logues", "ois", "oise", "oises", "ais", "aise", "aises", "ain", "ains", "aine"),
    *("ant", "ants", "ante", "antes", "crate", "crates", "iatre", "iatres", "génaire", "génaires"),
)
_COUNTED = frozenset(
    ("dizaine", "centaine", "douzaine", "vingtaine", "trentaine", "cinquantaine", "quinzaine", "plupart")
)
_PASSED = frozenset(
    [
        "tous",
        "toutes",
        "tout",
        "toute",
        "autre",
        "autres",
        "même",
        "mêmes",
        "seul",
        "seule",
        "seuls",
        "seules",
        "propre",
        "propres",
        "premier",
        "première",
        "premiers",
        "premières",
        "dernier",
        "dernière",
        "derniers",
        "dernières",
        "nouveau",
        "nouvel",
        "nouvelle",
        "nouveaux",
        "nouvelles",
        "ancien",
        "ancienne",
        "anciens",
        "anciennes",
        "jeune",
        "jeunes",
        "petit",
        "petite",
        "petits",
        "petites",
        "grand",
        "grande",
        "grands",
        "grandes",
        "gros",
        "grosse",
        "vieux",
        "vieil",
        "vieille",
        "bon",
        "bonne",
        "haut",
        "haute",
        "hauts",
        "hautes",
        "principal",
        "principale",
        "principaux",
        "principales",
        "puissant",
        "puissante",
        "actuel",
        "actuelle",
        "futur",
        "future",
        "très",
        "plus",
        "certain",
        "certaine",
        "divers",
        "diverses",
        "différents",
        "différentes",
        "nombreux",
        "nombreuses",
        "simple",
        "simples",
        "ex",
        "double",
        "deuxième",
        "troisième",
        "second",
        "seconde",
        "célèbre",
        "célèbres",
        "fameux",
        "fameuse",
        "regretté",
        "regrettée",
        "influent",
        "influente",
        "prétendu",
        "prétendue",
        "brave",
        "pauvre",
        "pauvres",
        "cher",
        "chère",
        "beau",
        "belle",
        "adverbial",
        "quelque",
        "quelques",
        "feu",
        "feue",
        "sa",
        "son",
        "excellence",
    ]
)
_FURTHEST = 7


def speaking(sentence: Sentence, start: int, end: int) -> Speaking:
    """Return whether the mention of some tokens can be a source.

    Args:
        sentence: The sentence.
        start: The mention's first token.
        end: The token after its last.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    if words[start] in lexicon.words("subjects pronouns strong") and (
        end == start + 1 or words[start] not in lexicon.words("determiners")
    ):
        thing = words[start] in ("ce", "c'", "cela", "ça", "ceci", "personne")
        return Speaking.THING if thing else Speaking.SOURCE
    if end == start + 1 and words[start] in ("tout", "rien"):
        return Speaking.THING
    if end > start + 1 and words[end - 1] in ("eux", "elles", "nous", "vous"):
        return Speaking.SOURCE  # « l'un d'eux »
    sources = lexicon.words("titles humans documents speakers")
    determiners, of = lexicon.words("determiners"), lexicon.words("of")
    for index in range(start, min(end, start + _FURTHEST)):
        word = words[index]
        if word in sources:
            return Speaking.SOURCE
        if word in determiners or word in _PASSED or word in _COUNTED or word in of or word[0].isdigit():
            continue
        if tokens.capital(index):
            return Speaking.SOURCE
        if not word[0].isalpha():
            return Speaking.SOURCE if word == "«»" else Speaking.UNKNOWN
        if word in lexicon.words("things"):
            return Speaking.THING
        return _by_ending(word)
    # « un autre », « les autres »
    return Speaking.SOURCE if end and words[end - 1] in ("autre", "autres") else Speaking.UNKNOWN


def _by_ending(word: str) -> Speaking:
    if "-" in word:
        return Speaking.UNKNOWN
    if word.endswith(_ACTS):
        return Speaking.THING
    return Speaking.SOURCE if word.endswith(_PEOPLE) else Speaking.UNKNOWN
