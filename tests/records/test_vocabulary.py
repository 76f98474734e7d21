"""The order of labels is what released datasets store: it never changes, it only grows."""

from __future__ import annotations

from enum import StrEnum

import pytest

from sahelcorpus.records import vocabulary

FROZEN = {
    "QuoteType": ["direct", "mixed", "indirect"],
    "CueKind": ["verb", "noun", "preposition"],
    "SpeakerKind": ["named", "nominal", "pronoun", "document", "anonymous", "collective", "unexpressed"],
    "Status": ["gold", "candidate", "rejected"],
    "QuoteDecision": ["marked", "marked_differently", "not_marked"],
    "HolderKind": ["article_voice", "quoted_speaker", "attributed_collective", "unknown"],
    "StanceLabel": ["favor", "against", "neutral", "mixed", "unclear"],
    "Endorsement": ["endorsed", "distanced", "neutral_report", "unclear"],
    "AdjudicationState": ["single", "agreed", "adjudicated", "disputed"],
    "DatePrecision": ["day", "month", "year", "unknown"],
    "Redistribution": ["full", "standoff", "metadata"],
    "Origin": ["published", "invented"],
    "TextFlag": ["mixed_script", "unpaired_quotation_mark", "truncated", "encoding_damage", "near_empty"],
    "SourceKind": ["newspaper", "agency", "broadcaster", "portal", "magazine", "blog", "institution", "other"],
    "ActorKind": [
        "person",
        "state",
        "government",
        "armed_force",
        "armed_group",
        "private_military_company",
        "mission",
        "organisation",
        "outlet",
        "population",
        "policy",
    ],
    "NameKind": ["name", "alias", "acronym", "transliteration"],
    "Gender": ["female", "male"],
    "AnnotatorKind": ["person", "maintainer", "rule", "model"],
    "RemovalReason": ["rights_holder", "privacy", "court_order", "safety", "retracted", "error"],
    "Requester": [
        "rights_holder",
        "person_concerned",
        "outlet",
        "author",
        "court",
        "authority",
        "maintainer",
        "other",
    ],
    "NearDuplicateReason": ["same_words", "shared_text", "agency_credit", "archive_list"],
    "JudgedKind": ["quote", "stance"],
    "Split": ["train", "validation", "test"],
    "Bump": ["patch", "minor", "major"],
}


def test_every_vocabulary_is_frozen_here() -> None:
    """A new vocabulary is added to this list with its first release."""
    kinds = vars(vocabulary).values()
    defined = {kind.__name__ for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)} - {"StrEnum"}
    assert defined == set(FROZEN)


@pytest.mark.parametrize("name", FROZEN)
def test_labels_keep_their_numbers(name: str) -> None:
    """New labels come after the frozen ones; none is inserted, moved, renamed or removed."""
    values = [member.value for member in getattr(vocabulary, name)]
    assert values[: len(FROZEN[name])] == FROZEN[name]
