from __future__ import annotations

import pytest

from atleast.source.encoding import decode, looks_like_text

RUSSIAN = "Суд приговорил его к двум годам колонии за чтение запрещённых книг."
BELARUSIAN = "Суд асудзіў яго на два гады калоніі за чытанне забароненых кніг у Вельградзе."
UKRAINIAN = "Суд засудив його до двох років колонії за читання заборонених книжок, її звільнили."
SHORT = ["Арестован журналист", "Свобода!", "СУД ВЫНЕС ПРИГОВОР", "Иван", "Как сообщает «Маяк», 12 мая 2023 г."]


@pytest.mark.parametrize("text", [RUSSIAN, BELARUSIAN, UKRAINIAN, RUSSIAN * 400])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_paragraph_without_a_declared_encoding(text: str, encoding: str) -> None:
    if encoding == "koi8-u" and "ў" in text:
        pytest.skip("KOI8-U has no ў")
    assert decode(text.encode(encoding)).text.removeprefix("\ufeff") == text


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["cp1251", "cp866"])
def test_a_few_words_are_enough(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} has no guillemets")
    assert decode(data).text == text


@pytest.mark.parametrize("text", [RUSSIAN, *SHORT])
def test_koi8_r(text: str) -> None:
    try:
        data = text.encode("koi8-r")
    except UnicodeEncodeError:
        pytest.skip("KOI8-R has no guillemets")
    assert decode(data).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le tribunal a condamné le militant à dix ans de prison, écrit l’agence.", "cp1252"),
        ("Das Gericht verurteilte den Aktivisten zu zwölf Jahren, wie es hieß; Größe und Mühe.", "cp1252"),
        ("Więźniów politycznych jest 1452; wśród nich są też dziennikarze i obrońcy praw człowieka.", "cp1250"),
    ],
)
def test_latin_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_byte_order_mark_of_utf8_is_kept_as_a_character() -> None:
    assert decode(b"\xef\xbb\xbfText\r\n").text == "\ufeffText\r\n"


def test_broken_utf8_is_read_with_a_note_and_never_as_another_encoding() -> None:
    data = RUSSIAN.encode() + b"\xff\xfe" + RUSSIAN.encode()[:-1]
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN)
    assert decoded.note is not None
    assert "U+FFFD" in decoded.note or "\ufffd" in decoded.note


def test_a_declared_encoding_is_used_where_it_fits_and_ignored_where_not() -> None:
    assert decode("Привет".encode("iso8859-5"), "iso-8859-5").text == "Привет"
    assert decode(RUSSIAN.encode("cp1251"), "no-such-thing").text == RUSSIAN
    assert decode(RUSSIAN.encode(), "ascii").text == RUSSIAN


def test_every_byte_decodes_to_something() -> None:
    decoded = decode(bytes(range(256)))
    decoded.text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "text"), [(b"\x00\x01\x02\x03" * 100, False), (b"abc\r\n\t", True), (RUSSIAN.encode("cp1251"), True)]
)
def test_text_is_told_from_binary(data: bytes, text: bool) -> None:
    assert looks_like_text(data) is text
