from __future__ import annotations

import pytest

from atleast.source.dateline import dateline_at_start

FOUND = [
    (
        "Port Sella D.C./12.05.23/Meridian:    The ambassador",
        "Port Sella D.C.",
        "2023-05-12",
        "Meridian",
        "The ambassador",
    ),
    ("VELGRAD (Reuters) - A court", "Velgrad", None, "Reuters", "A court"),
    ("VELGRAD (Reuters) -An activist", "Velgrad", None, "Reuters", "An activist"),
    ("VELGRAD, May 3 (Interfax) – Police", "Velgrad", None, "Interfax", "Police"),
    ("ВЕЛЬГРАД, 3 мая — БелаПАН. Суд", "Вельград", None, "БелаПАН", "Суд"),
    ("Velgrad, 12 May 2023 (Ukrinform). The", "Velgrad", "2023-05-12", "Ukrinform", "The"),
    ("VELGRAD, July 3. /TASS/. A court", "Velgrad", None, "TASS", "A court"),
    ("ВЕЛЬГРАД, 12 мая 2023 года /ТАСС/ Суд", "Вельград", "2023-05-12", "ТАСС", "Суд"),
    ("ВЕЛЬГРАД, 9 мар — РИА Новости. Суд", "Вельград", None, "РИА Новости", "Суд"),
    ("Вельград, 12 траўня 2023 г. — БелаПАН. Суд", "Вельград", "2023-05-12", "БелаПАН", "Суд"),
    ("Вельград, 12 травня 2023 року (Укрінформ). Суд", "Вельград", "2023-05-12", "Укрінформ", "Суд"),
    ("SELLA, Northmark (AP): a prisoner died", "Sella, Northmark", None, "AP", "a prisoner died"),
    ("Velgrad, 3 March 2023: a court", "Velgrad", "2023-03-03", None, "a court"),
    ("Velgrad, 28 apr. (Adnkronos) - Il numero", "Velgrad", None, "Adnkronos", "Il numero"),
    ("VELGRAD — “A court”", "Velgrad", None, None, "“A court”"),
    ("VELGRAD (3 May 2023) - Police", "Velgrad", "2023-05-03", None, "Police"),
    ("Velgrad, 12 May 2023", "Velgrad", "2023-05-12", None, ""),
    ("May 12, BelTA. The court", None, None, "BelTA", "The court"),
    ("New Port Sella (AP) — Police", "New Port Sella", None, "AP", "Police"),
]


@pytest.mark.parametrize(("text", "place", "date", "agency", "rest"), FOUND)
def test_a_dateline_is_read(text: str, place: str | None, date: str | None, agency: str | None, rest: str) -> None:
    found = dateline_at_start(text)
    assert found is not None
    assert (found.place, found.date, found.agency, text[found.length :]) == (place, date, agency, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Friday, March 3, 2023, a court in Velgrad sentenced four people.",
        "On Friday, March 3. The court sat.",
        "Maria Kova (Beacon Centre) said on Monday that",
        "Human Rights Beacon (HRB) published a list. It",
        "BREAKING — A court sentenced",
        "OSCE - The organisation",
        "In May 2023 the court sat.",
        "Marat Orlin, born in 1990, was arrested on 12 May 2023.",
        "12 May 2023, the court sat.",
        "ОБСЕ — Организация",
        "В пятницу, 3 марта. Суд",
        "A court - The first",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline_at_start(text) is None
