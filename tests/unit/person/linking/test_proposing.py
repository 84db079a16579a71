from __future__ import annotations

from atleast.model.person import Facts, Mention
from atleast.person.linking import propose


def _mention(key: str, name: str, *names: str, **facts: object) -> Mention:
    return Mention(key, name, tuple(sorted({name, *names})), "s", (), facts=Facts(**facts))  # type: ignore[arg-type]


ONE = _mention("a", "Mikalai Draunitski", birth="1990-05-01", place="Tarvuk")


def _pairs(*mentions: Mention) -> list[tuple[str, str]]:
    return [(each.first, each.second) for each in propose(mentions)]


def test_one_name_in_two_scripts_is_proposed_with_reasons_and_what_would_settle_it() -> None:
    (found,) = propose([_mention("b", "Николай Дравницкий", place="Тарвук"), ONE])
    assert (found.first, found.second) == ("a", "b")
    assert found.reasons_for[0].startswith(("names: ", "place"))
    assert "a date of birth of Николай Дравницкий" in found.settles
    assert 0.5 < found.probability < 1


def test_a_date_of_birth_in_common_says_more_than_a_name() -> None:
    with_date, without = (
        propose([ONE, _mention("b", "Nikolai Dravnitski", **facts)])[0] for facts in ({"birth": "1990-05-01"}, {})
    )
    assert with_date.probability > without.probability


def test_a_namesake_born_on_another_day_is_not_proposed() -> None:
    assert _pairs(ONE, _mention("b", "Mikalai Draunitski", birth="1962-11-20")) == []


def test_brothers_sentenced_on_one_day_by_one_court_are_not_proposed() -> None:
    same = {"sentenced": ("2031-05-01",), "authorities": ("Court of Tarvuk",), "place": "Tarvuk", "articles": ("342",)}
    assert _pairs(_mention("a", "Mikalai Draunitski", **same), _mention("b", "Pavel Draunitski", **same)) == []


def test_whoever_fits_two_that_do_not_fit_one_another_is_told_so() -> None:
    other = _mention("b", "Mikalai Draunitski", birth="1962-11-20")
    unknown = _mention("c", "M. Draunitski")
    found = propose([ONE, other, unknown])
    assert {(each.first, each.second) for each in found} == {("a", "c"), ("b", "c")}
    assert all(any("fits as well" in reason for reason in each.reasons_against) for each in found)


def test_the_order_of_mentions_does_not_matter_and_the_likeliest_comes_first() -> None:
    mentions = [
        ONE,
        _mention("b", "Nikolai Dravnitski", birth="1990-05-01"),
        _mention("c", "M. Draunitski"),
        _mention("d", "Hanna Tarvuk"),
    ]
    found = propose(mentions)
    assert found == propose(mentions[::-1])
    assert (found[0].first, found[0].second) == ("a", "b")


def test_weights_of_a_model_say_what_is_likely_and_names_still_say_what_is_possible() -> None:
    mentions = [ONE, _mention("b", "Nikolai Dravnitski"), _mention("c", "Hanna Tarvuk")]
    found = propose(mentions, {("a", "b"): 5.0, ("a", "c"): 9.0})
    assert [(each.first, each.second, each.probability) for each in found] == [("a", "b", 0.9697)]
