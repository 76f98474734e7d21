"""Plain data to YAML: one canonical form for new files, and the smallest possible diff for files people have edited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.representer import RoundTripRepresenter

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
# legal in JSON strings, but line breaks or unprintable in YAML ones
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPAN_KEYS = frozenset({"start", "end", "text"})


def scalar(value: str | float | bool | None) -> str:
    """Return a scalar as canonical YAML: words plain, all other strings in JSON's double quotes."""
    if isinstance(value, str):
        if _PLAIN.match(value) and value.lower() not in _NOT_PLAIN:
            return value
        quoted = json.dumps(value, ensure_ascii=False)
        return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
    return json.dumps(value)


def to_yaml(plain: dict[str, Any] | list[Any], comment: str = "") -> str:
    """Return plain data as a canonical YAML document.

    Mappings and lists of mappings stand in block style, spans and lists of scalars on one line each: one change to one
    span or one label is one changed line.

    Args:
        plain: The document.
        comment: Lines that stand above it, without the `#`.
    """
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    if not plain:
        return head + ("[]\n" if isinstance(plain, list) else "{}\n")
    return head + "\n".join(_block(plain, 0)) + "\n"


def _is_flow(value: Any) -> bool:
    if isinstance(value, dict):
        return not value or (
            value.keys() >= _SPAN_KEYS and not any(isinstance(v, (dict, list)) for v in value.values())
        )
    return not any(isinstance(item, (dict, list)) for item in value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(scalar(item) for item in value) + "]"


def _block(value: dict[str, Any] | list[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, (dict, list)) and not _is_flow(item):
                yield f"{pad}{scalar(key)}:"
                yield from _block(item, indent + 2)
            else:
                yield f"{pad}{scalar(key)}: {_flow(item) if isinstance(item, (dict, list)) else scalar(item)}"
        return
    for item in value:
        if isinstance(item, (dict, list)) and not _is_flow(item):
            lines = _block(item, indent + 2)
            yield f"{pad}- {next(lines).lstrip()}"
            yield from lines
        else:
            yield f"{pad}- {_flow(item) if isinstance(item, (dict, list)) else scalar(item)}"


Plain = dict[str, Any] | list[Any]


class _NullInWords(RoundTripRepresenter):
    """Writes null as `null`; ruamel.yaml would leave the place empty."""


_NullInWords.add_representer(type(None), lambda self, _: self.represent_scalar("tag:yaml.org,2002:null", "null"))


_LAYOUTS = ((2, 4, 2), (2, 2, 0), (4, 4, 0), (4, 6, 4), (4, 6, 2), (2, 3, 1))
"""Indentations people use: of mappings, of sequences, and of the hyphen within them; our own first."""


def _round_trip(layout: tuple[int, int, int] = _LAYOUTS[0]) -> YAML:
    yaml = YAML()
    yaml.Representer = _NullInWords
    yaml.preserve_quotes = True
    yaml.width = 1_000_000_000
    mapping, sequence, offset = layout
    yaml.indent(mapping=mapping, sequence=sequence, offset=offset)
    return yaml


def edited_yaml(text: str, plain: Plain, sparse: Plain | None = None) -> str:
    """Return a YAML document changed so that it says `plain`, with comments, order and formatting kept.

    Only lines whose values change are touched, whatever style the rest was written in.

    Args:
        text: The document as it stands.
        plain: What it shall say.
        sparse: The same without the fields that have their default value: where the document leaves one of those out,
            it stays out. None: only null and empty lists are such values.
    """
    tree = _round_trip().load(text)
    if tree == plain:
        return text
    if type(tree) not in (CommentedMap, CommentedSeq) or isinstance(tree, CommentedMap) != isinstance(plain, dict):
        return text if not tree and not plain else to_yaml(plain)
    if not tree:
        # an empty list stands in flow style, in which nothing nested can be laid out
        remarks = [line for line in text.splitlines(keepends=True) if line.lstrip().startswith("#")]
        return "".join(remarks) + to_yaml(plain if sparse is None else sparse)
    lines = text.splitlines(keepends=True)
    yaml, before = max(
        ((yaml, _dumped(yaml, tree)) for yaml in map(_round_trip, _LAYOUTS)), key=lambda pair: _alike(lines, pair[1])
    )
    _bring_to(tree, plain, _without_empty(plain) if sparse is None else sparse)
    after = _dumped(yaml, tree)
    if after == before:
        return text
    carried = _carried_over(lines, before, after)
    # a layout that no dump reproduces can make a carried line mean something else; then the whole dump is right
    return carried if carried is not None and _same(carried, "".join(after)) else "".join(after)


def _alike(lines: list[str], dumped: list[str]) -> int:
    return sum(
        len(one) - len(one.lstrip()) == len(two) - len(two.lstrip()) for one, two in zip(lines, dumped, strict=False)
    )


def _same(one: str, two: str) -> bool:
    loader = YAML(typ="safe")
    try:
        return bool(loader.load(one) == loader.load(two))
    except YAMLError:
        return False


def _dumped(yaml: YAML, tree: Any) -> list[str]:
    stream = StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue().splitlines(keepends=True)


def _carried_over(lines: list[str], before: list[str], after: list[str]) -> str | None:
    """Apply to lines as a person formatted them what changed between two dumps; None where lines do not correspond."""
    if len(lines) != len(before):
        return None
    changed: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        changed += lines[i1:i2] if kind == "equal" else after[j1:j2]
    return "".join(changed)


def _without_empty(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _without_empty(value) for key, value in plain.items() if value is not None and value != []}
    return [_without_empty(item) for item in plain] if isinstance(plain, list) else plain


def _bring_to(tree: Any, plain: Any, sparse: Any) -> None:
    if isinstance(tree, CommentedSeq):
        _bring_list_to(tree, plain, sparse)
        return
    for key in [key for key in tree if key not in plain]:
        del tree[key]
    for key, value in plain.items():
        if key not in tree:
            if key in sparse:
                tree[key] = _styled(sparse[key])
        elif _continues(tree[key], value):
            _bring_to(tree[key], value, sparse.get(key, {}))
        elif tree[key] != value or isinstance(tree[key], bool) != isinstance(value, bool):  # True == 1 in Python
            tree[key] = _styled(value)


def _continues(old: Any, new: Any) -> bool:
    is_map = isinstance(old, CommentedMap) and isinstance(new, dict)
    return is_map or (isinstance(old, CommentedSeq) and isinstance(new, list))


def _bring_list_to(tree: CommentedSeq, plain: list[Any], sparse: Any) -> None:
    thin = sparse if isinstance(sparse, list) and len(sparse) == len(plain) else plain
    kept = _matched(list(tree), plain)
    for old, value, spare in zip(kept, plain, thin, strict=True):
        if _continues(old, value):
            _bring_to(old, value, spare)
    new = [_styled(spare) if old is None else old for old, spare in zip(kept, thin, strict=True)]
    if len(new) != len(tree) or any(one is not other for one, other in zip(new, tree, strict=False)):
        tree[:] = new


def _matched(old: list[Any], new: list[Any]) -> list[Any]:
    """Return, for each new item, the old one that it continues: the same id, or the same place if none has one."""

    def identity(item: Any) -> Any:
        if isinstance(item, dict):
            return next((value for key, value in item.items() if key.endswith("_id")), None)
        return item if not isinstance(item, list) else None

    known = {identity(item): item for item in old if identity(item) is not None}
    matched = []
    for place, item in enumerate(new):
        found = known.pop(identity(item), None) if identity(item) is not None else None
        same_place = old[place] if len(old) == len(new) and isinstance(old[place], (dict, list)) else None
        matched.append(found if found is not None else same_place if identity(item) is None else None)
    return matched


def _styled(value: Any) -> Any:
    """Return new data for a round-trip tree, laid out as `to_yaml` would."""
    return _round_trip().load(to_yaml({"value": value}))["value"]
