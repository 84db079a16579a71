"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DossierOption = Annotated[
    Path, typer.Option("--dossier", metavar="DIR", help="The dossier's folder.", show_default="the current folder")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for a program.")]

HERE = Path()
