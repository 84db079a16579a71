"""A monthly series as files: a table in CSV, a picture in SVG. Same series, same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from atleast.figure.monthly import Month, Series
from atleast.report.phrases import BOUND
from atleast.report.visible import visible

_HEAD = (
    *("day", "floor_now", "ceiling_now", "floor_then", "ceiling_then", "taken_floor", "taken_ceiling"),
    *("published_value", "published_bound", "published_of", "published_by", "published_statement"),
)
_INK, _OWN, _CEILING, _OTHER, _GRID = "#1b1b1b", "#1d4f91", "#9db8d9", "#b3541e", "#d9d9d9"


def to_csv(series: Series) -> bytes:
    """A row a month, and one more for each further figure that is published for it; UTF-8."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_HEAD)
    for month in series.months:
        table.writerows(_rows(month))
    return written.getvalue().encode("utf-8")


def to_svg(series: Series) -> bytes:
    """Two panels with scales of their own: our stock, now and then, with its ceiling and what is taken a month; and theirs."""
    import vl_convert  # late: a JavaScript engine of 80 MB

    drawn = vl_convert.vegalite_to_svg(_chart(series).to_dict())
    return (str(drawn).rstrip() + "\n").encode("utf-8")


def _rows(month: Month) -> Iterator[tuple[object, ...]]:
    own = (
        *(month.day.isoformat(), month.now.certain, month.now.ceiling, month.then.certain, month.then.ceiling),
        *(month.flow.certain, month.flow.ceiling),
    )
    if not month.published:
        yield (*own, "", "", "", "", "")
    for figure in month.published:
        who = figure.chain[-1].name if figure.chain else ""
        yield (*own, figure.value, figure.bound.value, _safe(figure.of), _safe(who), figure.id)


def _safe(text: str) -> str:
    """A source's words, such that no spreadsheet takes them for a formula."""
    shown = visible(text)
    return f"'{shown}" if shown[:1] in tuple("=+-@") else shown


def _chart(series: Series) -> Any:
    import altair as alt  # late: it takes a second

    font = "system-ui, sans-serif"
    panels = [_own_panel(alt, series)]
    if theirs := _published_panel(alt, series):
        panels.append(theirs)
    return (
        alt.vconcat(*panels, spacing=28)
        .configure(font=font, background="#ffffff")
        .configure_axis(labelColor=_INK, titleColor=_INK, gridColor=_GRID, labelFontSize=12, titleFontSize=12)
        .configure_title(anchor="start", color=_INK, fontSize=13, fontWeight=600)
        .configure_view(stroke=None)
    )


def _own_panel(alt: Any, series: Series) -> Any:
    rows = [
        {
            "day": month.day.isoformat(),
            "now": month.now.certain,
            "ceiling": month.now.ceiling,
            "then": month.then.certain,
            "taken": month.flow.certain,
        }
        for month in series.months
    ]
    chart = alt.Chart(alt.Data(values=rows)).encode(x=_x(alt, series))
    y = alt.Y("ceiling:Q", title=None, axis=alt.Axis(format=",d", tickMinStep=1, tickCount=5, minExtent=40))
    layers = [
        chart.mark_area(color=_CEILING, opacity=0.35).encode(y=y, y2="now:Q"),
        chart.mark_bar(color=_GRID, width=6).encode(y="taken:Q"),
        chart.mark_line(color=_OWN, strokeWidth=1.5, strokeDash=[4, 3]).encode(y="then:Q"),
        chart.mark_line(color=_OWN, strokeWidth=2.5).encode(y="now:Q"),
    ]
    title = "Our own minimum: now (line), as known then (dashed), possibly (shade), taken (bars)"
    return alt.layer(*layers).properties(width=640, height=200, title=title)


def _published_panel(alt: Any, series: Series) -> Any:
    rows = [
        {"day": month.day.isoformat(), "value": figure.value, "label": f"{BOUND[figure.bound]} {figure.value:,}"}
        for month in series.months
        for figure in month.published
    ]
    if not rows:
        return None
    y = alt.Y("value:Q", title=None, axis=alt.Axis(format=",d", tickMinStep=1, tickCount=5, minExtent=40))
    chart = alt.Chart(alt.Data(values=rows)).encode(x=_x(alt, series), y=y)
    points = chart.mark_point(size=70, stroke=_OTHER, strokeWidth=2, fill=_OTHER, opacity=1)
    return points.properties(width=640, height=160, title="Published stocks, on a scale of their own")


def _x(alt: Any, series: Series) -> Any:
    days = [month.day.isoformat() for month in series.months]
    domain = [days[0], days[-1]] if len(days) > 1 else None
    scale = alt.Scale(type="utc", domain=domain) if domain else alt.Scale(type="utc")
    return alt.X("day:T", title=None, scale=scale, axis=alt.Axis(labelOverlap=True, tickCount=7))
