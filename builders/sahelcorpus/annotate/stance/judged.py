"""Articles with the labels that people gave: what a model is trained on and what annotators are scored against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sahelcorpus.annotate.speakers.words import fold
from sahelcorpus.annotate.stance.article import QuotedSpeech, StanceArticle, Target
from sahelcorpus.annotate.stance.evaluations import cut
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.records import Quote, Stance
from sahelcorpus.records.canonical_json import canonical_json
from sahelcorpus.records.vocabulary import HolderKind, StanceLabel, Status

LEAST_WORDS = 6
"""Sentences of fewer words recur by chance, and give nothing away."""

Asked = tuple[int | None, Target]
"""A quotation, by its index, or None for the article's voice; and a target."""


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """An article, and the label of each question that was decided about it.

    Attributes:
        article: The article, with the judged targets given and the judged pairs asked.
        labels: What was decided.
        split: `train`, `validation`, `test` or another name; an empty string if there are no splits.
        group: The near-duplicate group, or the article's own id.
    """

    article: StanceArticle
    labels: Mapping[Asked, StanceLabel]
    split: str = ""
    group: str = ""


def judged_article(
    text: str,
    language: str,
    annotations: tuple[Sequence[Quote], Sequence[Stance]],
    index: TargetIndex,
    about: tuple[str, date | None, str | None],
) -> JudgedArticle:
    """Return an article of a collection with its gold stances.

    Args:
        text: Its text.
        language: Its BCP 47 tag.
        annotations: Its quotations and its stances; refused ones, and candidates for a stance, are left out.
        index: The collection's actors.
        about: Its id, the day of its publication if that is known, and its near-duplicate group if it has one.
    """
    article_id, day, group = about
    quotes = [quote for quote in annotations[0] if quote.status is not Status.REJECTED]
    numbers = {quote.quote_id: number for number, quote in enumerate(quotes)}
    gold = [
        stance
        for stance in annotations[1]
        if stance.status is Status.GOLD
        and (stance.quote_id in numbers or stance.holder_kind is HolderKind.ARTICLE_VOICE)
    ]
    voiced = [stance.target_actor_id for stance in gold if stance.quote_id is None]
    wanted = list(dict.fromkeys([*voiced, *(stance.target_actor_id for stance in gold)]))
    targets = {one.actor_id: one for one in index.targets(text, wanted)}
    labels = {
        (None if stance.quote_id is None else numbers[stance.quote_id], targets[stance.target_actor_id]): stance.label
        for stance in gold
    }
    article = StanceArticle(
        text,
        language,
        tuple(recorded_speech(quote, index, day) for quote in quotes),
        tuple(targets.values()),
        targets_given=True,
        asked=tuple((quote, target) for quote, target in labels if quote is not None),
        article_id=article_id,
    )
    return JudgedArticle(article, labels, group=group or article_id)


def recorded_speech(quote: Quote, index: TargetIndex, day: date | None, sure: float = 1.0) -> QuotedSpeech:
    """Return a collection's quotation as annotators are given it, `sure` being how sure its speaker is."""
    return QuotedSpeech(
        type=quote.type,
        segments=tuple((span.start, span.end) for span in quote.segments),
        speaker_name=quote.speaker_name,
        speaker_kind=quote.speaker_kind,
        actor_id=quote.actor_id,
        speaker=(quote.speaker.start, quote.speaker.end) if quote.speaker else None,
        cue=(quote.cue.start, quote.cue.end) if quote.cue else None,
        cue_lemma=quote.cue.lemma if quote.cue else None,
        quote_id=quote.quote_id,
        sure=sure,
        affiliations=index.affiliations(quote.actor_id, day),
    )


def fingerprints(text: str) -> Iterator[tuple[str, int]]:
    """Yield a fingerprint of each sentence of a text, and where it starts; small letters and words alone count.

    Sentences end at signs and at line ends here, whoever speaks; those of fewer than `LEAST_WORDS` words are left out.
    """
    words: list[str] = []
    start, last = 0, 0
    tokens, places = cut(text)
    for word, (first, end) in zip([*tokens, "."], [*places, (len(text), len(text))], strict=True):
        if word in ".!?…" or "\n" in text[last:first]:
            if len(words) >= LEAST_WORDS:
                yield fingerprint(" ".join(words)), start
            words = []
        if word[0].isalnum():
            if not words:
                start = first
            words.append(word)
        last = end


def fingerprint(words: str) -> str:
    """Return a fingerprint of words: 16 hexadecimal digits."""
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def target_fingerprint(target: Target) -> str:
    """Return a fingerprint of a target, by its id or else its name."""
    return fingerprint(target.actor_id or " ".join(fold(target.name).split()))


def digest(articles: Iterable[JudgedArticle]) -> str:
    """Return the SHA-256 of training data: texts, holders, targets and labels, in an order of their own."""
    lines = sorted(
        canonical_json(
            {
                "text": one.article.text,
                "labels": [
                    [list(one.article.quotes[quote].segments) if quote is not None else None, target.name, str(label)]
                    for (quote, target), label in one.labels.items()
                ],
            }
        )
        for one in articles
    )
    whole = hashlib.sha256()
    for line in lines:
        whole.update(line + b"\n")
    return whole.hexdigest()
