from __future__ import annotations

import csv
import io
from datetime import date
from xml.etree import ElementTree

from atleast.engine.counting import Tally
from atleast.figure.monthly import Month, Series
from atleast.model.figure import PublishedFigure
from atleast.model.statement import When
from atleast.model.words import Bound, FigureKind
from atleast.report.series_files import to_csv, to_svg

FIGURE = PublishedFigure(
    "ab12", Bound.AT_LEAST, 40, "=cmd()", FigureKind.STOCK, None, When("2031-03-20"), None, (), None
)
SERIES = Series(
    "held",
    "people held",
    (
        Month(date(2031, 2, 28), Tally(2, 3), Tally(1, 1), Tally(2, 2), ()),
        Month(date(2031, 3, 31), Tally(3, 4), Tally(1, 2), Tally(1, 1), (FIGURE, FIGURE)),
    ),
    None,
)


def test_the_table_has_a_row_a_month_and_one_for_each_further_figure() -> None:
    head, *rows = csv.reader(io.StringIO(to_csv(SERIES).decode("utf-8")))
    assert head[:5] == ["day", "floor_now", "ceiling_now", "floor_then", "ceiling_then"]
    assert [row[:3] for row in rows] == [["2031-02-28", "2", "3"], ["2031-03-31", "3", "4"], ["2031-03-31", "3", "4"]]
    assert rows[1][7:] == ["40", "at_least", "'=cmd()", "", "ab12"]


def test_the_picture_is_svg_and_the_same_each_time() -> None:
    drawn = to_svg(SERIES)
    assert ElementTree.fromstring(drawn.decode("utf-8")).tag.endswith("svg")  # noqa: S314 - our own
    assert drawn == to_svg(SERIES)
