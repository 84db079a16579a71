"""Entries: their bytes are pinned, and nothing but those bytes is taken for one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger.entry import Entry, EntryKind
from atleast.ledger.tree import leaf_hash

AT = "2024-05-12T09:30:00Z"
ENTRY = Entry(EntryKind.SOURCE, AT, {"sha256": "00ff", "name": "Вёска/ліст.txt", "size": 12, "container": None})
BYTES = (
    '{"at":"2024-05-12T09:30:00Z","body":{"container":null,"name":"Вёска/ліст.txt","sha256":"00ff","size":12},'
    '"kind":"source","v":1}'
).encode()

_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    # Any letter but halves of pairs, which UTF-8 cannot hold.
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_the_bytes_are_what_earlier_versions_wrote() -> None:
    assert ENTRY.to_bytes() == BYTES
    assert leaf_hash(BYTES).hex() == "c8644711ab7c4ee8b635225e3971b79e43bae6f703d9a56d682316c3b7f7e7c2"


def test_an_entry_is_read_back() -> None:
    assert Entry.from_bytes(BYTES) == ENTRY


@settings(deadline=None, derandomize=True)
@given(
    st.sampled_from(EntryKind), st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), _json, max_size=4)
)
def test_any_entry_is_read_back_to_the_same_bytes(kind: EntryKind, body: dict[str, Any]) -> None:
    data = Entry(kind, AT, body).to_bytes()
    assert b"\n" not in data
    assert Entry.from_bytes(data).to_bytes() == data


def test_every_flipped_bit_gives_other_bytes_or_is_refused() -> None:
    for bit in range(len(BYTES) * 8):
        damaged = bytearray(BYTES)
        damaged[bit // 8] ^= 1 << bit % 8
        try:
            assert Entry.from_bytes(bytes(damaged)) != ENTRY
        except DossierDamaged:
            continue


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        BYTES + b"\n",
        b" " + BYTES,
        BYTES.replace(b":12", b":12.0"),
        BYTES.replace(b":12", b":NaN"),
        BYTES.replace(b":12", b":" + b"9" * 5000),
        BYTES.replace(b":12", b':12,"size":12'),
        BYTES.replace(b'"v":1', b'"v":2'),
        BYTES.replace(b'"v":1', b'"v":true'),
        BYTES.replace(b',"v":1', b""),
        BYTES.replace(b'"v":1', b'"v":1,"w":1'),
        BYTES.replace(b'"source"', b'"rumour"'),
        BYTES.replace(b'"source"', b"1"),
        BYTES.replace(b"09:30:00Z", b"09:30"),
        BYTES.replace(b'"2024-05-12T09:30:00Z"', b"2024"),
        b'{"at":"2024-05-12T09:30:00Z","body":[],"kind":"source","v":1}',
    ],
)
def test_what_is_no_entry_is_refused(data: bytes) -> None:
    with pytest.raises(DossierDamaged, match="not an entry") as caught:
        Entry.from_bytes(data)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "at",
    [
        "",
        "2024-05-12",
        "2024-05-12T09:30:00",
        "2024-05-12T09:30:00+00:00",
        "2024-05-12T09:30:00Z\n",
        "२०२४-05-12T09:30:00Z",
    ],
)
def test_a_time_in_another_form_is_refused(at: str) -> None:
    with pytest.raises(InvalidRecord, match="UTC"):
        Entry(EntryKind.REPORT, at, {})


def test_a_body_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(InvalidRecord):
        Entry(EntryKind.REPORT, AT, {"size": 2**53}).to_bytes()
