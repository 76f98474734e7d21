"""No rule of axe is broken: in each view, light and dark, in both languages, on a phone too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from page_reader import Explored, Reader

Open = Callable[..., Reader]

VIEWS = {
    "find": "outlet=atami",
    "read": "view=read&article=revue-presse-mandat&q=mission",
    "read from the right": "view=read&article=ar-hiwar-ilghazi",
    "concordance": "view=concordance&outlet=atami",
    "overview": "view=see",
    "take away": "view=take&outlet=atami",
}


@pytest.mark.parametrize(
    ("scheme", "language"),
    [
        ("light", "en"),
        ("dark", "fr"),
        pytest.param("light", "fr", marks=pytest.mark.slow),
        pytest.param("dark", "en", marks=pytest.mark.slow),
    ],
)
def test_no_rule_of_axe_is_broken(scheme: str, language: str, tamasna: Explored, read: Open) -> None:
    """Contrast, names, roles, order: what can be found without a person."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    reader = read(tamasna, color_scheme=scheme)
    for view, address in VIEWS.items():
        reader.goto(f"{address}&ui={language}")
        reader.page.evaluate(
            "() => document.querySelectorAll('main details, #panel details').forEach((one) => { one.open = true; })"
        )
        reader.lay_out()
        reader.page.wait_for_timeout(80)
        results = axe.run(reader.page)
        assert results.violations_count == 0, f"{view}: {results.generate_report()}"


def test_nor_on_a_phone(tamasna: Explored, sahel: Explored, read: Open) -> None:
    """The same at 360 pixels, with the filters open, and for the other collection."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    for explored in (tamasna, sahel):
        reader = read(explored, viewport={"width": 360, "height": 740})
        for view in ("find", "concordance", "see", "take"):
            reader.goto(view=view)
            reader.press("#show-panel")
            reader.lay_out()
            results = axe.run(reader.page)
            assert results.violations_count == 0, f"{view}: {results.generate_report()}"


def test_everything_can_be_reached_by_keyboard_and_is_seen_to_be(tamasna: Explored, read: Open) -> None:
    """From the top: the way past the header, language, search, views, folds, boxes, results, each with a visible focus."""
    reader = read(tamasna, by_keyboard=True)
    reader.goto(outlet="atami")
    reached = []
    for _ in range(300):
        reader.page.keyboard.press("Tab")
        name, outline = reader.page.evaluate(
            "() => { const one = document.activeElement; "
            "return [one.id || one.dataset.key || one.tagName, getComputedStyle(one).outlineStyle]; }"
        )
        if name == "BODY":  # past the last of them
            break
        reached.append(name)
        assert outline != "none", name
    for name in ("skip", "language", "query", "within", "view find", "view take", "facet outlet", "chip outlet atami"):
        assert name in reached, name
    assert reached[0] == "skip"
    assert any(name.startswith("article ") for name in reached)
