from __future__ import annotations

from atleast.case.register import Register
from atleast.dossier.mandate import Mandate
from atleast.report.assembling import assemble
from atleast.report.content import Content
from atleast.report.inline import to_text
from tests.support.records import AT, MANDATE


def _assembled(register: Register, mandate: Mandate) -> Content:
    return assemble(register, mandate, MANDATE, AT, 14, "ab" * 32)


def test_same_register_same_content(register: Register, mandate: Mandate) -> None:
    assert _assembled(register, mandate) == _assembled(register, mandate)


def test_the_head_says_what_this_is(register: Register, mandate: Mandate) -> None:
    title = _assembled(register, mandate).title
    assert (title.title, title.country, title.mechanism) == (
        mandate.title,
        "Velmaria",
        "Moscow Mechanism, paragraph 12",
    )
    assert to_text(title.period) == "between December 2030 and May 2031"
    assert to_text(title.as_of) == "25 May 2031, 09:00 UTC"
    assert "what 7 sources and 16 statements found in them say" in to_text(title.summary)


def test_key_figures(register: Register, mandate: Mandate) -> None:
    said = [f"{to_text(key.value)} {to_text(key.label)}" for key in _assembled(register, mandate).key_figures]
    assert said == [
        "at least 2 people deprived of liberty on 20 May 2031, by our own count",
        "8 people named to whom, by what sources say, something happened",
        "11 tellings of an event",
        "16 statements that a machine read and no person has confirmed",
    ]


def test_what_the_page_cites_is_on_record_and_complete(register: Register, mandate: Mandate) -> None:
    cited = _assembled(register, mandate).cited
    assert sorted(cited) == sorted(register.by_id)
