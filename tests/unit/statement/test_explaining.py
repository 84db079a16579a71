from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.dossier import open_dossier
from atleast.errors import NothingByThatName
from atleast.statement.explaining import explain
from tests.support.records import small_dossier


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_dossier(tmp_path)


def test_each_statement_comes_with_the_words_that_carry_it(root: Path) -> None:
    with open_dossier(root) as dossier:
        name = next(iter(_names(root)))
        explained = explain(dossier, name)
    assert explained
    for each in explained:
        assert each.words
        assert each.words in each.statement.quote
        assert each.statement.rule


def test_a_source_is_found_by_the_beginning_of_its_hash(root: Path) -> None:
    with open_dossier(root) as dossier:
        name = next(iter(_names(root)))
        by_name = explain(dossier, name)
        assert explain(dossier, by_name[0].statement.source[:8]) == by_name


def test_what_is_no_source_is_told_with_what_is_near(root: Path) -> None:
    name = next(iter(_names(root)))
    with open_dossier(root) as dossier, pytest.raises(NothingByThatName) as told:
        explain(dossier, name[:-1] + "x")
    assert name in told.value.remedy


def _names(root: Path) -> list[str]:
    from atleast.case.register import register_of

    with open_dossier(root) as dossier:
        register = register_of(dossier)
    told = {recorded.statement.source for recorded in register.record}
    return [source.name for source in register.sources if source.sha256 in told]
