"""Every statement as a line: the contract with whoever takes the record further (docs/reference/statements.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from atleast.dossier import readings
from atleast.dossier.dossier import Dossier
from atleast.model.lines import to_line
from atleast.source.characters import storable


def export_statements(dossier: Dossier) -> Iterator[str]:
    """One JSON object a statement, without a line end, in the order of the record. Same dossier, same lines.

    What people rejected is left out; what a model proposed is there, with the model as its reader.
    """
    with dossier.read() as connection:
        record = [each for each in readings.every_recorded(connection) if not each.rejected]
    for recorded in record:
        line = to_line(recorded.statement, recorded.source_name, recorded.id)
        yield storable(json.dumps(line, ensure_ascii=False))
