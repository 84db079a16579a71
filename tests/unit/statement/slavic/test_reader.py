from __future__ import annotations

import subprocess
import sys

import pytest

from atleast.model.source import Part, SourceText
from atleast.model.statement import Count, Event, Position, check_against
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, PartKind, Polarity, Stance
from tests.support.slavic import read, reader, text_source


def _event(text: str, language: str, kind: EventType) -> Event:
    found = [one.content for one in read(text, language) if isinstance(one.content, Event) and one.content.type is kind]
    assert len(found) == 1
    return found[0]


def test_the_chain_runs_from_the_outlet_inwards() -> None:
    text = "Агентство «Створ» сообщило со ссылкой на центр «Дуб», что Ивана Крука задержали."
    arrest = next(one for one in read(text, "ru", publisher="Северный створ") if isinstance(one.content, Event))
    chain = [(link.role, link.name) for link in arrest.chain]
    assert chain == [
        (ChainRole.OUTLET, "Северный створ"),
        (ChainRole.SPEAKER, "Агентство «Створ»"),
        (ChainRole.ORIGIN, "центр «Дуб»"),
    ]
    assert arrest.certainty is Certainty.ATTRIBUTED


@pytest.mark.parametrize(
    ("language", "text", "certainty"),
    [
        ("ru", "Ивана Крука задержали.", Certainty.ASSERTED),
        ("ru", "Якобы Ивана Крука задержали.", Certainty.ALLEGED),
        ("ru", "По неподтверждённым данным, Ивана Крука задержали.", Certainty.REPORTED),
        ("ru", "Следствие утверждает, что Иван Крук бежал из страны.", Certainty.ALLEGED),
        ("be", "Паводле чутак, Івана Крука затрымалі.", Certainty.REPORTED),
        ("be", "Кажуць, што Івана Крука затрымалі.", Certainty.REPORTED),
        ("uk", "Нібито Івана Крука затримали.", Certainty.ALLEGED),
        ("uk", "За словами сестри, Івана Крука затримали.", Certainty.ATTRIBUTED),
    ],
)
def test_how_sure_the_text_is(language: str, text: str, certainty: Certainty) -> None:
    assert [one.certainty for one in read(text, language) if isinstance(one.content, Event)] == [certainty]


def test_a_denial_is_kept_as_one() -> None:
    text = "Министерство отрицает, что Ивана Крука пытали."
    said = read(text, "ru")
    torture = next(one for one in said if isinstance(one.content, Event))
    assert torture.polarity is Polarity.DENIED
    assert any(isinstance(one.content, Position) and one.content.stance is Stance.DENIAL for one in said)


def test_the_roles_of_a_sentence() -> None:
    text = "6 марта Сарникский городской суд приговорил Ивана Крука по статье 214 УК к трём годам колонии за стихи."
    event = _event(text, "ru", EventType.SENTENCE)
    assert event.authority == "Сарникский городской суд"
    assert event.penalty == "трём годам колонии"
    assert event.article == ("статье 214 УК",)
    assert event.grounds == (Ground.EXPRESSION,)
    assert (event.subject, event.persons) == (("Ивана Крука",), ("Иван Крук",))
    assert event.date is not None
    assert event.date.edtf == "2031-03-06"


def test_where_it_was() -> None:
    event = _event("Вольга Верас памерла ў следчым ізалятары № 3 у Брэнаве.", "be", EventType.DEATH_IN_CUSTODY)
    assert event.facility == "следчым ізалятары № 3"
    event = _event("У Бренаві 18 березня затримали Віру Колодвич.", "uk", EventType.ARREST)
    assert event.place == "Бренаві"


def test_counts_say_what_and_how_many_and_whose() -> None:
    text = "По данным «Дуба», в Велмарии удерживают не менее 308 политзаключённых."
    found = [one for one in read(text, "ru") if isinstance(one.content, Count)]
    assert [
        (one.content.bound, one.content.value, one.content.figure) for one in found if isinstance(one.content, Count)
    ] == [(Bound.AT_LEAST, 308, FigureKind.STOCK)]
    assert [link.name for link in found[0].chain] == ["Дуба"]


def test_words_that_yield_nothing_else_are_a_view() -> None:
    said = read("«Здесь видно небо, целый прямоугольник», — пишет Ольга Серневич.", "ru")
    assert [(one.content.holder, one.content.stance) for one in said if isinstance(one.content, Position)] == [
        ("Ольга Серневич", Stance.VIEW)
    ]


def test_latin_belarusian_is_quoted_as_it_is_stored() -> None:
    text = "U sieradu, 14 traŭnia, u Vidole zatrymali nastaŭnika fizyki Arkadzia Młynaŭca."
    (said,) = read(text, "be-Latn")
    assert said.quote == text
    assert isinstance(said.content, Event)
    assert said.content.subject == ("Arkadzia Młynaŭca",)
    assert said.content.date is not None
    assert said.content.date.edtf == "2031-05-14"
    assert text[slice(*said.trigger)] == "zatrymali"


def test_only_bodies_speak_and_headlines_lend_their_names() -> None:
    text = "Ольга Серневич на свободе\n\nСерневич освободили 2 мая."
    source = text_source(text, "ru")
    parts = (Part(PartKind.HEADLINE, 0, 25), Part(PartKind.BODY, 27, len(text)))
    (said,) = reader("ru").read(SourceText(source.source, text, parts))
    assert isinstance(said.content, Event)
    assert said.content.subject == ("Ольга Серневич",)
    assert said.start == 27


def test_the_same_text_is_read_the_same_whatever_was_read_before() -> None:
    texts = ["Ивана Крука задержали.", "Её освободили.", "Ольгу Вереск осудили на три года."]
    sources = [text_source(text, "ru") for text in texts]
    together = [said for _, said in reader("ru").read_many(sources)]
    alone = [reader("ru").read(source) for source in reversed(sources)]
    assert together == alone[::-1]


def test_every_quote_is_its_slice() -> None:
    text = "«Его били», — рассказала Ольга Вереск. Об этом сообщил центр «Дуб». Двоих студентов задержали."
    for said in read(text, "ru"):
        check_against(said, text)


def test_importing_the_reader_loads_no_model() -> None:
    heavy = ("numpy", "slovnet", "pymorphy3", "natasha")
    code = f"""
import sys, atleast.statement.slavic.reader as module
module.SlavicReader("uk")
print([name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_natasha_itself_is_never_imported() -> None:
    read("Ивана Крука задержали.", "ru")
    assert "natasha" not in sys.modules
