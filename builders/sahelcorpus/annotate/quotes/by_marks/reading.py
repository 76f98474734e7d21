"""Quotations by their marks and a near cue, for languages whose clauses are not read by a grammar of their own.

Direct speech stands in marks with an announcing clause after or within it, behind a colon, right after a verb and its
subject, or as a sentence of its own. Without marks, `announced` and `attributed` read what the cues attribute. A text
in a language without a folder has neither cues nor sources, and keeps the colon, the sentence in marks, and the
quotation at a sentence's head that a comma or dash sets off.
"""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.announced import read_announced
from sahelcorpus.annotate.quotes.by_marks.announced_objects import target_of
from sahelcorpus.annotate.quotes.by_marks.attributed import read_attributed
from sahelcorpus.annotate.quotes.by_marks.cues import Cue, find_cues, find_speaker
from sahelcorpus.annotate.quotes.by_marks.incises import Incise, incise_after, incise_within
from sahelcorpus.annotate.quotes.by_marks.named_sources import NamedSource, find_sources
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, phrase_after, phrase_end, place_of
from sahelcorpus.annotate.quotes.by_marks.said_by_nouns import located_source, owned_noun
from sahelcorpus.annotate.quotes.by_marks.word_classes import (
    belongs,
    has_no_determiners,
    is_person,
    is_word,
    without_article,
)
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_WORDS = 4
"""Least words of a quotation that little else speaks for."""

_FEW = 3
_SHORTEST = 4
_LABEL = 6
_ENDS = ".!?…؟。！？"
"""What a sentence in marks ends with."""


def read_marked(sentence: Sentence) -> None:
    """Propose every quotation of a sentence.

    Args:
        sentence: The sentence.
    """
    if len(sentence.tokens.words) < _SHORTEST and not sentence.quotations:
        return
    cues = find_cues(sentence)
    for cue in cues:
        find_speaker(sentence, cue, target_of(sentence, cue))
    sources = find_sources(sentence, cues)
    if not cues and not sources and not sentence.lexicon.nouns:
        for index in sentence.quotations:
            stretch = sentence.stretch(index)
            if stretch is not None and not _read_within(sentence, stretch):
                _read_alone(sentence, index, stretch)
        return
    used = -1
    for index in sentence.quotations:
        if index > used:
            used = max(used, _read_quotation(sentence, cues, sources, index))
    _read_dashed(sentence, cues)
    read_attributed(sentence, cues, sources)
    read_announced(sentence, cues)
    _read_unmarked_colon(sentence, cues)


def _size(content: str) -> int:
    """Return the number of words; in scripts without blanks between words, of pairs of letters."""
    return sum(1 if word[0] < "\u3000" else max(1, len(word) // 2) for word in content.split())


def _content(sentence: Sentence, stretch: Marked) -> str:
    return sentence.text[stretch.inner_start : stretch.inner_end]


def _read_alone(sentence: Sentence, index: int, stretch: Marked) -> None:
    """Read a quotation by its marks alone: behind a colon, a sentence of its own, or at a sentence's head."""
    tokens = sentence.tokens
    content = _content(sentence, stretch)
    ended = content.rstrip()[-1:] in _ENDS
    places = [(stretch.start, stretch.end)]
    if _is_behind_colon(sentence, index):
        if ended or _size(content) >= _FEW:
            sentence.propose("colon", 0.85, places, cue=None, speaker=_label(sentence, index))
    elif _stands_alone(sentence, index):
        if ended or _size(content) >= _WORDS:
            sentence.propose("standing", 0.7, places, cue=None, speaker=None)
    elif index == 0 and _size(content) >= _FEW and not sentence.lexicon.verbs:
        inside = content.rstrip()[-1:] in ",،，!?؟！？"
        if inside or tokens.word(1) in (",", "–", "—", "-"):
            sentence.propose("set off", 0.6, places, cue=None, speaker=None)


def _is_behind_colon(sentence: Sentence, index: int) -> bool:
    words = sentence.tokens.words
    at = index - 1
    while at > 0 and words[at] in ("–", "—", "-"):
        at -= 1
    return at >= 0 and words[at] == ":"


def _stands_alone(sentence: Sentence, index: int) -> bool:
    words = sentence.tokens.words
    return not any(is_word(word) and not word[0].isdigit() for word in words[:index] + words[index + 1 :]) and (
        sentence.tokens.word(index + 1) != ","
    )


def _label(sentence: Sentence, index: int) -> Place | None:
    """Return the name before a colon where nothing else stands before it: a turn of an interview, a headline."""
    words = sentence.tokens.words
    colon = next(at for at in range(index - 1, -1, -1) if words[at] == ":")
    if not sentence.lexicon.verbs or not 0 < colon <= _LABEL or not begins_phrase(sentence, 0):
        return None
    return sentence.place(0, colon) if phrase_end(sentence, 0) == colon else None


def _read_quotation(sentence: Sentence, cues: list[Cue], sources: list[NamedSource], index: int) -> int:
    """Propose a quotation in marks; return the index of the last quotation that belongs to it."""
    stretch = sentence.stretch(index)
    if stretch is None:
        return index
    if _read_within(sentence, stretch):
        return index
    if _is_behind_colon(sentence, index):
        _read_behind_colon(sentence, cues, index, stretch)
        return index
    incise = incise_after(sentence, cues, sources, index)
    if incise is not None:
        return _read_before_incise(sentence, index, stretch, incise)
    if not _read_after_verb(sentence, cues, index, stretch):
        _read_alone(sentence, index, stretch)
    return index


def _read_within(sentence: Sentence, stretch: Marked) -> bool:
    within = incise_within(sentence, stretch)
    if within is None:
        return False
    spoken, found, speaker = within
    sentence.propose_spoken("incise within marks", 0.93, spoken, cue=found, speaker=speaker)
    return True


def _read_before_incise(sentence: Sentence, index: int, stretch: Marked, incise: Incise) -> int:
    tokens = sentence.tokens
    places = [(stretch.start, stretch.end)]
    if index and is_word(tokens.words[index - 1]):
        return index  # the end of a content that begins before the marks: `attributed` reads it
    if (
        _size(_content(sentence, stretch)) < _FEW
        and not incise.separated
        and (_content(sentence, stretch)[-1:] not in _ENDS)
    ):
        return index
    following = _continuation(sentence, incise.end)
    second = sentence.stretch(following) if following is not None else None
    if second is not None and following is not None:
        places.append((second.start, second.end))
        sentence.propose("interrupted", 0.9, places, cue=incise.found, speaker=incise.speaker)
        return following
    sentence.propose("cue after marks", 0.88, places, cue=incise.found, speaker=incise.speaker)
    return index


def _continuation(sentence: Sentence, start: int) -> int | None:
    """Return the second part of an interrupted quotation: the next one, right behind a comma or dash."""
    words = sentence.tokens.words
    for at in range(start, min(len(words), start + 12)):
        if words[at] == QUOTATION:
            return at if words[at - 1] in (",", "–", "—", "-") or at == start else None
        if words[at] in (";", ":", ".") or words[at] in sentence.lexicon.words("that conjunctions relatives"):
            return None
    return None


def _read_behind_colon(sentence: Sentence, cues: list[Cue], index: int, stretch: Marked) -> None:
    tokens = sentence.tokens
    places = [(stretch.start, stretch.end)]
    colon = next(at for at in range(index - 1, -1, -1) if tokens.words[at] == ":")
    low = max((at + 1 for at in range(colon) if tokens.words[at] in (".", ";")), default=0)
    near = [cue for cue in cues if low <= cue.index < colon and not _is_taken(sentence, cue, colon)]
    for cue in reversed(near):
        speaker = located_source(sentence, cue) if "j" in cue.form.frames else cue.speaker
        if cue.direct or speaker is not None:
            sentence.propose("colon", 0.9, places, cue=cue.found, speaker=speaker)
            return
    noun = _noun_cue(sentence, low, colon)
    if noun is not None:
        sentence.propose("colon after noun", 0.86, places, cue=noun[0], speaker=noun[1])
        return
    _read_alone(sentence, index, stretch)


def _is_taken(sentence: Sentence, cue: Cue, colon: int) -> bool:
    """Say whether a cue before a colon announces a clause of its own: `X dijo que A: «B»`."""
    that = sentence.lexicon.words("that")
    return any(sentence.tokens.words[at] in that for at in range(cue.end, colon))


def _noun_cue(sentence: Sentence, low: int, colon: int) -> tuple[FoundCue, Place | None] | None:
    """Return a noun that announces what follows a colon, and whose it is: `رد الوزارة:`, `جوابها:`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for at in range(colon - 1, low - 1, -1):
        word = tokens.words[at]
        if word in lexicon.nouns:
            found = sentence.cue(at, lexicon.nouns[word], CueKind.NOUN)
            return found, _owner(sentence, at + 1, colon)
        owned = owned_noun(sentence, at)
        if owned is not None:
            return owned
    return None


def _owner(sentence: Sentence, start: int, limit: int) -> Place | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if start < limit and (has_no_determiners(lexicon) or tokens.words[start] in lexicon.words("of")):
        bare = start + (tokens.words[start] in lexicon.words("of -determiners"))
        phrase = phrase_after(sentence, bare, limit=limit)
        if phrase is None or phrase[0] != bare:
            return None
        owned = range(phrase[0], phrase[1])
        definite = any(without_article(lexicon, tokens.words[at]) != tokens.words[at] for at in owned)
        if has_no_determiners(lexicon) and not definite and not is_person(lexicon, tokens.words[bare]):
            return None
        return place_of(sentence, phrase)
    return None


def _read_after_verb(sentence: Sentence, cues: list[Cue], index: int, stretch: Marked) -> bool:
    """Read `dijo el ministro «A»`, without a colon: nothing but the subject stands between verb and marks."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for cue in reversed(cues):
        if cue.index >= index or not cue.direct:
            continue
        if any(tokens.words[at] in lexicon.words("that") for at in range(cue.end, index)):
            return False
        before = tokens.words[index - 1]
        if belongs(lexicon, before, "prepositions determiners of distancing"):
            return False
        adjacent = index == cue.end
        between = all(
            not is_word(tokens.words[at]) or belongs(lexicon, tokens.words[at], "adverbs times audience")
            for at in range(cue.after, index)
        )
        if not between or _size(_content(sentence, stretch)) < (1 if adjacent else _WORDS):
            return False
        if any(
            tokens.words[at] in lexicon.words("that") for at in range(index + 1, min(len(tokens.words), index + _FEW))
        ):
            return False
        sentence.propose("cue before marks", 0.75, [(stretch.start, stretch.end)], cue=cue.found, speaker=cue.speaker)
        return True
    return False


def _read_dashed(sentence: Sentence, cues: list[Cue]) -> None:
    """Read a turn of a dialogue that holds its announcing clause between dashes: `—A —dijo X—, B`."""
    tokens = sentence.tokens
    if tokens.word(0) not in ("–", "—"):
        return
    for cue in cues:
        if cue.first > 1 and cue.direct and tokens.words[cue.first - 1] in ("–", "—"):
            phrase = phrase_after(sentence, cue.end)
            end = phrase[1] if phrase else cue.end
            places = [sentence.place(1, cue.first - 1)]
            if tokens.word(end) in ("–", "—") and end + 1 < len(tokens.words):
                places.append(sentence.place(end + 1, len(tokens.words)))
            content = sentence.content(places)
            if content is not None:
                speaker = place_of(sentence, phrase)
                sentence.propose_spoken("between dashes", 0.9, list(content[1]), cue=cue.found, speaker=speaker)
            return


def _read_unmarked_colon(sentence: Sentence, cues: list[Cue]) -> None:
    """Read `dijo el ministro: A.` without marks: the colon stands right behind the verb and its subject."""
    tokens = sentence.tokens
    for cue in cues:
        end = max(cue.after, cue.particle + 1)
        if not cue.direct or tokens.word(end) != ":" or end + _FEW >= len(tokens.words):
            continue
        if not any(sentence.is_quotation(at) for at in range(end + 1, len(tokens.words))):
            places = [sentence.place(end + 1, len(tokens.words))]
            sentence.propose("colon without marks", 0.7, places, cue=cue.found, speaker=cue.speaker, least=8)
