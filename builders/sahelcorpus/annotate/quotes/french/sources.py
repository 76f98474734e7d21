"""Prepositions that name a source: `selon X, A`, `A, d'après X`, `pour X, A`, `à en croire X`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.appositions import apposition_at
from sahelcorpus.annotate.quotes.french.extent import clause_end, has_finite_verb
from sahelcorpus.annotate.quotes.french.incises import holds_finite_verb
from sahelcorpus.annotate.quotes.french.mentions import is_source
from sahelcorpus.annotate.quotes.french.named_sources import ANCHORS, NEEDED, Source, source_at
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs, is_inverted, is_verb_start
from sahelcorpus.annotate.quotes.french.subjects import mention_before
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_NEAR_CUE = 4
_TAIL = 3
"""Most tokens of a mention that no rule for mentions took, before the comma that closes an aside."""

_ASIDE = 9
"""Most tokens between a cue verb and its conjunction, without and with an adverbial between commas."""


_BEHIND = frozenset(("source", "sources", "bonne", "après"))
_BREAKS = frozenset((";", "-", ":", "–", "—", "(", "|", "."))


def read_sources(sentence: Sentence) -> None:
    """Propose every content that a preposition attributes."""
    known = sentence.known
    if known.isdisjoint(NEEDED):
        return
    anchors = ANCHORS
    if known.isdisjoint(_BEHIND):
        anchors = NEEDED  # no « de source sûre », no « d'après X »
    for index, word in enumerate(sentence.tokens.words):
        if word in anchors:
            found = source_at(sentence, index, word)
            if found is not None:
                _propose(sentence, found)


def _through_relative(sentence: Sentence, source: Source) -> None:
    """Read `le maire, selon qui A` and `une source, pour qui A`: the antecedent is the source."""
    first, stop, cue, _, score = source
    tokens = sentence.tokens
    before = first - (tokens.word(first - 1) == ",")
    phrase = mention_before(sentence, before) if before > 0 else None
    if phrase is None:
        low = _last_phrase(sentence, before)
        phrase = None if low is None else (low, before)
    end = clause_end(sentence, stop)
    if not finite_verbs(sentence, 0, first):
        for comma in range(stop + 1, end):
            if tokens.words[comma] == "," and is_verb_start(sentence, comma + 1):
                end = comma
                break
    if phrase is not None and end > stop:
        place = sentence.place(*phrase)
        sentence.propose("source before", score, [sentence.place(stop, end)], cue=cue, speaker=place, least=4)


def _last_phrase(sentence: Sentence, end: int) -> int | None:
    """Return where the last noun phrase before a token starts whose head can speak."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for index in range(end - 1, max(-1, end - 16), -1):
        if tokens.words[index] in lexicon.words("definite") and speaking(sentence, index, end) is Speaking.SOURCE:
            return index
    low = end
    while low > 0 and tokens.capital(low - 1):
        low -= 1
    return low if low < end else None


def _propose(sentence: Sentence, source: Source) -> None:
    first, stop, cue, speaker, score = source
    if sentence.in_article and sentence.text[slice(*speaker)].lower() in ("moi", "nous"):
        return  # the author's own view
    if sentence.text[slice(*speaker)] == "qui":
        _through_relative(sentence, source)
        return
    tokens = sentence.tokens
    words = tokens.words
    strong = sentence.lexicon.words("strong")
    low = _clause_low(sentence, first)
    end = stop
    # a relative clause or a participle between commas belongs to the mention, not to the content
    if tokens.word(end) == "," and end + 1 < len(tokens.words):
        if tokens.word(end + 1) in ("qui", "dont", "que", "qu'", "où") or tokens.word(end + 1).endswith(
            ("é", "ée", "és", "ées")
        ):
            close = next((place for place in range(end + 1, len(tokens.words)) if words[place] == ","), None)
            end = close if close is not None else end
    elif tokens.word(end) and words[end] not in (",", QUOTATION, ".", ";", ":"):
        # what the phrase could not take: go on to the comma, if there is one
        close = next((place for place in range(end, min(len(tokens.words), end + 30)) if words[place] == ","), None)
        if first == low and (words[end - 1] in strong or words[end] in sentence.lexicon.words("definite")):
            pass  # the content follows at once: `selon moi il a tort`
        elif first == low and words[first - 1] == "qui":
            if not is_verb_start(sentence, end):
                return  # « qui selon X a coûté A »
        elif first == low and close is not None:
            end = close
        elif first == low and close is None:
            return
        elif first > low and words[first - 1] == "," and close is not None and close - end <= _TAIL:
            end = close  # « selon un membre de son entourage d'alors, »
    goes_on = first > low and words[first - 1] in sentence.lexicon.words("auxiliaries") and end < len(tokens.words)
    high = clause_end(sentence, min(end + 1, len(tokens.words))) if end < len(tokens.words) else len(tokens.words)
    places: list[Place] = []
    name = "source before"
    front = first - 1 if first > low and words[first - 1] == "," else first
    mention = source[3]
    if first > low and front == first and not is_source(sentence, mention):
        return  # « partagée selon la coutume », « peinte d'après un croquis »: no comma, and nobody who speaks
    if first > low and front > low:
        if front < first and (_was_said(sentence, low, front) or _is_reported(sentence, low, front, source)):
            return  # « A », a-t-il lancé, d'après le texte de son discours
        places.append(sentence.place(low, front))
        name = "source after"
        if (
            tokens.word(end) == ","
            and end + 1 < len(tokens.words)
            and words[end + 1] not in ("qui", "dont")
            and words[first - 1] == ","
            and _goes_on(sentence, low, front, end + 1)
        ):
            places.append(sentence.place(end + 1, high))
            name = "source within"
        elif tokens.word(end) == QUOTATION or (goes_on and words[end] not in (",", ".")):
            places.append(sentence.place(end, high))
            name = "source within"
        elif words[first - 1] != "," and not has_finite_verb(sentence, low, front):
            return
    elif end + 1 <= len(tokens.words) - 1 or tokens.word(end) == QUOTATION:
        begin = end + 1 if words[end] in (",", ":") else end
        if begin < high:
            places.append(sentence.place(begin, max(high, begin + 1)))
    if places:
        sentence.propose(name, score, places, cue=cue, speaker=speaker, least=4)


def _is_reported(sentence: Sentence, low: int, end: int, source: Source) -> bool:
    """Say whether a pronoun's attribution stands in what its own clause reports: `a accusé X de A, d'après lui, B`."""
    if sentence.text[slice(*source[3])].lower() not in ("lui", "elle", "eux", "elles"):
        return False
    verbs = sentence.lexicon.verbs
    return any(
        word in verbs and not {"x", "e"}.isdisjoint(verbs[word].frames) and verbs[word].moods != "i"
        for word in sentence.tokens.words[low:end]
    )


def _was_said(sentence: Sentence, low: int, end: int) -> bool:
    """Say whether a quotation and its announcing clause with an inverted pronoun are all that stands in a stretch."""
    words = sentence.tokens.words
    if not sentence.is_quotation(low) or words[low + 1] != ",":
        return False
    spoken = next((place for place in range(low + 2, end) if is_inverted(words[place])), None)
    return spoken is not None and "," not in words[spoken:end]


def _goes_on(sentence: Sentence, low: int, front: int, index: int) -> bool:
    """Say whether the content goes on after the attribution: it had no verb before, or no new clause begins."""
    marked = (place for place in sentence.quotations if low <= place < front)
    if not has_finite_verb(sentence, low, front) and not any(holds_finite_verb(sentence, place) for place in marked):
        size = len(sentence.tokens.words)
        apposed = sentence.tokens.word(index - 1) == "," and apposition_at(sentence, index, size)
        # « des choix qui sont, selon moi, responsables et adaptés »: the verb still wants its predicate
        wants = not sentence.lexicon.words("auxiliaries").isdisjoint(sentence.tokens.words[max(low, front - 1) : front])
        return not apposed or wants or bool(finite_verbs(sentence, index, size))
    word = sentence.tokens.word(index)
    if word in ("son", "sa", "leur") and apposition_at(sentence, index, len(sentence.tokens.words)):
        return False  # « selon le colonel Ali Kobo, son porte-parole »
    return word not in ("mais", "et", "tandis", "alors", "ce", "dans", "lors")


def _clause_low(sentence: Sentence, first: int) -> int:
    """Return where the clause starts that the attribution stands in."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    that = lexicon.words("that")
    depth = commas = 0
    for index in range(first - 1, -1, -1):
        word = tokens.words[index]
        depth += (word == ")") - (word == "(" and depth > 0)
        if depth or (word == "(" and ")" in tokens.words[index:first]):
            continue
        if word in _BREAKS and not (word == "." and index == 0):
            return index + 1
        if word == "," and index < first - 1:
            commas += 1
        if word in ("où", "dont", "qui") and not commas and index + 2 < first:
            return index + (word != "qui")
        if word in that and index + 1 < first:
            form = _governing(sentence, index)
            if form:
                return index + 1
        if ((word == "qui" or word in that) and index + 1 == first) or (
            word == "," and index + 1 == first and tokens.word(index - 1) in that
        ):
            return first
    if first <= 2 and all(tokens.words[place] in lexicon.words("conjunctions adverbs =,") for place in range(first)):
        return first
    return 0


def _governing(sentence: Sentence, index: int) -> bool:
    """Say whether a cue verb stands before a complementizer."""
    words = sentence.tokens.words
    near = _ASIDE if words[index - 1] == "," else _NEAR_CUE  # « a jugé, après lecture de la loi, que »
    return any(word in sentence.lexicon.verbs for word in words[max(0, index - near) : index])
