"""FollowTheMoney entities (followthemoney.tech): persons become the rows of one table, a column for each property.

    {"id": "vx-17", "schema": "Person", "properties": {"name": ["Vasil Korin"], "birthDate": ["1985-03"]}}

One entity a line, or an array of them. Several values of a property stand in one cell, parted by semicolons; the first name is
the name, and all others, aliases and former ones too, are other names.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from atleast.errors import DamagedSource, EmptySource
from atleast.limits import Limits
from atleast.source.formats.rows import Rows
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft

_PERSON = "Person"
_NAMES = ("name", "alias", "previousName")
_FIRST = ("id", "name", "otherNames")

Entity = Mapping[str, Any]


def are_entities(text: str) -> bool:
    """Whether a text is of FollowTheMoney entities, by the first of them."""
    try:
        return next((_is_entity(entity) for _, entity in _entities(text)), False)
    except ValueError:
        return False


def opened(text: str, name: str, limits: Limits, note: str | None) -> Opened:
    """The persons among the entities as rows, each placed by the number of its entity.

    What is left out, since it is no person, is named in a note. Raises DamagedSource, EmptySource, OversizedSource.
    """
    try:
        entities = list(_entities(text))
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise DamagedSource(
            f"{name} is not whole JSON{where}.", remedy="The file was cut short or altered; ask for it again."
        ) from error
    persons = [(number, _cells(entity)) for number, entity in entities if _schema(entity) == _PERSON]
    if not persons:
        raise EmptySource(f"{name} has no entity of a person.", remedy="Export those whose schema is Person.")
    draft = Draft()
    rows = Rows(draft, name, limits)
    columns = sorted({column for _, cells in persons for column in cells}, key=_order)
    rows.add(columns, "properties")
    for number, cells in persons:
        rows.add([cells.get(column, "") for column in columns], f"entity {number}")
    others = Counter(_schema(entity) for _, entity in entities if _schema(entity) != _PERSON)
    left = "; ".join(f"{number} {schema}" for schema, number in sorted(others.items()))
    notes = [note] if note else []
    notes += [f"Left out, since they are no persons: {left}."] if left else []
    return Opened(Kind.JSON.media_type, draft.layout(name, limits), notes=tuple(notes))


def _entities(text: str) -> Iterator[tuple[int, Any]]:
    """What stands in the lines or in the array, each with its number. Raises ValueError for what is not JSON."""
    if text.lstrip().startswith("["):
        yield from enumerate(json.loads(text), 1)
        return
    number = 0
    for line_number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            number += 1
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                error.lineno = line_number
                raise


def _is_entity(entity: Any) -> bool:
    return isinstance(entity, dict) and "schema" in entity and isinstance(entity.get("properties"), dict)


def _schema(entity: Any) -> str:
    return str(entity["schema"]) if _is_entity(entity) else "something else"


def _cells(entity: Entity) -> dict[str, str]:
    """The cells of a person, by what stands above them."""
    properties = {name: _values(values) for name, values in entity["properties"].items()}
    names = [value for each in _NAMES for value in properties.pop(each, [])]
    cells = {name: "; ".join(values) for name, values in properties.items() if values}
    others = "; ".join(dict.fromkeys(names[1:]))
    own = {"id": str(entity.get("id", "")), "name": names[0] if names else "", "otherNames": others}
    return cells | {name: value for name, value in own.items() if value}


def _values(values: Any) -> list[str]:
    return [str(value) for value in (values if isinstance(values, list) else [values]) if value not in (None, "")]


def _order(column: str) -> tuple[int, str]:
    return (_FIRST.index(column), "") if column in _FIRST else (len(_FIRST), column)
