"""Cases of several names, as if they were one person's."""

from __future__ import annotations

import pytest

from atleast.case.building import together
from atleast.dossier.readings import Recorded
from atleast.model.words import EventType
from tests.support.told import Source, follow, told

ARREST, RELEASE, DEATH = EventType.ARREST, EventType.RELEASE, EventType.DEATH_IN_CUSTODY
EARLY, LATE = Source("early.txt", "2031-03-01"), Source("late.txt", "2031-06-01")


@pytest.mark.parametrize(
    "told_of",
    [
        [(ARREST, "2031-01-05", EARLY), (RELEASE, "2031-02-01", LATE), (ARREST, "2031-04-01", EARLY)],
        [(ARREST, None, LATE), (ARREST, None, EARLY)],
        [(DEATH, None, LATE), (DEATH, "2031-02-03", EARLY), (ARREST, "2031", EARLY)],
        [(RELEASE, "2031-02", LATE), (RELEASE, "2031-02", EARLY), (ARREST, "2031-02-10", LATE)],
    ],
)
def test_what_is_told_of_two_names_comes_together_as_if_told_of_one(
    told_of: list[tuple[EventType, str | None, Source]],
) -> None:
    names = ["Pavel Ketlin", "Anton Berzak"]
    apart: list[Recorded] = [told(kind, when, names[n % 2], by=by) for n, (kind, when, by) in enumerate(told_of)]
    of_one = [told(kind, when, names[0], by=by) for kind, when, by in told_of]
    joined = together(
        sorted(follow(*apart, sources=[EARLY, LATE]).cases, key=lambda case: case.person.name != names[0])
    )
    expected = follow(*of_one, sources=[EARLY, LATE]).cases
    shape = [[(step.type, step.when, step.days, len(step.statements)) for step in case.steps] for case in joined]
    assert shape == [
        [(step.type, step.when, step.days, len(step.statements)) for step in case.steps] for case in expected
    ]
    assert [case.id for case in joined] == [case.id for case in expected]
