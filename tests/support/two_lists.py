"""Two lists of invented people, in Latin and in Cyrillic letters, with known answers: enough to train a model on."""

from __future__ import annotations

import random

import pyarrow as pa

from atleast.person.linking import Holds, Profile

_GIVEN = [
    ("Mikalai", "Николай"), ("Siarhei", "Сергей"), ("Hanna", "Анна"), ("Ihar", "Игорь"), ("Alena", "Елена"),
    ("Dzmitry", "Дмитрий"), ("Volha", "Ольга"), ("Andrei", "Андрей"), ("Pavel", "Павел"), ("Maryia", "Мария"),
    ("Yauhen", "Евгений"), ("Kiryl", "Кирилл"),
]  # fmt: skip
_BEGIN = [
    ("Drau", "Драв"),
    ("Hlu", "Глу"),
    ("Tar", "Тар"),
    ("Kal", "Кол"),
    ("Brus", "Брус"),
    ("Zub", "Зуб"),
    ("Vel", "Вел"),
]
_MIDDLE = [("va", "ва"), ("na", "на"), ("mi", "ми"), ("ra", "ра"), ("tu", "ту"), ("le", "ле")]
_END = [("chuk", "чук"), ("ski", "ский"), ("nets", "нец"), ("ka", "ка"), ("vich", "вич"), ("ny", "ный")]
_PLACES = [("Tarvuk", "Тарвук"), ("Zubrava", "Зубрава"), ("Lisna", "Лисна"), ("Horan", "Горан"), ("Belitsa", "Белица")]
COLUMNS = {"name": Holds.NAME, "born": Holds.BIRTH, "town": Holds.PLACE}


def two_lists(persons: int = 400) -> tuple[list[tuple[pa.Table, Profile]], dict[str, str]]:
    """Both lists with their profiles, and the person of every row: half of the persons stand in both."""
    chance = random.Random(5)  # noqa: S311 - made to be the same each time
    rows: list[list[tuple[str, str, str | None, str | None]]] = [[], []]
    truth = {}
    for person in range(persons):
        given, place = chance.choice(_GIVEN), chance.choice(_PLACES)
        family = [chance.choice(some) for some in (_BEGIN, _MIDDLE, _MIDDLE, _END)]
        born = f"{chance.randint(1960, 2004)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        for script in (0, 1):
            if person % 4 < 2 or person % 4 == 2 + script:
                words = [given[script], "".join(part[script] for part in family)]
                row = f"{'lc'[script]}-{person:04d}"
                told = (born if chance.random() > 0.1 else None, place[script] if chance.random() > 0.1 else None)
                rows[script].append((row, " ".join(words if script == 0 else words[::-1]), *told))
                truth[row] = str(person)
    names = ("row", "name", "born", "town")
    return [
        (
            pa.table({name: pa.array([row[at] for row in some], pa.string()) for at, name in enumerate(names)}),
            Profile("row", COLUMNS, list_name, holds_nobody_twice=True),
        )
        for some, list_name in zip(rows, ("latin", "cyrillic"), strict=True)
    ], truth
