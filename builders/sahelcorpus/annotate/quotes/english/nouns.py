"""English nouns that carry a content: `X's denial that A`, `the claim by X that A`, `a warning from X that A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.clauses import before_main_clause
from sahelcorpus.annotate.quotes.english.extent import english_clause_end
from sahelcorpus.annotate.quotes.english.phrases import english_phrase_end, speaks
from sahelcorpus.annotate.quotes.english.recipients import past_adverbials
from sahelcorpus.annotate.quotes.english.subjects import (
    english_mention_before,
    english_shared_subject,
    noun_phrase_back,
)
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_adverb
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_SUBJECT = 6
"""Most tokens from a relative `that` to the verb of saying in its clause."""

_SPELLED = frozenset(("words", "slogan", "message", "motto"))
_RELATIVES = frozenset(("who", "which", "that", "whose", "where"))
_LINKS = frozenset(
    ("and", "or", "but", "because", "if", "while", "when", "after", "before", "since", "as", "than", "that")
)


def read_english_nouns(sentence: Sentence) -> None:
    """Propose every content that a noun carries."""
    for index, word in enumerate(sentence.tokens.words):
        if word in sentence.lexicon.nouns:
            _read(sentence, index)


def _read(sentence: Sentence, index: int) -> None:
    """Propose the content that the noun at a token carries, if it carries one."""
    tokens, known = sentence.tokens, sentence.lexicon
    lemma = known.nouns[tokens.words[index]]
    if lemma in _SPELLED:
        _read_words(sentence, index)
    holder = _holder(sentence, index)
    if lemma not in known.words("carrying") and not (holder is not None and lemma in known.words("feelings")):
        return
    if tokens.words[max(0, index - 2) : index] in (["is", "a"], ["was", "a"]) and tokens.word(index - 3) == "it":
        return  # « It is a promise that people have learned to hear »
    if _is_relative(sentence, index + 1):
        return
    that, agent = index + 1, None
    if tokens.word(that) in ("by", "from", "of") and that + 1 < len(tokens.words):
        end = english_phrase_end(sentence, that + 1)
        agent, that = sentence.place(that + 1, end), end
    that = past_adverbials(sentence, that) if tokens.word(that) != "that" else that
    if tokens.word(that) != "that" or that + 3 >= len(tokens.words):
        return
    speaker = agent or _possessor(sentence, index) or holder
    end = _end(sentence, that + 1)
    opening = tokens.words[tokens.words[0] in known.words("conjunctions")]
    governed = any(
        tokens.words[place] in known.words("prepositions") and (not place or not tokens.words[place - 1][0].isalnum())
        for place in range(max(0, index - 4), index)
    )
    opened = opening in known.words("subordinators clausal") and "," not in tokens.words[:index]
    if opened or governed:
        end = before_main_clause(sentence, that + 1, end)
    if (end - that < 3 and tokens.word(that + 1) != QUOTATION) or finite(sentence, that + 1):
        return  # « a statement that said »: a relative clause
    cue = sentence.cue(index, lemma, CueKind.NOUN)
    sentence.propose("noun + that", 0.8, [sentence.place(that + 1, end)], cue=cue, speaker=speaker, least=6)


def _is_relative(sentence: Sentence, that: int) -> bool:
    """Say whether a `that` opens what somebody says of the noun: `a promise that the union says was kept`."""
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    for place in range(that + 1, min(len(tokens.words) - 1, that + _SUBJECT)):
        form = verbs.get(tokens.words[place])
        if form is not None and "z" in form.frames and finite(sentence, place + 1) == STRONG:
            return True
    return False


def _read_words(sentence: Sentence, index: int) -> None:
    """Read `a banner with the words “A”`, `under the slogan “A”`: a whole sentence in marks right after its noun."""
    stretch = sentence.stretch(index + 1)
    if stretch is None:
        return
    content = sentence.text[stretch.inner_start : stretch.inner_end]
    if len(content.split()) < 3 or content[-1] not in ".!?…":
        return
    cue = sentence.cue(index, sentence.lexicon.nouns[sentence.tokens.words[index]], CueKind.NOUN)
    speaker = english_shared_subject(sentence, index)
    sentence.propose("noun + quotation", 0.8, [(stretch.start, stretch.end)], cue=cue, speaker=speaker)


def _holder(sentence: Sentence, index: int) -> Place | None:
    """Return X of `X repeated his claim that A`, `X expressed concern that A`."""
    words, known = sentence.tokens.words, sentence.lexicon
    for at in range(index - 1, max(0, index - 6), -1):
        if words[at] in known.words("holding"):
            first = at
            while first and (words[first - 1] in known.words("auxiliaries adverbs") or is_adverb(sentence, first - 1)):
                first -= 1
            phrase = english_mention_before(sentence, first)
            if phrase is None:
                return english_shared_subject(sentence, first)
            return sentence.place(*phrase) if speaks(sentence, *phrase) else None
        if not words[at][0].isalpha():
            return None
    return None


def _possessor(sentence: Sentence, index: int) -> Place | None:
    """Return X of `X's claim`."""
    words = sentence.tokens.words
    at = index - 1
    while at > 1 and words[at] not in ("'s", "'") and words[at][0].isalpha() and index - at < 4:
        at -= 1
    if at < 1 or words[at] not in ("'s", "'"):
        return None
    begin = noun_phrase_back(sentence, at)
    return None if begin is None else sentence.place(begin, at)


def _end(sentence: Sentence, start: int) -> int:
    """Return where a content in the middle of a sentence ends: before the verb of the noun's own clause."""
    tokens = sentence.tokens
    words = tokens.words
    end = english_clause_end(sentence, start)
    verbs, relative = 0, False
    for place in range(start, end):
        word = words[place]
        if word == QUOTATION and tokens.word(place + 1) not in (",", "", ".", "and"):
            if finite(sentence, place + 1) and verbs:
                return place + 1
            verbs += not verbs
            continue
        if word in _RELATIVES and place > start:
            relative = True
        elif word in _LINKS or word == ",":
            verbs, relative = 0, False
        elif finite(sentence, place) == STRONG and words[place - 1] not in ("to", "not"):
            if relative:
                relative = False
                continue
            verbs += 1
            if verbs > 1:
                return place
    return end
