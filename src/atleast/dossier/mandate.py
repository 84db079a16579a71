"""mandate.toml: what a dossier is about and how it counts."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from atleast.dossier.model_address import MOST_LETTERS_OF_A_NAME, ModelAddress, problem_of
from atleast.errors import MandateError
from atleast.limits import DEFAULT_LIMITS, Limits
from atleast.model.edtf import is_edtf
from atleast.model.words import Certainty, EventType, Ground

_Word = TypeVar("_Word", bound=StrEnum)


class SameBy(StrEnum):
    """What makes two mentions one person without anybody deciding it, unless something speaks against it."""

    LIST_ID = "list_id"
    """One list gives them one id."""
    NAME_AND_BIRTH = "name_and_birth"
    """The same name, in the same letters, and the same day of birth."""
    NAME = "name"
    """The same name of two words or more, in the same letters, where nobody else is known to bear it."""


SAME_BY_DEFAULT = frozenset(SameBy)


@dataclass(frozen=True, slots=True)
class Rule:
    """A counting rule: who is counted on a day.

    A person counts who has a step of `starts` that is certainly past by that day, told with one of `certainty`, and no
    step of `ends` that may have come after it by then. The case must have each of `needs` by then, and one of `grounds`,
    told as firmly; where a set is empty, nothing is asked.
    """

    name: str
    of: str
    starts: frozenset[EventType]
    ends: frozenset[EventType]
    certainty: frozenset[Certainty]
    needs: frozenset[EventType] = frozenset()
    grounds: frozenset[Ground] = frozenset()


@dataclass(frozen=True, slots=True)
class Mandate:
    """What mandate.toml says."""

    title: str
    country: str
    period: str
    mechanism: str
    languages: tuple[str, ...]
    collected_by: str | None
    definitions: tuple[tuple[str, str], ...]
    rules: Mapping[str, Rule]
    report_rule: str
    report_days: tuple[date, ...]
    limits: Limits = field(default=DEFAULT_LIMITS)
    same_by: frozenset[SameBy] = SAME_BY_DEFAULT
    gliner: str | None = None
    """Folder of a GLiNER model that names are looked for with as well; beside mandate.toml where it is not absolute."""
    model: ModelAddress | None = None
    """The language model that proposes statements."""

    def rule(self, name: str | None) -> Rule:
        """The rule of that name, or the report's own. Raises MandateError, naming those there are."""
        wanted = name or self.report_rule
        if wanted not in self.rules:
            raise MandateError(f"mandate.toml has no rule named {wanted!r}.", remedy=_those_there_are(self.rules))
        return self.rules[wanted]


def _those_there_are(rules: Mapping[str, Rule]) -> str:
    if not rules:
        return "Add one: copy [rules.held] from the mandate of a new dossier."
    return f"It has: {', '.join(sorted(rules))}."


def template() -> str:
    """The mandate of a new dossier, with its remarks."""
    return resources.files("atleast.dossier").joinpath("mandate.template.toml").read_text("utf-8")


def load_mandate(path: Path) -> Mandate:
    """What the file says. Raises MandateError with the line for whatever cannot be followed."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise MandateError(f"{path} cannot be read.", remedy="Restore it, or make a new dossier beside it.") from error
    except UnicodeDecodeError as error:
        raise MandateError(f"{path} is not in UTF-8.", remedy="Save it as UTF-8 text.") from error
    return parse_mandate(text, path.name)


def parse_mandate(text: str, name: str = "mandate.toml") -> Mandate:
    """What a mandate's text says. Raises MandateError with the line for whatever cannot be followed."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise MandateError(f"{name} is not valid TOML: {error}.", remedy="Correct that line.") from error
    return _Reader(text, name).mandate(content)


class _Reader:
    """Turns parsed TOML into records, pointing at the line where it cannot."""

    def __init__(self, text: str, name: str) -> None:
        self._lines = text.splitlines()
        self._name = name

    def mandate(self, content: Mapping[str, Any]) -> Mandate:
        self._known(content, "", {"mandate", "definitions", "rules", "matching", "reading", "report", "limits"})
        about = self._table(
            content, "mandate", {"title", "country", "period", "mechanism", "languages", "collected_by"}
        )
        report = self._table(content, "report", {"rule", "days"})
        period = self._text(about, "mandate", "period")
        if period and not is_edtf(period):
            raise self._error(
                "mandate", "period", f"{period!r} is not an EDTF date", 'Write "2023" or "2020-08/2023-05".'
            )
        reading = self._table(content, "reading", {"gliner", "model"})
        rules = {name: self._rule(name, rule) for name, rule in self._table(content, "rules", None).items()}
        mandate = Mandate(
            title=self._text(about, "mandate", "title") or "Untitled dossier",
            country=self._text(about, "mandate", "country"),
            period=period,
            mechanism=self._text(about, "mandate", "mechanism"),
            languages=tuple(self._texts(about, "mandate", "languages")) or ("en", "ru", "be", "uk"),
            collected_by=self._text(about, "mandate", "collected_by") or None,
            definitions=tuple(self._definitions(content)),
            rules=rules,
            report_rule=self._text(report, "report", "rule") or "held",
            report_days=tuple(self._day(day) for day in self._texts(report, "report", "days")),
            limits=self._limits(content),
            same_by=self._same_by(content),
            gliner=self._text(reading, "reading", "gliner") or None,
            model=self._model(reading),
        )
        if mandate.report_rule not in rules:
            problem = f"there is no rule named {mandate.report_rule!r}"
            raise self._error("report", "rule", problem, _those_there_are(rules))
        return mandate

    def _rule(self, name: str, rule: Any) -> Rule:
        section = f"rules.{name}"
        if not isinstance(rule, dict):
            raise self._error("rules", name, "a rule is a block", f"Begin it with [{section}].")
        self._known(rule, section, {"of", "starts", "ends", "certainty", "needs", "grounds"})
        starts = self._words(rule, section, "starts", EventType)
        ends = self._words(rule, section, "ends", EventType)
        if not starts:
            raise self._error(
                section, "starts", "the rule starts from nothing", 'Name event types: starts = ["arrest"].'
            )
        if both := starts & ends:
            raise self._error(
                section, "ends", f"{', '.join(sorted(both))} cannot both start and end", "Keep it in one."
            )
        return Rule(
            name=name,
            of=self._text(rule, section, "of") or name,
            starts=starts,
            ends=ends,
            certainty=self._words(rule, section, "certainty", Certainty)
            or frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.REPORTED}),
            needs=self._words(rule, section, "needs", EventType),
            grounds=self._words(rule, section, "grounds", Ground),
        )

    def _same_by(self, content: Mapping[str, Any]) -> frozenset[SameBy]:
        """An empty list is a choice: nothing is joined but by a decision."""
        matching = self._table(content, "matching", {"same"})
        return self._words(matching, "matching", "same", SameBy) if "same" in matching else SAME_BY_DEFAULT

    def _limits(self, content: Mapping[str, Any]) -> Limits:
        wanted = self._table(content, "limits", {limit.name for limit in fields(Limits)})
        for name, value in wanted.items():
            kind = type(getattr(DEFAULT_LIMITS, name))
            if isinstance(value, bool) or not isinstance(value, int | kind) or not 0 < value < math.inf:
                whole = "whole " if kind is int else ""
                raise self._error(
                    "limits", name, f"{value!r} is not a {whole}number above zero", f"Write {name} = 10, for instance."
                )
        return replace(DEFAULT_LIMITS, **wanted)

    def _model(self, reading: Mapping[str, Any]) -> ModelAddress | None:
        section = "reading.model"
        if "model" not in reading:
            return None
        model = reading["model"]
        if not isinstance(model, dict):
            raise self._error("reading", "model", "a model is a block", f"Begin it with [{section}].")
        self._known(model, section, {"address", "name", "prompt_version", "allow_remote"})
        allow_remote, version = model.get("allow_remote", False), model.get("prompt_version", 1)
        if not isinstance(allow_remote, bool):
            raise self._error(
                section, "allow_remote", f"{allow_remote!r} is neither yes nor no", "Write true or false."
            )
        if type(version) is not int or version < 1:
            raise self._error(section, "prompt_version", f"{version!r} is no version", "Write prompt_version = 1.")
        name, address = self._text(model, section, "name"), self._text(model, section, "address")
        if not name or not name.isprintable() or len(name) > MOST_LETTERS_OF_A_NAME:
            raise self._error(section, "name", "the model has no name that can be written down", 'Write name = "…".')
        if problem := problem_of(address, allow_remote=allow_remote):
            raise self._error(section, "address", *problem)
        return ModelAddress(address, name, version, allow_remote)

    def _definitions(self, content: Mapping[str, Any]) -> list[tuple[str, str]]:
        table = self._table(content, "definitions", None)
        return [(word, self._text(table, "definitions", word)) for word in table]

    def _day(self, day: str) -> date:
        try:
            return date.fromisoformat(day)
        except ValueError as error:
            raise self._error("report", "days", f"{day!r} is not a day", 'Write "2023-05-12".') from error

    def _table(self, content: Mapping[str, Any], name: str, known: set[str] | None) -> dict[str, Any]:
        table = content.get(name, {})
        if not isinstance(table, dict):
            raise self._error("", name, f"{name} is a block", f"Begin it with [{name}].")
        if known is not None:
            self._known(table, name, known)
        return table

    def _known(self, table: Mapping[str, Any], section: str, known: set[str]) -> None:
        for key in table:
            if key not in known:
                raise self._error(section, key, f"{key!r} is not known here", f"Known are: {', '.join(sorted(known))}.")

    def _text(self, table: Mapping[str, Any], section: str, key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self._error(
                section, key, f"{value!r} is not a text", f'Write it between quotation marks: {key} = "…".'
            )
        return value.strip()

    def _texts(self, table: Mapping[str, Any], section: str, key: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._error(section, key, f"{value!r} is not a list of texts", f'Write {key} = ["…", "…"].')
        return value

    def _words(self, table: Mapping[str, Any], section: str, key: str, kind: type[_Word]) -> frozenset[_Word]:
        words = self._texts(table, section, key)
        for word in words:
            if word not in set(kind):
                known = ", ".join(sorted(kind))
                raise self._error(section, key, f"{word!r} is not one of the fixed words", f"They are: {known}.")
        return frozenset(kind(word) for word in words)

    def _error(self, section: str, key: str, problem: str, remedy: str) -> MandateError:
        return MandateError(f"{self._name}, line {self._line(section, key)}: {problem}.", remedy=remedy)

    def _line(self, section: str, key: str) -> int:
        """The line on which a key of a section stands, counted from 1; the nearest table's own where the key has none."""
        wanted = [*section.split("."), key] if section else [key]
        inside: list[str] = []
        best, depth = 1, 0
        for number, line in enumerate(self._lines, start=1):
            if header := re.match(r"\s*\[{1,2}([^\[\]]+)\]", line):
                inside = _steps(header[1])
                named = inside
            elif pair := re.match(r"\s*([\w\s.\-\"']+?)\s*=", line):
                named = inside + _steps(pair[1])
            else:
                continue
            if named == wanted[: len(named)] and len(named) > depth:
                best, depth = number, len(named)
        return best


def _steps(dotted: str) -> list[str]:
    """The keys in a dotted key; quoted ones without their marks."""
    return [quoted or bare for quoted, bare in re.findall(r"[\"']([^\"']*)[\"']|([^\s.\"']+)", dotted)]
