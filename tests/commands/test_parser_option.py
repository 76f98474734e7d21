"""`--parser` of the commands that find quotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes, interchange, parser
from sahelcorpus.annotate.quotes.parser import Parser
from sahelcorpus.cli import main

TEXT = "La maire affirme que le pont tient."
PLAIN = {"type": "indirect", "segments": [[21, 34]], "cue": [9, 16], "speaker": [0, 8]}


def commands(folder: Path) -> dict[str, list[str]]:
    document = {"id": "a", "lang": "fr", "text": TEXT, "quotes": [PLAIN]}
    (folder / "texts.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    texts = str(folder / "texts.jsonl")
    return {
        "quotes": ["quotes", texts, "-o", str(folder / "out.jsonl"), "--parser"],
        "evaluate": ["evaluate", "quotes", "--gold", texts, "--parser", "--json"],
    }


def found_by_parser(text: str, language: str, with_parser: Parser) -> list[FoundQuote]:
    assert with_parser.language == "fr"
    return [quote._replace(speaker=(0, 2)) for quote in extract_quotes(text, language)]


@pytest.mark.parametrize("verb", ["quotes", "evaluate"])
def test_the_parser_is_asked(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--parser` alone."""

    class NoPipeline:
        pass

    loaded = Parser("fr", NoPipeline())  # type: ignore[arg-type]
    for module in (interchange, parser):
        monkeypatch.setattr(module, "load_parser", lambda: loaded)
    monkeypatch.setattr(interchange, "extract_quotes_parsed", found_by_parser)
    command = commands(tmp_path)[verb]
    speakers, right = [], []
    for arguments in (command, [word for word in command if word != "--parser"]):
        assert main(arguments) == 0
        if verb == "quotes":
            speakers.append(json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["quotes"][0]["speaker"])
        else:
            right.append(json.loads(capsys.readouterr().out)["speaker_iou50"])
    assert speakers == ([[0, 2], [0, 8]] if verb == "quotes" else [])
    assert right == ([0.0, 1.0] if verb == "evaluate" else [])


@pytest.mark.parametrize("verb", ["quotes", "evaluate"])
def test_no_parser_is_one_clear_error(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the extra and the command; nothing is written."""

    def no_spacy(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(parser, "import_module", no_spacy)
    monkeypatch.setattr(parser, "load_parser", parser.load_parser.__wrapped__)
    assert main(commands(tmp_path)[verb]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"sahelcorpus {verb}: spaCy is not installed")
    assert 'pip install "sahelcorpus[parser]"' in err
    assert not (tmp_path / "out.jsonl").exists()
