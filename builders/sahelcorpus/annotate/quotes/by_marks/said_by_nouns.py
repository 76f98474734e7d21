"""Where a noun or a place says whose a content is: `his answer`, `in the letter`, `quoting X, his saying that`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.content_end import content_end
from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, phrase_end, place_of
from sahelcorpus.annotate.quotes.by_marks.subjects_before import clause_start
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.records.vocabulary import CueKind

_WITHIN = 25
_NEAR = 3
_LEAST = 5


def located_source(sentence: Sentence, cue: Cue) -> Place | None:
    """Return the source that stands after a preposition: `se lee en la carta`, `جاء في البيان`; None if none does."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    low = clause_start(sentence, cue.first)
    if tokens.word(low) in lexicon.words("joining") and begins_phrase(sentence, low + 1) and low + 1 < cue.first:
        return place_of(sentence, (low + 1, phrase_end(sentence, low + 1, limit=cue.first)))
    for at in range(cue.end, min(len(tokens.words) - 1, cue.end + _NEAR)):
        if tokens.words[at] in lexicon.words("joining"):
            return (
                place_of(sentence, (at + 1, phrase_end(sentence, at + 1))) if begins_phrase(sentence, at + 1) else None
            )
    return None


def read_reported_saying(sentence: Sentence, cues: list[Cue]) -> None:
    """Read `عن الوزير قوله إن`: a noun with its owner's suffix and a clause, the source after a preposition before."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for at, word in enumerate(tokens.words):
        if tokens.word(at + 1) not in lexicon.words("that") or at + 2 >= len(tokens.words):
            continue
        noun = owned_noun(sentence, at) if word not in lexicon.nouns else None
        if noun is None:
            continue
        speaker: Place | None = noun[1]
        for before in range(at - 1, max(-1, at - _WITHIN), -1):
            if tokens.words[before] in lexicon.words("markers"):
                speaker = place_of(sentence, (before + 1, at)) if before + 1 < at else speaker
                break
        places = [sentence.place(at + 2, content_end(sentence, at + 2, cues))]
        sentence.propose("noun + that", 0.85, places, cue=noun[0], speaker=speaker, least=_LEAST)


def owned_noun(sentence: Sentence, index: int) -> tuple[FoundCue, Place] | None:
    """Return a noun for something said and its owner's suffix, as the cue and the speaker: `جوابها`; or None."""
    word, lexicon = sentence.tokens.words[index], sentence.lexicon
    for suffix in lexicon.words("possessives"):
        lemma = lexicon.nouns.get(word.removesuffix(suffix)) if word.endswith(suffix) else None
        if lemma is not None:
            start, end = sentence.place(index, index + 1)
            border = end - len(suffix)
            return FoundCue((start, border), lemma, CueKind.NOUN), (border, end)
    return None
