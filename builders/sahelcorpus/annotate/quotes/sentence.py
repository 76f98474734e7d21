"""A sentence as the constructions see it: its tokens, its quotations, its cues, and the candidates found so far."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sahelcorpus.annotate.quotes.confidence import confidence
from sahelcorpus.annotate.quotes.found import FoundCue, FoundQuote, Place
from sahelcorpus.annotate.quotes.lexicon import Lexicon
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.tokens import QUOTATION, Tokens
from sahelcorpus.records.vocabulary import CueKind, QuoteType

_TRAILING = re.compile(r"[\s,;:،؛，、–—\-.\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+\Z")
FRONT_SIGNS = frozenset((":", ";", "–", "—", "|", "(", ")", QUOTATION))
"""Forms that cut what stands before a quotation from the quotation's content."""

_LEADING = re.compile(r"[\s,;:،؛，、–—.]+")


@dataclass(slots=True)
class Candidate:
    """A reading of some construction, before it competes with others."""

    quote: FoundQuote
    score: float


class Sentence:
    """One sentence.

    Attributes:
        text: The whole text.
        lexicon: The language's words.
        tokens: The sentence's tokens, over the skeleton.
        stretches: Quotations by where they start.
        speakers: Speakers found so far, with the token index of their verb, for verbs that share a subject.
        candidates: Readings found so far.
        in_article: Whether the text has several paragraphs, so that its first person outside marks is its author.
        quotations: Indices of its quotations.
        verbs: Indices of the forms that can be cue verbs.
        known: Its tokens' forms, to see quickly what it does not hold.
    """

    __slots__ = (
        "candidates",
        "in_article",
        "known",
        "lexicon",
        "quotations",
        "speakers",
        "stretches",
        "text",
        "tokens",
        "verbs",
    )

    def __init__(
        self, text: str, lexicon: Lexicon, tokens: Tokens, stretches: dict[int, Marked], *, in_article: bool = False
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = tokens
        self.stretches = stretches
        self.in_article = in_article
        self.speakers: list[tuple[int, Place]] = []
        self.candidates: list[Candidate] = []
        words, verbs = tokens.words, lexicon.verbs
        self.known = set(words)
        self.quotations: list[int] = []
        if QUOTATION in self.known:
            self.quotations = [index for index, word in enumerate(words) if word == QUOTATION]
        self.verbs: list[int] = [
            index
            for index, word in enumerate(words)
            if word in verbs and not (index and tokens.capital(index) and words[index - 1][0].isalnum())
        ]

    def is_quotation(self, index: int) -> bool:
        """Say whether a token is a quotation."""
        return self.tokens.word(index) == QUOTATION

    def stretch(self, index: int) -> Marked | None:
        """Return the quotation that a token stands for, if it stands for one."""
        tokens = self.tokens
        if 0 <= index < len(tokens.words) and tokens.words[index] == QUOTATION:
            return self.stretches.get(tokens.starts[index])
        return None

    def place(self, first: int, end: int) -> Place:
        """Return the place of the tokens from `first` up to, not including, `end`."""
        return self.tokens.starts[first], self.tokens.ends[end - 1]

    def cue(self, index: int, lemma: str, kind: CueKind = CueKind.VERB, *, end: int | None = None) -> FoundCue:
        """Return the cue at a token, or at the tokens up to `end`."""
        # an elided article is a token of its own: « exprimer l' espoir »
        return FoundCue(self.place(index, end or index + 1), lemma.replace("' ", "'"), kind)

    def spoken(self, stretch: Marked) -> Place | None:
        """Return what stands inside a quotation's marks, without a trailing comma."""
        start, end = stretch.inner_start, stretch.inner_end
        if stretch.closed:
            while end > start and self.text[end - 1] in ",،，、 \u00a0\u202f":
                end -= 1
        else:
            end = trimmed_end(self.text, start, end, keep=".")
        return (start, end) if start < end else None

    def cue_indices(self) -> list[int]:
        """Return where cue verbs may stand, the first words of multiword ones among them, in text order."""
        heads = self.lexicon.heads
        if self.known.isdisjoint(heads):
            return self.verbs
        return sorted({*self.verbs, *(index for index, word in enumerate(self.tokens.words[:-1]) if word in heads)})

    def content(self, places: list[Place]) -> tuple[QuoteType, tuple[Place, ...]] | None:
        """Return type and segments of a content, without blanks and punctuation around it; None if nothing is left.

        A segment that is one quotation loses its marks.
        """
        segments: list[Place] = []
        marked = bare = 0
        for first, last in places:
            start, end = self._trimmed(first, last)
            if start >= end:
                continue
            whole = self.stretches.get(start)
            if whole is not None and whole.end >= end:
                spoken = self.spoken(whole)
                if spoken:
                    segments.append(spoken)
                    marked += 1
                continue
            if any(start <= self.tokens.starts[index] < end for index in self.quotations):
                marked += 1
            bare += 1
            segments.append((start, end))
        if not segments:
            return None
        kind = QuoteType.INDIRECT if not marked else QuoteType.MIXED if bare else QuoteType.DIRECT
        return kind, tuple(segments)

    def _trimmed(self, start: int, end: int) -> Place:
        leading = _LEADING.match(self.text, start, end)
        start = leading.end() if leading else start
        return start, max(start, trimmed_end(self.text, start, end))

    def propose(
        self,
        construction: str,
        score: float,
        places: list[Place],
        *,
        cue: FoundCue | None,
        speaker: Place | None,
        least: int = 2,
    ) -> bool:
        """Propose a quotation; False if its content is empty or too short.

        Args:
            construction: The construction's name.
            score: How strongly it speaks for itself against other readings.
            places: Where the content stands.
            cue: The cue, if any.
            speaker: The speaker's mention, if any.
            least: Least number of code points of the content.
        """
        found = self.content(places)
        if found is None or sum(end - start for start, end in found[1]) < least:
            return False
        self._add(construction, score, *found, cue, speaker)
        return True

    def propose_spoken(
        self, construction: str, score: float, segments: list[Place], *, cue: FoundCue | None, speaker: Place | None
    ) -> None:
        """Propose direct speech whose segments are already without marks and blanks.

        Args:
            construction: The construction's name.
            score: How strongly it speaks for itself against other readings.
            segments: Its segments, at least one.
            cue: The cue, if any.
            speaker: The speaker's mention, if any.
        """
        self._add(construction, score, QuoteType.DIRECT, tuple(segments), cue, speaker)

    def _add(
        self,
        construction: str,
        score: float,
        kind: QuoteType,
        segments: tuple[Place, ...],
        cue: FoundCue | None,
        speaker: Place | None,
    ) -> None:
        sure = confidence(construction, score, named=speaker is not None)
        self.candidates.append(Candidate(FoundQuote(kind, segments, cue, speaker, sure, construction), score))


def stretch_start(sentence: Sentence, index: int, signs: frozenset[str]) -> int:
    """Return where the stretch of tokens before a token starts that none of some signs cuts.

    Args:
        sentence: The sentence.
        index: The token.
        signs: The forms that cut.
    """
    words = sentence.tokens.words
    while index > 0 and words[index - 1] not in signs:
        index -= 1
    return index


def front_start(sentence: Sentence, index: int, signs: frozenset[str]) -> int:
    """Return where the content starts that a quotation ends: `it would be “orderly” and take “six months”, X said`.

    Other quotations that begin with a small letter are part of it, if no cue stands before or between them.

    Args:
        sentence: The sentence.
        index: The quotation's token.
        signs: The forms that cut a content, a quotation's own among them.
    """
    low = first = stretch_start(sentence, index, signs)
    while first > 1 and begins_small(sentence, first - 1):
        first = stretch_start(sentence, first - 1, signs)
    if first < low - 2 and not any(_may_announce(sentence, place) for place in range(first, index)):
        return first
    return low


def _may_announce(sentence: Sentence, index: int) -> bool:
    """Say whether a token can be a cue: no bare participle after a comma, `L'assaut, lancé « A », a cessé « B »`."""
    form = sentence.lexicon.verbs.get(sentence.tokens.words[index])
    return form is not None and not (form.moods == "p" and sentence.tokens.word(index - 1) == ",")


def begins_small(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a quotation that begins with a small letter."""
    stretch = sentence.stretch(index)
    return stretch is not None and sentence.text[stretch.inner_start].islower()


def trimmed_end(text: str, start: int, end: int, keep: str = "") -> int:
    """Return where a stretch ends without trailing blanks, commas, full stops, dashes and pictures.

    Args:
        text: The text.
        start: Where the stretch starts.
        end: Where it ends.
        keep: A sign that may stay, once.
    """
    match = _TRAILING.search(text, max(start, end - 8), end)
    if match is None:
        return end
    if match.start() == end - 8:
        match = _TRAILING.search(text, max(start, end - 200), end) or match
    cut = match.start()
    if text[cut : cut + 3] == "...":
        return cut + 3
    return cut + 1 if keep and text[cut : cut + 1] == keep else cut


_AUTHORS = frozenset(("on", "je", "j", "nous", "i", "we", "you", "one", "it", "tu", "vous"))


def is_author(sentence: Sentence, speaker: Place) -> bool:
    """Say whether a mention is the author or nobody: a first or second person, `on`, `one`, `it`."""
    word = sentence.text[speaker[0] : speaker[1]].lower()
    return word in _AUTHORS
