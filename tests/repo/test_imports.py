"""Facts travel one way: import-linter holds the rooms to it, as CI does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_imports_run_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_room_is_under_the_contract() -> None:
    """A new room that nobody put in its place would be free of the rule."""
    contract = (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool.importlinter]")[2]
    rooms = {path.parent.name for path in (ROOT / "src" / "atleast").glob("*/__init__.py")}
    assert {room for room in rooms if f"atleast.{room}" not in contract} == set()


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, atleast.cli.main; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {
        "sqlalchemy",
        "spacy",
        "altair",
        "trafilatura",
        "pdfplumber",
        "pypdfium2",
        "jinja2",
        "cryptography",
        "lxml",
    }
    assert heavy & set(done.stdout.split()) == set()
