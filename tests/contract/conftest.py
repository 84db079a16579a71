"""What a records store is, apart from which one it is. Another store is another name in STORES and a line in `store`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.dossier.dossier import Dossier, new_dossier, open_dossier

STORES = ["sqlite"]


@pytest.fixture(params=STORES)
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An empty dossier on each store."""
    assert request.param == "sqlite"
    return new_dossier(tmp_path / "dossier")


@pytest.fixture
def dossier(root: Path) -> Iterator[Dossier]:
    """The same, open for writing."""
    with open_dossier(root, write=True) as opened:
        yield opened
