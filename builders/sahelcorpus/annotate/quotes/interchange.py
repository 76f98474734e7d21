"""Found quotations as the interchange format writes them, and how far a language's grammar carries the reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sahelcorpus.annotate.quotes.extraction import extract_quotes
from sahelcorpus.annotate.quotes.found import FoundQuote
from sahelcorpus.annotate.quotes.lexicon import lexicon
from sahelcorpus.annotate.quotes.parser import extract_quotes_parsed, load_parser
from sahelcorpus.annotate.speakers import Gazetteer, ResolvedSpeaker, resolve_speakers


class ReadBy(StrEnum):
    """What the extractor goes by in a language, from most to least."""

    GRAMMAR = "grammar"
    MARKS_AND_CUES = "marks and cues"
    MARKS_ALONE = "marks alone"


def plain_quotes(
    text: str, language: str, *, parsed: bool = False, gazetteer: Gazetteer | None = None
) -> list[dict[str, Any]]:
    """Return a text's quotations as the interchange format writes them, each speaker under the fullest name it has.

    Args:
        text: Any text; offsets are code points into it.
        language: A BCP 47 tag.
        parsed: Whether a dependency parse helps, in the languages that have a parser.
        gazetteer: Names that are known before the text is read; None goes by the text alone.

    Raises:
        ParserMissingError: if a parse is asked for and the parser is not installed.
    """
    return [plain_quote(*found) for found in attributed_quotes(text, language, parsed=parsed, gazetteer=gazetteer)]


def attributed_quotes(
    text: str, language: str, *, parsed: bool = False, gazetteer: Gazetteer | None = None
) -> list[tuple[FoundQuote, ResolvedSpeaker]]:
    """Return a text's quotations, each with its speaker; the arguments are those of `plain_quotes`."""
    found = extract_quotes_parsed(text, language, load_parser()) if parsed else extract_quotes(text, language)
    return list(zip(found, resolve_speakers(text, language, found, gazetteer), strict=True))


def plain_quote(quote: FoundQuote, speaker: ResolvedSpeaker) -> dict[str, Any]:
    """Return a found quotation and its speaker as the interchange format writes them."""
    return {
        "type": str(quote.type),
        "segments": [list(place) for place in quote.segments],
        "cue": list(quote.cue.place) if quote.cue else None,
        "speaker": list(quote.speaker) if quote.speaker else None,
        "speaker_name": speaker.name,
        "speaker_kind": str(speaker.kind),
        "speaker_how": str(speaker.how),
        "speaker_confidence": round(speaker.confidence, 2),
        "cue_lemma": quote.cue.lemma if quote.cue else None,
        "construction": quote.construction,
        "confidence": round(quote.confidence, 2),
    }


def read_by(language: str) -> ReadBy:
    """Say what the extractor goes by in a language, given as a BCP 47 tag."""
    words = lexicon(language)
    if words.has_grammar:
        return ReadBy.GRAMMAR
    return ReadBy.MARKS_AND_CUES if words.verbs else ReadBy.MARKS_ALONE


def texts_read_by(languages: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return how many texts of each language are read by what.

    Args:
        languages: The BCP 47 tag of each text; only its primary part counts.

    Returns:
        By the values of `ReadBy`, all three of them, the number of texts by language, most first.
    """
    counts = Counter(languages)
    found: dict[str, Counter[str]] = {str(way): Counter() for way in ReadBy}
    for language, number in counts.items():
        found[read_by(language)][lexicon(language).language or "und"] += number
    return {way: dict(by_language.most_common()) for way, by_language in found.items()}
