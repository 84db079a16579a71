from __future__ import annotations

import pytest

from atleast.model.statement import Contact
from tests.support.english import read


def _contacts(text: str) -> list[Contact]:
    return [statement.content for statement in read(text) if isinstance(statement.content, Contact)]


@pytest.mark.parametrize(
    "text",
    [
        "Alena Marozava met Vasil Korin on 4 May 2022.",
        "Alena Marozava and Vasil Korin met on 4 May 2022.",
        "Alena Marozava held talks with Vasil Korin on 4 May 2022.",
        "Alena Marozava visited Vasil Korin on 4 May 2022.",
    ],
)
def test_who_met_whom_and_when(text: str) -> None:
    (contact,) = _contacts(text)
    assert set(contact.parties) == {"Alena Marozava", "Vasil Korin"}
    assert contact.date is not None
    assert contact.date.edtf == "2022-05-04"


def test_one_party_is_no_contact_and_standards_are_not_met() -> None:
    assert _contacts("The Council held a meeting in May.") == []
    assert _contacts("The elections did not meet basic standards.") == []
