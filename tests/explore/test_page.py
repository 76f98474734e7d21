"""The page as a file: the same bytes each time, from a proved dataset alone, of modules that join."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from making import small_collection
from page_reader import Explored

from sahelcorpus.cli import main
from sahelcorpus.explore import bundle
from sahelcorpus.explore.bundle import bundled
from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.explore.page import explore
from sahelcorpus.release.build import build

FRONT = Path(bundle.__file__).parent / "front"


def test_the_same_dataset_gives_the_same_page(tamasna: Explored, tmp_path: Path) -> None:
    """Byte for byte, and nothing in it says where the dataset lay or when it was made."""
    explore(BuiltDataset.open(tamasna.directory), tmp_path / "again.html")
    content = (tmp_path / "again.html").read_bytes()
    assert content == tamasna.page.read_bytes()
    assert str(tamasna.directory.parent).encode() not in content


def test_nothing_in_it_leads_to_a_network(tamasna: Explored) -> None:
    """No address to load from: no src, no link element, no import."""
    shell = re.sub(
        r"<script type=\"text/plain\".*?</script>", "", tamasna.page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    assert not re.search(r"<link|<img|<iframe|\bsrc=|@import|url\(", shell)
    script = bundled("main.js")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp", script
    )


def test_the_command_tells_what_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the dataset unless told otherwise; JSON for programs."""
    build(small_collection(tmp_path / "kalindo"), tmp_path / "built", workers=1)
    monkeypatch.chdir(tmp_path)
    assert main(["explore", "built"]) == 0
    assert "built.html: 3 articles, 6 quotations, 6 stances" in capsys.readouterr().out
    assert main(["explore", "built", "-o", "other.html", "--articles-in-page", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["page"] == "other.html"
    assert told["beside"] == "other.html.files"
    assert told["articles"] == 3
    assert '"directory":"built"' in (tmp_path / "built.html").read_text(encoding="utf-8")


def test_a_dataset_that_does_not_hold_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One changed byte, or no dataset at all: an error that says so, and nothing is written."""
    build(small_collection(tmp_path / "kalindo"), tmp_path / "built", workers=1)
    readme = tmp_path / "built/README.md"
    readme.write_bytes(readme.read_bytes() + b" ")
    assert main(["explore", str(tmp_path / "built")]) == 1
    assert "SC902" in capsys.readouterr().err
    assert main(["explore", str(tmp_path / "nowhere")]) == 1
    assert "SC902" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.html"))


def test_modules_that_would_not_join_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that declare one name, two that import each other, one that could end its own element."""
    sources: dict[str, str] = {}
    monkeypatch.setattr(bundle, "front", lambda name: sources[name])
    sources |= {"a.js": 'import { b } from "./b.js";\nconst c = b;\n', "b.js": "export const b = 1;\nconst c = 2;\n"}
    with pytest.raises(ValueError, match="both declare c"):
        bundled("a.js")
    sources |= {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ValueError, match="import each other"):
        bundled("a.js")
    sources |= {"a.js": 'const end = "</script>";\n'}
    with pytest.raises(ValueError, match="end its own element"):
        bundled("a.js")
    sources |= {
        "a.js": '// why\nimport { b } from "./b.js";\n/** what */\nexport function a() { return b; }\n',
        "b.js": "export const b = 1;\n",
    }
    assert bundled("a.js") == "const b = 1;\n\nfunction a() { return b; }\n"


def test_words_of_the_page_are_there_in_both_languages() -> None:
    """Every key that a module asks for has English and French words, with the same places for values."""
    words = (FRONT / "words.js").read_text(encoding="utf-8")
    pairs = re.findall(r'^  "?([\w.~]+)"?: \[\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)",?\s*\]', words, re.MULTILINE)
    known = {key: (english, french) for key, english, french in pairs}
    asked = set()
    for path in FRONT.glob("*.js"):
        asked |= set(re.findall(r'\bt\("([\w.~]+)"', path.read_text(encoding="utf-8")))
    assert len(known) > 100
    assert not asked - known.keys()
    for key, (english, french) in known.items():
        assert set(re.findall(r"\{\d\}", english)) == set(re.findall(r"\{\d\}", french)), key


@pytest.mark.slow
def test_the_front_end_is_typed(tmp_path: Path) -> None:
    """TypeScript's checker, strict, over the comments: `make front-types` where Node is at hand."""
    tsc = shutil.which("tsc")
    if tsc is None:
        pytest.skip("no tsc: npm install --global typescript")
    for path in FRONT.glob("*.js*"):
        shutil.copy(path, tmp_path)
    done = subprocess.run([tsc, "-p", str(tmp_path / "jsconfig.json")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


CASES: list[tuple[str, Any]] = [
    ('fold("L’Élysée").text', "l'elysee"),
    ('fold("Cœur, Ægypte, ﬁn…").text', "coeur, aegypte, fin..."),
    ('fold("« Oui »\\u202f!").text', '" oui " !'),
    ('fold("ÉCOLE e\\u0301cole").text', "ecole ecole"),
    ('fold("الأُمَّة").text', "الامه"),
    ('(() => { const f = fold("cœur 😭 e\\u0301té"); return original(f.shifts, f.text.indexOf("te")); })()', 10),
    ('(() => { const f = fold("abc"); return [f.shifts, original(f.shifts, 2)]; })()', [None, 2]),
    ('astralPlaces("abc")', None),
    ('astralPlaces("a😭b😭")', [1, 4]),
    ('[0, 1, 2, 3, 4].map((point) => unitOf(astralPlaces("a😭b😭"), point))', [0, 1, 3, 4, 6]),
    ('[0, 1, 3, 4, 6].map((unit) => pointOf(astralPlaces("a😭b😭"), unit))', [0, 1, 2, 3, 4]),
    ('termsOf("mission « code minier » -armée").map((one) => [one.text, one.whole, one.not])',
     [["mission", False, False], ["code minier", True, False], ["armee", False, True]]),
    ('termsOf("\\"  \\" - ,").length', 0),
    ('nextHit("la mission", termsOf("miss")[0], 0)', 3),
    ('nextHit("admission", termsOf("miss")[0], 0)', -1),
    ('nextHit("code miniers", termsOf("\\"code minier\\"")[0], 0)', -1),
    ("csvCell('=1+1')", "\"'=1+1\""),
    ("csvCell('\\t=1')", "\"'\t=1\""),
    ("csvCell('say \"no\"')", '"say ""no"""'),
    ("csvCell(-2)", "-2"),
    ("csvCell(null)", ""),
    ("csvCell(['a'])", '"[""a""]"'),
    ('stateOf("#q=%E2%80%8F&outlet=a&outlet=a&outlet=b").chosen.outlet', ["a", "b"]),
    ('addressOf(stateOf("#view=read&article=x&record=q1&speaker=%7Eun+homme"))', "#view=read&article=x&record=q1&speaker=%7Eun+homme"),
]  # fmt: skip


def test_functions_of_the_page(chromium: Any) -> None:
    """Folding, offsets, terms, cells, addresses: one by one."""
    page = chromium.new_page()
    script = bundled("takeaway.js")
    for expression, wanted in CASES:
        assert page.evaluate(f"() => {{ {script}\n return {expression}; }}") == wanted, expression
    page.close()
