"""What the facts of two mentions say for and against one person, in words, with a weight in bits where no model is trained.

The weights are by experience, not measured; they only order what to look at first. What cannot be true of one person is no
weight but an end: `excluded`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atleast.model.edtf import Days, days_of
from atleast.model.person import Facts, Mention
from atleast.person.names import fold
from atleast.person.spelling import compare

_SAME_WORDS = 0.8
_YEARS_OF_CHILDHOOD = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that two mentions agree or disagree in."""

    words: str
    bits: float


def excluded(one: Facts, other: Facts) -> str | None:
    """Why the two cannot be one person, whatever their names: dates that exclude each other, or their sex; None if they can."""
    if one.sex and other.sex and one.sex != other.sex:
        return f"one is {one.sex}, the other {other.sex}"
    born, born_too = _days(one.birth), _days(other.birth)
    if born and born_too and born.excludes(born_too) and not _slip(one.birth, other.birth):
        return f"born {one.birth}, and {other.birth}"
    for birth, told, deeds in ((born, one.birth, other), (born_too, other.birth, one)):
        for date in (*deeds.arrested, *deeds.sentenced):
            if (held := _days(date)) and birth and _too_young(birth, held):
                return f"born {told}, and held on {date}"
    return None


def evidence(one: Mention, other: Mention) -> Iterator[Evidence]:
    """What the facts say, the kinds of fact in a fixed order; nothing where one of the two says nothing."""
    yield from _of_birth(one.facts, other.facts)
    yield from _of_days("arrested", one.facts.arrested, other.facts.arrested)
    yield from _of_days("sentenced", one.facts.sentenced, other.facts.sentenced)
    yield from _of_words("place", _some(one.facts.place), _some(other.facts.place), 2, -1)
    yield from _of_words("occupation", _some(one.facts.occupation), _some(other.facts.occupation), 1.5, -0.5)
    yield from _of_words("facility", one.facts.facilities, other.facts.facilities, 1.5, -0.5)
    yield from _of_words("court or authority", one.facts.authorities, other.facts.authorities, 1, -0.5)
    yield from _of_words("article", one.facts.articles, other.facts.articles, 1, -0.5)
    if one.listed and one.listed == other.listed:
        yield Evidence(f"both stand in {one.listed}, in two rows", -3)


def settling(one: Mention, other: Mention) -> Iterator[str]:
    """What would settle it, that is not known of both."""
    if not (one.facts.birth and other.facts.birth):
        yield f"a date of birth of {_lacking(one, other, bool(one.facts.birth), bool(other.facts.birth))}"
    if "no patronymic on both sides tells namesakes apart" in compare(one.name, other.name).reasons:
        yield "patronymics of both"
    if not (one.facts.place and other.facts.place):
        yield f"where {_lacking(one, other, bool(one.facts.place), bool(other.facts.place))} is from"


def _lacking(one: Mention, other: Mention, has: bool, has_too: bool) -> str:
    if has or has_too:
        return other.name if has else one.name
    return "both"


def _of_birth(one: Facts, other: Facts) -> Iterator[Evidence]:
    if not one.birth or not other.birth:
        return
    born, born_too = _days(one.birth), _days(other.birth)
    if one.birth == other.birth and len(one.birth) == len("2031-05-01"):
        yield Evidence(f"both born {one.birth}", 8)
    elif born and born_too and not born.excludes(born_too):
        yield Evidence(f"born {one.birth} and {other.birth}, which agree as far as they are told", 3)
    elif _slip(one.birth, other.birth):
        yield Evidence(f"born {one.birth} and {other.birth}: a slip apart", -1)


def _of_days(what: str, some: Iterable[str], others: Iterable[str]) -> Iterator[Evidence]:
    one, other = sorted(set(some)), sorted(set(others))
    if not one or not other:
        return
    if both := [date for date in one if date in other]:
        yield Evidence(f"both {what} {both[0]}", 3 if len(both[0]) == len("2031-05-01") else 1)
    elif all((a := _days(x)) and (b := _days(y)) and a.excludes(b) for x in one for y in other):
        yield Evidence(f"{what} {one[0]}, and {other[0]}", -1)


def _of_words(what: str, some: Iterable[str], others: Iterable[str], agree: float, differ: float) -> Iterator[Evidence]:
    one, other = sorted(set(some)), sorted(set(others))
    if not one or not other:
        return
    both = [text for text in one if any(fold(text) == fold(found) or _alike(text, found) for found in other)]
    if both:
        yield Evidence(f"{what} the same: {both[0]}", agree)
    else:
        yield Evidence(f"{what}: {one[0]}, and {other[0]}", differ)


def _alike(text: str, found: str) -> bool:
    """Whether two words are one in two alphabets; what holds figures is the same or not."""
    return not any(map(str.isdigit, text + found)) and compare(text, found).score >= _SAME_WORDS


def _some(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _days(edtf: str | None) -> Days | None:
    try:
        return days_of(edtf) if edtf else None
    except ValueError:
        return None


def _too_young(birth: Days, held: Days) -> bool:
    """Whether somebody was a child under ten, or not born, when held."""
    return bool(birth.earliest and held.latest and held.latest.year - birth.earliest.year < _YEARS_OF_CHILDHOOD)


def _slip(one: str | None, other: str | None) -> bool:
    """Whether two whole dates differ in one figure, or in two that changed places."""
    if not one or not other or len(one) != len(other) or len(one) != len("2031-05-01"):
        return False
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(unlike) == 2 and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]
    return len(unlike) <= 1 or swapped
