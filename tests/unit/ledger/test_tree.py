"""The tree against the test vectors of the Certificate Transparency reference implementation."""

from __future__ import annotations

import pytest

from atleast.errors import InvalidRecord, UsageError
from atleast.ledger.tree import (
    Node,
    append,
    consistency_proof,
    empty_root,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

ENTRIES = [
    bytes.fromhex(entry)
    for entry in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


class Store(dict[tuple[int, int], bytes]):
    """Where the nodes of a test are kept."""

    def add(self, size: int, leaf: bytes) -> list[Node]:
        new = append(size, leaf, self.node)
        self.update({(node.level, node.index): node.hash for node in new})
        return new

    def node(self, level: int, index: int) -> bytes:
        return self[level, index]


@pytest.fixture
def reference() -> Store:
    store = Store()
    for size, entry in enumerate(ENTRIES):
        store.add(size, leaf_hash(entry))
    return store


def _hex(proof: list[bytes]) -> list[str]:
    return [sibling.hex() for sibling in proof]


@pytest.mark.parametrize("size", range(9))
def test_every_root_is_the_published_one(reference: Store, size: int) -> None:
    assert root(size, reference.node).hex() == ROOTS[size]


def test_the_empty_root_is_the_hash_of_nothing() -> None:
    assert empty_root().hex() == ROOTS[0]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_inclusion_proofs_are_the_published_ones(reference: Store, index: int, size: int) -> None:
    proof = inclusion_proof(index, size, reference.node)
    assert _hex(proof) == INCLUSION[index, size]
    assert verify_inclusion(leaf_hash(ENTRIES[index]), index, size, proof, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(reference: Store, old: int, new: int) -> None:
    proof = consistency_proof(old, new, reference.node)
    assert _hex(proof) == CONSISTENCY[old, new]
    assert verify_consistency(old, new, bytes.fromhex(ROOTS[old]), bytes.fromhex(ROOTS[new]), proof)


def test_an_append_gives_the_leaf_and_the_nodes_it_completes() -> None:
    store = Store()
    completed = [[(node.level, node.index) for node in store.add(size, leaf_hash(b""))] for size in range(5)]
    assert completed == [[(0, 0)], [(0, 1), (1, 0)], [(0, 2)], [(0, 3), (1, 1), (2, 0)], [(0, 4)]]


def test_an_append_reads_and_writes_few_nodes() -> None:
    store, most, written = Store(), 0, 0
    for size in range(1000):
        read: list[tuple[int, int]] = []

        def node(level: int, index: int, read: list[tuple[int, int]] = read) -> bytes:
            read.append((level, index))
            return store[level, index]

        new = append(size, leaf_hash(b""), node)
        store.update({(each.level, each.index): each.hash for each in new})
        most, written = max(most, len(read)), written + len(new)
    assert most == 9
    assert written < 2000


def test_a_leaf_that_is_no_hash_is_refused() -> None:
    with pytest.raises(InvalidRecord, match="5 bytes"):
        append(0, b"entry", Store().node)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (8, 8), (-1, 8)])
def test_there_is_no_proof_for_an_entry_that_is_not_there(reference: Store, index: int, size: int) -> None:
    with pytest.raises(UsageError, match="no entry"):
        inclusion_proof(index, size, reference.node)
    assert not verify_inclusion(leaf_hash(ENTRIES[0]), index, size, [], leaf_hash(ENTRIES[0]))


@pytest.mark.parametrize(("old", "new"), [(8, 7), (-1, 8)])
def test_there_is_no_proof_from_later_to_earlier(reference: Store, old: int, new: int) -> None:
    with pytest.raises(UsageError, match="continuation"):
        consistency_proof(old, new, reference.node)
    assert not verify_consistency(old, new, bytes(32), bytes(32), [bytes(32)])


def test_the_empty_tree_is_the_beginning_of_every_tree(reference: Store) -> None:
    end = root(8, reference.node)
    assert consistency_proof(0, 8, reference.node) == []
    assert verify_consistency(0, 8, empty_root(), end, [])
    assert verify_consistency(0, 0, empty_root(), empty_root(), [])
    assert not verify_consistency(0, 8, end, end, [])
    assert not verify_consistency(0, 0, end, end, [])
    assert not verify_consistency(0, 8, empty_root(), end, [end])


def test_a_root_that_changed_at_the_same_size_is_refused(reference: Store) -> None:
    assert not verify_consistency(8, 8, root(8, reference.node), root(7, reference.node), [])


def test_a_proof_that_climbs_above_the_claimed_tree_is_refused(reference: Store) -> None:
    """Entry 3 of 4 is not entry 1 of 2, nor is the growth from 7 to 8 one from 3 to 4, though the first steps agree."""
    inclusion = inclusion_proof(3, 4, reference.node)
    assert not verify_inclusion(leaf_hash(ENTRIES[3]), 1, 2, inclusion, root(4, reference.node))
    growth = consistency_proof(7, 8, reference.node)
    assert not verify_consistency(3, 4, root(7, reference.node), root(8, reference.node), growth)


def test_bytes_moved_between_hashes_are_refused() -> None:
    left, right = leaf_hash(b"left"), leaf_hash(b"right")
    top = node_hash(left, right)
    assert verify_inclusion(left, 0, 2, [right], top)
    assert not verify_inclusion(left[:-1], 0, 2, [left[-1:] + right], top)
    assert not verify_consistency(1, 2, left[:-1], top, [left[-1:] + right])
