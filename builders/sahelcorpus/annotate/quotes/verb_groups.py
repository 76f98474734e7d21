"""The verb group around a cue: auxiliaries, clitics, negation, adverbs between them, and an inverted pronoun."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.found import FoundCue
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence

FURTHEST = 12
"""Most tokens between an auxiliary and its participle."""


@dataclass(slots=True)
class VerbGroup:
    """The tokens of a verb group.

    Attributes:
        form: The cue.
        at: Index of the cue itself.
        first: Index of the group's first token.
        end: Index after its last token.
        mood: `f` finite, `i` infinitive, `g` present participle.
        pronoun: Index of an inverted pronoun, or None.
        passive: Whether the group is passive.
        reflexive: Whether it is reflexive.
    """

    form: CueForm
    at: int
    first: int
    end: int
    mood: str
    pronoun: int | None
    passive: bool
    reflexive: bool


def cue_of(sentence: Sentence, group: VerbGroup) -> FoundCue:
    """Return the cue of a verb group, both words of a multiword verb."""
    return sentence.cue(group.at, group.form.lemma, end=group.at + 1 + group.form.lemma.count(" "))


def before_parenthesis(sentence: Sentence, comma: int, auxiliaries: frozenset[str]) -> int:
    """Return the index before `, …,` between an auxiliary and its participle, or the comma's own."""
    tokens = sentence.tokens
    for index in range(comma - 1, max(-1, comma - FURTHEST), -1):
        if tokens.words[index] == ",":
            return index - 1 if tokens.word(index - 1) in auxiliaries else comma
    return comma
