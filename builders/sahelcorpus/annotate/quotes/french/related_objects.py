"""What a French verb says of something, both together: `évalue A à 30 tonnes`, `impute A à B`, `voit dans A « B »`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.complements import skip_adverbs
from sahelcorpus.annotate.quotes.french.extent import phrase_content_end
from sahelcorpus.annotate.quotes.french.mentions import is_source
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_REACH = 12
"""Most tokens between a verb and the second of its two."""


def estimate(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `évalue A à 30 tonnes`, and `que le cabinet estime à 600 milliards`, where the figure alone is content."""
    if speaker is None:
        return False
    tokens = sentence.tokens
    start = skip_adverbs(sentence, group.end)
    for index in range(start, min(len(tokens.words), start + 16)):
        word = tokens.words[index]
        if word in (".", ",", ";", ":", QUOTATION):
            return False
        if word in ("à", "entre") and _is_amount(sentence, index + 1):
            # « estime à 30 tonnes », « estime les pertes à 30 tonnes », « estime à 30 tonnes les pertes »
            first = index + (word == "à") if index == start else start
            end = phrase_content_end(sentence, index + 1, group)
            return sentence.propose(
                "estimate", 0.85, [sentence.place(first, end)], cue=cue_of(sentence, group), speaker=speaker
            )
    return False


def impute(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `impute la hausse au gasoil`: what is imputed and to whom or what, together."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = skip_adverbs(sentence, group.end)
    if speaker is None or group.mood not in "fg" or tokens.word(start) not in lexicon.words("definite"):
        return False
    for index in range(start + 1, min(len(tokens.words), start + _REACH)):
        word = tokens.words[index]
        if word in (".", ";", ":", ",", QUOTATION) or word in lexicon.words("relatives"):
            return False
        if word in ("à", "au", "aux"):
            end = phrase_content_end(sentence, start, group)
            return sentence.propose(
                "impute", 0.8, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker, least=8
            )
    return False


def see_in(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `voit dans ce départ « un aveu »` and `y voit « un signal »`: what something is called, and in what."""
    tokens = sentence.tokens
    if speaker is None or group.mood not in "fg" or not is_source(sentence, speaker):
        return False
    start = skip_adverbs(sentence, group.end)
    if "y" not in tokens.words[group.first : group.at] and tokens.word(start) not in ("dans", "en"):
        return False
    quoted = next((index for index in sentence.quotations if start <= index < start + _REACH), None)
    stops = sentence.lexicon.words("relatives =, =. =; =:")
    if quoted is None or not stops.isdisjoint(tokens.words[start:quoted]):
        return False
    places = [sentence.place(start, phrase_content_end(sentence, quoted, group))]
    return sentence.propose("see in", 0.85, places, cue=cue_of(sentence, group), speaker=speaker, least=4)


def describe_as(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `le décrivent comme A`, and `décrit X comme A`, where both are the content."""
    tokens = sentence.tokens
    if speaker is None or group.mood not in "fg" or not is_source(sentence, speaker):
        return False
    start = skip_adverbs(sentence, group.end)
    link = next(
        (index for index in range(start, min(len(tokens.words), start + _REACH)) if tokens.words[index] == "comme"), 0
    )
    stops = sentence.lexicon.words("relatives =, =. =; =:")
    if not link or link + 2 >= len(tokens.words) or not stops.isdisjoint(tokens.words[start:link]):
        return False
    taken_up = not {"le", "la", "l'", "les"}.isdisjoint(tokens.words[group.first : group.at])
    if not taken_up and link == start:
        return False
    first = link + 1 if taken_up else start
    place = sentence.place(first, phrase_content_end(sentence, link + 1, group))
    return sentence.propose("describe as", 0.85, [place], cue=cue_of(sentence, group), speaker=speaker, least=4)


def _is_amount(sentence: Sentence, index: int) -> bool:
    words = [sentence.tokens.word(place) for place in range(index, index + 3)]
    numbers = sentence.lexicon.words("numbers")
    return any(word[:1].isdigit() or word in numbers for word in words)
