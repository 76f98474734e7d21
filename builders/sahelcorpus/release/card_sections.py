"""The prose of a card by section, as plain sentences: for descriptions that programs read."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_LEFT_OUT = re.compile(
    r"<!-- generated: (?P<name>[a-z-]+) -->.*?<!-- end of (?P=name) -->"  # tables that are told otherwise
    r"|<!--.*?-->|```.*?```|<details>.*?</details>|^\|[^\n]*$|^#+ [^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_UNWRITTEN = re.compile(r"\*To be written: .*?\*", re.DOTALL)


def sections(card: str) -> dict[str, str]:
    """Return the prose of each section of a card by its heading, without tables, code and marks.

    A section that still asks for what belongs there is left out.
    """
    pieces = _HEADING.split(card)
    found = {}
    for heading, body in zip(pieces[1::2], pieces[2::2], strict=True):
        words = _plain(body)
        if words:
            found[heading] = words
    return found


def _plain(body: str) -> str:
    body = _LEFT_OUT.sub("", _UNWRITTEN.sub("", body))
    body = _LINK.sub(r"\1", body)
    body = re.sub(r"^(?:> ?|- )", "", body, flags=re.MULTILINE)
    return " ".join(re.sub(r"[*`]", "", body).split())
