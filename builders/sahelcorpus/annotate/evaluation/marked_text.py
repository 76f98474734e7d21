"""A stretch of text as HTML, with what gold and an extractor marked in it, however the two overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

Place = tuple[int, int]
Mark = tuple[int, int, str]
"""Start, end, and the name of what is marked there."""

_CONTEXT = 160
_LONGEST = 700
_KEPT = 300
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def marked_text(text: str, marks: Iterable[Mark]) -> str:
    """Return the part of a text around its marks as HTML.

    Args:
        text: The whole text.
        marks: What to mark; at least one. Places outside the text are cut off.

    Returns:
        Escaped text in which every stretch stands in `<mark class="…">`, the class names being those of all marks that
        cover it. The middle of a very long stretch is left out, and says so.
    """
    kept = [(max(0, start), min(len(text), end), name) for start, end, name in marks]
    first, last = min(start for start, _, _ in kept), max(end for _, end, _ in kept)
    begin, stop = around(text, first, last, _CONTEXT)
    edges = sorted({begin, stop, *(edge for start, end, _ in kept for edge in (start, end) if begin <= edge <= stop)})
    pieces = ["… " if begin > 0 else ""]
    for start, end in pairwise(edges):
        names = sorted({name for one, other, name in kept if one <= start and end <= other})
        words = _shortened(text[start:end])
        pieces.append(f'<mark class="{escape(" ".join(names))}">{words}</mark>' if names else words)
    pieces.append(" …" if stop < len(text) else "")
    return "".join(pieces)


def escaped(words: str) -> str:
    """Return words as HTML: markup escaped, control characters shown as what cannot be shown, lines kept apart."""
    shown = escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", words))
    return re.sub(r"[ \t]*\n[ \t\n]*", " <i>¶</i> ", shown)


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return escaped(words)
    left_out = f" <i>[… {len(words) - 2 * _KEPT:,} characters …]</i> "
    return escaped(words[:_KEPT]) + left_out + escaped(words[-_KEPT:])


def around(text: str, first: int, last: int, most: int) -> Place:
    """Return a place and what stands around it, at most so many code points on each side, ending between words."""
    begin, stop = max(0, first - most), min(len(text), last + most)
    if begin > 0:
        blank = text.find(" ", begin, first)
        begin = blank + 1 if blank >= 0 else begin
    if stop < len(text):
        blank = text.rfind(" ", last, stop)
        stop = blank if blank >= 0 else stop
    return begin, stop


def marks_of(segments: Sequence[Sequence[int]] | None, name: str) -> list[Mark]:
    """Return the marks of places, all with one name."""
    return [(start, end, name) for start, end in segments or ()]
