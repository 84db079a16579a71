"""`atleast count`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import (
    HERE,
    AsOfOption,
    DossierOption,
    JsonOption,
    KnownByOption,
    RuleOption,
    SinceOption,
    TakenInByOption,
)
from atleast.cli.output import say, say_json

if TYPE_CHECKING:
    from atleast.figure.breakdown import Breakdown
    from atleast.figure.counting import ThenAndNow
    from atleast.model.figure import Member, Minimum


class By(StrEnum):
    """What a count can be broken down by."""

    GROUNDS = "grounds"
    ARTICLE = "article"
    PLACE = "place"
    SEX = "sex"
    MONTH = "month"


def run(  # noqa: PLR0913, PLR0917 - each is an option
    rule: RuleOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    known_by: KnownByOption = None,
    taken_in_by: TakenInByOption = None,
    by: Annotated[By | None, typer.Option("--by", help="Break the count down, too.", show_default=False)] = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Count: at least how many, on what day or in what period, and who.

    By a rule of mandate.toml. Names who counts, who possibly does, and who does not, each with the reason; who is only
    just in or out, and what would tip it; and the same count as known on its own day.
    """
    from atleast.case.register import Seen, held_in
    from atleast.dossier.dossier import open_dossier
    from atleast.figure import breakdown
    from atleast.figure.counting import count_then_and_now

    seen = Seen(known_by.date() if known_by else None, taken_in_by.date() if taken_in_by else None)
    with open_dossier(dossier) as opened:
        mandate = opened.mandate
        both = count_then_and_now(
            held_in(opened), mandate, rule, as_of.date() if as_of else None, since.date() if since else None, seen
        )
    now = both.now
    rows = breakdown.break_down(now, breakdown.By(by), both.register, mandate.rule(rule)) if by else None
    if as_json:
        say_json(_to_json(both) | ({"by": _rows_to_json(rows)} if rows else {}))
        return
    _tell_headline(both)
    if rows:
        _tell_rows(rows)
    _tell_members(now)
    _tell_near("Only just in", now.just_in)
    _tell_near("Only just out", now.just_out)


def _tell_headline(both: ThenAndNow) -> None:
    counted, then = both.now, both.then
    when = f"from {counted.since} to {counted.day}" if counted.since else f"on {counted.day}"
    say(f"At least {counted.value} {counted.of} {when} (rule {counted.rule}).")
    say(f"With everybody who possibly counts: {counted.ceiling}.")
    if counted.names > counted.value:
        say(f"They are the fewest that {counted.names} names can be: what may be spellings of one name counts once.")
    if counted.apart > counted.value:
        say(f"They are up to {counted.apart} if names that may be one person's are not: see `atleast match`.")
    say(
        f"By what sources had told by that day: at least {then.value}, with everybody who possibly counts {then.ceiling}."
    )


def _tell_members(counted: Minimum) -> None:
    for heading, members in (
        ("Counted", counted.members),
        ("Possibly", counted.possible),
        ("Not counted", counted.excluded),
    ):
        if members:
            say()
            say(f"{heading}: {len(members)}")
            for member in _grouped(members):
                say(f"  {member.person}: {member.reason} [{' '.join(one[:8] for one in member.statements)}]")
                for double in member.doubles:
                    say(f"    may be the same as {double.person}: {double.reason}")


def _tell_near(heading: str, members: Sequence[Member]) -> None:
    if members:
        say()
        say(f"{heading}: {len(members)}")
        for member in members:
            say(f"  {member.person}: {member.tip}")


def _tell_rows(rows: Breakdown) -> None:
    say()
    say(f"By {rows.by.value}. {rows.remark}")
    for row in rows.rows:
        say(
            f"  {row.value}: at least {row.fewest}"
            + (f" ({len(row.cases)} names)" if len(row.cases) > row.fewest else "")
        )
    if rows.untold:
        say(f"  not told: {len(rows.untold)} names")


def _grouped(members: tuple[Member, ...]) -> list[Member]:
    """Each member followed by those that count with it."""
    heads = [member for member in members if not member.counts_with]
    return [each for head in heads for each in (head, *(other for other in members if other.counts_with == head.case))]


def _to_json(both: ThenAndNow) -> dict[str, Any]:
    counted, then = both.now, both.then
    return {
        "rule": counted.rule,
        "of": counted.of,
        "day": counted.day.isoformat(),
        "since": counted.since and counted.since.isoformat(),
        "bound": counted.bound.value,
        "value": counted.value,
        "names": counted.names,
        "apart": counted.apart,
        "ceiling": counted.ceiling,
        "known_then": {"value": then.value, "ceiling": then.ceiling},
        "members": [_member(member) for member in counted.members],
        "possible": [_member(member) for member in counted.possible],
        "excluded": [_member(member) for member in counted.excluded],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "person": member.person,
        "case": member.case,
        "reason": member.reason,
        "tip": member.tip or None,
        "statements": list(member.statements),
        "counts_with": member.counts_with or None,
        "doubles": [
            {"person": double.person, "case": double.case, "reason": double.reason} for double in member.doubles
        ],
    }


def _rows_to_json(rows: Breakdown) -> dict[str, Any]:
    return {
        "what": rows.by.value,
        "adds_up": rows.adds_up,
        "remark": rows.remark,
        "rows": [{"value": row.value, "fewest": row.fewest, "cases": list(row.cases)} for row in rows.rows],
        "untold": list(rows.untold),
    }
