"""Of which kind each number of a sentence is (stock, flow, estimate), and for which day or time it holds.

Numbers of one row ("41 men and 9 women") are taken together. What stands between a row and the next one, or the end of
its clause, tells of it: first what follows, then what goes before. What nothing tells of is like the row before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atleast.model.statement import When
from atleast.model.words import FigureKind
from atleast.statement.count_site import Claim, Thing
from atleast.statement.count_words import CountWords
from atleast.statement.dates import Dated, DateKind
from atleast.statement.numbers import Number

_HEADING = 5
_HEADS = re.compile(r"[\s*]*(?:[.:]|[-\u2013\u2014]\s)")
_ADJACENT, _OPENING, _NEAR = 12, 40, 25
"""In characters: how far after a row a date is its own, how far into a clause one opens it, and what is near a date."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number that counts something: what it claims, and of what."""

    number: Number
    claim: Claim
    thing: Thing
    end: int

    @property
    def start(self) -> int:
        """Where its bound begins, or the number without one."""
        return self.claim.start


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a number: its kind, and the date for which it holds."""

    figure: FigureKind
    as_of: When | None
    is_standing: bool = False
    """Whether the date is one as of which things stand."""


@dataclass(frozen=True, slots=True)
class _Zones:
    """What may tell of a row: the text before it and after it, up to the next row or clause."""

    before: tuple[int, int]
    after: tuple[int, int]
    clause: int
    """Where its clause begins."""


class Figures:
    """The kinds and dates of the numbers of one stretch of text, sentence after sentence."""

    def __init__(self, text: str, dates: Sequence[tuple[int, Dated]], words: CountWords) -> None:
        self._text = text
        self._dates = dates
        self._words = words
        self._heading = self._date_that_heads()
        self._standing: When | None = None
        self._last: tuple[str, Told] | None = None

    def told(self, found: Sequence[Found], sentence: tuple[int, int]) -> Iterator[Told]:
        """What is told of each of the numbers of a sentence, in order."""
        before: Told | None = None
        rows = self._rows(found)
        for index, row in enumerate(rows):
            zones = self._zones(rows, index, sentence)
            before = self._of_row(row[0], zones, before)
            if before.is_standing:
                self._standing = before.as_of
            for one in row:
                is_other = (
                    before.figure is FigureKind.STOCK and one.thing.noun.kind == "case" and not before.is_standing
                )
                told = Told(FigureKind.FLOW, before.as_of) if is_other else before
                self._last = one.thing.of, told
                yield told

    def _date_that_heads(self) -> When | None:
        """The date of a paragraph that begins with it: "10 May. Nine people were detained"."""
        for at, dated in self._dates[:1]:
            if at <= _HEADING and _HEADS.match(self._text, at + dated.end - dated.start):
                return dated.when
        return None

    def _rows(self, found: Sequence[Found]) -> list[list[Found]]:
        rows: list[list[Found]] = []
        for one in found:
            if rows and self._is_same_row(rows[-1][-1], one):
                rows[-1].append(one)
            else:
                rows.append([one])
        return rows

    def _is_same_row(self, before: Found, one: Found) -> bool:
        """Whether nothing stands between two numbers that would tell of one alone, nor of a part of the other."""
        reached = before.end
        if them := self._words.them_between.match(self._text, reached, one.start):
            reached = them.end() if self._text[one.end : one.end + 1] in ",)-" else reached
        return self._words.same.fullmatch(self._text, reached, one.start) is not None

    def _zones(self, rows: Sequence[Sequence[Found]], index: int, sentence: tuple[int, int]) -> _Zones:
        start, end = rows[index][0].start, rows[index][-1].end
        breaks = [match.span() for match in self._words.clause.finditer(self._text, *sentence)]
        opens = max([sentence[0], *(first for first, last in breaks if last <= start)])
        closes = min([sentence[1], *(first for first, _ in breaks if first >= end)])
        from_ = max(opens, rows[index - 1][-1].end) if index else opens
        to = min(closes, rows[index + 1][0].start) if index + 1 < len(rows) else closes
        return _Zones((from_, rows[index][0].number.start), (end, max(end, to)), opens)

    def _of_row(self, one: Found, zones: _Zones, before: Told | None) -> Told:
        dates = list(self._told_dates(zones))
        standing = next((dated.when for _, dated in dates if dated.kind is DateKind.AS_OF), None)
        figure = self._figure(one, zones, before)
        if standing:
            happened = figure is FigureKind.FLOW and self._happened(one, zones)
            return Told(
                FigureKind.STOCK if figure is FigureKind.FLOW and not happened else figure, standing, is_standing=True
            )
        as_of = next(filter(None, (self._as_of(figure, at, dated, zones) for at, dated in dates)), None)
        if as_of is None and before and (before.is_standing or before.figure is figure):
            as_of = before.as_of
        if as_of is None:
            is_part = figure is not FigureKind.FLOW and self._is_part(one)
            as_of = self._heading if figure is FigureKind.FLOW else self._standing if is_part else None
        return Told(figure, as_of)

    def _told_dates(self, zones: _Zones) -> Iterator[tuple[int, Dated]]:
        """The dates after a row, then those before it, without those of a saying or of a vote that is past."""
        nearest_last = [one for one in self._dates if zones.before[0] <= one[0] < zones.before[1]]
        after = [one for one in self._dates if zones.after[0] <= one[0] < zones.after[1]]
        for at, dated in (*after, *reversed(nearest_last)):
            end = at + dated.end - dated.start
            is_vote = self._words.vote.search(self._text, max(0, at - _NEAR), end + _NEAR) is not None
            if dated.when is None or self._words.said.search(self._text, zones.clause, at):
                continue
            if not (is_vote and self._words.past.search(self._text, max(0, at - 2 * _NEAR), at)):
                yield at, dated

    def _as_of(self, figure: FigureKind, at: int, dated: Dated, zones: _Zones) -> When | None:
        """The date as that for which a number of that kind holds; for a flow since then, from it on."""
        when = dated.when
        if when is None or dated.kind is DateKind.UNTIL:
            return None
        if figure is FigureKind.FLOW:
            is_open = dated.kind is DateKind.SINCE and "/" not in when.edtf
            return When(f"{when.edtf}/..", when.words) if is_open else when
        is_after = zones.after[0] <= at < zones.after[0] + _ADJACENT
        opens = zones.clause <= at < min(zones.clause + _OPENING, zones.before[1])
        return when if (is_after or opens) and dated.kind is not DateKind.SINCE else None

    def _figure(self, one: Found, zones: _Zones, before: Told | None) -> FigureKind:
        """The kind that the nearest cue says, one after the row being nearer than one before it."""
        after = list(self._words.cue.finditer(self._text, *zones.after))
        ahead = list(self._words.cue.finditer(self._text, *zones.before))
        if any(cue.lastgroup == "estimate" for cue in (*after[:1], *ahead)):
            return FigureKind.ESTIMATE
        is_case = one.thing.noun.kind == "case"
        if one.thing.total and not is_case:
            return FigureKind.STOCK
        gaps = [(cue.start() - zones.after[0], str(cue.lastgroup)) for cue in after]
        gaps += [(2 * (zones.before[1] - cue.end()), str(cue.lastgroup)) for cue in ahead]
        kinds = ("flow",) if is_case else ("flow", "stock")
        said = min(((gap, kind) for gap, kind in gaps if kind in kinds), default=None)
        if said:
            return FigureKind(said[1])
        # "There were 312 political prisoners" tells of no event.
        telling = {"done", "was"} if one.thing.noun.usual is FigureKind.FLOW else {"done"}
        has_happened = any(kind in telling for _, kind in gaps)
        return FigureKind.FLOW if has_happened else self._usual(one, before)

    def _usual(self, one: Found, before: Told | None) -> FigureKind:
        """The kind where no word tells it: that of the row before; what somebody is, and a part of a stock, is a stock."""
        if before:
            return before.figure
        if self._last and self._last[0] == one.thing.of and one.thing.end <= max(one.number.end, one.claim.end):
            return self._last[1].figure
        is_standing = one.thing.aside or (self._standing is not None and self._is_part(one))
        return FigureKind.STOCK if is_standing else one.thing.noun.usual

    def _is_part(self, one: Found) -> bool:
        """Whether it is a part of those counted in the sentence before: "of these, 12 ..."."""
        return self._words.before_them.search(self._text, max(0, one.start - _NEAR), one.start) is not None

    def _happened(self, one: Found, zones: _Zones) -> bool:
        """Whether a verb beside the row tells what happened up to a day, so that its number is no stock of that day."""
        if one.thing.noun.designation or self._words.recognised.search(self._text, zones.before[0], zones.after[1]):
            return False
        cues = [
            match.lastgroup
            for zone in (zones.before, zones.after)
            for match in self._words.cue.finditer(self._text, *zone)
        ]
        return any(kind in {"flow", "done"} for kind in cues)
