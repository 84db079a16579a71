"""`atleast read`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json, watching
from atleast.errors import Exit

if TYPE_CHECKING:
    from atleast.statement.reading import ReadingTally


def run(dossier: DossierOption = HERE, as_json: JsonOption = False) -> None:
    """Read what is new into statements.

    A statement is who says what, how surely, in which words. What was read before is not read again.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.statement.reading import read

    with open_dossier(dossier, write=True) as opened, watching() as watch:
        tally = read(opened, watch)
    if as_json:
        say_json(asdict(tally))
    else:
        tell(tally)
    raise typer.Exit(Exit.NOT_CHECKED if tally.failed else Exit.PASSED)


def tell(tally: ReadingTally) -> None:
    """Say what was read."""

    say(f"{tally.readings} texts and tables read, {tally.statements} statements found.")
    for language, number in tally.not_read_yet.items():
        say(f"  kept, not read yet: {number} in {language}")
    for name, problem in tally.failed:
        say(f"  not read: {name}: {problem}")
