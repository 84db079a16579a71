"""`atleast timestamp`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from atleast.cli.options import HERE, DossierOption
from atleast.cli.output import say

app = typer.Typer(
    help="Have an authority attest the ledger (RFC 3161). The files travel by any means you choose.",
    no_args_is_help=True,
)


@app.command()
def request(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to put the request.")] = HERE,
    dossier: DossierOption = HERE,
) -> None:
    """Write a request (.tsq) over the ledger as it stands. It tells the authority a hash and nothing else."""
    from atleast.dossier.dossier import open_dossier
    from atleast.dossier.stamping import request_timestamp

    with open_dossier(dossier, write=True) as opened:
        path = request_timestamp(opened, out)
    say(f"The request is in {path}. Bring the authority's reply back with `atleast timestamp attach FILE.tsr`.")


@app.command()
def attach(
    reply: Annotated[
        Path, typer.Argument(metavar="FILE.tsr", help="The authority's reply.", exists=True, dir_okay=False)
    ],
    dossier: DossierOption = HERE,
) -> None:
    """Put an authority's reply (.tsr) beside the checkpoint that it is over. `atleast verify` checks it, offline."""
    from atleast.dossier.dossier import open_dossier
    from atleast.dossier.stamping import attach_timestamp

    with open_dossier(dossier, write=True) as opened:
        stamp = attach_timestamp(opened, reply)
    say(f"{stamp.reason} It says {stamp.time}, by {stamp.authority}.")
