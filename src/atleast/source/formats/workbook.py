"""Excel workbooks: every sheet, every row with something in it, as values (not formulas)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from atleast.limits import Limits
from atleast.source.credit import properties_of
from atleast.source.formats.basket import check_package
from atleast.source.formats.merged import Merged
from atleast.source.formats.rows import Rows
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """One part per row, placed as "sheet Prisoners, row 12"; hidden sheets too. Dates are ISO. What a cell that is merged
    over several rows says, it says in each of them.

    Raises OversizedSource, EmptySource. openpyxl uses defusedxml, where entities are an error.
    """
    from openpyxl import load_workbook

    check_package(path, name, limits)
    draft = Draft()
    rows = Rows(draft, name, limits)
    with (
        path.open("rb") as file,
        closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book,
    ):
        for sheet in book.worksheets:
            # What a file says of its own size may be wrong, or meant to be.
            sheet.reset_dimensions()
            merged = Merged(sheet)
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                rows.add(merged.filled(number, cells), f"sheet {sheet.title}, row {number}")
        about = book.properties
        created = about.created.date().isoformat() if about.created else None
        properties = properties_of(about.title, about.creator, created)
    return Opened(Kind.XLSX.media_type, draft.layout(name, limits, properties=properties))
