"""Reported speech whose announcing clause follows it without marks: `A, a annoncé X`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.extent import clause_end, has_finite_verb
from sahelcorpus.annotate.quotes.french.incises import Incise, incise_at
from sahelcorpus.annotate.quotes.french.mentions import is_source
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs, is_inverted, is_plural, is_verb_start
from sahelcorpus.annotate.quotes.sentence import Sentence, begins_small

_SIGNS = frozenset((",", "–", "—", "-"))
_CONJOINED = frozenset(
    ("et", "mais", "ou", "car", "qui", "dont", "où", "avant", "tout", "tandis", "alors", "ce", "puis")
)
_ADDED = frozenset(
    [
        "et",
        "mais",
        "ou",
        "car",
        "qui",
        "dont",
        "où",
        "avant",
        "après",
        "tandis",
        "alors",
        "lors",
        "dans",
        "avec",
        "sans",
        "pour",
        "tout",
        "en",
        "au",
        "aux",
        "par",
        "sur",
        "depuis",
        "durant",
        "selon",
        "ce",
        "puis",
        "interrogé",
        "interrogée",
        "joint",
        "jointe",
        "contacté",
        "contactée",
        "cité",
        "citée",
        "devant",
        "face",
        "quand",
        "lorsque",
        "lorsqu'",
        "à",
        "parmi",
        "comme",
        "d'après",
        "sous",
    ]
)
_REACH = 7
_CLEFT = 3
"""Tokens among which `c'est` opens a sentence that goes on with `qui`."""


def read_fronted(sentence: Sentence) -> None:
    """Propose every content that its announcing clause follows or interrupts, without marks around it."""
    words, size = sentence.tokens.words, len(sentence.tokens.words)
    low = 0
    for comma in _signs_before_verbs(sentence):
        low = (
            max([low, *(place + 1 for place in range(low, comma) if words[place] == ";")])
            if ";" in sentence.known
            else low
        )
        if comma - low < 1 or comma >= size - 1:
            continue
        begin = max(low, _content_start(sentence, comma))
        marked = sentence.is_quotation(comma - 1)
        if _only_leads(sentence, begin, comma):
            _after_incise(sentence, comma)
            continue
        verdict = comma - begin == 1 and words[begin] in sentence.lexicon.words("verdicts")
        # « Paris, a-t-il dit, « restera » »: one word is enough where its verb follows
        alone = comma - begin == 1 and begin == 0 and not marked and sentence.tokens.capital(0)
        if (comma - begin < 2 and not verdict and not alone) or (marked and comma - begin < 3):
            continue
        found = incise_at(sentence, comma + 1)
        if alone and found is not None and not verdict and not _wants_subject(sentence, found.end):
            continue
        if found is None or not _has_source(sentence, comma, found):
            continue
        if not found.sure and words[found.end - 1][0] != "-":
            continue
        clausal = has_finite_verb(sentence, begin, comma)
        inverted = _is_inverted(sentence, comma, found)
        if not clausal and inverted:
            begin = _after_topic(sentence, begin, comma)
        elif not clausal and "," in words[begin:comma]:
            continue  # « le maire, élu hier, a annoncé la fermeture » has its subject in front
        places = [sentence.place(begin, comma)]
        name = "fronted"
        following = _goes_on(sentence, found.end)
        if following is None and not clausal:
            following = _after_adverbial(sentence, found.end)
        if following is not None and following < size - 1:
            added = _CONJOINED if inverted else _ADDED
            goes_on = (not clausal or inverted) and words[following] not in added
            if (goes_on or _is_of_content(sentence, following, found.at)) and not _reports(sentence, following):
                places.append(sentence.place(following, clause_end(sentence, following)))
                name = "interrupted"
        sentence.speakers += [(found.at, found.speaker)] if found.speaker else []
        sentence.propose(name, 0.86, places, cue=found.cue, speaker=found.speaker, least=8)
        low = found.end


def _wants_subject(sentence: Sentence, end: int) -> bool:
    """Say whether a verb, or a quotation that begins with a small letter, follows the comma after an incise."""
    following = _goes_on(sentence, end)
    if following is None:
        return False
    return begins_small(sentence, following) or is_verb_start(sentence, following)


def _is_inverted(sentence: Sentence, comma: int, found: Incise) -> bool:
    """Say whether an announcing clause has its pronoun after the verb: `, a-t-il dit`."""
    words = sentence.tokens.words
    return any(is_inverted(words[place]) for place in range(comma + 1, found.end))


def _has_source(sentence: Sentence, comma: int, found: Incise) -> bool:
    """Say whether an announcing clause names a source, or is read in a document: `A, y lit-on, B`, `A, est-il dit`."""
    if found.speaker is None:
        near = sentence.tokens.words[comma + 1 : found.end]
        return found.cue.lemma == "lire" or "-il" in near or "-t-il" in near
    return is_source(sentence, found.speaker)


def _after_topic(sentence: Sentence, begin: int, comma: int) -> int:
    """Return where a content starts after what it is about: `Quant à eux, | la garde, dit-il, « veille »`."""
    words = sentence.tokens.words
    last = next((place for place in range(comma - 1, begin, -1) if words[place] == ","), begin)
    topic = words[begin] in sentence.lexicon.words("prepositions")
    opens = words[last + 1] in sentence.lexicon.words("definite") or sentence.tokens.capital(last + 1)
    return last + 1 if last > begin and topic and opens else begin


def _only_leads(sentence: Sentence, begin: int, comma: int) -> bool:
    """Say whether only a connective stands before an announcing clause: `Toutefois, nuance-t-il, A`."""
    words, lexicon = sentence.tokens.words, sentence.lexicon
    leads = lexicon.words("adverbs conjunctions")
    return words[comma - 1] in lexicon.words("conjunctions") or (
        comma > begin and all(words[place] in leads for place in range(begin, comma))
    )


def _after_incise(sentence: Sentence, comma: int) -> None:
    """Propose the clause after an announcing clause with an inverted pronoun that a connective leads."""
    words, size = sentence.tokens.words, len(sentence.tokens.words)
    found = incise_at(sentence, comma + 1)
    if found is None or found.speaker is None or words[found.at][0] == "-":
        return
    following = _goes_on(sentence, found.end)
    if (
        not _is_inverted(sentence, comma, found)
        or following is None
        or following >= size - 1
        or sentence.is_quotation(following)
    ):
        return
    end = clause_end(sentence, following)
    if has_finite_verb(sentence, following, end):
        sentence.speakers.append((found.at, found.speaker))
        places = [sentence.place(following, end)]
        sentence.propose("fronted", 0.86, places, cue=found.cue, speaker=found.speaker, least=8)


def _signs_before_verbs(sentence: Sentence) -> list[int]:
    """Return the commas and dashes that a cue verb follows within a few tokens, in order."""
    words = sentence.tokens.words
    found: set[int] = set()
    if _SIGNS.isdisjoint(sentence.known):
        return []
    for verb in sentence.cue_indices():
        for place in range(verb - 1, max(0, verb - _REACH), -1):
            if words[place] in _SIGNS:
                found.add(place)
    return sorted(found)


def _reports(sentence: Sentence, index: int) -> bool:
    """Say whether the announcing clause goes on with a further cue: `, ajoutant que B`."""
    form = sentence.lexicon.verbs.get(sentence.tokens.words[index])
    return form is not None and "g" in form.moods


def _content_start(sentence: Sentence, comma: int) -> int:
    """Return where the sentence's content starts: after a dateline, a colon or a dash."""
    tokens = sentence.tokens
    for index in range(comma - 1, -1, -1):
        word = tokens.words[index]
        if word == "(" and ")" in tokens.words[index:comma]:
            continue  # « peu après 11H00 (locales et GMT) au milieu des étals »
        if word in (";", ":", "–", "—", "|", "(") or (word == "-" and index < 14):
            return index + 1
    return 0


def _is_of_content(sentence: Sentence, index: int, cue: int) -> bool:
    """Say whether a conjunction goes on with the content and not with who speaks.

    `Il n'y a pas eu de crime, dit-il, mais « un incident »`; `Ils sont venus, dit le maire, et ont tiré`.
    """
    words = sentence.tokens.words
    if words[index] == "mais":
        return not finite_verbs(sentence, index + 1, clause_end(sentence, index + 1))
    if words[index] in ("qui", "que", "qu'"):  # « C'est sa mère, dit-elle, qui m'a appris à lire »
        return bool({"c'", "ce"}.intersection(words[:_CLEFT])) or _takes_clause(sentence, index, cue)
    if words[index] != "et" or index + 1 >= len(words) or not is_verb_start(sentence, index + 1):
        return False
    return is_plural(words[index + 1]) and not any(is_plural(word) for word in words[max(0, cue - 2) : cue + 1])


def _takes_clause(sentence: Sentence, index: int, cue: int) -> bool:
    """Say whether a verb before the announcing clause goes on after it: `Il demandera, dit X, que A`."""
    words = sentence.tokens.words
    comma = next((place for place in range(cue - 1, 0, -1) if words[place] == ","), 0)
    form = sentence.lexicon.verbs.get(words[comma - 1]) if comma else None
    return words[index] != "qui" and form is not None and "q" in form.frames


def _goes_on(sentence: Sentence, index: int) -> int | None:
    tokens = sentence.tokens
    while tokens.word(index) in ("encore", "aussi", "notamment", "ainsi"):
        index += 1
    return index + 1 if tokens.word(index) == "," else None


def _after_adverbial(sentence: Sentence, index: int) -> int | None:
    """Return where a clause goes on after how somebody said it: `Le pays, dit X en riant, | ne lève plus rien`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index) not in lexicon.words("prepositions of"):
        return None
    close = next(
        (place for place in range(index, min(len(tokens.words), index + _REACH)) if tokens.words[place] == ","), None
    )
    if close is None or finite_verbs(sentence, index, close) or not is_verb_start(sentence, close + 1):
        return None
    return close + 1
