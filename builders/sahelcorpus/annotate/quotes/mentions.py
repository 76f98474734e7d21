"""The mention of a speaker after its verb: a noun phrase with title and apposition, or an inverted pronoun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sahelcorpus.annotate.quotes.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.english_phrases import english_mention_after, english_phrase_end
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.predicates import is_finite
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_STRONG_STOPS = frozenset((".", ";", ":", "!", "?", "…", "–", "—", "|", "-", "/", "["))


_MASCULINE = frozenset(("à", "au", "aux", "to", "at"))


_TIMES = frozenset(
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


_FRENCH_MONTHS = frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
)
_LONGEST = 40
_ARTICLES = frozenset(("le", "la", "les", "un", "une", "the", "a", "an"))
_DOTTED = frozenset(("me", "mme", "mlle", "pr", "m", "mr", "mrs", "ms", "dr", "st", "gen", "col", "mgr", "prof", "mm"))
_QUANTIFIERS = frozenset(("d'autres", "certains", "certaines", "plusieurs", "beaucoup", "some", "many"))


def is_abbreviated(sentence: Sentence, index: int) -> bool:
    """Say whether a full stop belongs to the title or initial before it: `M.`, `J.`."""
    before = sentence.tokens.word(index - 1)
    return before in _DOTTED or len(before) == 1


def pronoun_place(sentence: Sentence, index: int) -> Place:
    """Return the place of an inverted pronoun without its hyphens: `-t-il` is `il`."""
    tokens = sentence.tokens
    end = tokens.ends[index]
    return end - len(tokens.words[index].rsplit("-", maxsplit=1)[1]), end


def mention_after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase that is the subject after a verb, or None.

    Args:
        sentence: The sentence.
        index: The first token after the verb group.
    """
    if sentence.lexicon.language == "en":
        return english_mention_after(sentence, index)
    start = _start_after(sentence, index)
    if start is None:
        return None
    end = phrase_end(sentence, start)
    return (start, end) if end > start else None


def _start_after(sentence: Sentence, index: int) -> int | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite, prepositions = lexicon.words("definite"), lexicon.words("prepositions")
    adverbs, english = lexicon.words("adverbs"), lexicon.language == "en"
    limit = min(len(tokens), index + 24)
    while index < limit:
        word = tokens.words[index]
        if word in adverbs and not tokens.capital(index):
            index += 1
        elif word == ",":
            following = tokens.word(index + 1)
            if not (following in prepositions or following in definite or tokens_capital(sentence, index + 1)):
                return None
            index += 1
        elif word == QUOTATION or word in _STRONG_STOPS:
            return None
        elif word in definite:
            skipped = time_phrase(sentence, index)
            if skipped == index:
                return index
            index = skipped
        elif (
            (tokens.capital(index) and word not in prepositions)
            or (
                word in ("de", "d'", "des")
                and tokens.word(index + 1)
                in (
                    "nombreux",
                    "nombreuses",
                    "autres",
                    "source",
                    "sources",
                )
            )
            or (word == "des" and not english)
        ):
            return index
        elif word in prepositions:
            index = _after_prepositional(sentence, index, limit)
        elif (
            (word in lexicon.words("strong") and english)
            or word in lexicon.words("titles")
            or word in lexicon.words("humans")
            or word in ("ceux", "celui", "celle")
            or (english and word[0].isalpha() and word.endswith("s"))
        ):
            return index
        else:
            return None
    return None


def tokens_capital(sentence: Sentence, index: int) -> bool:
    """Say whether there is a token with a capital letter at an index."""
    return 0 <= index < len(sentence.tokens) and sentence.tokens.capital(index)


def time_phrase(sentence: Sentence, index: int) -> int:
    """Return the index after `l'autre soir`, `ce matin`, `la veille`; the same index if there is no such phrase."""
    if sentence.tokens.word(index + 1).isdigit() and sentence.tokens.word(index + 2) in _FRENCH_MONTHS:
        return index + 3 + sentence.tokens.word(index + 3).isdigit()
    for step in (1, 2):
        if sentence.tokens.word(index + step) in _TIMES and not sentence.tokens.capital(index + step):
            return index + step + 1
    return index


def _after_prepositional(sentence: Sentence, index: int, limit: int) -> int:
    """Return the index after a prepositional phrase: at the next determiner or name that no preposition governs."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite, prepositions = lexicon.words("definite"), lexicon.words("prepositions")
    name_seen = False
    index += 1
    if tokens.word(index) in definite:
        index += 1
    elif tokens_capital(sentence, index):
        name_seen = True
    index += 1
    while index < limit:
        word = tokens.words[index]
        if word in (",", QUOTATION) or word in _STRONG_STOPS:
            return index
        governed = tokens.word(index - 1) in prepositions
        if (word in definite or word == "des") and not governed:
            return index
        if (
            tokens.capital(index)
            and not governed
            and (name_seen or tokens.word(index - 1) not in prepositions | definite)
        ):
            if not name_seen and tokens.word(index - 2) in prepositions | definite:
                name_seen = True  # the name belongs to the noun before it: `au camp Zarko`
            else:
                return index
        index += 1
    return index


def phrase_end(sentence: Sentence, start: int, *, limit: int | None = None) -> int:
    """Return the index after the noun phrase that starts at a token, appositions included.

    Args:
        sentence: The sentence.
        start: The phrase's first token.
        limit: Index that it may not pass.
    """
    if sentence.lexicon.language == "en":
        return english_phrase_end(sentence, start, limit)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    stops, verbs = lexicon.words("stops"), lexicon.verbs
    auxiliaries, clitics = lexicon.words("auxiliaries"), lexicon.words("clitics -definite")
    governors = lexicon.words("prepositions conjunctions determiners =,")
    audience, english = lexicon.words("audience"), lexicon.language == "en"
    finite = frozenset() if english else lexicon.surely_finite
    if (
        words[start] in lexicon.words("strong subjects")
        and words[start] not in _QUANTIFIERS
        and not _is_determiner(sentence, start)
    ):
        joined = not english and tokens.word(start + 1) == "et" and tokens.word(start + 2) in lexicon.words("definite")
        if not joined or start + 2 >= (len(words) if limit is None else limit):
            return start + 1
        return phrase_end(sentence, start + 2, limit=limit)  # « lui et ses voisins »
    stop = min(len(words) if limit is None else limit, start + _LONGEST)
    index = start + 1
    while index < stop:
        word = words[index]
        if word == ",":
            if not apposition_at(sentence, index + 1, stop):
                break
            index += 1  # its first noun may look like a verb: « Alassane Porgho, figure de la Veille »
        elif word == "(":
            if index + 2 < stop and words[index + 2] == ")":
                index += 3
                continue
            break
        elif word == "." and is_abbreviated(sentence, index):
            pass
        elif (
            word in _STRONG_STOPS
            or word == ")"
            or (word in ("de", "d'") and tokens.word(index + 2) in ("voix", "ton", "trait"))
        ) or (word in _ARTICLES and words[index - 1] not in governors):
            break
        elif word == "plus" and words[index - 1] in lexicon.words("definite"):
            pass
        elif word == QUOTATION:
            stretch = sentence.stretch(index)
            if stretch is None or stretch.end - stretch.start > 60 or words[index - 1] == ",":
                break
        elif word in _MASCULINE:
            following = tokens.word(index + 1)
            if following in lexicon.words("determiners"):
                following = tokens.word(index + 2)
            if following in audience or following.isdigit():
                break
        elif word == "en" and (tokens.word(index + 1).endswith("ant") or tokens.word(index + 1) in audience):
            break
        elif word in stops and not (word in ("et", "and", "ou") and _coordinates(sentence, index, stop)):
            if not (
                english
                and word in ("of", "in", "at", "on", "for", "from", "to", "with", "by", "about")
                and _attaches(sentence, index)
            ):
                break
        elif (
            word in auxiliaries
            or (word in finite and is_finite(sentence, index))
            or (word in clitics and word != "en")
            or (
                (
                    "f" in getattr(verbs.get(word), "moods", "")
                    and "p" not in verbs[word].moods
                    and not tokens.capital(index)
                )
                and words[index - 1] not in lexicon.words("determiners")
                and words[index - 1] not in lexicon.words("prepositions")
            )
        ):
            break
        index += 1
    while index > start + 1 and (
        words[index - 1] == ","
        or words[index - 1] in lexicon.words("prepositions -=via")
        or words[index - 1] in lexicon.words("conjunctions")
    ):
        index -= 1
    return index


_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_NOT_PLACES = _WEEKDAYS | _MONTHS | {"twitter", "facebook"}
"""Capitalised words after an English preposition that tell when or through what, not which."""


def _attaches(sentence: Sentence, index: int) -> bool:
    """Say whether an English preposition goes on with the noun before it rather than with the verb."""
    following = sentence.tokens.word(index + 1)
    if sentence.tokens.words[index] in ("of", "for", "from", "at", "with"):
        return following != "condition" and following not in _WEEKDAYS
    if following in ("a", "an", "his", "her", "their", "its") or following.isdigit():
        return False
    return tokens_capital(sentence, index + 1) and following not in _NOT_PLACES


def _is_determiner(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens.words[index]
    return word in sentence.lexicon.words("definite")


def _coordinates(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether a conjunction goes on with the noun phrase: a determiner or name follows, and no verb of its own."""
    if index + 1 >= stop:
        return False
    following = sentence.tokens.word(index + 1)
    if following in sentence.lexicon.words("subjects") or following in sentence.lexicon.words("auxiliaries"):
        return False
    if following in sentence.lexicon.words("clitics -definite"):
        return False
    if sentence.lexicon.language == "fr" and following in sentence.lexicon.words("prepositions -of"):
        return False
    return sentence.lexicon.verbs.get(following) is None and following not in sentence.lexicon.words("negation")


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
    if tokens.capital(index) and word in _DOTTED:
        return True  # « Me », « M. »: no pronoun
    if lexicon.language == "fr" and (
        (tokens.word(index + 1) == "ans" and (word[0].isdigit() or word in lexicon.words("plural")))
        or word in ("ceux", "celui", "celle", "celles")
    ):
        return True  # « Élise Corvanne, treize ans de métier », « les experts, ceux des plateaux »
    if word in lexicon.words("prepositions") or word in lexicon.words("subjects") or word in lexicon.words("relatives"):
        return False
    if word in lexicon.words("auxiliaries") or (
        word in lexicon.words("clitics") and word not in lexicon.words("definite")
    ):
        return False
    if (
        word in lexicon.words("conjunctions")
        or word in lexicon.words("adverbs")
        or word in lexicon.words("subordinators")
    ):
        return False
    if word in lexicon.words("titles humans speakers"):
        return True
    if word in lexicon.words("modifiers"):
        return tokens.word(index + 1) in lexicon.words("titles")
    if word in lexicon.words("definite"):
        follows = (tokens.word(index + 1), tokens.word(index + 2), tokens.word(index + 3))
        nouns = lexicon.words("titles humans speakers")
        if any(noun in nouns for noun in follows):
            return True
    if lexicon.language == "en" and word in ("a", "an", "the", "its", "his", "her") and index > 1:
        return tokens.capital(index - 2)
    return tokens.capital(index) and word not in lexicon.verbs


def is_source(sentence: Sentence, place: Place) -> bool:
    """Say whether a mention can be a source: a person, an organisation, a document, a name, a personal pronoun."""
    if sentence.lexicon.language == "fr":
        return who_speaks(sentence, place) is Speaking.SOURCE
    words = sentence.text[place[0] : place[1]].replace("’", "'").replace("'", "' ").lower().split()
    nouns = sentence.lexicon.words("titles humans documents")
    if any(word in nouns for word in words[:3]):
        return True
    if words and words[0] in sentence.lexicon.words("pronouns"):
        return True
    head = sentence.text[place[0] : place[1]].split()
    names = [word for word in head if word[:1].isupper() and len(word) > 2]
    return bool(names) and (words[0] not in sentence.lexicon.words("determiners") or len(names) > 1)


def who_speaks(sentence: Sentence, place: Place) -> Speaking:
    """Return whether a mention of the sentence can be a source, by its head noun."""
    starts = sentence.tokens.starts
    first = max(0, bisect_right(starts, place[0]) - 1)
    if sentence.tokens.words[first][0] == "-":
        return Speaking.SOURCE  # an inverted pronoun
    return speaking(sentence, first, max(first + 1, bisect_left(starts, place[1])))
