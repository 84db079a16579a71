from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from atleast.model.lines import from_line, statement_id, to_line
from atleast.model.statement import Statement, check_against
from tests.support.strategies import statements_in_texts


@given(statements_in_texts())
def test_a_statement_comes_back_from_its_line_as_it_was(drawn: tuple[Statement, str]) -> None:
    statement, text = drawn
    check_against(statement, text)
    written = json.dumps(to_line(statement, "a.txt"), ensure_ascii=False)
    assert "\n" not in written
    assert from_line(json.loads(written)) == replace(statement, rule="")
    assert from_line(json.loads(written) | {"rule": statement.rule}) == statement


@given(statements_in_texts(), statements_in_texts())
def test_two_statements_share_an_id_only_where_they_say_the_same(
    first: tuple[Statement, str], second: tuple[Statement, str]
) -> None:
    one, other = (replace(drawn[0], reader="r", rule="", reviewed=False) for drawn in (first, second))
    assert (statement_id(one) == statement_id(other)) == (one == other)
