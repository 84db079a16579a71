from __future__ import annotations

import dataclasses

from atleast.model.source import Part
from atleast.model.words import PartKind
from atleast.statement.english.page import parser_text, stretches
from tests.support.english import page, read, reader, source_text


def test_the_parser_is_given_the_plain_form_letter_for_letter() -> None:
    text = "“Police”\narrested\u00a0him’s\tfriend"
    assert parser_text(text, 0, len(text)) == '"Police" arrested him\'s friend'
    assert len(parser_text(text, 0, len(text))) == len(text)


def test_only_bodies_and_headlines_are_parsed_and_only_bodies_speak() -> None:
    text = "Police arrest Vasil Korin\nBy Alena Marozava\nPolice arrested Korin on Monday.\nRead more: police arrested Ihar Bely."
    kinds = [PartKind.HEADLINE, PartKind.BYLINE, PartKind.BODY, PartKind.BOILERPLATE]
    parts, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        parts.append(Part(kind, start, start + len(line)))
        start += len(line) + 1
    source = dataclasses.replace(source_text(text), parts=tuple(parts))
    assert [part.kind for _, _, part in stretches(source)] == [PartKind.HEADLINE, PartKind.BODY]
    (statement,) = reader().read(source)
    assert statement.quote == "Police arrested Korin on Monday."
    assert statement.content.subject == ("Vasil Korin",)  # type: ignore[union-attr]


def test_a_text_without_paragraphs_is_cut_at_line_ends() -> None:
    text = "Police arrested Vasil Korin on Monday.\n" * 2000
    source = dataclasses.replace(source_text(""), text=text, parts=(Part(PartKind.BODY, 0, len(text)),))
    pieces = stretches(source)
    assert len(pieces) > 1
    assert all(text[start:end].startswith("Police") and text[start:end].endswith(".") for start, end, _ in pieces)


def test_a_stretch_without_letters_is_not_parsed() -> None:
    assert stretches(source_text("* * *\n---\n123")) == []


def test_a_sentence_is_quoted_whole_across_an_abbreviation() -> None:
    (statement,) = read("Vasil Korin was charged under Art. 130 of the Criminal Code.")
    assert statement.quote.endswith("of the Criminal Code.")


def test_a_quote_has_no_white_space_around_it() -> None:
    for statement in read("  Police arrested Vasil Korin.   Then they released him.  "):
        assert statement.quote == statement.quote.strip()


def test_a_quotation_knows_the_words_in_it() -> None:
    (passage,) = page('"They beat us for nine days," she said.').passages
    beat, said = (next(word for word in passage.tree.words if word.text == text) for text in ("beat", "said"))
    assert passage.quotation_at(beat.start, beat.end) is not None
    assert passage.quotation_at(said.start, said.end) is None
