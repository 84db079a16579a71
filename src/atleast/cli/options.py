"""Options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

DossierOption = Annotated[
    Path, typer.Option("--dossier", metavar="DIR", help="The dossier's folder.", show_default="the current folder")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for a program.")]
ProcessesOption = Annotated[
    int | None,
    typer.Option(
        "--processes", metavar="N", min=1, help="How many may read at the same time.", show_default="all cores"
    ),
]
RuleOption = Annotated[str | None, typer.Option("--rule", help="A rule of mandate.toml.", show_default="the report's")]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DAY", formats=["%Y-%m-%d"], help="The day.", show_default="the sources' last"),
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(
        "--from", metavar="DAY", formats=["%Y-%m-%d"], help="First day of a period.", show_default="the mandate's"
    ),
]
KnownByOption = Annotated[
    datetime | None,
    typer.Option(
        "--known-by",
        metavar="DAY",
        formats=["%Y-%m-%d"],
        help="Only what sources dated by this day tell.",
        show_default="all",
    ),
]
TakenInByOption = Annotated[
    datetime | None,
    typer.Option(
        "--taken-in-by",
        metavar="DAY",
        formats=["%Y-%m-%d"],
        help="Only what was taken in and decided by this day.",
        show_default="all",
    ),
]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="For what reason.")]
StatementsArgument = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Statements, by six or more digits of their ids.", show_default=False),
]

HERE = Path()
