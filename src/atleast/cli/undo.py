"""`atleast undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from atleast.cli.options import HERE, ByOption, DossierOption, WhyOption
from atleast.cli.output import say


def run(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="A decision, as `atleast decisions` numbers it.")],
    by: ByOption,
    why: WhyOption = "",
    dossier: DossierOption = HERE,
) -> None:
    """Take a decision back. It stays on record, with who took it back, when and why."""
    from atleast.dossier.dossier import open_dossier
    from atleast.person.deciding import take_back

    with open_dossier(dossier, write=True) as opened:
        row = take_back(opened, number, by=by, why=why)
    say(f"Decision {number} is taken back, by decision {row}.")
