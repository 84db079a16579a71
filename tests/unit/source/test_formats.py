from __future__ import annotations

import json
import zipfile
from datetime import date, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from atleast.errors import EmptySource, UnknownFormat
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Layout
from atleast.model.words import PartKind
from atleast.source.layout import Opened, open_source
from tests.support.intake import zipped

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Court in Velgrad jails four readers</title>
<meta property="og:title" content="Court in Velgrad jails four readers"><meta property="og:site_name" content="Meridian">
<meta name="author" content="Maria Kova"><meta property="article:published_time" content="2023-05-12T10:00:00+02:00">
<link rel="canonical" href="https://meridian.example/news/1"></head><body>
<nav><a href="/">Home</a><a href="/p">Politics</a></nav><article><h1>Court in Velgrad jails four readers</h1>
<p>VELGRAD (Meridian) - A court in Velgrad on Friday sentenced four people to two years each over the books that they had
read, according to the Beacon Centre.</p><h2>Behind closed doors</h2>
<p>Their lawyer was not let in, said the centre. The hearing lasted for less than an hour and no witness was heard.</p>
<table><tr><th>Name</th><th>Arrested</th></tr><tr><td>Anton Lisk</td><td>3 May 2023</td></tr></table>
</article><footer>Follow us on social networks</footer></body></html>"""


def opened(folder: Path, name: str, data: bytes, declared: str | None = None) -> Opened:
    path = folder / "bytes"
    path.write_bytes(data)
    return open_source(path, name, DEFAULT_LIMITS, declared=declared)


def layout(folder: Path, name: str, data: bytes, declared: str | None = None) -> Layout:
    found = opened(folder, name, data, declared).layout
    assert found is not None
    return found


def said(found: Layout) -> list[tuple[str, str | None, str]]:
    return [(part.kind.value, part.place, found.text[part.start : part.end]) for part in found.parts]


@pytest.mark.parametrize("text", ["a b\r\n c\n\n", "\ufeffOne.\r\nTwo.", "  Поселок  \t\n", "a\u200fb\u0301"])
def test_plain_text_is_kept_to_the_letter(tmp_path: Path, text: str) -> None:
    assert layout(tmp_path, "a.txt", text.encode()).text == text


def test_markdown_headings_are_headlines(tmp_path: Path) -> None:
    found = said(
        layout(tmp_path, "a.md", b"# Report\n\nFour people were held.\n\n## Names\n\nAnton Lisk was one of them.\n")
    )
    assert [kind for kind, _, _ in found] == ["headline", "body", "headline", "body"]


def test_json_gives_its_text_and_its_credit(tmp_path: Path) -> None:
    text = "  Four people\r\nwere held. \u2028"
    record = {
        "text": text,
        "title": "Held",
        "publisher": "Meridian",
        "date": "2023-05",
        "lang": "en",
        "url": "u",
        "n": 1,
    }
    found = layout(tmp_path, "a.json", json.dumps(record).encode())
    assert found.text == text
    assert found.credit == Credit("Meridian", None, "Held", None, "2023-05", "en", "u")


def test_json_without_a_text_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="text"):
        opened(tmp_path, "a.json", b'{"title": "x"}')


def test_a_page_gives_headings_text_rows_and_credit(tmp_path: Path) -> None:
    found = layout(tmp_path, "page.html", PAGE.encode())
    assert [(kind, text) for kind, _, text in said(found)][:2] == [
        ("headline", "Court in Velgrad jails four readers"),
        ("dateline", "VELGRAD (Meridian) - "),
    ]
    assert ("table", None, "Anton Lisk\t3 May 2023") in said(found)
    assert ("headline", None, "Behind closed doors") in said(found)
    assert found.credit == Credit(
        "Meridian", "Maria Kova", "Court in Velgrad jails four readers", "Velgrad", "2023-05-12", "en",
        "https://meridian.example/news/1",
    )  # fmt: skip
    assert "Follow us" not in found.text


def test_a_page_in_an_encoding_that_it_or_the_archive_declares(tmp_path: Path) -> None:
    body = "<html><head>{}</head><body><p>Суд в Вельграде приговорил четырех читателей к двум годам.</p></body></html>"
    within = body.format('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    assert "приговорил" in layout(tmp_path, "a.html", within.encode("cp1251")).text
    assert (
        "приговорил" in layout(tmp_path, "a.html", body.format("").encode("koi8-r"), "text/html; charset=koi8-r").text
    )


def test_a_page_without_a_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(EmptySource, match="without a text"):
        opened(tmp_path, "a.html", b"<html><body><script>x()</script></body></html>")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_rows_are_parts_with_their_numbers(tmp_path: Path, delimiter: str) -> None:
    rows = [["Name", "Arrested", "Note"], ["Lisk, Anton; jr", "2023-05-03", '"a\nb\tc"'], [], ["Vera Holm", "", "x"]]
    quoted = [["'".join(cell.split('"')) if '"' not in cell else cell for cell in row] for row in rows]
    data = "\n".join(delimiter.join(c if c.startswith('"') else f'"{c}"' for c in row) for row in quoted)
    found = said(layout(tmp_path, "list.csv", data.encode("utf-8-sig")))
    assert found == [
        ("table", "row 1", "Name\tArrested\tNote"),
        ("table", "row 2", "Lisk, Anton; jr\t2023-05-03\ta b c"),
        ("table", "row 4", "Vera Holm\t\tx"),
    ]


def test_csv_in_cp1251(tmp_path: Path) -> None:
    found = opened(tmp_path, "list.csv", "Имя;Дата\nАнтон Лиск;3 мая 2023\n".encode("cp1251"))
    assert found.layout is not None
    assert found.layout.text == "Имя\tДата\nАнтон Лиск\t3 мая 2023\n"
    assert found.notes == ("No encoding is declared; read as cp1251.",)


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Prisoners"
    sheet.append(["Name", "Arrested", "Years"])
    sheet.append(["Anton Lisk", date(2023, 5, 3), 2.0])
    sheet.append([])
    sheet.append(["Vera\tHolm", datetime(2023, 5, 4, 10, 30), None, "x"])  # noqa: DTZ001 - Excel has no zones
    book.create_sheet("Other").append(["Оля", 1.5])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_every_sheet_and_row_of_a_workbook(tmp_path: Path) -> None:
    assert said(layout(tmp_path, "list.xlsx", workbook())) == [
        ("table", "sheet Prisoners, row 1", "Name\tArrested\tYears"),
        ("table", "sheet Prisoners, row 2", "Anton Lisk\t2023-05-03\t2"),
        ("table", "sheet Prisoners, row 4", "Vera Holm\t2023-05-04 10:30:00\t\tx"),
        ("table", "sheet Other, row 1", "Оля\t1.5"),
    ]


def document() -> bytes:
    from docx import Document

    made = Document()
    made.core_properties.title = "Four readers"
    made.add_heading("Four readers", 0)
    made.add_paragraph("Velgrad, 12 May 2023 (Meridian). Four people were held.")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["Name", "Held", "Anton Lisk", "May 3"], strict=True
    ):
        cell.text = text
    made.add_heading("What came next", 1)
    made.add_paragraph("They were let go.")
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_word_document_in_its_order(tmp_path: Path) -> None:
    found = layout(tmp_path, "a.docx", document())
    assert said(found) == [
        ("headline", None, "Four readers"),
        ("dateline", None, "Velgrad, 12 May 2023 (Meridian). "),
        ("body", None, "Four people were held."),
        ("table", "table 1, row 1", "Name\tHeld"),
        ("table", "table 1, row 2", "Anton Lisk\tMay 3"),
        ("headline", None, "What came next"),
        ("body", None, "They were let go."),
    ]
    assert (found.credit.title, found.credit.author, found.credit.date) == ("Four readers", None, "2023-05-12")


SPACES = (
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
)
TRACKED = f"""<w:document {SPACES}><w:body>
<w:p><w:r><w:t>Four people</w:t></w:r><w:del><w:r><w:delText> or five</w:delText></w:r></w:del>
<w:ins><w:r><w:t xml:space="preserve"> were held</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>
</w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
NOTES = f"""<w:footnotes {SPACES}><w:footnote w:id="2"><w:p><w:r><w:t>See the list.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def test_nothing_that_a_reader_of_word_sees_is_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(document())) as made:
        members = {name: made.read(name) for name in made.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f'<Relationship Id="n" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    added = {
        "word/document.xml": TRACKED.encode(),
        "word/footnotes.xml": NOTES.encode(),
        "word/_rels/document.xml.rels": relations,
    }
    found = layout(tmp_path, "a.docx", zipped(members | added))
    assert [(place, text) for _, place, text in said(found)] == [
        (None, "Four people were held."),
        (None, "In a control."),
        (None, "In a box."),
        ("table 1, row 1", "a b c\td"),
        ("footnote 2", "See the list."),
    ]


def pdf(pages: list[str], *, ruled: bool = False) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_font("helvetica", size=12)
    for text in pages:
        made.add_page()
        if text:
            made.multi_cell(0, 6, text)
        if ruled:
            with made.table() as table:
                for cells in [("Name", "Arrested"), ("Anton Lisk", "3 May 2023"), ("Vera Holm", "4 May 2023")]:
                    table.row(cells)
            made.multi_cell(0, 6, "Below the table.")
    return bytes(made.output())


def test_pages_of_a_pdf(tmp_path: Path) -> None:
    found = layout(
        tmp_path,
        "a.pdf",
        pdf(["Four people were held in Velgrad.\n\nTheir lawyer was not let in.", "They were let go."]),
    )
    assert said(found) == [
        ("body", "page 1", "Four people were held in Velgrad."),
        ("body", "page 1", "Their lawyer was not let in."),
        ("body", "page 2", "They were let go."),
    ]


def test_a_wide_gap_parts_paragraphs_whatever_letter_they_begin_with(tmp_path: Path) -> None:
    first = (
        "A court in Velgrad on Friday sentenced four people to two years each over the books that they had read. " * 3
    )
    found = layout(tmp_path, "a.pdf", pdf([f"{first.strip()}\n\nthe lawyer of the four was not let in to hear it."]))
    assert "read.\n\nthe lawyer" in found.text.replace(" \n", "\n")
    assert [text[:10] for _, _, text in said(found)] == ["A court in", "the lawyer"]


def test_highlighted_lines_are_no_table(tmp_path: Path) -> None:
    from fpdf import FPDF

    made = FPDF()
    made.set_font("helvetica", size=12)
    made.add_page()
    made.set_fill_color(255, 255, 0)
    made.set_draw_color(0, 0, 0)
    for line in ("Four people were held", "in Velgrad on Friday,", "said the centre."):
        made.cell(30, 8, line[:10], fill=True)
        made.cell(60, 8, line[10:], fill=True, new_x="LMARGIN", new_y="NEXT")
    for height in range(200, 280, 10):
        made.line(10, height, 90, height)
    assert {kind for kind, _, _ in said(layout(tmp_path, "a.pdf", bytes(made.output())))} <= {"body", "headline"}


def test_rows_of_a_ruled_table_in_a_pdf(tmp_path: Path) -> None:
    assert said(layout(tmp_path, "a.pdf", pdf(["These people were held."], ruled=True))) == [
        ("body", "page 1", "These people were held."),
        ("table", "page 1, row 1", "Name\tArrested"),
        ("table", "page 1, row 2", "Anton Lisk\t3 May 2023"),
        ("table", "page 1, row 3", "Vera Holm\t4 May 2023"),
        ("body", "page 1", "Below the table."),
    ]


def test_a_page_without_text_is_noted_and_a_pdf_of_such_pages_is_empty(tmp_path: Path) -> None:
    assert opened(tmp_path, "a.pdf", pdf(["One page has text.", ""])).notes == (
        "No text on page 2: blank or a picture.",
    )
    with pytest.raises(EmptySource, match="2 pages and no text"):
        opened(tmp_path, "a.pdf", pdf(["", ""]))


def mail(html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = '"Мария Кова" <kova@beacon.example>'
    message["To"] = "desk@meridian.example"
    message["Date"] = "Fri, 12 May 2023 23:30:00 +0300"
    message["Subject"] = "Список задержанных"
    if html:
        message.set_content("<p>Суд в Вельграде приговорил четырех читателей к двум годам.</p>", subtype="html")
    else:
        message.set_content("Суд приговорил четырех читателей.\n")
        message.add_alternative("<p>Суд приговорил четырех читателей.</p>", subtype="html")
    message.add_attachment(b"a;b\n", maintype="text", subtype="csv", filename="список.csv")
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("Inner text.")
    message.add_attachment(inner)
    return message.as_bytes()


@pytest.mark.parametrize("html", [False, True])
def test_a_mail_is_a_text_and_its_attachments(tmp_path: Path, html: bool) -> None:
    found = opened(tmp_path, "a.eml", mail(html))
    assert found.layout is not None
    assert "читателей" in found.layout.text
    assert found.layout.credit == Credit(None, "Мария Кова", "Список задержанных", None, "2023-05-12", "ru", None)
    assert [(member.name, member.media_type) for member in found.members] == [
        ("список.csv", "text/csv"),
        ("message 2.eml", "message/rfc822"),
    ]
    assert found.members[0].data == b"a;b\n"
    assert b"Inner text." in found.members[1].data


def warc(pages: list[tuple[str, str, str, bytes]], *, gzip: bool = True) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = BytesIO()
    writer = WARCWriter(stream, gzip=gzip)
    for url, status, media_type, data in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=BytesIO(data),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2023-05-12T10:00:00Z"},
        )
        writer.write_record(record)
    return stream.getvalue()


CAPTURE = [
    ("https://meridian.example/news/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("https://meridian.example/old", "301 Moved", "text/html", b""),
    ("https://meridian.example/a.png", "200 OK", "image/png", b"\x89PNG"),
]


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    found = opened(tmp_path, "a.warc.gz", warc(CAPTURE))
    assert (found.media_type, found.layout, len(found.members)) == ("application/warc", None, 1)
    page = found.members[0]
    assert (page.name, page.url, page.date, page.media_type, page.data) == (
        "meridian.example/news/1", "https://meridian.example/news/1", "2023-05-12", "text/html; charset=utf-8", PAGE.encode()
    )  # fmt: skip
    assert found.notes == (
        "1 answers other than 200 (redirects, errors) were left in the archive.",
        "1 scripts, styles, pictures and the like were left in the archive.",
    )


def test_a_page_that_is_cut_short_in_its_archive_is_kept_and_told(tmp_path: Path) -> None:
    whole = warc(CAPTURE[:1], gzip=False)
    assert opened(tmp_path, "a.warc", whole).problems == ()
    found = opened(tmp_path, "a.warc", whole[:-40])
    assert PAGE.encode().startswith(found.members[0].data)
    ((name, why),) = found.problems
    assert name == "meridian.example/news/1"
    assert "cut short" in why


def test_a_wacz_gives_its_pages(tmp_path: Path) -> None:
    data = zipped({"archive/data.warc.gz": warc(CAPTURE), "datapackage.json": b"{}"})
    found = opened(tmp_path, "a.wacz", data)
    assert (found.media_type, [member.name for member in found.members]) == (
        "application/wacz",
        ["meridian.example/news/1"],
    )


def test_members_of_a_zip(tmp_path: Path) -> None:
    found = opened(tmp_path, "a.zip", zipped({"a/b.txt": b"text", "в.txt": b"x", "inner.zip": zipped({"c": b"d"})}))
    assert [member.name for member in found.members] == ["a/b.txt", "в.txt", "inner.zip"]
    assert (found.layout, found.problems) == (None, ())
    assert found.members[0].date is not None


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", PAGE.encode(), "text/html"),
        ("a.pdf", b"Four people were held.", "text/plain"),
        ("a.html", b'{"text": "Four people were held."}', "application/json"),
        ("a.docx", workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.txt", mail(), "message/rfc822"),
    ],
)
def test_content_decides_before_the_ending(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    assert opened(tmp_path, name, data).media_type == media_type


def test_a_row_is_a_table_part(tmp_path: Path) -> None:
    assert {part.kind for part in layout(tmp_path, "l.xlsx", workbook()).parts} == {PartKind.TABLE}


def test_a_page_saved_by_a_browser_as_mhtml(tmp_path: Path) -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://meridian.example/news/1\r\nSubject: Four readers\r\n"
        b"Date: Fri, 12 May 2023 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/html\r\n\r\n"
        + PAGE.encode()
        + b"\r\n--x\r\nContent-Type: text/css\r\n\r\na{}\r\n--x--\r\n"
    )
    found = opened(tmp_path, "a.mhtml", data)
    assert found.members == ()
    assert found.layout is not None
    assert (found.layout.credit.url, found.layout.credit.author) == ("https://meridian.example/news/1", None)
    assert "sentenced four people" in found.layout.text


def test_a_mailbox_is_not_read_as_text(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="mailbox"):
        opened(
            tmp_path,
            "a.mbox",
            b"From a@b.example Fri May 12 10:00:00 2023\nFrom: a@b.example\nSubject: s\nDate: d\n\nText.\n",
        )
