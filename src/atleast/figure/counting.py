"""`count`: our own minimum for a dossier, by a rule of its mandate, on a day or in a period, as known at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from atleast.case.register import EVERYTHING, Held, Register, Seen, held_in, register_from
from atleast.dossier.dossier import Dossier
from atleast.dossier.mandate import Mandate
from atleast.dossier.rules import Measure, Rule
from atleast.errors import UsageError
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.model.edtf import Days, days_of
from atleast.model.figure import Minimum


def count(
    dossier: Dossier,
    rule: str | None = None,
    day: date | None = None,
    *,
    since: date | None = None,
    known_by: date | None = None,
    taken_in_by: date | None = None,
) -> Minimum:
    """The minimum by a rule on a day: by default the mandate's own rule, on the last day that the sources know.

    By a flow it is counted from `since` to the day, by default over the period of the rule or of the mandate. `known_by`
    leaves out whatever came out later by the sources' own dates, `taken_in_by` whatever we took in or decided later.

    Raises MandateError where there is no such rule, UsageError where no source has a date and no day is given, or a flow
    has no period.
    """
    register = register_from(held_in(dossier), Seen(known_by, taken_in_by))
    return count_in(register, dossier.mandate, rule, day, since)


def count_in(
    register: Register, mandate: Mandate, rule: str | None = None, day: date | None = None, since: date | None = None
) -> Minimum:
    """The same, in a register that is at hand."""
    wanted = mandate.rule(rule)
    first, last = span_of(register, mandate, wanted, since, day)
    return minimum(register.cases, wanted, last, register.by_id, alike(register.pairs), first)


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One count twice: by what sources had told by its own day, and by what is known now."""

    then: Minimum
    now: Minimum
    register: Register
    """That by which the count of now was made."""


def count_then_and_now(
    held: Held,
    mandate: Mandate,
    rule: str | None = None,
    day: date | None = None,
    since: date | None = None,
    seen: Seen = EVERYTHING,
) -> ThenAndNow:
    """The count by what `seen` lets see, and the same as known on the day that it counts on."""
    register = register_from(held, seen)
    now = count_in(register, mandate, rule, day, since)
    known_by = min(now.day, seen.known_by or now.day)
    earlier = register_from(held, Seen(known_by, seen.taken_in_by))
    return ThenAndNow(count_in(earlier, mandate, rule, now.day, now.since), now, register)


def span_of(
    register: Register, mandate: Mandate, rule: Rule, since: date | None, day: date | None
) -> tuple[date | None, date]:
    """The first and the last day to count: for a stock None and its day. Raises UsageError where there are none."""
    if rule.measure is Measure.STOCK:
        if since is not None:
            raise UsageError(
                f"The rule {rule.name} counts on a day, not over a period.",
                remedy='Leave --from out, or give the rule measure = "flow".',
            )
        return None, day or day_of(register, mandate)
    period = days_of(rule.period or mandate.period) if rule.period or mandate.period else Days(None, None)
    first, last = since or period.earliest, day or period.latest
    if first is None or last is None:
        raise UsageError(
            f"The rule {rule.name} counts over a period, and there is none.",
            remedy="Give one: --from 2023-01-01 --as-of 2023-06-30, or period in mandate.toml.",
        )
    if first > last:
        raise UsageError(f"The period ends on {last}, before it begins on {first}.", remedy="Turn the days round.")
    return first, last


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
