from __future__ import annotations

import pytest

from atleast.statement.slavic.forms import forms_of
from atleast.statement.slavic.inflection import Form, Kind, noun, verb


@pytest.mark.parametrize(
    ("infinitive", "language", "forms"),
    [
        ("затримати", "uk", "затримав затримала затримали затримано затриманий затриману"),
        ("засудити", "uk", "засудив засуджено засуджений засудять"),
        ("заарештувати", "uk", "заарештував заарештовано заарештований"),
        ("позбавити", "uk", "позбавили позбавлено"),
        ("затрымаць", "be", "затрымаў затрымалі затрыманы затрыманая"),
        ("асудзіць", "be", "асудзіў асудзілі асуджаны"),
        ("арыштаваць", "be", "арыштаваў арыштаваны арыштуюць"),
        ("вызваліць", "be", "вызвалілі вызвалены"),
        ("знаходзіцца", "be", "знаходзіцца знаходзіўся знаходзіліся"),
    ],
)
def test_verbs(infinitive: str, language: str, forms: str) -> None:
    assert set(forms.split()) <= {text for text, _ in verb(infinitive, language)}


@pytest.mark.parametrize(
    ("nominative", "language", "forms"),
    [
        ("затримання", "uk", "затримання затриманню затриманням"),
        ("журналістка", "uk", "журналістку журналістці журналісток"),
        ("Олег", "uk", "Олега Олегу Олегом"),
        ("політв'язень", "uk", "політв'язня політв'язнем політв'язнів"),
        ("затрыманне", "be", "затрымання затрыманню затрыманнем"),
        ("журналістка", "be", "журналістку журналістцы журналістак"),
        ("палітвязень", "be", "палітвязня палітвязнем палітвязняў"),
        ("Павел", "be", "Паўла Паўлу Паўлам"),
        ("даклад", "be", "даклада дакладзе"),
    ],
)
def test_nouns(nominative: str, language: str, forms: str) -> None:
    assert set(forms.split()) <= {text for text, _ in noun(nominative, language)}


def test_the_passive_knows_its_gender_and_number() -> None:
    found = {text: form for text, form in verb("затримати", "uk") if form.kind in (Kind.PASSIVE, Kind.PREDICATE)}
    assert (found["затримано"].kind, found["затримано"].cases) == (Kind.PREDICATE, frozenset("a"))
    assert (found["затримана"].gender, found["затримані"].number) == ("f", "p")


def test_russian_forms_come_from_the_dictionary() -> None:
    forms: dict[str, Form] = {}
    for text, form in forms_of("задержать", "ru", verb=True):
        forms.setdefault(text, form)
    assert (forms["задержан"].kind, forms["задержали"].number) == (Kind.PREDICATE, "p")
    assert forms["задержит"].kind is Kind.FUTURE
    assert "арестами" in {text for text, _ in forms_of("арест", "ru", verb=False)}
