"""Names by the Slovnet tagger (Kukushkin 2020), with the weights that the wheel of natasha carries.

Natasha itself is never imported: its own imports need packages that are gone. The tagger knows Russian; Belarusian and
Ukrainian words are shown to it in Russian letters, which on the SlavicNER corpus raised places in Ukrainian from .45 to .81.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
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
        infer = _tagger().infer
        encoded = infer.encoder([list(words[start : start + _AT_ONCE])])
        found.extend(next(iter(infer.decoder(infer.process(encoded)))))
    return found


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
