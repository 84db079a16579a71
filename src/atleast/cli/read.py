"""`atleast read`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption, ProcessesOption
from atleast.cli.output import say, say_json, watching
from atleast.errors import Exit

if TYPE_CHECKING:
    from atleast.dossier.dossier import Dossier
    from atleast.statement.explaining import Explained
    from atleast.statement.proposing.asking import Asked
    from atleast.statement.reading import ReadingTally


def run(
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="SOURCE",
            help="Read nothing; show what made each statement of a source.",
            show_default=False,
        ),
    ] = None,
    processes: ProcessesOption = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Read what is new into statements.

    A statement is who says what, how surely, in which words. What was read before is not read again.
    """
    from atleast.dossier.dossier import open_dossier

    if explain is not None:
        with open_dossier(dossier) as opened:
            _explain(opened, explain, as_json)
        return
    from atleast.statement.reading import read

    with open_dossier(dossier, write=True) as opened, watching() as watch:
        tally = read(opened, watch, processes)
    if as_json:
        say_json(asdict(tally))
    else:
        tell(tally)
    raise typer.Exit(exit_of(tally))


def exit_of(tally: ReadingTally) -> Exit:
    """The code for the shell: whether something was not read, or the model not asked about it."""
    return Exit.NOT_CHECKED if tally.failed or tally.asked.failed or tally.asked.not_asked else Exit.PASSED


def tell(tally: ReadingTally) -> None:
    """Say what was read."""
    say(f"{tally.readings} texts and tables read, {tally.statements} statements found.")
    for language, number in tally.not_read_yet.items():
        say(f"  kept, not read yet: {number} in {language}")
    for name, problem in tally.failed:
        say(f"  not read: {name}: {problem}")
    _tell_asked(tally.asked)


def _tell_asked(asked: Asked) -> None:
    if asked.proposed or asked.dropped:
        say(f"The model proposed {asked.proposed} statements; they count for nothing until a person confirms them.")
    for reason, number in asked.dropped.items():
        say(f"  dropped: {number}, {reason}")
    for name, problem in asked.failed:
        say(f"  nothing proposed: {name}: {problem}")
    if asked.why_not:
        say(f"  left for the next run: {asked.not_asked} sources, for {asked.why_not}")


def _explain(dossier: Dossier, source: str, as_json: bool) -> None:
    from atleast.statement.explaining import explain

    explained = explain(dossier, source)
    if as_json:
        say_json([_line(each, source) for each in explained])
        return
    for each in explained:
        said = each.statement
        what = getattr(said.content, "type", said.kind)
        review = f", {each.review.verdict} by {each.review.by}" if each.review else ""
        say(f"{each.id[:8]}  {what}, {said.certainty}, {said.polarity}{review}  [{said.start}:{said.end}]")
        say(f"          rule {said.rule}; words {each.words!r}; {said.reader}")
        say(f"          {' '.join(said.quote.split())}")


def _line(explained: Explained, source: str) -> dict[str, Any]:
    from atleast.model.lines import to_line

    line = to_line(explained.statement, source, explained.id) | {"rule": explained.statement.rule}
    return line | ({"review": asdict(explained.review)} if explained.review else {})
