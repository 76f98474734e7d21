"""How findings, progress and results are shown: to people, to programs, and to a forge's review page."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
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
