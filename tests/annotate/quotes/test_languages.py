"""Languages as folders: each is well-formed, reads sentences of its own, and is all that a new language takes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahelcorpus.annotate.quotes import ANNOTATOR, extract_quotes, lexicon
from sahelcorpus.annotate.quotes.folders import CLASSES, FRAMES, faults
from sahelcorpus.store.yaml_reading import read_yaml

SENTENCES = Path(__file__).parent / "sentences"

CASES: list[tuple[str, dict[str, Any]]] = [
    (path.stem, case)
    for path in sorted(SENTENCES.glob("*.yaml"))
    for case in read_yaml(path.read_text(encoding="utf-8"), path.name)
]

OTHERS = [
    ("ha", "Ministan ya ce: “Za mu gina makaranta a shekara mai zuwa.”", ["Za mu gina makaranta a shekara mai zuwa."]),
    ("ha", "“Ba mu da ruwa tun jiya da safe,” in ji Halima Sani.", ["Ba mu da ruwa tun jiya da safe"]),
    ("ha", "Ana kiran wurin “Kasuwar Dare” a garin.", []),
    ("bm", "Cɛkɔrɔba ko: « An bɛna segin so sini. »", ["An bɛna segin so sini."]),
    ("taq", 'Amɣar inna: "Nekkeneḍ ur nerwil, aman da llan."', ["Nekkeneḍ ur nerwil, aman da llan."]),
    ("ff", "Hooreejo oo wi'i: « En ngartay jaango. »", ["En ngartay jaango."]),
    ("ru", "«Мы вернёмся завтра утром», — сказал министр.", ["Мы вернёмся завтра утром"]),
    ("ru", "Фильм «Река и люди большого города» вышел весной.", []),
    ("da", "»Vi kommer igen i morgen«, sagde ministeren.", ["Vi kommer igen i morgen"]),
    ("zh", "部长说：“我们明天回来。”记者离开了。", ["我们明天回来。"]),
    ("zh", "市長說：「橋樑下週重新開放。」", ["橋樑下週重新開放。"]),
    ("zh", "「我們不會放棄，」她說。", ["我們不會放棄"]),
    ("zh", "他写了《河的名字》这本书。", []),
    ("ja", "『川の名前』という本が売れた。", []),
]
"""Languages without a folder, and what their marks alone say."""

WORDS = (
    "قال أكد وأضاف نفى اتهم وصف طالب دعا جاء رد أن إن بأنه بحسب ووفق وفقا للوزير الوزير رئيس الحكومة بتزوير بـ إلى في من عن "
    "الذي ، ؛ ؟ بينما لكن مضيفاً قوله جوابها كُتب ب و ل حسبما ما وجود dijo El ministro que de acuerdo con según como y no ha "
    "dicho acusó a al Gobierno calificó negó haber se lee en añadiendo preguntó si sagte Der Minister dass teilte mit fügte "
    "hinzu hat gesagt zufolge laut Polizei nach Angaben von wie so warf vor zu öffnen sei heißt es nicht ob O disse tem dito "
    '« » " “ ” „ 「 」 , . : ; ! ? ( ) — - \n 12'
)
PIECES = WORDS.split(" ")

ITALIAN = {
    "verbs.txt": "dire: d q | dice dicono disse dissero diceva detto/p dicendo/g\naffermare: d q\nsostenere: q z | sostiene\n",
    "conjugations.txt": "are: -a -ano -ò -arono -ato/p -ando/g -are/i\n",
    "sources.txt": "secondo\n",
    "nouns.txt": "risposta\n",
    "words.txt": (
        "that = che\nrelatives = che cui\nhave = ha hanno aveva\ndeterminers = il lo la i gli le un uno una l' del della\n"
        "of = di del della\nprepositions = di del della a in con su per secondo\nhumans = sindaco ministra sindacato\n"
        "conjunctions = e\nnegation = non\ntimes = lunedì\n"
    ),
}
"""A language that the package does not have, as small as one makes it at first."""


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder `it` beside no other, where the lexicon looks for languages."""
    folder = tmp_path / "it"
    folder.mkdir()
    for name, text in ITALIAN.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "LANGUAGES", tmp_path)
    lexicon.lexicon.cache_clear()
    yield folder
    lexicon.lexicon.cache_clear()


def found(text: str, language: str) -> list[list[Any]]:
    return [
        [
            [text[start:end] for start, end in quote.segments],
            text[slice(*quote.cue.place)] if quote.cue else None,
            text[slice(*quote.speaker)] if quote.speaker else None,
        ]
        for quote in extract_quotes(text, language)
    ]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{code}-{case['text'][:40]}" for code, case in CASES])
def test_sentences(language: str, case: dict[str, Any]) -> None:
    """Segments, cue and speaker to the letter; nothing where nothing is quoted."""
    assert found(case["text"], language) == [list(quote) for quote in case["quotes"]]


@pytest.mark.parametrize("language", ["ar", "de", "es", "pt"])
def test_there_are_sentences_enough(language: str) -> None:
    """At least a dozen with quotations and six without."""
    quotes = [bool(case["quotes"]) for code, case in CASES if code == language]
    assert sum(quotes) >= 12
    assert quotes.count(False) >= 6


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES)).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join),
    st.sampled_from(["ar", "es", "pt", "de", "ha"]),
)
def test_never_raises_and_every_place_slices(text: str, language: str) -> None:
    """Whatever order the words stand in, a cue is never part of its content, and all places are in the text."""
    for quote in extract_quotes(text, language):
        places = [*quote.segments, *([quote.cue.place] if quote.cue else [])]
        assert all(0 <= start < end <= len(text) for start, end in places)
        ordered = sorted(places)
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))


@pytest.mark.parametrize(
    "piece", ["قال ", "قال إن ", "قال. ", "«قال» ", "بحسب الوزير، ", "اتهم الوزير الحكومة بـ", "dijo que "]
)
@pytest.mark.parametrize("language", ["ar", "es"])
def test_time_grows_with_the_text_alone(piece: str, language: str) -> None:
    """A quarter of a megabyte of cues and nothing else."""
    text = piece * (250_000 // len(piece))
    start = time.process_time()
    extract_quotes(text, language)
    assert time.process_time() - start < 2  # under 0.6 s where this was written; a shared machine may be slower


@pytest.mark.parametrize(("language", "text", "contents"), OTHERS, ids=[text[:30] for _, text, _ in OTHERS])
def test_marks_alone(language: str, text: str, contents: list[str]) -> None:
    """Behind a colon, before a comma or dash, in whichever marks; never a title or a name."""
    assert [segments for segments, _, _ in found(text, language)] == [[content] for content in contents]


def test_every_folder_is_well_formed() -> None:
    """Each line parses, each frame and class is read by something, each form can be met in a text."""
    folders = [entry for entry in lexicon.LANGUAGES.iterdir() if entry.is_dir() and not entry.name.startswith("__")]
    assert [fault for folder in folders for fault in faults(folder)] == []
    assert {folder.name for folder in folders} == set(lexicon.known_languages()) == set(ANNOTATOR.languages)


@pytest.mark.usefixtures("italian")
@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("«La diga terrà», disse il sindaco di Montalto.", [[["La diga terrà"], "disse", "il sindaco di Montalto"]]),
        ("Il sindaco ha detto che la diga terrà.", [[["la diga terrà"], "detto", "Il sindaco"]]),
        (
            "La ministra affermò che la strada è chiusa, dicendo che riaprirà lunedì.",
            [[["la strada è chiusa"], "affermò", "La ministra"], [["riaprirà lunedì"], "dicendo", "La ministra"]],
        ),
        ("Secondo il sindacato, lo sciopero continua.", [[["lo sciopero continua"], "Secondo", "il sindacato"]]),
        ("La risposta: «Non ora.»", [[["Non ora."], "risposta", None]]),
        ("Il film «Disse il fiume» è uscito lunedì.", []),
        ("Il sindaco non disse che la diga terrà.", []),
    ],
)
def test_a_language_is_a_folder(text: str, quotes: list[Any]) -> None:
    """A folder is all that a new language takes."""
    assert lexicon.known_languages()[-1] == "it"
    assert found(text, "it-IT") == quotes


@pytest.mark.usefixtures("italian")
def test_without_its_folder_a_language_has_no_cues() -> None:
    """What the folder above adds is the cue and the speaker."""
    assert found("«La diga terrà fino a maggio», disse il sindaco.", "xx") == [
        [["La diga terrà fino a maggio"], None, None]
    ]


@pytest.mark.parametrize(
    ("name", "line", "fault"),
    [
        ("verbs.txt", "gridare d", "it/verbs.txt:4: 'gridare d' is not `lemma: frames`"),
        ("verbs.txt", "gridare: d Q", "it/verbs.txt:4: 'Q' is no frame"),
        ("verbs.txt", "affermare: d", "it/verbs.txt:4: 'affermare' stands in line 2 already"),
        ("verbs.txt", "ridere: d", "it/verbs.txt:4: 'ridere' has no forms"),
        ("verbs.txt", "ridere: d | Ride", "it/verbs.txt:4: 'Ride' is never met"),
        ("verbs.txt", "ridere: d | ride/k", "it/verbs.txt:4: 'ride/k' has moods that are none"),
        ("conjugations.txt", "ire: e", "it/conjugations.txt:2: 'e' has no place for the stem"),
        ("conjugations.txt", "ire -e", "it/conjugations.txt:2: 'ire -e' is not `ending: templates`"),
        ("nouns.txt", "ultima parola", "it/nouns.txt:2: 'ultima parola' is not one word"),
        ("sources.txt", "a _ avviso", "it/sources.txt:2: 'a _ avviso' has the source's place elsewhere"),
        ("words.txt", "that: che", "it/words.txt:11: 'that: che' is not `name = words`"),
        ("words.txt", "thats = che", "it/words.txt:11: 'thats' is no class"),
        ("verb.txt", "x", "it/verb.txt: nobody reads this file"),
    ],
)
def test_faults_say_file_and_line(italian: Path, name: str, line: str, fault: str) -> None:
    """Whoever adds a language is told what is wrong where."""
    assert faults(italian) == []
    with (italian / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert [told for told in faults(italian) if told.startswith(fault)] == faults(italian) != []


def test_a_folder_without_verbs_is_a_fault(italian: Path) -> None:
    """Without its verbs a folder is not read at all."""
    (italian / "verbs.txt").unlink()
    assert faults(italian) == ["it: there is no verbs.txt, without which a folder is not read; add one"]


def test_the_page_explains_every_frame_and_class(project: Path) -> None:
    """What a line can hold stands in docs/languages.md, and nothing that it cannot."""
    page = (project / "docs" / "languages.md").read_text(encoding="utf-8")
    tables = page[page.index("### Frames") :]
    explained = set(
        re.findall(r"`([a-z-]+)`", "\n".join(line.split("|")[1] for line in tables.split("\n") if line[:1] == "|"))
    )
    assert explained == set(FRAMES) | set(CLASSES)
