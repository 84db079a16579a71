"""One spelling for one sequence of bytes."""

from __future__ import annotations

import pytest

from atleast.ledger import b64


@pytest.mark.parametrize("data", [b"", b"f", b"fo", b"foo", bytes(range(256))])
def test_what_is_written_is_read_back(data: bytes) -> None:
    assert b64.decode(b64.encode(data)) == data


@pytest.mark.parametrize("text", ["Zh==", "Zg=", "Zg", "Zg==\n", "Z g==", "Zg==Zg==", "_w==", "Zé=="])
def test_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        b64.decode(text)
