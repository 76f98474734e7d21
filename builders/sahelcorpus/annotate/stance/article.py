"""What an annotator of stance is given: a text, who is quoted in it, and who may be evaluated."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.records.vocabulary import QuoteType, SpeakerKind


@dataclass(frozen=True, slots=True)
class QuotedSpeech:
    """A quotation, with its resolved speaker.

    Attributes:
        type: Direct, mixed or indirect.
        segments: The content, in text order, in code points of the text.
        speaker_name: The fullest name that the text gives its source; None if it gives none.
        speaker_kind: What kind of mention the source has.
        actor_id: The source in the collection's registry; None if it is not known.
        speaker: The mention of the source, or None.
        cue: The announcing word, or None.
        cue_lemma: Its dictionary form, or None.
        quote_id: The quotation's id in a collection; None for a text outside of one.
        sure: How often a speaker found this way is right, as a probability; 1 where a person decided.
        affiliations: The bodies that the source holds an office of, by their ids in the registry.
    """

    type: QuoteType
    segments: tuple[Place, ...]
    speaker_name: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.UNEXPRESSED
    actor_id: str | None = None
    speaker: Place | None = None
    cue: Place | None = None
    cue_lemma: str | None = None
    quote_id: str | None = None
    sure: float = 1.0
    affiliations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody or something that a text may evaluate.

    Attributes:
        name: Its name, as it was given or as the text has it.
        actor_id: Its id in the collection's registry, or None.
        mentions: Where the text names it, in text order; empty where it is not named as such.
    """

    name: str
    actor_id: str | None = None
    mentions: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceArticle:
    """A text to judge.

    Attributes:
        text: The canonical text; every place is in its code points.
        language: Its BCP 47 tag.
        quotes: Its quotations, in text order.
        targets: Whom to judge: those that were asked for, or else those that were found in the text.
        targets_given: Whether they were asked for. Then the article's voice has exactly one row for each of them, in
            their order and before all other rows, `neutral` where the text takes no side.
        asked: Pairs of a quotation, by its index, and a target, for each of which a row is asked for as well.
        is_whole: Whether the text is to be judged as a whole, whoever speaks in it: a lone sentence. It has no
            quotations then, and what it reports of others' regard for a target counts as well.
        article_id: Its id, or an empty string.
    """

    text: str
    language: str
    quotes: tuple[QuotedSpeech, ...] = ()
    targets: tuple[Target, ...] = ()
    targets_given: bool = False
    asked: tuple[tuple[int, Target], ...] = ()
    is_whole: bool = False
    article_id: str = ""
