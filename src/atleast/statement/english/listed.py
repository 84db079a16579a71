"""Whom a group means that stands before or behind a list: "recognised the following people: ", and a name a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from atleast.statement.english.discourse import Party
from atleast.statement.english.events import Happening
from atleast.statement.english.names import Names, Person
from atleast.statement.english.page import Page, Passage

_BEFORE_IT = re.compile(
    r"(?:these|(?:the )?(?:said|above|aforementioned|abovementioned|above-mentioned|listed))\b", re.IGNORECASE
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST = 2
"""So many names in a row make a list."""
_FIRST_WORDS = 4
"""Among these words of a line its name begins: a number or a bullet may stand before it, or what somebody is."""


def name_the_listed(events: Sequence[Happening], page: Page, names: Names) -> None:
    """Take a group without names to those who are listed right behind the paragraph that tells of it, or right before."""
    for event in events:
        party = event.subjects[0] if len(event.subjects) == 1 else None
        if party is None or party.person is not None or not party.plural:
            continue
        at = event.passage.number
        if _BEFORE_IT.match(party.name):
            listed = _listed(reversed(page.passages[:at]), names, told_of=True)[::-1]
        elif _leads_to_a_list(event, page):
            told_of = page.text[event.passage.start : event.passage.end].rstrip().endswith(":")
            listed = _listed(page.passages[at + 1 :], names, told_of=told_of)
        else:
            continue
        if len(listed) >= _FEWEST:
            event.subjects = tuple(Party(person.name, person) for person in listed)


def _leads_to_a_list(event: Happening, page: Page) -> bool:
    """Whether the event is told in the last sentence of its paragraph, which ends in a colon or in no stop at all."""
    last = event.told.word.sentence == len(event.passage.sentence_spans) - 1
    return last and page.text[event.passage.start : event.passage.end].rstrip()[-1:] not in (".", "!", "?", "”", '"')


def _listed(passages: Iterable[Passage], names: Names, *, told_of: bool) -> list[Person]:
    """The persons of the lines in a row that begin with a name; unless `told_of`, such a line has no verb of its own."""
    lines = takewhile(lambda found: found is not None, (_on_line(passage, names, told_of) for passage in passages))
    return list(dict.fromkeys(person for person in lines if person is not None))


def _on_line(passage: Passage, names: Names, told_of: bool) -> Person | None:
    mentions = names.mentions[passage.number]
    if not mentions or mentions[0].first >= _FIRST_WORDS:
        return None
    if not told_of and any(word.tag in _FINITE for word in passage.tree.words):
        return None
    return mentions[0].person
