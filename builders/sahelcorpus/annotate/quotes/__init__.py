"""Quotations: who is quoted, in which words, announced how.

The stages can be read one by one: `marks` (which quotation marks belong together), `skeleton` and `sentences`,
`tokens`, `lexicon` (cues, from the folders of `languages`), `sentence` (what is known of one, and what is proposed),
`verb_groups`, the constructions, `competing` (which reading wins), and `extraction`, which runs them.

The constructions stand by grammar: `french` and `english` (subjects, mentions, extents, and what announces what),
`constructions` (what both share: incises, colons, quotations that stand alone), `by_marks` (every other language
that has a folder; `folders` checks what it holds).
"""

from sahelcorpus.annotate.quotes.extraction import extract_quotes
from sahelcorpus.annotate.quotes.found import FoundCue, FoundQuote
from sahelcorpus.annotate.quotes.lexicon import known_languages
from sahelcorpus.records import Annotator
from sahelcorpus.records.vocabulary import AnnotatorKind

ANNOTATOR = Annotator(
    annotator_id="quote-rules",
    kind=AnnotatorKind.RULE,
    version="7",
    languages=known_languages(),
    background="The project's own rules for quotations. What they find is a candidate until a person has decided.",
)
"""How the extractor signs what it finds; the version changes with its rules."""

__all__ = ["ANNOTATOR", "FoundCue", "FoundQuote", "extract_quotes"]
