from __future__ import annotations

from tests.support.english import page


def _tags(text: str) -> dict[str, str]:
    (passage,) = page(text).passages
    return {word.text: word.tag for word in passage.tree.words}


def test_a_name_that_the_model_has_never_seen_is_no_verb() -> None:
    tags = _tags("She stood trial with her colleagues Valjantsin Marozevic and Uladzimir Sosnevic.")
    assert tags["Valjantsin"] == tags["Marozevic"] == "NNP"


def test_a_word_with_a_hyphen_behind_a_prefix_stays_whole() -> None:
    assert {"re-election", "ill-treatment"} <= set(_tags("The re-election led to ill-treatment."))


def test_other_hyphens_part_words_as_the_model_was_trained() -> None:
    assert {"well", "known"} <= set(_tags("A well-known editor spoke."))
