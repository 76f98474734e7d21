"""How archives mangle text on its way into HTML: entities, search hits, italics in quotations, broken lines."""

from __future__ import annotations

import html
import random

from invented_exports.world import NARROW, NBSP

_ENTITIES = {
    NBSP: "&nbsp;",
    NARROW: "&#8239;",
    "«": "&laquo;",
    "»": "&raquo;",
    "’": "&#8217;",
    "é": "&eacute;",
    "…": "&hellip;",
}


def escaped(text: str, draw: random.Random, encoding: str = "utf-8") -> str:
    """Return text as HTML: some characters as entities, and those that the encoding lacks always."""
    shown = []
    for character in html.escape(text, quote=False):
        if character in _ENTITIES and draw.random() < 0.3:
            shown.append(_ENTITIES[character])
        else:
            try:
                character.encode(encoding)
                shown.append(character)
            except UnicodeEncodeError:
                shown.append(f"&#{ord(character)};")
    return "".join(shown)


def marked_up(text: str, draw: random.Random, hit: tuple[str, str], encoding: str = "utf-8") -> str:
    """Return a paragraph as an archive prints it: hits marked, a few words in italics, its source broken into lines."""
    words = text.split(" ")
    styled = {draw.randrange(len(words)) for _ in range(draw.randint(0, 3))}
    hits = {draw.randrange(len(words)) for _ in range(draw.randint(0, 2))}
    printed = []
    for place, word in enumerate(words):
        shown = escaped(word, draw, encoding)
        if place in hits:
            shown = f"{hit[0]}{shown}{hit[1]}"
        if place in styled:
            tag = draw.choice(["i", "em", "font color='#333'", "b"])
            shown = f"<{tag}>{shown}</{tag.split()[0]}>"
        printed.append(shown)
    return (
        "".join(
            word + (draw.choice(["\n      ", "\r\n", "  "]) if draw.random() < 0.1 else " ") for word in printed[:-1]
        )
        + printed[-1]
    )
