"""Quotations: who is quoted, in which words, announced how.

The stages can be read one by one: `marks` (which quotation marks belong together), `skeleton` and `sentences`,
`tokens`, `lexicon` (cues, from the folders of `languages`), `verb_groups`, `mentions` and `subjects` (the speaker),
`extent` (where a content ends), `constructions`, `competing` (which reading wins), and `extraction`, which runs them.
"""

from sahelcorpus.annotate.quotes.extraction import extract_quotes
from sahelcorpus.annotate.quotes.found import FoundCue, FoundQuote

__all__ = ["FoundCue", "FoundQuote", "extract_quotes"]
