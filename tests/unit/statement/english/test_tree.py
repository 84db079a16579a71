from __future__ import annotations

from tests.support.english import page


def test_offsets_are_those_of_the_stored_text_and_white_space_is_no_word() -> None:
    text = "First paragraph.\nPolice  arrested\u00a0Vasil Korin."
    _, passage = page(text).passages
    words = passage.tree.words
    assert [text[word.start : word.end] for word in words] == ["Police", "arrested", "Vasil", "Korin", "."]


def test_a_subtree_reaches_from_its_first_to_its_last_word() -> None:
    (passage,) = page("Police arrested the editor of the paper.").passages
    editor = next(word for word in passage.tree.words if word.text == "editor")
    assert [word.text for word in passage.tree.words[editor.first : editor.last + 1]] == [
        "the",
        "editor",
        "of",
        "the",
        "paper",
    ]


def test_the_top_of_a_sentence_is_its_own_head_and_has_nothing_above_it() -> None:
    (passage,) = page("Police arrested him.").passages
    top = next(word for word in passage.tree.words if word.text == "arrested")
    assert top.head is top
    assert list(top.ancestors()) == []
    assert next(word for word in passage.tree.words if word.text == "him").head is top
