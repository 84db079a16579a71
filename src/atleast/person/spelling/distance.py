"""How far apart two words are by their sounds: an edit distance in which what spellings exchange costs little.

Wagner and Fischer 1974, with the costs of `tables/sounds.toml`.
"""

from __future__ import annotations

from functools import cache

from atleast.person.spelling.data import table

_FAR = 0.5
"""From this likeness down two words are simply unlike, and nothing is reckoned exactly."""

_KINDS = {sound: kind for kind, sounds in enumerate(("kgXhQ", "cCsSzZJtd", "bp", "mn", "l", "r")) for sound in sounds}


def likeness(a: str, b: str, *, unwritten: bool = False) -> float:
    """1 for the same sounds, down to 0; below a half it is no measure, only unlike.

    `unwritten` where one of the two is in letters that leave short vowels out, and the other is not.
    """
    if a == b:
        return 1.0 if a else 0.0
    longest = max(len(a), len(b))
    if not a or not b or _counts_apart(a, b) > 1 + longest // 2:
        return 0.0
    return max(0.0, 1 - _edits(a, b, longest * _FAR, unwritten=unwritten) / longest)


@cache
def _kinds_in(word: str) -> tuple[int, ...]:
    counted = [0] * 6
    for sound in word:
        if (kind := _KINDS.get(sound)) is not None:
            counted[kind] += 1
    return tuple(counted)


def _counts_apart(a: str, b: str) -> int:
    """By how many consonants of a kind two words differ: a quick look before the long one."""
    return sum(map(abs, map(int.__sub__, _kinds_in(a), _kinds_in(b))))


def _edits(a: str, b: str, at_most: float, *, unwritten: bool = False) -> float:
    """The least cost of making one word of the other; whatever is above `at_most` is only known to be so."""
    exchange, dropped = _unwritten() if unwritten else (_exchange(), _dropped())
    row = [0.0]
    for sound in b:
        row.append(row[-1] + dropped.get(sound, 1.0))
    putting = [dropped.get(sound, 1.0) for sound in b]
    for x in a:
        costs, leaving = exchange.get(x, {}), dropped.get(x, 1.0)
        diagonal = row[0]
        left = row[0] = diagonal + leaving
        least = left
        for j, y in enumerate(b):
            above = row[j + 1]
            best = diagonal if x == y else diagonal + costs.get(y, 1.0)
            if above + leaving < best:  # noqa: PLR1730 - min() is a call, and this is the inner loop
                best = above + leaving
            if left + putting[j] < best:  # noqa: PLR1730
                best = left + putting[j]
            diagonal, left = above, best
            row[j + 1] = best
            if best < least:  # noqa: PLR1730
                least = best
        if least > at_most:
            return least
    return row[-1]


def exchanges(a: str, b: str) -> list[tuple[str, str]]:
    """The sounds that one word has for those of the other on a cheapest way, "" where it has none; equal ones left out."""
    exchange, dropped = _exchange(), _dropped()
    ways: list[list[tuple[float, list[tuple[str, str]]]]] = [[(0.0, [])]]
    for y in b:
        cost, way = ways[0][-1]
        ways[0].append((cost + dropped.get(y, 1.0), [*way, ("", y)]))
    for i, x in enumerate(a):
        cost, way = ways[i][0]
        row = [(cost + dropped.get(x, 1.0), [*way, (x, "")])]
        for j, y in enumerate(b):
            same = [] if x == y else [(x, y)]
            by = 0.0 if x == y else exchange.get(x, {}).get(y, 1.0)
            options = [
                (ways[i][j][0] + by, ways[i][j][1] + same),
                (ways[i][j + 1][0] + dropped.get(x, 1.0), [*ways[i][j + 1][1], (x, "")]),
                (row[j][0] + dropped.get(y, 1.0), [*row[j][1], ("", y)]),
            ]
            row.append(min(options, key=lambda option: option[0]))
        ways.append(row)
    return ways[-1][-1][1]


@cache
def words_for(x: str, y: str) -> str | None:
    """What the exchange of two sounds is called, where it has a name."""
    for row in table("sounds")["exchange"]:
        if {x, y} == set(row["sounds"]):
            words: str | None = row.get("words")
            return words
    return None


@cache
def _exchange() -> dict[str, dict[str, float]]:
    costs: dict[str, dict[str, float]] = {}
    for row in table("sounds")["exchange"]:
        x, y = row["sounds"]
        costs.setdefault(x, {})[y] = row["cost"]
        costs.setdefault(y, {})[x] = row["cost"]
    return costs


@cache
def _dropped() -> dict[str, float]:
    costs: dict[str, float] = table("sounds")["dropped"]
    return costs


@cache
def _unwritten() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """The same costs where short vowels are not written."""
    costs = table("sounds")["unwritten"]
    sounds = costs["sounds"]
    exchange = {sound: dict(row) for sound, row in _exchange().items()}
    for one in sounds:
        for other in sounds:
            exchange.setdefault(one, {})[other] = costs["exchanged"]
    return exchange, _dropped() | dict.fromkeys(sounds, costs["dropped"])
