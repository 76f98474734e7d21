"""What a cue verb announces without a colon, in the languages that are read by marks and cues.

Clauses after `that`, clauses whose mood alone says that they are reported, infinitives, indirect questions, what was
asked for, announced or denied, and accusations. Where a subject and an object follow a verb without anything between
them, as in Arabic, `objects_after` finds the border.
"""

from __future__ import annotations

from bisect import bisect_left

from sahelcorpus.annotate.quotes.constructions.objects_after import (
    judged_object,
    marked_after,
    marker_length,
    noun_object,
)
from sahelcorpus.annotate.quotes.cues import Cue
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.named_sources import source_at
from sahelcorpus.annotate.quotes.phrases import (
    begins_phrase,
    belongs,
    clause_start,
    has_no_determiners,
    head_of,
    is_word,
    past_preposition,
    phrase_end,
    place_of,
    without_article,
)
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_WITHIN = 25
_NEAR = 3
_SHORT = 3
_OPPOSED = 9
_MOOD = 14
_LEAST = 5
_STOPS = frozenset((";", ":", ".", "!", "?", "؟"))

Reading = tuple[str, float, list[Place]]
"""Construction, score and content of a reading."""


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
            reading = _judgement(sentence, cues, cue, target)
        if reading is None and "e" in frames:
            reading = _after_marker(sentence, cues, cue)
        if reading is None and "n" in frames:
            reading = _noun_phrase(sentence, cues, cue, target)
        if reading is not None:
            name, score, places = reading
            sentence.propose(name, score, places, cue=cue.found, speaker=speaker, least=_LEAST)
    _read_reported_saying(sentence, cues)


def located_source(sentence: Sentence, cue: Cue) -> Place | None:
    """Return the source that stands after a preposition: `se lee en la carta`, `جاء في البيان`; None if none does."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    low = clause_start(sentence, cue.first)
    if tokens.word(low) in lexicon.words("joining") and begins_phrase(sentence, low + 1) and low + 1 < cue.first:
        return place_of(sentence, (low + 1, phrase_end(sentence, low + 1, limit=cue.first)))
    for at in range(cue.end, min(len(tokens) - 1, cue.end + _NEAR)):
        if tokens.words[at] in lexicon.words("joining"):
            return (
                place_of(sentence, (at + 1, phrase_end(sentence, at + 1))) if begins_phrase(sentence, at + 1) else None
            )
    return None


def _read_reported_saying(sentence: Sentence, cues: list[Cue]) -> None:
    """Read `عن الوزير قوله إن`: a noun with its owner's suffix and a clause, the source after a preposition before."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for at, word in enumerate(tokens.words):
        if tokens.word(at + 1) not in lexicon.words("that") or at + 2 >= len(tokens):
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


def _is_nobody(sentence: Sentence, cue: Cue) -> bool:
    """Say whether a verb's subject is a thing that is no source: `los datos indican que`."""
    if cue.speaker is None:
        return False
    first = bisect_left(sentence.tokens.starts, cue.speaker[0])
    head = without_article(sentence.lexicon, head_of(sentence, first))
    return head in sentence.lexicon.words("notsources")


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
    while at < len(tokens) and belongs(lexicon, tokens.words[at], "conjunctions opposing adverbs auxiliaries clitics"):
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
    for at in range(cue.end, min(len(tokens), cue.end + _WITHIN)):
        word = tokens.words[at]
        if word in (":", QUOTATION) or word in lexicon.words("that"):
            return True
        if word in _STOPS:
            return False
    return False


def target_of(sentence: Sentence, cue: Cue) -> int | None:
    """Return where the object of a judgement, an announcement or a denial begins, if that can be told; else None."""
    frames = set(cue.form.frames)
    if not has_no_determiners(sentence.lexicon):
        return None
    if frames & set("xt"):
        return judged_object(sentence, cue)
    begins = [marked_after(sentence, cue)] if "e" in frames else []
    begins += [noun_object(sentence, cue)] if frames & set("en") else []
    return min((at for at in begins if at is not None), default=None)


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
            if start < len(tokens):
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
    for at in range(cue.end, min(len(tokens), cue.end + _WITHIN)):
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
    while at < len(tokens) and at < cue.end + _WITHIN:
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
            close = past_preposition(sentence, at, min(len(tokens), cue.end + _WITHIN))
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
    comma = _next_comma(sentence, max(end, cue.particle + 1))
    if comma is None:
        return None
    closed = lexicon.words("that questions relatives subordinators as prepositions -prepositions")
    if tokens.word(comma + 1) in closed or sentence.is_quotation(comma + 1):
        return None
    for at in range(comma + 1, min(len(tokens), comma + _MOOD)):
        if tokens.words[at] == ",":
            return None
        if tokens.words[at] in lexicon.words("subjunctive") and not tokens.capital(at):
            return "reported mood", 0.85, [sentence.place(comma + 1, content_end(sentence, comma + 1, cues))]
    return None


def _next_comma(sentence: Sentence, start: int) -> int | None:
    tokens = sentence.tokens
    for at in range(start, min(len(tokens), start + _WITHIN)):
        if tokens.words[at] == ",":
            return at
        if tokens.words[at] in _STOPS or tokens.words[at] == QUOTATION:
            return None
    return None


def _infinitive(sentence: Sentence, cues: list[Cue], cue: Cue, end: int) -> Reading | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = None
    if lexicon.words("to"):
        comma = _next_comma(sentence, max(end, cue.particle + 1))
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
    for at in range(start, min(len(tokens), start + _WITHIN)):
        word, following = tokens.words[at], tokens.word(at + 1)
        if not is_word(word) and word != QUOTATION:
            return False
        if at > start or word in lexicon.words("to"):
            apart = word in lexicon.words("to") and following.endswith("n") and not tokens.capital(at + 1)
            within = any(particle in word[2:-3] for particle in lexicon.words("to")) and word.endswith("en")
            if apart or (within and not is_word(following)):
                return True
    return False


def _judgement(sentence: Sentence, cues: list[Cue], cue: Cue, start: int) -> Reading | None:
    """Read an accusation, or a judgement that is quoted in part: the object, and what is said of it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    accuses = "x" in cue.form.frames
    if start >= len(tokens):
        return None
    marked = lexicon.words("object")
    if not has_no_determiners(lexicon):
        if tokens.words[start] in marked:
            start += tokens.words[start] not in lexicon.words("determiners")
        elif (accuses and marked) or not begins_phrase(sentence, start):
            return None
    end = content_end(sentence, start, cues)
    markers = lexicon.words("markers") | ({","} if cue.particle >= 0 or lexicon.words("to") else set())
    attached = has_no_determiners(lexicon)
    said = any(tokens.words[at] in markers for at in range(start + 1, end)) or attached
    quoted = any(sentence.is_quotation(at) for at in range(start, end))
    if not said or not (accuses or quoted):
        return None
    places = [sentence.place(start, end)]
    if start < cue.particle < end - 1:
        places = [sentence.place(start, cue.particle), sentence.place(cue.particle + 1, end)]
    return ("accuse" if accuses else "judge"), 0.84, places


def _after_marker(sentence: Sentence, cues: list[Cue], cue: Cue) -> Reading | None:
    """Read what is asked, promised or threatened after a preposition, past whoever it is asked of.

    `طالب الوزير بفتح تحقيق`, `دعا الوزير جميع الأطراف إلى الهدوء`.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = _past_adverbials(sentence, cue.after)
    if at == cue.target and begins_phrase(sentence, at) and not marker_length(sentence, at):
        at = _past_adverbials(sentence, phrase_end(sentence, at, limit=marked_after(sentence, cue)))
    word = tokens.word(at)
    if word in lexicon.words("markers"):
        first = at + 1
        if first >= len(tokens) or not (is_word(tokens.word(first)) or sentence.is_quotation(first)):
            return None
        start = tokens.starts[first]
    elif marker_length(sentence, at):
        first, start = at, tokens.starts[at] + marker_length(sentence, at)
    else:
        return None
    return "after marker", 0.78, [(start, tokens.ends[content_end(sentence, first, cues) - 1])]


def _past_adverbials(sentence: Sentence, at: int) -> int:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while at < len(tokens):
        if belongs(lexicon, tokens.words[at], "adverbs times audience"):
            at += 1
        elif tokens.words[at] == ",":
            close = _next_comma(sentence, at + 1)
            if close is None:
                return at
            at = close + 1
        else:
            return at
    return at


def _noun_phrase(sentence: Sentence, cues: list[Cue], cue: Cue, start: int) -> Reading | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if start >= len(tokens) or tokens.word(cue.first - 1) in lexicon.words("relatives"):
        return None
    if has_no_determiners(lexicon):
        if noun_object(sentence, cue) != start:
            return None
    elif (
        cue.speaker is None
        or head_of(sentence, start) not in lexicon.words("objects")
        or start != cue.end
        or tokens.words[start] not in lexicon.words("determiners")
        or (not begins_phrase(sentence, start))
    ):
        return None
    return "noun phrase", 0.75, [sentence.place(start, content_end(sentence, start, cues))]
