"""What a person said of a statement after looking at its words."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.words import ReviewVerdict

Place = tuple[str, str, str | None, int, int]
"""Source, kind, type, start and end: what a review is carried over by to what a reader's new version says there."""


@dataclass(frozen=True, slots=True)
class Review:
    """One look at one statement: a row that is never changed. Of several about one statement the last holds.

    `kind`, `type`, `start` and `end` are those of the statement when it was looked at.
    """

    statement: str
    source: str
    kind: str
    type: str | None
    start: int
    end: int
    verdict: ReviewVerdict
    by: str
    at: str
    """UTC, to the second."""
    why: str = ""

    @property
    def place(self) -> Place:
        """Where the statement stands, and of what sort it is."""
        return self.source, self.kind, self.type, self.start, self.end
