"""Errors about quotations, or their speakers, as one page to read: no script, nothing loaded, every word escaped."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import count
from pathlib import PurePath
from typing import Any

from sahelcorpus.annotate.evaluation.marked_text import escaped, marked_text, marks_of
from sahelcorpus.annotate.evaluation.matching import PlainQuote, closeness
from sahelcorpus.annotate.evaluation.quote_errors import ErrorKind, QuoteError
from sahelcorpus.annotate.evaluation.speaker_errors import SpeakerError, SpeakerErrorKind

AnyError = QuoteError | SpeakerError
_Titles = Mapping[StrEnum, tuple[str, str]]

_QUOTATION_TITLES: _Titles = {
    ErrorKind.MISSED: ("Missed", "Gold quotations that nothing found comes near."),
    ErrorKind.SPURIOUS: ("Spurious", "Found where gold has no quotation."),
    ErrorKind.WRONG_EXTENT: ("Wrong extent", "The right quotation, its ends at the wrong places."),
    ErrorKind.WRONG_SPEAKER: ("Wrong speaker", "The right words, given to someone else or to nobody."),
    ErrorKind.OPEN: ("Open", "Found where gold does not say: no errors until somebody has read them."),
}
_SPEAKER_TITLES: _Titles = {
    SpeakerErrorKind.WRONG_NAME: ("Wrong name", "A quotation that was found, given to someone else."),
    SpeakerErrorKind.MISSED_NAME: ("Missed name", "A quotation that was found, given to nobody."),
    SpeakerErrorKind.WRONG_ACTOR: ("Wrong actor", "Linked to an actor that gold does not give it."),
    SpeakerErrorKind.MISSED_ACTOR: ("Missed actor", "Linked to nobody, though gold has an actor."),
}
_FACETS = ("kind", "type", "construction", "mention", "found by", "style", "outlet", "language")

Filters = dict[tuple[str, str], str]
"""The class name of each value of each facet, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What a page is about.

    Attributes:
        titles: The kinds of errors, each with its title and what it means.
        scores: What the head of the page says of the scores.
    """

    titles: _Titles
    scores: Callable[[Mapping[str, Any]], Iterable[str]]


def _quotation_scores(report: Mapping[str, Any]) -> Iterable[str]:
    yield f"{report['gold']:,} gold quotations in {report['documents']:,} documents, {report['predicted']:,} found"
    for name, words in (("quote@0.5", "overlap of 0.5"), ("quote@0.8", "overlap of 0.8")):
        yield f"{words}: {_measures(report[name])}"


def _speaker_scores(report: Mapping[str, Any]) -> Iterable[str]:
    yield f"{report['gold']:,} gold quotations in {report['documents']:,} documents, {report['found']:,} of them found"
    if report["name_accuracy"] is not None:
        yield f"name right {report['name_accuracy']:.3f}; quotation and name: {_measures(report['joint@0.5'])}"
    if report["linking"]:
        yield f"actors: {_measures({name: report['linking'][name] for name in ('p', 'r', 'f1')})}"


def _measures(row: Mapping[str, float]) -> str:
    return ", ".join(f"{measure.upper()} {value:.3f}" for measure, value in row.items())


_QUOTATIONS = _Content(_QUOTATION_TITLES, _quotation_scores)
_SPEAKERS = _Content(_SPEAKER_TITLES, _speaker_scores)


def errors_page(report: Mapping[str, Any], found: Sequence[QuoteError]) -> str:
    """Return the page of errors about quotations.

    Args:
        report: What `report` gave, with the `gold_file` and the `notes` to tell.
        found: The errors, in the order of the documents.

    Returns:
        HTML that needs no other file. Each filter is an anchor; the style sheet hides what does not belong to the one
        that the address names. A browser that does not know `:has()` shows everything.
    """
    return _page(report, found, _QUOTATIONS)


def speaker_errors_page(report: Mapping[str, Any], found: Sequence[SpeakerError]) -> str:
    """Return the page of errors about speakers, as `errors_page` does of those about quotations.

    Args:
        report: What `speaker_report` gave, with the `gold_file` and the `notes` to tell.
        found: The errors, in the order of the documents.
    """
    return _page(report, found, _SPEAKERS)


def _page(report: Mapping[str, Any], found: Sequence[AnyError], content: _Content) -> str:
    facets = [_facets(error) for error in found]
    filters: Filters = {}
    for facet in _FACETS:
        values = Counter(one[facet] for one in facets if facet in one)
        for value, _ in sorted(values.items(), key=lambda pair: (-pair[1], pair[0])):
            filters[facet, value] = f"f{len(filters)}"
    style = files("sahelcorpus.annotate.evaluation").joinpath("errors_page.css").read_text(encoding="utf-8")
    style += "".join(
        f"body:has(#{name}:target) :is(section,article):not(.{name}){{display:none}}\n" for name in filters.values()
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = escaped(f"Errors to read: {_name(report)}")
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n',
            f"<body>\n{_header(report, content)}{_filters(filters, facets)}<main>\n",
            *_sections(found, facets, filters, content),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _facets(error: AnyError) -> dict[str, str]:
    quote = error.predicted or error.gold or {}
    values = {
        "kind": str(error.kind),
        "type": (error.gold or quote).get("type"),
        "construction": (error.predicted or {}).get("construction"),
        "mention": (error.gold or {}).get("speaker_kind"),
        "found by": (error.predicted or {}).get("speaker_how") if isinstance(error, SpeakerError) else None,
        "style": error.document.get("style"),
        "outlet": error.document.get("outlet"),
        "language": error.document.get("lang"),
    }
    return {facet: str(value) for facet, value in values.items() if value}


def _header(report: Mapping[str, Any], content: _Content) -> str:
    notes = "".join(f"<p>{escaped(note)}</p>\n" for note in report["notes"])
    return (
        f"<header>\n<h1>Errors to read</h1>\n<p><bdi>{escaped(_name(report))}</bdi>: "
        f"{escaped('; '.join(content.scores(report)))}.</p>\n{notes}"
        '<p class="legend">In the texts: <mark class="g">gold alone</mark> <mark class="f">found alone</mark> '
        '<mark class="f g">both</mark> <mark class="gs">gold’s speaker</mark> <mark class="fs">speaker found</mark> '
        '<mark class="fs gs">both</mark> <mark class="c">cue</mark></p>\n</header>\n'
    )


def _name(report: Mapping[str, Any]) -> str:
    """Return the name of the gold file; where it lies on somebody's disk is nobody else's business."""
    return PurePath(report["gold_file"]).name


def _filters(filters: Filters, facets: Sequence[Mapping[str, str]]) -> str:
    counts = Counter(pair for one in facets for pair in one.items())
    links: dict[str, list[str]] = {facet: [] for facet in _FACETS}
    links["kind"].append(f'<a id="all" href="#all">all <b>{len(facets):,}</b></a>')
    for (facet, value), name in filters.items():
        words = f"<bdi>{escaped(value)}</bdi> <b>{counts[facet, value]:,}</b>"
        links[facet].append(f'<a id="{name}" href="#{name}">{words}</a>')
    rows = [f"<dt>{facet}</dt><dd>{' '.join(own)}</dd>\n" for facet, own in links.items() if len(own) > 1]
    first, more = "".join(rows[:1]), rows[1:]
    folded = f"<details>\n<summary>more filters</summary>\n<dl>\n{''.join(more)}</dl>\n</details>\n" if more else ""
    return f'<nav aria-label="Filters">\n<dl>\n{first}</dl>\n{folded}</nav>\n'


def _sections(
    found: Sequence[AnyError], facets: Sequence[Mapping[str, str]], filters: Filters, content: _Content
) -> Iterable[str]:
    number = count(1)
    for kind, (title, words) in content.titles.items():
        own = [(error, values) for error, values in zip(found, facets, strict=True) if error.kind is kind]
        if not own and kind is ErrorKind.OPEN:
            continue
        names = {filters[pair] for _, values in own for pair in values.items()}
        yield f'<section class="{_classes(names)}">\n<h2>{title} <b>{len(own):,}</b></h2>\n<p>{words}</p>\n'
        for error, values in own:
            yield _article(next(number), error, _classes(filters[pair] for pair in values.items()))
        yield "</section>\n"


def _classes(names: Iterable[str]) -> str:
    return " ".join(sorted(names, key=lambda name: int(name[1:])))


def _article(number: int, error: AnyError, classes: str) -> str:
    document, gold, predicted = error.document, error.gold, error.predicted
    text, whom = document["text"], isinstance(error, SpeakerError)
    marks = [
        *marks_of((gold or {}).get("segments"), "g"),
        *marks_of((predicted or {}).get("segments"), "f"),
        *(mark for quote, name in ((gold, "gs"), (predicted, "fs")) for mark in _mark(quote, "speaker", name)),
        *(mark for quote in (gold, predicted) for mark in _mark(quote, "cue", "c")),
    ]
    about = [escaped(str(document[key])) for key in ("lang", "style", "outlet") if document.get(key)]
    language = f' lang="{escaped(str(document["lang"]))}"' if document.get("lang") else ""
    return (
        f'<article id="e{number}" class="{classes}">\n<h3><a href="#e{number}">{number}</a> '
        f"<bdi>{escaped(document['id'])}</bdi></h3>\n"
        + (f'<p class="about">{" · ".join(f"<bdi>{words}</bdi>" for words in about)}</p>\n' if about else "")
        + f'<blockquote dir="auto"{language}>{marked_text(text, marks)}</blockquote>\n<dl>\n'
        + _told("gold", text, gold, whom=whom)
        + _told("found", text, predicted, whom=whom)
        + (f"<dt>overlap</dt><dd>{closeness(gold, predicted):.2f}</dd>\n" if gold and predicted else "")
        + "</dl>\n</article>\n"
    )


def _mark(quote: PlainQuote | None, key: str, name: str) -> list[tuple[int, int, str]]:
    return marks_of([quote[key]] if quote and quote.get(key) else [], name)


def _told(title: str, text: str, quote: PlainQuote | None, *, whom: bool) -> str:
    """Return what is known of a quotation besides its extent; whom it is given to, if that is what is asked."""
    if quote is None:
        return ""
    words = []
    if whom:
        words.append(f"<b><bdi>{escaped(str(quote.get('speaker_name') or 'nobody'))}</bdi></b>")
        words += [
            f"<span>{name}</span> <bdi>{escaped(str(quote[key]))}</bdi>"
            for key, name in (("actor_id", "actor"), ("speaker_kind", "mention"), ("speaker_how", "found by"))
            if quote.get(key)
        ]
    words.append(escaped(str(quote.get("type") or "no type")))
    for key in ("speaker", "cue"):
        place = quote.get(key)
        words.append(
            f"<span>{key}</span> <bdi>{escaped(text[slice(*place)])}</bdi>" if place else f"<span>no {key}</span>"
        )
    if quote.get("construction"):
        words.append(f"<span>construction</span> <bdi>{escaped(str(quote['construction']))}</bdi>")
    if quote.get("confidence") is not None:
        words.append(f"<span>confidence</span> {quote['confidence']:.2f}")
    return f"<dt>{title}</dt><dd>{'; '.join(words)}</dd>\n"
