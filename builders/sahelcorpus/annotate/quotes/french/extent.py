"""Where a content ends: at the end of its clause, before what the author adds."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.predicates import FRENCH_MONTHS, finite_verbs, is_finite, is_plural
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_STOPS = frozenset((";", "!", "?"))
_AND = frozenset(("et", "puis", "mais"))
_TAKEN_UP = frozenset(("ceci", "cela"))
_POINTING = frozenset(("ceux", "celui", "celle", "celles", "allusion"))
_ADVERBIAL = frozenset(("dans", "lors", "devant", "au", "sur", "en"))
_DATED = frozenset(("jamais", "après", "lors", "devant", "mais"))
_PRESENT_AIT = frozenset(("fait", "sait", "tait", "plait", "naît", "satisfait", "refait", "ait", "aient"))
_SPANS = frozenset(("heures", "jours", "semaines", "mois", "ans", "années", "minutes"))
_PARTICIPLES = ("ée", "ées", "és")
_EARLY = 3
_NEAR_MARKS = 5
"""Tokens of a relative clause in which marks say that it is part of the content: `aux femmes, qui « se parlaient »`."""

_CLAUSE = 12
_SUBJECT = 7
_HOLDING = frozenset(("affirmer", "dire", "prétendre", "soutenir", "assurer", "raconter", "rapporter", "croire"))
"""What others do who say so too: `nie que A, comme l'affirment les orpailleurs`."""

_NOT_SAID = frozenset(("prononcer", "étendre", "exprimer", "avancer", "donner", "préciser", "exclure", "citer"))
"""What somebody does not do besides who says no more: `, sans se prononcer sur B`."""

_FIGURES = frozenset(("chiffre", "estimation", "total", "montant", "évaluation", "thèse", "version"))
_COMMENTS = frozenset(
    ("première", "mesure", "décision", "annonce", "taux", "nouvelle", "démarche", "initiative", "expression", "bilan")
)


def clause_end(sentence: Sentence, start: int, group: VerbGroup | None = None) -> int:
    """Return the index after a complement clause that starts at a token: to the sentence's end, or before an addition.

    Args:
        sentence: The sentence.
        start: The first token of the content.
        group: The verb group that announces it, if any; a verb that goes on with the author's sentence agrees with it.
    """
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
        elif word in _GOING_ON and _author_goes_on(sentence, start, index, group):
            return index
    return size


_GOING_ON = frozenset((",", *_AND, "tout", "en", ":", "–", "—", "avant"))
"""Forms at which the author's own words may go on."""


def _author_goes_on(sentence: Sentence, start: int, index: int, group: VerbGroup | None) -> bool:
    """Say whether the author's own words go on at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word, following = tokens.words[index], tokens.word(index + 1)
    if word == ",":
        return _author_adds(sentence, start, index, group)
    if word in _AND:
        if index == start:
            return False
        if tokens.words[index - 1] == QUOTATION:
            third = tokens.word(index + 2)
            if following in lexicon.words("auxiliaries") and third not in lexicon.words("pronouns"):
                return True
        if _verb_follows(sentence, index + 1, group):
            return True
        return group is not None and _leaves_content(sentence, start, index, group)
    if word == "tout" and following == "en":
        return _gerund_follows(sentence, index + 2)
    if word == "en":
        told = tokens.word(index + 2) in lexicon.words("that") or tokens.word(index + 2) == QUOTATION
        return told and _gerund_follows(sentence, index + 1)
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
    if following == "sans":
        return third in lexicon.words("withheld that =adverbial")
    if following in _POINTING:
        return comma > start + _EARLY
    if following == "mais" and group is not None:
        # a further clause of the content would have its own « que »
        return third not in lexicon.words("that prepositions negation") and bool(
            finite_verbs(sentence, comma + 2, min(len(tokens.words), comma + _CLAUSE))
        )
    if following in ("un", "une") and (third in lexicon.words("claims") or third in _COMMENTS):
        return True
    if following in ("un", "une") and third in _FIGURES and tokens.word(comma + 3) in lexicon.words("relatives"):
        return True  # « ne compte plus que 200 hommes, un chiffre que l'état-major dément »
    if following == "tandis" or (following == "et" and third in _TAKEN_UP):
        return True
    if following == "et" and third in ("il", "elle", "ils", "elles"):
        return _says_more(sentence, comma + 2)
    if following == "comme":
        form = lexicon.verbs.get(tokens.word(comma + 3)) if third in ("l'", "le") else None
        return form is not None and form.lemma in _HOLDING
    if following == "ce":
        return third in ("que", "qu'", "qui", "dont", "à")
    if _gerund_follows(sentence, comma + 1):
        return True
    return _verb_follows(sentence, comma + 1, None) and has_finite_verb(sentence, start, comma)


def _says_more(sentence: Sentence, index: int) -> bool:
    """Say whether a pronoun is the subject of a cue that takes a content: `dit que A, et | il a ajouté que B`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    passed = lexicon.words("clitics auxiliaries adverbs")
    for place in range(index + 1, min(index + _SUBJECT, len(tokens.words))):
        form = lexicon.verbs.get(tokens.words[place])
        if form is not None and not {"q", "x"}.isdisjoint(form.frames):
            follows = tokens.word(place + 1) in lexicon.words("that") or tokens.word(place + 1) == QUOTATION
            return follows or "x" in form.frames
        if tokens.words[place] not in passed:
            return False
    return False


def _gerund_follows(sentence: Sentence, index: int) -> bool:
    """Say whether the announcing clause goes on with a further cue: `, ajoutant que`, `, la jugeant`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    passed = lexicon.words("clitics =en =tout")
    for place in range(index, min(index + 3, len(tokens.words))):
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
    for place in range(index, min(index + 6, len(tokens.words))):
        word = tokens.words[place]
        form = lexicon.verbs.get(word)
        shared = form is not None and place == index and form.moods == "p" and bool(set(form.frames) & set("xtqenbl"))
        if form is not None and ("f" in form.moods or shared or (seen and "p" in form.moods)):
            return shared or group is None or _same_tense(sentence, group, seen or word, compound=seen is not None)
        if word not in passed:
            return False
        if word in auxiliaries:
            seen = word
    return False


def _leaves_content(sentence: Sentence, start: int, index: int, group: VerbGroup) -> bool:
    """Say whether `et` goes on with the author's clause: with a verb that agrees with the cue and not with the content.

    Or with another subject and its own cue: `et les passeurs jurent que B`.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.words[index] not in ("et", "puis"):
        return False
    passed = lexicon.words("clitics subjects negation -definite =l'")
    place = index + 1
    while place < len(tokens.words) and tokens.words[place] in passed:
        place += 1
    if place < len(tokens.words) and is_finite(sentence, place):
        compound = tokens.words[place] in lexicon.words("auxiliaries")
        if not _same_tense(sentence, group, tokens.words[place], compound=compound):
            return False
        own = finite_verbs(sentence, start, index)
        return not own or not _alike(tokens.words[own[-1]], tokens.words[place], lexicon.words("auxiliaries"))
    return _another_tells(sentence, index + 1)


def _alike(one: str, other: str, auxiliaries: frozenset[str]) -> bool:
    return (
        is_plural(one) == is_plural(other)
        and (one in auxiliaries) == (other in auxiliaries)
        and _is_imperfect(one) == _is_imperfect(other)
    )


def _another_tells(sentence: Sentence, index: int) -> bool:
    """Say whether a noun phrase with a cue verb and its que-clause starts at a token."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if index >= len(tokens.words) or not (tokens.words[index] in lexicon.words("definite") or tokens.capital(index)):
        return False
    for place in range(index + 1, min(len(tokens.words) - 1, index + _SUBJECT)):
        if tokens.words[place] in (",", "que", "qu'", QUOTATION):
            return False
        form = lexicon.verbs.get(tokens.words[place])
        if form is not None and "q" in form.frames and is_finite(sentence, place):
            return tokens.words[place + 1] in ("que", "qu'")
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
    tokens, lexicon = sentence.tokens, sentence.lexicon
    relatives = lexicon.words("relatives")
    end = clause_end(sentence, start, group)
    documents = lexicon.words("documents")
    inserted = False
    for index in range(start + 1, end):
        if tokens.words[index] == "dans" and not documents.isdisjoint(tokens.words[index + 2 : index + 4]):
            return index
        if index > start + 1 and _dates_the_saying(sentence, index):
            return index
        if tokens.words[index] == "et" and (
            _participle_follows(sentence, index + 1, group) or _other_goes_on(sentence, start, index + 1, end)
        ):
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
        if (following in relatives and not _marked_relative(sentence, index)) or (
            following == "et" and tokens.word(index + 2) == "voilà"
        ):
            return index
        if _verb_follows(sentence, index + 1, group) or _ends_relative(sentence, start, index):
            return index
        if following == "sans" and not _NOT_SAID.isdisjoint(tokens.words[index + 2 : index + 4]):
            return index
        if following in ("contre", "contrairement") or (following == "en" and third in FRENCH_MONTHS):
            return index
        if following.endswith(_PARTICIPLES) or following in _DATED or tokens.word(index + 2) in _SPANS:
            if not more:
                return index
        elif following in _ADVERBIAL and not more and not _coordinated_later(sentence, index + 1, end):
            return index
        inserted = more and following in lexicon.words("prepositions =sous =notamment")
    return end


def _ends_relative(sentence: Sentence, start: int, comma: int) -> bool:
    """Say whether a comma ends the relative clause of a cue: `L'opérateur, qui conteste A, | prépare un recours`."""
    words = sentence.tokens.words
    relative = next((at for at in range(start - 1, max(0, start - _CLAUSE), -1) if words[at] == "qui"), None)
    if relative is None or not relative or words[relative - 1] != ",":
        return False
    return comma + 1 < len(words) and is_finite(sentence, comma + 1)


def _dates_the_saying(sentence: Sentence, index: int) -> bool:
    """Say whether a time goes on with the verb and not with what was said: `dénonce A | dès l'an dernier`."""
    word, following = sentence.tokens.words[index], sentence.tokens.word(index + 1)
    if word == "en":
        return following in ("milieu", "fin", "début") and sentence.tokens.word(index + 2) in ("de", "d'")
    return word == "dès" and sentence.tokens.word(index + 2) in ("an", "année", "mois", "semaine", "printemps", "été")


def _marked_relative(sentence: Sentence, comma: int) -> bool:
    """Say whether a relative clause belongs to the content: marks stand before it, or in it, `qui « se parlaient »`."""
    words = sentence.tokens.words
    if words[comma - 1] == QUOTATION:
        return True
    return words[comma + 1] == "qui" and QUOTATION in words[comma + 2 : comma + _NEAR_MARKS]


def _participle_follows(sentence: Sentence, index: int, group: VerbGroup | None) -> bool:
    """Say whether a participle shares the cue's auxiliary: `a confirmé A et | imputé l'attaque au Front`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if group is None or "p" not in group.form.moods or group.first == group.at:
        return False
    form = lexicon.verbs.get(tokens.word(index))
    if tokens.words[index : index + 2] in (["fait", "savoir"], ["fait", "valoir"], ["fait", "état"], ["fait", "part"]):
        return True
    participle = tokens.word(index).endswith("é") or (form is not None and "p" in form.moods)
    return participle and tokens.word(index + 1) in lexicon.words("definite that =de =d' =à =des =du")


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


def _other_goes_on(sentence: Sentence, start: int, index: int, end: int) -> bool:
    """Say whether a subject and its verb follow a conjunction: `promet de rouvrir la gare et | la foule attend`."""
    lexicon = sentence.lexicon
    if sentence.tokens.word(index) not in lexicon.words("definite") or not _new_clause(sentence, start, index, end):
        return False
    verb = finite_verbs(sentence, index, min(end, index + _SUBJECT))[:1]
    return bool(verb) and lexicon.words("relatives that").isdisjoint(sentence.tokens.words[index : verb[0]])


def _is_bare_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a noun without an article follows a name, as an apposition: `à Badoussa, village de potiers`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index + 1) not in lexicon.words("of") or tokens.capital(index):
        return False
    word = tokens.words[index]
    closed = "definite prepositions conjunctions adverbs subjects relatives that negation auxiliaries determiners"
    return word.isalpha() and word not in lexicon.words(closed) and word not in lexicon.verbs


def _coordinated_later(sentence: Sentence, index: int, end: int) -> bool:
    return any(sentence.tokens.words[place] in ("et", "ou") for place in range(index, end))


def has_finite_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tokens from `start` to `end` hold a finite verb outside relative clauses, as far as one sees."""
    return bool(finite_verbs(sentence, start, end))
