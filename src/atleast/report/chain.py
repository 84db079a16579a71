"""A chain of evidence: from a figure or a name down to the bytes, for a terminal or for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from atleast.model.words import Bound
from atleast.report.inline import to_text
from atleast.report.notes import Note
from atleast.report.phrases import BOUND
from atleast.report.visible import visible

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement with its quote in context, and where the ledger holds its source and its reading."""

    note: Note
    source_entry: int
    reading_entry: int
    decisions: tuple[str, ...] = ()
    """What people decided about it, in words, oldest first."""


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step of a case: what, when in words, and the ids of the statements that say so."""

    type: str
    when: str
    statements: tuple[str, ...]
    known: str = ""
    """Since when it is known, in words."""


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case: whose, whether it counts, and its steps."""

    id: str
    person: str
    names: tuple[str, ...]
    standing: tuple[str, ...]
    """Whether it counts by the rule, on each day asked about, in words."""
    steps: tuple[StepLink, ...]
    denials: tuple[str, ...]
    versions: tuple[str, ...] = ()
    """What sources say differently of one event, and what is shown first by which rule, in words."""
    conflicts: tuple[str, ...] = ()
    """What cannot be so as it is told, in words."""


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure: its value, what it counts, and the rule in words where it is a count of our own."""

    value: int
    label: str
    number: str | None = None
    bound: Bound | None = None
    rule: str | None = None
    rule_in_words: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A file that a figure counts, with its place in the ledger."""

    name: str
    sha256: str
    entry: int


@dataclass(frozen=True, slots=True)
class Chain:
    """What a figure or a name rests on.

    `statements` are the ids of statements that stand outside any case here; `evidence` holds every statement of the
    chain by id. `gone` are ids that the figure names and that no longer stand on the record.
    """

    asked: str
    figure: FigureLink | None = None
    cases: tuple[CaseLink, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[SourceLink, ...] = ()
    gone: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] | None = None

    def to_text(self) -> list[str]:
        """The chain as lines for a terminal; a statement is written out where it is first met."""
        return [visible(line) for line in _Writer(self.evidence or {}).lines(self)]

    def to_json(self) -> dict[str, Any]:
        """The chain as an object for a program: keys as the fields here, `evidence` a list in the order of its numbers."""
        figure = self.figure
        return {
            "asked": self.asked,
            "figure": None if figure is None else _figure_json(figure),
            "cases": [_case_json(case) for case in self.cases],
            "statements": list(self.statements),
            "sources": [{"name": each.name, "sha256": each.sha256, "entry": each.entry} for each in self.sources],
            "gone": list(self.gone),
            "evidence": [_evidence_json(each) for each in (self.evidence or {}).values()],
        }


class _Writer:
    """Writes a chain out, remembering which statements it has written."""

    def __init__(self, evidence: Mapping[str, Evidence]) -> None:
        self._evidence = evidence
        self._written: set[str] = set()

    def lines(self, chain: Chain) -> Iterator[str]:
        if chain.figure is not None:
            yield from _figure_lines(chain.figure)
        for case in chain.cases:
            if case is not chain.cases[0] or chain.figure is not None:
                yield ""
            yield from self._case(case)
        for statement in chain.statements:
            yield from self._statement(statement, "")
        for source in chain.sources:
            yield from _wrapped(source.name, "")
            yield f"  sha256 {source.sha256}, ledger entry {source.entry}"
        for statement in chain.gone:
            yield f"Statement {statement} no longer stands on the record: its source was read again since."

    def _case(self, case: CaseLink) -> Iterator[str]:
        yield f"{case.person}  (case {case.id})"
        if len(case.names) > 1:
            yield from _wrapped(f"Spelt in sources: {', '.join(case.names)}", "  ")
        for line in (*case.standing, *case.versions, *case.conflicts):
            yield from _wrapped(line, "  ")
        for step in case.steps:
            yield f"  {step.type}, {step.when}" + (f" ({step.known})" if step.known else "")
            for statement in step.statements:
                yield from self._statement(statement, "    ")
        if case.denials:
            yield "  denied"
            for statement in case.denials:
                yield from self._statement(statement, "    ")

    def _statement(self, statement: str, indent: str) -> Iterator[str]:
        evidence = self._evidence[statement]
        note = evidence.note
        if statement in self._written:
            yield f"{indent}[{note.number}] as above"
            return
        self._written.add(statement)
        before, after = ("… " if note.cut_before else ""), (" …" if note.cut_after else "")
        quote = f"[{note.number}] {before}{note.before}⟦{note.quote}⟧{note.after}{after}"
        yield from _wrapped(quote, indent)
        deeper = indent + "    "
        confirmed = "confirmed by a person" if note.reviewed else f"read by machine ({note.reader}), not confirmed"
        confirmed = "rejected by a person" if note.rejected else confirmed
        yield from _wrapped(f"{to_text(note.who)}: {note.certainty}; {note.polarity}; {confirmed}.", deeper)
        place = f", {note.place}" if note.place else ""
        dated = f", {to_text(note.date)}" if note.date else ""
        yield from _wrapped(f"{note.source_name}{place}{dated}", deeper)
        yield f"{deeper}sha256 {note.sha256} [{note.start}:{note.end}]"
        yield f"{deeper}statement {note.statement}"
        decisions = "; ".join(evidence.decisions) or "no decisions"
        yield f"{deeper}ledger entries {evidence.source_entry} (source) and {evidence.reading_entry} (reading); {decisions}"


def _figure_lines(figure: FigureLink) -> Iterator[str]:
    bound = f"{BOUND[figure.bound]} " if figure.bound else ""
    number = f" (numbers.json {figure.number})" if figure.number else ""
    yield from _wrapped(f"{bound}{figure.value:,}: {figure.label}{number}", "")
    if figure.rule:
        yield from _wrapped(f"Rule {figure.rule}: {figure.rule_in_words}", "")


def _wrapped(text: str, indent: str) -> list[str]:
    """The text on lines of at most 100 columns; line ends, tabs and runs of spaces of the source are one space here."""
    return textwrap.wrap(
        " ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _figure_json(figure: FigureLink) -> dict[str, Any]:
    return {
        "number": figure.number,
        "value": figure.value,
        "label": figure.label,
        "bound": figure.bound and figure.bound.value,
        "rule": figure.rule,
        "rule_in_words": figure.rule_in_words,
        "day": figure.day and figure.day.isoformat(),
    }


def _case_json(case: CaseLink) -> dict[str, Any]:
    return {
        "id": case.id,
        "person": case.person,
        "names": list(case.names),
        "standing": list(case.standing),
        "versions": list(case.versions),
        "conflicts": list(case.conflicts),
        "steps": [
            {"type": step.type, "when": step.when, "known": step.known, "statements": list(step.statements)}
            for step in case.steps
        ],
        "denials": list(case.denials),
    }


def _evidence_json(evidence: Evidence) -> dict[str, Any]:
    note = evidence.note
    return {
        "number": note.number,
        "statement": note.statement,
        "before": note.before,
        "quote": note.quote,
        "after": note.after,
        "language": note.language,
        "who": to_text(note.who),
        "certainty": note.certainty,
        "polarity": note.polarity,
        "reader": note.reader,
        "reviewed": note.reviewed,
        "source_name": note.source_name,
        "place": note.place,
        "sha256": note.sha256,
        "start": note.start,
        "end": note.end,
        "source_entry": evidence.source_entry,
        "reading_entry": evidence.reading_entry,
        "decisions": list(evidence.decisions),
    }
