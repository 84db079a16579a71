"""What the columns of a list hold: declared once for each list, so that nothing is guessed while records are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What stands in a column."""

    NAME = "name"
    """A whole name, its words in any order."""
    GIVEN = "given"
    FAMILY = "family"
    LINEAGE = "lineage"
    """A whole name in the order given name, father's, grandfather's, family's."""
    BIRTH = "birth"
    """A date of birth, EDTF: 1990-05-01, 1990-05, 1990."""
    AGE = "age"
    """Years of age, at the date of `Profile.as_of`."""
    SEX = "sex"
    PLACE = "place"
    ARTICLE = "article"
    COURT = "court"
    FACILITY = "facility"
    ARRESTED = "arrested"
    SENTENCED = "sentenced"
    OCCUPATION = "occupation"
    OTHER = "other"
    """Anything else that tells people apart, as a number of an identity card or an address."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One list: the column of its rows' ids, what its other columns hold, and what is known of it as a whole."""

    identity: str
    columns: Mapping[str, Holds]
    """Column to what it holds; columns that are not named are not looked at."""
    name: str = "list"
    holds_nobody_twice: bool = False
    as_of: str | None = None
    """The day to which ages refer, as 2031-05-01."""
