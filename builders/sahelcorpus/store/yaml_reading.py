"""YAML to plain data: no tags, no anchors, no duplicate keys, and a line number for whatever is wrong.

`ryaml` parses; `ruamel.yaml`, a hundred times slower, is asked only where something is wrong or looks suspicious.
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, ScalarEvent
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ryaml import loads

from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.rules import RULES

Path = tuple[str | int, ...]
# what could be an anchor, an alias or a tag, at a place where YAML would read it as one
_SUSPICIOUS = re.compile(r"(?:^|[ \t\[{,:-])(?:[&*][^\s,\[\]{}]|![A-Za-z!<])", re.MULTILINE)
# JSON has no such numbers, and what cannot be said in JSON cannot be said in a record
_NOT_FINITE = re.compile(r"(?:^|[ \t\[{,:-])[-+]?\.(?:nan|inf)(?=[\s,\]}]|$)", re.MULTILINE | re.IGNORECASE)
_DUPLICATE = re.compile(r"duplicate (?:entry with )?key")
_LINE = re.compile(r"line (\d+)")


def read_yaml(text: str, name: str) -> Any:
    """Return the plain data of a YAML document.

    Args:
        text: The document.
        name: How findings name the file.

    Raises:
        CorpusError: for broken syntax and infinite numbers (SC106), duplicate keys (SC107), anchors, aliases and tags
            (SC108).
    """
    if _SUSPICIOUS.search(text) or _NOT_FINITE.search(text):
        _refuse_what_is_not_plain(text, name)
    try:
        return loads(text)
    except ValueError as error:
        raise CorpusError(_syntax_finding(text, name, error)) from None


def _refuse_what_is_not_plain(text: str, name: str) -> None:
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            line = event.start_mark.line + 1
            anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
            if anchor or tag:
                sign = "*" if isinstance(event, AliasEvent) else "&"
                found = f"the anchor {sign}{anchor}" if anchor else f"the tag {tag}"
                raise CorpusError(_finding("SC108", name, found, "plain values", line))
            is_unquoted = isinstance(event, ScalarEvent) and not event.style
            if is_unquoted and _NOT_FINITE.fullmatch(f" {event.value}"):
                raise CorpusError(_finding("SC106", name, event.value, "finite numbers", line))
    except (YAMLError, RecursionError) as error:
        raise CorpusError(_syntax_finding(text, name, error)) from None


def _syntax_finding(text: str, name: str, error: Exception) -> Finding:
    said = str(error)
    mentioned = _LINE.search(said)
    line = int(mentioned[1]) if mentioned else None
    if _DUPLICATE.search(said):
        return _finding(
            "SC107", name, said.split(" at line", maxsplit=1)[0], "each key once", line or _line_of_fault(text)
        )
    return _finding("SC106", name, said.splitlines()[0], "YAML", line or _line_of_fault(text))


def _line_of_fault(text: str) -> int | None:
    try:
        YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else None
    except (YAMLError, ValueError, RecursionError):
        return None
    return None


def _finding(code: str, name: str, found: str, allowed: str, line: int | None) -> Finding:
    return Finding(code, name, "", found, allowed, RULES[code].mend, line)


def line_of(text: str, path: Path) -> int | None:
    """Return the line, from 1, on which the value at a path stands, or the nearest one above it; None if unreadable."""
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError):
        return None
    line = None
    for step in path:
        if isinstance(node, MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def place(path: Path) -> str:
    """Return a path as people write it: `quotes[3].segments[0].start`."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words
