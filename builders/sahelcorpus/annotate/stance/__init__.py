"""Stance: who takes which side on whom, proposed by annotators that all work through one interface.

`article` is what an annotator is given, `found` what it gives back and what has to hold, `registry` who there is.
Whatever they find is a candidate: gold is what a person or a maintainer has read and decided.
"""

from sahelcorpus.annotate.stance.article import QuotedSpeech, StanceArticle, Target
from sahelcorpus.annotate.stance.found import FoundStance, StanceAnnotator, TellingAnnotator, annotated, faults
from sahelcorpus.annotate.stance.registry import ANNOTATORS, Settings, UnusableAnnotatorError, open_annotator

__all__ = [
    "ANNOTATORS",
    "FoundStance",
    "QuotedSpeech",
    "Settings",
    "StanceAnnotator",
    "StanceArticle",
    "Target",
    "TellingAnnotator",
    "UnusableAnnotatorError",
    "annotated",
    "faults",
    "open_annotator",
]
