from __future__ import annotations

import pytest

from atleast.statement.english.tenses import Tense, tense_of
from tests.support.english import page


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("Police arrested Vasil Korin.", "arrested", Tense.PAST),
        ("Vasil Korin was arrested.", "arrested", Tense.PAST),
        ("Vasil Korin was arrested and fined.", "fined", Tense.PAST),
        ("They arrest readers every week.", "arrest", Tense.PRESENT),
        ("Readers are arrested.", "arrested", Tense.PRESENT),
        ("Police have arrested Vasil Korin.", "arrested", Tense.PERFECT),
        ("Vasil Korin had been arrested.", "arrested", Tense.PLUPERFECT),
        ("His arrest was filmed.", "arrest", Tense.NONE),
    ],
)
def test_a_verb_is_told_in_a_tense(text: str, verb: str, tense: Tense) -> None:
    (passage,) = page(text).passages
    (word,) = [word for word in passage.tree.words if word.lower == verb]
    assert tense_of(word) is tense
