from __future__ import annotations

import re

import pytest

from atleast.dossier import clock
from atleast.errors import UsageError


def test_the_time_is_utc_to_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", clock.now())


def test_the_time_stands_still_where_it_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1924992000")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert clock.now() == "2031-01-01T00:00:00Z"


@pytest.mark.parametrize("wrong", ["soon", "1e9", "²", "9" * 30, "-" + "9" * 30])
def test_what_is_no_time_is_refused_rather_than_passed_over(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        clock.now()
