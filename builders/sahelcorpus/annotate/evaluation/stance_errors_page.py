"""Wrong answers about stance as one page to read: no script, nothing loaded, every word of the texts escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from sahelcorpus.annotate.evaluation.marked_text import escaped, marked_text, marks_of
from sahelcorpus.annotate.evaluation.stance_errors import StanceError

_LEGEND = (
    '<p class="legend">In the texts: <mark class="gs">the target</mark> <mark class="g">the quotation asked about'
    '</mark> <mark class="f">evidence found</mark></p>\n'
)


def stance_errors_page(report: Mapping[str, Any], found: Sequence[StanceError]) -> str:
    """Return the page.

    Args:
        report: What was reported: `gold_file`, `annotator`, `notes`.
        found: The errors, in the order of the articles.

    Returns:
        HTML that needs no other file: the errors by what gold says and what was answered.
    """
    style = files("sahelcorpus.annotate.evaluation").joinpath("errors_page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = escaped(f"Errors of stance to read: {PurePath(report['gold_file']).name}, {report['annotator']}")
    notes = "".join(f"<p>{escaped(note)}</p>\n" for note in report["notes"])
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n',
            f"<body>\n<header>\n<h1>{title}</h1>\n{notes}",
            f"{_LEGEND}</header>\n<main>\n",
            *_sections(found),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _sections(found: Sequence[StanceError]) -> Iterator[str]:
    kinds: dict[tuple[str, str], list[StanceError]] = {}
    for error in found:
        kinds.setdefault((str(error.gold), str(error.answered)), []).append(error)
    for (gold, answered), own in sorted(kinds.items(), key=lambda one: (-len(one[1]), one[0])):
        yield f"<section>\n<h2>Gold {gold}, answered {answered} <b>{len(own):,}</b></h2>\n"
        yield from map(_article, own)
        yield "</section>\n"


def _article(error: StanceError) -> str:
    quote, target = error.asked
    segments = error.article.quotes[quote].segments if quote is not None else ()
    evidence = [(span.start, span.end) for span in error.found.evidence] if error.found else []
    near = list(segments) or evidence or list(target.mentions[:1]) or [(0, min(len(error.article.text), 1))]
    first, last = min(start for start, _ in near), max(end for _, end in near)
    mentions = [place for place in target.mentions if first - 200 <= place[0] <= last + 200]
    marks = [*marks_of(segments, "g"), *marks_of(evidence, "f"), *marks_of(mentions, "gs")] or marks_of(near, "g")
    holder = "the article's voice" if quote is None else error.article.quotes[quote].speaker_name or "unnamed"
    language = escaped(error.article.language)
    reason = error.found.explanation if error.found else "nothing was proposed"
    return (
        f"<article>\n<h3><bdi>{escaped(error.article.article_id)}</bdi></h3>\n"
        f'<blockquote dir="auto" lang="{language}">{marked_text(error.article.text, marks)}</blockquote>\n<dl>\n'
        f"<dt>holder</dt><dd><bdi>{escaped(holder)}</bdi></dd>\n"
        f"<dt>target</dt><dd><bdi>{escaped(target.name)}</bdi></dd>\n"
        f"<dt>why</dt><dd><bdi>{escaped(reason)}</bdi></dd>\n</dl>\n</article>\n"
    )
