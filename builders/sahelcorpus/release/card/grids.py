"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def grid(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table; bars in cells are escaped, line ends become spaces."""
    titles = list(head)
    lines = ["| " + " | ".join(titles) + " |", "|" + " --- |" * len(titles)]
    lines += [
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines)


def folded(summary: str, body: str) -> str:
    """Return something under a fold that says what it holds."""
    return f"<details><summary>{summary}</summary>\n\n{body}\n\n</details>"
