"""Where a content without marks ends, in the languages that are read by marks and cues: before the next attribution."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.named_sources import source_at
from sahelcorpus.annotate.quotes.by_marks.word_classes import belongs
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_WITHIN = 25
_OPPOSED = 9
_STOPS = frozenset((";", ":", ".", "!", "?", "؟"))


def content_end(sentence: Sentence, start: int, cues: list[Cue]) -> int:
    """Return the index after a content that starts at a token: to the sentence's end, or before the next attribution.

    Args:
        sentence: The sentence.
        start: The first token of the content.
        cues: The sentence's cue verbs.
    """
    words = sentence.tokens.words
    depth = 0
    for index in range(start, len(words)):
        word = words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            if not depth:
                return index
            depth -= 1
        elif depth:
            continue
        elif word in ("!", "?", "؟"):
            return index + 1
        elif (
            word == ";"
            or (word == ":" and sentence.is_quotation(index + 1))
            or (index > start and _attributes_anew(sentence, index, cues))
        ):
            return index
    return len(words)


def _attributes_anew(sentence: Sentence, index: int, cues: list[Cue]) -> bool:
    """Say whether the author attributes something else from a token on: a comma, a conjunction or a joined verb."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word, at = tokens.words[index], index
    if word == ",":
        at += 1
        if source_at(sentence, at) or source_at(sentence, at + (tokens.word(at) in lexicon.words("conjunctions"))):
            return True
    opposed = False
    while at < len(tokens.words) and belongs(
        lexicon, tokens.words[at], "conjunctions opposing adverbs auxiliaries clitics"
    ):
        opposed = opposed or belongs(lexicon, tokens.words[at], "opposing")
        at += 1
    for cue in cues:
        if cue.first < at:
            continue
        if cue.first == at:
            return (word == "," or at > index or cue.joined) and leads_on(sentence, cue)
        near = opposed and cue.first - at < _OPPOSED
        return (
            near and not any(tokens.words[place] == "," for place in range(at, cue.first)) and leads_on(sentence, cue)
        )
    return False


def leads_on(sentence: Sentence, cue: Cue) -> bool:
    """Say whether a content follows a cue: `that`, a colon, marks, or what its frames take besides."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if cue.joined and set(cue.form.frames) & set("xteniz"):
        return True
    for at in range(cue.end, min(len(tokens.words), cue.end + _WITHIN)):
        word = tokens.words[at]
        if word in (":", QUOTATION) or word in lexicon.words("that"):
            return True
        if word in _STOPS:
            return False
    return False


def next_comma(sentence: Sentence, start: int) -> int | None:
    """Return the next comma before any other sign or quotation, or None."""
    tokens = sentence.tokens
    for at in range(start, min(len(tokens.words), start + _WITHIN)):
        if tokens.words[at] == ",":
            return at
        if tokens.words[at] in _STOPS or tokens.words[at] == QUOTATION:
            return None
    return None
