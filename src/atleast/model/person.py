"""A person: the mentions that are taken to be the same human being, and the decisions that say which these are."""

from __future__ import annotations

from dataclasses import dataclass, field

from atleast.model.words import Judgement


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mention says of its bearer besides the name, as far as it tells people apart. Dates are EDTF."""

    birth: str | None = None
    sex: str | None = None
    """"female" or "male"."""
    place: str | None = None
    occupation: str | None = None
    articles: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    arrested: tuple[str, ...] = ()
    sentenced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one source, or one row of a list: a claim that somebody bears it. What is joined into persons.

    `key` is stable: decisions are about keys, and outlive new readings. In prose it is the start of the source's hash and
    the folded name; of a list that has ids of its own, the list and the id, so that it outlives new editions as well.
    """

    key: str
    name: str
    """The form in most of its statements."""
    names: tuple[str, ...]
    """All forms, in order of the alphabet."""
    source: str
    statements: tuple[str, ...]
    """Ids of the statements that bear the name, in the order of the record."""
    listed: str | None = None
    """The list that it stands in; None in prose. Two rows of one list are two mentions."""
    row: int | None = None
    """Where its row begins in the text of the source; None in prose."""
    listed_id: str | None = None
    """The id that the list itself gives to the person, where it does."""
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about two mentions, by their keys in order of the alphabet: a row that is never changed.

    Taken back by another row (`takes_back`, the number of the row), which says nothing else. Of several that stand about
    one pair, the last holds.
    """

    first: str
    second: str
    judgement: Judgement
    by: str
    at: str
    """UTC, to the second."""
    why: str = ""
    evidence: tuple[str, ...] = ()
    """Ids of statements, or words, that it rests on."""
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One row per human being, as far as is known.

    `key` is the folded name, with a mark behind it where others bear the same; `name` is the form shown first, `names` all
    the forms in use.
    """

    key: str
    name: str
    names: tuple[str, ...]
    statements: tuple[str, ...]
    """Ids of the statements that name the person, in the order of the record."""
    mentions: tuple[Mention, ...] = ()
