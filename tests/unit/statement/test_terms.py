from __future__ import annotations

import pytest

from atleast.statement.terms import least_days


@pytest.mark.parametrize(
    ("penalty", "language", "days"),
    [
        ("15 days", "en", 15),
        ("2 years 6 months", "en", 2 * 365 + 6 * 28),
        ("five, four and two and a half years", "en", 2 * 365),
        ("twenty-five years", "en", 25 * 365),
        ("a year", "en", 365),
        ("three hours", "en", 3),
        ("15 суток", "ru", 15),
        ("пятнадцать суток", "ru", 15),
        ("четырём годам колонии", "ru", 4 * 365),
        ("тры гады калоніі", "be", 3 * 365),
        ("чотири роки колонії", "uk", 4 * 365),
    ],
)
def test_the_least_that_a_term_can_be(penalty: str, language: str, days: int) -> None:
    assert least_days(penalty, language) == days


@pytest.mark.parametrize(("penalty", "language"), [("life imprisonment", "en"), ("840 rubles", "en"), ("3 lata", "pl")])
def test_what_is_no_length_of_time_has_no_days(penalty: str, language: str) -> None:
    assert least_days(penalty, language) is None
