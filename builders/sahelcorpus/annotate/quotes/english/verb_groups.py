"""The English verb group around a cue: auxiliaries, negation, adverbs between them, `to`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.verbs import is_by_somebody, is_contracted, is_ly, is_noun
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.verb_groups import FURTHEST, VerbGroup, before_parenthesis

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


def english_verb_group(sentence: Sentence, at: int, form: CueForm) -> VerbGroup | None:
    """Return the English verb group of the cue at a token, or None if the form is no predicate there."""
    if is_noun(sentence, at):
        return None
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    index = at - 1
    if index > 0 and words[index] == "," and "p" in form.moods:
        index = before_parenthesis(sentence, index, known.words("auxiliaries"))
    first = at
    auxiliary = passive = infinitive = False
    while index >= 0 and at - index < FURTHEST * 2:
        word = words[index]
        contracted = index > 0 and is_contracted(sentence, index)
        if contracted or (word in known.words("auxiliaries") and not (index and tokens.capital(index))):
            auxiliary, first = True, index
            passive = passive or word in _BE
        elif word in known.words("negation"):
            first = index if first == index + 1 else first
        elif word == "to" and "i" in form.moods and not auxiliary:
            infinitive, first = True, index + 1
            break
        elif word == "long" and index and words[index - 1] in known.words("auxiliaries"):
            pass  # « have long argued »
        elif not (word in known.words("adverbs") or is_ly(sentence, index)):
            break
        index -= 1
    # `insisted on Tuesday` is the single verb, though `insist on` is one too
    end = at + 1 + (" " in form.lemma and (words[at], tokens.word(at + 1)) in known.tails)
    if words[at].endswith("ing"):
        mood, passive = "f" if auxiliary else "g", False
    elif infinitive:
        mood = "i"
    elif (
        not auxiliary
        and "p" in form.moods
        and (
            "f" not in form.moods
            or at == 0
            or (is_by_somebody(sentence, end) and words[at - 1] not in known.words("pronouns"))
        )
    ):
        return None  # a participle that only tells which
    else:
        mood = "f"
    return VerbGroup(form, at, first, end, mood, None, passive and "p" in form.moods, reflexive=False)
