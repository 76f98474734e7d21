"""From what links a holder's words to a target to a label, with its evidence and its reason in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.links import Link, Mention, links
from sahelcorpus.annotate.stance.questions import Question
from sahelcorpus.records import Span
from sahelcorpus.records.vocabulary import StanceLabel

LEAST = 0.4
"""The least sum of effects that makes a label."""

_STRONG = 1.5
_BALANCED = 0.8
_MOST_EVIDENCE = 2
_MOST_REASONS = 3


Counted = tuple[Link, tuple[Mention, ...]]
"""A link that counts, and where its sentence names the target."""


class Weighed(NamedTuple):
    """What a question's words come to.

    Attributes:
        label: Favor, against, mixed, or neutral.
        intensity: -2 to 2; None for mixed.
        found: The links that count for it, strongest first.
        score: The sum of the effects.
    """

    label: StanceLabel
    intensity: int | None
    found: list[Counted]
    score: float


def weighed(question: Question) -> Weighed:
    """Add up what the words of a question say of its target."""
    found = [
        (link, tuple(passage.mentions))
        for passage in question.passages
        if passage.sentence.hits
        for link in links(passage.sentence, passage.mentions, passage.others)
        if link.effect
    ]
    favor = sum(link.effect for link, _ in found if link.effect > 0)
    against = -sum(link.effect for link, _ in found if link.effect < 0)
    score = favor - against
    found.sort(key=lambda one: -abs(one[0].effect))
    if min(favor, against) >= LEAST and min(favor, against) >= _BALANCED * max(favor, against):
        return Weighed(StanceLabel.MIXED, None, found, score)
    if abs(score) < LEAST:
        return Weighed(StanceLabel.NEUTRAL, 0, [], score)
    label = StanceLabel.FAVOR if score > 0 else StanceLabel.AGAINST
    size = 2 if abs(score) >= _STRONG else 1
    own = [one for one in found if (one[0].effect > 0) == (score > 0)]
    return Weighed(label, size if score > 0 else -size, own, score)


def evidence(article: StanceArticle, question: Question, found: Sequence[Counted]) -> list[Span]:
    """Return the words that show a label: each from an evaluating word to the target that it is about.

    They stand in one segment of the quotation, or outside all quotations for the article's voice: where the two are
    parted by somebody else's words, the evaluating word alone is given.
    """
    places: list[Place] = []
    for link, mentions in found:
        place = _stretch(article, question, link, mentions)
        if all(place[1] <= start or end <= place[0] for start, end in places):
            places.append(place)
        if len(places) == _MOST_EVIDENCE:
            break
    return [Span(start=start, end=end, text=article.text[start:end]) for start, end in sorted(places)]


def _stretch(article: StanceArticle, question: Question, link: Link, mentions: Sequence[Mention]) -> Place:
    sentence, hit = link.sentence, link.hit
    own = (sentence.places[hit.start][0], sentence.places[hit.end - 1][1])
    if not mentions:
        return own
    start, end = min(mentions, key=lambda one: min(abs(one[0] - hit.end), abs(hit.start - one[1])))
    whole = (min(own[0], sentence.places[start][0]), max(own[1], sentence.places[end - 1][1]))
    return whole if _is_whole(article, question, whole) else own


def _is_whole(article: StanceArticle, question: Question, place: Place) -> bool:
    """Say whether a place holds the words of its holder alone."""
    if question.quote is None:
        quoted = (segment for quote in article.quotes for segment in quote.segments)
        return not any(start < place[1] and place[0] < end for start, end in quoted)
    segments = article.quotes[question.quote].segments
    return any(start <= place[0] and place[1] <= end for start, end in segments)


def reasons(article: StanceArticle, question: Question, found: Sequence[Counted]) -> str:
    """Return why, in one line: the words that count, how each stands to the target, and what turned it round."""
    return "; ".join(_reason(article, question, link) for link, _ in found[:_MOST_REASONS])


def _reason(article: StanceArticle, question: Question, link: Link) -> str:
    places = link.sentence.places
    words = " ".join(article.text[places[link.hit.start][0] : places[link.hit.end - 1][1]].split())
    side = "for" if link.effect > 0 else "against"
    target = "what it speaks of" if question.implied else question.target.name
    negated = ", negated" if link.negated else ""
    return f"“{words}” ({link.construction}{negated}) speaks {side} {target}"


def own_words(article: StanceArticle, question: Question) -> Iterator[Span]:
    """Yield what stands for the whole of a holder's words: a quotation's first segment, or the clause of the target."""
    if question.quote is not None:
        start, end = article.quotes[question.quote].segments[0]
        yield Span(start=start, end=end, text=article.text[start:end])
    elif question.passages:
        sentence, mention = question.passages[0].sentence, question.passages[0].mentions[0]
        start, end = sentence.places[mention[0]][0], sentence.places[mention[1] - 1][1]
        clause = sentence.clauses[mention[0]]
        for (first, last), number in zip(sentence.places, sentence.clauses, strict=True):
            whole = (min(start, first), max(end, last))
            if number == clause and _is_whole(article, question, whole):
                start, end = whole
        yield Span(start=start, end=end, text=article.text[start:end])
