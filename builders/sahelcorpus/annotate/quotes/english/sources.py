"""English prepositions that name a source: `according to X, A`, `A, according to X`, `in the words of X, “A”`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.clauses import holds_clause
from sahelcorpus.annotate.quotes.english.extent import english_clause_end
from sahelcorpus.annotate.quotes.english.phrases import english_phrase_end, past_time_to_agent, speaks
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_VIEWING = frozenset(
    ("analysts", "experts", "critics", "observers", "diplomats", "residents", "opponents", "supporters")
)
"""Who has a view rather than a benefit, at the head of a sentence after `for`."""

_OWN = frozenset(("count", "account", "estimate", "admission", "reckoning", "telling", "calculation", "tally"))
_PUT = (["put", "it", ","], ["puts", "it", ","])
_BREAKS = frozenset((";", ":", "–", "—", "(", "|"))
_SIDES = frozenset(
    ("who", "which", "whose", "quoted", "cited", "quoting", "citing", "speaking", "released", "published", "seen")
)
_REACH = 40
_LOWS = frozenset(("which", "who", "that", "where"))


def read_english_sources(sentence: Sentence) -> None:
    """Propose every content that a preposition attributes."""
    first = sentence.tokens.words[0]
    if first in ("in", "by"):
        _in_their_view(sentence)
    elif first == "as":
        _as_put(sentence)
    for index, word in enumerate(sentence.tokens.words):
        found = _cue_at(sentence, index, word)
        if found is not None:
            _propose(sentence, *found)


def _in_their_view(sentence: Sentence) -> None:
    """Read `In his view, A`, `In her telling, A` and `By his own count A`: whose it is goes with the noun."""
    words = sentence.tokens.words
    own = words[2:3] == ["own"] and words[3:4] != [] and words[3] in _OWN and words[1] in ("his", "her", "their", "its")
    if words[0] == "by":
        start = 4 + (words[4:5] == [","])
        if own and start + 2 < len(words):
            cue = sentence.cue(3, words[3], CueKind.NOUN)
            place = sentence.place(start, max(english_clause_end(sentence, start), start + 1))
            sentence.propose("source before", 0.85, [place], cue=cue, speaker=sentence.place(1, 2), least=4)
        return
    if words[1:2] == [] or words[1] not in ("his", "her", "their", "its") or words[3:4] != [","] or len(words) < 6:
        return
    if words[2] in ("view", "opinion", "telling", "account", "eyes"):
        cue = sentence.cue(2, words[2], CueKind.NOUN)
        place = sentence.place(4, max(english_clause_end(sentence, 4), 5))
        sentence.propose("source before", 0.85, [place], cue=cue, speaker=sentence.place(1, 2), least=4)


def _as_put(sentence: Sentence) -> None:
    """Read `As the mayor put it, A`."""
    words, size = sentence.tokens.words, len(sentence.tokens.words)
    put = next((at for at in range(2, min(size - 3, _REACH)) if words[at : at + 3] in _PUT), None)
    phrase = None if put is None else english_mention_before(sentence, put, 1)
    if put is None or phrase is None:
        return
    start = put + 3
    end = start + 1 if words[start] == QUOTATION else max(english_clause_end(sentence, start), start + 1)
    place, cue = sentence.place(start, end), sentence.cue(put, "put")
    sentence.propose("source before", 0.9, [place], cue=cue, speaker=sentence.place(*phrase), least=4)


def english_source_in_front(sentence: Sentence, limit: int) -> Place | None:
    """Return the mention of a source that a preposition at the sentence's start names: `According to X, …`.

    Args:
        sentence: The sentence.
        limit: The token before which the mention ends.
    """
    found = _cue_at(sentence, 0, sentence.tokens.words[0])
    if found is None:
        return None
    stop = _mention_end(sentence, found[1], front=True)
    return sentence.place(found[1], stop) if found[1] < stop < limit else None


_LONGEST_NAME = 4


def _cue_at(sentence: Sentence, index: int, word: str) -> tuple[int, int, FoundCue] | None:
    """Return where an attribution starts, where its mention starts, and its cue."""
    words, size = sentence.tokens.words, len(sentence.tokens.words)
    if word == "according" and words[index + 1 : index + 2] == ["to"]:
        first, after = index, index + 2
        cue = sentence.cue(index, "according to", CueKind.PREPOSITION, end=after)
    elif word == "for" and not index and _for_several(sentence):
        first, after = index, index + 1
        cue = sentence.cue(index, "for", CueKind.PREPOSITION)
    elif word == "per" and index + 1 < size and sentence.tokens.capital(index + 1):
        first, after = index, index + 1
        cue = sentence.cue(index, "per", CueKind.PREPOSITION)
    elif (
        word in ("view", "words", "opinion", "eyes")
        and words[index + 1 : index + 2] == ["of"]
        and words[max(0, index - 2) : index] == ["in", "the"]
    ):
        first, after = index - 2, index + 2
        cue = sentence.cue(index, word, CueKind.NOUN)
    else:
        return None
    if after >= size or not words[after][0].isalnum():
        return None
    return first, after, cue


def _for_several(sentence: Sentence) -> bool:
    """Say whether a sentence begins with whose view it is: `For many analysts, the abuses explain A`."""
    words = sentence.tokens.words
    head = 1 + (sentence.tokens.word(1) in ("many", "some", "most", "several", "the", "other"))
    return sentence.tokens.word(head) in _VIEWING and words[head + 1 : head + 2] == [","]


def _mention_end(sentence: Sentence, start: int, *, front: bool) -> int:
    """Return the index after a mention; in front of a content, a comma ends it unless an apposition is closed too."""
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    comma = next((place for place in range(start, min(size, start + _REACH)) if words[place] == ","), size)
    end = english_phrase_end(sentence, start, min(comma, size))
    agent = past_time_to_agent(sentence, end) if end < min(comma, size) else end
    if agent != end:
        end = english_phrase_end(sentence, agent + 1, min(comma, size))
    # « a report published by the UN on Monday »: a participle goes on with the mention up to the comma
    told = end < size and (words[end].endswith(("ed", "ing")) or words[end] in known.words("participles prepositions"))
    if told and end < comma and not any(finite(sentence, place) == STRONG for place in range(end, comma)):
        end = comma if front else _participle_end(sentence, end, comma)
    if not front:
        return english_phrase_end(sentence, start) if end == comma else end
    while end == comma and comma < size:
        later = next((place for place in range(comma + 1, min(size, comma + 14)) if words[place] == ","), None)
        if later is None:
            break
        aged = later == comma + 2 and words[comma + 1][0].isdigit()  # « according to Fanta, 30, »
        bearer = _is_bearer(sentence, start, comma, later)
        if not (aged or bearer) and (
            words[comma + 1] not in known.words("definite titles humans =of")
            or (tokens.capital(comma + 1) and not _names(sentence, comma + 1, later))
        ):
            break
        if any(finite(sentence, place) for place in range(comma + 1, later)):
            break
        if words[later + 1 : later + 2] in (["which"], ["who"], ["whose"]):
            break  # « according to its director, the clinic, which opened in May, treats »
        end = comma = later
    return end


def _is_bearer(sentence: Sentence, start: int, comma: int, later: int) -> bool:
    """Say whether a name between commas is whose the office before it is: `the head of the commission, Ali Kobo,`."""
    tokens = sentence.tokens
    name = all(tokens.capital(place) or tokens.words[place] == "." for place in range(comma + 1, later))
    titles = sentence.lexicon.words("titles humans")
    return name and 1 < later - comma - 1 <= _LONGEST_NAME and not titles.isdisjoint(tokens.words[start:comma])


def _names(sentence: Sentence, index: int, later: int) -> bool:
    """Say whether a title and a name, all with capitals, stand up to a comma: `the Prefect of Oulgane, Mr. Kobo,`."""
    tokens = sentence.tokens
    all_capital = all(tokens.capital(place) or tokens.words[place] == "." for place in range(index, later))
    return tokens.words[index] in sentence.lexicon.words("titles") and later - index > 1 and all_capital


def _participle_end(sentence: Sentence, end: int, stop: int) -> int:
    """Return the index after a participle that tells which source: `a diplomat briefed on the talks`."""
    words = sentence.tokens.words
    if not words[end].endswith("ed") and words[end] not in sentence.lexicon.words("participles"):
        return end
    place = end + 1
    while (
        place < stop
        and words[place][0].isalnum()
        and words[place] not in sentence.lexicon.words("days clausal pronouns")
    ):
        place += 1
    return place


def _low(sentence: Sentence, first: int) -> int:
    """Return where the clause starts that an attribution stands in."""
    words, known = sentence.tokens.words, sentence.lexicon
    for index in range(first - 1, -1, -1):
        word = words[index]
        if word in _BREAKS:
            if word == "(" and ")" in words[index:first]:
                continue
            closed = any(words[place] in ("–", "—") for place in range(first, len(words)))
            if word in ("–", "—") and not closed and not holds_clause(sentence, index + 1, first):
                continue
            return index + 1
        if word == "-" and index < 10 and sentence.tokens.starts[index] > sentence.tokens.ends[index - 1]:
            return index + 1
        if word in _LOWS and index + 2 >= first and words[index + 1 : first] in ([], [","]):
            return first
        if (
            word == "that"
            and index + 1 < first
            and any(words[place] in known.verbs for place in range(max(0, index - 4), index))
        ):
            return index + 1
    if first <= 2 and all(words[place] in known.words("conjunctions adverbs =,") for place in range(first)):
        return first
    return 0


def _propose(sentence: Sentence, first: int, after: int, cue: FoundCue) -> None:
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    low = _low(sentence, first)
    front = first == low
    end = _mention_end(sentence, after, front=front)
    if not front and words[first - 1] not in (",", "–", "—", QUOTATION, "(") and not speaks(sentence, after, end):
        return  # « paid according to the weight of the sacks »
    speaker = sentence.place(after, end)
    aside = _past_aside(sentence, end)
    score = 0.93 if cue.kind is CueKind.PREPOSITION else 0.85
    if front:
        begin = aside + (tokens.word(aside) in (",", ":"))
        if begin >= size or (aside == end and tokens.word(end) in (".", ";")):
            return
        high = max(english_clause_end(sentence, begin), begin + 1)
        sentence.propose("source before", score, [sentence.place(begin, high)], cue=cue, speaker=speaker, least=4)
        return
    stop = first - (words[first - 1] in (",", "–", "—", "-", "(", "and"))
    if cue.kind is CueKind.NOUN and tokens.word(aside + (tokens.word(aside) == ",")) == QUOTATION:
        quoted = aside + (tokens.word(aside) == ",")
        sentence.propose("source before", 0.94, [sentence.place(quoted, quoted + 1)], cue=cue, speaker=speaker, least=4)
        return
    if stop <= low:
        return
    clausal = holds_clause(sentence, low, stop)
    places = [sentence.place(low, stop)]
    name = "source after"
    following = tokens.word(aside + 1)
    if (
        tokens.word(aside) == ","
        and aside + 1 < size
        and following not in known.words("conjunctions relatives added clausal")
    ):
        if (
            not clausal
            or finite(sentence, aside + 1)
            or (following in known.words("prepositions") and following not in ("after", "as", "with", "before"))
        ):
            stop = english_clause_end(sentence, aside + 1)
            relative = (
                place for place in range(aside + 2, stop - 1) if words[place] == "," and words[place + 1] in _LOWS
            )
            places.append(sentence.place(aside + 1, next(relative, stop) if clausal else stop))
            name = "source within"
    elif words[first - 1] != "," and not clausal:
        return
    sentence.propose(name, score, places, cue=cue, speaker=speaker, least=4)


def _past_aside(sentence: Sentence, end: int) -> int:
    """Return the index of the comma after `, who …,` or `, quoted by Y,` that follows a mention, or the same index."""
    words = sentence.tokens.words
    kept = sentence.tokens.word(end) in sentence.lexicon.words("pronouns")  # « according to the register | he keeps, »
    aside = sentence.tokens.word(end) == "," and sentence.tokens.word(end + 1) in _SIDES
    if not (kept or aside):
        return end
    close = next((place for place in range(end + 1, min(len(words), end + _REACH)) if words[place] == ","), None)
    return end if close is None else close
