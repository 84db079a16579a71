from __future__ import annotations

import pytest

from atleast.person.names import fold, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Ketlin", "PAVEL  KETLIN"),
        ("Pavel Ketlin", "Pavel\u00a0Ketlin"),
        ("Paweł Ketliński", "Pawel Ketlinski"),
        ("Łucyja Ščasnaja", "Lucyja Scasnaja"),
        ("Žmicier Baŭsiuk", "Zmicier Bausiuk"),
        ("Dr. Irma Dolvich", "Irma Dolvich"),
        ("Prof. Dr. Irma Dolvich", "irma dolvich"),
        ("Мар'яна Ковтун", "Мар’яна Ковтун"),
        ("Марʼяна Ковтун", "Мар‘яна Ковтун"),
        ("Lyub´ov Orsha", "Lyub'ov Orsha"),
        ("Семён Артёмов", "Семен Артемов"),
        ("Анто\u0301н Берзак", "Антон Берзак"),
        ("Irma Dolvich-Kern", "Irma Dolvich Kern"),
        ("Irma Dolvich\u2010Kern", "Irma Dolvich\u2013Kern"),
        ("Irma Dol\u00advich", "Irma Dolvich"),
        ("\u202bIrma\u202c Dolvich", "Irma Dolvich"),
        ("Andrij Kovtun", "Andri\u0301j Kovtun"),
    ],
)
def test_one_name_in_two_spellings_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Андрей Буй", "Андреи Буи"),
        ("Ўладзімір", "Уладзімір"),
        ("Їжакевич", "Іжакевич"),
        ("Pavel Ketlin", "Павел Кетлин"),
        ("Pavel Ketlin", "Pavel Ketlyn"),
        ("Anna Maria", "Annamaria"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_title_alone_is_kept() -> None:
    assert fold("President") == "president"
    assert fold("...") == ""


def test_a_key_can_stand_in_an_address() -> None:
    assert key_of("Dr. Aleś  Bieraźnik") == "ales-bieraznik"
    assert key_of("Irma Dolvich-Kern") == "irma-dolvich-kern"
