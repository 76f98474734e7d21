"""The ledger: one entry for each document that came in, and the sum, which is never a difference."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from sahelcorpus.readers.document import RejectionReason
from sahelcorpus.records.findings import Finding
from sahelcorpus.store.atomic import cannot_write


class Fate(StrEnum):
    """What became of a document."""

    ADDED = "added"
    ALREADY_THERE = "already_there"
    REVISED = "revised"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What became of one document.

    Attributes:
        file: Name of the file it came in.
        place: Where in the file; empty for the whole file.
        fate: What became of it.
        article_id: The article that it is now, or was already; None if there is none.
        title: Its headline, where one was read.
        document_id: The archive's id, where one was read.
        reason: Why it was rejected; None if it was not.
        detail: What exactly was found.
        excerpt: How it begins, if it was rejected.
        findings: What a person should look at: places that disagree, rules that it breaks.
        flags: What is unusual in its text, each with the place that shows it.
    """

    file: str
    place: str
    fate: Fate
    article_id: str | None = None
    title: str | None = None
    document_id: str | None = None
    reason: RejectionReason | None = None
    detail: str = ""
    excerpt: str = ""
    findings: tuple[Finding, ...] = ()
    flags: tuple[str, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Return the entry as plain JSON-like data, empty fields left out."""
        plain: dict[str, Any] = {
            "file": self.file,
            "place": self.place,
            "fate": self.fate.value,
            "article_id": self.article_id,
            "title": self.title,
            "document_id": self.document_id,
            "reason": self.reason.value if self.reason else None,
            "detail": self.detail,
            "excerpt": self.excerpt,
            "findings": [finding.to_plain() for finding in self.findings],
            "flags": list(self.flags),
        }
        return {name: value for name, value in plain.items() if value not in (None, "", [])}


class Ledger:
    """Counts what became of every document; keeps the entries as lines of a file if it is given one.

    A file that is there already is gone on with: a ledger of several runs is one file.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Take the file to keep the entries in; None to keep only the counts."""
        self.fates: Counter[Fate] = Counter()
        self.reasons: Counter[RejectionReason] = Counter()
        self.rules: Counter[str] = Counter()
        self.examples: dict[RejectionReason, Entry] = {}
        self.to_look_at: list[Finding] = []
        self._path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        """Open the file.

        Raises:
            CorpusError: if it cannot be written (SC113).
        """
        if self._path is not None:
            try:
                self._file = self._path.open("a", encoding="utf-8")
            except OSError as error:
                raise cannot_write(self._path, error) from error
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Close the file; what was entered stays entered, for it happened."""
        if self._file is not None:
            self._file.close()

    def enter(self, entry: Entry) -> None:
        """Take one entry."""
        self.fates[entry.fate] += 1
        if entry.reason is not None:
            self.reasons[entry.reason] += 1
            self.examples.setdefault(entry.reason, entry)
            self.rules.update(
                {found.code for found in entry.findings} if entry.reason is RejectionReason.CHECKS else ()
            )
        elif entry.findings:
            self.to_look_at += entry.findings
        if self._file is not None:
            self._file.write(json.dumps(entry.to_plain(), ensure_ascii=False) + "\n")
            self._file.flush()

    @property
    def documents(self) -> int:
        """How many documents came in."""
        return sum(self.fates.values())

    def to_plain(self) -> dict[str, Any]:
        """Return the sum as plain JSON-like data."""
        return {
            "documents": self.documents,
            **{fate.value: self.fates[fate] for fate in Fate},
            "rejected_by_reason": {reason.value: number for reason, number in self.reasons.most_common()},
            "rejected_by_rule": dict(self.rules.most_common()),
            "to_look_at": [finding.to_plain() for finding in self.to_look_at],
        }
