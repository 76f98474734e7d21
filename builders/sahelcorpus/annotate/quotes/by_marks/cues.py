"""The cue verbs of a sentence in the languages that are read by marks and cues, and who speaks by each."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.by_marks.phrases import Bounds, phrase_after, place_of
from sahelcorpus.annotate.quotes.by_marks.subjects_before import phrase_before
from sahelcorpus.annotate.quotes.by_marks.word_classes import (
    belongs,
    has_no_determiners,
    is_bare_noun,
    is_person,
    is_word,
)
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.lexicon import CueForm, Lexicon
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_COMPOUND = 3
_FRAME = 25
_SIGNS = frozenset((",", ";", ":", ".", "!", "?", QUOTATION))


@dataclass(slots=True)
class Cue:
    """A cue verb.

    Attributes:
        index: The token of the lexical verb.
        first: The first token of its group, an auxiliary where there is one.
        end: The token after the group, where a subject or the content may begin.
        form: What the verb can be.
        found: The cue as it is reported, without an attached conjunction.
        particle: The token of its particle; -1 where it has none.
        joined: Whether a conjunction or a form without a subject joins it to what came before.
        target: Where its object begins, if that could be told; -1 else.
        speaker: The speaker's mention, if one is expressed.
        after: The token after the verb and a subject that follows it.
    """

    index: int
    first: int
    end: int
    form: CueForm
    found: FoundCue
    particle: int = -1
    joined: bool = False
    target: int = -1
    speaker: Place | None = None
    after: int = -1

    @property
    def direct(self) -> bool:
        """Whether it introduces direct speech."""
        return bool(set(self.form.frames) & set("dm"))


def find_cues(sentence: Sentence) -> list[Cue]:
    """Return the cue verbs of a sentence, in order: finite, or with their auxiliary, or participles that go on."""
    lexicon = sentence.lexicon
    cues = []
    for index, word in enumerate(sentence.tokens.words):
        cue = _with_particle(sentence, index, lexicon.particles[word]) if word in lexicon.particles else None
        if cue is None:
            form = lexicon.verbs.get(word) or lexicon.verbs.get(word.partition("-")[0])
            cue = _cue(sentence, index, form) if form is not None else None
        if cue is not None:
            cues.append(cue)
    return cues


def _cue(sentence: Sentence, index: int, form: CueForm) -> Cue | None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    before = tokens.word(index - 1)
    if index and tokens.capital(index) and (is_word(before) or before in (",", "(")):
        return None
    if before in lexicon.words("determiners prepositions to -clitics -as") or is_bare_noun(sentence, index):
        return None
    first = index
    if "p" in form.moods:
        compound = _auxiliary(sentence, index)
        if compound is None and ("f" not in form.moods or _is_passive(sentence, index)):
            return None
        first = index if compound is None else compound
    elif "f" not in form.moods and "g" not in form.moods:
        return None
    if _is_negated(sentence, first):
        return None
    joined = "f" not in form.moods and "g" in form.moods
    return Cue(
        index, first, index + 1, form, _found(sentence, index, form), joined=joined or _is_joined(sentence, first)
    )


def _with_particle(sentence: Sentence, index: int, forms: dict[str, CueForm]) -> Cue | None:
    tokens = sentence.tokens
    if index and tokens.capital(index) and is_word(tokens.words[index - 1]):
        return None
    for at in range(index + 1, min(len(tokens.words), index + _FRAME)):
        word = tokens.words[at]
        if word in _SIGNS:
            return None
        if word in forms and not is_word(tokens.word(at + 1)):
            form = forms[word]
            found = FoundCue(sentence.place(index, index + 1), form.lemma, CueKind.VERB)
            if _is_negated(sentence, index):
                return None
            return Cue(index, index, index + 1, form, found, at, _is_joined(sentence, index))
    return None


def _found(sentence: Sentence, index: int, form: CueForm) -> FoundCue:
    """Return the cue without a conjunction that is attached to it; `وعد` is a verb, `وقال` is `و` and one."""
    word, lexicon = sentence.tokens.words[index], sentence.lexicon
    start, end = sentence.place(index, index + 1)
    if is_attached(lexicon, word, form):
        start += 1
    return FoundCue((start, end), form.lemma, CueKind.VERB)


def is_attached(lexicon: Lexicon, word: str, form: CueForm) -> bool:
    """Say whether a form of a verb begins with an attached conjunction."""
    if word[:1] not in lexicon.words("attached"):
        return False
    rest = lexicon.verbs.get(word[1:])
    return rest is not None and rest.lemma == form.lemma


def _auxiliary(sentence: Sentence, index: int) -> int | None:
    """Return the index of the auxiliary of a participle: right before it, or in German further back in the clause."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    farther = _FRAME if lexicon.words("capitals") else _COMPOUND
    for at in range(index - 1, max(-1, index - 1 - farther), -1):
        word = tokens.words[at]
        if word in lexicon.words("have"):
            return at
        if word in _SIGNS or (farther == _COMPOUND and word not in lexicon.words("adverbs clitics negation")):
            return None
    return None


def _is_passive(sentence: Sentence, index: int) -> bool:
    """Say whether a form that may be a participle is one: `wurde … erklärt`."""
    tokens, passive = sentence.tokens, sentence.lexicon.words("passive")
    for at in range(index - 1, max(-1, index - 1 - _FRAME), -1):
        if tokens.words[at] in passive:
            return True
        if tokens.words[at] in _SIGNS:
            return False
    return False


def _is_negated(sentence: Sentence, first: int) -> bool:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = first - 1
    while at >= 0 and tokens.words[at] in lexicon.words("clitics auxiliaries -negation"):
        at -= 1
    if at >= 0 and belongs(lexicon, tokens.words[at], "negation"):
        return True
    return bool(lexicon.words("capitals")) and tokens.word(first + 1) in lexicon.words("negation")


def _is_joined(sentence: Sentence, first: int) -> bool:
    word, lexicon = sentence.tokens.words[first], sentence.lexicon
    form = lexicon.verbs.get(word)
    if form is not None and is_attached(lexicon, word, form):
        return True
    before = first - 1
    while before >= 0 and sentence.tokens.words[before] in lexicon.words("clitics adverbs"):
        before -= 1
    return before >= 0 and sentence.tokens.words[before] in lexicon.words("conjunctions opposing")


def find_speaker(sentence: Sentence, cue: Cue, target: int | None) -> None:
    """Give a cue its speaker: the subject before the verb, or after it, or the last one where it has none.

    Args:
        sentence: The sentence, whose `speakers` grows; its earlier cues have their speakers already.
        cue: The cue.
        target: Where its object begins, if that could be told; a subject after the verb ends there.
    """
    bounds: Bounds | None = None
    after = cue.end
    if "f" in cue.form.moods or cue.first != cue.index:
        bounds = None if cue.joined else phrase_before(sentence, cue.first)
        if bounds is None:
            start = cue.first + 1 if cue.first != cue.index else cue.end
            bounds = phrase_after(sentence, start, limit=target)
            if bounds is not None and not is_source(sentence, bounds):
                bounds = None
            if bounds is not None:
                after = max(cue.end, bounds[1])
    place = place_of(sentence, bounds)
    if place is not None:
        sentence.speakers.append((cue.index, place))
    elif cue.joined and sentence.speakers:
        place = sentence.speakers[-1][1]
    cue.target, cue.speaker, cue.after = -1 if target is None else target, place, after


def is_source(sentence: Sentence, bounds: Bounds) -> bool:
    """Say whether a noun phrase after a verb can be its subject: a name, a pronoun, or people; elsewhere any noun."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if has_no_determiners(lexicon) or belongs(lexicon, tokens.words[bounds[0]], "pronouns"):
        return True
    return any(
        tokens.capital(at) or is_person(lexicon, tokens.words[at])
        for at in range(bounds[0], min(bounds[1], bounds[0] + 3))
    )
