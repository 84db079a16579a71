"""The lists with known answers on which linking is measured: as tables with their profiles, and the person of every row."""

from __future__ import annotations

import random
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from atleast.person.linking import Holds, Profile
from bench.peers import febrl_folder

PERSONS = Path(__file__).resolve().parents[2] / "shared" / "data" / "persons"
_TEXT = pa.string()


@dataclass(frozen=True, slots=True)
class Known:
    """Lists, and for every row's id who it is."""

    lists: Sequence[tuple[pa.Table, Profile]]
    truth: dict[str, str]

    @property
    def pairs(self) -> int:
        """How many pairs of rows are one person's; between two lists that hold nobody twice, only those between them."""
        return sum(count * (count - 1) // 2 for count in Counter(self.truth.values()).values())


def historical() -> Known:
    """50,578 records of 5,156 historical figures, with errors (Splink's own example)."""
    table = pa.parquet.read_table(PERSONS / "historical_figures_with_errors_50k.parquet")
    columns = {
        "first_name": Holds.GIVEN,
        "surname": Holds.FAMILY,
        "dob": Holds.BIRTH,
        "birth_place": Holds.PLACE,
        "postcode_fake": Holds.OTHER,
        "gender": Holds.SEX,
        "occupation": Holds.OCCUPATION,
    }
    return Known([(table, Profile("unique_id", columns))], _truth(table, "unique_id", "cluster"))


def editions() -> Known:
    """Two editions of a list of the dead of Gaza, April and September 2024, in Arabic; the ministry's id says who is who."""
    earlier, later = _edition("20240413"), _edition("20240921")
    of = {"name": Holds.LINEAGE, "sex": Holds.SEX}
    lists = [
        (earlier, Profile("row", of | {"age": Holds.AGE}, "April", holds_nobody_twice=True, as_of="2024-04-13")),
        (later, Profile("row", of | {"dob": Holds.BIRTH}, "September", holds_nobody_twice=True)),
    ]
    return Known(lists, _truth(earlier, "row", "id") | _truth(later, "row", "id"))


def _edition(day: str) -> pa.Table:
    text = dict.fromkeys(("id", "age", "dob"), _TEXT)
    options = pa.csv.ConvertOptions(column_types=text, strings_can_be_null=True)
    table = pa.csv.read_csv(PERSONS / "gaza" / f"{day}.csv", convert_options=options)
    return table.append_column("row", pa.array([f"{day}-{number}" for number in range(table.num_rows)]))


def febrl(number: int) -> Known:
    """FEBRL 3 (one list, 5,000 rows of 2,000 persons) and 4 (two lists of 5,000): synthetic, Australian."""
    names = {3: ["dataset3"], 4: ["dataset4a", "dataset4b"]}[number]
    columns = {
        "given_name": Holds.GIVEN,
        "surname": Holds.FAMILY,
        "date_of_birth": Holds.BIRTH,
        "suburb": Holds.PLACE,
        "address_1": Holds.OTHER,
        "postcode": Holds.OTHER,
        "soc_sec_id": Holds.OTHER,
    }
    lists: list[tuple[pa.Table, Profile]] = []
    truth: dict[str, str] = {}
    for name in names:
        options = pa.csv.ConvertOptions(strings_can_be_null=True)
        rows = pa.csv.read_csv(febrl_folder() / f"{name}.csv", convert_options=options)
        rows = rows.rename_columns([column.strip() for column in rows.column_names])
        rows = pa.table(
            {column: [_stripped(value) for value in rows[column].to_pylist()] for column in rows.column_names}
        )
        lists.append((rows, Profile("rec_id", columns, name, holds_nobody_twice=number == 4)))
        truth |= {row: row.split("-")[1] for row in rows["rec_id"].to_pylist()}
    return Known(lists, truth)


def _stripped(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def crossing(size: int = 100_000) -> Known:
    """A list in Latin letters and one in Cyrillic, half of each in both; real spellings, made-up persons.

    The words are tokens of Wikidata in English and Russian; dates of birth and places are drawn, and a third is missing.
    """
    words = [
        line.split("\t")[:2] for line in (PERSONS / "wikidata_en_ru_name_tokens.tsv").read_text("utf-8").splitlines()
    ]
    pairs = [(english, russian.replace(" ", "")) for english, russian in words]
    chance = random.Random(7)  # noqa: S311 - made to be the same each time
    chance.shuffle(pairs)
    places, given, family = pairs[:500], _Zipf(pairs[500:2500], chance), _Zipf(pairs[2500:], chance)
    rows: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] = ([], [])
    for person in range(size + size // 2):
        one, other, place = given.draw(), family.draw(), chance.choice(places)
        birth = f"{chance.randint(1940, 2005)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        for script in (0, 1):
            if person < size // 2 or (person < size) == (script == 0):
                told = (birth if chance.random() > 0.3 else "", place[script] if chance.random() > 0.3 else "")
                rows[script].append((f"{'lc'[script]}{person}", one[script], other[script], *told))
    columns = {"given": Holds.GIVEN, "family": Holds.FAMILY, "birth": Holds.BIRTH, "place": Holds.PLACE}
    lists = [
        (_table(some), Profile("row", columns, script, holds_nobody_twice=True))
        for some, script in zip(rows, ("Latin", "Cyrillic"), strict=True)
    ]
    return Known(lists, {row: row[1:] for some in rows for row, *_ in some})


def many(size: int) -> Known:
    """Rows of made-up persons in 112 lists, for time and memory: some 1.5 rows a person, a slip of the pen in one of eight."""
    chance = random.Random(size)  # noqa: S311 - made to be the same each time
    given = _Zipf([(word, word) for word in _invented(2_000, chance)], chance)
    family = _Zipf([(word, word) for word in _invented(60_000, chance)], chance, power=0.7)
    places = _invented(400, chance)
    rows: list[tuple[str, ...]] = []
    person = 0
    while len(rows) < size:
        name = (given.draw()[0], family.draw()[0])
        birth = f"{chance.randint(1940, 2005)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        place = chance.choice(places)
        for _ in range(1 + (chance.random() < 0.35) + (chance.random() < 0.1)):
            one, other = (_slip(word, chance) if chance.random() < 0.125 else word for word in name)
            told = (birth if chance.random() > 0.2 else "", place if chance.random() > 0.2 else "")
            rows.append((f"r{len(rows):07d}-{person}", one, other, *told))
        person += 1
    columns = {"given": Holds.GIVEN, "family": Holds.FAMILY, "birth": Holds.BIRTH, "place": Holds.PLACE}
    return Known([(_table(rows), Profile("row", columns))], {row: row.split("-")[1] for row, *_ in rows})


def _invented(count: int, chance: random.Random) -> list[str]:
    syllables = [a + b for a in "bdgklmnprstvz" for b in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < count:
        found[
            "".join(chance.choice(syllables) for _ in range(chance.randint(2, 4)))
            + chance.choice(["", "ski", "ich", "n"])
        ] = None
    return list(found)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice("abcdefghijklmnoprstuvz") + word[at + 1 :]


class _Zipf:
    """Draws words, the first far oftener than the last."""

    def __init__(self, words: Sequence[tuple[str, str]], chance: random.Random, power: float = 1.0) -> None:
        self._words, self._chance = words, chance
        self._sums = list(accumulate(1 / (rank + 10) ** power for rank in range(len(words))))

    def draw(self) -> tuple[str, str]:
        return self._words[min(bisect(self._sums, self._chance.random() * self._sums[-1]), len(self._words) - 1)]


def _table(rows: Sequence[tuple[str, ...]]) -> pa.Table:
    columns = zip(("row", "given", "family", "birth", "place"), zip(*rows, strict=True), strict=True)
    return pa.table({name: pa.array([value or None for value in values], _TEXT) for name, values in columns})


def _truth(table: pa.Table, row: str, person: str) -> dict[str, str]:
    return dict(zip(table[row].to_pylist(), table[person].to_pylist(), strict=True))
