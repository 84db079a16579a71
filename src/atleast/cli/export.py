"""`atleast export`."""

from __future__ import annotations

import sys

import typer

from atleast.cli.options import HERE, DossierOption

app = typer.Typer(help="Write what is on record for other programs.", no_args_is_help=True)


@app.callback()
def _export() -> None:
    """Write what is on record for other programs."""


@app.command()
def statements(dossier: DossierOption = HERE) -> None:
    """Write every statement to standard output, one JSON object a line (docs/reference/statements.md)."""
    from atleast.dossier.dossier import open_dossier
    from atleast.report.exporting import export_statements

    with open_dossier(dossier) as opened:
        for line in export_statements(opened):
            sys.stdout.write(f"{line}\n")


@app.command()
def decisions(dossier: DossierOption = HERE) -> None:
    """Write the decisions that hold to standard output, as lines of the resolver of nomenklatura."""
    from atleast.dossier.dossier import open_dossier
    from atleast.person.resolver_lines import export_decisions

    with open_dossier(dossier) as opened:
        for line in export_decisions(opened):
            sys.stdout.write(f"{line}\n")
