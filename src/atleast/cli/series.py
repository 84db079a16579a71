"""`atleast series`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import (
    HERE,
    DossierOption,
    JsonOption,
    KnownByOption,
    RuleOption,
    SinceOption,
    TakenInByOption,
)
from atleast.cli.output import say, say_json

if TYPE_CHECKING:
    from atleast.figure.monthly import Series


def run(  # noqa: PLR0913, PLR0917 - each is an option
    rule: RuleOption = None,
    since: SinceOption = None,
    until: Annotated[
        datetime | None,
        typer.Option("--to", metavar="DAY", formats=["%Y-%m-%d"], help="Last day.", show_default="the mandate's"),
    ] = None,
    known_by: KnownByOption = None,
    taken_in_by: TakenInByOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write series.csv and series.svg here.", show_default="none"),
    ] = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Count month by month: how many were held, how many were taken, what is published.

    The stock on the last day of each month as known now and as known then, with its ceiling; who was taken in the month;
    and the change a month, with the bounds that floor and ceiling leave.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.figure.monthly import series

    with open_dossier(dossier) as opened:
        found = series(
            opened,
            rule,
            since.date() if since else None,
            until.date() if until else None,
            known_by=known_by.date() if known_by else None,
            taken_in_by=taken_in_by.date() if taken_in_by else None,
        )
    if out is not None:
        _write(found, out)
    if as_json:
        say_json(_to_json(found))
    else:
        _tell(found)


def _write(found: Series, out: Path) -> None:
    from atleast.dossier.files import write_whole
    from atleast.errors import UsageError
    from atleast.report.series_files import to_csv, to_svg

    try:
        out.mkdir(parents=True, exist_ok=True)
        write_whole(out / "series.csv", to_csv(found))
        write_whole(out / "series.svg", to_svg(found))
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise UsageError(
            f"The series cannot be written to {out}.", remedy="Name a folder that you may write to with --out."
        ) from error


def _tell(found: Series) -> None:
    say(f"At least so many {found.of} (rule {found.rule}), by what is known now and by what was told by then.")
    say("last day    now  ceiling  then  taken  published")
    for month in found.months:
        own = (month.now.certain, month.now.ceiling, month.then.certain, month.flow.certain)
        theirs = "; ".join(f"{each.bound.value.replace('_', ' ')} {each.value} {each.of}" for each in month.published)
        say(f"{month.day}  {own[0]:>5}  {own[1]:>7}  {own[2]:>4}  {own[3]:>5}  {theirs}".rstrip())
    if found.trend:
        whole = found.trend.whole
        say(f"Change a month: {whole.by_floors:+.1f} by the floors, between {whole.least:+.1f} and {whole.most:+.1f}.")
        say(found.trend.words)


def _to_json(found: Series) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "of": found.of,
        "months": [
            {
                "day": month.day.isoformat(),
                "now": {"value": month.now.certain, "ceiling": month.now.ceiling},
                "known_then": {"value": month.then.certain, "ceiling": month.then.ceiling},
                "taken": {"value": month.flow.certain, "ceiling": month.flow.ceiling},
                "published": [
                    {"statement": each.id, "bound": each.bound.value, "value": each.value, "of": each.of}
                    for each in month.published
                ],
            }
            for month in found.months
        ],
        "trend": found.trend
        and {
            "a_month_by_floors": found.trend.whole.by_floors,
            "least": found.trend.whole.least,
            "most": found.trend.whole.most,
            "words": found.trend.words,
        },
    }
