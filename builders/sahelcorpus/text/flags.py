"""The flags that a text earns by what stands in it."""

from __future__ import annotations

from sahelcorpus.records.vocabulary import TextFlag
from sahelcorpus.text.damage import damaged_places
from sahelcorpus.text.marks import unpaired_marks
from sahelcorpus.text.scripts import mixed_script_words

LEAST_LETTERS = 200
"""Fewer letters than this are a teaser or an error page."""


def observed_flags(text: str) -> dict[TextFlag, list[tuple[int, str]]]:
    """Return the flags a text shows, each with the places (offset in code points, what stands there) that show it.

    `truncated` is not among them: whether an article was cut is known from where it came from.
    """
    observed = {
        TextFlag.MIXED_SCRIPT: mixed_script_words(text),
        TextFlag.UNPAIRED_QUOTATION_MARK: unpaired_marks(text),
        TextFlag.ENCODING_DAMAGE: damaged_places(text),
    }
    # counting letters is only needed where the text is short
    if len(text) < 10 * LEAST_LETTERS and sum(map(str.isalpha, text)) < LEAST_LETTERS:
        observed[TextFlag.NEAR_EMPTY] = [(0, text[:40])]
    return {flag: places for flag, places in observed.items() if places}
