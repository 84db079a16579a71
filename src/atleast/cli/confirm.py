"""`atleast confirm`."""

from __future__ import annotations

from atleast.cli.options import HERE, ByOption, DossierOption, StatementsArgument, WhyOption
from atleast.cli.output import say


def run(statements: StatementsArgument, by: ByOption, why: WhyOption = "", dossier: DossierOption = HERE) -> None:
    """Confirm that statements say what their words say. What no person confirmed is marked wherever it is used."""
    from atleast.dossier.dossier import open_dossier
    from atleast.statement.reviewing import confirm

    with open_dossier(dossier, write=True) as opened:
        for each in confirm(opened, statements, by=by, why=why):
            say(f"Confirmed: {each.id[:8]}  {' '.join(each.statement.quote.split())}")
