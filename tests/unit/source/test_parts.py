from __future__ import annotations

from pathlib import Path

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Layout
from atleast.model.words import PartKind
from atleast.source.writing import Draft, laid_out

SHARED = Path(__file__).parents[3].parent / "shared"


def kinds(layout: Layout) -> list[tuple[str, str]]:
    return [(part.kind.value, layout.text[part.start : part.end]) for part in layout.parts]


def lay(text: str, known: Credit | None = None) -> Layout:
    return laid_out(text, "a.txt", DEFAULT_LIMITS, known=known)


PAGE = """Maria Kova

Maria Kova

Port Sella/12.05.23/Meridian:    The envoy of the League on Thursday warned the states against talks with Northmark.

"This is a time to be clear with all of our partners and with the people who are held there," Kova said.

There are at least 214 political prisoners in the country, according to the report.

Pavel Dorn

Leave a review

Politics

Follow us on social networks

News Line"""


def test_a_newswire_page_is_taken_apart() -> None:
    layout = lay(PAGE)
    assert [kind for kind, _ in kinds(layout)] == [
        "headline", "boilerplate", "dateline", "body", "body", "body", "byline",
        "boilerplate", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert layout.credit == Credit(
        publisher="Meridian",
        author="Pavel Dorn",
        title="Maria Kova",
        place="Port Sella",
        date="2023-05-12",
        language="en",
    )


def test_the_dateline_covers_just_the_dateline_and_the_body_begins_after_it() -> None:
    layout = lay(PAGE)
    dateline = next(part for part in layout.parts if part.kind is PartKind.DATELINE)
    assert layout.text[dateline.start : dateline.end] == "Port Sella/12.05.23/Meridian:    "
    assert layout.text[dateline.end :].startswith("The envoy of the League")


def test_headline_and_byline_above_the_text() -> None:
    layout = lay(
        "Court in Velgrad jails four readers\nBy Maria Kova\n12 May 2023, 14:35\n\n"
        "A court in Velgrad on Friday sentenced four people to two years each.\n\nTheir lawyer was not let in.\n"
    )
    assert kinds(layout)[:3] == [
        ("headline", "Court in Velgrad jails four readers"),
        ("byline", "By Maria Kova"),
        ("dateline", "12 May 2023, 14:35"),
    ]
    assert (layout.credit.author, layout.credit.date) == ("Maria Kova", "2023-05-12")
    assert layout.credit.title == "Court in Velgrad jails four readers"


RUSSIAN = """Суд вынес приговор четырем читателям

Суд в Вельграде приговорил четырех человек.

Автор: Мария Кова

Подписывайтесь на наш канал в Telegram

Политика"""
BELARUSIAN = """Суд вынес прысуд чатыром чытачам

Суд у Вельградзе асудзіў чатырох чалавек.

Аўтар: Марыя Кова

Чытайце таксама

Палітыка"""
UKRAINIAN = """Суд ухвалив вирок чотирьом читачам

Суд у Вельграді засудив чотирьох людей, їх узяли під варту.

Автор: Марія Кова

Поділитися

Політика"""


@pytest.mark.parametrize(
    ("text", "author", "language"),
    [(RUSSIAN, "Мария Кова", "ru"), (BELARUSIAN, "Марыя Кова", "be"), (UKRAINIAN, "Марія Кова", "uk")],
)
def test_furniture_and_bylines_in_three_languages(text: str, author: str, language: str) -> None:
    layout = lay(text)
    assert [kind for kind, _ in kinds(layout)] == ["headline", "body", "byline", "boilerplate", "boilerplate"]
    assert (layout.credit.author, layout.credit.language) == (author, language)


def test_a_list_of_people_is_body() -> None:
    layout = lay("Maria Kova, 12 May 1990\n\nPavel Dorn, 3 June 1985\n\nAnton Lisk, 1 July 1970\n")
    assert {kind for kind, _ in kinds(layout)} == {"body"}


def test_a_lone_line_is_body() -> None:
    assert kinds(lay("Court in Velgrad jails four readers")) == [("body", "Court in Velgrad jails four readers")]


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_their_own() -> None:
    wrapped = (
        "Charge: Criminal Code Article 234.4.3 (Illegal purchase or storage of\n"
        "narcotics with intent to sell), which the defence has called invented\n"
        "from the first day to the last.\n"
        "Date of arrest: 22 November 2013\n"
    )
    texts = [text for _, text in kinds(lay(wrapped))]
    assert texts[-1] == "Date of arrest: 22 November 2013"
    assert len(texts) == 2


def test_metadata_come_before_the_text() -> None:
    known = Credit(
        publisher="Beacon", title="Four readers jailed", date="2023-05-13", author="Desk", language="en", url="u"
    )
    layout = lay("Four readers jailed\n\nVELGRAD, 12 May 2023 (Meridian) - A court sentenced four people.\n", known)
    assert layout.credit == Credit("Beacon", "Desk", "Four readers jailed", "Velgrad", "2023-05-13", "en", "u")
    assert kinds(layout)[0] == ("headline", "Four readers jailed")


def test_nothing_is_claimed_for_a_text_that_claims_nothing() -> None:
    assert lay("xx yy.").credit == Credit()


@pytest.mark.shared
def test_the_seed_is_taken_apart() -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("../shared is not beside the checkout")
    text = seeds[0].read_bytes().decode("utf-8")
    layout = lay(text)
    assert layout.text == text
    assert [kind for kind, _ in kinds(layout)] == (
        ["headline", "boilerplate", "dateline"] + ["body"] * 9 + ["byline"] + ["boilerplate"] * 4
    )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    place, date, publisher = lines[2].partition(":")[0].split("/")
    by = next(line for kind, line in kinds(layout) if kind == "byline").strip()
    assert (date, layout.credit) == ("12.05.23", Credit(publisher, by, lines[0], place, "2023-05-12", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "These people were let go on Friday:\n\nAnton Lisk\n\nVera Holm\n",
        "These people were let go on Friday:\n\nAnton Lisk\n",
        "They were let go on Friday.\n\nAnton Lisk\n\nVera Holm\n",
        "Let go on Friday\n\nAnton Lisk\n\nVera Holm\n\nThey had been held since March.\n",
    ],
)
def test_names_of_people_in_a_list_are_no_authors(text: str) -> None:
    layout = lay(text)
    assert layout.credit.author is None
    assert ("body", "Anton Lisk") in kinds(layout)


def test_a_line_at_the_edge_of_every_page_is_furniture_and_one_within_is_not() -> None:
    draft = Draft()
    for number, name in enumerate(("Anton Lisk", "Vera Holm", "Pavel Dorn", "Maria Kova"), 1):
        lines = (
            "List of the Beacon Centre",
            f"Date of arrest: {number} May 2023",
            f"A court sentenced {name}.",
            str(number),
        )
        draft.add("\n\n".join(lines), place=f"page {number}")
    found = kinds(draft.layout("a.pdf", DEFAULT_LIMITS))
    assert found[:4] == [
        ("boilerplate", "List of the Beacon Centre"),
        ("body", "Date of arrest: 1 May 2023"),
        ("body", "A court sentenced Anton Lisk."),
        ("boilerplate", "1"),
    ]


def test_lines_of_a_list_are_not_joined_however_long() -> None:
    lines = [
        f"{name}, arrested in Velgrad on 3 May and held since then"
        for name in ("Anton Lisk", "Vera Holm", "Pavel Dorn")
    ]
    assert [text for _, text in kinds(lay("\n".join(lines)))] == lines
