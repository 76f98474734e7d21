"""English noun phrases forward: the mention of an inverted subject with its appositions, and who can be a source."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_abbreviated, is_adverb, modifies
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.lexicon import Lexicon
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_STOPS = frozenset((";", ":", "!", "?", "…", "–", "—", "|", "/", "[", ")"))
_POSTPOSED = frozenset(("close", "loyal", "familiar", "privy", "opposed", "sympathetic", "allied"))
_TIME = 4
"""Most tokens of a time between a participle and who did it."""

_LONGEST = 40
_SHORT = 40
_ADJECTIVAL = ("an", "ese", "ish")
"""Endings of adjectives of countries: « South African mining company Aurium »."""

_PRONOUNS = frozenset(("he", "she", "they", "we", "who", "i", "some", "many", "others", "everyone", "both"))
_PERSONS = ("ists", "ist", "ians", "men", "man", "woman", "women", "er", "ers", "or", "ors")


def english_mention_after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase or pronoun that is the subject after a verb, or None.

    Args:
        sentence: The sentence.
        index: The first token after the verb group.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    limit = min(len(words), index + 4)
    while index < limit and is_adverb(sentence, index):
        if tokens.capital(index) and words[index] not in known.words("days"):
            break
        index += 1
    if index >= len(words):
        return None
    word = words[index]
    if word in known.words("pronouns"):
        return index, index + 1
    if not word[0].isalnum() or word in known.words(
        "prepositions conjunctions modal strong clausal subordinators relatives questions negation"
    ):
        return None
    if finite(sentence, index) == STRONG and not speaks(sentence, index, index + 1):
        return None  # but « said witnesses »
    if word.endswith("ing") and not modifies(sentence, index):
        return None
    end = english_phrase_end(sentence, index)
    return (index, end) if end > index else None


def english_phrase_end(sentence: Sentence, start: int, limit: int | None = None) -> int:
    """Return the index after the noun phrase that starts at a token, appositions included.

    Args:
        sentence: The sentence.
        start: The phrase's first token.
        limit: Index that it may not pass.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    if words[start] in known.words("strong pronouns"):
        return start + 1
    stop = min(len(words) if limit is None else limit, start + _LONGEST)
    articles = known.words("articles")
    breaking = known.words("pronouns strong -=it -=her modal clausal =who =which =that =when =where =whose =not")
    index, reduced = start + 1, False
    named = tokens.capital(start) and words[start] not in articles
    while index < stop:
        word, before = words[index], words[index - 1]
        if word == ",":
            if not english_apposition(sentence, index + 1, stop):
                break
            reduced = False
            named = tokens.capital(index + 1)
        elif word == "(":
            close = next((place for place in range(index + 1, min(stop, index + 6)) if words[place] == ")"), None)
            if close is None or not (named or tokens.capital(index + 1)):
                break
            index = close
        elif word == ".":
            if not is_abbreviated(sentence, index):
                break
        elif word in _STOPS:
            break
        elif word in ("'s", "'"):
            named = False
        elif word in _POSTPOSED and index + 1 < stop and words[index + 1] in ("to", "with"):
            index, named = index + 1, False  # « a person close to the president »
        elif word == "-":
            if tokens.starts[index] > tokens.ends[index - 1]:
                break
        elif word == QUOTATION:
            stretch = sentence.stretch(index)
            if stretch is None or stretch.end - stretch.start > _SHORT or not (before in articles or named):
                break
        elif word in articles and before not in known.words("prepositions conjunctions =, =all =both =half =than"):
            break
        elif (word == "who" or (word == "that" and index + 1 < stop and finite(sentence, index + 1))) and not (
            named or before in articles
        ):
            return _restrictive_end(sentence, index, stop)
        elif word in known.words("strong") and before == "of":
            pass
        elif (
            word in breaking
            or (is_adverb(sentence, index) and not tokens.capital(index))
            or _tells_when(sentence, index)
        ):
            break
        elif word in ("and", "or"):
            if not _coordinates(sentence, index, stop):
                break
        elif word in known.words("conjunctions"):
            break
        elif word in known.words("prepositions") or word == "as":
            if not (reduced or _attaches(sentence, index, named=named)) or is_time(sentence, index + 1):
                break
            named = False
        elif word.endswith(("ed", "ing")) and not tokens.capital(index) and before not in articles:
            if named and not (modifies(sentence, index) and before.endswith(_ADJECTIVAL)):
                break
            reduced = index > start + 1 and not modifies(sentence, index)
        elif finite(sentence, index) and not reduced:
            break
        elif word.islower() and not tokens.capital(index):
            named = False  # « a Western diplomat »
        named = named or (tokens.capital(index) and before not in ("of", "from", "at", "for", "in", "with"))
        index += 1
    while index > start + 1 and (
        words[index - 1] == "," or words[index - 1] in known.words("prepositions conjunctions articles")
    ):
        index -= 1
    return index


def _tells_when(sentence: Sentence, index: int) -> bool:
    """Say whether a time stands at a token: `Monday`, `last week`."""
    words, known = sentence.tokens.words, sentence.lexicon
    if words[index] in known.words("days"):
        # « USA Today »
        return not (words[index] in ("today", "yesterday", "tonight") and sentence.tokens.capital(index))
    return words[index] in ("last", "earlier", "late", "early") and sentence.tokens.word(index + 1) in known.words(
        "times days =on =in =this"
    )


def past_time_to_agent(sentence: Sentence, index: int) -> int:
    """Return the index of `by` after a participle and a time: `a survey published | on Wednesday by X`; else the index.

    Args:
        sentence: The sentence.
        index: The token after the participle.
    """
    words, known = sentence.tokens.words, sentence.lexicon
    before = sentence.tokens.word(index - 1)
    if not (before.endswith("ed") or before in known.words("participles")):
        return index
    for place in range(index + 1, min(len(words), index + _TIME + 1)):
        if words[place] == "by":
            return place
        if not (words[place] in known.words("days months times") or words[place].isdigit()):
            return index
    return index


def _restrictive_end(sentence: Sentence, start: int, stop: int) -> int:
    """Return the index after a relative clause that no comma sets off: `a woman who gave her name only as Inna`."""
    words, prepositions = sentence.tokens.words, sentence.lexicon.words("prepositions")
    for index in range(start, stop):
        word = words[index]
        if word in (",", ".", ";", ":", QUOTATION, "–", "—", ")") or word == "without":
            return index
        if index > start + 1 and (
            (word in prepositions and is_time(sentence, index + 1)) or _tells_when(sentence, index)
        ):
            return index
    return stop


def is_time(sentence: Sentence, index: int) -> bool:
    """Say whether what a preposition governs is a time or an occasion."""
    word = sentence.tokens.word(index)
    known = sentence.lexicon
    if word in known.words("days months") or word == "condition":
        return True
    return word in ("a", "an", "his", "her", "their", "the", "last", "this") and any(
        sentence.tokens.word(place) in known.words("occasions times") for place in range(index + 1, index + 4)
    )


def _attaches(sentence: Sentence, index: int, *, named: bool) -> bool:
    """Say whether a preposition goes on with the noun before it rather than with the verb."""
    tokens, known = sentence.tokens, sentence.lexicon
    word, before, following = tokens.words[index], tokens.words[index - 1], tokens.word(index + 1)
    capital = index + 1 < len(tokens.words) and tokens.capital(index + 1)
    if following.endswith("ing") and len(following) > 4 and not capital:
        return False
    own = following in ("his", "her", "their")
    if word in ("of", "for") or (word == "from" and not own):
        return True
    if named and before not in known.words("humans titles"):
        return word == "with" and following == "the"
    if word == "on":
        return before in _ABOUT  # « an expert on the Sahel », but « said the mayor | on the sidelines »
    if word in ("at", "with", "in", "from", "near", "inside", "behind"):
        return following in ("the", "charge") or (capital and not own) or (word == "at" and following == "large")
    if word == "to":
        return before in known.words("aides")
    return word == "by" and (before.endswith("ed") or before in known.words("documents"))


def _coordinates(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether a conjunction goes on with the noun phrase: no verb follows before the next sign."""
    words, known = sentence.tokens.words, sentence.lexicon
    if index + 1 >= stop or words[index + 1] in known.words("pronouns modal prepositions clausal negation"):
        return False
    if finite(sentence, index + 1) or words[index + 1] in known.verbs:
        return False
    if "other" in words[index + 1 : index + 3] or words[index + 1] == "others":
        return True  # « Sidibara and four other survivors interviewed in a camp »
    for place in range(index + 1, stop):
        if words[place] in (",", ";", ":", ".", QUOTATION, "who", "which"):
            return True
        if finite(sentence, place):
            return False
    return True


_SUBJECTS_OF = (
    "expert experts authority authorities commission committee council conference rapporteur adviser advisor "
    "specialist specialists envoy group panel law report spokesman spokeswoman spokesperson coordinator researcher "
    "analyst taskforce"
)
_ABOUT = frozenset(_SUBJECTS_OF.split())
"""Nouns that `on` tells more of."""

_OF_THE_BODY = frozenset("voice voices eyes face faces hand hands arm arms head tone hair feet back clothes".split())  # noqa: SIM905


def english_apposition(sentence: Sentence, index: int, stop: int) -> bool:
    """Say whether an apposition, or an age, starts at a token right after a comma.

    Args:
        sentence: The sentence.
        index: The token after the comma.
        stop: Index that it may not pass.
    """
    if index >= stop:
        return False
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    word = words[index]
    if word == "of":
        return True
    if word[0].isdigit():
        return index + 1 >= stop or words[index + 1] in (",", ".")
    if not word[0].isalpha() or word in known.words(
        "prepositions pronouns strong relatives conjunctions adverbs subordinators clausal modal days participles"
    ):
        return False
    if word.endswith("ing") or (word.endswith("ed") and not tokens.capital(index)):
        return False
    if word in ("his", "her", "their") and tokens.word(index + 1) in _OF_THE_BODY:
        return False  # « recalls Amadou, his voice barely audible »
    if word in known.verbs and word not in known.words("humans titles"):
        return False
    end = index
    while end < stop and words[end] not in (",", ";", ":", "–", "—", QUOTATION, "who", "which", "whose"):
        if finite(sentence, end) == STRONG:
            return False
        end += 1
    return (
        tokens.capital(index)
        or word in known.words("definite titles humans")
        or any(words[place] in known.words("titles humans") for place in range(index, min(end, index + 4)))
    )


def speaks(sentence: Sentence, begin: int, end: int) -> bool:
    """Say whether a mention can be a source: a person, an organisation, a document, a name, a personal pronoun.

    Args:
        sentence: The sentence.
        begin: The mention's first token.
        end: The index after its last.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    nouns = known.words("titles humans documents audience")
    if end - begin == 1 and words[begin] in _PRONOUNS:
        return True
    stop = begin + 1
    while stop < min(end, begin + 12):
        word = words[stop]
        if word in (",", "(", "who", "which", "that") or (word in known.words("prepositions") and stop > begin + 1):
            break
        stop += 1
    if any(words[index] in nouns or _is_person(words[index], known) for index in range(begin, stop)):
        return True
    # a name, but not « the Valcourian road »; at the head of a sentence only a name has a second capital letter
    head = stop - 1
    if not tokens.capital(head) or (head == 0 and end - begin > 1 and words[1] != ","):
        return False
    named = head > begin and tokens.capital(head - 1)  # « Theresa May »
    return named or words[head] not in known.words("articles definite days months prepositions")


def _is_person(word: str, known: Lexicon) -> bool:
    """Say whether a noun has an ending that persons have."""
    return len(word) > 4 and word.endswith(_PERSONS) and word not in known.words("things")


def names_source(sentence: Sentence, place: Place) -> bool:
    """Say whether a mention can be a source: a person, an organisation, a document, a name, a personal pronoun."""
    words = sentence.text[place[0] : place[1]].replace("’", "'").replace("'", "' ").lower().split()
    nouns = sentence.lexicon.words("titles humans documents")
    if any(word in nouns for word in words[:3]):
        return True
    if words and words[0] in sentence.lexicon.words("pronouns"):
        return True
    names = [word for word in sentence.text[place[0] : place[1]].split() if word[:1].isupper() and len(word) > 2]
    return bool(names) and (words[0] not in sentence.lexicon.words("determiners") or len(names) > 1)
