"""Rules about spans: they slice to their text, they are in order, and where they moved to if they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sahelcorpus.check.rule import ANNOTATIONS, Breaches, Known, Path, short
from sahelcorpus.records import Annotations, Span
from sahelcorpus.store.collection import StoredArticle


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """A span, and the path at which it stands in `annotations.yaml`."""

    path: tuple[str | int, ...]
    span: Span


def placed_spans(annotations: Annotations) -> Iterator[PlacedSpan]:
    """Yield every span of an article's annotations, each with its path."""
    for i, quote in enumerate(annotations.quotes):
        for j, segment in enumerate(quote.segments):
            yield PlacedSpan(("quotes", i, "segments", j), segment)
        if quote.cue:
            yield PlacedSpan(("quotes", i, "cue"), quote.cue)
        if quote.speaker:
            yield PlacedSpan(("quotes", i, "speaker"), quote.speaker)
        for j, judgement in enumerate(quote.annotations):
            for k, segment in enumerate(judgement.segments):
                yield PlacedSpan(("quotes", i, "annotations", j, "segments", k), segment)
    for i, stance in enumerate(annotations.stances):
        for j, evidence in enumerate(stance.evidence):
            yield PlacedSpan(("stances", i, "evidence", j), evidence)


def nearest_start(text: str, wanted: str, start: int) -> int | None:
    """Return where `wanted` stands in `text`, as near to `start` as possible; None if nowhere.

    Args:
        text: The canonical text.
        wanted: The text a span should cover.
        start: Where the span claims to start, in code points.
    """
    before = text.rfind(wanted, 0, min(start, len(text)) + len(wanted))
    after = text.find(wanted, min(start, len(text)))
    candidates = [place for place in (before, after) if place >= 0]
    return min(candidates, key=lambda place: (abs(place - start), place), default=None)


def occurrences(text: str, wanted: str, most: int = 2) -> int:
    """Return how often `wanted` stands in `text`, overlapping ones too, counting no further than `most`."""
    count, place = 0, text.find(wanted)
    while place >= 0 and count < most:
        count += 1
        place = text.find(wanted, place + 1)
    return count


def check_spans(article: StoredArticle, _: Known) -> Breaches:
    """Yield spans that do not cover their text, with the nearest place where they would."""
    text = article.text
    for placed in placed_spans(article.annotations):
        span = placed.span
        if span.end <= span.start:
            yield "SC403", ANNOTATIONS, placed.path, f"start {span.start}, end {span.end}", "end after start"
        elif not span.lies_in(text):
            nearest = nearest_start(text, span.text, span.start)
            where = f"{span.start}–{span.end}"
            would = f"{short(span.text)}, " + (
                f"which stands at {nearest}–{nearest + len(span.text)}"
                if nearest is not None
                else "which is nowhere in the text"
            )
            if span.end > len(text):
                yield "SC402", ANNOTATIONS, placed.path, f"{where} in a text of {len(text)} code points", would
            else:
                yield "SC401", ANNOTATIONS, placed.path, f"{short(text[span.start : span.end])} at {where}", would


def check_order(article: StoredArticle, _: Known) -> Breaches:
    """Yield segments and quotations that are out of order, and texts that are not their segments."""
    last = (-1, -1)
    for i, quote in enumerate(article.annotations.quotes):
        path: Path = ("quotes", i)
        yield from _segment_order(quote.segments, (*path, "segments"))
        for j, judgement in enumerate(quote.annotations):
            yield from _segment_order(judgement.segments, (*path, "annotations", j, "segments"))
        joined = " ".join(segment.text for segment in quote.segments)
        if quote.text != joined:
            yield "SC405", ANNOTATIONS, (*path, "text"), short(quote.text), short(joined)
        here = (quote.segments[0].start, quote.segments[0].end)
        if here < last:
            yield (
                "SC406",
                ANNOTATIONS,
                path,
                f"a quotation at {here[0]} after one at {last[0]}",
                "the order of the text",
            )
        last = here


def _segment_order(segments: list[Span], path: Path) -> Breaches:
    for i, (one, two) in enumerate(pairwise(segments), start=1):
        if two.start < one.end:
            yield (
                "SC404",
                ANNOTATIONS,
                (*path, i),
                f"start {two.start} after end {one.end}",
                f"start {one.end} or later",
            )
