"""Decisions about who is who: made by people, kept in the ledger, and taken back by another row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atleast.dossier import clock, decisions
from atleast.dossier.dossier import Dossier
from atleast.errors import UsageError
from atleast.model.person import Decision, Mention, Person
from atleast.model.words import Judgement
from atleast.person.called import called


def decide(
    dossier: Dossier,
    first: str,
    second: str,
    judgement: Judgement,
    *,
    by: str,
    why: str = "",
    evidence: tuple[str, ...] = (),
) -> int:
    """Keep what `by` judged of two mentions, given by their keys; the number of the decision.

    Raises UsageError where nobody is named, or both keys are the same.
    """
    _require_name(by)
    if first == second:
        raise UsageError("A mention cannot be judged against itself.", remedy="Name two different people.")
    first, second = sorted((first, second))
    with dossier.write() as tx:
        return decisions.put(tx, Decision(first, second, judgement, by.strip(), clock.now(), why.strip(), evidence))


def take_back(dossier: Dossier, number: int, *, by: str, why: str = "") -> int:
    """Take a decision back, by a row of its own; the number of that row. Raises UsageError where none stands by the number."""
    _require_name(by)
    with dossier.write() as tx:
        decided = decisions.all_decisions(tx).get(number)
        said = decided or Decision("", "", Judgement.UNSURE, "", "")
        back = replace(said, by=by.strip(), at=clock.now(), why=why.strip(), evidence=(), takes_back=number)
        return decisions.put(tx, back)


def decided(dossier: Dossier) -> dict[int, Decision]:
    """Every decision there was, those taken back among them, by its number."""
    with dossier.read() as connection:
        return decisions.all_decisions(connection)


def anchor(person: Person) -> Mention:
    """The mention that a decision about a person is kept by: a row of a list that gives ids, if there is one.

    Such a key outlives new editions of the list.
    """
    return min(person.mentions, key=lambda mention: (mention.listed_id is None, mention.key))


def mention_called(persons: Sequence[Person], asked: str) -> Mention:
    """The mention of a key, or the anchor of the person that is called so. Raises NothingByThatName."""
    by_key = {mention.key: mention for person in persons for mention in person.mentions}
    return by_key.get(asked) or anchor(called(persons, asked))


def _require_name(by: str) -> None:
    if not by.strip():
        raise UsageError("A decision needs the name of who decides.", remedy='Add --by "A. Reviewer".')
