"""Which figures a card has: for each its rows, the words that say the same, and how it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sahelcorpus.records.vocabulary import HolderKind, QuoteType, SpeakerKind, StanceLabel, Status
from sahelcorpus.release.crossed import LENGTH_STEP, Crossed
from sahelcorpus.release.figures.drawing import Ground, needed
from sahelcorpus.release.figures.words import word

if TYPE_CHECKING:
    import altair as alt

_LEAST_MARKS = 3
_LEAST_COUNTED = 10
_MOST_ROWS = 15
_WIDTH = 460
_STEP = 18

Draw = Callable[["Figure", Ground], "alt.TopLevelMixin"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure.

    Attributes:
        name: Its name, and that of its files.
        title: What it shows.
        columns: Names of the columns of its table, the count last.
        rows: The rows of its table, as drawn.
        draw: Draws it on a ground.
        language: The language of its words.
        note: What the table leaves out; empty if nothing.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    draw: Draw
    language: str
    note: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether there is enough to draw: a chart of one bar says less than its number."""
        total = sum(float(row[-1]) for row in self.rows)
        is_rate = any(isinstance(row[-1], float) for row in self.rows)
        return len(self.rows) >= _LEAST_MARKS and (is_rate or total >= _LEAST_COUNTED)

    def alternative(self) -> str:
        """Return the words for whoever does not see the figure: its title, and its greatest numbers."""
        ordered = sorted(self.rows, key=lambda row: (-float(row[-1]), row)) if not self._is_in_order() else self.rows
        told = "; ".join(f"{', '.join(map(str, row[:-1]))}: {row[-1]}" for row in ordered[:_TOLD])
        more = len(self.rows) - _TOLD
        return f"{self.title}. {told}" + (f"; {word('and', self.language).format(number=more)}" if more > 0 else "")

    def _is_in_order(self) -> bool:
        return self.name in ("lengths", "clusters", "agreement")


_TOLD = 8


def figures(
    crossed: Crossed,
    languages: Counter[str],
    agreement: Sequence[tuple[str, str, float]],
    names: dict[str, str],
    language: str,
) -> list[Figure]:
    """Return the figures of a card.

    Args:
        crossed: What was counted.
        languages: Articles by language.
        agreement: Pair of readings, measure and value.
        names: Names of outlets and actors by id.
        language: `en` or `fr`: the language of the card.
    """

    def titled(name: str, columns: Sequence[str], rows: Sequence[Any], draw: Draw, note: str = "") -> Figure:
        heads = tuple(word(column, language) for column in columns)
        return Figure(name, word(name, language), heads, tuple(map(tuple, rows)), draw, language, note)

    months = sorted((names[source], month, count) for (source, month), count in crossed.months.items())
    lengths = sorted((int(low), count) for (low,), count in crossed.lengths.items())
    sizes = Counter(crossed.clusters.values())
    quotes = _in_order(crossed.quotes, (QuoteType, SpeakerKind))
    stances, stances_left = _most(crossed.stances, names)
    speakers, speakers_left = _most(crossed.speakers, names)
    speakers = [(actor, names[source], count) for actor, source, count in speakers]
    stances = sorted(stances, key=_stance_order(stances))
    rest = word("others", language)
    return [
        titled("months", ("outlet", "month", "articles"), months, _dots),
        titled("lengths", ("code points", "articles"), _spread(lengths), _columns),
        titled("languages", ("language", "articles"), _ordered(languages), _bars),
        titled("clusters", ("size", "groups"), sorted(sizes.items()), _columns),
        titled("quotes", ("type", "speaker_kind", "quotations"), quotes, _stacked),
        titled(
            "speakers",
            ("actor", "outlet", "quotations"),
            speakers,
            _map,
            rest.format(table="quotes") if speakers_left else "",
        ),
        titled(
            "stances",
            ("target", "holder", "label", "stances counted"),
            stances,
            _sides,
            rest.format(table="stances") if stances_left else "",
        ),
        titled("decided", ("table", "status", "records"), _in_order(crossed.decided, (None, Status)), _stacked),
        titled("agreement", ("readings", "measure", "value"), agreement, _rates),
    ]


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _in_order(counts: Counter[tuple[str, ...]], orders: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return counted keys in the order of their vocabularies."""
    places = [None if order is None else {member.value: n for n, member in enumerate(order)} for order in orders]

    def place(key: tuple[str, ...]) -> list[Any]:
        return [part if where is None else where[part] for part, where in zip(key, places, strict=True)]

    return [(*key, counts[key]) for key in sorted(counts, key=place)]


def _most(counts: Counter[tuple[str, ...]], names: dict[str, str]) -> tuple[list[tuple[Any, ...]], int]:
    """Return the counts of the most counted first parts of keys, and how many parts are left out."""
    totals: Counter[str] = Counter()
    for key, count in counts.items():
        totals[key[0]] += count
    ordered = [first for first, _ in _ordered(totals)]
    shown = {first: place for place, first in enumerate(ordered[:_MOST_ROWS])}
    kept = sorted((key for key in counts if key[0] in shown), key=lambda key: (shown[key[0]], key[1:]))
    return [(names[key[0]], *key[1:], counts[key]) for key in kept], len(ordered) - len(shown)


def _stance_order(rows: Sequence[tuple[Any, ...]]) -> Callable[[tuple[Any, ...]], tuple[int, ...]]:
    targets = list(dict.fromkeys(row[0] for row in rows))
    holders, labels = [kind.value for kind in HolderKind], [label.value for label in StanceLabel]
    return lambda row: (targets.index(row[0]), holders.index(row[1]), labels.index(row[2]))


def _spread(lengths: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    """Return classes of lengths from the least to the greatest, empty ones between them included."""
    counts = dict(lengths)
    lows = range(min(counts, default=0), max(counts, default=-1) + 1, LENGTH_STEP)
    return [(f"{low:,}–{low + LENGTH_STEP - 1:,}", counts.get(low, 0)) for low in lows]


def _data(figure: Figure) -> Any:
    keys = "abcd"
    return needed("altair").Data(values=[dict(zip(keys, row, strict=False)) for row in figure.rows])


def _first_seen(figure: Figure, column: int) -> list[Any]:
    return list(dict.fromkeys(row[column] for row in figure.rows))


def _bars(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    base = alt.Chart(_data(figure)).encode(
        x=alt.X("b:Q", title=figure.columns[-1], axis=alt.Axis(tickMinStep=1)),
        y=alt.Y("a:N", title=None, sort=_first_seen(figure, 0)),
    )
    bars = base.mark_bar(color=ground.kinds[0], stroke=ground.ink, strokeWidth=0.5)
    numbers = base.mark_text(align="left", dx=4, color=ground.ink).encode(text="b:Q")
    return alt.layer(bars, numbers).properties(width=_WIDTH, height=alt.Step(_STEP))


def _columns(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    return (
        alt.Chart(_data(figure))
        .mark_bar(color=ground.kinds[0], stroke=ground.ink, strokeWidth=0.5)
        .encode(
            x=alt.X("a:N", title=figure.columns[0], sort=_first_seen(figure, 0), axis=alt.Axis(labelAngle=-45)),
            y=alt.Y("b:Q", title=figure.columns[1], axis=alt.Axis(tickMinStep=1)),
        )
        .properties(width=max(160, min(_WIDTH, 26 * len(figure.rows))), height=180)
    )


def _stacked(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    kinds = _first_seen(figure, 1)
    return (
        alt.Chart(_data(figure))
        .mark_bar(stroke=ground.ink, strokeWidth=0.5)
        .encode(
            x=alt.X("sum(c):Q", title=figure.columns[2], axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("a:N", title=None, sort=_first_seen(figure, 0)),
            color=alt.Color(
                "b:N",
                title=figure.columns[1],
                sort=kinds,
                scale=alt.Scale(domain=kinds, range=list(ground.kinds[: len(kinds)])),
            ),
            order=alt.Order("place:Q"),
        )
        .transform_calculate(place=f"indexof({kinds}, datum.b)")
        .properties(width=_WIDTH, height=alt.Step(_STEP * 1.4))
    )


def _rates(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    measures = _first_seen(figure, 1)
    return (
        alt.Chart(_data(figure))
        .mark_point(filled=True, size=90, stroke=ground.ink, strokeWidth=0.5, opacity=1)
        .encode(
            x=alt.X("c:Q", title=figure.columns[2], scale=alt.Scale(domain=[0, 1])),
            y=alt.Y("a:N", title=None, sort=_first_seen(figure, 0)),
            color=alt.Color(
                "b:N",
                title=figure.columns[1],
                sort=measures,
                scale=alt.Scale(domain=measures, range=list(ground.kinds[: len(measures)])),
            ),
            shape=alt.Shape("b:N", title=figure.columns[1], sort=measures, scale=alt.Scale(domain=measures)),
        )
        .properties(width=_WIDTH, height=alt.Step(_STEP * 1.4))
    )


def _dots(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    outlets = Counter[str]()
    for outlet, _, count in figure.rows:
        outlets[str(outlet)] += int(count)
    return (
        alt.Chart(_data(figure))
        .mark_circle(color=ground.kinds[0], stroke=ground.ink, strokeWidth=0.5, opacity=1)
        .encode(
            x=alt.X("a_month:T", title=None, axis=alt.Axis(format="%Y", tickCount="year")),
            y=alt.Y("a:N", title=None, sort=[outlet for outlet, _ in _ordered(outlets)]),
            size=alt.Size(
                "c:Q",
                title=figure.columns[2],
                scale=alt.Scale(range=[25, 160]),
                legend=alt.Legend(values=sorted({int(count) for *_, count in figure.rows})[:5], format="d"),
            ),
        )
        .transform_calculate(a_month="utcParse(datum.b, '%Y-%m')")
        .properties(width=_WIDTH, height=alt.Step(_STEP))
    )


def _map(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    base = alt.Chart(_data(figure)).encode(
        x=alt.X("b:N", title=None, axis=alt.Axis(labelAngle=-45, orient="top")),
        y=alt.Y("a:N", title=None, sort=_first_seen(figure, 0)),
    )
    greatest = max(int(row[-1]) for row in figure.rows)
    cells = base.mark_rect(stroke=ground.ink, strokeWidth=0.5).encode(
        color=alt.Color("c:Q", scale=alt.Scale(range=[ground.low, ground.high], domain=[1, greatest]), legend=None)
    )
    on_low, on_high = ("#1f2328", "#ffffff") if ground.name == "light" else ("#ffffff", "#1f2328")
    numbers = base.mark_text().encode(
        text="c:Q", color=alt.condition(f"datum.c > {greatest / 2}", alt.value(on_high), alt.value(on_low))
    )
    return alt.layer(cells, numbers).properties(width=alt.Step(24), height=alt.Step(_STEP))


def _sides(figure: Figure, ground: Ground) -> Any:
    alt = needed("altair")
    labels = [label.value for label in StanceLabel]
    holders = [kind.value for kind in HolderKind if kind.value in _first_seen(figure, 1)]
    return (
        alt.Chart(_data(figure))
        .mark_bar(stroke=ground.ink, strokeWidth=0.5)
        .encode(
            x=alt.X("sum(d):Q", title=figure.columns[3], axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("a:N", title=None, sort=_first_seen(figure, 0)),
            color=alt.Color(
                "c:N",
                title=figure.columns[2],
                scale=alt.Scale(domain=labels, range=[ground.labels[label] for label in labels]),
            ),
            order=alt.Order("place:Q"),
            column=alt.Column("b:N", title=None, sort=holders),
        )
        .transform_calculate(place=f"indexof({labels}, datum.c)")
        .properties(width=_WIDTH // max(1, len(holders)), height=alt.Step(_STEP))
    )
