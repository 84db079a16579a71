"""The tree against the definition in RFC 6962, section 2.1, and against every kind of damage."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from hypothesis import assume, given
from hypothesis import strategies as st

from atleast.ledger.tree import (
    append,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

MOST = 130
"""Leaves of the largest tree: past two powers of two."""


def definition(entries: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, word for word."""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return sha256(b"\x01" + definition(entries[:split]) + definition(entries[split:])).digest()


def _entry(index: int) -> bytes:
    return f"entry {index}".encode()


def _grown(size: int) -> dict[tuple[int, int], bytes]:
    nodes: dict[tuple[int, int], bytes] = {}
    for index in range(size):
        for node in append(index, leaf_hash(_entry(index)), lambda level, at: nodes[level, at]):
            assert (node.level, node.index) not in nodes, "a node is stored once"
            nodes[node.level, node.index] = node.hash
    return nodes


_NODES = _grown(MOST)


def _node(level: int, index: int) -> bytes:
    return _NODES[level, index]


@dataclass(frozen=True)
class Inclusion:
    index: int
    size: int


@dataclass(frozen=True)
class Growth:
    old: int
    new: int


@st.composite
def inclusions(draw: st.DrawFn) -> Inclusion:
    size = draw(st.integers(1, MOST))
    return Inclusion(draw(st.integers(0, size - 1)), size)


@st.composite
def growths(draw: st.DrawFn) -> Growth:
    new = draw(st.integers(0, MOST))
    return Growth(draw(st.integers(0, new)), new)


def _flipped(draw: st.DrawFn, hashes: list[bytes]) -> list[bytes]:
    """The hashes with one bit of one of them flipped."""
    at, bit = draw(st.integers(0, len(hashes) - 1)), draw(st.integers(0, 255))
    damaged = bytearray(hashes[at])
    damaged[bit // 8] ^= 1 << bit % 8
    return [*hashes[:at], bytes(damaged), *hashes[at + 1 :]]


@given(st.lists(st.binary(max_size=40), max_size=40))
def test_growing_leaf_by_leaf_gives_the_root_of_the_definition(entries: list[bytes]) -> None:
    nodes: dict[tuple[int, int], bytes] = {}
    for index, entry in enumerate(entries):
        for node in append(index, leaf_hash(entry), lambda level, at: nodes[level, at]):
            nodes[node.level, node.index] = node.hash
    for size in range(len(entries) + 1):
        assert root(size, lambda level, at: nodes[level, at]) == definition(entries[:size])


@given(inclusions())
def test_every_entry_is_proven_to_be_in_every_tree_that_has_it(case: Inclusion) -> None:
    proof = inclusion_proof(case.index, case.size, _node)
    assert verify_inclusion(leaf_hash(_entry(case.index)), case.index, case.size, proof, root(case.size, _node))
    assert len(proof) <= case.size.bit_length()


@given(growths())
def test_every_tree_is_proven_to_be_the_beginning_of_every_later_one(case: Growth) -> None:
    proof = consistency_proof(case.old, case.new, _node)
    assert verify_consistency(case.old, case.new, root(case.old, _node), root(case.new, _node), proof)
    assert len(proof) <= case.new.bit_length() + 1


@given(inclusions(), st.data())
def test_one_flipped_bit_anywhere_breaks_an_inclusion(case: Inclusion, data: st.DataObject) -> None:
    proof = inclusion_proof(case.index, case.size, _node)
    whole = [leaf_hash(_entry(case.index)), root(case.size, _node), *proof]
    leaf, top, *path = data.draw(st.composite(_flipped)(whole))
    assert not verify_inclusion(leaf, case.index, case.size, path, top)


@given(growths(), st.data())
def test_one_flipped_bit_anywhere_breaks_a_growth(case: Growth, data: st.DataObject) -> None:
    assume(case.old > 0)
    whole = [root(case.old, _node), root(case.new, _node), *consistency_proof(case.old, case.new, _node)]
    old_root, new_root, *path = data.draw(st.composite(_flipped)(whole))
    assert not verify_consistency(case.old, case.new, old_root, new_root, path)


@given(inclusions(), st.integers(0, MOST - 1))
def test_an_entry_is_not_proven_to_be_where_it_is_not(case: Inclusion, elsewhere: int) -> None:
    assume(elsewhere != case.index)
    proof = inclusion_proof(case.index, case.size, _node)
    leaf, top = leaf_hash(_entry(case.index)), root(case.size, _node)
    if elsewhere < case.size:
        other = inclusion_proof(elsewhere, case.size, _node)
        assert not verify_inclusion(leaf, elsewhere, case.size, other, top)
    else:
        assert not verify_inclusion(leaf, elsewhere, case.size, proof, top)


@given(inclusions(), st.integers(0, 10), st.binary(min_size=32, max_size=32))
def test_a_proof_too_long_or_too_short_is_refused(case: Inclusion, at: int, extra: bytes) -> None:
    proof = inclusion_proof(case.index, case.size, _node)
    leaf, top = leaf_hash(_entry(case.index)), root(case.size, _node)
    longer = [*proof[:at], extra, *proof[at:]]
    assert not verify_inclusion(leaf, case.index, case.size, longer, top)
    assert not proof or not verify_inclusion(leaf, case.index, case.size, proof[:-1], top)


@given(inclusions(), st.integers(1, MOST))
def test_a_size_that_asks_for_another_length_of_proof_is_refused(case: Inclusion, claimed: int) -> None:
    """A root does not tell its size; the length of the proof does, as far as it can."""
    proof = inclusion_proof(case.index, case.size, _node)
    assume(case.index < claimed <= MOST)
    assume(len(inclusion_proof(case.index, claimed, _node)) != len(proof))
    leaf, top = leaf_hash(_entry(case.index)), root(case.size, _node)
    assert not verify_inclusion(leaf, case.index, claimed, proof, top)


@given(growths(), st.integers(1, MOST))
def test_a_growth_to_a_size_that_asks_for_another_length_of_proof_is_refused(case: Growth, claimed: int) -> None:
    assume(0 < case.old < min(case.new, claimed))
    proof = consistency_proof(case.old, case.new, _node)
    assume(len(consistency_proof(case.old, claimed, _node)) != len(proof))
    assert not verify_consistency(case.old, claimed, root(case.old, _node), root(case.new, _node), proof)


@given(growths(), st.integers(0, 10), st.binary(min_size=32, max_size=32))
def test_a_growth_proven_with_too_much_or_too_little_is_refused(case: Growth, at: int, extra: bytes) -> None:
    proof = consistency_proof(case.old, case.new, _node)
    ends = (root(case.old, _node), root(case.new, _node))
    assert not verify_consistency(case.old, case.new, *ends, [*proof[:at], extra, *proof[at:]])
    assert not proof or not verify_consistency(case.old, case.new, *ends, proof[:-1])


@given(growths(), st.data())
def test_a_rewritten_past_is_found(case: Growth, data: st.DataObject) -> None:
    assume(case.old > 0)
    altered = data.draw(st.integers(0, case.old - 1))
    entries = [_entry(index) for index in range(case.new)]
    entries[altered] = b"rewritten"
    proof = consistency_proof(case.old, case.new, _node)
    assert not verify_consistency(case.old, case.new, root(case.old, _node), definition(entries), proof)
