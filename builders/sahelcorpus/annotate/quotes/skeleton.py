"""The skeleton of a text: the same length, with everything in quotation marks filled in.

Grammar is read off the skeleton, where a quotation is one token and no verb or full stop of the quoted person can be
mistaken for the author's. Offsets are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sahelcorpus.annotate.quotes.marks import Marked

OPEN, FILL, CLOSE = "\ue000", "\ue001", "\ue002"
"""Private-use letters for the first, the inner and the last code point of a quotation."""

_PLAIN = (
    ("’", "'"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\t", " "),
    ("،", ","),
    ("؛", ";"),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    *((own, " ") for own in (OPEN, FILL, CLOSE)),
)


_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


def plain_text(text: str) -> str:
    """Return a text of the same length with plain apostrophes, blanks and signs.

    Footnote marks (`[2]`) and the skeleton's own letters become blanks.
    """
    for letter, plain in _PLAIN:
        if letter in text:
            text = text.replace(letter, plain)
    return _FOOTNOTE.sub(lambda mark: " " * len(mark[0]), text) if "[" in text else text


def skeleton(plain: str, stretches: Iterable[Marked]) -> str:
    """Return the skeleton of a text.

    Args:
        plain: What `plain_text` made of the text.
        stretches: Its quotations.
    """
    parts = []
    last = 0
    for stretch in stretches:
        parts.append(plain[last : stretch.start])
        size = stretch.end - stretch.start
        parts.append(OPEN + FILL * (size - 2) + CLOSE if size > 1 else OPEN)
        last = stretch.end
    parts.append(plain[last:])
    return "".join(parts)
