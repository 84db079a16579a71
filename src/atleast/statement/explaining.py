"""`explain`: for each statement of a source, the rule and the words that made it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from atleast.dossier import readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import Recorded
from atleast.errors import NothingByThatName
from atleast.model.review import Review
from atleast.model.source import Source
from atleast.model.statement import Statement

_LEAST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement with the words that carry it."""

    id: str
    statement: Statement
    words: str
    """The text of its trigger."""
    review: Review | None = None
    """What a person said of it, where anybody did."""


def explain(dossier: Dossier, asked: str) -> list[Explained]:
    """The statements that stand of a source, in order of their place, those that people rejected among them.

    `asked` is the source's name, the end of it from a slash on, or six or more digits of its hash. Raises
    NothingByThatName, naming what is near, where that is no source or more than one.
    """
    with dossier.read() as connection:
        source = _source(sources.all_sources(connection), asked)
        said = [each for each in readings.every_recorded(connection) if each.statement.source == source.sha256]
    return [Explained(each.id, each.statement, _words(each), each.review) for each in said]


def _words(recorded: Recorded) -> str:
    said = recorded.statement
    start, end = said.trigger
    return said.quote[start - said.start : end - said.start]


def _source(held: list[Source], asked: str) -> Source:
    found = [source for source in held if source.name == asked]
    found = found or [source for source in held if source.name.endswith(f"/{asked}")]
    found = found or [source for source in held if len(asked) >= _LEAST_DIGITS and source.sha256.startswith(asked)]
    if len(found) == 1:
        return found[0]
    names = [source.name for source in found or held]
    near = names if found else get_close_matches(asked, names, n=5, cutoff=0.4)
    raise NothingByThatName(
        f"{'More than one source is' if found else 'No source is'} called {asked!r}.",
        remedy=f"Did you mean: {'; '.join(near)}?" if near else "Name it as the report's list of sources does.",
    )
