"""Words that somebody gave, found again in a text: evidence is a place, never a paraphrase."""

from __future__ import annotations

from collections.abc import Sequence

from sahelcorpus.records import Span

_LIKE = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "\n": " ", "’": "'", "‘": "'"})
"""What keyboards and models write otherwise than newspapers, one code point for one, so that places stay."""


def places_of(text: str, words: str, within: Sequence[Span] = ()) -> list[Span]:
    """Return every place where words stand in a text.

    Args:
        text: The canonical text.
        words: What to look for, to the letter; a plain blank also stands for a no-break space, a straight apostrophe
            for a curly one.
        within: If given, only places inside one of these count.
    """
    plain, wanted = text.translate(_LIKE), words.strip().translate(_LIKE)
    found = []
    start = plain.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not within or any(span.start <= start and end <= span.end for span in within):
            found.append(Span(start=start, end=end, text=text[start:end]))
        start = plain.find(wanted, start + 1)
    return found
