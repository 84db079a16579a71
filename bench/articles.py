"""News articles about an invented State, made by rule: the same number, the same article, everywhere; texts as sources."""

from __future__ import annotations

import random
from pathlib import Path

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.words import PartKind, SourceState

_GIVEN = (
    "Aldo Bera Casim Dalia Emrik Fenna Goran Hesta Ilvar Jorun Kasia Lemko Mirta Nadir Orla Perrin Rasko Selma Tavin Yrsa"
).split()
_FAMILY = (
    "Abrenko Bastiv Corvane Drelling Estrova Farnik Goldane Havrenko Istrava Jelmovic Kordane Lustig Marvenko Nestrova"
).split()
_TOWNS = "Sarnik Brenava Port Hallow Melnograd Estermark Vostrin Karnovia".split()
_BODIES = (
    "the Open Door Centre",
    "the Committee of Families",
    "the Meridian news agency",
    "the Office of the Prosecutor",
)
_OPENINGS = (
    (
        "A court in {town} sentenced {name}, a journalist, to {years} years in a penal colony "
        "on {day} {month} 2031 over comments posted online."
    ),
    "Police in {town} arrested {name}, {age}, on {day} {month} 2031 after a search of the family's flat, {body} said.",
    "{name}, who had been held in {town} since {day} {month} 2030, was released on Friday, according to {body}.",
    "Activist {name} was detained on Monday near {town} while {name2} was fined for taking part in a protest.",
)
_MIDDLES = (
    '"Nobody in this town believes the charge," {name2} said. "They were taken because they spoke."',
    "At least {count} political prisoners are being held in the country, {body} said in its weekly note.",
    "{name2} was reportedly beaten in custody and denied medical help for three days, relatives told the agency.",
    "The defence called the trial unfair and said that it would appeal against the verdict within ten days.",
    "Prosecutors had accused {name} of financing extremist activities under Article 361 of the Criminal Code.",
    "More than {count} people have been detained since the election, although the ministry denied it.",
    "The hearing lasted two hours and was closed to the public, and only close relatives were let into the building.",
    "Diplomats from four countries waited outside; the ambassador urged the authorities to free {name} without delay.",
    "In a statement on Tuesday the ministry described the reports as rumours spread from abroad.",
    "{name2} fled the country last year and now works for a radio station that broadcasts from across the border.",
    "The building where the centre once had its rooms now houses a shop for garden tools, and nobody answers the old number.",
    "Letters to the colony take three weeks; parcels with warm clothes were sent back twice this winter, the family said.",
)
_MONTHS = "January February March April May June".split()


def article(number: int) -> str:
    """One article: a headline, a dateline, eight to ten paragraphs, about 1,300 characters."""
    chance = random.Random(number)  # noqa: S311 - made to be the same each time
    town = chance.choice(_TOWNS)
    words = {
        "name": f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}",
        "name2": f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}",
        "town": town,
        "body": chance.choice(_BODIES),
        "years": chance.choice(("two", "three", "five", "nine")),
        "age": chance.randint(19, 74),
        "count": chance.randint(40, 1900),
        "day": chance.randint(1, 28),
        "month": chance.choice(_MONTHS),
    }
    body = [chance.choice(_OPENINGS), *chance.sample(_MIDDLES, chance.randint(7, 9))]
    head = f"Another day in court in {town}, number {number}"
    dateline = f"{town.upper()}, {chance.randint(1, 28)} {chance.choice(_MONTHS)} 2031 (Meridian) - "
    return head + "\n\n" + dateline + "\n\n".join(body).format(**words) + "\n"


def write_articles(folder: Path, numbers: range) -> None:
    """Write articles as text files, a thousand a folder."""
    for number in numbers:
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), "utf-8")


def one_part(text: str, language: str) -> SourceText:
    """A source whose whole text is its body."""
    credit = Credit(date="2031-05-20", language=language)
    source = Source(
        "0" * 64, "text.txt", len(text), "text/plain", SourceState.LAID_OUT, "2031-06-01T00:00:00Z", credit=credit
    )
    return SourceText(source, text, (Part(PartKind.BODY, 0, len(text)),))
