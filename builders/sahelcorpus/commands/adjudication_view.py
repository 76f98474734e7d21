"""How a disagreement is shown on a terminal: the text around it, whose word it is, and what each annotator said."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sahelcorpus.commands.printing import terminal_width

if TYPE_CHECKING:
    from sahelcorpus.records import Quote, Span, Stance, StanceJudgement
    from sahelcorpus.store.collection import Registry, StoredArticle

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CONTEXT = 400
_OPEN, _CLOSE = "⟦", "⟧"


def shown(words: str) -> str:
    """Return words that a terminal only prints: no control character of a text or a note may move its cursor."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)


def heading(article: StoredArticle, record_id: str, place: str, registry: Registry) -> Iterator[str]:
    """Yield the lines that say where we are: how far, which record, which article."""
    metadata = article.metadata
    source = registry.sources.get(metadata.source_id)
    outlet = source.name if source else metadata.source_id
    published = metadata.published.isoformat() if metadata.published else "no date"
    yield "─" * terminal_width()
    yield _bold(f"{place}   {record_id}")
    yield from _wrapped(
        f"“{metadata.title}”, {outlet}, {published}, {metadata.language}, {metadata.genre or 'no genre'}"
    )


def stance_lines(article: StoredArticle, stance: Stance, registry: Registry) -> Iterator[str]:
    """Yield the lines that show a stance that annotators label differently."""
    quote = next((quote for quote in article.annotations.quotes if quote.quote_id == stance.quote_id), None)
    marked = stance.evidence or (quote.segments if quote else [])
    yield ""
    yield from in_context(article.text, marked)
    yield ""
    yield from _field("holder", _holder(stance, quote, registry))
    yield from _field("target", _named(stance.target_actor_id, registry))
    yield from _field("article", f"endorsement {stance.endorsement.value}")
    state = f"{stance.status.value}, {stance.adjudication.state.value}"
    by = f" by {stance.adjudication.by}" if stance.adjudication.by else ""
    note = f": {stance.adjudication.note}" if stance.adjudication.note else ""
    yield from _field("so far", f"{_label(stance)} ({state}{by}{note})")
    yield ""
    for judgement in stance.annotations:
        yield from _judged(judgement, registry)


def quote_lines(article: StoredArticle, quote: Quote, readings: Sequence[tuple[str, Sequence[Span]]]) -> Iterator[str]:
    """Yield the lines that show a quotation that annotators read differently, each reading with its number."""
    spans = [span for _, segments in readings for span in segments] or quote.segments
    yield ""
    yield from in_context(
        article.text, [min(spans, key=lambda span: span.start), max(spans, key=lambda span: span.end)]
    )
    yield ""
    speaker = quote.speaker_name or (quote.speaker.text if quote.speaker else "no speaker")
    yield from _field("type", f"{quote.type.value}, by {shown(speaker)}, {quote.status.value}")
    for number, (who, segments) in enumerate(readings, start=1):
        words = " […] ".join(span.text for span in segments) or "no quotation"
        yield from _hanging(f"  {number}  {who}: ", shown(words.replace("\n", " ")))
    for judgement in quote.annotations:
        if judgement.note:
            yield from _hanging(f"  {judgement.annotator_id}: ", shown(judgement.note))


def in_context(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield the lines of a text around its marked places, each between ⟦ and ⟧; its beginning if there is none."""
    begin, end = (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)
    begin, end = _edge(text, begin - _CONTEXT, -1), _edge(text, end + _CONTEXT, 1)
    places = sorted({(s.start, _OPEN) for s in spans} | {(s.end, _CLOSE) for s in spans})
    pieces, here = [], begin
    for place, sign in places:
        pieces += [shown(text[here:place]), sign]
        here = place
    whole = "".join([*pieces, shown(text[here:end])])
    whole = f"{'… ' if begin > 0 else ''}{whole}{' …' if end < len(text) else ''}"
    for paragraph in whole.split("\n"):
        for line in _wrapped(paragraph, indent="  "):
            yield _marked(line)


def _edge(text: str, place: int, step: int) -> int:
    """Return the next end of a word or the text from a place, in the direction of the step."""
    if place <= 0 or place >= len(text):
        return max(0, min(place, len(text)))
    while 0 < place < len(text) and not text[place - (step < 0)].isspace():
        place += step
    return place


def _holder(stance: Stance, quote: Quote | None, registry: Registry) -> str:
    kind = stance.holder_kind.value.replace("_", " ")
    if quote is not None:
        who = quote.speaker_name or "somebody unnamed"
        return f"{shown(who)}, {kind}, in {quote.quote_id} ({quote.type.value})"
    return f"{_named(stance.holder_actor_id, registry)}, {kind}" if stance.holder_actor_id else f"the {kind}"


def _named(actor_id: str | None, registry: Registry) -> str:
    known = registry.actors.get(actor_id or "") or registry.sources.get(actor_id or "")
    return f"{shown(known.name)} ({actor_id})" if known else str(actor_id)


def _judged(judgement: StanceJudgement, registry: Registry) -> Iterator[str]:
    annotator = registry.annotators.get(judgement.annotator_id)
    who = f"{judgement.annotator_id} ({annotator.kind.value})" if annotator else judgement.annotator_id
    sure = "" if judgement.confidence is None else f", {judgement.confidence:.0%} sure"
    yield _bold(f"  {_label(judgement)}") + f"  {who}{sure}"
    yield from _wrapped(shown(judgement.rationale or "no reason given"), indent="      ")


def _label(judged: Stance | StanceJudgement) -> str:
    """Return a label with its intensity, where that says more."""
    return f"{judged.label.value} {judged.intensity:+d}" if judged.intensity else judged.label.value


def _field(name: str, words: str) -> Iterator[str]:
    yield from _hanging(f"  {name + ':':<9}", words)


def _hanging(head: str, words: str) -> Iterator[str]:
    yield from _wrapped(words, indent=" " * min(len(head), 24), first=head)


def _wrapped(words: str, *, indent: str = "", first: str | None = None) -> Iterable[str]:
    return textwrap.wrap(
        words,
        terminal_width(),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def _marked(line: str) -> str:
    return line.replace(_OPEN, _bold_on() + _OPEN).replace(_CLOSE, _CLOSE + _bold_off())


def _bold(words: str) -> str:
    return f"{_bold_on()}{words}{_bold_off()}"


def _bold_on() -> str:
    return "\x1b[1m" if sys.stdout.isatty() and "NO_COLOR" not in os.environ else ""


def _bold_off() -> str:
    return "\x1b[0m" if _bold_on() else ""
