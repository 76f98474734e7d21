"""The closed vocabularies. Their order is the `ClassLabel` order of every release: append, never insert or reorder."""

from __future__ import annotations

from enum import StrEnum


class QuoteType(StrEnum):
    """How a quotation stands in the text."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueKind(StrEnum):
    """What part of speech announces the quotation."""

    VERB = "verb"
    NOUN = "noun"
    PREPOSITION = "preposition"


class SpeakerKind(StrEnum):
    """What kind of mention the speaker has in the quotation's sentence."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    UNEXPRESSED = "unexpressed"


class Status(StrEnum):
    """How far an annotation can be trusted: only a person or a maintainer makes gold."""

    GOLD = "gold"
    CANDIDATE = "candidate"
    REJECTED = "rejected"


class QuoteDecision(StrEnum):
    """What one annotator did with one quotation."""

    MARKED = "marked"
    MARKED_DIFFERENTLY = "marked_differently"
    NOT_MARKED = "not_marked"


class HolderKind(StrEnum):
    """Whose evaluation a stance is."""

    ARTICLE_VOICE = "article_voice"
    QUOTED_SPEAKER = "quoted_speaker"
    ATTRIBUTED_COLLECTIVE = "attributed_collective"
    UNKNOWN = "unknown"


class StanceLabel(StrEnum):
    """How the wording evaluates the target. No row means that nobody judged."""

    FAVOR = "favor"
    AGAINST = "against"
    NEUTRAL = "neutral"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Endorsement(StrEnum):
    """What the article's voice does with a stance that it reports."""

    ENDORSED = "endorsed"
    DISTANCED = "distanced"
    NEUTRAL_REPORT = "neutral_report"
    UNCLEAR = "unclear"


class AdjudicationState(StrEnum):
    """How the published label came about."""

    SINGLE = "single"
    AGREED = "agreed"
    ADJUDICATED = "adjudicated"
    DISPUTED = "disputed"


class DatePrecision(StrEnum):
    """How much of a publication date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Redistribution(StrEnum):
    """What may leave the house: the whole article, annotations without text, or the bibliographic record alone."""

    FULL = "full"
    STANDOFF = "standoff"
    METADATA = "metadata"


class Origin(StrEnum):
    """Whether an outlet published the article or this project invented it."""

    PUBLISHED = "published"
    INVENTED = "invented"


class TextFlag(StrEnum):
    """What a reader of the canonical text should know before trusting a match on it."""

    MIXED_SCRIPT = "mixed_script"
    UNPAIRED_QUOTATION_MARK = "unpaired_quotation_mark"
    TRUNCATED = "truncated"
    ENCODING_DAMAGE = "encoding_damage"
    NEAR_EMPTY = "near_empty"


class SourceKind(StrEnum):
    """What kind of outlet."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    PORTAL = "portal"
    MAGAZINE = "magazine"
    BLOG = "blog"
    INSTITUTION = "institution"
    OTHER = "other"


class ActorKind(StrEnum):
    """What kind of speaker or target."""

    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government"
    ARMED_FORCE = "armed_force"
    ARMED_GROUP = "armed_group"
    PRIVATE_MILITARY_COMPANY = "private_military_company"
    MISSION = "mission"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    POPULATION = "population"
    POLICY = "policy"


class NameKind(StrEnum):
    """What kind of name."""

    NAME = "name"
    ALIAS = "alias"
    ACRONYM = "acronym"
    TRANSLITERATION = "transliteration"


class Gender(StrEnum):
    """Grammatical gender by which French and English refer to a person; only for resolving pronouns."""

    FEMALE = "female"
    MALE = "male"


class AnnotatorKind(StrEnum):
    """Who or what judged. `maintainer`: the project's makers, machine-assisted, not independent human annotation."""

    PERSON = "person"
    MAINTAINER = "maintainer"
    RULE = "rule"
    MODEL = "model"


class RemovalReason(StrEnum):
    """Why an article left the collection for good."""

    RIGHTS_HOLDER = "rights_holder"
    PRIVACY = "privacy"
    COURT_ORDER = "court_order"
    SAFETY = "safety"
    RETRACTED = "retracted"
    ERROR = "error"


class Requester(StrEnum):
    """Who asked that an article leave, as a class: never a name."""

    RIGHTS_HOLDER = "rights_holder"
    PERSON_CONCERNED = "person_concerned"
    OUTLET = "outlet"
    AUTHOR = "author"
    COURT = "court"
    AUTHORITY = "authority"
    MAINTAINER = "maintainer"
    OTHER = "other"


class NearDuplicateReason(StrEnum):
    """Why two articles are held to be near-duplicates."""

    SAME_WORDS = "same_words"
    SHARED_TEXT = "shared_text"
    AGENCY_CREDIT = "agency_credit"
    ARCHIVE_LIST = "archive_list"


class JudgedKind(StrEnum):
    """Which kind of record a judgement is about."""

    QUOTE = "quote"
    STANCE = "stance"


class Split(StrEnum):
    """The parts of a release, in the order in which they are written."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


class Bump(StrEnum):
    """What a change of a release amounts to: written anew, only added to, or something edited or removed."""

    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"
