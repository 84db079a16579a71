from __future__ import annotations

import pytest

from atleast.report.inline import Code, Figure, Jump, Notes, Piece, Quote, Ref, Text, Time, Verbatim
from atleast.report.markup import quoted, spoken_in, to_html

EVIL = "\"'><script>alert(1)</script>&\u202e\0"
SAFE = "&#34;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;⟨U+202E⟩⟨U+0000⟩"


@pytest.mark.parametrize(
    "piece", [Verbatim(EVIL), Verbatim(EVIL, EVIL), Quote(EVIL), Code(EVIL), Jump("x", EVIL)], ids=repr
)
def test_nothing_that_a_source_says_breaks_out(piece: Piece) -> None:
    made = to_html((piece,))
    assert SAFE in made
    assert "<script" not in made
    assert "\u202e" not in made


def test_an_anchor_and_a_language_cannot_leave_their_attribute() -> None:
    assert '"><script' not in to_html((Jump(EVIL, "a"),))
    assert '"><script' not in to_html((Verbatim("a", EVIL),))


def test_words_of_the_program_are_escaped_too() -> None:
    assert to_html((Text("a < b & c"),)) == "a &lt; b &amp; c"


def test_quotation_marks_are_not_doubled() -> None:
    assert to_html((Quote("“so it is,”"),)) == "<q><bdi>so it is,</bdi></q>"
    assert to_html((Quote('as "acute'),)) == "<q><bdi>as &#34;acute</bdi></q>"


def test_a_figure_carries_its_number_and_its_value() -> None:
    assert to_html((Figure("n7", 1486),)) == '<data class="figure" value="1486" data-number="n7">1,486</data>'


def test_a_date_is_there_for_machines_and_people() -> None:
    assert to_html((Time("2031-05", "May 2031"),)) == '<time datetime="2031-05">May 2031</time>'


def test_a_note_opens_and_says_who_read_it() -> None:
    made = to_html((Notes((Ref(3, True), Ref(4, False))),))
    assert made.count('popovertarget="note-3"') == 1
    assert made.count('href="#note-4"') == 1
    assert made.count("read by machine, not confirmed") == 1
    assert made.count("◦") == 2  # the button and the link of the one that a machine read


def test_language_of_somebody_elses_words() -> None:
    assert to_html((Verbatim("Долвич", "ru"),)) == '<bdi class="verbatim" lang="ru">Долвич</bdi>'
    assert spoken_in(None) == ""
    assert quoted("<b>\u202e") == "&lt;b&gt;⟨U+202E⟩"
