"""Decisions in the records store: what somebody judged of two mentions, as rows that are only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.errors import UsageError
from atleast.ledger.canonical import JsonValue
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.person import Decision
from atleast.model.words import Judgement

Pair = tuple[str, str]
"""The keys of two mentions, in order of the alphabet."""


def put(tx: sa.Connection, decision: Decision) -> int:
    """Store a decision and enter it in the ledger; its number, counted from 1.

    Raises UsageError where it takes back a row that is not there, was taken back already, or takes back another itself.
    """
    if decision.takes_back is not None:
        _require_standing(tx, decision.takes_back)
    table = schema.decision
    number = (tx.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0) + 1
    index = log.append(tx, Entry(EntryKind.DECISION, decision.at, decision_body(number, decision)))
    tx.execute(table.insert().values(number=number, entry=index, **_row(decision)))
    return number


def all_decisions(tx: sa.Connection) -> dict[int, Decision]:
    """Every decision there was, by its number, in order."""
    rows = tx.execute(sa.select(schema.decision).order_by(schema.decision.c.number))
    return {row.number: decision_of(row) for row in rows}


def standing(decided: Mapping[int, Decision]) -> dict[Pair, tuple[int, Decision]]:
    """The decision that holds about each pair, with its number: the last that was not taken back."""
    gone = {each.takes_back for each in decided.values() if each.takes_back is not None}
    return {
        (each.first, each.second): (number, each)
        for number, each in sorted(decided.items())
        if each.takes_back is None and number not in gone
    }


def decision_body(number: int, decision: Decision) -> dict[str, JsonValue]:
    """What the ledger says of a decision."""
    body: dict[str, JsonValue] = {
        "decision": number,
        "first": decision.first,
        "second": decision.second,
        "judgement": decision.judgement.value,
        "by": decision.by,
        "why": decision.why,
        "evidence": list(decision.evidence),
    }
    return body | ({"takes_back": decision.takes_back} if decision.takes_back is not None else {})


def decision_of(row: sa.Row[Any]) -> Decision:
    """The decision in a row of its table. Raises ValueError for words that are not the fixed ones."""
    evidence = tuple(json.loads(row.evidence))
    judgement = Judgement(row.judgement)
    return Decision(row.first, row.second, judgement, row.by, row.at, row.why, evidence, row.takes_back)


def _row(decision: Decision) -> dict[str, Any]:
    return {
        "first": decision.first,
        "second": decision.second,
        "judgement": decision.judgement.value,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "evidence": _json(decision.evidence),
        "takes_back": decision.takes_back,
    }


def _json(evidence: Iterable[str]) -> str:
    return json.dumps(list(evidence), ensure_ascii=False)


def _require_standing(tx: sa.Connection, number: int) -> None:
    decided = all_decisions(tx)
    if number not in decided or decided[number].takes_back is not None:
        raise UsageError(
            f"There is no decision {number} to take back.", remedy="See `atleast decisions` for those there are."
        )
    if any(each.takes_back == number for each in decided.values()):
        raise UsageError(f"Decision {number} was taken back already.", remedy="Nothing is to be done.")
