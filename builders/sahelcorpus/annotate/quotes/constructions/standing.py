"""Quotations that stand as sentences of their own, and lines of dialogue after a dash."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from sahelcorpus.annotate.quotes.dashes import DASHES
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.sentence import Sentence, trimmed_end

_WORDS = 3
_DASHES = DASHES | {"-"}
_SIGNED_WORDS = 4
_NAME = 6
_DASHED = re.compile(r"^[ \t]*[—–][ \u00a0\u202f]*(?=\S)(.*)$", re.MULTILINE)
_LABEL = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3} ?: ")
_ENDS = ".!?…»"


def read_standing(sentence: Sentence) -> None:
    """Propose every quotation that is a whole sentence: the quoted person goes on, or answers."""
    words = sentence.tokens.words
    for index in sentence.quotations:
        if words[index + 1 : index + 2] == ["("]:
            _signed(sentence, index)
        stretch = sentence.stretch(index)
        if stretch is None or not (_stands_alone(sentence, index) or _heads(sentence, index)):
            continue
        content = sentence.text[stretch.inner_start : stretch.inner_end]
        ended = content.rstrip()[-1:] in _ENDS
        if not ended and len(content.split()) < _WORDS:
            continue
        if not stretch.closed and len(content.split()) < _WORDS:
            continue
        score = 0.85 if ended else 0.6
        sentence.propose("standing", score, [(stretch.start, stretch.end)], cue=None, speaker=None)


def _heads(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation opens a headline: `« Nous ne voterons pas » : les bergers de Moussaro tiennent bon`."""
    tokens = sentence.tokens
    return index == 0 and tokens.word(1) == ":" and not sentence.text[: tokens.starts[0]].strip()


def _signed(sentence: Sentence, index: int) -> None:
    """Read `« A » (Pélagie Ouzdéri)`: a name of few words, all with capitals, and nothing else."""
    tokens = sentence.tokens
    close = next(
        (place for place in range(index + 2, min(len(tokens.words), index + 2 + _NAME)) if tokens.words[place] == ")"),
        None,
    )
    stretch = sentence.stretch(index)
    if close is None or close < index + _SIGNED_WORDS or stretch is None:
        return
    if not all(tokens.capital(place) for place in range(index + 2, close)):
        return
    if len(sentence.text[stretch.inner_start : stretch.inner_end].split()) >= _SIGNED_WORDS:
        speaker = sentence.place(index + 2, close)
        sentence.propose("signed", 0.8, [sentence.place(index, index + 1)], cue=None, speaker=speaker)


def _stands_alone(sentence: Sentence, index: int) -> bool:
    tokens = sentence.tokens
    before = all(not word[0].isalnum() or word[0].isdigit() for word in tokens.words[:index])
    after = all(not word[0].isalnum() for word in tokens.words[index + 1 :])
    if tokens.word(index + 1) == "," or (tokens.word(index - 1) in _DASHES and tokens.word(index + 1) in _DASHES):
        return False  # « - « Saut dans le vide » - » heads a part of a dispatch
    return before and after and sum(word[0].isdigit() for word in tokens.words[:index]) <= _WORDS


def dialogue_lines(text: str, starts: list[int]) -> list[Place]:
    """Return the lines of a dialogue that dashes introduce, without the dash.

    Lines after a dash that mostly hold quotation marks of their own are a moderator's script, not quotations.

    Args:
        text: The text.
        starts: Where its quotations start, in order.
    """
    if "\n—" not in text and "\n–" not in text and text[:1] not in "—–":
        return []
    lines = [match.span(1) for match in _DASHED.finditer(text)]
    lines = [line for line in (_unlabelled(text, *line) for line in lines) if line]
    lines = [(start, trimmed_end(text, start, end, keep=".")) for start, end in lines]
    lines = [(start, end) for start, end in lines if text[end - 1 : end] in (".", "!", "?", "…") and end - start > 1]
    asked = {line for line, after in pairwise(lines) if _is_answered(text, line, after)}
    if len(asked) > 1:  # one alone is as likely a line of the dialogue: « Tu as vu les camions ? »
        lines = [line for line in lines if line not in asked]
    if len(lines) < 2:
        return []
    marked = sum(_holds(starts, start, end) for start, end in lines)
    return lines if marked * 3 <= len(lines) else []


def _is_answered(text: str, line: Place, after: Place) -> bool:
    """Say whether a line asks and the next one answers right below it: the reporter's own question."""
    return text[line[1] - 1 : line[1]] == "?" and text[line[1] : after[0]].count("\n") == 1


def _unlabelled(text: str, start: int, end: int) -> Place | None:
    """Return a line without the name that labels it; None for the question of an interviewer who is named."""
    label = _LABEL.match(text, start, end)
    if label is None:
        return start, end
    return None if text[start:end].rstrip().endswith("?") else (label.end(), end)


def _holds(starts: list[int], start: int, end: int) -> bool:
    place = bisect_left(starts, start)
    return place < len(starts) and starts[place] < end


def outside(stretches: list[Marked], lines: list[Place]) -> list[Marked]:
    """Return the quotations that start in none of the lines, both in text order."""
    begins = [start for start, _ in lines]
    kept = []
    for stretch in stretches:
        place = bisect_right(begins, stretch.start) - 1
        if place < 0 or stretch.start >= lines[place][1]:
            kept.append(stretch)
    return kept
