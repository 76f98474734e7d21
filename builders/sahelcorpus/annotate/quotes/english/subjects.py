"""The mention of an English speaker before its verb: relative clauses, titles, enumerations, shared subjects."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.dashes import DASHES, dash_before
from sahelcorpus.annotate.quotes.english.bounds import clause_low, holds_verb
from sahelcorpus.annotate.quotes.english.detached import detached_mention
from sahelcorpus.annotate.quotes.english.regions import subject_in
from sahelcorpus.annotate.quotes.english.verbs import finite, is_abbreviated, is_adverb
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that", "when"))
_FURTHEST = 60
_LONGEST_PART = 6
_MOST_PARTS = 6
_OF_SEVERAL = frozenset(
    ["one", "two", "three", "some", "many", "several", "most", "both", "all", "none", "few", "each"]
)
"""What stands before `of them`."""

_BOUND = frozenset(("of", "from", "for", "at", "with"))
"""Prepositions that go on with the noun before them rather than with the verb."""


def english_mention_before(sentence: Sentence, first: int, start: int = 0) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase or pronoun that is the subject before a verb group, or None.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
        start: The first token that may belong to the mention.
    """
    words, known = sentence.tokens.words, sentence.lexicon
    last = first - 1
    while last >= start and is_adverb(sentence, last):
        last -= 1
    if words[max(0, last - 1) : last + 1] == ["all", "but"]:
        last -= 2
    while last > start and words[last] in ("on", "from", "since", "in", "by", "late", "early") and last < first - 1:
        last -= 1
    if last < start:
        return None
    word = words[last]
    if word in DASHES:
        opened = dash_before(sentence, last, start)
        return None if opened is None else english_mention_before(sentence, opened, start)
    if is_abbreviated(sentence, last):
        return _phrase(sentence, last + 1, start)
    if word in known.words("pronouns") or word in ("who", "everyone", "everybody", "someone", "nobody"):
        return _relative(sentence, last, start) if word == "who" else (last, last + 1)
    if word in ("them", "us") and words[last - 1] == "of" and last - 2 >= start and words[last - 2] in _OF_SEVERAL:
        return last - 2, last + 1
    if word in ("which", "that"):
        return _relative(sentence, last, start)
    if word == ",":
        return detached_mention(sentence, last, start)
    if "anonymity" in words[start:last]:
        unnamed = _before_anonymity(sentence, last, start)
        if unnamed is not None:
            return unnamed
    if words[last] == "both" and "and" in words[start:last]:
        last -= 1  # « the mayor and the prefect both said »
    if not (word[0].isalnum() or word in (")", QUOTATION, "'s", "'")) or word in known.words(
        "conjunctions prepositions clausal strong questions"
    ):
        return None
    return _phrase(sentence, last + 1, start)


def _before_anonymity(sentence: Sentence, last: int, start: int) -> tuple[int, int] | None:
    """Return who spoke unnamed, past the reason: `An official | who spoke on condition of anonymity because …`."""
    words = sentence.tokens.words
    because = next((place for place in range(last, start, -1) if words[place] in ("because", "as", "since")), None)
    if because is None or words[because - 1] != "anonymity" or "," in words[because:last]:
        return None
    for place in range(because - 1, start, -1):
        if words[place] in ("speaking", "talking") or words[place : place + 2] in (["who", "spoke"], ["who", "asked"]):
            return english_mention_before(sentence, place, start)
    return None


def _relative(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """Return the noun before `who`, or the relative pronoun itself; None where `that` or `which` has no noun."""
    tokens = sentence.tokens
    end = at - (tokens.word(at - 1) == ",")
    if end <= start or not (tokens.words[end - 1][0].isalnum() or tokens.words[end - 1] in (")", QUOTATION)):
        return (at, at + 1) if tokens.words[at] == "who" else None
    begin = noun_phrase_back(sentence, end, start)
    if begin is None or begin >= end:
        return (at, at + 1) if tokens.words[at] != "that" else None
    if tokens.words[begin - 1 if begin else 0] == "," and begin - 1 > start:
        head = detached_mention(sentence, end, start) if tokens.words[end] == "," else None
        if head is not None and head[1] == end:
            return head
    return begin, end


def noun_phrase_back(sentence: Sentence, end: int, start: int = 0) -> int | None:
    """Return where the noun phrase starts that ends before a token: after a verb, a preposition, a conjunction.

    Args:
        sentence: The sentence.
        end: The index after the phrase.
        start: The first token that may belong to it.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    articles = known.words("articles")
    begin = None
    for index in range(end - 1, max(start - 1, end - 24), -1):
        word = tokens.words[index]
        if word == "." and len(tokens.word(index - 1)) < 5:
            continue
        if not (word[0].isalnum() or word in ("'s", "'", ")", "(", "-")):
            break
        if word in ("of", "'s", "'"):
            continue
        if word in known.words("prepositions conjunctions clausal pronouns relatives modal adverbs days -articles"):
            if word in _BOUND and _is_noun_before(sentence, index):
                continue
            break
        if finite(sentence, index) and not tokens.capital(index):
            break
        begin = index
        if word in articles and tokens.word(index - 1) not in _BOUND:
            break
    return begin


def _is_noun_before(sentence: Sentence, index: int) -> bool:
    """Say whether a noun stands before a preposition, so that it goes on with that noun."""
    words, known = sentence.tokens.words, sentence.lexicon
    if not index or not words[index - 1][0].isalpha() or words[index - 1].endswith(("ing", "ed")):
        return False
    base = words[index - 1] in known.words("bases") and words[index - 2] not in known.words("articles")
    return not base and not finite(sentence, index - 1) and known.verbs.get(words[index - 1]) is None


def _phrase(sentence: Sentence, end: int, start: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before a verb group."""
    tokens = sentence.tokens
    low = clause_low(sentence, end, start)
    found = subject_in(sentence, low, end)
    if found is None:
        return None
    begin, stop = found
    who = next((place for place in range(stop - 1, begin, -1) if tokens.words[place] in ("who", "which", "that")), None)
    if who is not None and not any(finite(sentence, place) for place in range(who + 1, stop)):
        times = sentence.lexicon.words("times days =last =this")
        if all(tokens.words[place] in times or is_adverb(sentence, place) for place in range(who + 1, stop)):
            return _relative(sentence, who, start)  # « a man who last month | told »
        return None  # « freedoms that the king | demanded »
    if begin == low and low > start and tokens.words[low - 1] in (",", "and"):
        return (
            _apposed(sentence, begin, stop, start)
            or _titled(sentence, begin, stop, start)
            or (_enumeration(sentence, low, end, start), stop)
        )
    return begin, stop


def _apposed(sentence: Sentence, begin: int, end: int, start: int) -> tuple[int, int] | None:
    """Return a name with an apposition that no second comma closes: `Awa Tindari, spokeswoman for the mission`."""
    tokens, known = sentence.tokens, sentence.lexicon
    if tokens.words[begin - 1] != "," or tokens.capital(begin) or tokens.words[begin] in known.words("definite"):
        return None
    if not any(tokens.words[place] in known.words("titles humans") for place in range(begin, min(end, begin + 3))):
        return None
    low = clause_low(sentence, begin - 1, start)
    found = subject_in(sentence, low, begin - 1)
    if (
        found is None
        or found[1] != begin - 1
        or not all(tokens.capital(place) or tokens.words[place] == "." for place in range(*found))
    ):
        return None
    if tokens.words[found[0]] in known.words("days months"):
        return None
    return found[0], end


def _titled(sentence: Sentence, begin: int, end: int, start: int) -> tuple[int, int] | None:
    """Return a title and the name after its comma: `the army spokesman, Colonel Abou Tarka`."""
    tokens, titles = sentence.tokens, sentence.lexicon.words("titles")
    if (
        not begin
        or tokens.words[begin - 1] != ","
        or not all(tokens.capital(place) or tokens.words[place] == "." for place in range(begin, end))
    ):
        return None
    low = clause_low(sentence, begin - 1, start)
    found = subject_in(sentence, low, begin - 1)
    if found is None or found[1] != begin - 1:
        return None
    titled = any(tokens.words[place] in titles for place in range(found[0], begin - 1))
    return (found[0], end) if titled and not holds_verb(sentence, found[0], begin - 1) else None


def _enumeration(sentence: Sentence, low: int, end: int, start: int) -> int:
    """Return where an enumeration starts whose last part begins at `low`: `France, its allies and Canada`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    begin = low
    high = low - 1
    if words[high] == "and":
        if tokens.word(high - 1) != ",":
            return low
        high -= 1
    elif "and" not in words[low:end]:
        return low
    for _ in range(_MOST_PARTS):
        part = clause_low(sentence, high, start)
        times = any(
            words[place] in known.words("days months times") or words[place].isdigit() for place in range(part, high)
        )
        if part >= high or high - part > _LONGEST_PART or times or holds_verb(sentence, part, high):
            break
        while part < high and words[part] in known.words("conjunctions"):
            part += 1
        if part >= high or words[part] in known.words("prepositions clausal subordinators adverbs relatives pronouns"):
            break
        if words[part].endswith(("ing", "ed")) or finite(sentence, high - 1):
            break
        begin = part
        if tokens.word(part - 1) != ",":
            break
        high = part - 1
    return begin


def _main_speaker(sentence: Sentence, first: int) -> Place | None:
    """Return the last speaker before a token whose clause is no part of what another said."""
    known = [(at, place) for at, place in sentence.speakers if at < first]
    while len(known) > 1:
        at, place = known[-1]
        before = known[-2][0]
        starts = sentence.tokens.starts
        between = [sentence.tokens.words[index] for index in range(before + 1, at) if starts[index] < place[0]]
        if before > at or any(word in (",", "and", "but", "while", ";", QUOTATION) for word in between):
            break
        known.pop()
    return known[-1][1] if known else None


def english_shared_subject(sentence: Sentence, first: int) -> Place | None:
    """Return the subject that a verb without its own shares with one before it in the sentence.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    last = first - 1
    while last >= 0 and is_adverb(sentence, last):
        last -= 1
    while last > 0 and words[last] in known.words("times days") and is_adverb(sentence, last - 1):
        last -= 2
    if last < 0:
        return None
    word = words[last]
    if (
        words[first].endswith("ing")
        and (word[0].isalnum() or word == ")")
        and word not in known.words("conjunctions prepositions clausal modal subordinators")
    ):
        if finite(sentence, last):
            return None  # « say adding salt is simple »
        seen = last > 0 and words[last - 1] in known.words("auxiliaries")  # « were heard shouting »
        begin = noun_phrase_back(sentence, last + 1)
        if begin is None:
            return None
        document = any(words[place] in known.words("documents") for place in range(begin, last + 1))
        if not seen and (document or not begin or words[begin - 1] not in known.words("prepositions -=with")):
            return sentence.place(begin, last + 1)
    spoken = _main_speaker(sentence, first)
    if spoken is not None:
        return spoken
    relative = -1
    for index in range(last, max(-1, last - _FURTHEST), -1):
        if not finite(sentence, index):
            continue
        begin = index
        while begin and (
            words[begin - 1] in known.words("auxiliaries negation adverbs") or is_adverb(sentence, begin - 1)
        ):
            begin -= 1
        if begin and words[begin - 1] in _RELATIVES:
            relative = begin - 1
            continue
        phrase = english_mention_before(sentence, begin)
        if phrase is not None and phrase[0] != relative:
            return sentence.place(*phrase)
    return None
