"""The tables that a linguist may edit, in `tables/`, as the comparer needs them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from atleast.errors import InvalidRecord

_FOLDER = "tables"


@cache
def table(name: str) -> dict[str, Any]:
    """One table, `tables/<name>.toml`. Raises InvalidRecord where it is missing or is no TOML."""
    place = f"{_FOLDER}/{name}.toml"
    try:
        return tomllib.loads((files(__package__) / _FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        remedy = "Install atleast again, or mend the file if you changed it."
        raise InvalidRecord(f"{place}: {error}.", remedy=remedy) from error


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name in the languages that have it."""

    number: int
    forms: tuple[str, ...]
    diminutives: tuple[str, ...]
    sex: str


@cache
def given_names() -> tuple[GivenName, ...]:
    """Every given name, in the order of the table."""
    return tuple(
        GivenName(number, tuple(row["forms"]), tuple(row.get("diminutives", ())), row["sex"])
        for number, row in enumerate(table("given_names")["name"])
    )
