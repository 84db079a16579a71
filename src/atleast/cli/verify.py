"""`atleast verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from atleast.cli.options import HERE, DossierOption, JsonOption
from atleast.cli.output import say, say_json
from atleast.errors import UsageError

if TYPE_CHECKING:
    from atleast.dossier.verifying import Verification


def run(
    dossier: DossierOption = HERE,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(
            "--checkpoint", metavar="FILE", help="A checkpoint kept elsewhere, which the ledger must continue."
        ),
    ] = None,
    root: Annotated[
        list[Path] | None,
        typer.Option(
            "--root", metavar="FILE", help="A certificate of a timestamp authority that you trust (PEM or DER)."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List what passed, too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Check that nothing was altered.

    Neither originals nor texts, statements, reports or the ledger.

    Answers passed, failed or not checked for each, and names what was altered. Keep a copy of ledger/checkpoint where
    nobody else can reach it: with --checkpoint it shows even that the whole dossier was made anew.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.dossier.verifying import verify

    known = [_read(path).decode("utf-8", "replace") for path in checkpoint or []]
    roots = [_read(path) for path in root or []]
    with open_dossier(dossier) as opened:
        verification = verify(opened, known, roots)
    if as_json:
        say_json(
            {
                "check": verification.check.value,
                "tally": {check.value: number for check, number in verification.tally().items()},
                "verdicts": [
                    {"item": v.item, "check": v.check.value, "detail": v.detail} for v in verification.verdicts
                ],
            }
        )
    else:
        _tell(verification, every)
    raise typer.Exit(verification.exit)


def _tell(verification: Verification, every: bool) -> None:
    from atleast.model.words import Check

    for verdict in verification.verdicts:
        if every or verdict.check is not Check.PASSED:
            detail = f": {verdict.detail}" if verdict.detail else ""
            say(f"{_words(verdict.check)}: {verdict.item}{detail}")
    say(", ".join(f"{number} {_words(check)}" for check, number in verification.tally().items()) + ".")


def _words(check: str) -> str:
    return check.replace("_", " ")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read.", remedy="Check the path.") from error
