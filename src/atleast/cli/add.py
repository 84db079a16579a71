"""`atleast add`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json, watching
from atleast.errors import Exit

if TYPE_CHECKING:
    from atleast.source.intake import Intake


def run(
    place: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder, or one file.", show_default=False)],
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Take in every file under FOLDER.

    Originals are kept unaltered, once; what cannot be read is kept and explained.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.source.intake import add

    with open_dossier(dossier, write=True) as opened, watching() as watch:
        intake = add(opened, place, watch)
    if as_json:
        say_json(to_json(intake))
    else:
        tell(intake)
    raise typer.Exit(exit_of(intake))


def tell(intake: Intake) -> None:
    """Say what was taken in, and what could not be."""

    say(
        f"{_sources(intake.new)} taken in, {intake.unchanged} there already, {intake.again} met again under another name."
    )
    if intake.our_own:
        say(f"{intake.our_own} of our own reports left out.")
    if intake.read_at_last:
        say(f"{_sources(intake.read_at_last)} on record that could not be read before can be read now.")
    for name, problem in intake.unreadable:
        say(f"  kept, not read: {name}: {problem}")
    if intake.still_unreadable:
        say(
            f"  kept, not read since an earlier run: {_sources(intake.still_unreadable)}; the report says which and why"
        )
    for missed in intake.missed:
        say(f"  not taken in: {missed.name}: {missed.problem}")


def to_json(intake: Intake) -> dict[str, Any]:
    """The same for a program."""
    return {
        "new": intake.new,
        "unchanged": intake.unchanged,
        "again": intake.again,
        "our_own": intake.our_own,
        "read_at_last": intake.read_at_last,
        "states": {state.value: number for state, number in sorted(intake.states.items())},
        "unreadable": [{"name": name, "problem": problem} for name, problem in intake.unreadable],
        "still_unreadable": intake.still_unreadable,
        "missed": [{"name": missed.name, "problem": missed.problem} for missed in intake.missed],
    }


def exit_of(intake: Intake) -> Exit:
    """Failed where a file could not even be kept, not checked where one on record could not be read, else passed."""
    if intake.missed:
        return Exit.FAILED
    return Exit.NOT_CHECKED if intake.unreadable or intake.still_unreadable else Exit.PASSED


def _sources(number: int) -> str:
    """Files, and what was in archives and e-mails among them."""
    return f"{number} source" if number == 1 else f"{number} sources"
