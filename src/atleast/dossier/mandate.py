"""mandate.toml: what a dossier is about and how it counts."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any

from atleast.dossier.model_address import MOST_LETTERS_OF_A_NAME, ModelAddress, problem_of
from atleast.dossier.rules import Measure, Rule, read_rules
from atleast.dossier.toml_text import TomlText
from atleast.dossier.versions import Versions, read_versions
from atleast.errors import MandateError
from atleast.limits import DEFAULT_LIMITS, Limits
from atleast.model.edtf import is_edtf

MONTHS_WITHOUT_NEWS = 12


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
    versions: Versions = field(default_factory=Versions)
    months_without_news: int = MONTHS_WITHOUT_NEWS
    """So many months in custody without news are worth a look."""

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
    return _Reader(TomlText(text, name)).mandate(content)


class _Reader:
    """Turns parsed TOML into a mandate."""

    def __init__(self, text: TomlText) -> None:
        self._text = text

    def mandate(self, content: Mapping[str, Any]) -> Mandate:
        text = self._text
        text.known(
            content,
            "",
            {"mandate", "definitions", "rules", "versions", "conflicts", "matching", "reading", "report", "limits"},
        )
        about = text.table(content, "mandate", {"title", "country", "period", "mechanism", "languages", "collected_by"})
        report = text.table(content, "report", {"rule", "days"})
        reading = text.table(content, "reading", {"gliner", "model"})
        conflicts = text.table(content, "conflicts", {"months_without_news"})
        definitions = tuple(self._definitions(content))
        rules = read_rules(text, content, frozenset(word for word, _ in definitions))
        mandate = Mandate(
            title=text.text(about, "mandate", "title") or "Untitled dossier",
            country=text.text(about, "mandate", "country"),
            period=self._period(about),
            mechanism=text.text(about, "mandate", "mechanism"),
            languages=tuple(text.texts(about, "mandate", "languages")) or ("en", "ru", "be", "uk"),
            collected_by=text.text(about, "mandate", "collected_by") or None,
            definitions=definitions,
            rules=rules,
            report_rule=text.text(report, "report", "rule") or "held",
            report_days=tuple(self._day(day) for day in text.texts(report, "report", "days")),
            limits=self._limits(content),
            same_by=self._same_by(content),
            gliner=text.text(reading, "reading", "gliner") or None,
            model=self._model(reading),
            versions=read_versions(text, content),
            months_without_news=text.whole(conflicts, "conflicts", "months_without_news", MONTHS_WITHOUT_NEWS),
        )
        if mandate.report_rule not in rules:
            problem = f"there is no rule named {mandate.report_rule!r}"
            raise text.error("report", "rule", problem, _those_there_are(rules))
        if rules[mandate.report_rule].measure is not Measure.STOCK:
            problem = f"the report counts on days, and {mandate.report_rule!r} counts over a period"
            raise text.error("report", "rule", problem, "Name a rule that counts on a day.")
        return mandate

    def _period(self, about: Mapping[str, Any]) -> str:
        period = self._text.text(about, "mandate", "period")
        if period and not is_edtf(period):
            raise self._text.error(
                "mandate", "period", f"{period!r} is not an EDTF date", 'Write "2023" or "2020-08/2023-05".'
            )
        return period

    def _same_by(self, content: Mapping[str, Any]) -> frozenset[SameBy]:
        """An empty list is a choice: nothing is joined but by a decision."""
        matching = self._text.table(content, "matching", {"same"})
        return self._text.words(matching, "matching", "same", SameBy) if "same" in matching else SAME_BY_DEFAULT

    def _limits(self, content: Mapping[str, Any]) -> Limits:
        wanted = self._text.table(content, "limits", {limit.name for limit in fields(Limits)})
        for name, value in wanted.items():
            kind = type(getattr(DEFAULT_LIMITS, name))
            if isinstance(value, bool) or not isinstance(value, int | kind) or not 0 < value < math.inf:
                whole = "whole " if kind is int else ""
                raise self._text.error(
                    "limits", name, f"{value!r} is not a {whole}number above zero", f"Write {name} = 10, for instance."
                )
        return replace(DEFAULT_LIMITS, **wanted)

    def _model(self, reading: Mapping[str, Any]) -> ModelAddress | None:
        section = "reading.model"
        if "model" not in reading:
            return None
        model = reading["model"]
        if not isinstance(model, dict):
            raise self._text.error("reading", "model", "a model is a block", f"Begin it with [{section}].")
        self._text.known(model, section, {"address", "name", "prompt_version", "allow_remote"})
        allow_remote, version = model.get("allow_remote", False), model.get("prompt_version", 1)
        if not isinstance(allow_remote, bool):
            raise self._text.error(
                section, "allow_remote", f"{allow_remote!r} is neither yes nor no", "Write true or false."
            )
        if type(version) is not int or version < 1:
            raise self._text.error(section, "prompt_version", f"{version!r} is no version", "Write prompt_version = 1.")
        name, address = self._text.text(model, section, "name"), self._text.text(model, section, "address")
        if not name or not name.isprintable() or len(name) > MOST_LETTERS_OF_A_NAME:
            raise self._text.error(
                section, "name", "the model has no name that can be written down", 'Write name = "…".'
            )
        if problem := problem_of(address, allow_remote=allow_remote):
            raise self._text.error(section, "address", *problem)
        return ModelAddress(address, name, version, allow_remote)

    def _definitions(self, content: Mapping[str, Any]) -> list[tuple[str, str]]:
        table = self._text.table(content, "definitions", None)
        return [(word, self._text.text(table, "definitions", word)) for word in table]

    def _day(self, day: str) -> date:
        try:
            return date.fromisoformat(day)
        except ValueError as error:
            raise self._text.error("report", "days", f"{day!r} is not a day", 'Write "2023-05-12".') from error
