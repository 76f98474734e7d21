"""The subject of a French verb that has none of its own: an infinitive, a participle, a second verb."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.mentions import (
    mention_after,
    phrase_end,
    pronoun_place,
)
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs, is_finite, is_plural, looks_finite
from sahelcorpus.annotate.quotes.french.subjects import between_commas, mention_before, phrase_start
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_SELF = ("-même", "-mêmes")
_FAR = 9
"""Most tokens of a noun phrase that is read backwards."""


def shared_subject(sentence: Sentence, first: int) -> Place | None:
    """Return the subject that a verb without its own shares with the nearest clause before it, if it agrees with it.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
    """
    tokens = sentence.tokens
    word = tokens.word(first)
    finite = is_finite(sentence, first) if first < len(tokens.words) else False
    if tokens.word(first - 1) == "pour" or word == "en":
        antecedent = _of_relative(sentence, first)
        if antecedent is not None:
            return antecedent
    known = {index: place for index, place in sentence.speakers if index < first}
    for verb in reversed(finite_verbs(sentence, 0, first)):
        if finite and is_plural(tokens.words[verb]) != is_plural(word):
            continue
        place = next((known[index] for index in (verb, verb + 1, verb + 2, verb + 3) if index in known), None)
        if place is not None:
            return place
        before = _before_clitics(sentence, verb)
        after = tokens.word(verb + 1)
        if len(after) > 1 and after[0] == "-":
            end = tokens.ends[verb + 1]
            return None if after.endswith("on") else (end - len(after.rsplit("-", maxsplit=1)[1]), end)
        if before and tokens.words[before - 1] in (",", QUOTATION):
            inverted = after_cue(sentence, verb)
            if inverted is not None:
                return inverted
        phrase = mention_before(sentence, before)
        if phrase is not None:
            return None if tokens.words[phrase[0]] == "on" else sentence.place(*phrase)
    if known:
        return known[max(known)]
    return _verbless_subject(sentence, first)


def whose_turn(sentence: Sentence, of: int) -> Place | None:
    """Return who goes on with a narrative infinitive: `Et au maire de conclure que`.

    Args:
        sentence: The sentence.
        of: The token of the preposition before the infinitive.
    """
    words = sentence.tokens.words
    first = 1 if words[0] in ("et", "puis") else 0
    if of < first + 2 or words[of] not in ("de", "d'") or words[first] not in ("au", "aux", "à"):
        return None
    return sentence.place(first + 1, of) if phrase_end(sentence, first + 1, limit=of) == of else None


def governing_pronoun(sentence: Sentence, first: int) -> Place | None:
    """Return the pronoun that governs an infinitive from near: `je` in `je voudrais dire`.

    Args:
        sentence: The sentence.
        first: The infinitive's group's first token.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for index in range(first - 1, max(-1, first - 8), -1):
        word = tokens.words[index]
        if (word == "que" and index == first - 1) or (word == "puis" and tokens.word(index - 1) in ("ne", "n'")):
            continue  # « je ne puis que dire que »
        if word in (",", QUOTATION, ";", ":") or word in lexicon.words("conjunctions that"):
            return None
        if word in ("-moi", "-nous"):
            return pronoun_place(sentence, index)  # « permettez-moi de dire que »
        if word in lexicon.words("pronouns"):
            end = tokens.ends[index] - (word.endswith("'"))
            return tokens.starts[index], end
    return None


def _of_relative(sentence: Sentence, first: int) -> Place | None:
    """Return the antecedent of a relative clause: `X, qui défilent pour exiger A`, `c'est X qui V, en assurant A`."""
    words = sentence.tokens.words
    verb = next((index for index in range(first - 2, 0, -1) if is_finite(sentence, index)), 0)
    start = _before_clitics(sentence, verb)
    if not start or words[start - 1] != "qui":
        return None
    if ("," in words[verb:first] or words[first] == "en") and "c'" not in words[max(0, start - _FAR) : start]:
        return None
    phrase = mention_before(sentence, start)
    if phrase is not None and words[phrase[0]] != "qui" and not words[phrase[0]].endswith(_SELF):
        return sentence.place(*phrase)
    end = start - 1 - (words[start - 2] == ",")
    begin = noun_before(sentence, end - words[end - 1].endswith(_SELF))
    return None if begin is None else sentence.place(begin, end)


def noun_before(sentence: Sentence, end: int) -> int | None:
    """Return the first token of the noun phrase right before a token, complements with `de` included, or None.

    Args:
        sentence: A French sentence.
        end: The token after the phrase.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    of, determiners = lexicon.words("of =du =des"), lexicon.words("determiners -=de -=d' -=du")
    begin = None
    for index in range(end - 1, max(-1, end - 1 - _FAR), -1):
        word = tokens.words[index]
        if word in determiners:
            begin = index
            if tokens.word(index - 1) not in of:
                return begin
        elif (
            not word[0].isalpha()
            or is_finite(sentence, index)
            or (word in lexicon.words("prepositions relatives conjunctions pronouns") and word not in of)
        ):
            return begin
    return begin


def after_cue(sentence: Sentence, verb: int) -> Place | None:
    """Return the speaker after an inverted cue: of `, a indiqué le colonel, précisant` the colonel.

    Args:
        sentence: A French sentence.
        verb: The first token of the cue's verb group.
    """
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    cue = next((place for place in range(verb, min(len(tokens.words), verb + 3)) if tokens.words[place] in verbs), None)
    if cue is None:
        return None
    phrase = mention_after(sentence, cue + 1)
    if phrase is None or speaking(sentence, *phrase) is not Speaking.SOURCE:
        return None
    return sentence.place(*phrase)


def _before_clitics(sentence: Sentence, verb: int) -> int:
    """Return the index of a verb's first clitic or negation, or the verb's own."""
    skipped = sentence.lexicon.words("clitics negation -definite -=nous -=vous =l' =la =le =les =leur")
    words = sentence.tokens.words
    while verb > 0 and words[verb - 1] in skipped:
        verb -= 1
    return verb


def _verbless_subject(sentence: Sentence, first: int) -> Place | None:
    """Return the first noun phrase before a verb that no finite verb precedes: a headline, a list."""
    tokens = sentence.tokens
    prefix = [place for place in range(min(7, first)) if tokens.words[place] in ("-", "|", "–", "—")]
    for low, high in between_commas(sentence, prefix[-1] + 1 if prefix else 0, first):
        begin = phrase_start(sentence, low, high, adjacent=False) if low < high else None
        if begin is not None and tokens.words[begin] not in sentence.lexicon.words("subordinators"):
            end = _before_verb(sentence, begin, first)
            return sentence.place(begin, end) if end > begin else None
    return None


def _before_verb(sentence: Sentence, begin: int, first: int) -> int:
    """Return where a subject ends that a verb follows which no lexicon knows."""
    end = phrase_end(sentence, begin, limit=first)
    for index in range(begin + 1, end):
        word = sentence.tokens.words[index]
        if word in ("ne", "n'", "se", "s'", "qui") or looks_finite(word):
            return index
    return end
