"""The page of errors runs nothing, loads nothing, and shows every error with its context."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from sahelcorpus.annotate.evaluation.errors_page import errors_page
from sahelcorpus.annotate.evaluation.marked_text import around, marked_text
from sahelcorpus.annotate.evaluation.quote_errors import errors
from sahelcorpus.annotate.evaluation.report import report
from sahelcorpus.annotate.evaluation.scored import scored

HOSTILE = "<script>alert('1')</script><style>*{}</style>&amp;\"'><img src=x onerror=1></mark>\x00\x1b"
TEXT = f"Le préfet {HOSTILE} a dit que la route est fermée.\nElle a ri : « Oui, oui », puis « non ». " * 3


class Read(HTMLParser):
    """Every tag with its attributes, and the ids of the elements that are hidden for an anchor."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words += data


def quote(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"type": HOSTILE, "segments": [[start, end]], "cue": None, "speaker": None, **more}


def page(text: str = TEXT) -> str:
    gold = [quote(0, 40, speaker=[50, 60], cue=[61, 64]), quote(100, 120), quote(150, 160, speaker=[1, 5])]
    found = [
        quote(101, 140, construction=HOSTILE, confidence=0.9, speaker=[50, 58]),
        quote(150, 160, construction="incise"),
        quote(210, 220, construction="incise", cue=[2, 3]),
    ]
    names = {"lang": HOSTILE, "style": HOSTILE, "outlet": HOSTILE}
    one = scored({"id": HOSTILE, "text": text, "quotes": gold, **names}, found)
    whole = {"gold_file": HOSTILE, "notes": [HOSTILE], **report([one])}
    return errors_page(whole, list(errors(one)))


def test_nothing_in_a_text_becomes_markup() -> None:
    """Text, ids, names, constructions: all escaped, and what cannot be shown is shown as that."""
    shown = page()
    read = Read(shown)
    assert {tag for tag, _ in read.tags} <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "nav", "dl", "dt", "dd",
        "details", "summary", "a", "b", "i", "bdi", "span", "main", "section", "article", "blockquote", "mark",
    }  # fmt: skip
    assert read.open == []
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on") or name == "style"]
    assert sum(tag == "style" for tag, _ in read.tags) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f]", shown)
    assert HOSTILE.replace("\x00\x1b", "\ufffd\ufffd") in read.words


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    """By its digest; no address is named but anchors of the page."""
    shown = page()
    (style,) = re.findall("<style>(.*?)</style>", shown, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    tags = Read(shown).tags
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in tags
    links = [attributes["href"] or "" for _, attributes in tags if "href" in attributes]
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert not any("src" in attributes for _, attributes in tags)
    assert "url(" not in style
    assert "@import" not in style


def test_each_kind_has_its_section_and_count() -> None:
    """Missed, spurious, wrong extent, wrong speaker; what is not there has a section that says 0."""
    shown = page()
    assert re.findall(r"<h2>(.*?) <b>(\d+)</b></h2>", shown) == [
        ("Missed", "1"), ("Spurious", "1"), ("Wrong extent", "1"), ("Wrong speaker", "1"),
    ]  # fmt: skip
    one = scored({"id": "a", "text": "x", "quotes": []}, [])
    empty = errors_page({"gold_file": "/home/me/gold.jsonl", "notes": [], **report([one])}, [])
    assert "gold.jsonl" in empty
    assert "/home" not in empty
    assert re.findall(r"<b>(\d+)</b></h2>", empty) == ["0"] * 4


def test_an_anchor_leaves_what_belongs_to_it() -> None:
    """Each filter has a rule that hides the articles and sections without its class, and counts those with it."""
    shown = page()
    filters = re.findall(r'<a id="(f\d+)" href="#\1"><bdi>(.*?)</bdi> <b>(\d+)</b>', shown)
    assert ("missed", "1") in {(words, number) for _, words, number in filters}
    assert ("incise", "2") in {(words, number) for _, words, number in filters}
    for name, _, number in filters:
        assert f"body:has(#{name}:target) :is(section,article):not(.{name}){{display:none}}" in shown
        articles = [attributes for tag, attributes in Read(shown).tags if tag == "article"]
        assert sum(name in (attributes["class"] or "").split() for attributes in articles) == int(number)


def test_overlapping_marks_are_told_apart() -> None:
    """Every stretch names all that covers it: gold alone, both, found alone, a speaker within."""
    shown = marked_text("abcdefghij", [(2, 6, "g"), (4, 8, "f"), (5, 6, "fs")])
    assert shown == (
        'ab<mark class="g">cd</mark><mark class="f g">e</mark><mark class="f fs g">f</mark><mark class="f">gh</mark>ij'
    )


def test_context_ends_between_words() -> None:
    """A little around the marks, and a sign where text is left out."""
    text = "mot " * 200 + "ICI" + " mot" * 200
    start = text.index("ICI")
    shown = marked_text(text, [(start, start + 3, "g")])
    assert re.fullmatch(r'… (mot )+<mark class="g">ICI</mark>( mot)+ …', shown)
    assert len(shown) < 400
    assert around("no_blanks" * 9, 40, 41, 10) == (30, 51)


def test_the_middle_of_a_very_long_stretch_is_left_out() -> None:
    """The page says how much; what differs at the ends stays to be seen."""
    shown = marked_text("a" * 5_000, [(0, 5_000, "g")])
    assert "[… 4,400 characters …]" in shown
    assert len(shown) < 800


@pytest.mark.parametrize("place", [[0, 5], [3, 90], [80, 90]])
def test_places_outside_the_text_break_nothing(place: list[int]) -> None:
    """What another extractor predicted for a longer text."""
    assert Read(marked_text("abc", [(place[0], place[1], "f")])).open == []


def test_the_same_errors_give_the_same_page() -> None:
    """So that two pages can be compared."""
    assert page() == page()
