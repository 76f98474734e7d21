"""Quotations by the rules with the help of a dependency parser, where one is installed: an optional extra.

The rules find the quotations; the parse corrects what it was measured to know better, no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol

from sahelcorpus.annotate.quotes.competing import winners
from sahelcorpus.annotate.quotes.extraction import extract_quotes, read_sentences
from sahelcorpus.annotate.quotes.found import FoundQuote
from sahelcorpus.annotate.quotes.sentence import Sentence, trimmed_end
from sahelcorpus.annotate.quotes.syntax import Token, Tree, added_after, mention, subject_before
from sahelcorpus.records.vocabulary import CueKind

MODELS = {"fr": "fr_core_news_md"}
"""The model of each language that is parsed."""

INSTALL = 'pip install "sahelcorpus[parser]"'

_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
_SAME_LENGTH = str.maketrans({"’": "'", "\n": " ", "\u00a0": " ", "\u202f": " "})
"""Signs that the parser has hardly seen, and what it has seen in their place."""


class ParserMissingError(Exception):
    """spaCy or its model is not installed."""


class Pipeline(Protocol):
    """What is used of a spaCy pipeline."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Iterable[Token]]:
        """Yield the tokens of each text."""
        ...


@dataclass(frozen=True, slots=True)
class Parser:
    """A dependency parser.

    Attributes:
        language: ISO 639-1 code of what it parses.
        pipeline: A loaded pipeline.
    """

    language: str
    pipeline: Pipeline


@cache
def load_parser(language: str = "fr") -> Parser:
    """Return the parser of a language, loaded once a process, in seconds.

    Args:
        language: ISO 639-1 code, one of `MODELS`.

    Raises:
        ValueError: if there is no model for the language.
        ParserMissingError: if spaCy or the model is not installed.
    """
    if language not in MODELS:
        raise ValueError(f"no parser for the language {language!r}; allowed: {', '.join(MODELS)}")
    try:
        spacy = import_module("spacy")
        pipeline = spacy.load(MODELS[language], exclude=list(_UNUSED))
    except (ImportError, OSError) as error:
        missing = "spaCy" if isinstance(error, ImportError) else f"spaCy's model {MODELS[language]}"
        raise ParserMissingError(f"{missing} is not installed: the extra [parser] brings it. Run: {INSTALL}") from error
    return Parser(language, pipeline)


def extract_quotes_parsed(text: str, language: str, parser: Parser) -> list[FoundQuote]:
    """Find every quotation of a text by the rules, and correct speakers and extents by a dependency parse.

    Args:
        text: Any text; offsets are code points into it.
        language: A BCP 47 tag; a text in another language than the parser's is read by the rules alone.
        parser: What `load_parser` returned.

    Returns:
        The quotations, in text order.
    """
    if language.lower().replace("_", "-").split("-", maxsplit=1)[0] != parser.language:
        return extract_quotes(text, language)
    read = [(sentence, winners(sentence.candidates)) for sentence in read_sentences(text, language)]
    found = [quote for _, quotes in read for quote in quotes if not _announces(quote)]
    parsed = [(sentence, ours) for sentence, quotes in read if (ours := list(filter(_announces, quotes)))]
    shown = (_shown(sentence) for sentence, _ in parsed)
    for (sentence, quotes), tokens in zip(parsed, parser.pipeline.pipe(shown), strict=True):
        tree = Tree.of(tokens, sentence.tokens.starts[0])
        found += [_corrected(quote, sentence, tree) for quote in quotes]
    return sorted(found, key=lambda quote: quote.segments)


def _announces(quote: FoundQuote) -> bool:
    """Say whether a cue verb stands before the content: only there is the parse to be believed."""
    cue = quote.cue
    return cue is not None and cue.kind is CueKind.VERB and cue.place[1] <= quote.segments[0][0]


def _shown(sentence: Sentence) -> str:
    tokens = sentence.tokens
    return sentence.text[tokens.starts[0] : tokens.ends[-1]].translate(_SAME_LENGTH)


def _corrected(quote: FoundQuote, sentence: Sentence, tree: Tree) -> FoundQuote:
    cue = quote.cue
    verb = None if cue is None else tree.at(cue.place[1])
    if cue is None or verb is None or tree.words[verb].part != "VERB":
        return quote
    return _speaker_corrected(_end_corrected(quote, sentence, tree, verb), sentence.text, tree, verb)


def _speaker_corrected(quote: FoundQuote, text: str, tree: Tree, verb: int) -> FoundQuote:
    """Return the quotation with the verb's subject as its speaker, where the rules have another noun."""
    subject = subject_before(tree, verb)
    cue, speaker = quote.cue, quote.speaker
    if subject is None or cue is None or (speaker is not None and speaker[0] > cue.place[0]):
        return quote
    place = tree.words[subject].place
    if speaker is not None and speaker[0] <= place[0] and place[1] <= speaker[1]:
        return quote
    if speaker is not None and text[slice(*speaker)] == "qui":
        return quote  # as right as its antecedent
    return quote._replace(speaker=mention(tree, subject))


def _end_corrected(quote: FoundQuote, sentence: Sentence, tree: Tree, verb: int) -> FoundQuote:
    """Return the quotation without what the author adds after its clause."""
    if len(quote.segments) > 1:
        return quote
    start, end = quote.segments[0]
    added = added_after(tree, verb, start)
    if added is None or added[1] >= end:
        return quote
    shortened = sentence.content([(start, trimmed_end(sentence.text, start, added[0]))])
    return quote if shortened is None else quote._replace(type=shortened[0], segments=shortened[1])
