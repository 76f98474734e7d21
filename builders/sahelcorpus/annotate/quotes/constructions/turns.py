"""The answers of an interview that stand without marks: after a name and a colon, or after a question's paragraph."""

from __future__ import annotations

import re
from collections import Counter

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import trimmed_end

_LABEL = r"[^\W\d_][\w.’'-]*(?:[ \u00a0][^\W\d_][\w.’'-]*){0,4}"
_TURN = re.compile(
    rf"^[ \t]*({_LABEL})(?: \([^()\n]{{2,40}}\))?[ \u00a0\u202f]?:[ \u00a0\u202f]+(?=\S)(.*)$", re.MULTILINE
)
_LINE = re.compile(r"^[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_ADDRESSED = re.compile(r"\b(?:vous|votre|vos|you|your)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:je|moi|mon|ma|mes|nous|notre|nos|I|my|me|we|our)\b|\bj['’]", re.IGNORECASE)
_LONGEST_QUESTION = 400
_OPENING = "«“\"‘'—–-"
_LEAST_TURNS = 6
_LEAST_OF_ONE = 2
_LEAST_QUESTIONS = 3
_ASKING = 0.3
"""The least share of turns with a question by which the outlet's own are told."""


def unmarked_answers(text: str) -> list[Place]:
    """Return the answers of an interview that no marks hold, in text order.

    Args:
        text: The text.
    """
    turns = _turns(text)
    return answers_of_turns(text, turns) if turns else answers_to_questions(text)


def _turns(text: str) -> list[re.Match[str]]:
    """Return the turns of an interview in which every one begins with a name and a colon; none of any other text.

    At least two names have two turns each, six in all.
    """
    if text.count(":") < _LEAST_TURNS:
        return []
    turns = [match for match in _TURN.finditer(text) if match[1][0].isupper()]
    counts = Counter(match[1] for match in turns)
    kept = {label for label, count in counts.items() if count >= _LEAST_OF_ONE}
    initials = {initials_of(label) for label in kept}
    turns = [match for match in turns if match[1] in kept or initials_of(match[1]) in initials]
    several = len({match[1] for match in turns}) >= _LEAST_OF_ONE
    return turns if several and len(turns) >= _LEAST_TURNS else []


def initials_of(name: str) -> str:
    """Return the initials of a name, in capitals: `OB` of « Ousseini Ballakou » and of « O. B. ».

    Args:
        name: A name, or initials with their full stops.
    """
    return "".join(part[0] for part in re.split(r"[ \u00a0.-]+", name) if part).upper()


def answers_of_turns(text: str, turns: list[re.Match[str]]) -> list[Place]:
    """Return what is answered in turns, without the names; turns in marks are left to the marks.

    The name that mostly asks is the outlet's; if none does, it is no interview.

    Args:
        text: The text.
        turns: Its turns, name and words.
    """
    counts = Counter(initials_of(match[1]) for match in turns)
    asked = Counter(initials_of(match[1]) for match in turns if "?" in match[2][-2:])
    asking = max(counts, key=lambda who: asked[who] / counts[who])
    if asked[asking] < _ASKING * counts[asking]:
        return []
    places = [match.span(2) for match in turns if initials_of(match[1]) != asking]
    places = [(start, trimmed_end(text, start, end, keep=".")) for start, end in places if text[start] not in _OPENING]
    return [(start, end) for start, end in places if end > start]


def answers_to_questions(text: str) -> list[Place]:
    """Return what stands between questions that have a paragraph each and speak to somebody.

    Three such questions at the least, a third of them with `vous` or `you`, two answers in the first person, and hardly
    one in marks: else it is an article that asks its readers, or one that marks what is answered. What follows the last
    question is its answer for one paragraph.

    Args:
        text: The text.
    """
    if text.count("?\n") < _LEAST_QUESTIONS:
        return []
    lines = [match.span(1) for match in _LINE.finditer(text)]
    asks: list[int] = []
    for index, (start, end) in enumerate(lines):
        if end - start > _LONGEST_QUESTION or text[start] in _OPENING:
            continue
        follows = bool(asks) and asks[-1] < index - 1  # a question is answered at once
        told = follows and _ADDRESSED.search(text, start, end) and not _FIRST_PERSON.search(text, start, end)
        if text[end - 1] == "?" or told:
            asks.append(index)
    addressed = sum(_ADDRESSED.search(text, *lines[index]) is not None for index in asks)
    marked = sum(text[lines[index + 1][0]] in _OPENING for index in asks if index + 1 < len(lines))
    if len(asks) < _LEAST_QUESTIONS or min(addressed, len(asks) - 2 * marked) * _LEAST_QUESTIONS < len(asks):
        return []
    found = []
    for index, following in zip(asks, [*asks[1:], None], strict=True):
        last = index + 1 if following is None else following - 1
        if index < last < len(lines) and text[lines[index + 1][0]] not in _OPENING:
            start, end = lines[index + 1][0], lines[last][1]
            found.append((start, trimmed_end(text, start, end, keep=".")))
    spoken = sum(_FIRST_PERSON.search(text, *place) is not None for place in found)
    return found if spoken >= _LEAST_OF_ONE else []
