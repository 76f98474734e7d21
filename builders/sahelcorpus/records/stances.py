"""Whose wording evaluates whom, how, and where that can be read."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.base import Record, about
from sahelcorpus.records.quotes import AnnotatorId, Confidence, Guideline, JudgedAt
from sahelcorpus.records.spans import Span
from sahelcorpus.records.vocabulary import AdjudicationState, Endorsement, HolderKind, StanceLabel, Status

Label = Annotated[StanceLabel, about("How the wording evaluates the target.", examples=["against"])]
Intensity = Annotated[
    int | None,
    about(
        "From -2 (strongly against) over 0 (neutral) to 2 (strongly in favor); null if not judged, mixed or unclear.",
        unit="steps on a five-point scale",
        examples=[-2],
        ge=-2,
        le=2,
    ),
]


class StanceJudgement(Record):
    """One annotator's label for one holder and target; kept beside the others, never averaged away."""

    annotator_id: AnnotatorId
    label: Label
    intensity: Intensity = None
    confidence: Confidence = None
    guideline: Guideline
    judged_at: JudgedAt
    rationale: Annotated[
        str | None, about("Why this label, in a sentence.", examples=["Calls the mission costly and inefficient."])
    ] = None


class Holder(Record):
    """A link in the chain of those who pass an evaluation on."""

    actor_id: Annotated[
        str | None,
        about("An id of `actors.yaml`, or null.", examples=["le-figaro"], pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    ] = None
    name: Annotated[str, about("The name this article gives.", examples=["Le Figaro"], min_length=1)]


class Adjudication(Record):
    """How the published label was reached."""

    state: Annotated[AdjudicationState, about("One judgement, agreement, a decision, or none.", examples=["single"])]
    by: Annotated[
        str | None,
        about("Who decided, an id of `annotators.yaml`; null unless adjudicated.", examples=[None]),
    ] = None
    note: Annotated[str | None, about("The reason of the decision.", examples=[None])] = None


class Stance(Record):
    """One row per holder and target that the text evaluates."""

    stance_id: Annotated[
        str,
        about(
            "The article's id, a dot, and `s` with a number; unique in the collection and never used again.",
            examples=["bamada-milonov-minusma-2022.s1"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.s[0-9]+$",
        ),
    ]
    quote_id: Annotated[
        str | None,
        about("The quotation that carries the evaluation; null for the article's voice.", examples=[None]),
    ] = None
    holder_kind: Annotated[HolderKind, about("Whose evaluation it is.", examples=["article_voice"])]
    holder_actor_id: Annotated[
        str | None,
        about(
            "The holder as an id of `actors.yaml`; null for the article's voice and the unknown.",
            examples=["vitaly-milonov"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
    ] = None
    holder_chain: Annotated[
        list[Holder],
        about("Who passes the evaluation on, outermost first, the article's voice left out.", examples=[[]]),
    ] = []
    target_actor_id: Annotated[
        str,
        about(
            "Who or what is evaluated: an id of `actors.yaml`.",
            examples=["minusma"],
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
    ]
    label: Label
    intensity: Intensity = None
    endorsement: Annotated[
        Endorsement, about("Whether the article's voice makes the stance its own.", examples=["neutral_report"])
    ]
    evidence: Annotated[
        list[Span],
        about("The words that show it; at least one for favor, against and mixed.", examples=[[]]),
    ] = []
    status: Annotated[Status, about("Read and decided (gold), proposed (candidate), or refused.", examples=["gold"])]
    annotations: Annotated[list[StanceJudgement], about("Every annotator's label, un-aggregated.", examples=[[]])] = []
    adjudication: Annotated[Adjudication, about("How the published label was reached.", examples=[{"state": "single"}])]
