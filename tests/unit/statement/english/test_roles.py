from __future__ import annotations

import pytest

from atleast.statement.english.names import names_of
from atleast.statement.english.roles import note_roles
from tests.support.english import page


@pytest.mark.parametrize(
    ("text", "noun", "phrase"),
    [
        ("Ambassador Alena Marozava spoke.", "ambassador", "Ambassador"),
        ("Alena Marozava, the founder of the league, spoke.", "founder", "founder of the league"),
        ("The local editor, Alena Marozava, spoke.", "editor", "local editor"),
        ("Alena Marozava is a lawyer from Tarsk.", "lawyer", "lawyer from Tarsk"),
    ],
)
def test_a_noun_for_people_beside_a_name_is_a_role(text: str, noun: str, phrase: str) -> None:
    read = page(text)
    names = names_of(read)
    note_roles(read, names)
    (mention,) = names.mentions[0]
    assert mention.person.roles[noun] == phrase
    assert names.called[noun] == [mention.person]
