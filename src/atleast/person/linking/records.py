"""Lists as one table that can be compared: the same columns whatever the lists call them, every distinct value folded once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from atleast.engine.models import APART, ID
from atleast.errors import UsageError
from atleast.model.edtf import days_of
from atleast.person.linking.parts import Parts, joined_parts, parts_of
from atleast.person.linking.profile import Holds, Profile
from atleast.person.names import fold
from atleast.person.spelling.sounds import sounds_of

LIST = "list"
OTHER = "other_"
"""What the columns are called that hold anything else: so, and their own name, by which they are known in another list."""
_EPOCH = date(1970, 1, 1)
_YEAR = 365.25
_OLDEST = 120
"""An age above it, or below 0, is a list's way of saying that it does not know."""
_SEXES = {
    "f": "f",
    "m": "m",
    "female": "f",
    "male": "m",
    "ж": "f",
    "м": "m",
    "ч": "m",
    "w": "f",
    "woman": "f",
    "man": "m",
}
_SOUNDED = (Holds.PLACE, Holds.COURT, Holds.FACILITY, Holds.OCCUPATION)
_FOLDED = (Holds.ARTICLE, Holds.ARRESTED, Holds.SENTENCED)


def records(lists: Sequence[tuple[pa.Table, Profile]]) -> pa.Table:
    """The rows of all lists, as the columns that `plan_for` compares; a list that lacks a column has nulls in it.

    Raises UsageError where a profile names a column that its list does not have.
    """
    return pa.concat_tables([_of_list(table, profile) for table, profile in lists], promote_options="default")


def _of_list(table: pa.Table, profile: Profile) -> pa.Table:
    if missing := [column for column in (profile.identity, *profile.columns) if column not in table.column_names]:
        remedy = f"Its columns are: {', '.join(table.column_names)}."
        raise UsageError(f"The list {profile.name} has no column {', '.join(missing)}.", remedy=remedy)
    name = pa.repeat(profile.name, table.num_rows)
    found: dict[str, pa.Array | pa.ChunkedArray] = {ID: table[profile.identity].cast(pa.string()), LIST: name}
    found[APART] = name if profile.holds_nobody_twice else pa.nulls(table.num_rows, pa.string())
    if parts := _parts(table, profile):
        found |= {part: getattr(parts, part) for part in Parts.__slots__}
        rest = parts.lineage if parts.lineage.null_count < len(parts.lineage) else parts.family
        found["name"] = pc.binary_join_element_wise(parts.given, rest, "|")
    if births := _births(table, profile):
        middle = pc.divide(pc.add(births["born_from"], births["born_to"]), pa.scalar(2 * _YEAR))
        found |= births | {"born_year": pc.cast(pc.floor(middle), pa.int32())}
    for column, holds in profile.columns.items():
        if holds is Holds.OTHER:
            found[OTHER + re.sub(r"\W+", "_", fold(column))] = _each(table[column], fold)
        elif holds is Holds.SEX:
            found["sex"] = _each(table[column], lambda text: _SEXES.get(text.strip().casefold()))
        elif holds in _SOUNDED:
            found[holds.value] = _each(table[column], _sounded)
        elif holds in _FOLDED:
            found[holds.value] = _each(table[column], fold)
    return pa.table(found)


def _parts(table: pa.Table, profile: Profile) -> Parts | None:
    columns = {holds: column for column, holds in profile.columns.items()}
    if Holds.GIVEN in columns and Holds.FAMILY in columns:
        return joined_parts(table[columns[Holds.GIVEN]], table[columns[Holds.FAMILY]])
    if Holds.LINEAGE in columns:
        return parts_of(table[columns[Holds.LINEAGE]], in_order=True)
    if Holds.NAME in columns:
        return parts_of(table[columns[Holds.NAME]])
    return None


def _births(table: pa.Table, profile: Profile) -> dict[str, pa.Array]:
    """The date of birth as it is told, and the first and last day that it may mean, counted from 1970."""
    for column, holds in profile.columns.items():
        if holds is Holds.BIRTH:
            return _dates(table[column])
    for column, holds in profile.columns.items():
        if holds is Holds.AGE and profile.as_of:
            day = (date.fromisoformat(profile.as_of) - _EPOCH).days
            told = pc.cast(table[column], pa.float64(), safe=False)
            years = pc.if_else(pc.and_(pc.greater_equal(told, 0), pc.less_equal(told, _OLDEST)), told, None)
            first = pc.subtract(day, pc.multiply(pc.add(years, 1.0), _YEAR))
            last = pc.subtract(day, pc.multiply(years, _YEAR))
            told = pa.nulls(table.num_rows, pa.string())
            first, last = (pc.cast(days, pa.int32(), safe=False) for days in (first, last))
            return {"birth": told, "born_from": first, "born_to": last}
    return {}


def _each(column: pa.ChunkedArray, of: Callable[[str], str | None]) -> pa.Array:
    """A function of every value, called once for each distinct one; nothing stays nothing."""
    coded = column.cast(pa.string()).combine_chunks().dictionary_encode()
    made = [of(text) or None if text else None for text in coded.dictionary.to_pylist()]
    return pa.array(made, pa.string()).take(coded.indices)


def _dates(column: pa.ChunkedArray) -> dict[str, pa.Array]:
    coded = column.cast(pa.string()).combine_chunks().dictionary_encode()
    told = [_dated(text) for text in coded.dictionary.to_pylist()]
    parts = zip(("birth", "born_from", "born_to"), (pa.string(), pa.int32(), pa.int32()), strict=True)
    return {
        name: pa.array([date and date[at] for date in told], kind).take(coded.indices)
        for at, (name, kind) in enumerate(parts)
    }


def _sounded(text: str) -> str:
    """Words by their sounds, so that a town is one in two alphabets; what has no sounds is folded."""
    return " ".join(sounds_of(word) or word for word in fold(text).split())


def _dated(text: str | None) -> tuple[str, int, int] | None:
    """A date as EDTF and the days that it may mean, where it is one; eight digits in a row are year, month and day."""
    bare = (text or "").strip()
    if re.fullmatch(r"\d{8}", bare):
        bare = f"{bare[:4]}-{bare[4:6]}-{bare[6:]}"
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", bare):
            day = (date.fromisoformat(bare) - _EPOCH).days
            return bare, day, day
        days = days_of(bare)
    except ValueError:
        return None
    first, last = days.earliest or date.min, days.latest or date.max
    return bare, (first - _EPOCH).days, (last - _EPOCH).days
