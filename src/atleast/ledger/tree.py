"""The Merkle tree of the ledger: SHA-256, RFC 6962 section 2.1 and RFC 9162 section 2.1.

A node is named by its level and its index: node (l, i) stands over the leaves [i * 2**l, (i + 1) * 2**l), so that
(0, i) is leaf i. Only complete nodes are stored; once there they never change, whatever is appended. The root of any
size, past or present, and every proof are put together from them. `node` is always a function from (level, index) to
the 32 bytes of that stored node.

                 root of 7
               /           \\
           (2, 0)           *          * is not complete: it is made when asked for
          /      \\        /   \\
       (1, 0)  (1, 1)  (1, 2)  (0, 6)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from atleast.errors import InvalidRecord, UsageError

HASH_BYTES = 32
_LEAF, _INNER = b"\x00", b"\x01"

NodeReader = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True)
class Node:
    """A complete subtree: its level (0 is a leaf), its index among those of its level, and its hash of 32 bytes."""

    level: int
    index: int
    hash: bytes


def empty_root() -> bytes:
    """The root of a tree without leaves: the SHA-256 of nothing (RFC 9162, section 2.1.1)."""
    return sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry, kept apart by a first byte from the hash of a node (RFC 9162, section 2.1.1)."""
    return sha256(_LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees side by side (RFC 9162, section 2.1.1)."""
    return sha256(_INNER + left + right).digest()


def append(size: int, leaf: bytes, node: NodeReader) -> list[Node]:
    """The nodes that become complete when a leaf joins a tree of `size` leaves: the leaf first, then upwards.

    `leaf` is the leaf's hash, of 32 bytes. At most log2(size + 1) stored nodes are read, and two nodes a leaf are made
    on average. Raises InvalidRecord for a leaf that is not a hash.
    """
    if len(leaf) != HASH_BYTES:
        raise InvalidRecord(
            f"A leaf of {len(leaf)} bytes was about to join the ledger; a leaf is a hash of {HASH_BYTES} bytes.",
            remedy="Nothing was stored. Please report this as a fault of the program.",
        )
    nodes = [Node(0, size, leaf)]
    while nodes[-1].index % 2:
        right = nodes[-1]
        joined = node_hash(node(right.level, right.index - 1), right.hash)
        nodes.append(Node(right.level + 1, right.index // 2, joined))
    return nodes


def root(size: int, node: NodeReader) -> bytes:
    """The root of the first `size` leaves, 32 bytes (RFC 9162, section 2.1.1)."""
    return _range_root(0, size, node) if size else empty_root()


def inclusion_proof(index: int, size: int, node: NodeReader) -> list[bytes]:
    """The hashes that lead from leaf `index` to the root of the first `size` leaves (RFC 9162, section 2.1.3.1).

    Raises UsageError unless 0 <= index < size.
    """
    if not 0 <= index < size:
        raise UsageError(
            f"There is no entry {index} among the first {size} of the ledger.",
            remedy=f"Ask for an entry from 0 to {size - 1}." if size else "Add something first.",
        )
    return [_range_root(*sibling, node) for sibling in _siblings(index, index + 1, size)]


def consistency_proof(old: int, new: int, node: NodeReader) -> list[bytes]:
    """The hashes that show the first `old` leaves to be the beginning of the first `new` (RFC 9162, section 2.1.4.1).

    Empty where there is nothing to show: from a size to itself, and from the empty tree. Raises UsageError unless
    0 <= old <= new.
    """
    if not 0 <= old <= new:
        raise UsageError(
            f"A ledger of {new} entries cannot be a continuation of one of {old}.",
            remedy="Name the earlier size first, then the later one.",
        )
    if old in (0, new):
        return []
    # The last complete subtree of the old tree: both roots are built upwards from it.
    start = old - _lowest_power(old)
    proof = [_range_root(*sibling, node) for sibling in _siblings(start, old, new)]
    return proof if start == 0 else [_range_root(start, old, node), *proof]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root_hash: bytes) -> bool:
    """Whether the proof leads from the leaf's hash to the root of `size` leaves (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes(leaf, *proof):
        return False
    number, last, reached = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if number % 2 or number == last:
            reached = node_hash(sibling, reached)
            number, last = _past_right_edge(number, last)
        else:
            reached = node_hash(reached, sibling)
        number, last = number >> 1, last >> 1
    return last == 0 and reached == root_hash


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, section 2.1.4.2).

    The empty tree is the beginning of every tree, and every tree of itself; both with an empty proof.
    """
    if old == new:
        return not proof and old_root == new_root and (old != 0 or old_root == empty_root())
    if old == 0:
        return new > 0 and not proof and old_root == empty_root()
    if not 0 < old < new or not proof or not _are_hashes(old_root, *proof):
        return False
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    number, last = old - 1, new - 1
    while number % 2:
        number, last = number >> 1, last >> 1
    old_reached = new_reached = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if number % 2 or number == last:
            old_reached = node_hash(sibling, old_reached)
            new_reached = node_hash(sibling, new_reached)
            number, last = _past_right_edge(number, last)
        else:
            new_reached = node_hash(new_reached, sibling)
        number, last = number >> 1, last >> 1
    return last == 0 and old_reached == old_root and new_reached == new_root


def _siblings(start: int, end: int, size: int) -> list[tuple[int, int]]:
    """The ranges of leaves beside the way from the subtree [start:end) up to the root of `size`, lowest first.

    [start:end) is a subtree on that way: it is reached by parting [0:size) as RFC 9162 does, at the largest power of
    two below its length.
    """
    low, high = 0, size
    beside: list[tuple[int, int]] = []
    while (low, high) != (start, end):
        middle = low + _highest_power_below(high - low)
        if start < middle:
            beside.append((middle, high))
            high = middle
        else:
            beside.append((low, middle))
            low = middle
    return beside[::-1]


def _range_root(start: int, end: int, node: NodeReader) -> bytes:
    """The root over the leaves [start:end), which must be a subtree of RFC 9162 and not empty."""
    complete = [node(level, index) for level, index in _complete_nodes(start, end)]
    reached = complete.pop()
    while complete:
        reached = node_hash(complete.pop(), reached)
    return reached


def _complete_nodes(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The complete nodes that together stand over [start:end), largest and leftmost first."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _are_hashes(*values: bytes) -> bool:
    """Whether each is as long as a hash: otherwise bytes could move from one to the next and hash to the same."""
    return all(len(value) == HASH_BYTES for value in values)


def _past_right_edge(number: int, last: int) -> tuple[int, int]:
    """Up to the level where the way turns from right to left: on a ragged right edge some levels have no sibling."""
    while number % 2 == 0 and number != 0:
        number, last = number >> 1, last >> 1
    return number, last


def _highest_power_below(length: int) -> int:
    """The largest power of two smaller than `length`, which is 2 or more."""
    return 1 << ((length - 1).bit_length() - 1)


def _lowest_power(number: int) -> int:
    """The largest power of two that divides `number`, which is 1 or more."""
    return number & -number
