"""Reviews in the records store: what people said of statements, as rows that are only ever added to."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.ledger.canonical import JsonValue
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.review import Review
from atleast.model.words import ReviewVerdict


def put(tx: sa.Connection, review: Review) -> int:
    """Store a review and enter it in the ledger; its number, counted from 1."""
    table = schema.review
    number = int(tx.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0) + 1
    index = log.append(tx, Entry(EntryKind.DECISION, review.at, review_body(number, review)))
    tx.execute(table.insert().values(number=number, entry=index, **_row(review)))
    return number


def all_reviews(tx: sa.Connection) -> list[Review]:
    """Every review there was, in order."""
    return [review_of(row) for row in tx.execute(sa.select(schema.review).order_by(schema.review.c.number))]


def holding(tx: sa.Connection) -> dict[str, Review]:
    """The review that holds of each statement, by its id, in order: the last, where that did not withdraw what was said."""
    last = {review.statement: review for review in all_reviews(tx)}
    return {identity: one for identity, one in last.items() if one.verdict is not ReviewVerdict.WITHDRAWN}


def review_body(number: int, review: Review) -> dict[str, JsonValue]:
    """What the ledger says of a review: all of it but the time, which the entry has."""
    return {"review": number} | {key: value for key, value in _row(review).items() if key != "at" and value is not None}


def review_of(row: sa.Row[Any]) -> Review:
    """The review in a row of its table. Raises ValueError for a verdict that is none."""
    own = {field.name: getattr(row, field.name) for field in fields(Review)}
    return Review(**own | {"verdict": ReviewVerdict(row.verdict)})


def _row(review: Review) -> dict[str, Any]:
    return {field.name: getattr(review, field.name) for field in fields(Review)} | {"verdict": review.verdict.value}
