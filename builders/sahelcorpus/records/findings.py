"""Findings: what is wrong, where, what was found, what was allowed, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sahelcorpus.records.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule.

    Attributes:
        code: The rule's code.
        file: The file, relative to the collection's folder.
        place: Where in it, as a path such as `quotes[3].segments[0]`, or empty for the whole file.
        found: What stands there.
        allowed: What may stand there.
        mend: What to do.
        line: Line in the file, from 1, if it is known.
    """

    code: str
    file: str
    place: str
    found: str
    allowed: str
    mend: str
    line: int | None = None

    @property
    def rule(self) -> Rule:
        """The rule that was broken."""
        return RULES[self.code]

    def in_words(self) -> str:
        """Return the finding as people read it: where, what, and what to do."""
        where = ":".join([self.file, *([str(self.line)] if self.line else [])])
        place = f" {self.place}:" if self.place else ""
        return (
            f"{where}:{place} found {self.found}; allowed: {self.allowed}. {self.mend} [{self.code} {self.rule.name}]"
        )

    def to_plain(self) -> dict[str, Any]:
        """Return the finding as plain JSON-like data, with the rule's name."""
        return {**asdict(self), "name": self.rule.name}


class CorpusError(Exception):
    """Raised where work cannot go on; carries the findings that say why."""

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        """Take one finding or several."""
        self.findings = [findings] if isinstance(findings, Finding) else list(findings)
        super().__init__("\n".join(finding.in_words() for finding in self.findings))
