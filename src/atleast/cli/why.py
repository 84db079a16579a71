"""`atleast why`."""

from __future__ import annotations

from typing import Annotated

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption, KnownByOption, TakenInByOption
from atleast.cli.output import say, say_json


def run(
    what: Annotated[
        str,
        typer.Argument(metavar="NAME|FIGURE", help="A person, a case, a rule, a number of numbers.json, a statement."),
    ],
    known_by: KnownByOption = None,
    taken_in_by: TakenInByOption = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show what a figure or a person's case rests on.

    The rule, the steps, the quotes with their context, the files, their hashes, and the place in the ledger.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.report.why import why

    with open_dossier(dossier) as opened:
        chain = why(
            opened,
            what,
            known_by=known_by.date() if known_by else None,
            taken_in_by=taken_in_by.date() if taken_in_by else None,
        )
    if as_json:
        say_json(chain.to_json())
    else:
        for line in chain.to_text():
            say(line)
