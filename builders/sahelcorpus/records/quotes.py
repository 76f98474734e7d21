"""What somebody is reported to have said, written or publicly held."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.base import Instant, Record, about
from sahelcorpus.records.spans import Cue, Span
from sahelcorpus.records.vocabulary import QuoteDecision, QuoteType, SpeakerKind, Status

QuoteId = Annotated[
    str,
    about(
        "The article's id, a dot, and `q` with a number; unique in the collection and never used again.",
        examples=["bamada-milonov-minusma-2022.q4"],
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.q[0-9]+$",
    ),
]
AnnotatorId = Annotated[
    str,
    about("Who judged: an id of `annotators.yaml`.", examples=["maintainer-1"], pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
]
Guideline = Annotated[
    str, about("The guideline and its version that was followed.", examples=["quotes-1"], min_length=1)
]
JudgedAt = Annotated[Instant, about("When the judgement was made, in UTC.", examples=["2026-11-22T22:00:00Z"])]
Confidence = Annotated[
    float | None,
    about(
        "How sure the annotator was, as a probability; null if not asked.",
        unit="probability",
        examples=[0.9],
        ge=0.0,
        le=1.0,
    ),
]


class QuoteJudgement(Record):
    """What one annotator decided about one quotation; never overwritten by another's."""

    annotator_id: AnnotatorId
    judged_at: JudgedAt
    guideline: Guideline
    confidence: Confidence = None
    decision: Annotated[
        QuoteDecision, about("Whether this annotator marked the quotation, and the same way.", examples=["marked"])
    ] = QuoteDecision.MARKED
    segments: Annotated[
        list[Span],
        about("The segments this annotator marked, if they differ from the published ones; else empty.", examples=[[]]),
    ] = []
    note: Annotated[str | None, about("Why, in a sentence, where it is worth one.", examples=[None])] = None


class Quote(Record):
    """A quotation: its content, what announces it, and its source."""

    quote_id: QuoteId
    type: Annotated[QuoteType, about("Whether it stands in marks, partly in marks, or in none.", examples=["direct"])]
    segments: Annotated[
        list[Span],
        about(
            "The content, in text order, without cue and speaker; an interrupted quotation has several.",
            examples=[[{"start": 2269, "end": 2274, "text": "fuite"}]],
            min_length=1,
        ),
    ]
    text: Annotated[
        str,
        about(
            "The segments' texts, joined by one space; empty only in a stand-off dataset, as theirs are.",
            examples=["fuite"],
        ),
    ]
    cue: Annotated[Cue | None, about("The announcing word, or null if only a colon or nothing.", examples=[None])] = (
        None
    )
    speaker: Annotated[
        Span | None,
        about("The mention the cue takes, in the same sentence; null if none is expressed.", examples=[None]),
    ] = None
    speaker_kind: Annotated[SpeakerKind, about("What kind of mention that is.", examples=["named"])]
    actor_id: Annotated[
        str | None,
        about(
            "The source: an id of `actors.yaml` or `sources.yaml`; null for anonymous, private or unlinked ones.",
            examples=["vitaly-milonov"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
    ] = None
    speaker_name: Annotated[
        str | None,
        about(
            "The fullest name this article gives the source; null only if it gives no way to know.",
            examples=["Vitaly Milonov"],
            min_length=1,
        ),
    ] = None
    parent_quote_id: Annotated[
        str | None,
        about("The quotation inside which this one is reported, if any.", examples=[None]),
    ] = None
    status: Annotated[Status, about("Read and decided (gold), proposed (candidate), or refused.", examples=["gold"])]
    annotations: Annotated[
        list[QuoteJudgement], about("Every annotator's judgement, un-aggregated.", examples=[[]])
    ] = []
