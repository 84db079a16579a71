"""The figures that sources publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atleast.dossier.readings import Recorded
from atleast.model.figure import PublishedFigure
from atleast.model.statement import Count
from atleast.model.words import Polarity


def published(record: Iterable[Recorded], dates: Mapping[str, str | None]) -> list[PublishedFigure]:
    """Every count that a source affirms, by the day it holds for or, without one, the day it was told; then by value."""
    figures = [
        PublishedFigure(
            id=recorded.id,
            bound=count.bound,
            value=count.value,
            of=count.of,
            kind=count.figure,
            place=count.place,
            as_of=count.as_of,
            designation=count.designation,
            chain=recorded.statement.chain,
            told=dates.get(recorded.statement.source),
        )
        for recorded in record
        if isinstance(count := recorded.statement.content, Count) and recorded.statement.polarity is Polarity.AFFIRMED
    ]
    return sorted(figures, key=lambda figure: (_when(figure), figure.value, figure.id))


def _when(figure: PublishedFigure) -> str:
    return figure.as_of.edtf if figure.as_of else figure.told or ""
