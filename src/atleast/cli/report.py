"""`atleast report`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from atleast.cli import add as intake_lines
from atleast.cli import read as reading_lines
from atleast.cli.options import HERE, DossierOption, JsonOption, ProcessesOption
from atleast.cli.output import say, say_json, watching
from atleast.errors import Exit


def run(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of sources.", show_default=False)],
    dossier: DossierOption = HERE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Put a copy of the report here.", show_default="none")
    ] = None,
    processes: ProcessesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Do it all: a folder of sources in, a report out.

    Takes in every file under FOLDER, reads, builds cases, counts, and writes the report, in a dossier that is made first
    where there is none. Run it again when new files came: it does only what is new.
    """
    from atleast.report.running import report_folder

    with watching() as watch:
        done = report_folder(folder, dossier, out, watch, processes)
    page = (out or done.made.folder) / "report.html"
    if as_json:
        say_json(
            {
                "report": str(page),
                "number": done.made.number,
                "added": intake_lines.to_json(done.intake),
                "read": asdict(done.tally),
            }
        )
    else:
        intake_lines.tell(done.intake)
        reading_lines.tell(done.tally)
        say(f"The report is in {page.resolve()}")
    code = intake_lines.exit_of(done.intake)
    raise typer.Exit(reading_lines.exit_of(done.tally) if code is Exit.PASSED else code)
