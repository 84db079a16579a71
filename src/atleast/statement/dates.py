"""The dates in a text, with what they mean: full, partial and relative ones, periods and ranges.

A date without its year is the nearest one up to the day on which the text was published, or after it where the sentence
speaks of what is to come; without such a day, its year is that of the nearest date before it which has one. Lengths of
time ("three years") are no dates. A part of a month or a year ("the end of 2021") means the whole month or year: EDTF has
no smaller unit that would be certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from atleast.model.edtf import is_edtf
from atleast.model.statement import When
from atleast.statement import lexicon
from atleast.statement.anchor import Anchor
from atleast.statement.date_meaning import Setting, how_long, meaning, year_said
from atleast.statement.date_words import Token, tokens_of


class DateKind(StrEnum):
    """How a date is tied to its sentence."""

    DAY = "day"
    PERIOD = "period"
    """A week, month, season, year, decade, or from one date to another."""
    SINCE = "since"
    """The text says since or from: `when` is the beginning."""
    UNTIL = "until"
    """The text says until: `when` is the end."""
    AS_OF = "as_of"
    """The text says as of, or by: a count holds for it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at `[start:end]`, without its preposition. `when` is None where nothing says which date it is."""

    start: int
    end: int
    when: When | None
    kind: DateKind


# What gives a year: "2021", "2021 года", "2021 г.", "last year", "прошлого года".
_YEAR = r"(?:,?y(?:k|K\.?)?|o?lk)"
_PART = r"(?:t?p[-o]?)?"
_GRAMMAR = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("exact", r"(?:W,?)?x(?:k|K\.?)?"),
            ("days", rf"(?:W,?)?(?:[dq][-&U][dq]o?M(?:\.?{_YEAR})?|M\.?[dq][-&U][dq](?!M){_YEAR}?)"),
            # "In May 12 people" is no 12th of May.
            ("day", rf"(?:W,?j?t?)?(?:[dq]o?M\.?{_YEAR}|M\.?[dq]{_YEAR}|[dq]o?M|(?<!i)M\.?[dq])"),
            ("months", rf"M[-&/]M{_YEAR}"),
            ("month", rf"{_PART}(?:M\.?{_YEAR}|(?<=[isbUB&Apo(])l?M|lM)|(?:t?p[-o]?)M"),
            ("years", r"y[-/]y(?:k|K\.?)?|(?<=[sb])y[&U]y(?:k|K\.?)?"),
            ("year", rf"{_PART}(?:yk|yK\.?|(?<=[isjbUBop-])y|(?<=\()y(?=\))|(?<=t)y(?=v)|(?<=k)y|(?<=y[&,])y)"),
            ("decade", r"ek?"),
            ("season", rf"{_PART}(?:lS|S(?:ot?)?{_YEAR})"),
            ("ago", r"[nd]?(?<!m)[gku]a"),
            ("unit", r"(?:t?po)?(?<![tn])p?l[uk]"),
            ("relative_day", r"r"),
            ("relative_year", r"R"),
            ("weekday", r"l?W"),
        )
    )
)
_SINGLE_DAYS = frozenset({"exact", "day", "relative_day", "weekday"})
_SOON = 4
_JOINABLE = frozenset({"exact", "day", "month", "year"})


def find_dates(text: str, start: int, end: int, anchor: str | None, language: str) -> list[Dated]:
    """The dates of `text[start:end]`, in order and apart from each other.

    `anchor` is the EDTF date of publication, or None. A language without a lexicon of dates has no dates here.
    """
    if language not in lexicon.languages("dates"):
        return []
    tokens = tokens_of(text, start, end, language)
    shape = "".join([token.sense.letter for token in tokens])
    return _Reading(text, tokens, shape, Anchor.of(anchor, language)).dates()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A date found: the form and the words `[first:last]` it is made of, and what it means."""

    first: int
    last: int
    form: str
    edtf: str | None


class _Reading:
    """One stretch of text while its dates are read."""

    def __init__(self, text: str, tokens: list[Token], shape: str, anchor: Anchor | None) -> None:
        self._text = text
        self._tokens = tokens
        self._shape = shape
        self._anchor = anchor
        self._year: int | None = None

    def dates(self) -> list[Dated]:
        marks: list[_Mark] = []
        for match in _GRAMMAR.finditer(self._shape):
            if match.lastgroup == "ago" and not how_long(self._tokens[match.start() : match.end()]):
                continue
            mark = self._mark(str(match.lastgroup), match.start(), match.end())
            if marks and self._is_range(marks[-1], mark):
                marks[-1] = self._range(marks[-1], mark)
            else:
                marks.append(mark)
        return [self._dated(mark) for mark in marks]

    def _mark(self, form: str, first: int, last: int) -> _Mark:
        setting = Setting(self._anchor, self._year, self._is_ahead(first, last))
        words = self._tokens[first:last]
        self._year = year_said(words, setting) or self._year
        return _Mark(first, last, form, meaning(form, words, setting))

    def _is_ahead(self, first: int, last: int) -> bool:
        """Whether the sentence speaks of what is to come, before the date or soon after it.

        "On Thursday she said that he will be tried on Monday": Thursday is past, Monday is not.
        """
        begins = self._shape.rfind(".", 0, first) + 1
        return "F" in self._shape[begins:first] + self._shape[last : last + _SOON].partition(".")[0]

    def _is_range(self, before: _Mark, mark: _Mark) -> bool:
        """Whether the two are the ends of one range: "from … to …", "between … and …", or a dash."""
        if before.form != mark.form or mark.form not in _JOINABLE:
            return False
        between = self._shape[before.last : mark.first].rstrip("t")
        return between == "-" or (between in {"&", "U"} and self._before(before).endswith(("s", "b")))

    def _range(self, before: _Mark, mark: _Mark) -> _Mark:
        """One mark of two; where only the second says its year, it is the first one's as well."""
        first = before.edtf
        if self._says_year(mark) and not self._says_year(before) and before.form != "exact":
            first = self._mark(before.form, before.first, before.last).edtf if not self._anchor else first
            first = f"{mark.edtf[:4]}{first[4:]}" if first and mark.edtf else None
        edtf = f"{first}/{mark.edtf}" if first and mark.edtf else None
        return _Mark(before.first, mark.last, "range", edtf if edtf and is_edtf(edtf) else None)

    def _says_year(self, mark: _Mark) -> bool:
        return "y" in self._shape[mark.first : mark.last]

    def _is_standing(self, mark: _Mark) -> bool:
        """ "Станом на 1 мая" says as of; "as in May" does not."""
        return self._text[self._tokens[mark.first - 2].start :][:2].lower() != "as"

    def _before(self, mark: _Mark) -> str:
        """The letters of what stands before a date, without the article."""
        return self._shape[max(0, mark.first - 3) : mark.first].rstrip("t")

    def _dated(self, mark: _Mark) -> Dated:
        start, end = self._tokens[mark.first].start, self._tokens[mark.last - 1].end
        when = When(mark.edtf, self._text[start:end]) if mark.edtf else None
        return Dated(start, end, when, self._kind(mark))

    def _kind(self, mark: _Mark) -> DateKind:
        before = self._before(mark)
        if mark.form not in {"range", "days", "months", "years"}:
            if before.endswith("s"):
                return DateKind.SINCE
            if before.endswith("U"):
                return DateKind.UNTIL
        if before.endswith(("Ao", "A", "B")) or (before.endswith("Ai") and self._is_standing(mark)):
            return DateKind.AS_OF
        return DateKind.DAY if mark.form in _SINGLE_DAYS else DateKind.PERIOD
