"""From flags and prompts to a record: what is missing is asked for on a terminal, what does not fit is a finding."""

from __future__ import annotations

import sys
from typing import Any, TypeVar

from pydantic import ValidationError

from sahelcorpus.records import Record
from sahelcorpus.records.findings import CorpusError, Finding

AnyRecord = TypeVar("AnyRecord", bound=Record)


def record_from(record: type[AnyRecord], plain: dict[str, Any], flags: dict[str, str]) -> AnyRecord:
    """Return a record from plain data.

    Args:
        record: The record type.
        plain: Its fields.
        flags: What the user calls a field, where that is not `--` and the field's name.

    Raises:
        CorpusError: naming the flag of every field that does not fit (SC109).
    """
    try:
        return record.from_plain(plain)
    except ValidationError as error:
        findings = []
        for fault in error.errors(include_url=False, include_context=False):
            name = str(fault["loc"][0])
            flag = flags.get(name, "--" + name.replace("_", "-"))
            found = "nothing" if fault["type"] == "missing" else repr(fault["input"])
            findings.append(
                Finding(
                    "SC109",
                    "the command line",
                    flag,
                    found,
                    fault["msg"][0].lower() + fault["msg"][1:],
                    "Give another.",
                )
            )
        raise CorpusError(findings) from None


def asked(value: str | None, question: str, default: str | None = None) -> str | None:
    """Return a value, asking for it on a terminal if it was not given; `default` where nobody can be asked."""
    if value is not None or not sys.stdin.isatty():
        return value if value is not None else default
    hint = f" [{default}]" if default is not None else ""
    answer = input(f"{question}{hint}: ").strip()
    return answer or default
