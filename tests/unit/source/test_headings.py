from __future__ import annotations

import pytest

from atleast.source.headings import CaseHeading, begins_heading, goes_on_heading, is_unfinished


@pytest.mark.parametrize(
    ("line", "number", "name", "also"),
    [
        ("17. Anton Lisk", "17", "Anton Lisk", None),
        ("41.Rasim Fikrat oglu Tavar", "41", "Rasim Fikrat oglu Tavar", None),
        ("6) Rauf Azari, Fikrat oğlu", "6", "Rauf Azari", None),
        ("20. Lala Rey (Lala Fikrat qızı Reyova)", "20", "Lala Rey", "Lala Fikrat qızı Reyova"),
        ("№ 3. Корин Василь Петрович", "3", "Корин Василь Петрович", None),
        ("## 4. Selma Corvane", "4", "Selma Corvane", None),
        ("Lisk, Anton", None, "Lisk, Anton", None),
        ("5. A. Lisk-Holm", "5", "A. Lisk-Holm", None),
        ("64. Ziya İbrahim oglu Tavar", "64", "Ziya İbrahim oglu Tavar", None),
    ],
)
def test_headings(line: str, number: str | None, name: str, also: str | None) -> None:
    assert CaseHeading.of(line) == CaseHeading(number, name, also)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "17.",
        "17. Anton",
        "3. The court heard the case on Monday.",
        "2. He was taken to prison",
        "1. Who is Anton Lisk?",
        "4. Cases of 2031",
        "12 May 2031",
        "2. Anton Lisk:",
        "7. " + "Anton " * 40,
    ],
)
def test_what_names_nobody(line: str) -> None:
    assert CaseHeading.of(line) is None


def test_a_heading_may_be_broken() -> None:
    assert is_unfinished("20. Lala Rey (Lala Fikrat")
    assert is_unfinished("6. Rauf Azari,")
    assert is_unfinished("6. Rauf Fikrat oğlu")
    assert not is_unfinished("6. Rauf Azari")
    assert goes_on_heading("(Lala Reyova)")
    assert goes_on_heading("oglu Tavar")
    assert not goes_on_heading("Tavar")
    assert begins_heading("12. Anton")
    assert not begins_heading("66")
