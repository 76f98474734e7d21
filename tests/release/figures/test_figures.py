"""The figures of a card: the same bytes each time, words and table for each, and none where a number says more."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.release.crossed import Crossed
from sahelcorpus.release.figures import drawing
from sahelcorpus.release.figures.charts import Figure, figures
from sahelcorpus.release.figures.drawing import GROUNDS, LIGHT
from sahelcorpus.release.figures.words import _WORDS, LANGUAGES
from sahelcorpus.release.figures.writing import drawn, figure_files, figure_part
from sahelcorpus.store.collection import CollectionFolder


@pytest.fixture(scope="module")
def counted() -> tuple[Crossed, Counter[str], dict[str, str]]:
    """What the invented press holds."""
    folder = CollectionFolder(Path(__file__).parents[3] / "corpus/tamasna")
    registry = folder.registry()
    crossed, languages = Crossed(), Counter[str]()
    for article in folder.articles():
        dumped = article.as_article().model_dump()
        crossed.count(dumped)
        languages[dumped["language"]] += 1
    names = {key: source.name for key, source in registry.sources.items()}
    return crossed, languages, names | {key: actor.name for key, actor in registry.actors.items()}


def made(counted: tuple[Any, ...], language: str = "en") -> dict[str, Figure]:
    """Return the figures by name."""
    crossed, languages, names = counted
    agreement = [("one, two", measure, value) for measure, value in (("F1", 0.9), ("alpha", 0.8), ("beta", 1.0))]
    return {figure.name: figure for figure in figures(crossed, languages, agreement, names, language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_drawn_alike_twice_and_asks_nobody(counted: tuple[Any, ...], language: str) -> None:
    """On either ground: the same bytes, well-formed, without scripts, styles from elsewhere or addresses."""
    pytest.importorskip("vl_convert", reason="draws the figures; the extra plots")
    for figure in made(counted, language).values():
        if figure.is_drawn:
            for name, ground in figure_files(figure):
                once = drawn(figure, ground, "")
                assert drawn(figure, ground, "") == once, name
                root = ET.fromstring(once)  # noqa: S314 - of our own making
                tags = {element.tag.split("}")[1] for element in root.iter()}
                assert not tags & {"script", "image", "foreignObject", "use", "a"}
                assert not re.search(r"(?:href|src|url\()", once.replace("url(#", ""))


def test_a_figure_is_drawn_only_when_what_it_shows_has_changed(
    counted: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a card can be checked where nothing can draw; and that one cannot is said in words."""
    pytest.importorskip("vl_convert", reason="draws the figures; the extra plots")
    before = made(counted)["languages"]
    once = drawn(before, LIGHT, "")
    monkeypatch.setattr(drawing, "needed", lambda _: pytest.fail("drew"))
    assert drawn(before, LIGHT, once) == once
    monkeypatch.undo()
    crossed, languages, names = counted
    after = made((crossed, languages + Counter(fr=1), names))["languages"]
    assert drawn(after, LIGHT, once) != once
    monkeypatch.setattr("importlib.import_module", _no_module)
    with pytest.raises(CorpusError, match="SC912"):
        drawn(after, LIGHT, once)


def _no_module(name: str) -> Any:
    raise ImportError(name)


def test_what_is_counted_adds_up(counted: tuple[Any, ...]) -> None:
    """Every article has a length, every quotation a type; what is shown of actors is the most quoted."""
    crossed, languages, _ = counted
    figure = made(counted)
    assert sum(row[-1] for row in figure["lengths"].rows) == sum(languages.values())
    assert sum(row[-1] for row in figure["quotes"].rows) == sum(crossed.quotes.values())
    shown = {row[0] for row in figure["speakers"].rows}
    assert len(shown) == 15
    assert figure["speakers"].note
    totals: Counter[str] = Counter()
    for (actor, _), count in crossed.speakers.items():
        totals[counted[2][actor]] += count
    assert min(totals[name] for name in shown) >= max(count for name, count in totals.items() if name not in shown)


def test_words_and_table_stand_for_a_figure(counted: tuple[Any, ...]) -> None:
    """A picture for either ground with the numbers in its alternative text, and the table under a fold."""
    part = figure_part(made(counted)["languages"], "card_figures")
    assert 'srcset="card_figures/languages.en.dark.svg"' in part
    assert 'src="card_figures/languages.en.light.svg" alt="Languages of the articles. fr: 78; en: 32; ar: 5"' in part
    assert "<details><summary>The same as a table</summary>\n\n| language | articles |" in part
    french = figure_part(made(counted, "fr")["languages"], "card_figures")
    assert 'alt="Langues des articles. fr: 78; en: 32; ar: 5"' in french


def test_small_numbers_are_told_not_drawn() -> None:
    """One bar is no chart: the table stands there, unfolded; and nothing at all is said in words."""
    crossed = Crossed()
    crossed.quotes["direct", "named"] = 40
    crossed.quotes["indirect", "named"] = 1
    figure = {one.name: one for one in figures(crossed, Counter(fr=1), [], {}, "en")}
    assert not any(one.is_drawn for one in figure.values())
    part = figure_part(figure["quotes"], "card_figures")
    assert "Too few to draw" in part
    assert "| direct | named | 40 |" in part
    assert "<picture>" not in part
    assert (
        figure_part(figure["months"], "card_figures")
        == "**Articles by outlet and month.** No article's month is known."
    )
    assert figure_part(figure["speakers"], "card_figures").endswith(".** There are none.")


def test_names_from_articles_do_nothing_in_a_card() -> None:
    """A name with marks and markup stays inside its attribute and its cell."""
    crossed = Crossed()
    for number in range(12):
        crossed.speakers[f"actor-{number}", "outlet"] = 2
    names = {f"actor-{number}": f'"><script>| {number}' for number in range(12)} | {"outlet": "A & B"}
    part = figure_part({one.name: one for one in figures(crossed, Counter(), [], names, "en")}["speakers"], "f")
    alternative = re.search(r'alt="([^"]*)"', part)
    assert alternative
    assert "&quot;>&lt;script>" in alternative[1]
    assert "A &amp; B" in alternative[1]
    assert r'"><script>\| 1' in part


def test_adding_counts_is_counting_together(counted: tuple[Any, ...]) -> None:
    """Chunks that are counted apart and added up give the counts of the whole."""
    crossed = counted[0]
    twice = Crossed()
    twice.add(crossed)
    twice.add(crossed)
    assert all(
        counts == Counter({key: 2 * n for key, n in dict(crossed.named())[name].items()})
        for name, counts in twice.named()
    )


def test_grounds_are_readable() -> None:
    """Text at 4.5 to 1 or more against its ground, every colour of a mark at 3 to 1 or by its edge."""
    for ground in GROUNDS:
        behind = "#ffffff" if ground.name == "light" else "#0d1117"
        assert contrast(ground.ink, behind) >= 4.5
        assert all(max(contrast(colour, behind), contrast(ground.ink, behind)) >= 3 for colour in ground.kinds)
        assert len(set(ground.kinds)) == len(ground.kinds)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_both_languages_have_every_word() -> None:
    """And none is forgotten in one of them."""
    assert all(len(words) == len(LANGUAGES) and all(words) for words in _WORDS.values())
