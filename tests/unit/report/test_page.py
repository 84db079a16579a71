"""The page as it is written: nothing unregistered, nothing let out, nothing that leads nowhere."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import pairwise
from typing import Any

from atleast.report.making import PAGE
from tests.support.records import HOSTILE_PERSON

# What may hold a digit: figures, dates, code, quotes, other people's words, the numbers of notes, the drawing.
_MARKED = (
    "//data | //time | //code | //q | //blockquote | //mark | //*[local-name()='svg']"
    " | //*[contains(concat(' ', @class, ' '), ' verbatim ')]"
    " | //*[contains(concat(' ', @class, ' '), ' note-ref ')]"
)


def _visible_text(tree: Any) -> str:
    body = deepcopy(tree).find("body")
    for element in body.xpath(_MARKED.replace("//", ".//")):
        element.drop_tree()
    return str(body.text_content())


def test_no_digit_stands_outside_what_is_marked(tree: Any) -> None:
    text = _visible_text(tree)
    assert "Our own minimum" in text
    assert re.findall(r".{0,30}\d.{0,30}", text) == []


def test_every_figure_is_in_numbers_json_with_its_value(tree: Any, numbers: dict[str, Any]) -> None:
    figures = tree.xpath("//data[@class='figure']")
    assert len(figures) > 40
    for figure in figures:
        number = numbers[figure.get("data-number")]
        assert figure.get("value") == str(number["value"])
        assert figure.text == f"{number['value']:,}"


def test_every_number_of_numbers_json_is_on_the_page(tree: Any, numbers: dict[str, Any]) -> None:
    assert set(numbers) == set(tree.xpath("//data/@data-number"))


def test_every_number_leads_to_rows(numbers: dict[str, Any]) -> None:
    for number in numbers.values():
        if number["label"] != "entries of the ledger":
            leads = number["statements"] or number["sources"] or number.get("rule") or number["value"] == 0
            assert leads, number


def test_nothing_is_asked_of_the_network(files: dict[str, bytes], tree: Any) -> None:
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base")
    addresses = [value for value in tree.xpath("//@*") if re.match(r"(?i)\s*(https?:|javascript:|//)", value)]
    assert set(addresses) == {"http://www.w3.org/2000/svg"}  # the name of the drawing's language, not an address
    assert not [each for each in tree.xpath("//*/@*") if each.attrname.startswith("on")]
    assert "url(" not in files[PAGE].decode()
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_a_hostile_name_is_only_letters(files: dict[str, bytes], tree: Any) -> None:
    page = files[PAGE].decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "\0" not in page
    shown = HOSTILE_PERSON.replace("\u202e", "⟨U+202E⟩")
    assert shown in [each.text for each in tree.xpath("//h3/bdi")]


def test_every_reference_leads_somewhere_and_no_id_is_twice(tree: Any) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in tree.xpath("//a/@href")} | set(tree.xpath("//@popovertarget"))
    assert all(href.startswith("#") for href in tree.xpath("//a/@href"))
    assert targets <= set(ids)
    assert {each for label in tree.xpath("//@aria-labelledby") for each in label.split()} <= set(ids)


def test_every_sentence_of_what_happened_carries_its_notes(tree: Any) -> None:
    told = tree.xpath("//div[@class='what']/p[1]") + tree.xpath("//ul[@class='sayings']/li")
    assert len(told) > 15
    assert [each.text_content() for each in told if not each.xpath(".//sup[@class='notes']//button")] == []


def test_a_note_shows_its_quote_marked_in_its_context(tree: Any) -> None:
    (note,) = [each for each in tree.xpath("//li[@class='note']") if "Irma Dolvich to six" in each.findtext(".//mark")]
    text = note.find("blockquote").text_content()
    assert "his lawyer said. The Sarnik City Court sentenced Irma Dolvich to six years" in text
    assert "Read by machine, not confirmed by a person" in note.text_content()
    assert note.get("popover") is not None


def test_quotes_say_their_language(tree: Any) -> None:
    assert {"en", "ru"} <= set(tree.xpath("//blockquote/@lang"))
    assert tree.get("lang") == "en"


def test_headings_and_tables_can_be_followed(tree: Any) -> None:
    levels = [int(each.tag[1]) for each in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in tree.xpath("//table"):
        assert table.find("caption") is not None
        assert all(cell.get("scope") for cell in table.xpath(".//th"))


def test_denials_stand_beside_the_case(tree: Any) -> None:
    (denied,) = tree.xpath("//article[@id='person-nikolai-stravin']//div[@class='denials']")
    assert "it is not true that" in denied.text_content()
