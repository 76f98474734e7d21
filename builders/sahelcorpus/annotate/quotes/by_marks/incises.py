"""The announcing clause after or within a quotation in marks, where clauses are not read by a grammar of their own."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.by_marks.content_end import leads_on
from sahelcorpus.annotate.quotes.by_marks.cues import Cue, find_cues
from sahelcorpus.annotate.quotes.by_marks.named_sources import NamedSource
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, phrase_after, phrase_end, place_of, skipped
from sahelcorpus.annotate.quotes.by_marks.word_classes import belongs, is_word
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.sentence import Sentence, trimmed_end
from sahelcorpus.annotate.quotes.skeleton import plain_text
from sahelcorpus.annotate.quotes.tokens import tokens_of
from sahelcorpus.records.vocabulary import CueKind

_NEAR = 7
_LONG = 18
_SEPARATORS = frozenset((",", "–", "—", "-"))


@dataclass(frozen=True, slots=True)
class Incise:
    """An announcing clause.

    Attributes:
        found: The cue.
        speaker: The speaker's mention, if one is expressed.
        end: The token after the clause, as far as it is understood.
        separated: Whether a comma or dash stands before it.
    """

    found: FoundCue
    speaker: Place | None
    end: int
    separated: bool


def incise_after(sentence: Sentence, cues: list[Cue], sources: list[NamedSource], index: int) -> Incise | None:
    """Return the announcing clause right after a token: a verb and its subject, or a named source.

    Args:
        sentence: The sentence.
        cues: Its cue verbs.
        sources: The sources that it names.
        index: The token that the clause follows.
    """
    tokens = sentence.tokens
    start = index + 1
    separated = tokens.word(start) in _SEPARATORS
    while tokens.word(start) in _SEPARATORS:
        start += 1
    for source in sources:
        if source.first == start:
            return Incise(source.found, source.speaker, source.end, separated)
    for cue in cues:
        if start <= cue.first < start + _NEAR:
            return _with_verb(sentence, cue, start, separated=separated)
    return None


def _with_verb(sentence: Sentence, cue: Cue, start: int, *, separated: bool) -> Incise | None:
    """Read a cue verb as the head of the clause that begins at a token, its subject after or before it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not cue.direct or leads_on_at_once(sentence, cue):
        return None
    end = max(cue.end, cue.particle + 1)
    if cue.first > start and begins_phrase(sentence, start):
        close = phrase_end(sentence, start, limit=cue.first)
        if close != cue.first or is_word(tokens.word(skipped(sentence, end, len(tokens.words)))):
            return None
        return Incise(cue.found, place_of(sentence, (start, close)), end, separated)
    known = "adverbs times clitics as prepositions auxiliaries determiners"
    if not all(
        not is_word(tokens.words[at]) or belongs(lexicon, tokens.words[at], known) for at in range(start, cue.first)
    ) and (skipped(sentence, start, cue.first) != cue.first):
        return None
    phrase = phrase_after(sentence, cue.first + 1 if cue.first != cue.index else cue.end)
    if phrase is not None:
        end = max(end, phrase[1])
    return Incise(cue.found, place_of(sentence, phrase), end, separated)


def leads_on_at_once(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the cue announces a clause of its own rather than the quotation before it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    return leads_on(sentence, cue) and any(
        tokens.words[at] in lexicon.words("that") for at in range(cue.end, min(len(tokens.words), cue.end + _NEAR * 2))
    )


def incise_within(sentence: Sentence, stretch: Marked) -> tuple[list[Place], FoundCue, Place | None] | None:
    """Return content, cue and speaker of a quotation that holds its announcing clause: `«A, dice X, B»`; or None.

    Args:
        sentence: The sentence that the quotation stands in.
        stretch: The quotation.
    """
    start, end = stretch.inner_start, stretch.inner_end
    if end - start < _LONG:
        return None
    text = sentence.text[start:end]
    if not any(sign in text for sign in (",", "،", "–", "—")):
        return None
    tokens = tokens_of(plain_text(text), (0, len(text)))
    within = Sentence(text, sentence.lexicon, tokens, {})
    if not within.verbs and not any(word in sentence.lexicon.particles for word in tokens.words):
        return None
    for cue in find_cues(within):
        before = tokens.word(cue.first - 1)
        if cue.first < 2 or before not in _SEPARATORS or not cue.direct or cue.joined or leads_on(within, cue):
            continue
        phrase = phrase_after(within, cue.first + 1 if cue.first != cue.index else cue.end)
        if phrase is None:
            continue
        close = max(phrase[1], cue.end, cue.particle + 1)
        close = skipped(within, close, len(tokens.words))
        if close < len(tokens.words) and tokens.words[close] not in _SEPARATORS | {".", "!", "?"}:
            continue
        last = end - (text[-1] in ",،") if stretch.closed else trimmed_end(sentence.text, start, end, keep=".")
        places = [(start, start + tokens.ends[cue.first - 2])]
        if close + 1 < len(tokens.words) and start + tokens.starts[close + 1] < last:
            places.append((start + tokens.starts[close + 1], last))
        found = FoundCue(_moved(cue.found.place, start), cue.found.lemma, CueKind.VERB)
        speaker = place_of(within, phrase)
        return places, found, _moved(speaker, start) if speaker else None
    return None


def _moved(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by
