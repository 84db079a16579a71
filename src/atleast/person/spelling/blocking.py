"""Coarse keys: two names that share none are not looked at together, so that many names need few comparisons.

A key of a whole name takes two of its words, so that neither everybody called Aliaksandr nor everybody called Ivanou is
compared with everybody. A name of one word, or with an initial, has nothing so good: it is looked for among loose keys,
which whole names carry only to be found by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations

from atleast.person.spelling.words import Word, consonants, name_of

LOOSE = "~"
"""What a loose key begins with: it joins two names only where one of them is short."""

_MEMORY = 1 << 19
_SHORTEST_CUT = 3


@lru_cache(_MEMORY)
def keys(name: str) -> frozenset[str]:
    """The keys of a name; none for a name in a script that is not compared."""
    words = [word for word in name_of(name).words if not word.is_initial]
    initials = [word for word in name_of(name).words if word.is_initial]
    whole = chain.from_iterable(
        (f"{min(one, other)} {max(one, other)}" for one in _of_word(first) for other in _of_word(second))
        for first, second in combinations(words, 2)
    )
    loose = chain.from_iterable((LOOSE + key for key in _of_word(word)) for word in (words or initials))
    return frozenset([*whole, *loose])


@lru_cache(_MEMORY)
def is_short(name: str) -> bool:
    """Whether a name has one word only, besides its initials: too little for a key of two."""
    return sum(not word.is_initial for word in name_of(name).words) < 2


@lru_cache(_MEMORY)
def _of_word(word: Word) -> tuple[str, ...]:
    """A given name by its number in the table; any other word by its consonants by kind, whole and with one left out."""
    if word.given and word.is_given:
        return tuple(f"#{number}" for number in sorted(word.given))
    skeleton = consonants(word.stem) or word.sounds[:1] or word.digits
    cut = (
        ["".join(some) for some in combinations(skeleton, len(skeleton) - 1)] if len(skeleton) >= _SHORTEST_CUT else []
    )
    numbers = [f"#{number}" for number in sorted(word.given)]
    return tuple(dict.fromkeys([skeleton, *cut, *numbers]))


def meeting(names: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """The pairs to compare, in order of the alphabet, of whoever bears these names: those who share a key.

    A loose key counts only where one of the two has a short name.
    """
    whole: dict[str, set[str]] = defaultdict(set)
    loose: dict[str, set[str]] = defaultdict(set)
    short = {bearer for bearer, borne in names.items() if any(map(is_short, borne))}
    for bearer, borne in names.items():
        for key in sorted(frozenset().union(*map(keys, borne))):
            (loose if key.startswith(LOOSE) else whole)[key].add(bearer)
    pairs = {pair for block in whole.values() for pair in combinations(sorted(block), 2)}
    for block in loose.values():
        for one in block & short:
            pairs |= {(min(one, other), max(one, other)) for other in block if other != one}
    return pairs
