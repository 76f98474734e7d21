"""English passives that name their source after `by`: `was accused by X of Y`, `it is asserted by X that A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.extent import english_clause_end, english_phrase_content_end
from sahelcorpus.annotate.quotes.english.phrases import english_phrase_end, speaks
from sahelcorpus.annotate.quotes.english.recipients import past_adverbials
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_adverb
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_TOLD_OF = frozenset(("demand", "announce", "deny", "confirm", "promise"))
"""Verbs whose passive subject is what was said."""

_TOLD = frozenset(("tell", "ask", "inform", "warn", "remind", "assure", "advise", "notify"))
_REACH = 24


def read_passive(sentence: Sentence, group: VerbGroup) -> None:
    """Propose what a passive carries: with its agent as speaker, and without one after `it` or a verb of telling.

    Args:
        sentence: The sentence.
        group: The verb group.
    """
    frames, tokens = group.form.frames, sentence.tokens
    if tokens.words[group.first] == "be" and tokens.word(group.first - 1) == "to":
        return
    index, agent = _agent(sentence, past_adverbials(sentence, group.end) if _far(sentence, group) else group.end)
    told = group.form.lemma in _TOLD
    impersonal = tokens.word(group.first - 1) == "it" and group.form.lemma != "recall"
    word = tokens.word(index)
    if "q" in frames and word == "that" and (impersonal or told):
        end = english_clause_end(sentence, index + 1)
        if end > index + 1:
            _propose(sentence, group, "that-clause", (index + 1, end), speaker=agent, score=0.95 if agent else 0.75)
    elif told and group.form.lemma in ("ask", "tell") and word in ("whether", "if", "why", "how"):
        _propose(
            sentence, group, "indirect question", (index, english_clause_end(sentence, index)), speaker=agent, score=0.9
        )
    elif "x" in frames and word in ("of", "for"):
        _accused(sentence, group, index + 1, agent)
    elif agent is not None and "a" in frames and word in ("to", "not"):
        _propose(
            sentence, group, "call to", (index, english_phrase_content_end(sentence, index)), speaker=agent, score=0.85
        )
    elif agent is not None and "k" in frames and word == "as":
        _propose(
            sentence,
            group,
            "attribute",
            (index + 1, english_phrase_content_end(sentence, index + 1)),
            speaker=agent,
            score=0.85,
        )
    elif agent is not None and group.form.lemma in _TOLD_OF and _is_told(sentence, group):
        phrase = english_mention_before(sentence, group.first)
        if phrase is not None:  # « The departure of the force was demanded by X »
            _propose(sentence, group, "passive with agent", phrase, speaker=agent, score=0.8)
    elif "t" in frames and word == QUOTATION:
        after, source = _agent(sentence, index + 1)
        if source is not None and after > index + 1:
            _propose(sentence, group, "attribute", (index, index + 1), speaker=source, score=0.85)
    elif agent is None and set(frames) & set("ktx") and word == "as":
        _described(sentence, group, index + 1)


def _is_told(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether the subject of a passive is a noun phrase: no pronoun, and no `which` or `that`."""
    before = sentence.tokens.word(group.first - 1)
    return before[:1].isalnum() and before not in sentence.lexicon.words("pronouns relatives strong that conjunctions")


def _far(sentence: Sentence, group: VerbGroup) -> bool:
    return sentence.tokens.word(group.end) != "by"


def _agent(sentence: Sentence, index: int) -> tuple[int, Place | None]:
    """Return the index after `by X`, and X; the same index and None if nobody is named there."""
    tokens = sentence.tokens
    while is_adverb(sentence, index) and tokens.word(index + 1) == "by":
        index += 1
    if tokens.word(index) != "by" or index + 1 >= len(tokens.words):
        return index, None
    end = english_phrase_end(sentence, index + 1)
    if not speaks(sentence, index + 1, end):
        return index, None
    return past_adverbials(sentence, end), sentence.place(index + 1, end)


def _accused(sentence: Sentence, group: VerbGroup, start: int, agent: Place | None) -> None:
    """Read `was accused by X of Y` and `was accused of Y by X`."""
    if start >= len(sentence.tokens.words):
        return
    end = english_phrase_content_end(sentence, start)
    if agent is None:
        end, agent = _late_agent(sentence, start, end)
    if agent is not None:
        _propose(sentence, group, "accuse", (start, end), speaker=agent, score=0.85)


def _described(sentence: Sentence, group: VerbGroup, start: int) -> None:
    """Read `was described as Y by X`."""
    if start >= len(sentence.tokens.words):
        return
    end, agent = _late_agent(sentence, start, english_phrase_content_end(sentence, start))
    if agent is not None:
        _propose(sentence, group, "attribute", (start, end), speaker=agent, score=0.8)


def _late_agent(sentence: Sentence, start: int, end: int) -> tuple[int, Place | None]:
    """Return where a content ends before its `by X`, and X."""
    words = sentence.tokens.words
    for index in range(start + 1, min(end, start + _REACH)):
        if finite(sentence, index) == STRONG:
            break
        if words[index] == "by" and not words[index - 1].endswith(("ed", "en")):
            after, agent = _agent(sentence, index)
            if agent is not None and after > index:
                return index, agent
    return end, None


def _propose(
    sentence: Sentence, group: VerbGroup, name: str, place: tuple[int, int], *, speaker: Place | None, score: float
) -> None:
    if place[1] > place[0]:
        cue = cue_of(sentence, group)
        sentence.propose(name, score, [sentence.place(*place)], cue=cue, speaker=speaker, least=6)
