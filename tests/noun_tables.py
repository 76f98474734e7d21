"""Tables of those whom a text names, and of the nouns that take them up, as cases of a test."""

from __future__ import annotations


def noun_cases(french: dict[str, str], english: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return language, whom the text names, and noun of every case.

    Args:
        french: Somebody or a body, and nouns with `|` between them.
        english: The same in English.
    """
    return [
        (language, named, noun)
        for language, table in (("fr", french), ("en", english))
        for named, nouns in table.items()
        for noun in nouns.split("|")
    ]
