"""From a text to its quotations: marks, sentences, cues, constructions, and the competition between readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sahelcorpus.annotate.quotes.by_marks.reading import read_marked
from sahelcorpus.annotate.quotes.competing import winners
from sahelcorpus.annotate.quotes.constructions.colons import read_colons
from sahelcorpus.annotate.quotes.constructions.incises import read_incises
from sahelcorpus.annotate.quotes.constructions.standing import dialogue_lines, outside, read_standing
from sahelcorpus.annotate.quotes.constructions.turns import unmarked_answers
from sahelcorpus.annotate.quotes.english.cue_verbs import read_english_verbs
from sahelcorpus.annotate.quotes.english.fronted import read_english_fronted
from sahelcorpus.annotate.quotes.english.nouns import read_english_nouns
from sahelcorpus.annotate.quotes.english.sources import read_english_sources
from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.quotes.french.asides import read_asides
from sahelcorpus.annotate.quotes.french.assured import read_assured
from sahelcorpus.annotate.quotes.french.clauses import read_clauses
from sahelcorpus.annotate.quotes.french.fronted import read_fronted
from sahelcorpus.annotate.quotes.french.in_writing import read_in_writing
from sahelcorpus.annotate.quotes.french.nouns import read_nouns
from sahelcorpus.annotate.quotes.french.sources import read_sources
from sahelcorpus.annotate.quotes.lexicon import Lexicon, lexicon
from sahelcorpus.annotate.quotes.marks import Marked, marked_stretches
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.sentences import sentences
from sahelcorpus.annotate.quotes.skeleton import CLOSE, FILL, OPEN, plain_text, skeleton
from sahelcorpus.annotate.quotes.tokens import QUOTATION, TextTokens, small_letters

LONGEST_SENTENCE = 1_500
"""Sentences longer than this, in code points, are cut there: no grammar holds that far, and time stays linear."""

MOST_ANCHORS = 40
"""Most quotations and cues of a sentence that is read."""

BLOCK = 20_000
"""Code points of a text whose tokens are cut at once."""

_WORDED = re.compile(rf"[^\W_{FILL}{CLOSE}]|{OPEN}")
"""A letter, a figure or a quotation: a stretch without any is a rule drawn with signs, or damage."""

_PARAGRAPHS = 2
"""Line breaks from which a text is an article of several paragraphs."""

_READERS: dict[str, tuple[Callable[[Sentence], None], ...]] = {
    "fr": (
        read_clauses,
        read_sources,
        read_asides,
        read_in_writing,
        read_assured,
        read_fronted,
        read_colons,
        read_nouns,
        read_standing,
    ),
    "en": (
        read_english_verbs,
        read_english_sources,
        read_english_fronted,
        read_colons,
        read_english_nouns,
        read_standing,
    ),
}
"""The constructions of a language with a grammar, in the order in which they are read."""

_SOFT = 25
"""Longest quotation, in code points, that may be a cue in marks: « s'étonne » que."""


def extract_quotes(text: str, language: str) -> list[FoundQuote]:
    """Find every quotation of a text.

    Pure and deterministic; time grows linearly with the text. Never raises, whatever the text holds, and every place
    that it returns slices `text`.

    Args:
        text: Any text; offsets are code points into it.
        language: A BCP 47 tag. French and English are read with their grammar; any other that has a folder by marks
            and cues; the rest by marks alone.

    Returns:
        The quotations, in text order.
    """
    found = [quote for sentence in read_sentences(text, language) for quote in winners(sentence.candidates)]
    return sorted(found, key=lambda quote: quote.segments)


def read_sentences(text: str, language: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that hold a quotation or a cue, with every reading that the rules propose.

    Args:
        text: Any text.
        language: A BCP 47 tag.
    """
    words = lexicon(language)
    stretches = marked_stretches(text, pointing_inwards=words.points_inwards, closing_alone=words.language == "en")
    if words.verbs:
        stretches = [stretch for stretch in stretches if not _is_soft_cue(text, stretch, words)]
    stretches = _cut_at_incises(text, stretches, words)
    lines = sorted([*dialogue_lines(text, [stretch.start for stretch in stretches]), *unmarked_answers(text)])
    if lines:
        stretches = outside(stretches, lines)
        stretches = sorted(
            [*stretches, *(Marked(start, end, start, end) for start, end in lines)], key=lambda stretch: stretch.start
        )
    plain = plain_text(text)
    bare = skeleton(plain, stretches)
    by_start = {stretch.start: stretch for stretch in stretches}
    in_article = text.strip().count("\n") >= _PARAGRAPHS
    small = small_letters(bare)
    announced = words.has_grammar
    for block in _blocks(_cut(sentences(text, bare, stretches, announced=announced))):
        whole = block[0][0], block[-1][1]
        if not _WORDED.search(bare, *whole):
            continue
        tokens = TextTokens(bare, small, whole)
        for place in block:
            own = tokens.range(place)
            if _is_worth_reading(tokens.words(own), words):
                sentence = Sentence(text, words, tokens.sentence(own, place), by_start, in_article=in_article)
                if not _is_no_prose(sentence):
                    _read(sentence, plain)
                    yield sentence


def _read(sentence: Sentence, plain: str) -> None:
    if not sentence.lexicon.has_grammar:
        read_marked(sentence)
        return
    read_incises(sentence, plain)
    if not sentence.verbs and not any(word[0].isalnum() for word in sentence.known):
        read_standing(sentence)  # marks alone: nothing in front of them or behind
        return
    for read in _READERS[sentence.lexicon.language]:
        read(sentence)


def _is_no_prose(sentence: Sentence) -> bool:
    """Say whether a sentence holds so many quotations and cues that no grammar reads it: a list, or damage."""
    if len(sentence.tokens.words) <= MOST_ANCHORS:
        return False
    return len(sentence.quotations) + len(sentence.verbs) > MOST_ANCHORS or (
        sum(map(sentence.lexicon.anchors.__contains__, sentence.tokens.words)) > MOST_ANCHORS
    )


def _is_worth_reading(words: list[str], known: Lexicon) -> bool:
    """Say whether a sentence holds a quotation or a cue."""
    return bool(words) and (QUOTATION in words or words[0] == "pour" or not known.anchors.isdisjoint(words))


def _blocks(places: list[Place]) -> Iterator[list[Place]]:
    """Yield sentences in blocks of about `BLOCK` code points: the tokens of a long text are not all held at once."""
    block: list[Place] = []
    for place in places:
        if block and place[1] - block[0][0] > BLOCK:
            yield block
            block = []
        block.append(place)
    if block:
        yield block


def _cut(places: list[Place]) -> list[Place]:
    cut = []
    for start, end in places:
        while end - start > LONGEST_SENTENCE:
            cut.append((start, start + LONGEST_SENTENCE))
            start += LONGEST_SENTENCE  # noqa: PLW2901 - the rest of the same sentence
        cut.append((start, end))
    return cut


def _is_soft_cue(text: str, stretch: Marked, words: Lexicon) -> bool:
    if stretch.inner_end - stretch.inner_start > _SOFT or not text[stretch.inner_start].islower():
        return False
    inner = text[stretch.inner_start : stretch.inner_end].replace("’", "'").lower()
    form = words.verbs.get(inner.rsplit("'", maxsplit=1)[-1])
    return form is not None and "f" in form.moods and inner.islower() and words.has_grammar


def _cut_at_incises(text: str, stretches: list[Marked], words: Lexicon) -> list[Marked]:
    """Let a quotation that nobody closed end before its announcing clause: `« A, ajoute l'officier.`."""
    cut = []
    for stretch in stretches:
        end = None if stretch.closed or not words.verbs else _announcing_comma(text, stretch, words)
        if end is None:
            cut.append(stretch)
        else:
            cut.append(Marked(stretch.start, end, stretch.inner_start, end, closed=False))
    return cut


def _announcing_comma(text: str, stretch: Marked, words: Lexicon) -> int | None:
    for match in re.compile(r"[,?!]\s+").finditer(text, stretch.inner_start, stretch.inner_end):
        near = re.compile(r"[\w-]+").findall(text[match.end() : match.end() + 40])[:3]
        if not near:
            continue
        head = near[0].lower().split("-")[0]
        form = words.verbs.get(head)
        if form is not None and "f" in form.moods and set(form.frames) & set("dm"):
            return match.start() + (match[0][0] != ",")
        if head in words.words("auxiliaries") and any(word.lower() in words.verbs for word in near[1:]):
            return match.start() + (match[0][0] != ",")
    return None
