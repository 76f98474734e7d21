"""Reported speech whose announcing clause follows it without marks: `A, a annoncé X`, `A, X said`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.english_fronted import read_english_fronted
from sahelcorpus.annotate.quotes.constructions.incise import incise_at
from sahelcorpus.annotate.quotes.extent import has_finite_verb
from sahelcorpus.annotate.quotes.mentions import is_source
from sahelcorpus.annotate.quotes.sentence import Sentence


def read_fronted(sentence: Sentence) -> None:
    """Propose every content that its announcing clause follows or interrupts, without marks around it."""
    if not sentence.verbs:
        return
    if sentence.lexicon.language == "en":
        read_english_fronted(sentence)
        return
    tokens, lexicon = sentence.tokens, sentence.lexicon
    verbs = lexicon.verbs
    size = len(tokens)
    for comma in range(2, size - 1):
        if tokens.words[comma] not in (",", "–", "—"):
            continue
        if not any(tokens.words[place] in verbs for place in range(comma + 1, min(size, comma + 6))):
            continue
        low = _content_start(sentence, comma)
        if low is None or comma - low < 2 or (sentence.is_quotation(comma - 1) and comma - low < 3):
            continue
        found = incise_at(sentence, comma + 1)
        if found is None or not found.sure or found.speaker is None:
            continue
        clausal = has_finite_verb(sentence, low, comma)
        if not is_source(sentence, found.speaker):
            continue
        places = [sentence.place(low, comma)]
        name = "fronted"
        following = _goes_on(sentence, found.end)
        if following is not None and following < size - 1 and not clausal:
            places.append(sentence.place(following, size))
            name = "interrupted"
        elif not clausal:
            continue
        sentence.speakers.append((found.at, found.speaker))
        sentence.propose(name, 0.86, places, cue=found.cue, speaker=found.speaker, least=8)
        return


def _content_start(sentence: Sentence, comma: int) -> int | None:
    """Return where the sentence's content starts: after a dateline, a colon or a dash."""
    tokens = sentence.tokens
    for index in range(comma - 1, -1, -1):
        word = tokens.words[index]
        if word in (";", ":", "–", "—", "|") or (word == "-" and index < 14):
            return index + 1
    return 0


def _goes_on(sentence: Sentence, index: int) -> int | None:
    tokens = sentence.tokens
    return index + 1 if tokens.word(index) == "," else None
