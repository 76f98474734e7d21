"""What a cue verb announces without a colon, in the languages that are read by marks and cues.

Clauses after `that`, clauses whose mood alone says that they are reported, infinitives and indirect questions;
`announced_objects` has what was asked for, announced or denied, and accusations.
"""

from __future__ import annotations

from bisect import bisect_left

from sahelcorpus.annotate.quotes.by_marks.announced_objects import Reading, after_marker, judgement, noun_phrase
from sahelcorpus.annotate.quotes.by_marks.content_end import content_end, next_comma
from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, past_preposition
from sahelcorpus.annotate.quotes.by_marks.said_by_nouns import located_source, read_reported_saying
from sahelcorpus.annotate.quotes.by_marks.word_classes import head_of, is_word, without_article
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_WITHIN = 25
_SHORT = 3
_MOOD = 14
_LEAST = 5
_STOPS = frozenset((";", ":", ".", "!", "?", "؟"))


def read_announced(sentence: Sentence, cues: list[Cue]) -> None:
    """Propose what each cue verb announces.

    Args:
        sentence: The sentence.
        cues: Its cue verbs, in order.
    """
    for cue in cues:
        frames, end, speaker = set(cue.form.frames), cue.after, cue.speaker
        if "j" in frames:
            speaker = located_source(sentence, cue) or speaker
            if speaker is None:
                continue
        target = end if cue.target < 0 else cue.target
        reading = None
        if _is_nobody(sentence, cue):
            continue
        if frames & set("qw"):
            reading = _clause(sentence, cues, cue, end)
        if reading is None and "z" in frames:
            reading = _reported_mood(sentence, cues, cue, end)
        if reading is None and "i" in frames:
            reading = _infinitive(sentence, cues, cue, end)
        if reading is None and frames & set("xt"):
            reading = judgement(sentence, cues, cue, target)
        if reading is None and "e" in frames:
            reading = after_marker(sentence, cues, cue)
        if reading is None and "n" in frames:
            reading = noun_phrase(sentence, cues, cue, target)
        if reading is not None:
            name, score, places = reading
            sentence.propose(name, score, places, cue=cue.found, speaker=speaker, least=_LEAST)
    read_reported_saying(sentence, cues)


def _is_nobody(sentence: Sentence, cue: Cue) -> bool:
    """Say whether a verb's subject is a thing that is no source: `los datos indican que`."""
    if cue.speaker is None:
        return False
    first = bisect_left(sentence.tokens.starts, cue.speaker[0])
    head = without_article(sentence.lexicon, head_of(sentence, first))
    return head in sentence.lexicon.words("notsources")


def _clause(sentence: Sentence, cues: list[Cue], cue: Cue, end: int) -> Reading | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.words[cue.index] in lexicon.words("unattributed") and tokens.word(cue.end) in lexicon.words("that"):
        return None
    ambiguous = bool(lexicon.words("that") & lexicon.words("relatives"))
    for frame, name in (("q", "that"), ("w", "questions")):
        if frame not in cue.form.frames:
            continue
        find = _adjacent if ambiguous else _unambiguous
        at = find(sentence, cue, end, name)
        if at is not None:
            start = at + (frame == "q")
            if start < len(tokens.words):
                places = [sentence.place(start, content_end(sentence, start, cues))]
                sure = lexicon.words("clause-comma") or tokens.words[at - 1] != "," or find is _adjacent
                construction = "that-clause" if frame == "q" else "indirect question"
                return construction, 0.87 if sure else 0.8, places
    return None


def _unambiguous(sentence: Sentence, cue: Cue, end: int, name: str) -> int | None:
    """Return the index of the word that opens the clause, where that word can do nothing else; commas must pair up."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    openers, commas = lexicon.words(name), 0
    if name == "questions":
        at = end if tokens.word(end) != "," else end + 1
        return at if tokens.word(at) in openers else None
    for at in range(cue.end, min(len(tokens.words), cue.end + _WITHIN)):
        word = tokens.words[at]
        if word in _STOPS:
            return None
        if word == ",":
            commas += 1
        elif word in openers and tokens.word(at - 1) not in lexicon.words("before-that"):
            return at if commas % 2 == 0 or tokens.words[at - 1] == "," else None
    return None


def _adjacent(sentence: Sentence, cue: Cue, end: int, name: str) -> int | None:
    """Return the index of the word that opens the clause, where it could as well be a relative.

    It stands right after the verb, its subject, adverbs, or whoever is spoken to.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    openers = lexicon.words(name)
    at = end
    while at < len(tokens.words) and at < cue.end + _WITHIN:
        word, following = tokens.words[at], tokens.word(at + 1)
        if word in openers:
            return at
        if word == "," and following in openers:
            return at + 1
        if word in lexicon.words("adverbs times"):
            at += 1
        elif word in lexicon.words("determiners prepositions") and following in lexicon.words("times"):
            at += 2
        elif word in lexicon.words("prepositions"):
            if following in openers:
                return at + 1
            close = past_preposition(sentence, at, min(len(tokens.words), cue.end + _WITHIN))
            within = range(at + 1, close)
            spoken_to = any(tokens.words[place] in lexicon.words("audience") for place in within)
            bare = at + 1 + (following in lexicon.words("indefinite"))
            spoken_to = spoken_to or tokens.word(bare) in lexicon.words("media")
            if not (spoken_to or tokens.capital(close - 1)):
                return None
            at = close
        else:
            return None
    return None


def _reported_mood(sentence: Sentence, cues: list[Cue], cue: Cue, end: int) -> Reading | None:
    """Read `sagte, die Lage sei ruhig`: a clause after a comma whose verb is in the mood of reported speech."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    comma = next_comma(sentence, max(end, cue.particle + 1))
    if comma is None:
        return None
    closed = lexicon.words("that questions relatives subordinators as prepositions -prepositions")
    if tokens.word(comma + 1) in closed or sentence.is_quotation(comma + 1):
        return None
    for at in range(comma + 1, min(len(tokens.words), comma + _MOOD)):
        if tokens.words[at] == ",":
            return None
        if tokens.words[at] in lexicon.words("subjunctive") and not tokens.capital(at):
            return "reported mood", 0.85, [sentence.place(comma + 1, content_end(sentence, comma + 1, cues))]
    return None


def _infinitive(sentence: Sentence, cues: list[Cue], cue: Cue, end: int) -> Reading | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = None
    if lexicon.words("to"):
        comma = next_comma(sentence, max(end, cue.particle + 1))
        if comma is not None and _holds_infinitive(sentence, comma + 1):
            start = comma + 1
    else:
        at = end
        while tokens.word(at) in lexicon.words("adverbs negation"):
            at += 1
        word = tokens.word(at)
        plain = word.isalpha() and len(word) >= _SHORT and not tokens.capital(at)
        if plain and word.endswith(tuple(lexicon.words("infinitives"))) and not begins_phrase(sentence, at):
            start = end
    if start is None:
        return None
    return "infinitive", 0.8, [sentence.place(start, content_end(sentence, start, cues))]


def _holds_infinitive(sentence: Sentence, start: int) -> bool:
    """Say whether a clause up to the next sign holds an infinitive with its particle: `zu öffnen`, `aufzuheben`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for at in range(start, min(len(tokens.words), start + _WITHIN)):
        word, following = tokens.words[at], tokens.word(at + 1)
        if not is_word(word) and word != QUOTATION:
            return False
        if at > start or word in lexicon.words("to"):
            apart = word in lexicon.words("to") and following.endswith("n") and not tokens.capital(at + 1)
            within = any(particle in word[2:-3] for particle in lexicon.words("to")) and word.endswith("en")
            if apart or (within and not is_word(following)):
                return True
    return False
