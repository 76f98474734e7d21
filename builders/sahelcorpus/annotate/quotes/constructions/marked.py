"""Quotations by their marks and a near cue alone, for languages whose clauses are not read."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_NEAR = 6
_BEFORE = 14
_WORDS = 4


def read_marked(sentence: Sentence) -> None:
    """Propose direct quotations: before or after a cue, after a colon, or standing as a sentence."""
    tokens, size = sentence.tokens, len(sentence.tokens)
    places = [index for index in range(size) if tokens.words[index] == QUOTATION]
    used: set[int] = set()
    for order, index in enumerate(places):
        stretch = sentence.stretch(index)
        if stretch is None or index in used:
            continue
        content = sentence.text[stretch.inner_start : stretch.inner_end]
        after = _cue(sentence, range(index + 1, min(size, index + 1 + _NEAR)))
        before = _cue(sentence, range(index - 1, max(-1, index - 1 - _BEFORE), -1))
        spans = [(stretch.start, stretch.end)]
        if after is not None and tokens.word(index - 1) != ":":
            speaker = _speaker(sentence, after[0] + 1)
            follow = places[order + 1] if order + 1 < len(places) else None
            if (follow is not None and tokens.words[follow - 1] == ",") or (
                follow is not None and tokens.words[follow - 1] == "،"
            ):
                second = sentence.stretch(follow)
                if second is not None:
                    spans.append((second.start, second.end))
                    used.add(follow)
            sentence.propose("cue after marks", 0.85, spans, cue=after[1], speaker=speaker)
        elif tokens.word(index - 1) == ":":
            speaker = _speaker(sentence, before[0] + 1) if before else None
            sentence.propose("colon", 0.85, spans, cue=before[1] if before else None, speaker=speaker)
        elif before is not None and len(content.split()) >= _WORDS:
            sentence.propose("cue before marks", 0.7, spans, cue=before[1], speaker=_speaker(sentence, before[0] + 1))
        elif len(content.split()) >= _WORDS and not any(word[0].isalpha() for word in tokens.words):
            sentence.propose("standing", 0.7, spans, cue=None, speaker=None)
    _read_that(sentence)


def _cue(sentence: Sentence, indices: range) -> tuple[int, FoundCue] | None:
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    for index in indices:
        word = tokens.words[index]
        if word in (QUOTATION, ".", ";"):
            return None
        form = verbs.get(word)
        if form is not None:
            return index, sentence.cue(index, form.lemma)
        if word in sentence.lexicon.sources:
            return index, sentence.cue(index, word, CueKind.PREPOSITION)
    return None


def _speaker(sentence: Sentence, index: int) -> Place | None:
    """Return the words after a cue up to the next sign, as the speaker's mention."""
    tokens = sentence.tokens
    end = index
    while (
        end < len(tokens)
        and end < index + 8
        and tokens.words[end][0].isalpha()
        and tokens.words[end] not in sentence.lexicon.words("that")
    ):
        end += 1
    return sentence.place(index, end) if end > index else None


def _read_that(sentence: Sentence) -> None:
    """Read the clause after `cue + speaker + that` to the sentence's end."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    that = lexicon.words("that")
    for index, word in enumerate(tokens.words):
        form = lexicon.verbs.get(word)
        if form is not None and "q" in form.frames:
            for place in range(index + 1, min(len(tokens) - 2, index + 12)):
                if tokens.words[place] in (QUOTATION, ".", ";", ":"):
                    break
                if tokens.words[place] in that:
                    end = len(tokens)
                    sentence.propose(
                        "that-clause",
                        0.6,
                        [sentence.place(place + 1, end)],
                        cue=sentence.cue(index, form.lemma),
                        speaker=_speaker(sentence, index + 1) if place > index + 1 else None,
                        least=8,
                    )
                    break
        elif word in lexicon.sources and lexicon.sources:
            _after_source(sentence, index, word)


def _after_source(sentence: Sentence, index: int, word: str) -> None:
    tokens = sentence.tokens
    close = next(
        (place for place in range(index + 1, min(len(tokens), index + 20)) if tokens.words[place] in (",", "،")), None
    )
    cue = sentence.cue(index, word, CueKind.PREPOSITION)
    if index <= 1 and close is not None and close + 2 < len(tokens):
        sentence.propose(
            "source before",
            0.75,
            [sentence.place(close + 1, len(tokens))],
            cue=cue,
            speaker=sentence.place(index + 1, close),
            least=8,
        )
    elif index > 3 and tokens.words[index - 1] in (",", "،"):
        stop = close if close is not None else len(tokens)
        if stop > index + 1:
            places = [sentence.place(0, index - 1)]
            if close is not None and close + 1 < len(tokens):
                places.append(sentence.place(close + 1, len(tokens)))
            end = stop - 1 if tokens.words[stop - 1] == "." else stop
            if end > index + 1:
                sentence.propose("source after", 0.75, places, cue=cue, speaker=sentence.place(index + 1, end), least=8)
