"""`atleast decisions`."""

from __future__ import annotations

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json


def run(dossier: DossierOption = HERE, as_json: JsonOption = False) -> None:
    """List every decision about who is who: what, by whom, when and why, and which were taken back."""
    from dataclasses import asdict

    from atleast.dossier.decisions import standing
    from atleast.dossier.dossier import open_dossier
    from atleast.person.deciding import decided

    with open_dossier(dossier) as opened:
        every = decided(opened)
    holds = {number for number, _ in standing(every).values()}
    if as_json:
        say_json([{"number": number, "holds": number in holds, **asdict(each)} for number, each in every.items()])
        return
    if not every:
        say("Nothing is decided yet: see `atleast match`.")
    for number, each in every.items():
        what = f"takes back {each.takes_back}" if each.takes_back else each.judgement.value.replace("_", " ")
        note = "" if number in holds or each.takes_back else " (no longer holds)"
        say(
            f"{number}  {each.at}  {each.by}: {each.first} and {each.second}: {what}{note}{'. ' + each.why if each.why else ''}"
        )
