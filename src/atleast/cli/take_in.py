"""`atleast import`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from atleast.cli.options import HERE, DossierOption
from atleast.cli.output import say

app = typer.Typer(help="Take in what other programs have on record.", no_args_is_help=True)


@app.callback()
def _import() -> None:
    """Take in what other programs have on record."""


@app.command()
def decisions(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Lines of a resolver of nomenklatura.")],
    dossier: DossierOption = HERE,
) -> None:
    """Take in decisions about who is who, all of a file or none. What is decided so already is not decided again."""
    from atleast.dossier.dossier import open_dossier
    from atleast.person.resolver_lines import import_decisions, lines_of

    with open_dossier(dossier, write=True) as opened:
        new = import_decisions(opened, lines_of(file), file.name)
    say(f"{new} new decision{'' if new == 1 else 's'}.")
