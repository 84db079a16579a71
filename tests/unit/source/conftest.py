from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.dossier.dossier import Dossier, new_dossier, open_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of sources."""
    made = tmp_path / "sources"
    made.mkdir()
    return made


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """An empty dossier, open for writing."""
    with open_dossier(new_dossier(tmp_path / "dossier"), write=True) as opened:
        yield opened
