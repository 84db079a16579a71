from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations

from atleast.model.person import Mention, Person
from atleast.person.candidates import Pair, candidates
from atleast.person.names import key_of
from atleast.person.spelling import Verdict, compare


def person(name: str, *, also: tuple[str, ...] = (), row: tuple[str, int] | None = None) -> Person:
    key, (listed, begins) = key_of(name), row or (None, None)
    mention = Mention(f"text/{key}", name, (name, *also), "text", (), listed, begins)
    return Person(key, name, (name, *also), (), (mention,))


def joined(pairs: list[Pair]) -> set[tuple[str, str]]:
    return {(pair.first, pair.second) for pair in pairs}


def test_spellings_of_one_name_are_a_pair_with_its_reasons() -> None:
    (pair,) = candidates([person("Natallia Brukava"), person("Natalia Brukova"), person("Pavel Ketlin")])
    assert (pair.first, pair.second) == ("natalia-brukova", "natallia-brukava")
    assert pair.likeness.verdict is Verdict.MAY_BE_SAME
    assert pair.reason.startswith("Brukova and Brukava: differ by o written as a, as Belarusian does; ")


def test_brothers_and_bearers_of_one_given_name_are_none() -> None:
    people = [person(name) for name in ("Andrei Kalvashuk", "Pavel Kalvashuk", "Andrei Tarvuk")]
    assert candidates(people) == []


def test_a_single_name_may_be_anybody_who_bears_it() -> None:
    people = [person(name) for name in ("Andrei", "Andrei Kalvashuk", "Андрей Тарвук", "Pavel Ketlin")]
    assert joined(candidates(people)) == {("andrei", "andrei-kalvashuk"), ("andrei", "андрей-тарвук")}


def test_an_initial_may_be_anybody_whose_name_begins_so() -> None:
    people = [person(name) for name in ("H. Kalvashuk", "Ганна Калвашук", "Galina Kalvashuk", "Pavel Kalvashuk")]
    assert joined(candidates(people)) == {("galina-kalvashuk", "h-kalvashuk"), ("h-kalvashuk", "ганна-калвашук")}


def test_any_of_the_spellings_of_a_person_may_join() -> None:
    people = [person("Mikalaj Drawnicki", also=("Mikałaj Drawnicki",)), person("Николай Дравницкий")]
    assert len(candidates(people)) == 1


def test_two_rows_of_one_list_keep_apart() -> None:
    def with_second(row: tuple[str, int]) -> set[tuple[str, str]]:
        first, third = person("Mikalai Tarvuk", row=("list", 10)), person("Николай Тарвук")
        return joined(candidates([first, person("M. Tarvuk", row=row), third]))

    assert with_second(("list", 50)) == {("m-tarvuk", "николай-тарвук"), ("mikalai-tarvuk", "николай-тарвук")}
    assert len(with_second(("another list", 50))) == 3
    assert len(with_second(("list", 10))) == 3


def test_rows_of_two_editions_of_a_list_are_not_kept_apart() -> None:
    one, other = person("Mikalai Tarvuk", row=("list", 10)), person("M. Tarvuk", row=("list", 50))
    later = replace(other, mentions=tuple(replace(each, source="the next edition") for each in other.mentions))
    assert candidates([one, other]) == []
    assert len(candidates([one, later])) == 1


def test_a_row_may_stand_in_a_list_twice() -> None:
    assert (
        len(candidates([person("Mikalai Tarvuk", row=("list", 10)), person("Мікалай Тарвук", row=("list", 50))])) == 1
    )


def test_which_of_two_namesakes_it_is_cannot_be_told() -> None:
    one, other, either = "Mikhail Piatrovich Tarvuk", "Михаил Иванович Тарвук", "Mikhail Tarvuk"
    assert compare(one, other).verdict is Verdict.DIFFERENT
    pairs = candidates([person(name) for name in (one, other, either)])
    assert len(pairs) == 2
    assert {pair.likeness.verdict for pair in pairs} == {Verdict.CANNOT_TELL}
    assert all(pair.reason.endswith("fits as well, and is another person: cannot tell which") for pair in pairs)


def test_a_name_in_a_script_that_is_not_compared_joins_nobody() -> None:
    assert candidates([person("王芳"), person("王方"), person("Wang Fang")]) == []


def test_the_order_of_persons_does_not_matter() -> None:
    names = ["Andrei", "Andrei Kalvashuk", "Andrei Kolvashuk", "Андрэй Калвашук"]
    found = [candidates([person(name) for name in order]) for order in permutations(names)]
    assert all(pairs == found[0] for pairs in found)
    assert len(found[0]) == len(list(combinations(names, 2)))
