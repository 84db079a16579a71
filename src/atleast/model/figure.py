"""A figure: a number with everything that is needed to check it. Published figures and our own are the same kind of thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from atleast.model.statement import Link, When
from atleast.model.words import Bound, FigureKind


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A number that a source gives, with whose number it is."""

    id: str
    """The id of its statement."""
    bound: Bound
    value: int
    of: str
    kind: FigureKind
    place: str | None
    as_of: When | None
    designation: str | None
    chain: tuple[Link, ...]
    told: str | None
    """The date of the source that tells it, EDTF: not the day the figure holds for."""


@dataclass(frozen=True, slots=True)
class Double:
    """Another name that may be the same person's, and why."""

    person: str
    case: str
    """The first case that goes by it."""
    reason: str
    """In words, those of the names among them."""


@dataclass(frozen=True, slots=True)
class Member:
    """A name with its case that counts, or that just does not, and why, in words."""

    case: str
    person: str
    reason: str
    statements: tuple[str, ...]
    """Ids of the statements that the reason rests on."""
    doubles: tuple[Double, ...] = ()
    """Who may be the same person under another name, the likeliest first."""
    counts_with: str = ""
    """The case of the member that it counts with, once for both; empty where it counts by itself."""
    tip: str = ""
    """What would tip it in or out, in words; empty where nothing small would."""


@dataclass(frozen=True, slots=True)
class Minimum:
    """Our own count by a rule on a day: what certainly counts, and what does not quite.

    Members are names. `value` is the fewest people that they can be, names that may be one person's counted once;
    `ceiling` takes every name for a person and adds those who possibly count. `excluded` holds everybody else whom a source
    names in an event that the rule starts from, so that nothing is hidden.
    """

    rule: str
    of: str
    day: date
    members: tuple[Member, ...]
    possible: tuple[Member, ...]
    excluded: tuple[Member, ...]
    apart: int = 0
    """The number if no two names that may be one person's are: the most that undecided matches allow to count for certain."""
    since: date | None = None
    """The first day of the period of a flow; None for a stock."""

    @property
    def value(self) -> int:
        """The minimum that holds up: people."""
        return sum(not member.counts_with for member in self.members)

    @property
    def names(self) -> int:
        """The number of names among which these people are."""
        return len(self.members)

    @property
    def ceiling(self) -> int:
        """The number if everybody who possibly counts does, and no two names are one person's."""
        return len(self.members) + len(self.possible)

    @property
    def just_in(self) -> tuple[Member, ...]:
        """Who counts, but only just, and what would take them out."""
        return tuple(member for member in self.members if member.tip)

    @property
    def just_out(self) -> tuple[Member, ...]:
        """Who does not count, but nearly does, and what would bring them in."""
        return tuple(member for member in (*self.possible, *self.excluded) if member.tip)

    @property
    def bound(self) -> Bound:
        """A minimum is a minimum."""
        return Bound.AT_LEAST
