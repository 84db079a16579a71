from __future__ import annotations

import pyarrow as pa
import pytest

from atleast.engine.linkage import Scored
from atleast.engine.models import Model
from atleast.errors import InvalidRecord, UsageError
from atleast.model.person import Facts, Mention
from atleast.person.linking import Holds, Linkage, Profile, cluster, explain, link, weigh
from tests.support.two_lists import two_lists

LISTS, TRUTH = two_lists()


@pytest.fixture(scope="module")
def found() -> Scored:
    return link(LISTS)


def _pairs(found: Scored, at_least: float) -> set[tuple[str, str]]:
    rows = found.pairs.to_pylist()
    return {(row["first"], row["second"]) for row in rows if row["weight"] >= at_least}


def test_a_latin_and_a_cyrillic_list_find_one_another(found: Scored) -> None:
    said = _pairs(found, 2.0)
    right = sum(TRUTH[one] == TRUTH[other] for one, other in said)
    assert right / len(said) >= 0.98
    assert right / 200 >= 0.85


def test_two_rows_of_a_list_that_holds_nobody_twice_are_no_pair(found: Scored) -> None:
    assert all(one[0] != other[0] for one, other in _pairs(found, -10))


def test_the_order_of_rows_changes_neither_the_model_nor_a_weight(found: Scored) -> None:
    turned = [(table.take(list(range(table.num_rows))[::-1]), profile) for table, profile in LISTS]
    again = link(turned)
    assert again.model == found.model
    assert again.pairs.equals(found.pairs)


def test_a_model_kept_as_text_gives_the_same(found: Scored) -> None:
    model = Model.from_json(found.model.to_json())
    assert model == found.model
    again = link(LISTS, model)
    assert _pairs(again, 2.0) == _pairs(found, 2.0)
    assert again.pairs["weight"].to_pylist() == pytest.approx(found.pairs["weight"].to_pylist(), abs=0.001)


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(InvalidRecord):
        Model.from_json("{}")


def test_one_to_one_between_lists_that_hold_nobody_twice(found: Scored) -> None:
    lists = {row: profile.name for table, profile in LISTS for row in table["row"].to_pylist()}
    groups = cluster(found.pairs, (), Linkage(lists=lists)).groups
    assert all(len(group) == 2 for group in groups)
    assert sum(TRUTH[one] == TRUTH[other] for one, other in groups) / len(groups) >= 0.98


def test_a_pair_is_explained_in_words(found: Scored) -> None:
    proposals = explain(LISTS, found)
    assert [(each.first, each.second) for each in proposals] != []
    assert {(each.first, each.second) for each in proposals} == _pairs(found, 2.0)
    told = {reason for each in proposals for reason in each.reasons_for}
    assert {"dates of birth are the same", "given and family names are equivalents"} <= told
    assert any("birth of both" in each.settles for each in proposals)
    assert proposals[0].probability > 0.99


def test_a_profile_that_names_a_column_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no column nom"):
        link([(pa.table({"row": ["1"]}), Profile("row", {"nom": Holds.NAME}, "short"))])


def test_the_mentions_of_a_large_dossier_are_weighed_by_a_model_of_their_own() -> None:
    mentions = [
        Mention(row["row"], row["name"], (row["name"],), "s", (), facts=Facts(birth=row["born"], place=row["town"]))
        for table, _ in LISTS
        for row in table.to_pylist()
    ]
    weights = weigh(mentions)
    said = [pair for pair, weight in weights.items() if weight >= 2]
    assert sum(TRUTH[one] == TRUTH[other] for one, other in said) / len(said) >= 0.97
    assert len(said) >= 150
