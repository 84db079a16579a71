"""`atleast withdraw`."""

from __future__ import annotations

from atleast.cli.options import HERE, ByOption, DossierOption, StatementsArgument, WhyOption
from atleast.cli.output import say


def run(statements: StatementsArgument, by: ByOption, why: WhyOption = "", dossier: DossierOption = HERE) -> None:
    """Take back a confirmation or a rejection. It stays on record, with who took it back, when and why."""
    from atleast.dossier.dossier import open_dossier
    from atleast.statement.reviewing import withdraw

    with open_dossier(dossier, write=True) as opened:
        for each in withdraw(opened, statements, by=by, why=why):
            say(f"Withdrawn: what was said of {each.id[:8]}  {' '.join(each.statement.quote.split())}")
