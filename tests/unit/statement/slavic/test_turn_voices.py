from __future__ import annotations

import pytest

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Event, Statement
from atleast.model.words import EventType, PartKind, SourceState
from atleast.statement.reader import reader_for

RUSSIAN = """Правозащитник Василий Корин вышел на свободу в апреле. Корин рассказал «Заре» о колонии.
— Когда вас задержали?
— Меня задержали в мае.
— Вас пытали?
— Нет. Алену Морозову избили в колонии."""

UKRAINIAN = """Адвокатка Олена Морозова розповіла про справу.
Запитання: Коли затримали Василя Коріна?
Відповідь: Василя Коріна затримали у травні.
Запитання: Його били?
Відповідь: Так."""


def _read(text: str, language: str) -> list[Statement]:
    parts, start = [], 0
    for line in text.split("\n"):
        parts.append(Part(PartKind.BODY, start, start + len(line)))
        start += len(line) + 1
    credit = Credit(publisher="Заря", date="2031-05-12", language=language)
    source = Source(
        "0" * 64, "page.txt", len(text), "text/plain", SourceState.LAID_OUT, "2031-05-12T00:00:00Z", credit=credit
    )
    reader = reader_for(language)
    assert reader is not None
    return reader.read(SourceText(source, text, tuple(parts)))


def _told(text: str, language: str, type: EventType) -> list[Statement]:  # noqa: A002
    return [one for one in _read(text, language) if isinstance(one.content, Event) and one.content.type is type]


@pytest.mark.parametrize(
    ("text", "language", "type", "speaker"),
    [
        (RUSSIAN, "ru", EventType.ARREST, "Василий Корин"),
        (RUSSIAN, "ru", EventType.ILL_TREATMENT, "Василий Корин"),
        (UKRAINIAN, "uk", EventType.ARREST, "Олена Морозова"),
    ],
)
def test_an_answer_is_said_by_whoever_is_interviewed(
    text: str,
    language: str,
    type: EventType,  # noqa: A002
    speaker: str,
) -> None:
    (statement,) = _told(text, language, type)
    assert [link.name for link in statement.chain if link.role.value == "speaker"] == [speaker]


def test_i_in_an_answer_is_whoever_answers() -> None:
    (statement,) = _told(RUSSIAN, "ru", EventType.ARREST)
    assert isinstance(statement.content, Event)
    assert statement.content.subject == ("Василий Корин",)


def test_a_question_asserts_nothing() -> None:
    assert _told(RUSSIAN, "ru", EventType.TORTURE) == []
