"""The figures of a card beside it, as files that are drawn anew only when what they show has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sahelcorpus.release.figures.charts import Figure
from sahelcorpus.release.figures.drawing import GROUNDS, Ground, svg
from sahelcorpus.release.figures.words import none_of, word

_VERSION = 2
"""Raised whenever the same rows are drawn otherwise."""


def figure_files(figure: Figure) -> Iterator[tuple[str, Ground]]:
    """Yield the name of each file of a figure, and the ground it is drawn for."""
    for ground in GROUNDS:
        yield f"{figure.name}.{figure.language}.{ground.name}.svg", ground


def drawn(figure: Figure, ground: Ground, earlier: str) -> str:
    """Return the file of a figure: the earlier one if it shows the same, else a new one.

    Args:
        figure: The figure.
        ground: What it is drawn for.
        earlier: The file as it stands; empty if there is none.
    """
    return (
        earlier
        if is_fresh(figure, ground, earlier)
        else _mark(figure, ground) + svg(figure.draw(figure, ground), ground)
    )


def is_fresh(figure: Figure, ground: Ground, earlier: str) -> bool:
    """Say whether a file shows what a figure shows now."""
    return earlier.startswith(_mark(figure, ground))


def _mark(figure: Figure, ground: Ground) -> str:
    shown = [_VERSION, figure.name, figure.title, figure.columns, figure.rows, figure.language, ground.name]
    digest = hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()
    return f"<!-- shows {digest[:32]} -->\n"


def figure_part(figure: Figure, folder: str | None) -> str:
    """Return what a card says of a figure: title, picture for either ground with its words, table under a fold.

    Args:
        figure: The figure.
        folder: Path of the folder of figures, from the card; None if the figure is not there, but its table.
    """
    table = _table(figure)
    if not figure.rows:
        return f"**{figure.title}.** {none_of(figure.name, figure.language)}"
    note = f"\n\n{figure.note}" if figure.note else ""
    if not figure.is_drawn:
        return f"**{figure.title}.** {word('few', figure.language)}\n\n{table}{note}"
    if folder is None:
        return f"**{figure.title}**\n\n{table}{note}"
    light, dark = (f"{folder}/{name}" for name, _ in figure_files(figure))
    words = figure.alternative().replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    picture = (
        f'<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="{dark}">\n'
        f'  <img src="{light}" alt="{words}">\n</picture>'
    )
    fold = f"<details><summary>{word('as a table', figure.language)}</summary>\n\n{table}{note}\n\n</details>"
    return f"**{figure.title}**\n\n{picture}\n\n{fold}"


def _table(figure: Figure) -> str:
    lines = ["| " + " | ".join(figure.columns) + " |", "|" + " --- |" * len(figure.columns)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in figure.rows]
    return "\n".join(lines)
