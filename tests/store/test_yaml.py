"""YAML is read safely and fast, and written so that one change is one line."""

from __future__ import annotations

import copy
import difflib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.yaml_reading import line_of, read_yaml
from sahelcorpus.store.yaml_writing import edited_yaml, to_yaml

scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8"), max_size=12)
documents = st.dictionaries(
    st.from_regex(r"\A[a-z]{2,6}\Z"),
    st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.from_regex(r"\A[a-z]{2,6}\Z"), inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    max_size=4,
)


@settings(max_examples=60)
@given(documents)
def test_what_is_written_reads_back(plain: dict[str, Any]) -> None:
    """Our reader and ruamel.yaml both read what `to_yaml` writes, and the same."""
    text = to_yaml(plain)
    assert read_yaml(text, "a test") == plain
    assert YAML(typ="safe", pure=True).load(text) == plain


@settings(max_examples=60)
@given(documents)
def test_saying_the_same_changes_no_byte(plain: dict[str, Any]) -> None:
    """An edit that changes nothing gives the text back."""
    text = to_yaml(plain)
    assert edited_yaml(text, plain) == text


BY_HAND = """\
# kept
quotes:
- quote_id:   a.q1     # why this one
  label: 'against'
  note: null

- quote_id: a.q2
  label:  "favor"
  span: { start: 1,  end: 2, text: "x" }
  other:
"""


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines of a diff."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_one_changed_label_is_one_changed_line() -> None:
    """Whatever style a person wrote in, comments and spaces of other lines stay."""
    plain = read_yaml(BY_HAND, "a test")
    assert edited_yaml(BY_HAND, plain) == BY_HAND
    plain["quotes"][1]["label"] = "mixed"
    after = edited_yaml(BY_HAND, plain)
    assert len(changed_lines(BY_HAND, after)) == 2
    assert read_yaml(after, "a test") == plain


def test_adding_and_removing_records_keeps_the_others() -> None:
    """A removed record takes its own lines with it, a new one comes with its own."""
    plain = {"quotes": [{"quote_id": f"a.q{n}", "label": "favor", "note": "x"} for n in range(1, 6)]}
    text = to_yaml(plain, "a comment")
    fewer = copy.deepcopy(plain)
    del fewer["quotes"][2]
    assert changed_lines(text, edited_yaml(text, fewer)) == ["-  - quote_id: a.q3", "-    label: favor", "-    note: x"]
    more = copy.deepcopy(plain)
    more["quotes"].insert(1, {"quote_id": "a.q9", "label": "against"})
    assert changed_lines(text, edited_yaml(text, more)) == ["+  - quote_id: a.q9", "+    label: against"]


@settings(max_examples=60)
@given(documents, documents)
def test_any_edit_says_what_it_should(before: dict[str, Any], after: dict[str, Any]) -> None:
    """From any document to any other: what is read afterwards is what was asked for, absent nulls aside."""
    text = edited_yaml(to_yaml(before), after)
    assert _without_empty(read_yaml(text, "a test")) == _without_empty(after)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None and item != []}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + above] * 9)}]\n" for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (BOMB, "SC108", 1),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "SC108", 2),
        ("a: 1\nb: !foo 2\n", "SC108", 2),
        ("a: 1\nb: *nowhere\n", "SC108", 2),
        ("a: 1\nb: 2\na: 3\n", "SC107", 3),
        ("a: [1, 2\nb: 3\n", "SC106", 2),
        ("a: 1\n---\nb: 2\n", "SC106", None),
        ("\tx: 1", "SC106", 1),
        ("[" * 100_000, "SC106", 1),
        ("? [a]\n: b\n", "SC106", None),
        ("a: 1\nb: .nan\n", "SC106", 2),
        ("a: [1, -.inf]\n", "SC106", 1),
    ],
    ids=[
        "bomb",
        "python tag",
        "tag",
        "alias",
        "duplicate key",
        "syntax",
        "two documents",
        "tab",
        "deep",
        "odd key",
        "nan",
        "infinite",
    ],
)
def test_hostile_yaml_is_one_clear_finding(text: str, code: str, line: int | None) -> None:
    """Nothing explodes and nothing runs: there is one finding, with its line where one can be named."""
    with pytest.raises(CorpusError) as caught:
        read_yaml(text, "a.yaml")
    (found,) = caught.value.findings
    assert found.code == code
    assert found.file == "a.yaml"
    if line:
        assert found.line == line


def test_signs_inside_texts_are_no_anchors() -> None:
    """An exclamation mark, an ampersand or an asterisk in a quoted text is text."""
    assert read_yaml('a: "voir .nan et .inf"\n', "a test") == {"a": "voir .nan et .inf"}
    text = 'a: "Assez !Non &co *gras* !"\nb: "l\'un & l\'autre"\n'
    assert read_yaml(text, "a test") == {"a": "Assez !Non &co *gras* !", "b": "l'un & l'autre"}


def test_lines_are_found_by_path() -> None:
    """A path leads to the line of its value, or of the nearest one above it."""
    assert line_of(BY_HAND, ("quotes", 1, "label")) == 8
    assert line_of(BY_HAND, ("quotes", 1, "absent")) == 7
    assert line_of("a: [", ("a",)) is None


def test_an_empty_list_takes_its_first_record() -> None:
    """The list that a new collection starts with keeps its comment, and default values stay out."""
    text = to_yaml([], "Who judges.")
    plain = [{"annotator_id": "a", "kind": "rule", "languages": [], "background": None}]
    sparse = [{"annotator_id": "a", "kind": "rule"}]
    assert edited_yaml(text, plain, sparse) == "# Who judges.\n- annotator_id: a\n  kind: rule\n"
    assert edited_yaml(text, []) == text
