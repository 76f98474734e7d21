"""What flows: the record types, and the schemas that are derived from them."""

from sahelcorpus.records.articles import (
    Annotations,
    Article,
    ArticleMetadata,
    Disagreement,
    NearDuplicate,
    Provenance,
    Rights,
    Waiver,
)
from sahelcorpus.records.base import Record
from sahelcorpus.records.quotes import Quote, QuoteJudgement
from sahelcorpus.records.registry import (
    Actor,
    Annotator,
    Collection,
    ColumnMapping,
    FieldColumn,
    Name,
    Removal,
    Role,
    Source,
    SourceLabel,
)
from sahelcorpus.records.releases import (
    FilePart,
    PastRelease,
    Release,
    TableChanges,
    TableColumns,
    TablePart,
    Vocabulary,
)
from sahelcorpus.records.spans import Cue, Span
from sahelcorpus.records.stances import Adjudication, Holder, Stance, StanceJudgement

__all__ = [
    "Actor",
    "Adjudication",
    "Annotations",
    "Annotator",
    "Article",
    "ArticleMetadata",
    "Collection",
    "ColumnMapping",
    "Cue",
    "Disagreement",
    "FieldColumn",
    "FilePart",
    "Holder",
    "Name",
    "NearDuplicate",
    "PastRelease",
    "Provenance",
    "Quote",
    "QuoteJudgement",
    "Record",
    "Release",
    "Removal",
    "Rights",
    "Role",
    "Source",
    "SourceLabel",
    "Span",
    "Stance",
    "StanceJudgement",
    "TableChanges",
    "TableColumns",
    "TablePart",
    "Vocabulary",
    "Waiver",
]
