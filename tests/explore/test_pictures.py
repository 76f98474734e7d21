"""Each view on a phone and on a desk: nothing stands out of the page, and a picture is kept to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from page_reader import Explored, Reader

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
VIEWS = {
    "find": "",
    "read": "view=read&article=revue-presse-mandat&q=mission",
    "read-from-the-right": "view=read&article=ar-hiwar-ilghazi&ui=fr",
    "concordance": "view=concordance&target=mistam",
    "overview": "view=see",
    "take-away": "view=take&outlet=atami",
}


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_nothing_stands_out_of_the_page(
    width: int, height: int, tamasna: Explored, read: Callable[..., Reader]
) -> None:
    """No view has to be pushed sideways; wide tables scroll within themselves."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    reader = read(tamasna, viewport={"width": width, "height": height})
    for name, address in VIEWS.items():
        reader.goto(address)
        reader.lay_out()
        reader.page.screenshot(path=str(PICTURES / f"{name}-{width}.png"), full_page=True)
        assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= width, name
