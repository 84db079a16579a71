"""`count`: our own minimum for a dossier, by a rule of its mandate, on a day."""

from __future__ import annotations

from datetime import date

from atleast.case.register import Register, register_of
from atleast.dossier.dossier import Dossier
from atleast.dossier.mandate import Mandate
from atleast.errors import UsageError
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.model.figure import Minimum


def count(dossier: Dossier, rule: str | None = None, day: date | None = None) -> Minimum:
    """The minimum by a rule on a day: by default the mandate's own rule, on the last day that the sources know.

    Raises MandateError where there is no such rule, UsageError where no source has a date and no day is given.
    """
    return count_in(register_of(dossier), dossier.mandate, rule, day)


def count_in(register: Register, mandate: Mandate, rule: str | None = None, day: date | None = None) -> Minimum:
    """The same, in a register that is at hand."""
    chosen = mandate.rule(rule)
    on = day or day_of(register, mandate)
    return minimum(register.cases, chosen, on, register.by_id, alike(register.pairs))


def day_of(register: Register, mandate: Mandate) -> date:
    """The day to count on where nobody names one: the mandate's first, or the last that the sources know.

    Raises UsageError where there is none.
    """
    on = next(iter(mandate.report_days), None) or register.last_day()
    if on is None:
        raise UsageError(
            "No source has a date, so there is no last day to count on.", remedy="Give one: --as-of 2023-05-12."
        )
    return on
