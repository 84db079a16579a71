"""`atleast reject`."""

from __future__ import annotations

from atleast.cli.options import HERE, ByOption, DossierOption, StatementsArgument, WhyOption
from atleast.cli.output import say


def run(statements: StatementsArgument, by: ByOption, why: WhyOption, dossier: DossierOption = HERE) -> None:
    """Reject statements that their words do not make. Nothing counts them any more; they are shown as rejected."""
    from atleast.dossier.dossier import open_dossier
    from atleast.statement.reviewing import reject

    with open_dossier(dossier, write=True) as opened:
        for each in reject(opened, statements, by=by, why=why):
            say(f"Rejected: {each.id[:8]}  {' '.join(each.statement.quote.split())}")
