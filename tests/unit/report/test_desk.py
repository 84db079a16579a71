from __future__ import annotations

from atleast.report.desk import Citations, Desk
from atleast.report.inline import Figure, Notes, Ref


def test_statements_are_numbered_as_they_are_first_cited() -> None:
    citations = Citations()
    assert [citations.number(each) for each in ("b", "a", "b")] == [1, 2, 1]
    assert citations.all() == ("b", "a")


def test_notes_stand_in_order_each_once_and_say_that_a_machine_read_them(desk: Desk) -> None:
    first, second = (recorded.id for recorded in desk.register.record[:2])
    desk.notes([first])
    assert desk.notes([second, first, second]) == (Notes((Ref(1, True), Ref(2, True))),)
    assert desk.notes([]) == ()


def test_a_figure_leads_to_its_statements_and_their_sources(desk: Desk) -> None:
    recorded = desk.register.record[0]
    assert desk.figure(5, "five", statements=[recorded.id, recorded.id]) == (Figure("n1", 5),)
    number = desk.numbers.all()[0]
    assert number.statements == (recorded.id,)
    assert number.sources == (recorded.statement.source,)
