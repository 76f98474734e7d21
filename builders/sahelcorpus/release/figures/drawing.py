"""A chart as SVG: the same bytes for the same data, on a light and a dark ground, in colours that all eyes tell apart.

Colours are those of Okabe and Ito (Color Universal Design, 2008), made lighter for the dark ground. Every mark has an
edge of the text's colour, so that neighbours are apart for whoever sees no colour at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

if TYPE_CHECKING:
    import altair as alt

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a chart is shown on.

    Attributes:
        name: `light` or `dark`.
        ink: Colour of text and edges.
        faint: Colour of lines behind the marks.
        kinds: Colours of categories, in order.
        labels: Colours of stance labels by name.
        low: Colour of the least count of a map.
        high: Colour of the greatest.
    """

    name: str
    ink: str
    faint: str
    kinds: tuple[str, ...]
    labels: dict[str, str]
    low: str
    high: str


LIGHT = Ground(
    "light",
    "#1f2328",
    "#d0d7de",
    ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c8c8c"),
    {"favor": "#0072b2", "against": "#d55e00", "neutral": "#bdbdbd", "mixed": "#cc79a7", "unclear": "#f0e442"},
    "#e3eef6",
    "#00558a",
)
DARK = Ground(
    "dark",
    "#e6edf3",
    "#3d444d",
    ("#56b4e9", "#e69f00", "#2bc79b", "#e39fc4", "#ff8a3d", "#9bd3f5", "#a6a6a6"),
    {"favor": "#56b4e9", "against": "#ff8a3d", "neutral": "#8c8c8c", "mixed": "#e39fc4", "unclear": "#f0e442"},
    "#14344d",
    "#8fd0ff",
)
GROUNDS = (LIGHT, DARK)


def svg(chart: alt.TopLevelMixin, ground: Ground) -> str:
    """Return a chart as SVG on a ground.

    Raises:
        CorpusError: if the extra `plots` is not installed (SC912).
    """
    vl_convert = needed("vl_convert")
    axis = {"labelColor": ground.ink, "titleColor": ground.ink, "gridColor": ground.faint, "domainColor": ground.faint}
    spec: dict[str, Any] = chart.to_dict()
    spec["background"] = None
    # where none of the fonts is installed, a wider one is taken, and labels would be cut off at the left
    spec["padding"] = {"left": 24, "right": 12, "top": 5, "bottom": 5}
    spec["config"] = {
        "font": FONT,
        "axis": {**axis, "tickColor": ground.faint, "labelLimit": 260, "labelFontSize": 11, "titleFontSize": 11},
        "legend": {"labelColor": ground.ink, "titleColor": ground.ink, "labelFontSize": 11, "titleFontSize": 11},
        "header": {"labelColor": ground.ink, "titleColor": ground.ink, "labelFontSize": 11},
        "view": {"stroke": ground.faint},
        "text": {"color": ground.ink, "fontSize": 10},
    }
    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn + "\n"


def needed(module: str) -> Any:
    """Return a module of the extra `plots`.

    Raises:
        CorpusError: if it is not installed (SC912).
    """
    import importlib  # noqa: PLC0415 - only where something is drawn

    try:
        return importlib.import_module(module)
    except ImportError:
        found = f"no package {module}"
        raise CorpusError(finding("SC912", "the figures of a card", "", found, "the extra plots")) from None
