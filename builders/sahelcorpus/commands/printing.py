"""How findings, progress and results are shown: to people, to programs, and to a forge's review page."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sahelcorpus.records.findings import Finding


def print_findings(findings: Iterable[Finding], *, file: Any = None) -> None:
    """Print findings for people: where, then what was found, what was allowed, and what to do."""
    width = terminal_width()
    for found in findings:
        where = f"{found.file}:{found.line}" if found.line else found.file
        print(f"{where}: {found.place + ': ' if found.place else ''}{found.code} {found.rule.name}", file=file)
        for title, words in (("found", found.found), ("allowed", found.allowed), ("mend", found.mend)):
            text = textwrap.fill(f"{title + ':':<8} {words}", width, initial_indent="  ", subsequent_indent=" " * 11)
            print(text, file=file)


def print_github(findings: Iterable[Finding], base: str) -> None:
    """Print findings as workflow commands that GitHub shows beside the lines they are about."""

    def escaped(text: str, *, value: bool) -> str:
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C") if value else text

    for found in findings:
        file = escaped(f"{base}/{found.file}", value=True)
        line = f",line={found.line}" if found.line else ""
        title = escaped(f"{found.code} {found.rule.name}", value=True)
        words = (
            f"{found.place + ': ' if found.place else ''}found {found.found}; allowed: {found.allowed}. {found.mend}"
        )
        print(f"::error file={file}{line},title={title}::{escaped(words, value=False)}")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 finding`, `2 findings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def print_wrapped(words: str, *, indent: int = 0, file: Any = None) -> None:
    """Print words within the terminal's width, the lines after the first indented; a longer word stays whole."""
    filled = textwrap.fill(
        words, terminal_width(), subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
    print(filled, file=file)


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in the form that Markdown reads; where it is wider than the terminal, row by row instead.

    Args:
        headers: The names of the columns; the first names the rows.
        rows: The cells of each row, as many as there are headers. A column of numbers is set to the right.
    """
    rows = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(headers, *rows, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 > terminal_width():
        for name, *cells in rows:
            pairs = [f"{header} {cell}" for header, cell in zip(headers[1:], cells, strict=True) if cell]
            told = ", ".join(pair.replace(" ", "\N{NO-BREAK SPACE}") for pair in pairs)
            print_wrapped(f"{name}: {told}", indent=2)
        return
    numeric = [all(not cell or cell[0] in ".0123456789" for cell in column) for column in zip(*rows, strict=True)]
    for number, row in enumerate([list(headers), *rows]):
        cells = [
            cell.rjust(width) if is_numeric else cell.ljust(width)
            for cell, width, is_numeric in zip(row, widths, numeric or [False] * len(widths), strict=True)
        ]
        print(f"| {' | '.join(cells)} |")
        if number == 0:
            print(f"| {' | '.join('-' * width for width in widths)} |")


def terminal_width() -> int:
    """Return how many columns there are to print in: 40 to 100, whatever the terminal."""
    return max(40, min(shutil.get_terminal_size().columns, 100))


_LIMITS = {
    "marks and cues": "by quotation marks and announcing verbs, without a grammar: little indirect speech is found",
    "marks alone": "by quotation marks alone: no indirect speech is found, no speaker",
}


def print_read_by(ways: Mapping[str, Mapping[str, int]]) -> None:
    """Say which texts were read without a grammar, and what that leaves unfound; say nothing if there are none.

    Args:
        ways: By what texts were read ("grammar", "marks and cues", "marks alone"): how many, by language.
    """
    for way, limit in _LIMITS.items():
        if ways.get(way):
            languages = ", ".join(
                f"{counted(number, 'text')} in {language!r}" for language, number in ways[way].items()
            )
            print_wrapped(f"note: {languages} read {limit}", indent=6)


def print_usage_error(words: str) -> int:
    """Print what is wrong with the arguments, and return the exit status for it."""
    print_wrapped(f"{words}.", file=sys.stderr)
    return 2


def print_json(value: Any) -> None:
    """Print plain data as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def progress_bar(title: str, *, least: int = 500) -> Callable[[int, int], None]:
    """Return a function that shows how far long work is, on a terminal only, and only if there is enough of it."""
    bar: list[Any] = []

    def show(done: int, total: int) -> None:
        if total < least or not sys.stderr.isatty():
            return
        if not bar:
            from tqdm import tqdm  # noqa: PLC0415 - only long work needs it

            bar.append(tqdm(total=total, desc=title, leave=False))
        bar[0].update(done - bar[0].n)
        if done >= total:
            bar[0].close()

    return show


def count_bar(title: str, *, every: int = 50) -> Callable[[int], None]:
    """Return a function that shows how much of work without a known end is done, on a terminal only."""
    bar: list[Any] = []

    def show(done: int) -> None:
        if done % every or not sys.stderr.isatty():
            return
        if not bar:
            from tqdm import tqdm  # noqa: PLC0415 - only long work needs it

            bar.append(tqdm(desc=title, unit=" documents", leave=False))
        bar[0].update(done - bar[0].n)

    return show
