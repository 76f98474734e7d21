"""Contents that are attributed around them, in the languages that are read by marks and cues.

By a source that is named before, within or after (`según X, A`; `A, laut X`), and by an announcing clause after a comma
(`A, dijo X`). A content that is nothing but a quotation in marks is read in `marked`.
"""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.content_end import content_end, leads_on
from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.named_sources import NamedSource
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, phrase_after, place_of, skipped
from sahelcorpus.annotate.quotes.by_marks.said_by_nouns import located_source
from sahelcorpus.annotate.quotes.by_marks.word_classes import (
    belongs,
    has_no_determiners,
    is_person,
    is_word,
    without_article,
)
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.records.vocabulary import CueKind

_WITHIN = 25
_CONTENT = 3
_LEAST = 8
_DASHES = frozenset(("–", "—"))
_STOPS = frozenset((";", ":", ".", "!", "?", "؟"))


def read_attributed(sentence: Sentence, cues: list[Cue], sources: list[NamedSource]) -> None:
    """Propose every content that a named source, or an announcing clause after a comma, attributes.

    Args:
        sentence: The sentence.
        cues: Its cue verbs, in order.
        sources: The sources that it names, in order.
    """
    for source in sources:
        if _opens_clause(sentence, source) and not source.trailing:
            _read_before(sentence, cues, source)
        else:
            _read_after(sentence, cues, source)
    for cue in cues:
        _read_incise(sentence, cues, cue)


def _opens_clause(sentence: Sentence, source: NamedSource) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = source.first
    if source.found.place[0] > tokens.starts[at] and source.found.kind is CueKind.PREPOSITION:
        return True  # a conjunction is attached to it
    while at and belongs(lexicon, tokens.words[at - 1], "conjunctions opposing adverbs -as"):
        at -= 1
    return at == 0 or tokens.words[at - 1] in _STOPS or (at < source.first and tokens.words[at - 1] == ",")


def _read_before(sentence: Sentence, cues: list[Cue], source: NamedSource) -> None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = None
    if tokens.word(source.end) == ",":
        start = source.end + 1
    elif lexicon.words("capitals") and is_word(tokens.word(source.end)) and not tokens.capital(source.end):
        start = source.end  # the verb follows its first constituent at once
    else:
        for at in range(source.end, min(len(tokens.words), source.end + _WITHIN)):
            if tokens.words[at] == ",":
                start = at + 1
                break
            if tokens.words[at] in _STOPS:
                return
    if start is None:
        return
    start += belongs(lexicon, tokens.word(start), "that")  # a particle that only resumes: `فإن`
    if start >= len(tokens.words):
        return
    places = [sentence.place(start, content_end(sentence, start, cues))]
    sentence.propose("source before", 0.83, places, cue=source.found, speaker=source.speaker, least=_LEAST)


def _read_after(sentence: Sentence, cues: list[Cue], source: NamedSource) -> None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    separated = tokens.word(source.first - 1) == "," or tokens.word(source.first - 1) in _DASHES
    stop = source.first - separated
    low = content_start(sentence, cues, stop)
    rest = _rest(sentence, cues, source.end) if separated else None
    if low is None or low >= stop or not (_is_clause(sentence, low, stop) or (rest and not sentence.is_quotation(low))):
        return
    places = [sentence.place(low, stop)]
    name = "source after"
    if separated:
        if rest is not None:
            places.append(rest)
            name = "source within"
    elif not source.personal:
        return
    elif is_word(tokens.word(source.end)):
        if not lexicon.words("capitals"):
            return
        places.append(sentence.place(source.end, content_end(sentence, source.end, cues)))
        name = "source within"
    sentence.propose(name, 0.8 if separated else 0.68, places, cue=source.found, speaker=source.speaker, least=_LEAST)


def content_start(sentence: Sentence, cues: list[Cue], stop: int) -> int | None:
    """Return the first token of a content that ends at a token; None if a cue in it attributes it to somebody else.

    Args:
        sentence: The sentence.
        cues: Its cue verbs.
        stop: The token after the content.
    """
    tokens = sentence.tokens
    low = stop
    while low and tokens.words[low - 1] not in _STOPS:
        low -= 1
    if any(low <= cue.index < stop and leads_on(sentence, cue) for cue in cues):
        return None
    while low < stop and belongs(sentence.lexicon, tokens.words[low], "conjunctions -attached"):
        low += 1
    return low


def _is_clause(sentence: Sentence, low: int, stop: int) -> bool:
    """Say whether the tokens can be a clause: long enough, and not a lone quotation or an adverbial alone."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    size = sum(_CONTENT if sentence.is_quotation(at) else is_word(tokens.words[at]) for at in range(low, stop))
    if size < _CONTENT or (sentence.is_quotation(low) and stop - low == 1):
        return False
    adverbial = belongs(lexicon, tokens.words[low], "prepositions subordinators times as -determiners")
    return not adverbial or any(tokens.words[at] == "," for at in range(low, stop)) or stop - low > _WITHIN // 3


def _rest(sentence: Sentence, cues: list[Cue], start: int) -> Place | None:
    """Return the second part of a content that an attribution between commas or dashes interrupts."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = start
    while at < len(tokens.words) and at < start + _WITHIN and tokens.words[at] not in _DASHES | _STOPS | {","}:
        at += 1
    following = tokens.word(at + 1)
    if tokens.word(at) not in _DASHES | {","} or not is_word(following):
        return None
    if belongs(lexicon, following, "conjunctions opposing") or any(
        cue.first <= at + 2 <= cue.end and (cue.joined or leads_on(sentence, cue)) for cue in cues if cue.first > at
    ):
        return None
    return sentence.place(at + 1, content_end(sentence, at + 1, cues))


def _read_incise(sentence: Sentence, cues: list[Cue], cue: Cue) -> None:
    """Read `A, dijo X` without marks: the verb right after the comma, its subject after it, and nothing announced."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    comma = cue.first - 1
    if tokens.word(comma) != "," or not cue.direct or cue.joined or leads_on(sentence, cue):
        return
    end = max(cue.end, cue.particle + 1)
    if tokens.word(cue.end) in lexicon.words("impersonal"):
        place = located_source(sentence, cue)
        end += 1
    else:
        phrase = phrase_after(sentence, cue.first + 1 if cue.first != cue.index else cue.end)
        if phrase is None:
            return
        head = tokens.words[phrase[0]]
        if has_no_determiners(lexicon) and not (is_person(lexicon, head) or without_article(lexicon, head) != head):
            return
        place = place_of(sentence, phrase)
        end = max(end, phrase[1])
    end = skipped(sentence, end, len(tokens.words))
    if is_word(tokens.word(end)):
        return
    low = content_start(sentence, cues, comma)
    rest = _rest(sentence, cues, end)
    if low is None or low >= comma:
        return
    if sentence.is_quotation(low) if rest else not (_is_plain(sentence, low) and _is_clause(sentence, low, comma)):
        return
    places = [sentence.place(low, comma)]
    if rest is not None:
        places.append(rest)
    if sentence.propose("incise", 0.76, places, cue=cue.found, speaker=place, least=_LEAST) and place:
        sentence.speakers.append((cue.index, place))


def _is_plain(sentence: Sentence, low: int) -> bool:
    """Say whether a clause does not begin as an adverbial does."""
    word = sentence.tokens.words[low]
    return begins_phrase(sentence, low) or not belongs(
        sentence.lexicon, word, "prepositions subordinators times relatives as -determiners"
    )
