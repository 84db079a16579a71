from __future__ import annotations

import pytest

from atleast.statement.english.utterances import utterances_by_cue
from tests.support.english import page, read


def _owners(text: str) -> list[list[str]]:
    """For each paragraph, the verbs that own its quotations, in the order of the verbs."""
    return [
        [passage.tree.words[index].text for index in sorted(utterances_by_cue(passage))]
        for passage in page(text).passages
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ('"They came at night and took him," Alena Marozava said.', ["said"]),
        ('Alena Marozava told reporters: "They came at night and took him."', ["told"]),
        ('"They came at night," said Alena Marozava, who asked not to be named. "They took him away."', ["said"]),
        ('Alena Marozava, who asked not to be named, said: "They came at night and took him."', ["said"]),
        ('The judge announced the verdict. "She smiled at me all the time," her mother said.', ["said"]),
        ('The league urged the States to act. "We cannot wait any longer," it added.', ["added"]),
        ('He published a video. "They came at night and took him."', []),
    ],
)
def test_a_quotation_has_one_verb(text: str, verbs: list[str]) -> None:
    assert _owners(text) == [verbs]


def test_the_words_by_which_it_is_heard_are_shown() -> None:
    (statement,) = read('"They beat Vasil Korin," Alena Marozava told reporters.')
    assert statement.rule == "ill_treatment: beat; by 'told'"
