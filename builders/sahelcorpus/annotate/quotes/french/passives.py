"""French passives: `il a été annoncé que A`, `X a été accusé par Y de A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.animacy import Speaking
from sahelcorpus.annotate.quotes.french.complement_clauses import indirect_question, that_clause
from sahelcorpus.annotate.quotes.french.complements import is_infinitive
from sahelcorpus.annotate.quotes.french.extent import clause_end, phrase_content_end
from sahelcorpus.annotate.quotes.french.mentions import phrase_end, who_speaks
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_NEAR = 16
"""Tokens after a passive among which what it says stands."""


def read_passive(sentence: Sentence, group: VerbGroup) -> None:
    """Read `il a été annoncé que A`, where nobody is named, and `X a été accusé par Y de A`."""
    frames, tokens = group.form.frames, sentence.tokens
    if (
        _by_agent(sentence, group, frames)
        or _qualified(sentence, group, frames)
        or tokens.word(group.first - 1) != "il"
        or "q" not in frames
    ):
        return
    if not that_clause(sentence, group, None) and "w" in frames:
        indirect_question(sentence, group, None)


def read_participle(sentence: Sentence, index: int, form: CueForm) -> None:
    """Read a passive without its auxiliary: `Accusé par X de A, le maire …`.

    Args:
        sentence: The sentence.
        index: The participle's token.
        form: What its form can be.
    """
    words = sentence.tokens.words
    opens = index == 0 or words[index - 1] in (",", ";", "et")
    if opens and "p" in form.moods and "x" in form.frames and words[index + 1 : index + 2] == ["par"]:
        _by_agent(sentence, VerbGroup(form, index, index, index + 1, "f", None, True, False), form.frames)


def _qualified(sentence: Sentence, group: VerbGroup, frames: str) -> bool:
    """Read `a été qualifiée de « A » par X` and `a été qualifiée par X de « A »`."""
    words = sentence.tokens.words
    if "t" not in frames:
        return False
    quoted = next((at for at in sentence.quotations if group.end < at < group.end + _NEAR), None)
    if quoted is None or words[quoted - 1] not in ("de", "d'"):
        return False
    agent = quoted + 1 if quoted == group.end + 1 else group.end
    if words[agent : agent + 1] != ["par"] or agent + 1 >= len(words):
        return False
    limit = None if agent > quoted else quoted - 1
    speaker = sentence.place(agent + 1, phrase_end(sentence, agent + 1, limit=limit))
    if who_speaks(sentence, speaker) is Speaking.THING:
        return False
    place = sentence.place(quoted, quoted + 1)
    return sentence.propose("attribute", 0.85, [place], cue=cue_of(sentence, group), speaker=speaker)


def _by_agent(sentence: Sentence, group: VerbGroup, frames: str) -> bool:
    """Read a passive with its agent: `a été accusée par X de A`, `ont été appelés par X à A`."""
    tokens = sentence.tokens
    at = next(
        (place for place in range(group.end, min(len(tokens.words), group.end + 6)) if tokens.words[place] == "par"),
        None,
    )
    if at is None or at + 2 >= len(tokens.words):
        return False
    limit = min(len(tokens.words), at + 16)
    limit = next((place for place in range(at, limit) if tokens.words[place] in (",", ";", ":", QUOTATION)), limit)
    stop = next(
        (
            place
            for place in range(at + 2, limit)
            if (tokens.words[place] in ("de", "d'", "à") and is_infinitive(sentence, place + 1))
            or tokens.words[place] in ("que", "qu'")
        ),
        None,
    )
    if stop is None:
        return False
    wanted = "q" if tokens.words[stop] in ("que", "qu'") else "a" if tokens.words[stop] == "à" else "xe"
    speaker = sentence.place(at + 1, phrase_end(sentence, at + 1, limit=stop))
    if set(wanted).isdisjoint(frames) or who_speaks(sentence, speaker) is Speaking.THING:
        return False
    end = clause_end(sentence, stop + 1, group) if wanted == "q" else phrase_content_end(sentence, stop + 1, group)
    return end > stop + 1 and sentence.propose(
        "passive with agent",
        0.85,
        [sentence.place(stop + 1, end)],
        cue=cue_of(sentence, group),
        speaker=speaker,
        least=6,
    )
