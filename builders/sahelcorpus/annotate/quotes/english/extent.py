"""Where an English content ends: before what the author adds."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.bounds import ends_in_comma
from sahelcorpus.annotate.quotes.english.clauses import clause_verb, holds_clause
from sahelcorpus.annotate.quotes.english.recipients import past_adverbials, recipient_end
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_adverb, is_noun
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_AND = frozenset(("and", "but", "then", "or"))
_ASIDE = frozenset(("but", "after", "while", "although", "though", "saying", "as", "when", "amid", "despite", "citing"))
"""What after a comma no longer belongs to a noun phrase or an infinitive."""

_RELATIVES = frozenset(("who", "whom", "whose", "which", "where", "that"))
_REACH = 16
_NEAR_VERB = 6
_PARTING = _RELATIVES | {","}
_WITHHELD = frozenset(
    ("comment", "elaborate", "discuss", "say", "give", "provide", "name", "identify", "disclose", "confirm", "specify")
)
"""What somebody declines to do who says no more."""

_PAST = frozenset(("had", "was", "were", "would"))
_DEPENDENT = frozenset("qxza")


def english_clause_end(sentence: Sentence, start: int) -> int:
    """Return the index after a complement clause that starts at a token: to the sentence's end, or before an addition.

    Args:
        sentence: The sentence.
        start: The first token of the content.
    """
    words = sentence.tokens.words
    depth = 0
    for index in range(start + (sentence.tokens.word(start) == ","), len(words)):
        word = words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            if not depth:
                return index
            depth -= 1
        elif depth or index == start:
            continue
        elif word == ";":
            return index
        elif word in ("!", "?"):
            return index + 1
        elif word == ":" and words[index + 1 : index + 2] == [QUOTATION]:
            return index
        elif word in ("–", "—"):
            if _dash_closes(sentence, start, index):
                return index
        elif (word == "," and _adds(sentence, start, index)) or (word in _AND and _resumes(sentence, start, index)):
            return index
        elif word == QUOTATION and ends_in_comma(sentence, index) and _adds(sentence, start, index):
            return index + 1
        elif word in ("while", "although", "whereas", "though") and _new_attribution(sentence, index + 1):
            return index
    return len(words)


def _dash_closes(sentence: Sentence, start: int, index: int) -> bool:
    """Say whether a content that began after a dash ends at this one, or an attribution follows it."""
    words = sentence.tokens.words
    if words[index + 1 : index + 3] == ["according", "to"]:
        return True
    if words[index + 1 : index + 2] in (["a"], ["an"], ["the"]) and words[index + 2 : index + 3]:
        return words[index + 2] in sentence.lexicon.words("remarks")  # « – an allegation that he denies »
    opened = any(words[place] in ("–", "—") for place in range(max(0, start - _REACH), start))
    inside = any(words[place] in ("–", "—") for place in range(start, index))
    return opened and not inside and start > 0


def _adds(sentence: Sentence, start: int, comma: int) -> bool:
    """Say whether the author's own words go on after a comma."""
    tokens, known = sentence.tokens, sentence.lexicon
    following, third = tokens.word(comma + 1), tokens.word(comma + 2)
    if _announced_later(sentence, comma):
        return True
    if following in known.words("added"):
        return following != "according" or third == "to"
    if following == "without":
        return third in known.words("withheld")
    if following in ("a", "an", "in", "two", "three", "just", "days", "hours", "weeks", "one"):
        near = tokens.words[comma + 2 : comma + 4]
        if following in ("days", "hours", "weeks"):
            return third in ("after", "before")
        if following in ("two", "three", "just", "one"):
            return tokens.word(comma + 3) in ("after", "before") or tokens.word(comma + 4) in ("after", "before")
        if following == "in":
            return third in ("a", "an") and tokens.word(comma + 3) in ("apparent", "reference")
        return any(word in sentence.lexicon.words("remarks") for word in near)
    if following in ("but", "and", "while", "although", "though", "whereas", "yet", "as"):
        if following == "as":
            return (
                third not in ("well", "part", "if", "of", "long", "far", "soon", "a", "an")
                and clause_verb(sentence, comma + 2, len(tokens.words), sure=True) is not None
                and _is_main(sentence, start, comma)
            )
        if tokens.words[comma - 1] == QUOTATION and following in ("although", "though") and comma - 1 > start:
            return True  # « said the code was “a fine plate”, although he welcomed A »
        return _new_attribution(sentence, comma + 2) or _resumes(sentence, start, comma + 1)
    if following == "with":
        return any(
            tokens.word(place).endswith("ing")
            and tokens.word(place) in known.verbs
            and tokens.word(place + 1) not in known.words("prepositions")
            for place in range(comma + 2, comma + 9)
        )
    if comma + 1 < len(tokens.words) and finite(sentence, comma + 1) == STRONG:
        # « who says A, was B »
        return _in_relative(sentence, start) and clause_verb(sentence, start, comma) is not None
    return _goes_on(sentence, comma + 1) and holds_clause(sentence, start, comma)


def _is_main(sentence: Sentence, start: int, comma: int) -> bool:
    return holds_clause(sentence, start, comma)


def _in_relative(sentence: Sentence, start: int) -> bool:
    """Say whether a content depends on a verb in a relative clause."""
    return any(word in ("who", "which") for word in sentence.tokens.words[max(0, start - 10) : start])


def _announced_later(sentence: Sentence, comma: int) -> bool:
    """Say whether `, X said` or `, X told Y` ends the sentence after a comma, so that all before it is X's."""
    tokens, known = sentence.tokens, sentence.lexicon
    for at in range(comma + 2, min(len(tokens.words), comma + _REACH)):
        word = tokens.words[at]
        if word in (",", QUOTATION, ";", ":"):
            return False
        form = known.verbs.get(word)
        if form is None or set(form.frames).isdisjoint("qz") or is_noun(sentence, at):
            continue
        phrase = english_mention_before(sentence, at, comma + 1)
        end = past_adverbials(sentence, recipient_end(sentence, at + 1))
        return phrase is not None and phrase[0] == comma + 1 and tokens.word(end) in ("", ".", ",")
    return False


def _resumes(sentence: Sentence, start: int, conjunction: int) -> bool:
    """Say whether a verb of the author's, with the same subject as the cue, follows a conjunction."""
    tokens, known = sentence.tokens, sentence.lexicon
    following, third = tokens.word(conjunction + 1), tokens.word(conjunction + 2)
    if following in ("has", "have") and third not in known.words("pronouns"):
        # what was said stands in the past after a verb in the past, and the author's verb does not
        return tokens.word(conjunction - 1) == QUOTATION or any(
            tokens.words[place] in _PAST for place in range(start, conjunction)
        )
    if following in ("has", "have", "had", "did", "was"):
        return False
    if following in ("declined", "refused") and third == "to" and tokens.word(conjunction + 3) in _WITHHELD:
        return True  # « said the letter had come | but declined to discuss it »
    if following.endswith("ing") and following in known.verbs and tokens.word(start - 1).endswith("ing"):
        return not _DEPENDENT.isdisjoint(known.verbs[following].frames)
    if tokens.word(conjunction - 1) == "," and following.endswith("s") and finite(sentence, conjunction + 1):
        return True  # « alleges that A, and offers proof »
    return _goes_on(sentence, conjunction + 1)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Say whether a finite cue verb without a subject of its own stands at a token, past its auxiliaries."""
    tokens, known = sentence.tokens, sentence.lexicon
    for place in range(index, min(index + 4, len(tokens.words))):
        word = tokens.words[place]
        form = known.cue_at(tokens.words, place)
        if form is not None and form.moods != "g" and not is_noun(sentence, place):
            if _is_passive_too(sentence, index, place):
                return False
            if "i" in form.moods and "f" not in form.moods:
                if place > index and tokens.words[place - 1] in known.words("modal"):
                    return True
                return tokens.word(place + 1) in known.words("pronouns that")
            return set(form.frames) != {"d"} or tokens.word(place + 1) in (QUOTATION, ",", ":")
        if not (is_adverb(sentence, place) or word in ("has", "have", "had", "will", "did")):
            return False
    return False


def _is_passive_too(sentence: Sentence, index: int, place: int) -> bool:
    """Say whether a participle goes on with a passive: `had been charged with nothing and questioned about A`."""
    words, known = sentence.tokens.words, sentence.lexicon
    if place != index or sentence.tokens.word(place + 1) not in known.words("prepositions") or not index:
        return False
    before = words[max(0, index - _REACH) : index - 1]
    return any(word in ("been", "be", "being", "were", "are") for word in before)


def _new_attribution(sentence: Sentence, index: int) -> bool:
    """Say whether a clause with a cue verb and a subject of its own starts at a token: `but residents said`."""
    tokens, known = sentence.tokens, sentence.lexicon
    if tokens.word(index) in ("that", "to", "not", "if"):
        return False
    if tokens.word(index) == "according":
        return True
    for place in range(index, min(len(tokens.words), index + _REACH)):
        word = tokens.words[place]
        if word in (",", QUOTATION, ";", ":", "(") or (word in _RELATIVES and place > index):
            return False
        form = known.verbs.get(word)
        if place > index and form is not None and form.moods != "g" and set(form.frames) & set("qzx"):
            return not is_noun(sentence, place) and finite(sentence, place) > 0
        if finite(sentence, place) == STRONG and word not in ("has", "have", "had", "did"):
            return False
    return False


def english_phrase_content_end(sentence: Sentence, start: int, *, bare: bool = False) -> int:
    """Return the index after a noun phrase or an infinitive's clause that was said, asked or promised.

    Args:
        sentence: The sentence.
        start: The first token of the content.
        bare: Whether it is a noun phrase, after which a time or an occasion belongs to the verb.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    end = english_clause_end(sentence, start)
    for index in range(start + 1, end):
        word, following = words[index], tokens.word(index + 1)
        if bare and word in ("and", "but") and index + 1 < end and finite(sentence, index + 1):
            return index
        if word == "and" and _other_goes_on(sentence, start, index + 1, end):
            return index
        if word == ",":
            if _announced_later(sentence, index):
                return index
            more = any(words[place] == "," for place in range(index + 1, end))
            if following in ("who", "which", "whose", "where") and words[index - 1] != QUOTATION:
                return index
            if index + 1 < end and finite(sentence, index + 1) == STRONG and _in_relative(sentence, start):
                return index
            if following == "and" and finite(sentence, index + 2 if index + 2 < end else index):
                return index
            if following in _ASIDE:
                return index
            if (
                following in ("in", "at", "on", "during", "without", "with")
                and not more
                and not any(words[place] in ("and", "or") for place in range(index, end))
            ):
                return index
            if following.endswith("ing") and not more and following not in ("including", "being"):
                return index
        elif (
            bare and word in ("on", "in", "at", "during", "after", "before", "following", "when", "as", "to", "while")
        ) or (bare and word in known.words("days =last =earlier =yesterday")):
            if word in known.words("days"):
                return index
            if word in ("after", "following", "when", "as", "while", "during"):
                if word != "as" and index > start + 1:
                    return index
            elif word in ("last", "earlier"):
                if following in known.words("times =this =in =on") and words[index - 1] not in known.words(
                    "articles prepositions"
                ):
                    return index
            elif (
                following in known.words("days months")
                or (following.isdigit() and word in ("on", "in"))
                or (
                    following in ("a", "an", "his", "her", "its", "their")
                    and any(tokens.word(place) in known.words("occasions") for place in range(index + 2, index + 5))
                )
            ):
                return index
    return end


def _other_goes_on(sentence: Sentence, start: int, index: int, end: int) -> bool:
    """Say whether a subject and its verb follow a conjunction: `promised to reopen and | the crowd was waiting`."""
    if sentence.tokens.word(index) not in sentence.lexicon.words("articles =he =she =they"):
        return False
    stop = min(end, index + _NEAR_VERB)
    verb = next((place for place in range(index + 1, stop) if finite(sentence, place) == STRONG), None)
    if verb is None or not _PARTING.isdisjoint(sentence.tokens.words[index:verb]):
        return False
    return clause_verb(sentence, start, index, sure=True) is None
