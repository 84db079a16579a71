"""`atleast new`."""

from __future__ import annotations

from atleast.cli.options import HERE, DossierOption
from atleast.cli.output import say


def run(dossier: DossierOption = HERE) -> None:
    """Make an empty dossier.

    That is a folder with mandate.toml to fill in, a store and a ledger.

    The first thing to do with it is to open mandate.toml in an editor and say what the dossier is about.
    """
    from atleast.dossier.dossier import new_dossier

    root = new_dossier(dossier)
    say(f"A new dossier is in {root.resolve()}.")
    say("Next: say what it is about in mandate.toml, then `atleast add FOLDER`.")
