"""What a checkpoint is asked: each sentence of a holder that names the target, beside the target or a hypothesis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.stance.article import StanceArticle
from sahelcorpus.annotate.stance.passages import VOICE, Sentence, sentences
from sahelcorpus.records import Span
from sahelcorpus.records.vocabulary import StanceLabel

HYPOTHESES = {
    "fr": {
        StanceLabel.FAVOR: "L'auteur est favorable à {target}.",
        StanceLabel.AGAINST: "L'auteur est hostile à {target}.",
        StanceLabel.NEUTRAL: "L'auteur ne prend pas parti sur {target}.",
    },
    "en": {
        StanceLabel.FAVOR: "The author is in favor of {target}.",
        StanceLabel.AGAINST: "The author is against {target}.",
        StanceLabel.NEUTRAL: "The author takes no side on {target}.",
    },
}
"""What an NLI checkpoint judges, by language; texts in other languages get the English ones."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a holder says about a target in one sentence.

    Attributes:
        words: The holder's own words; what others say in the sentence is left out.
        spans: Where they stand.
    """

    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One holder and one target.

    Attributes:
        owner: The index of the quotation whose speaker is the holder, or `VOICE`.
        target: The index of the target.
        passages: The sentences in which the holder names the target; of the article's voice there may be none.
    """

    owner: int
    target: int
    passages: tuple[Passage, ...]


def questions(article: StanceArticle) -> Iterator[Question]:
    """Yield what there is to judge: each target that a holder names, the article's voice first.

    With targets given, the article's voice has a question for each of them, in their order.
    """
    parts = sentences(article)
    owners = sorted({sentence.owner for sentence in parts} | {VOICE})
    for owner in owners:
        own = [sentence for sentence in parts if sentence.owner == owner]
        for number, target in enumerate(article.targets):
            named = [one for one in own if any(one.covered(mention) is not None for mention in target.mentions)]
            passages = tuple(passage for one in named if (passage := _passage(article.text, one)) is not None)
            if passages or (owner == VOICE and article.targets_given):
                yield Question(owner, number, passages)


def _passage(text: str, sentence: Sentence) -> Passage | None:
    """Return a holder's words in a sentence, in as many pieces as others leave of it; None if no word is left."""
    pieces: list[Place] = []
    for start, end in sentence.places:
        if pieces and not any(sign.isalnum() for sign in text[pieces[-1][1] : start]):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    kept = [_from_a_word(text, piece) for piece in pieces]
    spans = tuple(Span(start=start, end=end, text=text[start:end]) for start, end in kept if start < end)
    return Passage(" ".join(" ".join(span.text.split()) for span in spans), spans) if spans else None


def _from_a_word(text: str, piece: Place) -> Place:
    """Return a piece without the signs before its first word; empty if it has no word."""
    start, end = piece
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def hypotheses(article: StanceArticle, target: int) -> dict[StanceLabel, str]:
    """Return the hypotheses about a target, in the article's language where there are such."""
    told = HYPOTHESES.get(article.language.lower().split("-")[0], HYPOTHESES["en"])
    name = " ".join(article.targets[target].name.split())
    return {label: words.format(target=name) for label, words in told.items()}
