"""Every command line that the documents show can be typed, and the reference shows what the commands say of themselves."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from atleast.cli.main import app

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference" / "cli.md"
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted(ROOT.glob("docs/**/*.md")),
    *sorted(ROOT.glob("examples/**/README.md")),
]
HEAD = """# Commands

What each command says of itself with `--help`. A test holds this page to the program; it is written by

    WRITE_REFERENCE=1 .venv/bin/pytest tests/repo/test_commands.py
"""


def shown() -> Iterator[tuple[str, str]]:
    """Document and command line, from blocks of code and from words in running text."""
    for path in DOCUMENTS:
        if path == REFERENCE:
            continue
        text = path.read_text("utf-8")
        lines = re.findall(r"^(?: {4,}|\$ )(atleast .*)$", text, re.MULTILINE)
        for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            lines += re.findall(r"^(?:\$ )?(atleast .*)$", block, re.MULTILINE)
        lines += re.findall(r"`(atleast [^`]+)`", text)
        for line in dict.fromkeys(lines):
            yield path.relative_to(ROOT).as_posix(), line


def parse(arguments: list[str]) -> None:
    """Parse a command line as the program would, down to the last command, without running it."""
    command: Any = get_command(app)
    parent = None
    while True:
        context = command.make_context(command.name, list(arguments), parent=parent)
        if not hasattr(command, "resolve_command"):
            return
        rest = [*context._protected_args, *context.args]
        _, command, arguments = command.resolve_command(context, rest)
        parent = context
        if not arguments:
            return  # a command by its name alone, as running text speaks of it


@pytest.mark.parametrize(("document", "line"), list(shown()))
def test_a_command_line_can_be_typed(
    document: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001 - names the test
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(line, comments=True)[1:]
    for name in arguments:
        if re.fullmatch(r"[\w-]+\.(?:tsr|pem)", name):
            Path(name).touch()  # which some commands want to be there
    parse(arguments)


@pytest.mark.parametrize(
    "wrong", ["nonsense", "count --nonsense", "count --as-of soon", "report a b", "export nonsense x"]
)
def test_what_cannot_be_typed_would_be_found(wrong: str) -> None:
    with pytest.raises(Exception, match=r"[Nn]o such|[Uu]nexpected|does not match"):
        parse(wrong.split())


def reference() -> str:
    """The help of every command, as a terminal of 80 columns shows it."""
    pages = [HEAD, _page("")]
    commands: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        below: dict[str, Any] = getattr(command, "commands", {})
        pages += [_page(name), *(_page(f"{name} {each}") for each in below)]
    return "\n".join(pages)


def _page(name: str) -> str:
    result = CliRunner().invoke(
        app, [*name.split(), "--help"], prog_name="atleast", env={"COLUMNS": "80", "TERM": "dumb"}
    )
    assert result.exit_code == 0
    title = f"## atleast {name}".rstrip()
    return f"{title}\n\n```text\n{result.output.strip()}\n```\n"


def test_the_reference_is_what_the_commands_say() -> None:
    if os.environ.get("WRITE_REFERENCE"):
        REFERENCE.write_text(reference(), "utf-8")
    assert REFERENCE.read_text("utf-8") == reference()
