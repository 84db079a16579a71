"""What people say of statements after looking at the words: confirmed, rejected, or withdrawn again.

A confirmed statement is marked so wherever it is used; a rejected one counts for nothing and is shown as rejected. Both
outlive a new version of the reader where it finds a statement of the same sort in the same words (`dossier.readings`).
"""

from __future__ import annotations

from collections.abc import Sequence

from atleast.dossier import clock, readings, reviews
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import Recorded
from atleast.errors import NothingByThatName, UsageError
from atleast.model.review import Review
from atleast.model.words import ReviewVerdict

_LEAST_DIGITS = 6


def confirm(dossier: Dossier, statements: Sequence[str], *, by: str, why: str = "") -> list[Recorded]:
    """Put on record that `by` looked at these statements and that they say what their words say.

    Each is given by its id, or six or more digits of it. Gives them as they stood. Raises NothingByThatName, and UsageError
    where nobody is named; then nothing is put on record.
    """
    return _review(dossier, statements, ReviewVerdict.CONFIRMED, by, why)


def reject(dossier: Dossier, statements: Sequence[str], *, by: str, why: str) -> list[Recorded]:
    """The same, that they do not say it, and why not. They count for nothing from now on. Raises UsageError without a reason."""
    if not why.strip():
        raise UsageError("A rejection needs its reason.", remedy='Add --why "it is another person\'s arrest".')
    return _review(dossier, statements, ReviewVerdict.REJECTED, by, why)


def withdraw(dossier: Dossier, statements: Sequence[str], *, by: str, why: str = "") -> list[Recorded]:
    """Take back what holds of these statements, by a row of its own. Raises UsageError where nothing was said of one."""
    return _review(dossier, statements, ReviewVerdict.WITHDRAWN, by, why)


def _review(dossier: Dossier, asked: Sequence[str], verdict: ReviewVerdict, by: str, why: str) -> list[Recorded]:
    if not by.strip():
        raise UsageError("A review needs the name of who looked.", remedy='Add --by "A. Reviewer".')
    with dossier.write() as tx:
        record = readings.every_recorded(tx)
        found = [_called(record, each) for each in asked]
        for each in found:
            reviews.put(tx, _row(each, verdict, by.strip(), why.strip()))
    return found


def _row(recorded: Recorded, verdict: ReviewVerdict, by: str, why: str) -> Review:
    """The row about a statement; what is withdrawn is what holds of it, which may have been said of its predecessor."""
    identity = recorded.id
    if verdict is ReviewVerdict.WITHDRAWN:
        if recorded.review is None:
            raise UsageError(
                f"Nothing was said of the statement {identity[:8]}.", remedy="There is nothing to withdraw."
            )
        identity = recorded.review.statement
    source, kind, type_, start, end = readings.place_of(recorded.statement)
    return Review(identity, source, kind, type_, start, end, verdict, by, clock.now(), why)


def _called(record: Sequence[Recorded], asked: str) -> Recorded:
    wanted = asked.strip().lower()
    found = [each for each in record if len(wanted) >= _LEAST_DIGITS and each.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    raise NothingByThatName(
        f"{len(found) or 'No'} statement{'s begin' if found else ' begins'} with {asked!r}.",
        remedy=f"They are: {', '.join(each.id for each in found)}."
        if found
        else "`atleast read --explain SOURCE` shows the ids of the statements of a source.",
    )
