"""Where a content ends: at the end of its clause, before what the author adds."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english_extent import english_clause_end, english_phrase_content_end, holds_clause
from sahelcorpus.annotate.quotes.predicates import finite_verbs, is_finite, is_plural
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_STOPS = frozenset((";", "!", "?"))
_AND = frozenset(("et", "and", "puis", "mais", "but", "then"))
_POINTING = frozenset(("ceux", "celui", "celle", "celles", "allusion"))
_ADVERBIAL = frozenset(("dans", "lors", "devant", "au", "sur", "en", "in", "at", "on", "during", "after", "without"))
_DATED = frozenset(("jamais", "après", "lors", "devant", "mais", "two", "three", "after", "but"))
_PRESENT_AIT = frozenset(("fait", "sait", "tait", "plait", "naît", "satisfait", "refait", "ait", "aient"))
_SPANS = frozenset(
    ("heures", "jours", "semaines", "mois", "ans", "années", "minutes", "hours", "days", "weeks", "months", "years")
)
_PARTICIPLES = ("ée", "ées", "és")
_EARLY = 3
_CLAUSE = 12
_SUBJECT = 7
_COMMENTS = frozenset(
    ("première", "mesure", "décision", "annonce", "taux", "nouvelle", "démarche", "initiative", "expression")
)


def clause_end(sentence: Sentence, start: int, group: VerbGroup | None = None) -> int:
    """Return the index after a complement clause that starts at a token: to the sentence's end, or before an addition.

    Args:
        sentence: The sentence.
        start: The first token of the content.
        group: The verb group that announces it, if any; a verb that goes on with the author's sentence agrees with it.
    """
    if sentence.lexicon.language == "en":
        return english_clause_end(sentence, start)
    tokens = sentence.tokens
    words = tokens.words
    size = len(words)
    depth = 0
    for index in range(start + (tokens.word(start) == ","), size):
        word = words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            if not depth:
                return index
            depth -= 1
        elif depth:
            continue
        elif word in _STOPS and index > start:
            return index + 1 if word in "!?" else index
        elif _author_goes_on(sentence, start, index, group):
            return index
    return size


def _author_goes_on(sentence: Sentence, start: int, index: int, group: VerbGroup | None) -> bool:
    """Say whether the author's own words go on at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word, following = tokens.words[index], tokens.word(index + 1)
    if word == ",":
        return _author_adds(sentence, start, index, group)
    if word in _AND:
        if index == start:
            return False
        if tokens.words[index - 1] == QUOTATION or lexicon.language == "en":
            third = tokens.word(index + 2)
            if following in lexicon.words("auxiliaries") and third not in lexicon.words("pronouns"):
                return tokens.words[index - 1] == QUOTATION or following in ("has", "have", "had")
        return _verb_follows(sentence, index + 1, group)
    if word == ":":
        return following == QUOTATION
    if word in ("–", "—"):
        return index > start and following in ("selon", "a", "dit")
    if word == "avant" and following in ("de", "d'"):
        form = lexicon.verbs.get(tokens.word(index + 2))
        return form is not None and "i" in form.moods
    return False


def _author_adds(sentence: Sentence, start: int, comma: int, group: VerbGroup | None) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    following, third = tokens.word(comma + 1), tokens.word(comma + 2)
    if following in lexicon.words("added"):
        return (following != "avant" or third in ("de", "d'")) and (following != "tout" or third == "en")
    if following in ("sans", "without"):
        return third in lexicon.words("withheld")
    if following in _POINTING:
        return comma > start + _EARLY
    if following in ("an", "a"):
        return third in ("apparent", "reference")
    if following == "mais" and group is not None and lexicon.language == "fr":
        # a further clause of the content would have its own « que »
        return third not in lexicon.words("that prepositions negation") and bool(
            finite_verbs(sentence, comma + 2, min(len(tokens), comma + _CLAUSE))
        )
    if following == "ce" and lexicon.language == "fr":
        return third in ("que", "qu'", "qui", "dont", "à")
    if _gerund_follows(sentence, comma + 1):
        return True
    return _verb_follows(sentence, comma + 1, group) and has_finite_verb(sentence, start, comma)


def _gerund_follows(sentence: Sentence, index: int) -> bool:
    """Say whether the announcing clause goes on with a further cue: `, ajoutant que`, `, la jugeant`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if lexicon.language != "fr":
        return False
    passed = lexicon.words("clitics =en =tout")
    for place in range(index, min(index + 3, len(tokens))):
        word = tokens.words[place]
        form = lexicon.verbs.get(word)
        if form is not None and form.moods == "g":
            return True
        if word not in passed:
            return False
    return False


def _verb_follows(sentence: Sentence, index: int, group: VerbGroup | None) -> bool:
    """Say whether a cue verb in a finite form, without a subject of its own, goes on with the author's sentence."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    auxiliaries = lexicon.words("auxiliaries")
    passed = lexicon.words("clitics -definite auxiliaries adverbs =ne =n' =l' =le")
    seen: str | None = None
    for place in range(index, min(index + 6, len(tokens))):
        word = tokens.words[place]
        form = lexicon.verbs.get(word)
        shared = form is not None and place == index and form.moods == "p" and bool(set(form.frames) & set("xtqenbl"))
        if form is not None and ("f" in form.moods or shared or (seen and "p" in form.moods)):
            if lexicon.language == "en":
                return tokens.word(place - 1) not in lexicon.words("determiners")
            return shared or group is None or _same_tense(sentence, group, seen or word, compound=seen is not None)
        if word not in passed:
            return False
        if word in auxiliaries:
            seen = word
    return False


def _same_tense(sentence: Sentence, group: VerbGroup, word: str, *, compound: bool) -> bool:
    """Say whether a finite form goes on with the verb of a group: in number, and in tense as far as endings show it."""
    if group.mood != "f" or group.pronoun is not None:
        return True
    head = sentence.tokens.words[group.first : group.at + 1]
    auxiliaries = sentence.lexicon.words("auxiliaries")
    finite = next((form for form in head if form in auxiliaries), head[-1])
    if is_plural(finite) != is_plural(word):
        return False
    if (finite in auxiliaries) != compound:
        return False
    return _is_imperfect(finite) == _is_imperfect(word)


def _is_imperfect(word: str) -> bool:
    return word.endswith(("ait", "aient")) and word not in _PRESENT_AIT


def phrase_content_end(sentence: Sentence, start: int, group: VerbGroup | None = None) -> int:
    """Return the index after a noun phrase that was said, asked or promised, or an infinitive's clause.

    It ends before a relative clause or participle that the author adds after a comma.

    Args:
        sentence: The sentence.
        start: The first token of the content.
        group: The verb group that announces it, if any.
    """
    if sentence.lexicon.language == "en":
        return english_phrase_content_end(sentence, start)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    relatives = lexicon.words("relatives")
    end = clause_end(sentence, start, group)
    documents = lexicon.words("documents")
    inserted = False
    for index in range(start + 1, end):
        if tokens.words[index] == "dans" and not documents.isdisjoint(tokens.words[index + 2 : index + 4]):
            return index
        if tokens.words[index] != ",":
            continue
        following = tokens.word(index + 1)
        if inserted:
            inserted = False
            continue
        if tokens.capital(index - 1) and _is_bare_noun(sentence, index + 1):
            return index
        more = any(tokens.words[place] == "," for place in range(index + 1, end))
        if following in ("mais", "dont") and not is_verb_phrase(sentence, index + 2, end):
            continue  # « comprendre, mais ne pas pouvoir payer », « 37 corps, dont plusieurs calcinés »
        third = tokens.word(index + 2)
        if following in ("un", "une") and (third in lexicon.words("claims") or third in _COMMENTS):
            return index
        if _new_clause(sentence, start, index + 1, end) or following in lexicon.words("subordinators -=pour -=afin"):
            return index
        if (following in relatives and tokens.words[index - 1] != QUOTATION) or (
            following == "et" and tokens.word(index + 2) == "voilà"
        ):
            return index
        if lexicon.language == "fr" and _verb_follows(sentence, index + 1, group):
            return index
        if following.endswith(_PARTICIPLES) or following in _DATED or tokens.word(index + 2) in _SPANS:
            if not more:
                return index
        elif following in _ADVERBIAL and not more and not _coordinated_later(sentence, index + 1, end):
            return index
        inserted = more and following in lexicon.words("prepositions =sous =notamment")
    return end


def is_verb_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a French stretch has a finite verb of its own."""
    return bool(finite_verbs(sentence, start, end))


def _new_clause(sentence: Sentence, start: int, index: int, end: int) -> bool:
    """Say whether a clause with its own verb follows a noun phrase after a comma: `, l'armée parle de B`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if index >= end or finite_verbs(sentence, start, index):
        return False
    passed = lexicon.words("clitics negation -definite =l'")
    place = index
    while place < end and tokens.words[place] in passed:
        place += 1
    if place < end and is_finite(sentence, place):
        return True
    if not (tokens.words[index] in lexicon.words("definite") or tokens.capital(index)):
        return False
    verbs = finite_verbs(sentence, index, min(end, index + _SUBJECT))
    return bool(verbs) and "," not in tokens.words[index : verbs[0]]


def _is_bare_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a noun without an article follows a name, as an apposition: `à Badoussa, village de potiers`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index + 1) not in lexicon.words("of") or tokens.capital(index) or lexicon.language == "en":
        return False
    word = tokens.words[index]
    closed = "definite prepositions conjunctions adverbs subjects relatives that negation auxiliaries determiners"
    return word.isalpha() and word not in lexicon.words(closed) and word not in lexicon.verbs


def _coordinated_later(sentence: Sentence, index: int, end: int) -> bool:
    return any(sentence.tokens.words[place] in ("et", "and", "ou", "or") for place in range(index, end))


def has_finite_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tokens from `start` to `end` hold a finite verb outside relative clauses, as far as one sees."""
    if sentence.lexicon.language == "en":
        return holds_clause(sentence, start, end)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if lexicon.language == "fr":
        return bool(finite_verbs(sentence, start, end))
    signs = lexicon.words("finite auxiliaries")
    relatives = lexicon.words("relatives -that")
    relative = False
    for index in range(start, end):
        word = tokens.words[index]
        if word in relatives:
            relative = True
        elif word == ",":
            relative = False
        elif relative:
            continue
        elif word in signs or word.endswith(("ed", "s")):
            return True
    return False
