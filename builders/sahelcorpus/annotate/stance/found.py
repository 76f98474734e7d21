"""What an annotator of stance gives back, and what has to hold for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from sahelcorpus.annotate.stance.article import StanceArticle, Target
from sahelcorpus.records import Annotator, Span
from sahelcorpus.records.vocabulary import Endorsement, HolderKind, QuoteType, StanceLabel

SIGNS: dict[StanceLabel, frozenset[int]] = {
    StanceLabel.FAVOR: frozenset((1, 2)),
    StanceLabel.AGAINST: frozenset((-1, -2)),
    StanceLabel.NEUTRAL: frozenset((0,)),
}
"""The intensities that go with a label; a label that is not named here has none."""

EVIDENCED = frozenset((StanceLabel.FAVOR, StanceLabel.AGAINST, StanceLabel.MIXED))
"""The labels that need evidence."""


@dataclass(frozen=True, slots=True)
class FoundStance:
    """A candidate: one holder, one target, one label, and the words that show it.

    Attributes:
        holder_kind: Whose evaluation it is.
        target: Who is evaluated: one of the article's targets.
        label: How.
        evidence: The words, each with its place; at least one for favor, against and mixed.
        confidence: How often a candidate found this way is right, as a probability.
        explanation: Why, in one line, for whoever has to decide.
        holder_name: The holder's name; None for the article's voice and the unknown.
        holder_actor_id: The holder's id in the collection's registry, or None.
        quote: The index in `article.quotes` of the quotation that carries it, or None.
        intensity: -2 to 2; None if not judged.
        endorsement: What the article's voice does with it.
    """

    holder_kind: HolderKind
    target: Target
    label: StanceLabel
    evidence: tuple[Span, ...]
    confidence: float
    explanation: str
    holder_name: str | None = None
    holder_actor_id: str | None = None
    quote: int | None = None
    intensity: int | None = None
    endorsement: Endorsement = Endorsement.NEUTRAL_REPORT


class StanceAnnotator(Protocol):
    """Whoever proposes stances: a name, a kind and a version, and one function."""

    @property
    def annotator(self) -> Annotator:
        """How it signs: `annotator_id`, `kind` (rule or model) and `version`."""
        ...

    def annotate_stance(self, article: StanceArticle) -> list[FoundStance]:
        """Return the candidates of an article; each holds by `faults`."""
        ...


@runtime_checkable
class BatchAnnotator(StanceAnnotator, Protocol):
    """An annotator that is quicker when it has several articles at once."""

    def annotate_stances(self, articles: Iterable[StanceArticle]) -> Iterator[list[FoundStance]]:
        """Yield the candidates of each article, in order; the same as `annotate_stance` gives."""
        ...


@runtime_checkable
class TellingAnnotator(StanceAnnotator, Protocol):
    """An annotator that has something to tell when its work is done: what it cost, what it refused and why."""

    def told(self) -> list[str]:
        """Return it in sentences."""
        ...


def annotated(annotator: StanceAnnotator, articles: Iterable[StanceArticle]) -> Iterator[list[FoundStance]]:
    """Yield the candidates of each article, in order, in the way that is quickest for the annotator."""
    if isinstance(annotator, BatchAnnotator):
        return annotator.annotate_stances(articles)
    return (annotator.annotate_stance(article) for article in articles)


def faults(article: StanceArticle, found: Sequence[FoundStance]) -> Iterator[str]:
    """Yield what does not hold among an article's candidates, each as a sentence; nothing if all is well.

    Every span has to be in the text word for word, within the quotation whose speaker is the holder, and outside direct
    quotations where the holder is the article's voice; and with targets given, each has its one row.
    """
    for number, one in enumerate(found):
        for fault in _faults(article, one):
            yield f"candidate {number}: {fault}"
    if article.targets_given:
        voiced = [one.target for one in found if one.holder_kind is HolderKind.ARTICLE_VOICE]
        if voiced != list(article.targets):
            names = ", ".join(target.name for target in voiced) or "none"
            yield f"found rows of the article's voice for {names}; allowed: one for each target given, in their order"
    answered = {(one.quote, one.target) for one in found}
    for quote, target in article.asked:
        if (quote, target) not in answered:
            yield f"found no row for quotation {quote} and {target.name!r}, which was asked for"


def _faults(article: StanceArticle, one: FoundStance) -> Iterator[str]:
    if one.target not in article.targets:
        yield f"found the target {one.target.name!r}; allowed: a target of the article"
    if one.label in EVIDENCED and not one.evidence:
        yield f"found no evidence for {one.label}; allowed: at least one span"
    if one.intensity is not None and one.intensity not in SIGNS.get(one.label, frozenset()):
        yield f"found the intensity {one.intensity} with {one.label}"
    if not 0 <= one.confidence <= 1:
        yield f"found the confidence {one.confidence}; allowed: a probability"
    if not one.explanation or "\n" in one.explanation:
        yield "found no explanation of one line"
    for span in one.evidence:
        if not span.lies_in(article.text):
            yield f"found the evidence {span.text!r} at {span.start}, where the text has something else"
    yield from _holder_faults(article, one)


def _holder_faults(article: StanceArticle, one: FoundStance) -> Iterator[str]:
    quoted = one.holder_kind is HolderKind.QUOTED_SPEAKER
    if one.quote is not None and not 0 <= one.quote < len(article.quotes):
        yield f"found quotation {one.quote} of {len(article.quotes)}"
        return
    if quoted and one.quote is None:
        yield "found a quoted speaker without a quotation"
    if one.holder_kind is HolderKind.ARTICLE_VOICE and (one.quote is not None or one.holder_name is not None):
        yield "found the article's voice with a quotation or a name"
    if one.quote is not None:
        segments = article.quotes[one.quote].segments
        for span in one.evidence:
            if not any(start <= span.start and span.end <= end for start, end in segments):
                yield f"found the evidence {span.text!r} outside the quotation that carries it"
    elif one.holder_kind is HolderKind.ARTICLE_VOICE and one.endorsement is not Endorsement.ENDORSED:
        direct = [place for quote in article.quotes if quote.type is QuoteType.DIRECT for place in quote.segments]
        for span in one.evidence:
            if any(start < span.end and span.start < end for start, end in direct):
                yield f"found the evidence {span.text!r} of the article's voice inside a direct quotation"
