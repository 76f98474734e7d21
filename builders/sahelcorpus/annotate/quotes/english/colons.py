"""English nouns before a colon: which noun announces, and who holds it (`the diplomat had a question: “A”`)."""

from __future__ import annotations

from bisect import bisect_left

from sahelcorpus.annotate.quotes.english.phrases import english_phrase_end, speaks
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before, noun_phrase_back
from sahelcorpus.annotate.quotes.english.verbs import finite
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence

_REACH = 8


def english_noun_source(sentence: Sentence, index: int) -> Place | None:
    """Return the source that a noun names: a possessor, its complement, or the subject of the verb it is the object of.

    Args:
        sentence: The sentence.
        index: The noun's token.
    """
    words = sentence.tokens.words
    if index > 1 and words[index - 1] in ("'s", "'"):
        begin = noun_phrase_back(sentence, index - 1)
        return None if begin is None else sentence.place(begin, index - 1)
    after = index + 1
    if sentence.tokens.word(after) in ("of", "from", "by") and after + 1 < len(words):
        return sentence.place(after + 1, english_phrase_end(sentence, after + 1))
    for place in range(index - 1, max(-1, index - _REACH), -1):
        if words[place] in sentence.lexicon.words("holding"):
            phrase = english_mention_before(sentence, place)
            return sentence.place(*phrase) if phrase is not None and speaks(sentence, *phrase) else None
        if not words[place][0].isalnum() or finite(sentence, place):
            return None
    return None


def is_voice(sentence: Sentence, speaker: Place) -> bool:
    """Say whether the topic before a colon can be a source: `The envoy: “A”`, not `Tamasna crisis: “A”`."""
    starts = sentence.tokens.starts
    return speaks(sentence, bisect_left(starts, speaker[0]), bisect_left(starts, speaker[1]))


def announces_nearer(sentence: Sentence, verb: int, noun: int) -> bool:
    """Say whether a noun rather than a verb before it announces what a colon follows: a comma parts the two.

    Args:
        sentence: The sentence.
        verb: The verb's token.
        noun: The noun's token.
    """
    return verb < noun and "," in sentence.tokens.words[verb:noun]
