from __future__ import annotations

import numpy as np

from atleast.statement.slavic import tagger
from atleast.statement.slavic.tagger import bare_tagger, tags

_WORDS = "Суд в Сарнике приговорил Ивана Крука и Анну Тарн к трём годам , сообщил центр « Дуб » . Крук молчит .".split()


def test_the_scores_are_those_of_slovnets_own_layers() -> None:
    infer = bare_tagger().infer
    ids = np.array([tagger._ids(word) for word in _WORDS])
    theirs = infer.model(ids[None, :, 0], ids[None, :, 1], np.zeros((1, len(ids)), dtype=bool))[0]
    ours = tagger._scores([tuple(pair) for pair in ids])
    assert np.allclose(ours, theirs, atol=1e-3)


def test_names_are_tagged() -> None:
    found = dict(zip(_WORDS, tags(_WORDS), strict=True))
    assert found["Ивана"] == "B-PER"
    assert found["Тарн"] == "I-PER"
    assert found["молчит"] == "O"


def test_one_word_is_tagged_too() -> None:
    assert tags(["Крук"]) == tags(["Крук"])
    assert tags([]) == []
