"""What a trained model is shown of a question: never the target's name, only how the holder's words stand to it.

Words count by the side of the target on which they stand and by their distance; evaluating words also by what the rules
make of them. Names of other targets are masked as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.links import Mention, links
from sahelcorpus.annotate.stance.passages import Sentence
from sahelcorpus.annotate.stance.questions import Passage, Question

VERSION = 1
"""Changes with what is shown: a model trained on another version is not opened."""

TARGET, OTHER = "TARGET", "OTHER"
_WINDOW = 8
_LETTERS = (3, 5)
_MOST = 3.0


@dataclass(slots=True)
class Description:
    """A question as counts.

    Attributes:
        words: Words, pairs and triples of words, by side and distance.
        shapes: The same with evaluating words replaced by their polarity and construction.
        letters: Runs of three to five letters around the target.
        measures: What the rules make of it, from 0 to 1.
    """

    words: Counter[str] = field(default_factory=Counter)
    shapes: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    measures: dict[str, float] = field(default_factory=dict)


def described(article: StanceArticle, question: Question) -> Description:
    """Return what a model is shown of a question."""
    found = Description()
    sums: defaultdict[str, float] = defaultdict(float)
    for passage in question.passages:
        _show_words(passage, found)
        _add_measures(passage, sums)
    favor, against = sums["effect+"], sums["effect-"]
    sums["for"], sums["against"] = max(0.0, favor - against), max(0.0, against - favor)
    sums["both"] = min(favor, against)
    found.measures = {name: min(value, _MOST) / _MOST for name, value in sums.items() if value}
    if question.quote is not None:
        speech = article.quotes[question.quote]
        found.measures |= {f"quoted {name}": found.measures.get(name, 0.0) for name in ("for", "against", "both")}
        found.measures |= {"quoted": 1.0, str(speech.type): 1.0}
        found.measures["own side"] = float(question.own_side)
        found.measures["implied"] = float(question.implied)
        found.measures["asks"] = float(any(passage.sentence.asks for passage in question.passages))
        if speech.cue_lemma is not None:
            found.shapes[f"cue:{speech.cue_lemma}"] += 1
    return found


def _show_words(passage: Passage, found: Description) -> None:
    masked = _masked(passage)
    words = [word for word, _ in masked]
    at = words.index(TARGET) if TARGET in words else None
    sides = ["q" if at is None else "l" if index < at else "r" for index in range(len(words))]
    for index, word in enumerate(words):
        if word == TARGET:
            continue
        found.words[word] += 1
        found.words[f"{sides[index]}={word}"] += 1
        if at is not None and abs(index - at) <= _WINDOW:
            found.words[f"{sides[index]}{min((abs(index - at) - 1) // 2, 3)}={word}"] += 1
    _count_rows(words, found.words)
    shapes = [shape for _, shape in masked]
    _count_rows(shapes, found.shapes)
    if at is not None:
        for index in range(max(0, at - _WINDOW + 1), min(len(shapes), at + _WINDOW)):
            if index != at:
                found.shapes[f"{sides[index]}={shapes[index]}"] += 1
    _count_rows([shape for shape in shapes if shape == TARGET or shape[:1] in "+-"], found.shapes, mark="o=")
    near = words if at is None else words[max(0, at - _WINDOW) : at + _WINDOW + 3]
    found.letters.update(_letter_rows(near))


def _count_rows(words: Sequence[str], counts: Counter[str], mark: str = "") -> None:
    for size in (2, 3):
        for index in range(len(words) - size + 1):
            counts[mark + "_".join(words[index : index + size])] += 1


def _letter_rows(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for size in range(_LETTERS[0], _LETTERS[1] + 1):
            for index in range(max(1, len(padded) - size + 1)):
                yield padded[index : index + size]


def _masked(passage: Passage) -> list[tuple[str, str]]:
    """Return the tokens of a passage with names masked, and beside each its shape."""
    sentence = passage.sentence
    names = _by_token(passage.mentions, TARGET) | _by_token(passage.others, OTHER)
    names |= _by_token(passage.mentions, TARGET)
    shapes = {hit.start: _shape(sentence, index) for index, hit in enumerate(sentence.hits)}
    covered = {token for hit in sentence.hits for token in range(hit.start + 1, hit.end)}
    found: list[tuple[str, str]] = []
    for index, word in enumerate(sentence.words):
        name = names.get(index)
        if name is not None:
            if not (found and found[-1][0] == name and index - 1 in names):
                found.append((name, name))
        elif index not in covered:
            found.append((word, shapes.get(index, word)))
        else:
            found.append((word, word))
    return found


def _shape(sentence: Sentence, index: int) -> str:
    entry = sentence.hits[index].entries[0]
    return f"{'+' if entry.polarity > 0 else '-'}{entry.construction}"


def _by_token(mentions: Sequence[Mention], name: str) -> dict[int, str]:
    return {index: name for start, end in mentions for index in range(start, end)}


def _add_measures(passage: Passage, sums: defaultdict[str, float]) -> None:
    """Add what the rules make of a passage: effects by construction, side and clause, and evaluating words in all."""
    sentence = passage.sentence
    first = passage.mentions[0] if passage.mentions else None
    for link in links(sentence, passage.mentions, passage.others):
        sign = "+" if link.effect > 0 else "-"
        place = "q"
        if first is not None:
            side = "l" if link.hit.end <= first[0] else "r"
            place = side + ("n" if sentence.clauses[link.hit.start] == sentence.clauses[first[0]] else "f")
        for name in (f"{link.construction} {place}{sign}", f"{place}{sign}", f"effect{sign}"):
            sums[name] += abs(link.effect)
    for hit in sentence.hits:
        side = "q" if first is None else "l" if hit.end <= first[0] else "r"
        for entry in hit.entries:
            sign = "+" if entry.polarity > 0 else "-"
            sums[f"any {entry.construction} {side}{sign}"] += abs(entry.polarity)
            sums[f"any{sign}"] += abs(entry.polarity)
