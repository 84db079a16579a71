"""Names by the Slovnet tagger (Kukushkin 2020), with the weights that the wheel of natasha carries.

Natasha itself is never imported: its own imports need packages that are gone. The tagger knows Russian; Belarusian and
Ukrainian words are shown to it in Russian letters, which on the SlavicNER corpus raised places in Ukrainian from .45 to .81.

Slovnet's own decoder (Viterbi over a linear-chain CRF) takes a third of its time; here the same is said with fewer calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from atleast.errors import InvalidRecord

_NER = "model/slovnet_ner_news_v1.tar"
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_AT_ONCE = 3_000
"""Words that are tagged together at the most: memory grows with them, about 4 KB each."""


def tags(words: Sequence[str]) -> list[str]:
    """For each word "B-PER", "I-LOC" and the like, or "O". The same words always get the same tags."""
    found: list[str] = []
    for start in range(0, len(words), _AT_ONCE):
        found.extend(_tags(words[start : start + _AT_ONCE]))
    return found


def bare_tagger() -> Any:
    """The tagger as slovnet makes it, loaded once: what benches compare with."""
    return _tagger()


def _tags(words: Sequence[str]) -> list[str]:
    import numpy as np

    infer = _tagger().infer
    ids = np.array([_ids(word) for word in words])
    word_ids, shape_ids = ids[None, :, 0], ids[None, :, 1]
    scores = infer.model(word_ids, shape_ids, np.zeros(word_ids.shape, dtype=bool))[0]
    vocabulary = infer.decoder.tags_vocab
    return [vocabulary.decode(tag) for tag in _best_path(scores, infer.model.head.crf.transitions.array)]


@lru_cache(100_000)
def _ids(word: str) -> tuple[int, int]:
    """The numbers of a word and of its shape in the tagger's vocabularies."""
    from slovnet.shape import word_shape

    encoder = _tagger().infer.encoder
    return encoder.words_vocab.encode(word.lower()), encoder.shapes_vocab.encode(word_shape(word))


def _best_path(scores: Any, transitions: Any) -> list[int]:
    """The likeliest tags, by Viterbi: `scores` are words by tags, `transitions` tags before by tags after."""
    import numpy as np

    steps = scores[1:, None, :] + transitions
    best, columns, history = scores[0], np.arange(scores.shape[1]), []
    for step in steps:
        through = step + best[:, None]
        before = through.argmax(0)
        best = through[before, columns]
        history.append(before)
    path = [int(best.argmax())]
    for before in reversed(history):
        path.append(int(before[path[-1]]))
    return path[::-1]


@cache
def _tagger() -> Any:
    from navec import Navec  # half a second and 100 MB, with the weights
    from slovnet import NER

    folder = _weights()
    return NER.load(str(folder / _NER), batch_size=1).navec(Navec.load(str(folder / _VECTORS)))


def _weights() -> Path:
    spec = find_spec("natasha")
    places = list(spec.submodule_search_locations or ()) if spec else []
    folder = Path(places[0]) / "data" if places else Path()
    if not (folder / _NER).is_file():
        raise InvalidRecord(
            "The weights that names in Russian, Belarusian and Ukrainian are read with are not there.",
            remedy="Install atleast again: they come in the package natasha.",
        )
    return folder
