"""Names by the Slovnet tagger (Kukushkin 2020), with the weights that the wheel of natasha carries.

Natasha itself is never imported: its own imports need packages that are gone. The tagger knows Russian; Belarusian and
Ukrainian words are shown to it in Russian letters, which on the SlavicNER corpus raised places in Ukrainian from .45 to .81.

Slovnet's own layers and decoder (Viterbi over a linear-chain CRF) take longer than they need; here the same is said with fewer
copies and calls.
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
    infer = _tagger().infer
    vocabulary = infer.decoder.tags_vocab
    scores = _scores([_ids(word) for word in words])
    return [vocabulary.decode(tag) for tag in _best_path(scores, infer.model.head.crf.transitions.array)]


def _scores(ids: Sequence[tuple[int, int]]) -> Any:
    """What each word scores for each tag, by the tagger's three layers of convolution over a word and its two neighbours.

    As slovnet's own layers say it, but for the order of additions: one product for each neighbour instead of one over copies
    of all windows, and in the first layer one for each different word instead of each word.
    """
    import numpy as np

    model = _tagger().infer.model
    places: dict[tuple[int, int], int] = {}
    order = np.array([places.setdefault(pair, len(places)) for pair in ids])
    different = np.array(list(places))
    values = model.emb(different[None, :, 0], different[None, :, 1])[0]
    for number, (kernels, bias, scale, shift) in enumerate(_layers()):
        before, here, after = (values @ kernel for kernel in kernels)
        if number == 0:
            before, here, after = before[order], here[order], after[order]
        here[1:] += before[:-1]
        here[:-1] += after[1:]
        here += bias
        np.maximum(here, 0, out=here)
        here *= scale
        here += shift
        values = here
    return model.head.proj(values)


@cache
def _layers() -> list[tuple[list[Any], Any, Any, Any]]:
    """For each layer its kernels for the word before, the word and the word after, its bias, and its norm as scale and shift."""
    import numpy as np

    found = []
    for layer in _tagger().infer.model.encoder.layers:
        weight, norm = layer.conv.weight.array, layer.norm
        scale = norm.weight.array / norm.std.array
        kernels = [np.ascontiguousarray(weight[:, :, place].T) for place in range(weight.shape[2])]
        found.append((kernels, layer.conv.bias.array, scale, norm.bias.array - norm.mean.array * scale))
    return found


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
