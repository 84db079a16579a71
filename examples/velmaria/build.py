"""Makes the binary sources of this example from the readable texts in content/. Same content, same bytes.

    python examples/velmaria/build.py [FOLDER]

writes into FOLDER, by default sources/ beside this file. The results are committed: whoever runs `atleast report` on the
example needs none of this. Nothing is compressed, since compressors differ in their bytes from one build of Python to the next.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from openpyxl import Workbook
from openpyxl.styles import Font
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent
CONTENT = HERE / "content"
NOTICE = "Invented for the atleast project: the Republic of Velmaria does not exist, nor do the people named here."

_UNUSED = ("/stylesWithEffects", "/thumbnail")
_ZIP_TIME = (2031, 5, 25, 12, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def build(folder: Path) -> None:
    """Write the seven binary sources into `folder`, which exists."""
    made = {
        "06-verasen-list.xlsx": xlsx_of(
            "verasen-list.csv", "List of political prisoners as of 20 May 2031", "2031-05-20"
        ),
        "07-committee-of-families-list.pdf": pdf_of("committee-list.csv", "2031-03-31"),
        "09-ministry-statement.docx": docx_of("ministry-statement.md", "Ministry of Internal Affairs", "2031-04-24"),
        "10-verasen-report-january-april.docx": docx_of(
            "verasen-report.md", "Verasen Human Rights Centre", "2031-05-05"
        ),
        "13-verasen-recognition.warc": warc_of("verasen-recognition.html"),
        "14-correspondents.zip": zip_of("isthmus-post-brenava.txt", "zatoka-yarvuk.txt"),
        "23-verasen-list-march.xlsx": xlsx_of(
            "verasen-list-march.csv", "List of political prisoners as of 31 March 2031", "2031-03-31"
        ),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)


def xlsx_of(name: str, title: str, day: str) -> bytes:
    """A workbook of one sheet: the notice, a title, an empty row, the table. Full dates become date cells."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Prisoners"
    sheet.append([NOTICE])
    sheet.append([f"Verasen Human Rights Centre. {title}"])
    sheet.append([])
    for row in _rows(name):
        sheet.append([_cell(value) for value in row])
    for cell in sheet[4]:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEFGH", (5, 24, 8, 14, 18, 18, 42, 34), strict=True):
        sheet.column_dimensions[column].width = width
    book.properties.creator = "Verasen Human Rights Centre"
    book.properties.created = datetime.fromisoformat(day)
    packed = io.BytesIO()
    book.save(packed)
    return _repacked(packed.getvalue(), f"{day}T00:00:00Z")


def pdf_of(name: str, day: str) -> bytes:
    """A landscape page with a ruled table, in a font that every PDF reader has."""
    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_compression(False)
    pdf.set_creation_date(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    pdf.set_producer("atleast example")
    pdf.set_title("People held on political grounds")
    pdf.set_author("Committee of Families")
    pdf.add_page()
    pdf.set_font("Helvetica", size=8)
    _line(pdf, NOTICE)
    pdf.set_font("Helvetica", style="B", size=14)
    _line(pdf, "People held on political grounds in Velmaria")
    pdf.set_font("Helvetica", size=9)
    _line(pdf, "Committee of Families, as of 31 March 2031. Only those whose relatives agreed to be listed.")
    pdf.ln(2)
    with pdf.table(
        col_widths=(7, 36, 24, 18, 28, 62, 28), line_height=7, text_align="LEFT", borders_layout="ALL"
    ) as table:
        for row in _rows(name):
            table.row(row)
    return bytes(pdf.output())


def docx_of(name: str, author: str, day: str) -> bytes:
    """A Word file: a paragraph a paragraph, `#` and `##` as headings."""
    document = docx.Document()
    _slim(document)
    for paragraph in (CONTENT / name).read_text(encoding="utf-8").strip().split("\n\n"):
        level = len(paragraph) - len(paragraph.lstrip("#"))
        if level:
            document.add_heading(paragraph.lstrip("# "), level)
        else:
            document.add_paragraph(paragraph)
    about = document.core_properties
    about.author = about.last_modified_by = author
    about.title = about.comments = ""
    about.created = about.modified = datetime.fromisoformat(day)
    packed = io.BytesIO()
    document.save(packed)
    return _repacked(packed.getvalue(), f"{day}T00:00:00Z")


def warc_of(name: str) -> bytes:
    """A web archive as a crawler leaves it: what it is, and one page as the server answered."""
    packed = io.BytesIO()
    writer = WARCWriter(packed, gzip=False, warc_version="1.1")
    when = "2031-04-11T07:30:00Z"
    about = f"software: atleast example\r\ndescription: {NOTICE}\r\n".encode()
    info = {"WARC-Date": when, "WARC-Record-ID": _record_id(1), "WARC-Filename": "verasen.warc"}
    writer.write_record(writer.create_warc_record(None, "warcinfo", payload=io.BytesIO(about), warc_headers_dict=info))
    page = (CONTENT / name).read_bytes()
    answer = StatusAndHeaders(
        "200 OK",
        [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))],
        protocol="HTTP/1.1",
    )
    response = {"WARC-Date": when, "WARC-Record-ID": _record_id(2)}
    address = "https://verasen.example/en/statements/2031/six-more-people"
    writer.write_record(
        writer.create_warc_record(
            address, "response", payload=io.BytesIO(page), http_headers=answer, warc_headers_dict=response
        )
    )
    return packed.getvalue()


def zip_of(*names: str) -> bytes:
    """A folder of texts, packed, with the notice as the archive's comment."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.comment = NOTICE.encode()
        for name in names:
            archive.writestr(_member(name), (CONTENT / name).read_bytes())
    return packed.getvalue()


def _rows(name: str) -> list[list[str]]:
    with (CONTENT / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def _cell(value: str) -> str | int | date | None:
    if _ISO_DATE.fullmatch(value):
        return date.fromisoformat(value)
    return int(value) if value.isdigit() else value or None


def _record_id(number: int) -> str:
    return f"<urn:uuid:00000000-0000-4000-8000-{number:012}>"


def _line(pdf: FPDF, text: str) -> None:
    pdf.cell(text=text, h=7, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _slim(document: Document) -> None:
    """Leave out of the library's template what no paragraph here uses: table styles and their second copy, a thumbnail."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[key]


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, date_time=_ZIP_TIME)
    member.create_system = 3  # Unix, on every system
    member.external_attr = 0o644 << 16
    return member


def _repacked(package: bytes, modified: str) -> bytes:
    """An Office file with the clock taken out: member times fixed, the time of saving replaced by `modified`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + modified.encode() + rb"\g<2>", content)
            new.writestr(_member(name), content)
    return packed.getvalue()


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "sources")
