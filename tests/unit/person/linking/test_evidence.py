from __future__ import annotations

import pytest

from atleast.model.person import Facts, Mention
from atleast.person.linking.evidence import evidence, excluded, settling


def _mention(name: str = "Mikalai Draunitski", listed: str | None = None, **facts: object) -> Mention:
    return Mention(name, name, (name,), "s", (), listed=listed, facts=Facts(**facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Facts(birth="1990-05-01"), Facts(birth="1972-11-20")),
        (Facts(birth="1990"), Facts(birth="1991-01-01")),
        (Facts(sex="female"), Facts(sex="male")),
        (Facts(birth="2029-05-01"), Facts(arrested=("2031-05-01",))),
        (Facts(sentenced=("1975",)), Facts(birth="1990-05-01")),
    ],
)
def test_what_cannot_be_one_person(one: Facts, other: Facts) -> None:
    assert excluded(one, other)
    assert excluded(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Facts(birth="1990-05-01"), Facts(birth="1990")),
        (Facts(birth="1990-05-01"), Facts(birth="1990-05-07")),
        (Facts(birth="1990-05-12"), Facts(birth="1990-05-21")),
        (Facts(birth="1990-05-01"), Facts(arrested=("2031-05-01",))),
        (Facts(birth="about 1990"), Facts(birth="1971")),
        (Facts(), Facts(sex="male")),
    ],
)
def test_what_may_be_one_person_but_for_a_slip_or_for_what_is_not_told(one: Facts, other: Facts) -> None:
    assert excluded(one, other) is None


def test_reasons_are_told_for_and_against() -> None:
    one = _mention(birth="1990-05-01", place="Tarvuk", arrested=("2031-03-02",), articles=("342",))
    other = _mention(birth="1990-05-01", place="Тарвук", arrested=("2031-04-05",), articles=("130",))
    told = {each.words: each.bits > 0 for each in evidence(one, other)}
    assert told == {
        "both born 1990-05-01": True,
        "arrested 2031-03-02, and 2031-04-05": False,
        "place the same: Tarvuk": True,
        "article: 342, and 130": False,
    }


def test_two_rows_of_one_list_speak_against_it() -> None:
    assert [each.bits < 0 for each in evidence(_mention(listed="a"), _mention(listed="a"))] == [True]
    assert list(evidence(_mention(listed="a"), _mention(listed="b"))) == []


def test_what_would_settle_it_is_what_is_not_known() -> None:
    one, other = _mention(birth="1990-05-01"), _mention("Nikolai Dravnitski")
    assert list(settling(one, other)) == [
        "a date of birth of Nikolai Dravnitski",
        "patronymics of both",
        "where both is from",
    ]
