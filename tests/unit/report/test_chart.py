from __future__ import annotations

import re
from datetime import date

import pytest
from lxml import etree

from atleast.model.words import Bound
from atleast.report.chart import Drawing, draw, in_words
from atleast.report.content import ChartData, PointRow, PublishedPoint

EVIL = "</text><script>alert(1)</script>"


def _point(day: str, value: int, ceiling: int) -> PointRow:
    return PointRow(date.fromisoformat(day), value, ceiling, (), (), ())


def _published(day: str, value: int, given: bool = True) -> PublishedPoint:
    return PublishedPoint(date.fromisoformat(day), value, Bound.AT_LEAST, EVIL, EVIL, given)


DATA = ChartData(
    EVIL,
    (_point("2031-01-01", 0, 1), _point("2031-02-01", 2, 3), _point("2031-05-20", 1, 1)),
    (_published("2031-03-01", 312), _published("2031-05-12", 1486, given=False)),
)


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(DATA)


def test_same_data_same_drawing_however_often_it_was_drawn_before(drawing: Drawing) -> None:
    assert draw(DATA) == drawing


def test_no_id_is_there_but_ours(drawing: Drawing) -> None:
    """The engine counts the ids that it gives, for clipping and the like, through all drawings of a run."""
    ids = re.findall(r'\bid="([^"]+)"', drawing.wide + drawing.narrow)
    assert ids == [f"chart-{width}-{part}" for width in ("wide", "narrow") for part in ("title", "words")]


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_it_is_whole_says_what_it_shows_and_lets_nothing_out(drawing: Drawing, width: str) -> None:
    svg = etree.fromstring(str(getattr(drawing, width)))
    names = [etree.QName(element).localname for element in svg.iter("*")]
    assert "script" not in names
    assert (names[1], names[2]) == ("title", "desc")
    assert svg[1].text == in_words(DATA)
    assert "http" not in str(getattr(drawing, width)).replace("http://www.w3.org/", "")


def test_colours_come_from_the_page(drawing: Drawing) -> None:
    assert not re.search(r'"#0[0-9]0[0-9]0[0-9]"', drawing.wide)
    assert all(f"var(--{name})" in drawing.wide for name in ("ink", "hairline", "own", "ceiling", "other"))


def test_a_published_figure_carries_its_bound(drawing: Drawing) -> None:
    assert "at least 312" in drawing.wide
    assert "at least 1,486" in drawing.narrow


def test_in_words() -> None:
    said = in_words(DATA)
    assert "0 on 2031-01-01, 1 on 2031-05-20" in said
    assert "told 2031-05-12, no day given" in said


@pytest.mark.parametrize(
    "data",
    [
        ChartData("x", (), (_published("2031-01-01", 0),)),
        ChartData("x", (_point("2031-01-01", 1, 1),), ()),
        ChartData("x", (), tuple(_published(f"2031-01-{day:02}", 300) for day in range(1, 29))),
    ],
    ids=["one point", "one day", "crowded"],
)
def test_little_or_much_can_be_drawn(data: ChartData) -> None:
    assert draw(data).wide.count("<svg") == 1
