"""`atleast conflicts`."""

from __future__ import annotations

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json


def run(dossier: DossierOption = HERE, as_json: JsonOption = False) -> None:
    """List what cannot be so as it is told: lives that are impossible, and people of whom nothing was heard for long.

    Released before arrested, sentenced after death, two prisons on one day, in custody without news. Nothing is changed.
    """
    from atleast.case.impossible import conflicts
    from atleast.case.register import register_of
    from atleast.dossier.dossier import open_dossier

    with open_dossier(dossier) as opened:
        found = conflicts(register_of(opened), opened.mandate.months_without_news)
    if as_json:
        say_json(
            [
                {
                    "kind": each.kind.value,
                    "case": each.case,
                    "person": each.person,
                    "what": each.what,
                    "statements": list(each.statements),
                }
                for each in found
            ]
        )
        return
    if not found:
        say("Nothing that is told excludes itself.")
    for each in found:
        say(f"{each.person} (case {each.case}): {each.what} [{' '.join(one[:8] for one in each.statements)}]")
