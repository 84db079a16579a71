"""`atleast lists`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atleast.person.editions import ListChange, RowChange
    from atleast.person.lists import Edition, HeldList


def run(
    name: Annotated[
        str | None, typer.Argument(metavar="[LIST]", help="One list, by its name or the start of it.")
    ] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="What changed from each edition to the next.", show_default=False)
    ] = False,
    toml: Annotated[
        bool, typer.Option("--toml", help="As blocks of lists.toml, to be corrected there.", show_default=False)
    ] = False,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show the lists of people that the dossier holds, and what each column is taken for.

    Where a column is taken for something else, correct it in lists.toml beside mandate.toml: --toml prints what to put
    there, and the next `atleast read` reads the list again.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.person.editions import changes_of
    from atleast.person.lists import as_toml, lists

    with open_dossier(dossier) as opened:
        held = _called(lists(opened), name)
    if toml:
        for line in "\n".join(map(as_toml, held)).splitlines():
            say(line)
    elif changes:
        changed = [change for each in held for change in changes_of(each)]
        say_json([_changes(each) for each in changed]) if as_json else _tell_changes(changed)
    elif as_json:
        say_json([_held(each) for each in held])
    else:
        _tell(held)


def _called(held: Sequence[HeldList], name: str | None) -> list[HeldList]:
    from atleast.errors import NothingByThatName

    found = [each for each in held if name is None or each.name.casefold().startswith(name.casefold())]
    if name is not None and not found:
        names = "; ".join(each.name for each in held)
        raise NothingByThatName(
            f"No list is called {name!r}.", remedy=f"There are: {names}." if names else "There is none."
        )
    return found


def _tell(held: Sequence[HeldList]) -> None:
    if not held:
        say("No list of people is held in a table.")
    for each in held:
        say(each.name)
        for edition in each.editions:
            _tell_edition(edition)


def _tell_edition(edition: Edition) -> None:
    language, rows = edition.table.heading.language, len(edition.table.rows)
    say(f"  {edition.source.name}, {edition.dated or 'without a date'}: {rows} rows, headings in {language}")
    for named, column in edition.columns:
        say(f"    {named or '(no heading)'}: {column.value if column else 'kept, not made sense of'}")
    for problem in edition.problems:
        under = edition.heading_of(problem)
        place = problem.place or f"[{problem.start}:{problem.end}]"
        say(f"    ! {place}{f', under {under}' if under else ''}: {problem.problem}")


def _held(held: HeldList) -> dict[str, Any]:
    return {
        "list": held.name,
        "editions": [
            {
                "source": each.source.sha256,
                "source_name": each.source.name,
                "date": each.dated,
                "language": each.table.heading.language,
                "heading": each.table.place,
                "rows": len(each.table.rows),
                "columns": [{"heading": named, "taken_for": column} for named, column in each.columns],
                "problems": [
                    {
                        "place": one.place,
                        "heading": each.heading_of(one),
                        "start": one.start,
                        "end": one.end,
                        "problem": one.problem,
                    }
                    for one in each.problems
                ],
            }
            for each in held.editions
        ],
    }


def _tell_changes(changed: Sequence[ListChange]) -> None:
    if not changed:
        say("No list is held in two editions.")
    for change in changed:
        say(
            f"{change.list}: {change.earlier.source.name} to {change.later.source.name}, {change.day or 'without a date'}"
        )
        for what, columns in (("new", change.columns_added), ("no longer there", change.columns_gone)):
            if columns:
                say(f"  columns that are {what}: {', '.join(columns)}")
        for row in change.rows:
            place = (row.after or row.before).place  # type: ignore[union-attr] # one of the two is there
            say(f"  {_WORDS[row.change.value]}: {row.name}{f' [{row.id}]' if row.id else ''} ({place})")
            for cell in row.cells:
                say(f"    {cell.heading}: {cell.before or 'nothing'} -> {cell.after or 'nothing'}")
        if not change.rows:
            say("  no row changed")


_WORDS = {
    "added": "new on the list",
    "gone": "gone from the list",
    "changed": "changed",
    "unclear": "one of several of this name, not told apart",
}


def _changes(change: ListChange) -> dict[str, Any]:
    return {
        "list": change.list,
        "day": change.day,
        "earlier": change.earlier.source.sha256,
        "later": change.later.source.sha256,
        "columns_added": list(change.columns_added),
        "columns_gone": list(change.columns_gone),
        "rows": [_row_change(row) for row in change.rows],
    }


def _row_change(row: RowChange) -> dict[str, Any]:
    return {
        "change": row.change.value,
        "name": row.name,
        "id": row.id,
        "before": {"place": row.before.place, "start": row.before.start, "end": row.before.end} if row.before else None,
        "after": {"place": row.after.place, "start": row.after.start, "end": row.after.end} if row.after else None,
        "cells": [{"heading": each.heading, "before": each.before, "after": each.after} for each in row.cells],
    }
