"""Files that are broken, too large, or made to do harm: each costs itself, with an error that says what to do."""

from __future__ import annotations

import contextlib
import io
import json
import stat
import struct
import time
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from atleast.errors import (
    DamagedSource,
    EmptySource,
    EncryptedSource,
    OversizedSource,
    UnknownFormat,
    UnreadableSource,
)
from atleast.limits import DEFAULT_LIMITS, MIB, Limits
from atleast.source.layout import Opened, open_source
from tests.support.intake import zipped


def opened(folder: Path, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Opened:
    path = folder / "bytes"
    path.write_bytes(data)
    return open_source(path, name, limits)


def text_of(folder: Path, name: str, data: bytes) -> str:
    found = opened(folder, name, data).layout
    assert found is not None
    return found.text


def docx_with(document: bytes) -> bytes:
    from docx import Document

    stream = io.BytesIO()
    Document().save(stream)
    with zipfile.ZipFile(stream) as made:
        members = {name: made.read(name) for name in made.namelist()}
    return zipped(members | {"word/document.xml": document})


def xlsx_with(sheet: bytes) -> bytes:
    from openpyxl import Workbook

    stream = io.BytesIO()
    Workbook().save(stream)
    with zipfile.ZipFile(stream) as made:
        members = {name: made.read(name) for name in made.namelist()}
    return zipped(members | {"xl/worksheets/sheet1.xml": sheet})


def pdf_of(pages: int) -> bytes:
    """A PDF whose page tree names one page object `pages` times."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"3 0 R " * pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    xref = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        xref,
        len(data),
    )


def encrypted_pdf() -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_encryption("owner", "user")
    made.add_page()
    return bytes(made.output())


PDF = pdf_of(1)
DOCX = docx_with(
    b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body/></w:document>"
)
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (ord("b") + i, (b"&%c;" % (ord("a") + i)) * 10) for i in range(9))
    + b"]>"
)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.zip", "a.eml", "a.csv", "a"])
def test_no_bytes(tmp_path: Path, name: str) -> None:
    with pytest.raises(EmptySource, match="has no bytes"):
        opened(tmp_path, name, b"")


@pytest.mark.parametrize("data", [b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
def test_nothing_but_blanks(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptySource, match="no text"):
        opened(tmp_path, "a.txt", data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", DOCX[:-100]),
        ("a.xlsx", xlsx_with(b"<worksheet/>")[:-100]),
        ("a.zip", zipped({"a": b"b"})[:-10]),
        ("a.pdf", b"%PDF-1.7\n" + b"\x93\x8c\x8b\x9e" * 40),
        ("a.docx", b"\x00\x17\x92\xfe" * 100),
        ("a.pdf", bytes(range(256)) * 4),
        ("a.json", b'{"text": "Four people'),
        ("a.docx", docx_with(b"<w:document><not closed")),
        ("a.xlsx", xlsx_with(b"<worksheet><sheetData><row")),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Le"),
    ],
)
def test_cut_short_or_altered(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(DamagedSource) as caught:
        opened(tmp_path, name, data)
    assert name in caught.value.problem
    assert caught.value.remedy


def test_every_cut_of_a_pdf_and_a_document_is_an_error_of_ours(tmp_path: Path) -> None:
    for whole, name, least in ((PDF, "a.pdf", 8), (DOCX, "a.docx", 4), (zipped({"a": b"b" * 99}), "a.zip", 4)):
        for cut in range(least, len(whole), max(1, len(whole) // 40)):
            with pytest.raises(UnreadableSource):
                opened(tmp_path, name, whole[:cut])


def test_a_password(tmp_path: Path) -> None:
    with pytest.raises(EncryptedSource):
        opened(tmp_path, "a.pdf", encrypted_pdf())
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedSource):
        opened(tmp_path, "a.docx", office)


def encrypted(archive: bytes, name: bytes) -> bytes:
    """The archive with the mark of encryption set for every member called `name`."""
    data = bytearray(archive)
    for signature, flags, length, named in ((b"PK\x03\x04", 6, 26, 30), (b"PK\x01\x02", 8, 28, 46)):
        at = data.find(signature)
        while at >= 0:
            (size,) = struct.unpack_from("<H", data, at + length)
            if data[at + named : at + named + size] == name:
                data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def test_a_password_for_some_of_an_archive(tmp_path: Path) -> None:
    found = opened(tmp_path, "a.zip", encrypted(zipped({"a": b"b", "c": b"d"}), b"c"))
    assert [member.name for member in found.members] == ["a"]
    assert found.problems[0][0] == "c"
    assert "password" in found.problems[0][1]
    with pytest.raises(EncryptedSource):
        opened(tmp_path, "a.zip", encrypted(zipped({"a": b"b"}), b"a"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50),
        ("a.rtf", b"{\\rtf1 Four people}"),
        ("a.gz", b"\x1f\x8b\x08\x00" + b"\x00" * 50),
        ("a.bin", b"\x00\x17\x92\xfe" * 100),
        ("a.odt", zipped({"mimetype": b"x", "content.xml": b"x"})),
    ],
)
def test_no_reader(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(UnknownFormat) as caught:
        opened(tmp_path, name, data)
    assert caught.value.remedy


def test_a_file_of_100_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"Four people were held. " * 500)
        file.truncate(100_000_000)
    with pytest.raises(OversizedSource, match=r"100,000,000.*67,108,864") as caught:
        open_source(path, "large.txt", DEFAULT_LIMITS)
    assert "[limits] file_bytes = 100000000" in caught.value.remedy


def test_ten_thousand_pages(tmp_path: Path) -> None:
    with pytest.raises(OversizedSource, match=r"10,000 pages.*2,000") as caught:
        opened(tmp_path, "long.pdf", pdf_of(10_000))
    assert "[limits] pages = 10000" in caught.value.remedy


@pytest.mark.parametrize(
    ("limits", "name", "data", "match"),
    [
        (Limits(text_characters=10), "a.txt", b"Four people were held.", "text_characters"),
        (Limits(table_rows=2), "a.csv", b"a,b\n" * 3, "table_rows"),
        (Limits(table_columns=2), "a.csv", b"a,b,c\n", "table_columns"),
        (Limits(archive_members=2), "a.zip", zipped({"a": b"", "b": b"", "c": b""}), "archive_members"),
        (Limits(archive_bytes=250), "a.zip", zipped({"a": b"x" * 200, "b": b"x" * 200}), "archive_bytes"),
    ],
)
def test_beyond_a_limit_names_it(tmp_path: Path, limits: Limits, name: str, data: bytes, match: str) -> None:
    with pytest.raises(OversizedSource) as caught:
        opened(tmp_path, name, data, limits)
    assert match in caught.value.remedy


def test_a_zip_bomb_is_refused_and_the_rest_is_taken(tmp_path: Path) -> None:
    found = opened(tmp_path, "a.zip", zipped({"bomb": b"\x00" * (8 * MIB), "note.txt": b"Four people."}))
    assert [member.name for member in found.members] == ["note.txt"]
    assert found.problems[0][0] == "bomb"
    assert "archive_ratio" in found.problems[0][1]


def test_a_bomb_within_a_document(tmp_path: Path) -> None:
    with pytest.raises(OversizedSource, match="times its packed bytes"):
        opened(tmp_path, "a.docx", docx_with(b"<a>" + b" " * (8 * MIB) + b"</a>"))


def test_a_bomb_within_a_web_archive(tmp_path: Path) -> None:
    import gzip

    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + b" " * (8 * MIB)
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    record = head + b"WARC-Date: 2023-05-12T00:00:00Z\r\nContent-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"
    with pytest.raises(UnreadableSource):
        opened(tmp_path, "a.warc.gz", gzip.compress(record))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    space = b"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    word = LAUGHS + b"<w:document %s><w:body><w:p><w:r><w:t>Held &j;</w:t></w:r></w:p></w:body></w:document>" % space
    sheet = LAUGHS + (
        b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>"
        b"<c r='A1' t='inlineStr'><is><t>Held &j;</t></is></c></row></sheetData></worksheet>"
    )
    for name, data in (("a.docx", docx_with(word)), ("a.xlsx", xlsx_with(sheet))):
        with contextlib.suppress(UnreadableSource):
            assert len(text_of(tmp_path, name, data)) < 1000


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\x.txt", "Users/x.txt"),
        ("a/../../b.txt", "a/b.txt"),
        ("line\nbreak\u202etxt.exe", "line\ufffdbreak\ufffdtxt.exe"),
        ("..", "unnamed"),
    ],
)
def test_names_that_lead_out_are_cleaned_and_noted(tmp_path: Path, name: str, shown: str) -> None:
    folder = tmp_path / "in" / "here"
    folder.mkdir(parents=True)
    found = opened(folder, "a.zip", zipped({name: b"text"}))
    assert [member.name for member in found.members] == [shown]
    assert [note.partition(": Its name")[0] for note in found.notes] == [shown]
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "in", folder, folder / "bytes"]


def test_links_and_double_names_in_an_archive(tmp_path: Path) -> None:
    stream = io.BytesIO()
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "two")
    found = opened(tmp_path, "a.zip", stream.getvalue())
    assert [(member.name, member.data) for member in found.members] == [("a.txt", b"one"), ("a.txt (2)", b"two")]
    assert [name for name, _ in found.problems] == ["link"]
    assert found.notes == ("a.txt (2): Another member has the same name; this one is shown with a number.",)


def test_a_member_with_a_wrong_checksum_is_a_problem(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"Four people were held.")
        archive.writestr("b.txt", b"Sound.")
    found = opened(tmp_path, "a.zip", stream.getvalue().replace(b"Four people", b"Five people", 1))
    assert [member.name for member in found.members] == ["b.txt"]
    assert "CRC" in found.problems[0][1]


def test_cyrillic_names_that_windows_wrote(tmp_path: Path) -> None:
    placeholder, name = b"QQQQQQ.txt", "Список.txt".encode("cp866")
    found = opened(tmp_path, "a.zip", zipped({placeholder.decode(): b"x"}).replace(placeholder, name))
    assert [member.name for member in found.members] == ["Список.txt"]


@pytest.mark.parametrize("escape", ["\\ud800", "\\udc80", "\\u0000"])
def test_what_cannot_be_stored_becomes_one_replacement_character(tmp_path: Path, escape: str) -> None:
    data = b'{"text": "Held ' + escape.encode() + b' in May."}'
    text = text_of(tmp_path, "a.json", data)
    assert text == "Held \ufffd in May."
    assert len(text) == len(json.loads(data)["text"])


def test_nul_bytes_and_marks_of_direction_keep_every_offset(tmp_path: Path) -> None:
    text = text_of(tmp_path, "a.txt", "Four \x00 people \u200f\u202e were held.".encode())
    assert text == "Four \ufffd people \u200f\u202e were held."


def test_invalid_utf8_is_read_with_a_note(tmp_path: Path) -> None:
    found = opened(tmp_path, "a.txt", "Задержаны четыре человека.".encode() + b"\xff")
    assert found.layout is not None
    assert found.layout.text == "Задержаны четыре человека.\ufffd"
    assert "not valid UTF-8" in found.notes[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.json", b'{"text": ' + b"[" * 200_000),
        ("deep.html", b"<html><body>" + b"<div>" * 50_000 + b"Four people were held in Velgrad."),
        ("wide.csv", b'"' + b"x" * 300_000 + b'",2\n'),
        ("bad.eml", b"From: =?utf-8?q?=ZZ?= <\r\nDate: never\r\nSubject: =?bad?x?y?=\r\nContent-Type: a\r\n\r\nHeld.\r\n"),
        ("loop.eml", b"From: a\r\nDate: b\r\nSubject: c\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n"),
    ],
)  # fmt: skip
def test_odd_structures_give_a_text_or_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    with contextlib.suppress(UnreadableSource):
        assert opened(tmp_path, name, data).layout is not None


def test_a_mail_with_a_broken_attachment_keeps_its_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.example", "s", "Fri, 12 May 2023 10:00:00 +0000"
    message.set_content("Four people were held.")
    message.add_attachment(b"x" * 100, maintype="application", subtype="zip", filename="../../a.zip")
    found = opened(tmp_path, "a.eml", message.as_bytes().replace(b"eHh4", b"!!!!"))
    assert found.layout is not None
    assert [member.name for member in found.members] == ["a.zip"]


def test_limits_of_a_mail_hold_for_its_attachments(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.example", "s", "Fri, 12 May 2023 10:00:00 +0000"
    message.set_content("Four people were held.")
    message.add_attachment(b"x" * 1000, maintype="text", subtype="plain", filename="a.txt")
    with pytest.raises(OversizedSource):
        opened(tmp_path, "a.eml", message.as_bytes(), replace(DEFAULT_LIMITS, archive_bytes=500))


def test_a_file_that_is_gone_is_an_unreadable_source(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        open_source(tmp_path / "gone.txt", "gone.txt", DEFAULT_LIMITS)


@pytest.mark.parametrize(
    "line", ["-" * 300_000 + "a", ". " * 150_000 + "a", "By " + "A " * 150_000, "a" * 300_000, "\u00e9a" * 150_000]
)
def test_long_lines_take_no_longer_than_short_ones(tmp_path: Path, line: str) -> None:
    started = time.process_time()
    assert opened(tmp_path, "a.txt", f"Held.\n{line}\nHeld again.".encode()).layout is not None
    assert opened(tmp_path, "a.txt", f"Held.\n{line}\nHeld again.".encode("cp1252")).layout is not None
    assert time.process_time() - started < 5
