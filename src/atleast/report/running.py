"""`report_folder`: the main job, end to end: a folder of sources in, a report out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from atleast.dossier.dossier import open_or_new
from atleast.dossier.reports import MadeReport
from atleast.dossier.watching import Watch, silent
from atleast.errors import UsageError
from atleast.report.making import make_report
from atleast.source.intake import Intake, add
from atleast.statement.reading import ReadingTally, read


@dataclass(frozen=True, slots=True)
class Run:
    """What came of it, stage by stage."""

    intake: Intake
    tally: ReadingTally
    made: MadeReport


def report_folder(
    folder: Path, dossier: Path, out: Path | None = None, watch: Watch = silent, processes: int | None = None
) -> Run:
    """Take in a folder, read what is new, and make the report, in the dossier at `dossier`, made first if need be.

    `out` is a folder for a copy of the report; `processes` is how many may read at the same time. Raises UsageError where
    there is no such folder of sources; whatever the stages raise.
    """
    if not folder.exists():
        raise UsageError(f"There is nothing at {folder}.", remedy="Check the path of the folder of sources.")
    with open_or_new(dossier) as opened:
        intake = add(opened, folder, watch)
        tally = read(opened, watch, processes)
        made = make_report(opened, out)
    return Run(intake, tally, made)
