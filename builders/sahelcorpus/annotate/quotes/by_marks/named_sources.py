"""Words that name the source of a content, in the languages that are read by marks and cues, with the source itself.

Prepositions and the like from `sources.txt` (`según X`, `X zufolge`), clauses that a word of the class `as` opens
(`como dijo X`, `wie X mitteilte`), and words of the class `trailing`, which only follow a content (`so X`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.phrases import Bounds, begins_phrase, phrase_after, phrase_end, place_of
from sahelcorpus.annotate.quotes.by_marks.subjects_before import clause_start, subject_between
from sahelcorpus.annotate.quotes.by_marks.word_classes import belongs, head_of, is_person, is_word, without_article
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.records.vocabulary import CueKind

_CLAUSE = 16


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source that is named around a content.

    Attributes:
        first: The first token of the expression.
        end: The token after it, the source's mention included.
        found: The cue.
        speaker: The source's mention, if one is expressed.
        personal: Whether the mention is a person, or what speaks like one.
        trailing: Whether it only follows a content.
    """

    first: int
    end: int
    found: FoundCue
    speaker: Place | None
    personal: bool
    trailing: bool = False


def find_sources(sentence: Sentence, cues: list[Cue]) -> list[NamedSource]:
    """Return the sources that a sentence names, in order.

    Args:
        sentence: The sentence.
        cues: Its cue verbs, in order.
    """
    lexicon = sentence.lexicon
    patterns = _patterns(lexicon.sources)
    after = lexicon.words("as trailing")
    found = []
    for index, word in enumerate(sentence.tokens.words):
        source = None
        if word in patterns:
            source = _matched(sentence, index, patterns[word], cues)
        if source is None and belongs(lexicon, word, "as"):
            source = _as_clause(sentence, index, index + 1, cues)
        if source is None and word in after and word in lexicon.words("trailing"):
            source = _trailing(sentence, index)
        if source is not None:
            found.append(source)
    return found


@lru_cache(maxsize=64)
def _patterns(sources: frozenset[str]) -> Mapping[str, list[tuple[str, ...]]]:
    """Return the expressions by the word that they are found by: the first that is not the blank `_`, longest first."""
    patterns: dict[str, list[tuple[str, ...]]] = {}
    for source in sorted(sources, key=lambda one: (-len(one.split()), one)):
        words = tuple(source.split())
        patterns.setdefault(words[1] if words[0] == "_" else words[0], []).append(words)
    return patterns


def _matched(sentence: Sentence, index: int, patterns: list[tuple[str, ...]], cues: list[Cue]) -> NamedSource | None:
    words = sentence.tokens.words
    for pattern in patterns:
        named = pattern[1:] if pattern[0] == "_" else pattern
        end = index + len(named)
        if tuple(words[index:end]) != named:
            continue
        found = _found(sentence, index, end)
        if pattern[0] == "_":
            return _postposed(sentence, index, end, found)
        if sentence.tokens.word(end) in sentence.lexicon.words("relay"):
            return _as_clause(sentence, index, end + 1, cues) or _as_clause_with_object(sentence, index, end + 1)
        return _prepositional(sentence, index, end, found)
    return None


def source_at(sentence: Sentence, index: int) -> bool:
    """Say whether an expression that names a source begins at a token."""
    words, patterns = sentence.tokens.words, _patterns(sentence.lexicon.sources)
    return any(
        tuple(words[index : index + len(pattern)]) == pattern
        for pattern in patterns.get(sentence.tokens.word(index), ())
    )


def _found(sentence: Sentence, first: int, end: int) -> FoundCue:
    """Return the cue without a conjunction attached to it."""
    lexicon = sentence.lexicon
    start, stop = sentence.place(first, end)
    named = " ".join(sentence.tokens.words[first:end])
    if named[:1] in lexicon.words("attached") and named[1:] in lexicon.sources:
        start, named = start + 1, named[1:]
    return FoundCue((start, stop), named, CueKind.PREPOSITION)


def _prepositional(sentence: Sentence, first: int, start: int, found: FoundCue) -> NamedSource | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    head = head_of(sentence, start)
    prefixed = tokens.word(start)[:1] in lexicon.words("object-prefixes")
    bare = without_article(lexicon, head[1:] if prefixed else head)
    alone = tokens.word(start) in lexicon.words("clitics") and not is_word(tokens.word(start + 1))
    if not (alone or begins_phrase(sentence, start)):
        return None
    if {head, bare, tokens.word(start)} & lexicon.words("notsources"):
        return None
    opens = first == 0 or not tokens.words[first - 1][0].isalnum()
    end = phrase_end(sentence, start, strict=opens)
    named = tokens.capital(end - 1) and (not lexicon.words("capitals") or tokens.capital(end - 2))
    personal = is_person(lexicon, bare) or named or belongs(lexicon, head, "pronouns")
    return NamedSource(first, end, found, _mention(sentence, (start, end)), personal)


def _mention(sentence: Sentence, bounds: Bounds) -> Place | None:
    return place_of(sentence, bounds, prefixes="object-prefixes")


def _postposed(sentence: Sentence, index: int, end: int, found: FoundCue) -> NamedSource | None:
    bounds = subject_between(sentence, clause_start(sentence, index), index)
    if bounds is None or bounds[1] != index:
        return None
    return NamedSource(bounds[0], end, found, place_of(sentence, bounds), personal=True)


def _as_clause(sentence: Sentence, first: int, start: int, cues: list[Cue]) -> NamedSource | None:
    """Read `como dijo X`, with the subject after the verb, or `wie X mitteilte`, with the verb last."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for cue in cues:
        if cue.first < start:
            continue
        if cue.first >= start + _CLAUSE or any(tokens.words[at] in (",", ".", ";") for at in range(start, cue.first)):
            return None
        if cue.first == start or all(tokens.words[at] in lexicon.words("clitics") for at in range(start, cue.first)):
            opens = first == 0 or tokens.words[first - 1] != ","
            bounds = phrase_after(sentence, cue.end, strict=opens)
            end = cue.end if bounds is None else max(cue.end, bounds[1])
        else:
            bounds = phrase_after(sentence, start, limit=cue.first)
            end = cue.end
            if bounds is None:
                return None
        return NamedSource(first, end, cue.found, place_of(sentence, bounds), personal=True)
    return None


def _as_clause_with_object(sentence: Sentence, first: int, start: int) -> NamedSource | None:
    """Read `وفقا لما ذكرته الوزارة`, where the verb ends in the pronoun for what was said."""
    word, lexicon = sentence.tokens.word(start), sentence.lexicon
    for suffix in lexicon.words("possessives"):
        form = lexicon.verbs.get(word.removesuffix(suffix)) if word.endswith(suffix) else None
        if form is not None:
            begin, end = sentence.place(start, start + 1)
            found = FoundCue((begin, end - len(suffix)), form.lemma, CueKind.VERB)
            bounds = phrase_after(sentence, start + 1, strict=first == 0)
            after = start + 1 if bounds is None else bounds[1]
            return NamedSource(first, after, found, place_of(sentence, bounds), personal=True)
    return None


def _trailing(sentence: Sentence, index: int) -> NamedSource | None:
    tokens = sentence.tokens
    if tokens.word(index - 1) not in (",", "–", "—") or not begins_phrase(sentence, index + 1):
        return None
    end = phrase_end(sentence, index + 1)
    if tokens.word(end)[:1].isalnum():
        return None
    found = _found(sentence, index, index + 1)
    return NamedSource(index, end, found, place_of(sentence, (index + 1, end)), personal=True, trailing=True)
