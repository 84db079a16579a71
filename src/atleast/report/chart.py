"""The chart of counts over time, drawn as SVG that takes its colours from the page.

Two panels, each with its own scale, since they count different things by different rules: our own minimum above, the
stocks that sources publish below. Drawn twice, wide and narrow, so that the lettering stays legible on a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from markupsafe import Markup

from atleast.report.content import ChartData, PublishedPoint
from atleast.report.phrases import BOUND
from atleast.report.visible import visible

_MARGIN = timedelta(days=15)
# Room for the labels of a vertical axis, in pixels, the same in both panels so that they stand one under the other.
_EXTENT = 40
_HEIGHT = 170
# A label's letters and lines, in pixels, and how far it stands from its point.
_LETTER, _LINE, _OFF = 6.6, 15, 9
# How far a label may stand out of the panel on the right, in pixels.
_SLACK = 40
# What it is drawn with, and the property of the page's style that takes its place.
_INK, _GRID, _OWN, _CEILING, _OTHER = "#010101", "#020202", "#030303", "#040404", "#050505"
_COLOURS = {
    _INK: "var(--ink)",
    _GRID: "var(--hairline)",
    _OWN: "var(--own)",
    _CEILING: "var(--ceiling)",
    _OTHER: "var(--other)",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chart in both widths, as SVG elements to stand in a page."""

    wide: Markup
    narrow: Markup


def draw(data: ChartData) -> Drawing:
    """Draw it. Same data, same drawing."""
    return Drawing(_svg(data, "wide", 640), _svg(data, "narrow", 270))


def in_words(data: ChartData) -> str:
    """The drawing in words, for whoever does not see it."""
    said = []
    if data.points:
        first, last = data.points[0], data.points[-1]
        said.append(
            f"A step line of our own minimum of {data.of}: {first.value} on {first.day.isoformat()}, {last.value} on "
            f"{last.day.isoformat()}; above it, lighter, the number if all who possibly count do."
        )
    if data.published:
        told = "; ".join(f"{_label(each)} {each.of}, {_day(each)}, {each.who}" for each in data.published)
        said.append(f"Figures that sources publish, each a point on a scale of its own: {told}.")
    return " ".join(said)


def _svg(data: ChartData, name: str, width: int) -> Markup:
    import vl_convert  # late: a JavaScript engine of 80 MB

    drawn = str(vl_convert.vegalite_to_svg(_chart(data, width).to_dict()))
    for colour, variable in _COLOURS.items():
        drawn = drawn.replace(f'"{colour}"', f'"{variable}"')
    size = re.search(r'width="(\d+)" height="(\d+)"', drawn)
    view = f"{size[1]} {size[2]}" if size else f"{width} {width}"
    inside = drawn[drawn.index(">") + 1 :]
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart {0}" role="img" viewBox="0 0 {1}" '
        'aria-labelledby="chart-{0}-title chart-{0}-words">'
        '<title id="chart-{0}-title">{2}</title><desc id="chart-{0}-words">{3}</desc>'
    ).format(name, view, "Counts over time", visible(in_words(data)))
    return head + Markup(inside)  # noqa: S704 - the engine escapes what it letters; a test holds it to that


def _altair() -> Any:
    """The library, loaded when it is first drawn with: it takes a second."""
    import altair

    return altair


def _chart(data: ChartData, width: int) -> Any:
    alt = _altair()
    first, last = _domain(data)
    panels = []
    if data.points:
        panels.append(_own_panel(data, _x(first, last, width), width))
    if data.published:
        panels.append(_published_panel(_Panel(data.published, first, last, width), _x(first, last, width)))
    font = "system-ui, sans-serif"
    axis = {
        "labelColor": _INK, "titleColor": _INK, "gridColor": _GRID, "tickColor": _GRID, "domainColor": _GRID,
        "labelFontSize": 12, "titleFontSize": 12, "labelFont": font, "titleFont": font, "aria": False,
    }  # fmt: skip
    title = {"anchor": "start", "color": _INK, "font": font, "fontSize": 13, "fontWeight": 600, "offset": 10}
    return (
        alt.vconcat(*panels, spacing=28)
        .configure(font=font, background="#00000000")
        .configure_axis(**axis)
        .configure_title(**title)
        .configure_view(stroke=None)
    )


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the published points lie, in pixels from the left and from the top."""

    points: tuple[PublishedPoint, ...]
    first: date
    last: date
    width: int

    def at(self, point: PublishedPoint) -> tuple[float, float]:
        across = (point.day - self.first) / (self.last - self.first)
        up = point.value / max(1, *(each.value for each in self.points))
        return across * self.width, (1 - up) * _HEIGHT


def _own_panel(data: ChartData, x: Any, width: int) -> Any:
    alt = _altair()
    rows = [{"day": point.day.isoformat(), "value": point.value, "ceiling": point.ceiling} for point in data.points]
    chart = alt.Chart(alt.Data(values=rows)).encode(x=x)
    steps = {"interpolate": "step-after", "aria": False}
    between = chart.mark_area(color=_CEILING, opacity=0.35, **steps).encode(y=_y("ceiling"), y2="value:Q")
    ceiling = chart.mark_line(color=_CEILING, strokeWidth=1.5, strokeDash=[4, 3], **steps).encode(y=_y("ceiling"))
    own = chart.mark_line(color=_OWN, strokeWidth=2.5, **steps).encode(y=_y("value"))
    title = ["Our own minimum (line)", "and those who possibly count (shaded)"]
    return alt.layer(between, ceiling, own).properties(
        width=width, height=_HEIGHT, title=title if width < 400 else " ".join(title)
    )


def _published_panel(panel: _Panel, x: Any) -> Any:
    alt = _altair()
    layers = [
        alt.Chart(alt.Data(values=[_row(each) for each in panel.points if each.day_given is given]))
        .mark_point(
            size=70, stroke=_OTHER, strokeWidth=2, fill=_OTHER if given else "transparent", opacity=1, aria=False
        )
        .encode(x=x, y=_y("value"))
        for given in (True, False)
    ]
    labelled = list(_labelled(panel))
    for place in _Place:
        rows = [_row(each) for each, where in labelled if where is place]
        layers.append(
            alt.Chart(alt.Data(values=rows))
            .mark_text(
                align=place.align, dx=place.across * _OFF, dy=place.down * _LINE, fontSize=12, color=_INK, aria=False
            )
            .encode(x=x, y=_y("value"), text="label:N")
        )
    title = ["Published figures, on a scale of their own", "(hollow: no day given, shown when told)"]
    return alt.layer(*layers).properties(
        width=panel.width, height=_HEIGHT, title=title if panel.width < 400 else " ".join(title)
    )


def _x(first: date, last: date, width: int) -> Any:
    """Days in UTC, so that the drawing does not depend on where it is made."""
    alt = _altair()
    scale = alt.Scale(type="utc", domain=[first.isoformat(), last.isoformat()])
    return alt.X("day:T", title=None, scale=scale, axis=alt.Axis(labelOverlap=True, tickCount=max(2, width // 90)))


def _y(field: str) -> Any:
    alt = _altair()
    axis = alt.Axis(format=",d", tickMinStep=1, tickCount=5, minExtent=_EXTENT)
    return alt.Y(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(zero=True, nice=True))


def _domain(data: ChartData) -> tuple[date, date]:
    days = [point.day for point in data.points] + [point.day for point in data.published]
    first, last = min(days), max(days)
    return (first, last) if last - first > _MARGIN else (first - _MARGIN, last + _MARGIN)


def _labelled(panel: _Panel) -> Iterator[tuple[PublishedPoint, _Place]]:
    """The points that have room for a label, the latest first, with where it stands.

    A label that would run over another or over a point is left out, as is one that says the same as its neighbour: the
    table of published figures has them all.
    """
    taken = [_around(*panel.at(point)) for point in panel.points]
    said: dict[str, float] = {}
    for point in reversed(panel.points):
        x, y = panel.at(point)
        length = len(_label(point)) * _LETTER
        near = said.get(_label(point))
        if near is not None and abs(near - x) < length:
            continue
        for place in _Place:
            left, top = x + place.across * (_OFF + length / 2) - length / 2, y + place.down * _LINE - _LINE / 2
            box = (left, top, left + length, top + _LINE)
            if left >= 0 and box[2] <= panel.width + _SLACK and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                said[_label(point)] = x
                yield point, place
                break


class _Place(Enum):
    """Where a label stands beside its point: how it is aligned, and how far across and down, in lengths and lines."""

    RIGHT = ("left", 1, 0)
    LEFT = ("right", -1, 0)
    ABOVE = ("center", 0, -1)
    BELOW = ("center", 0, 1)

    def __init__(self, align: str, across: int, down: int) -> None:
        self.align = align
        self.across = across
        self.down = down


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


def _around(x: float, y: float) -> _Box:
    return (x - 5, y - 5, x + 5, y + 5)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _row(point: PublishedPoint) -> dict[str, Any]:
    return {"day": point.day.isoformat(), "value": point.value, "label": _label(point)}


def _label(point: PublishedPoint) -> str:
    return f"{BOUND[point.bound]} {point.value:,}"


def _day(point: PublishedPoint) -> str:
    return f"{point.day.isoformat()}" if point.day_given else f"told {point.day.isoformat()}, no day given"
