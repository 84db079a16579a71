"""What a list is called, the same in all its editions, and which block of lists.toml is about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from atleast.dossier.lists import ListRule, is_called
from atleast.model.edtf import is_edtf
from atleast.model.source import Source
from atleast.source.months import month_of

_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")
_OF_EDITIONS = frozenset(
    "edition version ver v new old final copy update updated export издание версия выданне видання".split()
)
"""Words of a file's name that tell one edition from another, and not one list from another."""


def name_of(source: Source) -> str:
    """What a list is called by what its source says: the publisher, and the file's name without dates and numbers.

    Both, since a publisher may keep several lists, and a file's name alone may be anybody's. Editions that are named or
    credited otherwise are taken for lists of their own until lists.toml says that they are one.
    """
    stem = PurePosixPath(source.name.replace("!/", "/")).stem
    words = [word for word in _WORD.findall(stem.lower()) if word not in _OF_EDITIONS and month_of(word) is None]
    named = [source.credit.publisher or "", " ".join(words)]
    return (", ".join(each for each in named if each) or stem).replace("#", "")


def rule_of(source: Source, rules: Sequence[ListRule]) -> ListRule:
    """What lists.toml says of the list that a source holds; a rule that says nothing where no block is about it.

    A block that names the file comes before one that has the list's name.
    """
    for rule in rules:
        if rule.names(source.name):
            return rule
    found = name_of(source)
    return next((rule for rule in rules if not rule.files and rule.name == found), ListRule(found))


def date_of(source: Source, rule: ListRule) -> str | None:
    """The day of an edition, EDTF: as lists.toml says, else as the source claims, else as its file is named."""
    for pattern, edtf in rule.dates:
        if is_called(source.name, pattern):
            return edtf
    claimed = source.credit.date
    if claimed and is_edtf(claimed):
        return claimed
    named = _DATE.search(source.name)
    return named[0] if named and is_edtf(named[0]) else None
