"""Mentions into persons, by exact folded name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from atleast.dossier.readings import Recorded
from atleast.model.person import Person
from atleast.model.statement import Event
from atleast.person.names import key_of


def persons(record: Iterable[Recorded]) -> list[Person]:
    """One person for each folded name that an event names, in order of key.

    Order of intake does not matter. The name shown is the form in most statements, of equals the first in the alphabet.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for recorded in record:
        if isinstance(recorded.statement.content, Event):
            for name in recorded.statement.content.persons:
                key = key_of(name)
                if key:
                    names[key][name] += 1
                    told[key][recorded.id] = None
    return [
        Person(key, min(forms, key=lambda form: (-forms[form], form)), tuple(sorted(forms)), tuple(told[key]))
        for key, forms in sorted(names.items())
    ]
