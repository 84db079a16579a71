"""What of a model's answer is kept: a proposal whose words all stand in the text. Nothing else that it says is believed.

Offsets are found here, whatever it claims they are. Words are compared after a 1:1 letter map (`prompt.as_asked`), and what
is kept are the text's own letters. A proposal with anything wrong in it is dropped whole, and counted by what was wrong first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from atleast.model.source import SourceText
from atleast.model.statement import Event, Link, Statement, When
from atleast.model.words import Certainty, ChainRole, EventType, Polarity
from atleast.statement.dates import find_dates
from atleast.statement.proposing.prompt import Stretch, as_asked

_Word = TypeVar("_Word", bound=StrEnum)
_MOST_SUBJECTS = 20
_LONGEST_WORDS = 300
_LONGEST_QUOTE = 2_000


class Dropped(StrEnum):
    """Why a proposal was dropped."""

    FORM = "not of the form that was asked for"
    WORD = "a type, certainty or polarity that is none"
    QUOTE = "a quote that is not in the text"
    PLACE = "a quote that is there more than once, in no paragraph named"
    SUBJECT = "a subject that is not in the text"
    SPEAKER = "a speaker who is not in the text"
    DETAIL = "another detail that is not in the text"
    TOO_MANY = "more proposals than an answer may hold"


class NoSense(Exception):
    """The answer is not what was asked for in any part; `str()` says what it is, without anything that it says."""


class _Drop(Exception):
    def __init__(self, why: Dropped) -> None:
        super().__init__(why)
        self.why = why


@dataclass(slots=True)
class Accepted:
    """What was kept of answers, and how many proposals were dropped, by reason."""

    statements: list[Statement] = field(default_factory=list)
    dropped: Counter[Dropped] = field(default_factory=Counter)


def accept(answer: bytes, source: SourceText, stretch: Stretch, reader: str, most: int) -> Accepted:
    """What to keep of an answer about a stretch of a source. Raises NoSense where there are no proposals to look at."""
    accepted, asked = Accepted(), as_asked(source.text)
    for number, proposal in enumerate(_proposals(answer)):
        try:
            if number >= most:
                raise _Drop(Dropped.TOO_MANY)  # noqa: TRY301 - one way to be dropped
            accepted.statements.append(_Proposal(proposal, source, asked, stretch).statement(reader))
        except _Drop as drop:
            accepted.dropped[drop.why] += 1
    return accepted


def _proposals(answer: bytes) -> list[Any]:
    """The list in the message of a chat completion."""
    try:
        content = _parsed(answer.decode())["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise NoSense("the server's answer is no chat completion") from error
    try:
        proposals = _parsed(content)["statements"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise NoSense("the model did not answer in the form that was asked for") from error
    if not isinstance(proposals, list):
        raise NoSense("the model did not answer in the form that was asked for")
    return proposals


def _parsed(text: str) -> Any:
    return json.loads(text, parse_constant=_no_number)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


class _Proposal:
    """One proposal while it is looked at."""

    def __init__(self, said: object, source: SourceText, asked: str, stretch: Stretch) -> None:
        if not isinstance(said, dict):
            raise _Drop(Dropped.FORM)
        self._said: Mapping[str, object] = said
        self._source = source
        self._asked = asked
        self._stretch = stretch

    def statement(self, reader: str) -> Statement:
        """The statement. Raises _Drop for whatever is wrong first."""
        start, end = self._quoted()
        subject = self._names("subject")
        persons = tuple(name for name in self._names("persons") if name in subject and _is_name(name))
        event = Event(
            type=self._word("type", EventType),
            subject=subject,
            persons=persons,
            authority=self._copied("authority", Dropped.DETAIL),
            facility=self._copied("facility", Dropped.DETAIL),
            place=self._copied("place", Dropped.DETAIL),
            date=self._date(start, end),
            penalty=self._copied("penalty", Dropped.DETAIL),
        )
        speaker = self._copied("speaker", Dropped.SPEAKER)
        credit = self._source.source.credit
        return Statement(
            source=self._source.source.sha256,
            start=start,
            end=end,
            quote=self._source.text[start:end],
            language=credit.language or "und",
            certainty=self._word("certainty", Certainty),
            polarity=self._word("polarity", Polarity),
            chain=tuple(self._chain(credit.publisher, speaker)),
            content=event,
            trigger=(start, end),
            reader=reader,
            rule="proposed by a model",
        )

    def _chain(self, publisher: str | None, speaker: str | None) -> Iterator[Link]:
        if publisher:
            yield Link(ChainRole.OUTLET, publisher)
        if speaker:
            yield Link(ChainRole.SPEAKER, speaker)

    def _quoted(self) -> tuple[int, int]:
        """Where the quote stands: in the one paragraph that holds it, else once in the one that is named."""
        quote = self._text("quote", _LONGEST_QUOTE)
        if not quote:
            raise _Drop(Dropped.QUOTE)
        found = list(self._places(quote))
        if not found:
            raise _Drop(Dropped.QUOTE)
        if len(found) > 1:
            found = [(number, at) for number, at in found if number == self._said.get("paragraph")]
        if len(found) != 1:
            raise _Drop(Dropped.PLACE)
        return found[0][1], found[0][1] + len(quote)

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """Paragraph and place of every occurrence of some words, as whole words."""
        for number, (start, end) in enumerate(self._stretch.paragraphs, 1):
            at = self._asked.find(words, start, end)
            while at >= 0:
                if _is_whole(self._asked, at, at + len(words)):
                    yield number, at
                at = self._asked.find(words, at + 1, end)

    def _names(self, key: str) -> tuple[str, ...]:
        said = self._said.get(key) or []
        if not isinstance(said, list) or len(said) > _MOST_SUBJECTS:
            raise _Drop(Dropped.FORM)
        return tuple(dict.fromkeys(self._of_the_text(each, Dropped.SUBJECT) for each in said))

    def _copied(self, key: str, why: Dropped) -> str | None:
        said = self._said.get(key)
        return None if said is None or said == "" else self._of_the_text(said, why)

    def _of_the_text(self, said: object, why: Dropped) -> str:
        """Some words as the text has them."""
        if not isinstance(said, str) or not said.strip() or len(said) > _LONGEST_WORDS:
            raise _Drop(Dropped.FORM)
        words = as_asked(said.strip())
        at = next((at for _, at in self._places(words)), None)
        if at is None:
            raise _Drop(why)
        return self._source.text[at : at + len(words)]

    def _date(self, start: int, end: int) -> When | None:
        """What the words of the date mean by our own reckoning; they must stand in the quote or in its paragraph."""
        words = self._copied("date_words", Dropped.DETAIL)
        if words is None:
            return None
        low, high = next((low, high) for low, high in self._stretch.paragraphs if low <= start < high)
        at = self._asked.find(as_asked(words), start, end)
        at = at if at >= 0 else self._asked.find(as_asked(words), low, high)
        if at < 0:
            raise _Drop(Dropped.DETAIL)
        credit = self._source.source.credit
        language = (credit.language or "").partition("-")[0]
        dates = find_dates(self._source.text, at, at + len(words), credit.date, language)
        return next((dated.when for dated in dates if dated.when), None)

    def _text(self, key: str, longest: int) -> str:
        said = self._said.get(key)
        if not isinstance(said, str) or len(said) > longest:
            raise _Drop(Dropped.FORM)
        return as_asked(said.strip())

    def _word(self, key: str, kind: type[_Word]) -> _Word:
        said = self._said.get(key)
        if not isinstance(said, str) or said not in set(kind):
            raise _Drop(Dropped.WORD)
        return kind(said)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch neither begins nor ends within a word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split())
