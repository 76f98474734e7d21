"""Quotation marks that have no partner."""

from __future__ import annotations

import re

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSERS = {close: open_ for open_, close in _PAIRS.items() if close != "“"}
_MARK = re.compile('[«»“”„‹›"]')
_INCHES = re.compile(r"\d")


def unpaired_marks(text: str) -> list[tuple[int, str]]:
    """Return the quotation marks without a partner, each with its offset in code points.

    A mark repeated at the start of a paragraph inside an open quotation continues it and is no second opening.
    Straight double marks pair up within their paragraph; after a digit they are read as inches. Single marks are not
    judged: they
    cannot be told from apostrophes by form alone.
    """
    open_marks: list[tuple[int, str]] = []
    unpaired: list[tuple[int, str]] = []
    straight: list[int] = []
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        starts_paragraph = text[text.rfind("\n", 0, place) + 1 : place].strip() == ""
        if mark == '"':
            if straight and "\n" in text[straight[-1] : place]:
                unpaired.append((straight.pop(), '"'))
            if straight:
                straight.pop()
            elif not (place and _INCHES.match(text[place - 1])):
                straight.append(place)
        elif mark == "“" and open_marks and open_marks[-1][1] == "„":
            open_marks.pop()
        elif mark in _PAIRS:
            if starts_paragraph and open_marks and open_marks[-1][1] == mark:
                continue
            open_marks.append((place, mark))
        elif open_marks and open_marks[-1][1] == _CLOSERS[mark]:
            open_marks.pop()
        elif starts_paragraph and mark == "»" and open_marks and open_marks[-1][1] == "«":
            continue  # French houses also repeat the closing mark at the head of each paragraph
        else:
            unpaired.append((place, mark))
    return sorted(unpaired + open_marks + [(place, '"') for place in straight])
