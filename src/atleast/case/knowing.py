"""When a step was known: the first source that tells it, by the date it claims, and the day on which we took it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from atleast.dossier.readings import Recorded
from atleast.model.edtf import days_of
from atleast.model.source import Source


@dataclass(frozen=True, slots=True)
class Known:
    """Since when something is known. It may have been so long before: valid time is the step's own."""

    told: date | None
    """The day by which the first source that tells it had certainly come out; None where none has a date."""
    by: str | None
    """The name of that source."""
    taken_in: str
    """When the first source that tells it was taken in: UTC, to the second."""


def first_known(
    statements: Iterable[str],
    by_id: Mapping[str, Recorded],
    by_hash: Mapping[str, Source],
    dates: Mapping[str, str | None],
) -> Known:
    """Since when what some statements tell is known. There is at least one."""
    held = sorted({by_id[identity].statement.source for identity in statements})
    told = min(
        (
            (latest, by_hash[source].name)
            for source in held
            if (edtf := dates.get(source)) and (latest := days_of(edtf).latest)
        ),
        default=(None, None),
    )
    return Known(told[0], told[1], min(by_hash[source].taken_in for source in held))
