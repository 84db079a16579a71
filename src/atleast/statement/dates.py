"""The dates in a text, with what they mean: full, partial and relative ones, periods and ranges.

A date without its year is the nearest one up to the day on which the text was published, or after it where the sentence
speaks of what is to come; without such a day, its year is that of the nearest date before it which has one. Lengths of
time ("three years") are no dates. The beginning and the end of a year are its first and last month; any other part ("early
2021", "late May") means the whole, since EDTF has no smaller unit that would be certain. "Two weeks later" and "the same
day" are counted from the date before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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


# What gives a year: "2021", "2021 года", "2021 г.", "last year", "прошлого года", "of that year".
_YEAR = r"(?:,?y(?:k|K\.?)?|o?[lL]k|o?EH?k|,?R)"
_PART = r"(?:t?p[-o]?)?"
# "The night of", "ночь на", "утром".
_AT = r"(?:t?N[oij]?t?)?"
_GRAMMAR = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("exact", r"(?:W,?)?x(?:k|K\.?)?"),
            (
                "days",
                rf"(?:Ns[dq]i[dq]o?M|{_AT}(?:W,?)?(?:[dq],)*[dq][-&U][dq]o?M)(?:\.?{_YEAR})?|M\.?[dq][-&U][dq](?!M){_YEAR}?",
            ),
            # "In May 12 people" is no 12th of May.
            ("day", rf"{_AT}(?:l?W,?j?t?)?(?:[dq]o?M\.?{_YEAR}|M\.?[dq]{_YEAR}|R,?[dq]o?M|[dq]o?M|(?<!i)M\.?[dq])"),
            ("months", rf"M[-&/]M{_YEAR}|(?<=[bs])M[&U]M"),
            ("month", rf"{_PART}(?:M\.?{_YEAR}|(?<=[isbUBA&po])[lL]?M|[lL]M)|(?:t?p[-o]?)M|(?<![^Z])M(?=-)|R,?i?M"),
            ("fraction", rf"t?qho?{_YEAR}"),
            ("first_months", rf"t?q[nd]uo?{_YEAR}"),
            ("years", r"y[-/]y(?:k|K\.?)?|(?<=[sb])y[&U]y(?:k|K\.?)?"),
            (
                "year",
                rf"{_PART}(?:yk|yK\.?|(?<=[isjbUBop-])y|(?<=\()y(?=\))|(?<=t)y(?=v)|(?<=k)y|(?<=y[&,])y)|(?<![^Z])y(?![^Z])",
            ),
            ("decade", rf"{_PART}ek?"),
            ("season", rf"{_PART}(?:[lL][SY]|t?[SY](?:ot?)?{_YEAR}|Y|(?<=i)tS)"),
            ("ago", r"[nd]?(?<!m)[gku]a"),
            ("later", r"Q[nd]?[gku]|[nd][gku](?:Q|p(?!o|l))"),
            ("same", r"t?EH?(?:[gukN]|[nd][guk])"),
            ("next", r"t?(?:L[gN]|w[gukN])"),
            ("past", r"t?c[nd]?[guk]|t?l[nd][guk]"),
            ("part_of", r"t?pot?[uk]|(?<![tn])p[uk]"),
            ("unit", r"(?:t?po)?(?<![tn])p?[lL][uk]"),
            ("relative_day", r"rN?|lN"),
            ("relative_year", r"R"),
            ("weekday", r"[lL]?WN?"),
            ("day_of_month", r"dC"),
        )
    )
)
_SINGLE_DAYS = frozenset({"exact", "day", "relative_day", "weekday"})
_HANGING = frozenset({"later", "same", "next"})
"""Forms that are counted from the date before them."""
_PLURAL = ("s", "ы", "и", "і", "ов", "ет", "ів", "оў")
_VAGUE = frozenset({"ago", "relative_day", "weekday", "past"})
_LATER, _EARLIER = 2, -1
_FAR = 3
"""How many sentences a date may stand behind the one that it is counted from."""
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
        self._base: _Mark | None = None
        self._heading: int | None = None

    def dates(self) -> list[Dated]:
        marks: list[_Mark] = []
        for match in _GRAMMAR.finditer(self._shape):
            if not self._is_meant(str(match.lastgroup), self._tokens[match.start() : match.end()]):
                continue
            mark = self._mark(str(match.lastgroup), match.start(), match.end())
            if marks and self._is_range(marks[-1], mark):
                marks[-1] = self._range(marks[-1], mark)
            else:
                if marks and self._is_explained(marks[-1], mark):
                    marks[-1] = replace(marks[-1], edtf=mark.edtf)
                marks.append(mark)
            self._base = marks[-1] if marks[-1].edtf else self._base
        return [self._dated(mark) for mark in marks]

    def _is_explained(self, before: _Mark, mark: _Mark) -> bool:
        """ "Three years ago, on 15 May 2028": whether the second says which day the first is."""
        between = self._shape[before.last : mark.first]
        return before.form in _VAGUE and mark.form in {"day", "exact"} and re.fullmatch(r",[ij]?", between) is not None

    def _is_meant(self, form: str, words: list[Token]) -> bool:
        """Whether words of a form are a date at all: "years ago" and "early" tell of none."""
        if form == "ago":
            return how_long(words) != 0
        if form == "past" and not how_long(words):
            return not self._text[words[-1].start : words[-1].end].lower().endswith(_PLURAL)
        return form != "later" or words[-1].sense.letter != "p" or words[-1].sense.number in {_LATER, _EARLIER}

    def _mark(self, form: str, first: int, last: int) -> _Mark:
        base = self._base_of(form, first)
        setting = Setting(self._anchor, self._year, self._is_ahead(first, last), base, self._heading)
        words = self._tokens[first:last]
        said = year_said(words, setting)
        self._year = said or self._year
        if form == "year" and self._shape[first - 1 : first] in {"", "Z"} and self._shape[last : last + 1] in {"", "Z"}:
            self._heading = said
        return _Mark(first, last, form, meaning(form, words, setting))

    def _base_of(self, form: str, first: int) -> str | None:
        """The date before, from which a form is counted, where it is near enough."""
        base = self._base
        if base is None or (form not in _HANGING and "E" not in self._shape[first : first + _SOON]):
            return None
        return base.edtf if self._shape.count(".", base.last, first) <= _FAR else None

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
