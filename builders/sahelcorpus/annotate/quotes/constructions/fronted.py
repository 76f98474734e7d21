"""Reported speech whose announcing clause follows it without marks: `A, a annoncé X`, `A, X said`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.incise import incise_at
from sahelcorpus.annotate.quotes.extent import has_finite_verb
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.mentions import is_source
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION


def read_fronted(sentence: Sentence) -> None:
    """Propose every content that its announcing clause follows or interrupts, without marks around it."""
    if not sentence.verbs:
        return
    tokens, lexicon = sentence.tokens, sentence.lexicon
    verbs, english = lexicon.verbs, lexicon.language == "en"
    size = len(tokens)
    for comma in range(2, size - 1):
        if tokens.words[comma] not in (",", "–", "—"):
            continue
        reach = 6 if not english else 30
        if not any(tokens.words[place] in verbs for place in range(comma + 1, min(size, comma + reach))):
            continue
        low = _content_start(sentence, comma)
        if low is None or comma - low < 2 or (sentence.is_quotation(comma - 1) and comma - low < 3):
            continue
        found = incise_at(sentence, comma + 1)
        if found is None or not found.sure or found.speaker is None:
            continue
        if english and not _is_near(sentence, comma, found.speaker):
            continue
        if english and not _english_incise(sentence, comma, found.at, found.end):
            continue
        clausal = has_finite_verb(sentence, low, comma)
        if not english and not is_source(sentence, found.speaker):
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


def _english_incise(sentence: Sentence, comma: int, at: int, end: int) -> bool:
    """Say whether `, X said` ends its clause, so that what comes before the comma is the content."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    del comma
    following = tokens.word(max(at + 1, end))
    if following in lexicon.words("that") or following in (QUOTATION, ":"):
        return False
    if lexicon.verbs[tokens.words[at]].frames.find("z") < 0 and lexicon.verbs[tokens.words[at]].frames.find("q") < 0:
        return False
    return following in ("", ".", ",", ";") or following in lexicon.words("stops prepositions adverbs")


def _is_near(sentence: Sentence, comma: int, speaker: Place) -> bool:
    """Say whether the speaker follows the comma or the verb at once, and is one."""
    tokens = sentence.tokens
    starts = tokens.starts[comma + 1 : comma + 5]
    return speaker[0] in starts and is_source(sentence, speaker)


def _goes_on(sentence: Sentence, index: int) -> int | None:
    tokens = sentence.tokens
    return index + 1 if tokens.word(index) == "," else None
