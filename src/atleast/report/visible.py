"""Letters that steer how a text is shown, made visible, so that no source can make the page say what it does not."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line ends, bidirectional marks, embeddings, overrides and isolates, lone surrogates.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text with each steering letter replaced by its code point, "⟨U+202E⟩"."""
    return _STEERING.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
