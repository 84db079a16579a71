"""Mentions: each name in each source, and each row of a list. What is joined into persons, and never changed by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atleast.dossier.readings import Recorded
from atleast.model.person import Facts, Mention
from atleast.model.statement import Event
from atleast.model.words import EventType
from atleast.person.names import key_of
from atleast.person.rows import Row, Rows, newest

_HASH = 16
"""So many hex digits of a source's hash stand in a key."""


def mentions(record: Iterable[Recorded], rows: Rows | None = None) -> list[Mention]:
    """The mentions of a record, in order of their keys. Order of intake does not matter.

    A name that is spelt in several ways within one source, but for case, accents and titles, is one mention.
    """
    told: dict[str, list[tuple[Recorded, str]]] = defaultdict(list)
    at: dict[str, dict[str, Row]] = defaultdict(dict)
    for recorded in record:
        source, row = recorded.statement.source, (rows or {}).get(recorded.id)
        for name, folded in _names(recorded):
            key = _key(source, row, folded)
            told[key].append((recorded, name))
            if row is not None:
                at[key].setdefault(source, row)
    return [_mention(key, said, at.get(key)) for key, said in sorted(told.items())]


def _names(recorded: Recorded) -> Iterator[tuple[str, str]]:
    """The persons that a statement names, each with the folded name; events alone name any."""
    content = recorded.statement.content
    if isinstance(content, Event):
        for name in content.persons:
            if folded := key_of(name):
                yield name, folded


def _key(source: str, row: Row | None, folded: str) -> str:
    if row is None:
        return f"{source[:_HASH]}/{folded}"
    if row.id is not None:
        return f"{row.listed}#{row.id}"
    return f"{source[:_HASH]}@{row.start}/{folded}"


def _mention(key: str, said: Sequence[tuple[Recorded, str]], editions: Mapping[str, Row] | None) -> Mention:
    forms = Counter(name for _, name in said)
    recorded = {one.id: one for one, _ in said}
    source, row = newest(editions) if editions else (said[0][0].statement.source, None)
    return Mention(
        key=key,
        name=shown(forms),
        names=tuple(sorted({*forms, *(row.names if row else ())})),
        source=source,
        statements=tuple(recorded),
        listed=row.listed if row else None,
        row=row.start if row else None,
        listed_id=row.id if row else None,
        facts=_facts(recorded.values(), row.facts if row else Facts()),
    )


def shown(forms: Mapping[str, int]) -> str:
    """The form shown first: the one in most statements, of equals the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form))


def _facts(said: Iterable[Recorded], of_row: Facts) -> Facts:
    """What the statements of a mention tell of its bearer, added to what its row does."""
    found = _Told([], [], [], [], [])
    for recorded in said:
        event = recorded.statement.content
        if isinstance(event, Event) and len(event.persons) == 1:
            found.add(event)
    return replace(
        of_row,
        articles=_once(*of_row.articles, *found.articles),
        authorities=_once(*of_row.authorities, *found.authorities),
        facilities=_once(*of_row.facilities, *found.facilities),
        arrested=_once(*of_row.arrested, *found.arrested),
        sentenced=_once(*of_row.sentenced, *found.sentenced),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is gathered from event after event."""

    articles: list[str]
    authorities: list[str]
    facilities: list[str]
    arrested: list[str]
    sentenced: list[str]

    def add(self, event: Event) -> None:
        self.articles.extend(event.article)
        self.authorities.extend([event.authority] if event.authority else [])
        self.facilities.extend([event.facility] if event.facility else [])
        dates = {EventType.ARREST: self.arrested, EventType.SENTENCE: self.sentenced}.get(event.type)
        if dates is not None and event.date:
            dates.append(event.date.edtf)


def _once(*words: str) -> tuple[str, ...]:
    return tuple(sorted(set(words)))
