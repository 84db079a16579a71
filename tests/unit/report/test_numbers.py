from __future__ import annotations

import json
from datetime import date

from atleast.dossier.mandate import parse_mandate, template
from atleast.model.words import Bound
from atleast.report.numbers import Numbers, from_bytes, to_bytes


def _some() -> Numbers:
    numbers = Numbers()
    numbers.add(3, "own", bound=Bound.AT_LEAST, rule=("held", date(2031, 5, 20)), members=["a/1"], statements=["s1"])
    numbers.add(7, "источники", sources=["h1", "h2"])
    return numbers


def test_ids_run_in_order_of_registration() -> None:
    assert [number.id for number in _some().all()] == ["n1", "n2"]


def test_what_is_written_can_be_read_again() -> None:
    rules = parse_mandate(template()).rules
    data = to_bytes(_some().all(), rules, "9.9")
    assert tuple(from_bytes(data).values()) == _some().all()


def test_the_file_is_canonical_and_says_which_rules_were_in_force() -> None:
    rules = parse_mandate(template()).rules
    data = to_bytes(_some().all(), rules, "9.9")
    content = json.loads(data)
    assert data.endswith(b"\n")
    assert data.decode() == json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert content["program"] == {"name": "atleast", "version": "9.9"}
    assert content["rules"]["held"]["starts"] == sorted(content["rules"]["held"]["starts"])
    assert content["numbers"][0] == {
        "id": "n1",
        "value": 3,
        "label": "own",
        "bound": "at_least",
        "rule": "held",
        "day": "2031-05-20",
        "members": ["a/1"],
        "statements": ["s1"],
        "sources": [],
    }
    assert "members" not in content["numbers"][1]


def test_half_a_surrogate_pair_in_a_label_does_not_stop_it() -> None:
    numbers = Numbers()
    numbers.add(1, "a\ud800b")
    assert from_bytes(to_bytes(numbers.all(), {}, "1"))["n1"].label == "a?b"
