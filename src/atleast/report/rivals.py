"""What cannot all be so: rival versions of one event, with the rule that chose what is shown first, and impossible lives."""

from __future__ import annotations

from collections.abc import Iterator

from atleast.case.choosing import shown_first
from atleast.case.impossible import conflicts
from atleast.case.versions import Detail, Occurrence, Version, occurrences
from atleast.dossier.versions import What
from atleast.model.case import Case
from atleast.model.edtf import is_edtf
from atleast.report.counting import anchor_of
from atleast.report.dates import spoken, with_dates
from atleast.report.desk import Desk
from atleast.report.inline import Inline, Jump, fill, join, verbatim, words
from atleast.report.phrases import in_words


def versions_of(desk: Desk, case: Case) -> tuple[Inline, ...]:
    """A line for each thing about an event of the case that sources tell differently."""
    return tuple(_lines(desk, case))


def impossible(desk: Desk) -> tuple[Inline, ...]:
    """A line for each impossible life of the register, with whose it is."""
    return tuple(
        fill("{person}: {what}{notes}", person=(Jump(anchor_of(each.case), each.person),), what=with_dates(each.what),
             notes=desk.notes(each.statements))
        for each in conflicts(desk.register, desk.mandate.months_without_news)
    )  # fmt: skip


def _lines(desk: Desk, case: Case) -> Iterator[Inline]:
    by_id = desk.register.by_id
    for occurrence in occurrences(case, by_id):
        for detail in occurrence.rivals:
            yield _line(desk, case, occurrence, detail)


def _line(desk: Desk, case: Case, occurrence: Occurrence, detail: Detail) -> Inline:
    register, mandate = desk.register, desk.mandate
    shown = shown_first(case.id, occurrence, detail, mandate.versions, register.by_id, desk.by_hash)
    told = [_value(desk, detail.what, version) + desk.notes(version.statements) for version in detail.versions]
    return fill(
        "{event}, {what}: told as {versions}. First is shown {first}: {rule}.",
        event=words(in_words(occurrence.type).capitalize()),
        what=words(detail.what.value),
        versions=join(told, " or "),
        first=_said(detail.what, shown.value),
        rule=verbatim(shown.by),
    )


def _value(desk: Desk, what: What, version: Version) -> Inline:
    return _said(what, version.value, desk.said(version.statements[0]).statement.language)


def _said(what: What, value: str, language: str | None = None) -> Inline:
    return spoken(value) if what is What.DATE and is_edtf(value) else verbatim(value, language)
