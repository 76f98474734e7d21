"""A file that cannot be scored is refused at its first wrong line, in words that say where and what is allowed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.documents import UnreadableDocumentsError, read_documents

QUOTE = {"type": "direct", "segments": [[0, 4]], "cue": None, "speaker": None}
RIGHT: dict[str, Any] = {"id": "a", "text": "« Oui »", "quotes": [QUOTE]}


def written(path: Path, *lines: Any) -> Path:
    plain = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(plain), encoding="utf-8")
    return path


def test_documents_come_as_they_are(tmp_path: Path) -> None:
    """With every key, in the order of the file; blank lines are passed over."""
    other = {"id": "b", "text": "", "quotes": [], "more": [1]}
    assert read_documents(written(tmp_path / "gold", RIGHT, "", other), gold=True) == [RIGHT, other]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nonsense", "allowed:"),
        ([], "allowed: an object"),
        ({"id": "b", "quotes": []}, "found nothing as text; allowed: Field required"),
        ({**RIGHT, "id": 7}, "found 7 as id; allowed: a valid string"),
        ({**RIGHT, "id": "a"}, "found the id 'a' again, first on line 1; allowed: each id once"),
        ({**RIGHT, "id": "b", "quotes": [{**QUOTE, "segments": []}]}, "as quotes.0.segments"),
        ({**RIGHT, "id": "b", "quotes": [{**QUOTE, "segments": [[4, 4]]}]}, "allowed: [start, end] with 0 ≤ start < end"),
        ({**RIGHT, "id": "b", "quotes": [{**QUOTE, "segments": [[0, 8]]}]}, "within the text's 7 code points, not up to 8"),
        ({**RIGHT, "id": "b", "quotes": [{**QUOTE, "cue": [1]}]}, "as quotes.0.cue"),
        ({**RIGHT, "id": "b", "quotes": [{**QUOTE, "confidence": 90}]}, "found 90 as quotes.0.confidence; allowed: less"),
        ({**RIGHT, "id": "b", "not_quote_cues": [3]}, "as not_quote_cues.0"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_fit_is_named(tmp_path: Path, line: Any, words: str) -> None:
    """File, line, what was found and what is allowed."""
    path = written(tmp_path / "gold.jsonl", RIGHT, line)
    with pytest.raises(UnreadableDocumentsError) as refused:
        read_documents(path, gold=True)
    assert str(refused.value).startswith(f"{path}:2: found ")
    assert words in str(refused.value)


def test_predictions_need_no_text_and_no_type(tmp_path: Path) -> None:
    """Only ids and quotations."""
    plain = {"id": "a", "quotes": [{"segments": [[0, 4]]}]}
    assert read_documents(written(tmp_path / "found", plain), gold=False) == [plain]


def test_what_is_not_utf_8_is_said(tmp_path: Path) -> None:
    """With the byte."""
    (tmp_path / "gold").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(UnreadableDocumentsError, match=r"at byte 8; allowed: UTF-8"):
        read_documents(tmp_path / "gold", gold=True)
