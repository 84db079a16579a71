from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from atleast.dossier.mandate import load_mandate, parse_mandate, template
from atleast.dossier.model_address import ModelAddress
from atleast.errors import Exit, MandateError
from atleast.limits import DEFAULT_LIMITS, Limits
from atleast.model.words import Certainty, EventType, Ground

RULE = """
[rules.held]
starts = ["arrest"]
"""


def fails(text: str) -> MandateError:
    with pytest.raises(MandateError) as caught:
        parse_mandate(text)
    assert caught.value.exit is Exit.USAGE
    assert caught.value.remedy
    return caught.value


def test_the_template_can_be_followed_as_it_is() -> None:
    mandate = parse_mandate(template())
    assert mandate.title == "Untitled dossier"
    assert mandate.languages == ("en", "ru", "be", "uk")
    assert mandate.collected_by is None
    assert mandate.report_days == ()
    assert mandate.limits == DEFAULT_LIMITS
    rule = mandate.rule(None)
    assert rule.name == "held"
    assert EventType.ARREST in rule.starts
    assert {EventType.RELEASE, EventType.DEATH_IN_CUSTODY} <= rule.ends
    assert rule.certainty == {Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.REPORTED}


def test_every_key_is_read() -> None:
    mandate = parse_mandate(
        """
        [mandate]
        title = " Velmaria "
        country = "Velmaria"
        period = "2030-12/2031-05"
        mechanism = "paragraph 12"
        languages = ["en"]
        collected_by = "R. Rapporteur"
        [definitions]
        "political prisoner" = "who is held for what they said"
        [rules.readers]
        of = "readers"
        starts = ["arrest", "sentence"]
        ends = ["release"]
        certainty = ["asserted"]
        needs = ["recognition"]
        grounds = ["reading"]
        [report]
        rule = "readers"
        days = ["2031-05-12", "2031-06-01"]
        [limits]
        pages = 10
        reader_seconds = 2.5
        """
    )
    assert (mandate.title, mandate.country, mandate.period) == ("Velmaria", "Velmaria", "2030-12/2031-05")
    assert (mandate.mechanism, mandate.languages, mandate.collected_by) == ("paragraph 12", ("en",), "R. Rapporteur")
    assert mandate.definitions == (("political prisoner", "who is held for what they said"),)
    assert mandate.report_days == (date(2031, 5, 12), date(2031, 6, 1))
    assert (mandate.limits.pages, mandate.limits.reader_seconds) == (10, 2.5)
    rule = mandate.rule("readers")
    assert (rule.of, rule.needs, rule.grounds) == (
        "readers",
        frozenset({EventType.RECOGNITION}),
        frozenset({Ground.READING}),
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (2, "\n[mandates]\n"),
        (1, "title = 'outside'\n[mandate]\n"),
        (3, "# remark\n[mandate]\ncuontry = 'V'\n"),
        (3, "[mandate]\ntitle = 'V'\ntitel = 'W'\n"),
        (2, "[mandate]\ntitle = 3\n"),
        (2, "[mandate]\ncountry = ['V']\n"),
        (2, "[mandate]\nmechanism = true\n"),
        (2, "[mandate]\ncollected_by = 1\n"),
        (2, "[mandate]\nlanguages = 'en'\n"),
        (2, "[mandate]\nlanguages = ['en', 3]\n"),
        (2, "[mandate]\nperiod = 2023\n"),
        (3, "[mandate]\ntitle = 'V'\nperiod = 'spring 2023'\n"),
        (2, "[definitions]\n\"political prisoner\" = 3\n"),
        (1, "mandate = 'Velmaria'\n"),
        (1, "definitions = []\n"),
        (1, "limits = 3\n"),
        (1, "mandate = {title = 3}\n"),
        (1, "mandate.title = 3\n"),
        (3, "\n[rules]\nheld = 'arrest'\n"),
        (2, "\n[rules.held]\nends = ['release']\n"),
        (3, "\n[rules.held]\nstarts = []\n"),
        (3, "\n[rules.held]\nstarts = ['arrests']\n"),
        (3, "\n[rules.held]\nstarts = 'arrest'\n"),
        (4, RULE + "ends = ['freed']\n"),
        (4, RULE + "ends = ['arrest']\n"),
        (4, RULE + "certainty = ['sure']\n"),
        (4, RULE + "needs = ['recognised']\n"),
        (4, RULE + "grounds = ['poetry']\n"),
        (4, RULE + "of = 3\n"),
        (4, RULE + "of_whom = 'people'\n"),
        (4, '\n[ rules . "held" ]\nstarts = ["arrest"]\nends = ["freed"]\n'),
        (5, RULE + "[report]\ndays = ['12 May']\n"),
        (5, RULE + "[report]\ndays = ['2031-02-30']\n"),
        (5, RULE + "[report]\nrule = 3\n"),
        (5, RULE + "[report]\nrule = 'none'\n"),
        (5, RULE + "[report]\nday = '2031-05-12'\n"),
        (5, RULE + "[limits]\nfile_byte = 3\n"),
        (5, RULE + "[limits]\nfile_bytes = 0\n"),
        (5, RULE + "[limits]\nfile_bytes = -1\n"),
        (5, RULE + "[limits]\nfile_bytes = '1 GB'\n"),
        (5, RULE + "[limits]\nfile_bytes = true\n"),
        (5, RULE + "[limits]\nname_characters = 1.5\n"),
        (5, RULE + "[limits]\nreader_seconds = nan\n"),
        (5, RULE + "[limits]\nreader_seconds = inf\n"),
    ],
)  # fmt: skip
def test_an_error_points_at_its_line(line: int, text: str) -> None:
    assert fails(text).problem.startswith(f"mandate.toml, line {line}: ")


def test_a_key_of_the_same_name_elsewhere_does_not_mislead() -> None:
    text = "[mandate]\ntitle = 'rule = 3'\n" + RULE + "of = 'x'\n[rules.other]\nstarts = ['x']\n[report]\nrule = 4\n"
    assert ", line 8: 'x' is not one of the fixed words" in fails(text).problem


@pytest.mark.parametrize("text", ["[mandate", "[mandate]\ntitle = \n", "title = 'a'\ntitle = 'b'\n", "[a]\n[a]\n"])
def test_broken_toml_is_told_with_its_line(text: str) -> None:
    assert re.search(r"at line \d|at end of document", fails(text).problem)


def test_a_tower_of_brackets_does_not_topple_the_program() -> None:
    assert fails("a = " + "[" * 5_000).problem.startswith("mandate.toml is not valid TOML")


def test_the_remedy_says_what_there_is() -> None:
    assert "arrest" in fails("\n[rules.held]\nstarts = ['arrests']\n").remedy
    assert "reader_seconds" in fails("[limits]\nx = 1\n").remedy
    assert fails(RULE + "[report]\nrule = 'none'\n").remedy == "It has: held."
    assert "[rules.held]" in fails("").remedy


def test_a_rule_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(MandateError, match="no rule named 'other'") as caught:
        parse_mandate(RULE).rule("other")
    assert caught.value.remedy == "It has: held."


@pytest.mark.parametrize("limit", [field.name for field in fields(Limits)])
def test_every_limit_can_be_set(limit: str) -> None:
    assert getattr(parse_mandate(f"{RULE}[limits]\n{limit} = 7\n").limits, limit) == 7


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "mandate.toml"
    path.write_text(RULE, "utf-8-sig")
    assert load_mandate(path).report_rule == "held"


def test_a_file_that_is_gone_or_not_utf8_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MandateError, match="cannot be read"):
        load_mandate(tmp_path / "mandate.toml")
    (tmp_path / "mandate.toml").write_bytes("[mandate]\ntitle = 'Вельмария'\n".encode("cp1251"))
    with pytest.raises(MandateError, match="not in UTF-8"):
        load_mandate(tmp_path / "mandate.toml")


MODEL = RULE + '[reading.model]\nname = "tiny"\n'


def test_a_model_is_read_as_it_is_named() -> None:
    assert parse_mandate(RULE).model is None
    mandate = parse_mandate(MODEL + 'address = "http://127.0.0.1:11434/v1"\nprompt_version = 1\n')
    assert mandate.model == ModelAddress("http://127.0.0.1:11434/v1", "tiny", 1)
    assert parse_mandate(f'{RULE}[reading]\ngliner = "models/names"\n').gliner == "models/names"


@pytest.mark.parametrize("address", ["http://localhost:1/v1", "http://[::1]:8080", "https://127.9.9.9/v1"])
def test_a_model_on_this_computer_may_be_asked(address: str) -> None:
    assert parse_mandate(f'{MODEL}address = "{address}"\n').model is not None


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('address = "http://model.example/v1"', "may be another computer"),
        ('address = "https://192.0.2.7/v1"', "may be another computer"),
        ('address = "http://127.0.0.1.example/v1"', "may be another computer"),
        ('address = "http://model.example/v1"\nallow_remote = true', "in the clear"),
        ('address = "http://127.0.0.1@model.example/v1"', "more than a host"),
        ('address = "http://127.0.0.1/v1?key=1"', "more than a host"),
        ('address = "file:///etc/passwd"', "no address"),
        ('address = "http://127.0.0.1:99999/v1"', "no address"),
        ('address = "http://127.0.0.1/a b"', "no address"),
        ('address = "http://[::1"', "no address"),
        ("", "no address"),
        ('address = "http://127.0.0.1"\nallow_remote = "yes"', "neither yes nor no"),
        ('address = "http://127.0.0.1"\nprompt_version = true', "no version"),
        ('address = "http://127.0.0.1"\nprompt_version = 0', "no version"),
        ('address = "http://127.0.0.1"\nkey = "secret"', "not known here"),
    ],
)
def test_a_model_that_cannot_be_asked_is_named_with_its_line(lines: str, problem: str) -> None:
    error = fails(MODEL + lines)
    assert problem in error.problem
    assert re.match(r"mandate\.toml, line \d+: ", error.problem)


def test_a_model_elsewhere_may_be_asked_where_a_person_wrote_so() -> None:
    model = parse_mandate(f'{MODEL}address = "https://model.example/v1"\nallow_remote = true\n').model
    assert model is not None
    assert (model.allow_remote, model.port) == (True, 443)


@pytest.mark.parametrize("name", ["", "two\\nlines", "x" * 200])
def test_a_model_needs_a_name_that_can_be_written_down(name: str) -> None:
    assert "no name" in fails(f'{RULE}[reading.model]\nname = "{name}"\naddress = "http://127.0.0.1"\n').problem
