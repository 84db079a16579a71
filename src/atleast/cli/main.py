"""`atleast`: the commands, and how their errors are told.

Each command imports what it needs when it is run, so that `atleast --help` costs next to nothing.
"""

from __future__ import annotations

import json
import os
import sys

import typer

from atleast.cli import (
    add,
    confirm,
    conflicts,
    count,
    decide,
    decisions,
    export,
    lists,
    match,
    new,
    read,
    reject,
    report,
    review,
    series,
    take_in,
    timestamp,
    undo,
    verify,
    why,
    withdraw,
)
from atleast.cli.output import shown
from atleast.errors import AtleastError, Exit

_INTERRUPTED = 130

app = typer.Typer(
    name="atleast",
    help="""From a folder of sources to a report in which every figure can be checked, down to the quote and the file.

    Begin with: atleast report FOLDER. It makes a dossier in the current folder, takes in every file under
    FOLDER, reads them, builds cases, counts, and writes a page that you open in a browser. Run it again after new files
    came: it does only what is new. Nothing leaves this computer.
    """,
    epilog="Exit codes: 0 passed, 1 failed, 2 wrong use, 3 something was not checked or not read.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (
    report,
    new,
    add,
    read,
    lists,
    confirm,
    reject,
    withdraw,
    match,
    review,
    decide,
    decisions,
    undo,
    count,
    series,
    conflicts,
    why,
    verify,
)
_NEED_WORDS = (report, add, confirm, reject, withdraw, why, review, decide, undo)
for command in _COMMANDS:
    app.command(name=command.__name__.rsplit(".", 1)[-1], no_args_is_help=command in _NEED_WORDS)(command.run)
app.add_typer(export.app, name="export")
app.add_typer(take_in.app, name="import")
app.add_typer(timestamp.app, name="timestamp")


def _version(wanted: bool) -> None:
    if wanted:
        from atleast import __version__

        typer.echo(f"atleast {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the command line and leave with its exit code. No error of a library reaches the person."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="atleast")
    except AtleastError as error:
        _tell(error.problem, error.remedy)
        sys.exit(error.exit)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.FAILED)
    except SystemExit as leaving:
        if leaving.code == _INTERRUPTED:  # which is all that typer leaves of Ctrl-C
            _tell("Stopped.", "Nothing is lost: run the same command again and it carries on.")
        raise
    except Exception as error:
        if os.environ.get("ATLEAST_TRACEBACK"):
            raise
        _tell(
            f"Something went wrong inside atleast ({type(error).__name__}). What was stored before is safe.",
            "Run the command again with ATLEAST_TRACEBACK=1 in front of it, and report what it prints.",
        )
        sys.exit(Exit.FAILED)


def _tell(problem: str, remedy: str) -> None:
    if "--json" in sys.argv:
        print(json.dumps({"error": problem, "remedy": remedy}, ensure_ascii=False), file=sys.stderr)
    else:
        print(f"{shown(problem)}\n{shown(remedy)}", file=sys.stderr)
