"""One small dossier and its report, made once for all tests of this room, which only look at them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from atleast.case.register import Register, register_of
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.dossier.mandate import Mandate
from atleast.report.desk import Desk, desk_for
from atleast.report.making import NUMBERS, PAGE, report_files
from tests.support.records import small_dossier


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1937566800")
        root: Path = small_dossier(tmp_path_factory.mktemp("report") / "dossier")
    with open_dossier(root) as opened:
        yield opened


@pytest.fixture(scope="session")
def register(dossier: Dossier) -> Register:
    return register_of(dossier)


@pytest.fixture
def mandate(dossier: Dossier) -> Mandate:
    return dossier.mandate


@pytest.fixture
def desk(register: Register, mandate: Mandate) -> Desk:
    return desk_for(register, mandate)


@pytest.fixture(scope="session")
def files(dossier: Dossier) -> dict[str, bytes]:
    return report_files(dossier, register_of(dossier))


@pytest.fixture
def tree(files: dict[str, bytes]) -> Any:
    return html.document_fromstring(files[PAGE].decode("utf-8"))


@pytest.fixture
def numbers(files: dict[str, bytes]) -> dict[str, Any]:
    return {number["id"]: number for number in json.loads(files[NUMBERS])["numbers"]}
